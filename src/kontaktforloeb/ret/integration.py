"""Follow-up in the integration programme: INTL §§ 20 and 27; calendar time from the visitation of § 17."""

import datetime as dt

from attrs import evolve

from kontaktforloeb.regelsprog import (
    Alle,
    Dato,
    Efter,
    EfterUanset,
    Enkelt,
    FraSeneste,
    FritagetPaa,
    Gaelder,
    Haendelse,
    Haft,
    Hjemmel,
    IArbejde,
    Ikke,
    IkkeLaest,
    Laes,
    Nogen,
    Ordning,
    Orlovsslut,
    Orlovsstart,
    PaaHinanden,
    Plus,
    Regel,
    Samtaler,
    Spell,
    Start,
    Tilbudsart,
    Tilbudstaeller,
    UdenKrav,
    Ukendt,
    Ydelse,
    dage,
    maaneder,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import JOBCENTER, JOBSAMTALER, START_2015, afloeses_af, tvilling
from kontaktforloeb.ret.tidsregning import (
    CORONA_VINDUE,
    FRIST_DAG,
    HELLIGDAG,
    SIDSTE_DAG,
    kalendermaaneder,
    maaneder_efter,
    uger_efter,
)

FAMILIE = "integration"
OPFOELGNING = (*JOBSAMTALER, "opfoelgningssamtale", "cv-samtale")
_GAMMEL = Gaelder(START_2015, "foer-skift", sikkerhed="udledt")
_NY = Gaelder("skift", sikkerhed="udledt")
_PAA_YDELSEN = Ydelse(("integrationsydelse", "overgangsydelse", "sho-ydelse", "kontanthjaelp", "uddannelseshjaelp"))
_MAAL_OPFYLDT = "maal-opfyldt"
"""The duty to follow up lasts until the goals of the contract are met (§ 20, stk. 1)."""
_TOLV = Laes(
    "tolv-maaneder",
    {"paa-hinanden": "blokke", "rullende": "rullende", "hele-kalendermaaneder": "kalendermaaned"},
)
_UKRAINE = Ordning("fordrevet-fra-ukraine")


def _opfoelgninger(antal: int) -> Samtaler:
    """Held by or for the municipality, whose duty it is; a cv-samtale too unless somebody else is said to hold it."""
    return Samtaler(antal, OPFOELGNING, JOBCENTER, holder_antages=True)


def _h(*paragraffer: str) -> tuple[Hjemmel, ...]:
    return tuple(Hjemmel(kilder.INTL, p) for p in paragraffer)


def _seks_maaneder(id_: str, gaelder: Gaelder, hjemmel: tuple[Hjemmel, ...], familie: str, betingelse: object) -> Regel:
    return Regel(
        id=id_,
        titel="Fire opfølgninger inden for 6 måneder efter visitationen",
        titel_en="Four follow-ups within 6 months of the visitation",
        maalgrupper=(mg.INTEGRATION,),
        ansvarlig="kommune",
        ur="integration",
        vindue=Enkelt(Start(), Plus(Start(), maaneder(6), sidste_dag=SIDSTE_DAG)),
        taeller=_opfoelgninger(4),
        gaelder=gaelder,
        hjemmel=hjemmel,
        familie=familie,
        betingelse=betingelse,
        ophoerer_ved=_MAAL_OPFYLDT,
        helligdag=HELLIGDAG,
        vindue_corona=CORONA_VINDUE,
    )


_ORLOVENS_SLUT = Orlovsslut("barsel")
_DAGEN_FOER = Plus(_ORLOVENS_SLUT, dage(-1))
_BARSEL = ("INTL-2017:20.barsel", "INTL-2020:20.barsel")


def _fulgt_op(fra: object) -> Haft:
    """A follow-up held in the leave from a point on, by whose duty it is."""
    return Haft(1, OPFOELGNING, fra, _DAGEN_FOER, JOBCENTER, standby=False, holder_antages=True)


def _barsel(act: str, gaelder: Gaelder, andet: str | None) -> tuple[Regel, ...]:
    """During leave: 6 months after the birth, and then when the leave ends, for which no last day is set."""
    faelles = {
        "maalgrupper": (mg.INTEGRATION,),
        "ansvarlig": "kommune",
        "ur": "integration",
        "taeller": _opfoelgninger(1),
        "gaelder": gaelder,
        "hjemmel": _h("§ 20, stk. 1"),
        "familie": "integration-barsel",
        "ophoerer_ved": _MAAL_OPFYLDT,
    }
    return (
        Regel(
            id=f"{act}:20.barsel",
            titel="Opfølgning 6 måneder efter barnets fødsel",
            titel_en="Follow-up 6 months after the birth",
            vindue=Enkelt(Haendelse("foedsel"), maaneder_efter(Haendelse("foedsel"), 6)),
            helligdag=HELLIGDAG,
            # only who uses the right to leave (§ 20, stk. 1)
            betingelse=FritagetPaa("barsel"),
            efterfoelger=None if andet is None else tvilling(f"{andet}:20.barsel"),
            **faelles,  # type: ignore[arg-type]  # one dict for fields of several types
        ),
        Regel(
            id=f"{act}:20.barsel.udloeb",
            titel="Opfølgning, når barslen udløber",
            titel_en="Follow-up when the leave ends",
            vindue=Enkelt(_ORLOVENS_SLUT),
            # 'i forbindelse med' the end: a follow-up in the leave, besides the one after 6 months, may have been that
            betingelse=Nogen(
                (
                    Ikke(_fulgt_op(Orlovsstart())),
                    Ikke(_fulgt_op(Plus(EfterUanset(_BARSEL), dage(1)))),
                    IkkeLaest(),
                )
            ),
            efterfoelger=None if andet is None else tvilling(f"{andet}:20.barsel.udloeb"),
            **faelles,  # type: ignore[arg-type]  # one dict for fields of several types
        ),
    )


def _hver_12(id_: str, gaelder: Gaelder, efter: object) -> Regel:
    return Regel(
        id=id_,
        titel="Opfølgning hver 12. måned i arbejde eller uddannelse uden ydelsen",
        titel_en="Follow-up every 12 months in work or education without the benefit",
        maalgrupper=(mg.INTEGRATION,),
        ansvarlig="kommune",
        ur="integration",
        vindue=FraSeneste(Start(), kalendermaaneder(12)),
        taeller=_opfoelgninger(1),
        gaelder=gaelder,
        hjemmel=_h("§ 20, stk. 1"),
        familie="integration-beskaeftigelse",
        betingelse=Alle((Ikke(_PAA_YDELSEN), IArbejde())),
        ophoerer_ved=_MAAL_OPFYLDT,
        efterfoelger=efter,  # type: ignore[arg-type]  # a successor or None, as its maker gives it
        helligdag=HELLIGDAG,
    )


_KONTROL = Haendelse("kontrolaktion")
# 'en udlænding, der modtager ...': when the doubt arose, and still when something falls due
_PAA_YDELSEN_BEGGE_DAGE = Alle((evolve(_PAA_YDELSEN, dag=_KONTROL), _PAA_YDELSEN))
_ARTER = tuple(
    Tilbudsart(a, Hjemmel(kilder.INTL, "§ 27, stk. 2"))
    for a in (
        "virksomhedspraktik",
        "loentilskud",
        "nytteindsats",
        "ordinaer-uddannelse",
        "oevrig-vejledning-opkvalificering",
    )
)


def _kontrol(act: str, gaelder: Gaelder, andet: str, ny: bool) -> tuple[Regel, ...]:
    a, b, c = f"{act}:27.1a", f"{act}:27.1b", f"{act}:27.2"
    foerste = Efter((a, f"{andet}:27.1a"))
    faelles = {
        "maalgrupper": (mg.INTEGRATION,),
        "ansvarlig": "kommune",
        "ur": "integration-ophold",
        "gaelder": gaelder,
        "bindes_paa_haendelsen": True,
        "anledning": _KONTROL,
    }
    efter = {n: None if ny else tvilling(f"{andet}:{n}") for n in ("27.1a", "27.1b", "27.2")}
    return (
        Regel(
            id=a,
            titel="Samtale inden 1 uge efter en kontrolaktion",
            titel_en="Interview within 1 week of a control action",
            vindue=Enkelt(_KONTROL, uger_efter(_KONTROL, 1)),
            taeller=_opfoelgninger(1),
            hjemmel=_h("§ 27, stk. 1"),
            familie="integration-kontrol",
            betingelse=_PAA_YDELSEN_BEGGE_DAGE,
            efterfoelger=efter["27.1a"],
            helligdag=HELLIGDAG,
            **faelles,  # type: ignore[arg-type]  # one dict for fields of several types
        ),
        Regel(
            id=b,
            titel="Samtale hver 14. dag efter en kontrolaktion med ophold i udlandet",
            titel_en="Interview each 14 days after a control action on a stay abroad",
            vindue=FraSeneste(foerste, dage(14), indtil=Plus(foerste, maaneder(3)), fradrag=FRIST_DAG),
            taeller=_opfoelgninger(1),
            hjemmel=_h("§ 27, stk. 1"),
            familie="integration-kontrol",
            betingelse=Alle(
                (_PAA_YDELSEN_BEGGE_DAGE, Nogen((Spell("haendelse.udland", True), Ukendt("haendelse.udland"))))
            ),
            efterfoelger=efter["27.1b"],
            helligdag=HELLIGDAG,
            **faelles,  # type: ignore[arg-type]  # one dict for fields of several types
        ),
        Regel(
            id=c,
            titel="Tilbud inden 2 uger efter samtalen",
            titel_en="Offer within 2 weeks of the interview",
            vindue=Enkelt(foerste, uger_efter(foerste, 2)),
            # or ordered to take part in activities offered before, which a case does not record
            taeller=Tilbudstaeller(_ARTER, uge=False, afgivet=True, ellers="paalaeg-i-stedet"),
            hjemmel=_h("§ 27, stk. 2"),
            familie="integration-kontrol",
            betingelse=_PAA_YDELSEN_BEGGE_DAGE,
            efterfoelger=efter["27.2"],
            **faelles,  # type: ignore[arg-type]  # one dict for fields of several types
        ),
    )


REGLER = (
    Regel(
        id="INTL-2017:20.1",
        titel="Fire opfølgninger i hver 12 kalendermåneder efter visitationen",
        titel_en="Four follow-ups in each 12 calendar months after the visitation",
        maalgrupper=(mg.INTEGRATION,),
        ansvarlig="kommune",
        ur="integration",
        vindue=PaaHinanden(Start(), kalendermaaneder(12), efter=False, form=_TOLV),
        taeller=_opfoelgninger(4),
        gaelder=_GAMMEL,
        hjemmel=_h("§ 20, stk. 1"),
        familie=FAMILIE,
        # without the benefit and without work the texts read give no count
        betingelse=Nogen((_PAA_YDELSEN, Alle((Ikke(IArbejde()), IkkeLaest())))),
        ophoerer_ved=_MAAL_OPFYLDT,
        efterfoelger=afloeses_af("INTL-2020:20.1", "INTL-2020:20.1.behov"),
        helligdag=HELLIGDAG,
    ),
    # the displaced from Ukraine go over to INTL-2025:20.1 on 1 January 2025
    _seks_maaneder(
        "INTL-2020:20.1",
        _NY,
        _h("§ 20, stk. 1"),
        FAMILIE,
        Alle((_PAA_YDELSEN, Nogen((Ikke(_UKRAINE), Dato(til=dt.date(2024, 12, 31)))))),
    ),
    UdenKrav(
        id="INTL-2020:20.1.behov",
        titel="Opfølgning efter behov efter de første 6 måneder",
        titel_en="Follow-up as needed after the first 6 months",
        maalgrupper=(mg.INTEGRATION,),
        ansvarlig="kommune",
        ur="integration",
        gaelder=_NY,
        hjemmel=_h("§ 20, stk. 1"),
        efter=Plus(Start(), maaneder(6), sidste_dag=SIDSTE_DAG),
        naar=_PAA_YDELSEN,
        familie=FAMILIE,
    ),
    UdenKrav(
        id="INTL-2020:16.4",
        titel="Opfølgning efter behov uden for ydelsen",
        titel_en="Follow-up as needed without the benefit",
        maalgrupper=(mg.INTEGRATION,),
        ansvarlig="kommune",
        ur="integration",
        gaelder=_NY,
        hjemmel=_h("§ 16, stk. 4", "§ 20, stk. 1"),
        naar=Alle((Ikke(_PAA_YDELSEN), Ikke(IArbejde()))),
        familie=FAMILIE,
    ),
    _seks_maaneder(
        "INTL-2025:20.1",
        Gaelder(dt.date(2025, 1, 1)),
        (Hjemmel(kilder.UKRAINE, "§ 41, stk. 3"),),
        "integration-ukraine",
        Alle((_UKRAINE, _PAA_YDELSEN)),
    ),
    *_barsel("INTL-2017", _GAMMEL, "INTL-2020"),
    *_barsel("INTL-2020", _NY, None),
    _hver_12("INTL-2017:20.beskaeftigelse", _GAMMEL, tvilling("INTL-2020:20.beskaeftigelse")),
    _hver_12("INTL-2020:20.beskaeftigelse", _NY, None),
    *_kontrol("INTL-2017", _GAMMEL, "INTL-2020", ny=False),
    *_kontrol("INTL-2020", _NY, "INTL-2017", ny=True),
)
