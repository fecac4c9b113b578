"""The transition of LAB-2019 § 209: who has a course running on the day of the switch."""

from kontaktforloeb.regelsprog import (
    Alle,
    Enkelt,
    Fravalgt,
    Gaelder,
    Haft,
    Ikke,
    Laes,
    Mellem,
    Naaet,
    Opfyldt,
    Plus,
    Regel,
    Samtaler,
    Skift,
    Start,
    dage,
    maaneder,
    uger,
)
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import JOBCENTER, JOBSAMTALER, OPFOELGNING, lab_ny
from kontaktforloeb.ret.lab_2019_samtaler import KAP7, SEKS_MAANEDER, STANDBY
from kontaktforloeb.ret.tidsregning import CORONA_VINDUE, HELLIGDAG, kalendermaaneder

_SKIFT = Gaelder("skift", dag="skift")
_UGER = Laes("uger-209", {"fuldfoerte": "fuldfoerte", "paabegyndte": "paabegyndte"})
_BAAND_1 = (mg.AKTIVITETSPARAT, mg.AABENLYST, mg.AKTIVITETSPARAT_UNG, *mg.NR_7_10)
_BAAND_2 = (mg.JOBPARAT, mg.UDDANNELSESPARAT)
_FIRE_FOER = Haft(
    4,
    (*JOBSAMTALER, "opfoelgningssamtale"),
    Plus(Skift(), dage(-175)),
    Plus(Skift(), dage(-1)),
    JOBCENTER,
    familie=KAP7,
)

REGLER = (
    Regel(
        id="LAB-2019:209.2a",
        titel="Overgang: seks jobsamtaler i de første 6 måneders ledighed",
        titel_en="Transition: six interviews in the first 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(6))),
        taeller=Samtaler(6, JOBSAMTALER, standby=STANDBY),
        gaelder=_SKIFT,
        hjemmel=lab_ny("§ 209, stk. 2"),
        familie=KAP7,
        betingelse=Mellem(None, maaneder(6)),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2019:209.2b",
        titel="Overgang: a-kassen deltager i to af de seks jobsamtaler",
        titel_en="Transition: the a-kasse takes part in two of the six interviews",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(6))),
        taeller=Samtaler(2, JOBSAMTALER, faelles=True),
        gaelder=_SKIFT,
        hjemmel=lab_ny("§ 209, stk. 2"),
        familie=KAP7,
        betingelse=Alle((Mellem(None, maaneder(6)), Laes("fravalg-209", {"nej": Alle(()), "ja": Ikke(Fravalgt())}))),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2019:209.2c",
        titel="Overgang: 16-måneders-samtale med a-kassen",
        titel_en="Transition: the 16-month interview with the a-kasse",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Skift(), Naaet(maaneder(16))),
        taeller=Samtaler(1, JOBSAMTALER, faelles=True),
        gaelder=_SKIFT,
        hjemmel=lab_ny("§ 209, stk. 2", "§ 32, stk. 2"),
        familie=KAP7,
        betingelse=Alle(
            (
                Mellem(maaneder(6), None),
                Ikke(Fravalgt(efter=("LAB-2016:16b.1.1", "LAB-2016:16b.1.2", "LAB-2016:16b.1.3"))),
            )
        ),
        # unless the interview of § 16 b, stk. 1, nr. 3, was held
        undtagelse=Opfyldt("LAB-2016:16b.1.3"),
        aaben_pligt_efter=maaneder(16),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2019:209.3",
        titel="Overgang: fire jobsamtaler i de første 6 måneder",
        titel_en="Transition: four interviews in the first 6 months",
        maalgrupper=mg.NR_2_10,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=Enkelt(Start(), SEKS_MAANEDER),
        taeller=Samtaler(
            4,
            JOBSAMTALER,
            standby=STANDBY,
            ogsaa=OPFOELGNING,
            ogsaa_for=(mg.JOBAFKLARING, mg.RESSOURCEFORLOEB),
            # those before the switch were held under § 73 a, not kap. 7
            foerst_fra_skift_for=Laes("kredit-209", {"ja": (), "nej": (mg.LEDIGHEDSYDELSE,)}),
        ),
        gaelder=_SKIFT,
        hjemmel=lab_ny("§ 209, stk. 3"),
        familie=KAP7,
        betingelse=Mellem(None, uger(13), uger=_UGER),
        helligdag=HELLIGDAG,
        vindue_corona=CORONA_VINDUE,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2019:209.4.1a",
        titel="Overgang: to jobsamtaler til og med 6 måneder",
        titel_en="Transition: two interviews until 6 months",
        maalgrupper=_BAAND_1,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=Enkelt(Skift(), SEKS_MAANEDER),
        taeller=Samtaler(
            2, JOBSAMTALER, standby=STANDBY, ogsaa=OPFOELGNING, ogsaa_for=(mg.JOBAFKLARING, mg.RESSOURCEFORLOEB)
        ),
        gaelder=_SKIFT,
        hjemmel=lab_ny("§ 209, stk. 4, nr. 1"),
        familie=KAP7,
        betingelse=Mellem(uger(13), uger(20), uger=_UGER),
        undtagelse=Laes("medmindre-209", {"begge": _FIRE_FOER, "kun-21-25": None}),
        helligdag=HELLIGDAG,
        vindue_corona=CORONA_VINDUE,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2019:209.4.1b",
        titel="Overgang: en jobsamtale til og med 6 måneder",
        titel_en="Transition: one interview until 6 months",
        maalgrupper=_BAAND_1,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=Enkelt(Skift(), SEKS_MAANEDER),
        taeller=Samtaler(
            1, JOBSAMTALER, standby=STANDBY, ogsaa=OPFOELGNING, ogsaa_for=(mg.JOBAFKLARING, mg.RESSOURCEFORLOEB)
        ),
        gaelder=_SKIFT,
        hjemmel=lab_ny("§ 209, stk. 4, nr. 1"),
        familie=KAP7,
        betingelse=Mellem(uger(21), uger(25), uger=_UGER, loft=kalendermaaneder(6)),
        undtagelse=_FIRE_FOER,
        helligdag=HELLIGDAG,
        vindue_corona=CORONA_VINDUE,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2019:209.4.2",
        titel="Overgang: en jobsamtale til og med 6 måneder",
        titel_en="Transition: one interview until 6 months",
        maalgrupper=_BAAND_2,
        ansvarlig="jobcenter",
        ur="ydelse-ny",
        vindue=Enkelt(Skift(), SEKS_MAANEDER),
        taeller=Samtaler(
            1, JOBSAMTALER, standby=STANDBY, ogsaa=OPFOELGNING, ogsaa_for=(mg.JOBAFKLARING, mg.RESSOURCEFORLOEB)
        ),
        gaelder=_SKIFT,
        hjemmel=lab_ny("§ 209, stk. 4, nr. 2"),
        familie=KAP7,
        betingelse=Mellem(uger(13), uger(25), uger=_UGER, loft=kalendermaaneder(6)),
        undtagelse=_FIRE_FOER,
        helligdag=HELLIGDAG,
        vindue_corona=CORONA_VINDUE,
        laeser=("kort-hul",),
    ),
)
