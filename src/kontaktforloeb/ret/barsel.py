"""The interview offered towards the end of a leave (LAB-2016 § 20 b, LAB-2019 § 27, stk. 2, from 2024 stk. 4)."""

import datetime as dt

from kontaktforloeb.regelsprog import (
    Efterfoelger,
    Enkelt,
    Gaelder,
    Hjemmel,
    Orlovsslut,
    Orlovsstart,
    Plus,
    Regel,
    Samtaler,
    Senere,
    maaneder,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import GAMMEL, JOBSAMTALER, NY, SKIFT_I_2024, lab, tvilling

_SLUT = Orlovsslut("barsel")


def _tilbudt_samtale(
    id_: str,
    grupper: tuple[str, ...],
    ur: str,
    gaelder: Gaelder,
    hjemmel: tuple[Hjemmel, ...],
    familie: str,
    efter: Efterfoelger | None,
) -> Regel:
    return Regel(
        id=id_,
        titel="Tilbud om en samtale i de sidste 3 måneder af barslen",
        titel_en="Offer of an interview in the last 3 months of the leave",
        maalgrupper=grupper,
        ansvarlig="jobcenter",
        ur=ur,
        # 'som er på barsel': a leave shorter than the three months begins the window
        vindue=Enkelt(Senere((Plus(_SLUT, maaneder(-3)), Orlovsstart())), _SLUT),
        taeller=Samtaler(1, JOBSAMTALER, tilbudt_er_nok=True),
        gaelder=gaelder,
        hjemmel=hjemmel,
        familie=familie,
        efterfoelger=efter,
    )


REGLER = (
    _tilbudt_samtale(
        "LAB-2016:20b.1",
        mg.VOKSNE,
        "ydelse-gammel",
        GAMMEL,
        lab("§ 20 b, stk. 1"),
        "barsel-gammel",
        tvilling("LAB-2019:27.2"),
    ),
    _tilbudt_samtale(
        "LAB-2016:20b.2",
        mg.UNGE,
        "ydelse-gammel",
        GAMMEL,
        lab("§ 20 b, stk. 2"),
        "barsel-gammel",
        tvilling("LAB-2019:27.2"),
    ),
    _tilbudt_samtale(
        "LAB-2019:27.2",
        mg.NR_2_5,
        "ydelse-ny",
        NY,
        (
            Hjemmel(kilder.LAB_2019, "§ 27, stk. 2", til=SKIFT_I_2024 - dt.timedelta(1)),
            Hjemmel(kilder.LAB_2019, "§ 27, stk. 4", fra=SKIFT_I_2024),
        ),
        "barsel-ny",
        None,
    ),
)
