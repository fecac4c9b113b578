"""Interviews under LAB-2016 kap. 6-7 (LAB-2015 has the same numbers): 1 July 2015 to the day before the switch."""

import datetime as dt

from kontaktforloeb.regelsprog import (
    Alle,
    Efter,
    Enkelt,
    FraSeneste,
    Fravalgt,
    Gaelder,
    Haendelse,
    Haft,
    Hjemmel,
    Ikke,
    Kalenderdag,
    Kumulativ,
    Laes,
    Naaet,
    Opfyldt,
    PaaHinanden,
    Plus,
    Regel,
    Samtaler,
    Seneste,
    Sket,
    Start,
    UdenKrav,
    dage,
    maaneder,
    uger,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import (
    A_KASSE,
    CV,
    GAMMEL,
    JOBCENTER,
    JOBSAMTALER,
    JOBSAMTALER_OG_OPFOELGNING,
    VEJLEDNING,
    afgjort_af,
    afloeses_af,
    bek,
    lab,
    tvilling,
)
from kontaktforloeb.ret.tidsregning import FRIST_DAG, HELLIGDAG, PASSERET, SIDSTE_DAG, kalendermaaneder, uger_efter

_BAAND_209 = ("LAB-2019:209.3", "LAB-2019:209.4.1a", "LAB-2019:209.4.1b", "LAB-2019:209.4.2", "LAB-2019:32.1")
_YDELSESUGER = Laes("uge-og-tre-maaneder", {"kalender": False, "ydelsesuger": True})
_TOLV_MAANEDER = Laes(
    "tolv-maaneder",
    {"paa-hinanden": "blokke", "rullende": "rullende", "hele-kalendermaaneder": "kalendermaaned"},
)
_TOLERANCE = Laes("tolerance", {"kalenderdage": dage(14), "timer": uger(2)})
_FORRIGE_TRIN = Laes("tidlig-samtale", {"fasen": False, "forrige-trin": True})
_TO_MAANEDER = Laes("to-maaneder-uger", {"maaneder": kalendermaaneder(2), "uger": uger(9)})
TRE_MAANEDER = Laes("to-maaneder-uger", {"maaneder": kalendermaaneder(3), "uger": uger(13)})
_EFTER_CV = Laes("foer-cv-samtale", {"nej": True, "ja": False})
TILMELDING = Haendelse("tilmelding", ellers_start=True)
KAP7 = "samtaler-lab-2016"
_UDEN_A_KASSE_TIL = dt.date(2016, 6, 30)
"""§ 16 b, stk. 3: the a-kasse takes no part in the first talk from 1 July 2015 'til den 1. juli 2016'."""
_STANDBY = (mg.AKTIVITETSPARAT, mg.AKTIVITETSPARAT_UNG)  # § 18, stk. 6


def _en_uge(punkt: object) -> Plus:
    return Plus(punkt, uger(1), fradrag=FRIST_DAG, benefituger=_YDELSESUGER)


def _tre_maaneder(punkt: object) -> Plus:
    return Plus(punkt, maaneder(3), sidste_dag=SIDSTE_DAG, benefituger=_YDELSESUGER)


def _i_seks_maaneder(antal: int) -> Samtaler:
    """Interviews of § 16 a, stk. 1; one guidance talk, of whatever kind, may take the place of one (stk. 6)."""
    return Samtaler(
        antal,
        JOBSAMTALER,
        hoejst_en_formaal=VEJLEDNING,
        ogsaa=("anden",),
        ogsaa_for=(mg.DAGPENGE,),
        ogsaa_formaal=VEJLEDNING,
    )


DAGPENGE = (
    Regel(
        id="LAB-2016:14.1",
        titel="Cv-samtale i a-kassen",
        titel_en="CV interview in the a-kasse",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="a-kasse",
        ur="ledighed",
        vindue=Enkelt(TILMELDING, uger_efter(TILMELDING, 2)),
        taeller=Samtaler(1, CV, A_KASSE),
        gaelder=GAMMEL,
        hjemmel=(*lab("§ 14, stk. 1"), *bek("§ 15")),
        familie="cv-lab-2016",
        undtagelse=Haft(1, CV, Plus(TILMELDING, maaneder(-3)), Plus(TILMELDING, dage(-1))),
        afgjort_af=afgjort_af("undtagelse", lab("§ 14, stk. 2")),
        efterfoelger=tvilling("LAB-2019:25.1"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:19",
        titel="Første jobsamtale",
        titel_en="First interview",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(uger(6))),
        taeller=Samtaler(
            1,
            JOBSAMTALER,
            efter_cv=_EFTER_CV,
            ikke_formaal=(VEJLEDNING,),
        ),
        gaelder=GAMMEL,
        hjemmel=lab("§ 19"),
        familie=KAP7,
        efterfoelger=afloeses_af("LAB-2019:209.2a"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16a.1",
        titel="Jobsamtale hver måned i de første 6 måneders ledighed",
        titel_en="Interview each month in the first 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        # 'jf. dog § 19': the first is held by the deadline of § 19, which comes later for who works part of the time
        vindue=Kumulativ(maaneder(1), _TOLERANCE, antal=6, forrige_trin=_FORRIGE_TRIN, foerst_fra=Naaet(uger(6))),
        taeller=_i_seks_maaneder(1),
        gaelder=GAMMEL,
        hjemmel=lab("§ 16 a, stk. 1", "§ 16 a, stk. 4"),
        familie=KAP7,
        efterfoelger=afloeses_af("LAB-2019:209.2a"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16a.4a",
        titel="Seks jobsamtaler i de første 6 måneders ledighed",
        titel_en="Six interviews in the first 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(6))),
        taeller=_i_seks_maaneder(6),
        gaelder=GAMMEL,
        hjemmel=lab("§ 16 a, stk. 4"),
        familie=KAP7,
        efterfoelger=afloeses_af("LAB-2019:209.2a"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16a.2",
        titel="Jobsamtale hver 3. måned efter 6 måneders ledighed",
        titel_en="Interview each 3 months after 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Kumulativ(maaneder(3), _TOLERANCE, fra=maaneder(6), forrige_trin=_FORRIGE_TRIN),
        # 'ud over jobsamtalerne i stk. 2' (stk. 3): the one at 16 months fills no later step, marked or not
        taeller=Samtaler(
            1,
            JOBSAMTALER,
            ikke_formaal=(VEJLEDNING, "16-maaneder"),
            levner=Laes("seksten-maaneder", {"ikke-brugt": ("LAB-2016:16a.3",), "enhver": ()}),
        ),
        gaelder=GAMMEL,
        hjemmel=lab("§ 16 a, stk. 2", "§ 16 a, stk. 4"),
        familie=KAP7,
        efterfoelger=afloeses_af("LAB-2019:209.2c"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16a.4b",
        titel="Fire jobsamtaler pr. 12 måneders ledighed efter de første 6 måneder",
        titel_en="Four interviews in each 12 months of unemployment after the first 6",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=PaaHinanden(
            Naaet(maaneder(6)),
            maaneder(12),
            paa_uret=True,
            form=Laes("tolv-maaneders-gulv", {"blokke": "blokke", "rullende": "rullende"}),
        ),
        # four of stk. 2: the one at 16 months is held besides them (stk. 3)
        taeller=Samtaler(
            4,
            JOBSAMTALER,
            ikke_formaal=(VEJLEDNING, "16-maaneder"),
            ikke_brugt_af=Laes("seksten-maaneder", {"ikke-brugt": ("LAB-2016:16a.3",), "enhver": ()}),
        ),
        gaelder=GAMMEL,
        hjemmel=lab("§ 16 a, stk. 4"),
        familie=KAP7,
        efterfoelger=afloeses_af("LAB-2019:209.2c"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16a.3",
        titel="Jobsamtale med tilbud om intensiveret indsats",
        titel_en="Interview with an offer of an intensified effort",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(
            Laes("seksten-maaneder", {"ikke-brugt": Naaet(maaneder(9)), "enhver": Start()}), Naaet(maaneder(16))
        ),
        taeller=Samtaler(
            1,
            JOBSAMTALER,
            fortrin="16-maaneder",
            ikke_brugt_af=Laes("seksten-maaneder", {"ikke-brugt": ("LAB-2016:16a.2",), "enhver": ()}),
        ),
        gaelder=GAMMEL,
        hjemmel=lab("§ 16 a, stk. 3"),
        familie=KAP7,
        # § 209, stk. 2, names those above 6 months; below, LAB-2019 § 32 asks for it by itself
        efterfoelger=afloeses_af("LAB-2019:209.2c", "LAB-2019:32.2"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16b.1.1",
        titel="A-kassen deltager i den første jobsamtale",
        titel_en="The a-kasse takes part in the first interview",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(uger(6)), kan_for_sent=True),
        # 'den første jobsamtale efter § 19', so after the cv-samtale as that one is, and no guidance (§ 16 a, stk. 6)
        taeller=Samtaler(1, JOBSAMTALER, faelles=True, foerste=True, efter_cv=_EFTER_CV, ikke_formaal=(VEJLEDNING,)),
        # nor one whose last day lies in the time of § 16 b, stk. 3
        gaelder=Gaelder(_UDEN_A_KASSE_TIL + dt.timedelta(1), "foer-skift"),
        hjemmel=lab("§ 16 b, stk. 1, nr. 1", "§ 16 b, stk. 2", "§ 16 b, stk. 3"),
        familie=KAP7,
        # a need found when that talk is over does not concern it
        betingelse=Alle((Sket("behov-for-a-kasse", senest_ved="LAB-2016:19"), Ikke(Fravalgt()))),
        # § 16 b, stk. 3, goes by the day the talk is held, which may lie long before its last day
        undtagelse=Opfyldt("LAB-2016:19", senest=Kalenderdag(_UDEN_A_KASSE_TIL)),
        efterfoelger=afloeses_af("LAB-2019:209.2b"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16b.1.2",
        titel="A-kassen deltager i en jobsamtale mellem 4 og 6 måneders ledighed",
        titel_en="The a-kasse takes part in one interview between 4 and 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Naaet(maaneder(4)), Naaet(maaneder(6))),
        # guidance stands in for a monthly interview, but not for one of these (§ 16 a, stk. 6)
        taeller=Samtaler(1, JOBSAMTALER, faelles=True, ikke_formaal=(VEJLEDNING,)),
        gaelder=GAMMEL,
        hjemmel=lab("§ 16 b, stk. 1, nr. 2", "§ 16 b, stk. 2"),
        familie=KAP7,
        betingelse=Ikke(Fravalgt(efter=("LAB-2016:16b.1.1",))),
        efterfoelger=afloeses_af("LAB-2019:209.2b"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:16b.1.3",
        titel="A-kassen deltager i 16-måneders-samtalen",
        titel_en="The a-kasse takes part in the 16-month interview",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(
            Laes("seksten-maaneder", {"ikke-brugt": Naaet(maaneder(9)), "enhver": Start()}), Naaet(maaneder(16))
        ),
        taeller=Samtaler(
            1,
            JOBSAMTALER,
            faelles=True,
            fortrin="16-maaneder",
            ikke_formaal=(VEJLEDNING,),
            ikke_brugt_af=Laes("seksten-maaneder", {"ikke-brugt": ("LAB-2016:16a.2",), "enhver": ()}),
        ),
        gaelder=GAMMEL,
        hjemmel=lab("§ 16 b, stk. 1, nr. 3", "§ 16 b, stk. 2"),
        familie=KAP7,
        betingelse=Ikke(Fravalgt(efter=("LAB-2016:16b.1.1", "LAB-2016:16b.1.2"))),
        efterfoelger=afloeses_af("LAB-2019:209.2c", "LAB-2019:32.2"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:26a.3",
        titel="Vejledningssamtale om jobrettet uddannelse",
        titel_en="Guidance interview on job-oriented education",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(
            Haendelse("anmodning-jobrettet-uddannelse"), uger_efter(Haendelse("anmodning-jobrettet-uddannelse"), 1)
        ),
        taeller=Samtaler(1, (*JOBSAMTALER, "anden"), formaal=VEJLEDNING),
        gaelder=GAMMEL,
        hjemmel=lab("§ 26 a, stk. 3"),
        familie="vejledning-lab-2016",
        # asked for after the cv-samtale and before the first jobsamtale
        betingelse=Alle(
            (
                # people register, and may have it, before the first benefit day
                Haft(1, CV, Plus(Start(), maaneder(-3)), Haendelse("anmodning-jobrettet-uddannelse")),
                # 'første jobsamtale efter § 19' is the job centre's; held the same day, which came first is not known
                Ikke(
                    Haft(
                        1,
                        JOBSAMTALER,
                        Start(),
                        Haendelse("anmodning-jobrettet-uddannelse"),
                        JOBCENTER,
                        familie=KAP7,
                        ikke_formaal=VEJLEDNING,
                        standby=False,
                    )
                ),
            )
        ),
        efterfoelger=afloeses_af(),
        helligdag=HELLIGDAG,
    ),
)

KONTANTHJAELP = (
    Regel(
        id="LAB-2016:20.1",
        titel="Første jobsamtale",
        titel_en="First interview",
        maalgrupper=mg.VOKSNE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Start(), _en_uge(Start())),
        taeller=Samtaler(1, JOBSAMTALER, standby=_STANDBY),
        gaelder=GAMMEL,
        hjemmel=lab("§ 20, stk. 1"),
        familie=KAP7,
        efterfoelger=tvilling("LAB-2019:31.3", regnes_fra=True),
        helligdag=HELLIGDAG,
        genstart=Laes("genstart", {"uden-ny-frist": False, "med-ny-frist": True}),
        passeret=PASSERET,
    ),
    Regel(
        id="LAB-2016:20.2",
        titel="To jobsamtaler mere i de første 3 kalendermåneder",
        titel_en="Two more interviews in the first 3 calendar months",
        maalgrupper=(mg.JOBPARAT,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Start(), _tre_maaneder(Start())),
        taeller=Samtaler(2, JOBSAMTALER),
        gaelder=GAMMEL,
        hjemmel=lab("§ 20, stk. 2"),
        familie=KAP7,
        efterfoelger=afloeses_af(*_BAAND_209),
        besides=Laes("foerste-samtale-medregnes", {"nej": ("LAB-2016:20.1",), "ja": ()}),
        helligdag=HELLIGDAG,
        passeret=PASSERET,
    ),
    Regel(
        id="LAB-2016:17.1",
        titel="Fire jobsamtaler inden for 12 kalendermåneder",
        titel_en="Four interviews within 12 calendar months",
        maalgrupper=mg.VOKSNE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=PaaHinanden(
            Efter(("LAB-2016:20.1", "LAB-2016:20.2"), indtraeden=mg.VOKSNE), kalendermaaneder(12), form=_TOLV_MAANEDER
        ),
        taeller=Samtaler(4, JOBSAMTALER, standby=_STANDBY),
        gaelder=GAMMEL,
        hjemmel=lab("§ 17, stk. 1"),
        familie=KAP7,
        efterfoelger=afloeses_af(*_BAAND_209),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:20a.1",
        titel="Første samtale",
        titel_en="First interview",
        maalgrupper=mg.UNGE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Start(), _en_uge(Start())),
        taeller=Samtaler(1, JOBSAMTALER, standby=_STANDBY),
        gaelder=GAMMEL,
        hjemmel=lab("§ 20 a, stk. 1"),
        familie=KAP7,
        efterfoelger=tvilling("LAB-2019:31.3", regnes_fra=True),
        helligdag=HELLIGDAG,
        genstart=Laes("genstart", {"uden-ny-frist": False, "med-ny-frist": True}),
        passeret=PASSERET,
    ),
    Regel(
        id="LAB-2016:20a.2",
        titel="To samtaler mere i de første 3 kalendermåneder",
        titel_en="Two more interviews in the first 3 calendar months",
        maalgrupper=(mg.UDDANNELSESPARAT,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=Enkelt(Start(), _tre_maaneder(Start())),
        taeller=Samtaler(2, JOBSAMTALER),
        gaelder=GAMMEL,
        # in the orders before BEK 1297/2016 it has another number, which was not read
        hjemmel=(*lab("§ 20 a, stk. 2"), Hjemmel(kilder.BEK_LAB, "§ 39, stk. 3", fra=dt.date(2016, 11, 14))),
        familie=KAP7,
        efterfoelger=afloeses_af(*_BAAND_209),
        besides=Laes("foerste-samtale-medregnes", {"nej": ("LAB-2016:20a.1",), "ja": ()}),
        helligdag=HELLIGDAG,
        passeret=PASSERET,
    ),
    UdenKrav(
        id="LAB-2016:18.3",
        titel="Samtaler efter behov",
        titel_en="Interviews as needed",
        maalgrupper=mg.UDDANNELSESPARATE,
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        gaelder=GAMMEL,
        hjemmel=lab("§ 18, stk. 3"),
    ),
    Regel(
        id="LAB-2016:18.4",
        titel="Samtale senest hver 2. måned",
        titel_en="Interview at latest each 2 months",
        maalgrupper=(mg.AKTIVITETSPARAT_UNG,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=FraSeneste(
            Efter(("LAB-2016:20a.1", "LAB-2016:20a.2"), indtraeden=(mg.AKTIVITETSPARAT_UNG,)),
            _TO_MAANEDER,
            flyttes=True,
        ),
        taeller=Samtaler(1, JOBSAMTALER, standby=_STANDBY),
        gaelder=GAMMEL,
        hjemmel=lab("§ 18, stk. 4"),
        familie=KAP7,
        efterfoelger=afloeses_af(*_BAAND_209),
        helligdag=HELLIGDAG,
        laeser=("kort-hul",),
    ),
)

REVALIDERING_MV = (
    Regel(
        id="LAB-2016:18.1",
        titel="Jobsamtale senest hver 3. måned",
        titel_en="Interview at latest each 3 months",
        maalgrupper=(mg.REVALIDEND,),
        ansvarlig="jobcenter",
        ur="ydelse-gammel",
        vindue=FraSeneste(Start(), TRE_MAANEDER, flyttes=True),
        taeller=Samtaler(1, JOBSAMTALER, standby=(mg.REVALIDEND,)),
        gaelder=GAMMEL,
        hjemmel=lab("§ 18, stk. 1"),
        familie=KAP7,
        efterfoelger=afloeses_af(*_BAAND_209),
        helligdag=HELLIGDAG,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:18.2",
        titel="Seks samtaler inden for 12 kalendermåneder",
        titel_en="Six interviews within 12 calendar months",
        maalgrupper=(mg.RESSOURCEFORLOEB, mg.JOBAFKLARING),
        ansvarlig="jobcenter",
        ur="forloeb",
        vindue=PaaHinanden(Start(), kalendermaaneder(12), efter=False, form=_TOLV_MAANEDER),
        taeller=Samtaler(6, JOBSAMTALER_OG_OPFOELGNING, standby=(mg.JOBAFKLARING,)),
        gaelder=GAMMEL,
        hjemmel=lab("§ 18, stk. 2"),
        familie=KAP7,
        efterfoelger=afloeses_af(*_BAAND_209),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:68e.3",
        titel="Seks samtaler inden for 6 kalendermåneder i det intensiverede forløb",
        titel_en="Six interviews within 6 calendar months in the intensified course",
        maalgrupper=(mg.JOBAFKLARING,),
        ansvarlig="jobcenter",
        ur="forloeb",
        vindue=PaaHinanden(Haendelse("intensiveret-forloeb"), kalendermaaneder(6), efter=False, form=_TOLV_MAANEDER),
        taeller=Samtaler(6, JOBSAMTALER_OG_OPFOELGNING, standby=(mg.JOBAFKLARING,)),
        gaelder=GAMMEL,
        hjemmel=lab("§ 18, stk. 2", "§ 68 e, stk. 3"),
        familie=KAP7,
        efterfoelger=afloeses_af(*_BAAND_209),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2016:73a.2",
        titel="Jobsamtale senest hver 3. måned på ledighedsydelse",
        titel_en="Interview at latest each 3 months on ledighedsydelse",
        maalgrupper=(mg.LEDIGHEDSYDELSE,),
        ansvarlig="jobcenter",
        ur="ledighedsydelse-sammenlagt",
        vindue=FraSeneste(Seneste("visitation-fleksjob"), TRE_MAANEDER, flyttes=True, hviler_under=("barsel",)),
        taeller=Samtaler(1, JOBSAMTALER, standby=(mg.LEDIGHEDSYDELSE,)),
        gaelder=GAMMEL,
        hjemmel=lab("§ 73 a, stk. 2"),
        familie="samtaler-73a",
        efterfoelger=afloeses_af(*_BAAND_209),
        helligdag=HELLIGDAG,
        laeser=("kort-hul",),
    ),
    Regel(
        id="LAB-2016:73e.1",
        titel="Cv-samtale på ledighedsydelse",
        titel_en="CV interview on ledighedsydelse",
        maalgrupper=(mg.LEDIGHEDSYDELSE,),
        ansvarlig="jobcenter",
        ur="ledighedsydelse-ret",
        vindue=Enkelt(Start(), uger_efter(Start(), 3)),
        taeller=Samtaler(1, CV, holdere=None),
        gaelder=GAMMEL,
        hjemmel=lab("§ 73 e, stk. 1"),
        afgjort_af=afgjort_af("undtagelse", lab("§ 73 e, stk. 2")),
        familie="samtaler-73e",
        # § 73 e, stk. 2: held in the 3 months before the right and after the visitation
        undtagelse=Alle(
            (
                Haft(1, CV, Plus(Start(), maaneder(-3)), Plus(Start(), dage(-1))),
                Haft(1, CV, Seneste("visitation-fleksjob"), Plus(Start(), dage(-1))),
            )
        ),
        efterfoelger=afloeses_af(),
        helligdag=HELLIGDAG,
    ),
)

REGLER = (*DAGPENGE, *KONTANTHJAELP, *REVALIDERING_MV)
