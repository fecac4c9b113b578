"""Interviews under LAB-2019 kap. 6-7: from the switch; the other groups' go on after 1 January 2024."""

import datetime as dt

from kontaktforloeb.regelsprog import (
    Alle,
    Enkelt,
    Fravalgt,
    Gaelder,
    Haendelse,
    Hjemmel,
    Ikke,
    Laes,
    Mellem,
    Naaet,
    Nogen,
    Opfyldt,
    Ordning,
    Plus,
    Regel,
    Saerfrist,
    Samtaler,
    Sket,
    Start,
    UdenKrav,
    dage,
    maaneder,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import (
    A_KASSE,
    CV,
    JOBSAMTALER,
    NY,
    OPFOELGNING,
    SKIFT_I_2024,
    afloeses_af,
    lab_ny,
)
from kontaktforloeb.ret.lab_2016_samtaler import TILMELDING
from kontaktforloeb.ret.tidsregning import (
    CORONA_VINDUE,
    HELLIGDAG,
    PASSERET,
    seks_maaneder_sammenhaengende,
    uger_efter,
)

KAP7 = "samtaler-lab-2019"
STANDBY = (mg.DAGPENGE, *mg.NR_2_10)
STANDBY_FOER = (mg.AKTIVITETSPARAT, mg.REVALIDEND, mg.AKTIVITETSPARAT_UNG, mg.JOBAFKLARING, mg.LEDIGHEDSYDELSE)
"""Before the switch follow-up without contact was for these alone (LAB-2016 § 18, stk. 6, § 73 a, stk. 5)."""
"""Follow-up without contact counts in the contact course (§ 33, stk. 5; later stk. 3)."""
TIL_2024 = dt.date(2023, 12, 31)
_FORLOEB_TIL_2024 = Gaelder("skift", TIL_2024, dag="forloeb")


def _holdes_uden(*efter: str) -> Laes:
    """Held all the same, without the a-kasse; reading `fravalgt-a-kasse`."""
    return Laes("fravalgt-a-kasse", {"bortfalder": None, "holdes-uden": Fravalgt(efter=efter)})


def _medmindre_fravalgt(*efter: str) -> Laes:
    """Declining the a-kasse makes the extra interviews lapse, or only lets the a-kasse stay away."""
    return Laes("fravalgt-a-kasse", {"bortfalder": Ikke(Fravalgt(efter=efter)), "holdes-uden": Alle(())})


# nobody declines the a-kasse in the trial (BEK 1186/2019 § 13, stk. 1, nr. 5)
_I_FORSOEG = Ordning("a-kasseforsoeg")
_HOLDES_UDEN_FORSOEG = Laes(
    "fravalgt-a-kasse",
    {"bortfalder": None, "holdes-uden": Alle((Ikke(_I_FORSOEG), Fravalgt(efter=("LAB-2019:31.2.1",))))},
)

SEKS_MAANEDER = seks_maaneder_sammenhaengende()

REGLER = (
    Regel(
        id="LAB-2019:25.1",
        titel="Cv-samtale i a-kassen",
        titel_en="CV interview in the a-kasse",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="a-kasse",
        ur="ledighed",
        vindue=Enkelt(TILMELDING, uger_efter(TILMELDING, 2)),
        taeller=Samtaler(1, CV, A_KASSE),
        gaelder=Gaelder("skift", TIL_2024),
        hjemmel=lab_ny("§ 25, stk. 1"),
        familie="cv-lab-2019",
        # not if less than 3 months since the last de-registration
        undtagelse=Sket(
            "afmelding",
            fra=Plus(Plus(TILMELDING, maaneder(-3)), dage(1)),
            til=TILMELDING,
        ),
        efterfoelger=afloeses_af(),
        helligdag=HELLIGDAG,
        # registered while the interviews were suspended: held by 15 August 2020 (BEK 867/2020 § 8, stk. 4)
        saerfrister=(
            Saerfrist(
                dt.date(2020, 3, 1), dt.date(2020, 5, 26), dt.date(2020, 8, 15), Hjemmel(kilder.CORONA, "§ 8, stk. 4")
            ),
        ),
    ),
    Regel(
        id="LAB-2019:31.1",
        titel="Fire jobsamtaler i de første 6 måneder",
        titel_en="Four interviews in the first 6 months",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(6))),
        taeller=Samtaler(4, JOBSAMTALER, standby=STANDBY, standby_foer_skift=STANDBY_FOER),
        gaelder=_FORLOEB_TIL_2024,
        hjemmel=lab_ny("§ 31, stk. 1"),
        familie=KAP7,
        # in the trial FORSOEG-1186:10a takes its place
        betingelse=Ikke(_I_FORSOEG),
        besides=("LAB-2019:31.2.1", "LAB-2019:31.2.2"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2019:31.1",
        titel="Fire jobsamtaler i de første 6 måneder",
        titel_en="Four interviews in the first 6 months",
        maalgrupper=mg.NR_2_10,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=Enkelt(Start(), SEKS_MAANEDER),
        taeller=Samtaler(
            4,
            JOBSAMTALER,
            standby=STANDBY,
            standby_foer_skift=STANDBY_FOER,
            ogsaa=OPFOELGNING,
            ogsaa_for=(mg.JOBAFKLARING, mg.RESSOURCEFORLOEB),
        ),
        gaelder=Gaelder("skift", dag="forloeb"),
        hjemmel=(
            Hjemmel(kilder.LAB_2019, "§ 31, stk. 1", til=TIL_2024),
            Hjemmel(kilder.LAB_2019, "§ 31, stk. 3", fra=SKIFT_I_2024),
        ),
        familie=KAP7,
        helligdag=HELLIGDAG,
        vindue_corona=CORONA_VINDUE,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2019:31.2.1",
        titel="Ekstra samtale med a-kassen inden 3 måneders ledighed",
        titel_en="Extra interview with the a-kasse by 3 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(3))),
        taeller=Samtaler(1, JOBSAMTALER, faelles=True, ogsaa_uden=_holdes_uden()),
        gaelder=_FORLOEB_TIL_2024,
        hjemmel=lab_ny("§ 31, stk. 2, nr. 1"),
        familie=KAP7,
        # in the trial it does not concern the person, nor then a refusal of the next joint interview
        betingelse=Alle((Ikke(_I_FORSOEG), Sket("behov-for-a-kasse"), _medmindre_fravalgt())),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2019:31.2.2",
        titel="Ekstra samtale med a-kassen mellem 3 og 6 måneders ledighed",
        titel_en="Extra interview with the a-kasse between 3 and 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Naaet(maaneder(3)), Naaet(maaneder(6))),
        taeller=Samtaler(1, JOBSAMTALER, faelles=True, ogsaa_uden=_HOLDES_UDEN_FORSOEG),
        gaelder=_FORLOEB_TIL_2024,
        hjemmel=lab_ny("§ 31, stk. 2, nr. 2"),
        familie=KAP7,
        betingelse=Nogen((_I_FORSOEG, _medmindre_fravalgt("LAB-2019:31.2.1"))),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2019:31.3",
        titel="Første jobsamtale",
        titel_en="First interview",
        maalgrupper=mg.NR_2_5,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=Enkelt(Start(), uger_efter(Start(), 1)),
        taeller=Samtaler(1, JOBSAMTALER, standby=STANDBY, standby_foer_skift=STANDBY_FOER),
        gaelder=NY,
        hjemmel=(
            Hjemmel(kilder.LAB_2019, "§ 31, stk. 3", til=TIL_2024),
            Hjemmel(kilder.LAB_2019, "§ 31, stk. 5", fra=SKIFT_I_2024),
        ),
        familie=KAP7,
        helligdag=HELLIGDAG,
        genstart=Laes("genstart", {"uden-ny-frist": False, "med-ny-frist": True}),
        passeret=PASSERET,
    ),
    UdenKrav(
        id="LAB-2019:32.1",
        titel="Samtaler efter aftale, behov og ønske efter 6 måneder",
        titel_en="Interviews by agreement, need and request after 6 months",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        gaelder=NY,
        hjemmel=lab_ny("§ 32, stk. 1"),
        efter=Naaet(maaneder(6)),
        familie=KAP7,
    ),
    UdenKrav(
        id="LAB-2019:32.1",
        titel="Samtaler efter aftale, behov og ønske efter 6 måneder",
        titel_en="Interviews by agreement, need and request after 6 months",
        maalgrupper=mg.NR_2_10,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        gaelder=NY,
        hjemmel=lab_ny("§ 32, stk. 1"),
        efter=SEKS_MAANEDER,
        familie=KAP7,
    ),
    *(
        Regel(
            id="LAB-2019:32.1.ret",
            titel="Jobsamtale efter anmodning efter de første 6 måneder",
            titel_en="An interview on request after the first 6 months",
            maalgrupper=grupper,
            ansvarlig="jobcenter",
            ur=ur,
            vindue=Enkelt(anmodning),
            taeller=Samtaler(1, JOBSAMTALER, ogsaa=OPFOELGNING, ogsaa_for=(mg.JOBAFKLARING, mg.RESSOURCEFORLOEB)),
            gaelder=NY,
            hjemmel=lab_ny("§ 32, stk. 1"),
            familie=KAP7,
            bindes_paa_haendelsen=True,
        )
        for grupper, ur, anmodning in (
            ((mg.DAGPENGE,), "ledighed", Haendelse("anmodning-om-samtale", efter=Naaet(maaneder(6)))),
            (mg.NR_2_10, "ydelse-ny", Haendelse("anmodning-om-samtale", efter=SEKS_MAANEDER)),
        )
    ),
    Regel(
        id="LAB-2019:32.2",
        titel="A-kassen deltager i en samtale inden 16 måneders ledighed",
        titel_en="The a-kasse takes part in one interview by 16 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Naaet(maaneder(6)), Naaet(maaneder(16)), efter=True),
        taeller=Samtaler(1, JOBSAMTALER, faelles=True),
        gaelder=NY,
        hjemmel=lab_ny("§ 32, stk. 2"),
        familie=KAP7,
        betingelse=Ikke(
            Fravalgt(
                efter=(
                    "LAB-2016:16b.1.1",
                    "LAB-2016:16b.1.2",
                    "LAB-2019:209.2b",
                    "LAB-2019:31.2.1",
                    "LAB-2019:31.2.2",
                )
            )
        ),
        # § 209, stk. 2: above 6 months at the switch, not where the interview of § 16 b, stk. 1, nr. 3, was held
        undtagelse=Alle((Mellem(maaneder(6), None), Opfyldt("LAB-2016:16b.1.3"))),
        fortraenges_af=("LAB-2019:209.2c",),
        helligdag=HELLIGDAG,
    ),
)
