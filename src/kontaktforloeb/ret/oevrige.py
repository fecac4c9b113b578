"""Rights, fleksjob, systematic referral, mentor support, the a-kasse trial, and groups without a requirement."""

import datetime as dt

from attrs import evolve

from kontaktforloeb.regelsprog import (
    Alle,
    Enkelt,
    FraSeneste,
    FristFor,
    FritagetPaa,
    Gaelder,
    HaendelseForOmfattede,
    Hjemmel,
    Ikke,
    Kontakter,
    LangtNok,
    Naaet,
    Ordning,
    Plus,
    Regel,
    Rettighed,
    Samtaler,
    SidsteTilbud,
    Sket,
    Start,
    StartFor,
    Tilbudsart,
    Tilbudsslut,
    Tilbudsstart,
    Tilbudstaeller,
    UdenKrav,
    dage,
    maaneder,
    uger,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import (
    A_KASSE,
    GAMMEL,
    JOBCENTER,
    JOBSAMTALER,
    JOBSAMTALER_OG_OPFOELGNING,
    NY,
    RETTIDIGT,
    RETTIGHED,
    SKIFT_I_2024,
    afloeses_af,
    lab,
    lab_ny,
    tvilling,
)
from kontaktforloeb.ret.lab_2016_tilbud import (
    AFBRUDT,
    ALLE_10_12,
    ALLE_10_12_DAGPENGE,
    FOERSTE_TILBUD_ARTER,
    TILBUD_KAP_17,
    UNGE_ARTER,
)
from kontaktforloeb.ret.lab_2019_samtaler import KAP7, STANDBY
from kontaktforloeb.ret.tidsregning import FRIST_DAG, HELLIGDAG, kalendermaaneder, maaneder_efter

_BEDT = Sket("anmodning-om-samtale")
_HOLDERE = (*JOBCENTER, *A_KASSE)


def _ret(
    id_: str, grupper: tuple[str, ...], ur: str, antal: int, gaelder: Gaelder, hjemmel: tuple[Hjemmel, ...]
) -> Rettighed:
    tre = antal > 1
    return Rettighed(
        id=id_,
        titel="Ret til mindst tre samtaler" if tre else "Ret til samtale efter anmodning",
        titel_en="A right to at least three interviews" if tre else "A right to an interview on request",
        maalgrupper=grupper,
        ansvarlig="jobcenter",
        ur=ur,
        # the three are held 'i jobcenteret' (§ 15, stk. 2), 'med jobcenteret' (§ 27, stk. 3)
        taeller=Samtaler(antal, JOBSAMTALER, JOBCENTER if tre else _HOLDERE),
        gaelder=gaelder,
        hjemmel=hjemmel,
        familie=RETTIGHED if tre else "rettighed",
        naar=_BEDT,
        kun_fra_ikraft=not tre,
        hver_gang=not tre,
    )


def _uden(id_: str, grupper: tuple[str, ...], gaelder: Gaelder, hjemmel: tuple[Hjemmel, ...]) -> UdenKrav:
    return UdenKrav(
        id=id_,
        titel="Intet krav om samtaler",
        titel_en="No requirement of interviews",
        maalgrupper=grupper,
        ansvarlig="jobcenter",
        ur="*",
        gaelder=gaelder,
        hjemmel=hjemmel,
        familie=KAP7,
    )


RETTIGHEDER = (
    _ret("LAB-2016:15.2", (mg.FOERTIDSPENSIONIST,), "ophold", 3, GAMMEL, lab("§ 15, stk. 2")),
    _ret(
        "LAB-2019:27.3",
        (mg.FOERTIDSPENSIONIST,),
        "ophold",
        3,
        NY,
        (
            Hjemmel(kilder.LAB_2019, "§ 27, stk. 3", til=SKIFT_I_2024 - dt.timedelta(1)),
            Hjemmel(kilder.LAB_2019, "§ 27, stk. 5", fra=SKIFT_I_2024),
        ),
    ),
    _ret(
        "LAB-2026:32a",
        (
            mg.DAGPENGE,
            *mg.NR_2_5,
            mg.JOBAFKLARING,
            mg.LEDIGHEDSYDELSE,
            mg.FLEKSJOB,
            mg.FOERTIDSPENSIONIST,
            mg.SELVFORSOERGENDE,
            mg.UNDER_18,
        ),
        "ophold-alle",
        1,
        Gaelder(dt.date(2026, 2, 1)),
        (Hjemmel(kilder.LOV_1750, "§ 32 a"),),
    ),
    _uden("LAB-2016:15", (mg.SELVFORSOERGENDE, mg.UNDER_18, mg.NYUDDANNET), GAMMEL, lab("§ 15", "§ 16")),
    _uden("LAB-2019:31", (mg.SELVFORSOERGENDE, mg.UNDER_18, mg.NYUDDANNET), NY, lab_ny("§ 27, stk. 1", "§ 31")),
)


def _fleksjob(id_: str, gaelder: Gaelder, hjemmel: tuple[Hjemmel, ...], efter: object) -> Regel:
    return Regel(
        id=id_,
        titel="Opfølgning hvert 2½ år i fleksjob",
        titel_en="Follow-up each 2½ years in a fleksjob",
        maalgrupper=(mg.FLEKSJOB,),
        ansvarlig="jobcenter",
        ur="fleksjob",
        vindue=FraSeneste(Start(), kalendermaaneder(30)),
        taeller=Samtaler(1, JOBSAMTALER_OG_OPFOELGNING),
        gaelder=gaelder,
        hjemmel=hjemmel,
        familie="fleksjob",
        efterfoelger=efter,  # type: ignore[arg-type]  # a successor or None, as its maker gives it
        helligdag=HELLIGDAG,
    )


FLEKSJOB = (
    _fleksjob("LAB-2016:70d.1", GAMMEL, lab("§ 70 d, stk. 1"), tvilling("LAB-2019:121")),
    _fleksjob("LAB-2019:121", NY, lab_ny("§ 121"), None),
)

_HENVIST = HaendelseForOmfattede("systematisk-henvisning")


def _henvisning(gruppe: str, ur: str, arter: tuple[Tilbudsart, ...]) -> Regel:
    return Regel(
        id="LAB-2016:21d.3",
        titel="Aktivt tilbud efter 3 måneders systematisk henvisning uden job",
        titel_en="Active offer after 3 months of systematic referral without a job",
        maalgrupper=(gruppe,),
        ansvarlig="jobcenter",
        ur=ur,
        vindue=Enkelt(_HENVIST, maaneder_efter(_HENVIST, 3)),
        taeller=Tilbudstaeller(arter, uge=False, afgivet=True),
        gaelder=GAMMEL,
        hjemmel=lab("§ 21 d, stk. 3"),
        familie="henvisning",
        efterfoelger=afloeses_af("LAB-2019:102.1"),
    )


HENVISNING = (
    _henvisning(mg.DAGPENGE, "ledighed", ALLE_10_12_DAGPENGE),
    _henvisning(mg.JOBPARAT, "ydelse-gammel", ALLE_10_12),
)

_MENTOR = Tilbudstaeller(
    (Tilbudsart("mentor", Hjemmel(kilder.LAB, "§ 31 b")),), mindst=maaneder(6), afbrudt=AFBRUDT, uge=False, afgivet=True
)
"""'Tilbud om mentorstøtte skal gives for en periode på 6 måneder' (§ 93; § 96, stk. 3; § 96 c)."""
MENTOR_FAMILIE = "mentor"
MENTOR_AENDRET = "mentor-aendret-2016"
_KAN_IKKE = FritagetPaa("kan-ikke-deltage")


def _mentor(
    id_: str, gruppe: str, paragraf: str, vindue: object, betingelse: object, familie: str = MENTOR_FAMILIE
) -> Regel:
    return Regel(
        id=id_,
        titel="Mentorstøtte, når personen ikke kan deltage i tilbud",
        titel_en="Mentor support where the person cannot take part in offers",
        maalgrupper=(gruppe,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=vindue,
        # support given before and still running is not to be given again; 'kan kun afbrydes, hvis personen i stedet kan
        # påbegynde et tilbud': so broken off it was given as it should be
        taeller=evolve(
            _MENTOR,
            uge=True,
            afgivet=False,
            loebende=True,
            afloest_af=UNGE_ARTER if gruppe == mg.AKTIVITETSPARAT_UNG else ALLE_10_12,
        ),
        gaelder=GAMMEL,
        hjemmel=(*lab(paragraf), *RETTIDIGT),
        familie=familie,
        betingelse=betingelse,
        efterfoelger=afloeses_af("LAB-2019:102.1"),
        laeser=("kort-hul",),
    )


def _mentorkontakt(id_: str, gruppe: str, paragraf: str, betingelse: object) -> Regel:
    return Regel(
        id=id_,
        titel="Kontakt med mentoren mindst hver anden uge",
        titel_en="Contact with the mentor at least every second week",
        maalgrupper=(gruppe,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=FraSeneste(Tilbudsstart("mentor"), dage(14), indtil=Tilbudsslut(), fradrag=FRIST_DAG),
        taeller=Kontakter(),
        gaelder=GAMMEL,
        hjemmel=lab(paragraf),
        familie=MENTOR_AENDRET,
        betingelse=betingelse,
        efterfoelger=afloeses_af(),
    )


def _nyt_mentortilbud(
    id_: str, gruppe: str, paragraf: str, *betingelse: object, familie: str = MENTOR_FAMILIE
) -> Regel:
    """'Kan personen efter de 6 måneder fortsat ikke deltage ..., skal der gives et nyt tilbud': no day is set."""
    return Regel(
        id=id_,
        titel="Nyt tilbud om mentorstøtte, når personen fortsat ikke kan deltage i tilbud",
        titel_en="A new offer of mentor support where the person still cannot take part in offers",
        maalgrupper=(gruppe,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Plus(Tilbudsslut(), dage(1))),
        taeller=_MENTOR,
        gaelder=GAMMEL,
        hjemmel=lab(paragraf),
        familie=familie,
        # 'efter de 6 måneder': what was never given for so long is not to be given again, it is still to be given
        betingelse=Alle((LangtNok(_MENTOR), _KUNNE_IKKE, _KAN_IKKE, *betingelse)),
        anledning=Tilbudsstart("mentor"),
        efterfoelger=afloeses_af(),
    )


def _i_stedet_for(*regler: str) -> Enkelt:
    """Mentor support stands in the place of the offer and has its window (§ 93: 'tilbud efter §§ 92 eller 94')."""
    return Enkelt(StartFor(regler), FristFor(regler))


# the support stands in the place of the offer that was due when it was given: the first one, or a later one
_HAR_HAFT = SidsteTilbud(mindst=dage(0), dag=Tilbudsstart("mentor"))
# the contact belongs to the support given in the place of offers: not to a mentor beside them (§ 31 b)
_KUNNE_IKKE = FritagetPaa("kan-ikke-deltage", dag=Tilbudsstart("mentor"))
MENTOR = (
    _mentor("LAB-2016:93", mg.AKTIVITETSPARAT, "§ 93", _i_stedet_for("LAB-2016:92.2", "LAB-2016:94"), _KAN_IKKE),
    _mentor(
        "LAB-2016:96.3",
        mg.AKTIVITETSPARAT,
        "§ 96, stk. 3",
        FraSeneste(None, kalendermaaneder(12), flyttes=True, efter=TILBUD_KAP_17, foerste_arter=FOERSTE_TILBUD_ARTER),
        _KAN_IKKE,
        MENTOR_AENDRET,
    ),
    _mentor("LAB-2016:96c", mg.AKTIVITETSPARAT_UNG, "§ 96 c", _i_stedet_for("LAB-2016:96b.1a"), _KAN_IKKE),
    # 'tilbud efter § 96 b' are also those that follow, at most 4 weeks apart
    _mentor(
        "LAB-2016:96c.mellem",
        mg.AKTIVITETSPARAT_UNG,
        "§ 96 c",
        FraSeneste(None, uger(4), efter=Tilbudstaeller(UNGE_ARTER)),
        _KAN_IKKE,
    ),
    _mentorkontakt("LAB-2016:93m", mg.AKTIVITETSPARAT, "§ 93", Alle((_KUNNE_IKKE, Ikke(_HAR_HAFT)))),
    _mentorkontakt("LAB-2016:96.3m", mg.AKTIVITETSPARAT, "§ 96, stk. 3", Alle((_KUNNE_IKKE, _HAR_HAFT))),
    _mentorkontakt("LAB-2016:96cm", mg.AKTIVITETSPARAT_UNG, "§ 96 c", _KUNNE_IKKE),
    _nyt_mentortilbud("LAB-2016:93.nyt", mg.AKTIVITETSPARAT, "§ 93", Ikke(_HAR_HAFT)),
    _nyt_mentortilbud("LAB-2016:96.3.nyt", mg.AKTIVITETSPARAT, "§ 96, stk. 3", _HAR_HAFT, familie=MENTOR_AENDRET),
    _nyt_mentortilbud("LAB-2016:96c.nyt", mg.AKTIVITETSPARAT_UNG, "§ 96 c"),
)

# In the trial 2020-2023 all interviews count, the a-kasse's too (BEK 1186/2019 § 10).
_I_FORSOEG = Ordning("a-kasseforsoeg")
# it derogates from § 31, and so is there from its first day under either legal basis
_FORSOEG = Gaelder("skift", dt.date(2023, 12, 31), dag="forloeb")
FORSOEG = (
    Regel(
        id="FORSOEG-1186:10a",
        titel="Forsøg: i alt fire jobsamtaler i de første 6 måneders ledighed",
        titel_en="Trial: four interviews in all in the first 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(6))),
        taeller=Samtaler(4, JOBSAMTALER, _HOLDERE, standby=STANDBY),
        gaelder=_FORSOEG,
        hjemmel=(Hjemmel(kilder.FORSOEG, "§ 10"),),
        familie=KAP7,
        betingelse=_I_FORSOEG,
        besides=("FORSOEG-1186:10b",),
        helligdag=HELLIGDAG,
        efterfoelger=afloeses_af(),
    ),
    Regel(
        id="FORSOEG-1186:10b",
        titel="Forsøg: to fælles jobsamtaler i de første 6 måneders ledighed",
        titel_en="Trial: two joint interviews in the first 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(6))),
        taeller=Samtaler(2, JOBSAMTALER, _HOLDERE, faelles=True),
        gaelder=_FORSOEG,
        hjemmel=(Hjemmel(kilder.FORSOEG, "§ 10"),),
        familie=KAP7,
        betingelse=_I_FORSOEG,
        helligdag=HELLIGDAG,
        efterfoelger=afloeses_af(),
    ),
)

REGLER = (*RETTIGHEDER, *FLEKSJOB, *HENVISNING, *MENTOR, *FORSOEG)
