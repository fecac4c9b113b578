"""The active offer under LAB-2016 kap. 16, 17 and 17 a: 1 July 2015 to the day before the switch."""

import datetime as dt

from attrs import evolve

from kontaktforloeb.regelsprog import (
    Alder,
    Enkelt,
    FraSeneste,
    Fritagelsesslut,
    Hjemmel,
    Laes,
    Naaet,
    Regel,
    SidsteTilbud,
    Skiftedag,
    Start,
    Tilbudsart,
    Tilbudstaeller,
    UdenKrav,
    maaneder,
    uger,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import GAMMEL, RETTIDIGT, afgjort_af, afloeses_af, lab, tvilling
from kontaktforloeb.ret.tidsregning import PASSERET, kalendermaaneder, maaneder_efter, sammenhaengende_fra

TO_UGER = Laes("to-uger-tilbud", {"14-dage": 14, "12-dage": 12, "10-hverdage": -10})
"""The minimum length in days; negative: weekdays."""

AFBRUDT = Laes("afbrudt-tilbud", {"ikke-opfyldt": "ikke-opfyldt", "planlagt-laengde": "planlagt-laengde"})


def _art(art: str, paragraf: str, **mere: object) -> Tilbudsart:
    return Tilbudsart(art, Hjemmel(kilder.LAB, paragraf), **mere)  # type: ignore[arg-type]  # its own fields


_KAP10 = (
    _art("ordinaer-uddannelse", "§ 32, stk. 1"),
    _art("oevrig-vejledning-opkvalificering", "§ 32, stk. 1"),
)
_KURSER = (_art("lsr-kursus", "§ 32 a"), _art("realkompetencevurdering", "§ 32 a"))
"""Courses and assessments of kap. 10 that cannot replace the offers of §§ 85, 87, 88 and 92, stk. 1."""

_KAP11_DAGPENGE = (
    _art("virksomhedspraktik", "§ 42, stk. 1"),
    # for dagpengemodtagere nytteindsats only tests availability (§ 42 a, stk. 3)
    _art("nytteindsats", "§ 42 a, stk. 3", kun_raadighedsafproevende=True),
)
_KAP11 = (_art("virksomhedspraktik", "§ 42, stk. 1"), _art("nytteindsats", "§ 42 a, stk. 1"))
_KAP12 = (_art("loentilskud", "§ 51, stk. 1"),)
# all but the åbenlyst uddannelsesparate (§ 51, stk. 1, last sentence); who has left the young meets an old duty late
_KAP12_UNGE = (
    _art("loentilskud", "§ 51, stk. 1", maalgrupper=(mg.UDDANNELSESPARAT, mg.AKTIVITETSPARAT_UNG, *mg.VOKSNE)),
)

DAGPENGE_ARTER = (*_KAP10, *_KAP11_DAGPENGE, *_KAP12)
KAP_10_12 = (*_KAP10, *_KAP11, *_KAP12)
KAP_11_12 = (*_KAP11, *_KAP12)
ALLE_10_12 = (*_KAP10, *_KURSER, *_KAP11, *_KAP12)
ALLE_10_12_DAGPENGE = (*DAGPENGE_ARTER, *_KURSER)
_KAP10_AKTIVITETSPARAT = tuple(evolve(a, maalgrupper=(mg.AKTIVITETSPARAT,)) for a in (*_KAP10, *_KURSER))
# § 94: the first offer as in § 92: kap. 11-12, for the activity-ready kap. 10 too
PARAGRAF_94_ARTER = (*KAP_11_12, *_KAP10_AKTIVITETSPARAT)
# § 96: what began as an offer of §§ 92 or 94, so when the person was of their groups
FOERSTE_TILBUD_ARTER = (*(evolve(a, maalgrupper=mg.VOKSNE) for a in KAP_11_12), *_KAP10_AKTIVITETSPARAT)
UNGE_ARTER = (*_KAP10, _art("lsr-kursus", "§ 96 b, stk. 2"), *_KAP11, *_KAP12_UNGE)

TILBUD_KAP_17 = Tilbudstaeller(ALLE_10_12, mindst_dage=TO_UGER, afbrudt=AFBRUDT)
"""An offer of kap. 17 for the job-ready and the activity-ready: at least two weeks (§ 91 a, stk. 2)."""

_ALDERSDAG = Laes(
    "aldersdag", {"13-uger": Naaet(uger(13)), "periodens-start": Start(), "6-maaneder": Naaet(maaneder(6))}
)
DAGPENGE_FAMILIE = "tilbud-lab-2016-dagpenge"
KONTANT_FAMILIE = "tilbud-lab-2016-kontant"
FAMILIE_94 = "tilbud-paragraf-94"
UNGE_FAMILIE = "tilbud-lab-2016-unge"

_RIMELIG_GRUND_SLUT = Fritagelsesslut(
    ("rimelig-grund", "ferie", "barsel"),
    daekker=(
        "LAB-2016:92.1",
        "LAB-2016:92.2",
        "LAB-2016:94",
        "LAB-2016:96.1",
        "LAB-2016:96.2",
        "LAB-2016:96.4",
    ),
)
_FRA_UNGE = Skiftedag(fra_grupper=mg.UNGE, ydelse="integrationsydelse")
_FRA_AKTIVITETSPARAT = Skiftedag(fra_grupper=(mg.AKTIVITETSPARAT,))


def _dagpenge(nr: str, paragraf: str, titel: str, titel_en: str, frist: Naaet, alder: Alder, grace: int) -> Regel:
    return Regel(
        id=f"LAB-2016:{nr}",
        titel=titel,
        titel_en=titel_en,
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="tilbud-gammel",
        vindue=Enkelt(Start(), frist),
        taeller=Tilbudstaeller(
            DAGPENGE_ARTER,
            mindst_dage=TO_UGER,
            loentilskud_dage=grace,
            afbrudt=AFBRUDT,
            henvist_job_er_nok=True,
            # § 89, stk. 2: of §§ 85 and 88
            udskydes_af=None if grace else "lsr-kursus",
        ),
        afgjort_af=afgjort_af("kursus", lab("§ 89, stk. 2")),
        gaelder=GAMMEL,
        hjemmel=(*lab(paragraf, "§ 84, stk. 2"), *RETTIDIGT),
        familie=DAGPENGE_FAMILIE,
        betingelse=alder,
        efterfoelger=afloeses_af("LAB-2019:102.1"),
    )


REGLER = (
    _dagpenge(
        "85.1",
        "§ 85, stk. 1",
        "Aktivt tilbud inden 13 ugers ledighed (under 30 år)",
        "Active offer by 13 weeks of unemployment (under 30)",
        Naaet(uger(13)),
        Alder(None, 30, _ALDERSDAG),
        0,
    ),
    _dagpenge(
        "87",
        "§ 87",
        "Aktivt tilbud inden 6 måneders ledighed (30-49 år)",
        "Active offer by 6 months of unemployment (30-49)",
        Naaet(maaneder(6)),
        Alder(30, 50, _ALDERSDAG),
        21,
    ),
    _dagpenge(
        "88",
        "§ 88",
        "Aktivt tilbud inden 13 ugers ledighed (50 år og derover)",
        "Active offer by 13 weeks of unemployment (50 or over)",
        Naaet(uger(13)),
        Alder(50, None, _ALDERSDAG),
        0,
    ),
    Regel(
        id="LAB-2016:92.1",
        titel="Første aktive tilbud inden 3 måneder",
        titel_en="First active offer by 3 months",
        maalgrupper=(mg.JOBPARAT,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Start(), Naaet(kalendermaaneder(3))),
        taeller=Tilbudstaeller(KAP_11_12, mindst_dage=TO_UGER, afbrudt=AFBRUDT),
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 92, stk. 1", "§ 91 a, stk. 2"), *RETTIDIGT),
        familie=KONTANT_FAMILIE,
        efterfoelger=afloeses_af("LAB-2019:102.1"),
        fortraenges_af=("LAB-2016:94",),
        passeret=PASSERET,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:92.2",
        titel="Første aktive tilbud inden 6 måneder",
        titel_en="First active offer by 6 months",
        maalgrupper=(mg.AKTIVITETSPARAT,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Start(), Naaet(kalendermaaneder(6))),
        taeller=TILBUD_KAP_17,
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 92, stk. 2", "§ 91 a, stk. 2"), *RETTIDIGT),
        familie=KONTANT_FAMILIE,
        efterfoelger=afloeses_af("LAB-2019:102.1"),
        fortraenges_af=("LAB-2016:94",),
        passeret=PASSERET,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:94",
        titel="Første aktive tilbud 3 måneder efter overgang fra uddannelses- til jobparat eller aktivitetsparat",
        titel_en="First active offer 3 months after moving from the groups of the young",
        maalgrupper=mg.VOKSNE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        # 'en sammenhængende periode på 3 måneder med integrationsydelse' (BEK 977/2018 § 153 names §§ 92-96 c)
        vindue=Enkelt(_FRA_UNGE, sammenhaengende_fra(_FRA_UNGE, 3)),
        taeller=Tilbudstaeller(PARAGRAF_94_ARTER, mindst_dage=TO_UGER, afbrudt=AFBRUDT),
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 94"), *RETTIDIGT),
        familie=FAMILIE_94,
        efterfoelger=afloeses_af("LAB-2019:102.1"),
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:96.1",
        titel="Nyt aktivt tilbud efter 6 måneder uden",
        titel_en="New active offer after 6 months without",
        maalgrupper=(mg.JOBPARAT,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=FraSeneste(None, kalendermaaneder(6), flyttes=True, foerste_arter=FOERSTE_TILBUD_ARTER),
        taeller=TILBUD_KAP_17,
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 96, stk. 1"), *RETTIDIGT),
        familie=KONTANT_FAMILIE,
        efterfoelger=afloeses_af("LAB-2019:102.1", "LAB-2019:101"),
        fortraenges_af=("LAB-2016:96.4",),
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:96.2",
        titel="Nyt aktivt tilbud efter 12 måneder uden",
        titel_en="New active offer after 12 months without",
        maalgrupper=(mg.AKTIVITETSPARAT,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=FraSeneste(None, kalendermaaneder(12), flyttes=True, foerste_arter=FOERSTE_TILBUD_ARTER),
        taeller=TILBUD_KAP_17,
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 96, stk. 2"), *RETTIDIGT),
        familie=KONTANT_FAMILIE,
        efterfoelger=afloeses_af("LAB-2019:102.1", "LAB-2019:101"),
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:96.4",
        titel="Nyt aktivt tilbud 1 måned efter overgang til jobparat",
        titel_en="New active offer 1 month after moving to jobparat",
        maalgrupper=(mg.JOBPARAT,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(_FRA_AKTIVITETSPARAT, maaneder_efter(_FRA_AKTIVITETSPARAT, 1)),
        taeller=TILBUD_KAP_17,
        gaelder=GAMMEL,
        hjemmel=(
            Hjemmel(kilder.LAB, "§ 96, stk. 4", fra=dt.date(2016, 11, 21)),
            Hjemmel(kilder.LAB, "§ 96, stk. 3", til=dt.date(2016, 11, 20)),
            *RETTIDIGT,
        ),
        familie=KONTANT_FAMILIE,
        # 'omfattet af stk. 2', so after the first offer, and 5 months since the last ended; never over 12 months
        betingelse=SidsteTilbud(mindst=kalendermaaneder(5), tilbud=TILBUD_KAP_17, foerste_arter=FOERSTE_TILBUD_ARTER),
        hoejst_efter_tilbud=kalendermaaneder(12),
        efterfoelger=afloeses_af("LAB-2019:102.1", "LAB-2019:101"),
    ),
    Regel(
        id="LAB-2016:91a.3",
        titel="Aktivt tilbud 1 måned efter, at en rimelig grund er ophørt",
        titel_en="Active offer 1 month after a reasonable ground ended",
        maalgrupper=mg.VOKSNE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(_RIMELIG_GRUND_SLUT, maaneder_efter(_RIMELIG_GRUND_SLUT, 1), efter=True),
        taeller=TILBUD_KAP_17,
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 91 a, stk. 3"), *RETTIDIGT),
        familie=KONTANT_FAMILIE,
        efterfoelger=afloeses_af("LAB-2019:102.1"),
    ),
    Regel(
        id="LAB-2016:96b.1a",
        titel="Første aktive tilbud inden 1 måned",
        titel_en="First active offer by 1 month",
        maalgrupper=mg.UNGE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Start(), Naaet(kalendermaaneder(1))),
        taeller=Tilbudstaeller(UNGE_ARTER),
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 96 b, stk. 1", "§ 96 b, stk. 2"), *RETTIDIGT),
        familie=UNGE_FAMILIE,
        efterfoelger=tvilling("LAB-2019:105.1"),
        passeret=PASSERET,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:96b.1b",
        titel="Højst 4 uger mellem tilbud",
        titel_en="At most 4 weeks between offers",
        maalgrupper=mg.UNGE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=FraSeneste(None, uger(4)),
        taeller=Tilbudstaeller(UNGE_ARTER),
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 96 b, stk. 1"), *RETTIDIGT),
        familie=UNGE_FAMILIE,
        efterfoelger=tvilling("LAB-2019:105.2"),
    ),
    UdenKrav(
        id="LAB-2016:84",
        titel="Intet krav om aktivt tilbud",
        titel_en="No requirement of an active offer",
        maalgrupper=(
            mg.SYGEDAGPENGE,
            *mg.NR_7_10,
            mg.FLEKSJOB,
            mg.FOERTIDSPENSIONIST,
            mg.SELVFORSOERGENDE,
            mg.UNDER_18,
            mg.NYUDDANNET,
        ),
        ansvarlig="jobcenter",
        ur="*",
        gaelder=GAMMEL,
        hjemmel=lab("§ 84", "§ 91 a", "§ 96 a"),
    ),
)
