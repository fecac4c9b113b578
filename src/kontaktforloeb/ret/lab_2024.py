"""Interviews of dagpengemodtagere whose course begins on or after 1 January 2024 (LAB-2024 § 31, lov 727/2023)."""

from kontaktforloeb.regelsprog import (
    Enkelt,
    Faseslut,
    FaseslutDagenEfter,
    Gaelder,
    Ikke,
    Naaet,
    Ordning,
    Regel,
    Samtaler,
    Start,
    maaneder,
)
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import A_KASSE, JOBCENTER, JOBSAMTALER, SKIFT_I_2024, lab_ny
from kontaktforloeb.ret.lab_2019_samtaler import KAP7, STANDBY
from kontaktforloeb.ret.tidsregning import HELLIGDAG, TILMELDING_I_FORLOEBET, uger_efter

_FORLOEB = Gaelder(SKIFT_I_2024, dag="forloeb")
_VISITERET = Ordning("visiteret-til-jobcenter")

REGLER = (
    Regel(
        id="LAB-2024:31.1a",
        titel="Tre jobsamtaler i a-kassen i dens del af forløbet",
        titel_en="Three interviews by the a-kasse in its part of the course",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="a-kasse",
        ur="ledighed",
        vindue=Enkelt(Start(), Faseslut(), kan_for_sent=False),
        taeller=Samtaler(3, JOBSAMTALER, A_KASSE, standby=STANDBY),
        gaelder=_FORLOEB,
        hjemmel=lab_ny("§ 31, stk. 1"),
        familie=KAP7,
        undtagelse=_VISITERET,
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2024:31.1b",
        titel="Tre jobsamtaler i jobcenteret fra overtagelsen til 6 måneders ledighed",
        titel_en="Three interviews by the job centre from the take-over to 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(FaseslutDagenEfter(), Naaet(maaneder(6))),
        taeller=Samtaler(3, JOBSAMTALER, JOBCENTER, standby=STANDBY),
        gaelder=_FORLOEB,
        hjemmel=lab_ny("§ 31, stk. 1"),
        familie=KAP7,
        undtagelse=_VISITERET,
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2024:31.1c",
        titel="Seks jobsamtaler i jobcenteret i de første 6 måneders ledighed",
        titel_en="Six interviews by the job centre in the first 6 months of unemployment",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="jobcenter",
        ur="ledighed",
        vindue=Enkelt(Start(), Naaet(maaneder(6))),
        taeller=Samtaler(6, JOBSAMTALER, JOBCENTER, standby=STANDBY),
        gaelder=_FORLOEB,
        hjemmel=lab_ny("§ 31, stk. 1", "§ 27, stk. 3"),
        familie=KAP7,
        undtagelse=Ikke(_VISITERET),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="LAB-2024:31.4",
        titel="Første jobsamtale i a-kassen",
        titel_en="First interview, by the a-kasse",
        maalgrupper=(mg.DAGPENGE,),
        ansvarlig="a-kasse",
        ur="ledighed",
        vindue=Enkelt(TILMELDING_I_FORLOEBET, uger_efter(TILMELDING_I_FORLOEBET, 2)),
        taeller=Samtaler(1, JOBSAMTALER, A_KASSE, standby=STANDBY),
        gaelder=_FORLOEB,
        hjemmel=lab_ny("§ 31, stk. 4"),
        familie=KAP7,
        undtagelse=_VISITERET,
        helligdag=HELLIGDAG,
    ),
)
