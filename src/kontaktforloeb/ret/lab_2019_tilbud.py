"""The active offer under LAB-2019 kap. 15-16: the six-month offer, and the continuous offers of the young."""

import datetime as dt

from kontaktforloeb.regelsprog import (
    Enkelt,
    FraSeneste,
    Gaelder,
    Hjemmel,
    Naaet,
    Ordningsfrist,
    Regel,
    Start,
    Tilbudsart,
    Tilbudstaeller,
    UdenKrav,
    maaneder,
    uger,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import NY, RETTIDIGT, afgjort_af, afloeses_af, lab_ny
from kontaktforloeb.ret.lab_2016_tilbud import AFBRUDT, TO_UGER
from kontaktforloeb.ret.tidsregning import PASSERET, kalendermaaneder, seks_maaneder_sammenhaengende

_SEKS = seks_maaneder_sammenhaengende()
_PARAGRAF_91_SLUT = dt.date(2023, 3, 21)
"""From 22 March 2023 øvrig vejledning og opkvalificering (§ 91) cannot be the § 102 offer (§ 102, stk. 6; inferred)."""


def _art(art: str, paragraf: str, **mere: object) -> Tilbudsart:
    return Tilbudsart(art, Hjemmel(kilder.LAB_2019, paragraf), **mere)  # type: ignore[arg-type]  # its own fields


_PRAKTIK = _art("virksomhedspraktik", "§ 57, stk. 1")
_LOENTILSKUD = _art("loentilskud", "§ 63, stk. 1")
_UDDANNELSE = _art("ordinaer-uddannelse", "§ 90, stk. 1")
_OEVRIG_TIL_2023 = _art("oevrig-vejledning-opkvalificering", "§ 102, stk. 6", til=_PARAGRAF_91_SLUT)

DAGPENGE_ARTER = (
    _PRAKTIK,
    _LOENTILSKUD,
    _art("nytteindsats", "§ 83, stk. 2", kun_raadighedsafproevende=True),
    _UDDANNELSE,
    _OEVRIG_TIL_2023,
)
VOKSNE_ARTER = (_PRAKTIK, _LOENTILSKUD, _art("nytteindsats", "§ 83, stk. 1"), _UDDANNELSE, _OEVRIG_TIL_2023)
UNGE_ARTER = (
    _PRAKTIK,
    # begun before the switch it was no offer for the åbenlyst uddannelsesparate (LAB-2016 § 51, stk. 1)
    _art(
        "loentilskud",
        "§ 63, stk. 1",
        maalgrupper=(mg.UDDANNELSESPARAT, mg.AKTIVITETSPARAT_UNG, *mg.VOKSNE),
    ),
    _art("loentilskud", "§ 63, stk. 1", fra="skift", maalgrupper=(mg.AABENLYST,)),
    _art("nytteindsats", "§ 83, stk. 1"),
    _UDDANNELSE,
    _art("oevrig-vejledning-opkvalificering", "§ 91, stk. 1"),
    _art("lsr-kursus", "§ 105, stk. 3"),
)

# §§ 38 and the like ask for an offer of kap. 11-14; § 102, stk. 5 and 6, concern that offer alone
_KAP14 = (
    _UDDANNELSE,
    _art("oevrig-vejledning-opkvalificering", "§ 91, stk. 1"),
    _art("lsr-kursus", "§ 93"),
    _art("realkompetencevurdering", "§ 93"),
)
KAP_11_14 = (_PRAKTIK, _LOENTILSKUD, _art("nytteindsats", "§ 83, stk. 1"), *_KAP14)
KAP_11_14_DAGPENGE = (
    _PRAKTIK,
    _LOENTILSKUD,
    _art("nytteindsats", "§ 83, stk. 2", kun_raadighedsafproevende=True),
    *_KAP14,
)

_NEDLUKKET = (
    Ordningsfrist(
        "nedlukket-kommune",
        dt.date(2021, 7, 1),
        dt.date(2021, 8, 31),
        dt.date(2021, 8, 31),
        Hjemmel(kilder.CORONA, "§ 14, stk. 2"),
    ),
)
"""In a municipality locked down in July and August 2021: before 1 September (BEK 1251/2021 § 14, stk. 2)."""

FAMILIE_102 = "tilbud-lab-2019-102"
FAMILIE_105 = "tilbud-lab-2019-105"


_UNGES_TILBUD = Tilbudstaeller(
    UNGE_ARTER,
    efter_fritagelse=kalendermaaneder(1),
    ordningsfrister=_NEDLUKKET,
)
_EFTER_FRITAGELSE = afgjort_af("efter-fritagelse", lab_ny("§ 105, stk. 4"))


def _seks_maaneder(
    grupper: tuple[str, ...], ur: str, frist: Naaet, arter: tuple[Tilbudsart, ...], laeser: tuple[str, ...]
) -> Regel:
    return Regel(
        id="LAB-2019:102.1",
        titel="Aktivt tilbud inden 6 måneder",
        titel_en="Active offer by 6 months",
        maalgrupper=grupper,
        ansvarlig="jobcenter",
        ur=ur,
        vindue=Enkelt(Start(), frist),
        taeller=Tilbudstaeller(
            arter,
            mindst_dage=TO_UGER,
            loentilskud_dage=21,
            efter_fritagelse=kalendermaaneder(1),
            afbrudt=AFBRUDT,
            henvist_job_er_nok=ur == "ledighed",
            ordningsfrister=_NEDLUKKET,
        ),
        afgjort_af=(
            *afgjort_af("loentilskud", lab_ny("§ 102, stk. 3")),
            *afgjort_af("efter-fritagelse", lab_ny("§ 102, stk. 4")),
        ),
        gaelder=NY,
        hjemmel=(*lab_ny("§ 102, stk. 1", "§ 102, stk. 2"), *RETTIDIGT),
        familie=FAMILIE_102,
        passeret=PASSERET,
        laeser=laeser,
    )


REGLER = (
    _seks_maaneder((mg.DAGPENGE,), "ledighed", Naaet(maaneder(6)), DAGPENGE_ARTER, ()),
    _seks_maaneder(mg.VOKSNE, "ydelse-ny", Naaet(kalendermaaneder(6)), VOKSNE_ARTER, ("kort-hul",)),
    UdenKrav(
        id="LAB-2019:101",
        titel="Tilbud efter behov",
        titel_en="Offers as needed",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        gaelder=NY,
        hjemmel=lab_ny("§ 101"),
        efter=Naaet(maaneder(6)),
        familie=FAMILIE_102,
    ),
    UdenKrav(
        id="LAB-2019:101",
        titel="Tilbud efter behov",
        titel_en="Offers as needed",
        maalgrupper=mg.VOKSNE,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        gaelder=NY,
        hjemmel=lab_ny("§ 101"),
        efter=_SEKS,
        familie=FAMILIE_102,
    ),
    Regel(
        id="LAB-2019:105.1",
        titel="Første aktive tilbud inden 1 måned",
        titel_en="First active offer by 1 month",
        maalgrupper=mg.UNGE,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=Enkelt(Start(), Naaet(kalendermaaneder(1))),
        taeller=_UNGES_TILBUD,
        afgjort_af=_EFTER_FRITAGELSE,
        gaelder=NY,
        hjemmel=(*lab_ny("§ 105, stk. 1", "§ 105, stk. 3"), *RETTIDIGT),
        familie=FAMILIE_105,
        passeret=PASSERET,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2019:105.2",
        titel="Højst 4 uger mellem tilbud",
        titel_en="At most 4 weeks between offers",
        maalgrupper=mg.UNGE,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=FraSeneste(None, uger(4)),
        taeller=_UNGES_TILBUD,
        afgjort_af=_EFTER_FRITAGELSE,
        gaelder=Gaelder("skift", dt.date(2021, 12, 31), sikkerhed="udledt"),
        hjemmel=(*lab_ny("§ 105, stk. 2"), *RETTIDIGT),
        familie=FAMILIE_105,
        efterfoelger=afloeses_af("LAB-2022:105.2"),
    ),
    Regel(
        id="LAB-2022:105.2",
        titel="Højst 4 måneder mellem tilbud",
        titel_en="At most 4 months between offers",
        maalgrupper=mg.UNGE,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=FraSeneste(None, kalendermaaneder(4)),
        taeller=_UNGES_TILBUD,
        afgjort_af=_EFTER_FRITAGELSE,
        gaelder=Gaelder(dt.date(2022, 1, 1), sikkerhed="udledt"),
        forgaenger="LAB-2019:105.2",
        hjemmel=(*lab_ny("§ 105, stk. 2"), *RETTIDIGT),
        familie=FAMILIE_105,
    ),
    UdenKrav(
        id="LAB-2019:102",
        titel="Intet krav om aktivt tilbud",
        titel_en="No requirement of an active offer",
        maalgrupper=(
            mg.SYGEDAGPENGE,
            *mg.NR_7_10,
            mg.FLEKSJOB,
            mg.FOERTIDSPENSIONIST,
            mg.SELVFORSOERGENDE,
            mg.UNDER_18,
        ),
        ansvarlig="jobcenter",
        ur="*",
        gaelder=NY,
        hjemmel=lab_ny("§ 102, stk. 1", "§ 105, stk. 1"),
        familie=FAMILIE_102,
    ),
)
