"""The a-kasse's two rådighedssamtaler (RAAD-808 § 37, before it BEK 701/2015 § 35; RAAD-1172 § 39).

They stay where they were under the plan of 2018: their dates are those of the orders.
From 1 January 2024 no number stands (BEK 1590/2023 § 40).
"""

import datetime as dt

from kontaktforloeb.regelsprog import Enkelt, Gaelder, Hjemmel, Naaet, Regel, Samtaler, Start, maaneder
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import A_KASSE, RAADIGHED, START_2015, afloeses_af, tvilling
from kontaktforloeb.ret.tidsregning import HELLIGDAG

_2017 = dt.date(2017, 7, 1)
_2019 = dt.date(2019, 12, 31)


def _par(
    gruppe: str, nr: str, titel: str, titel_en: str, vindue: Enkelt, besides: tuple[str, ...]
) -> tuple[Regel, ...]:
    gammel, ny = f"RAAD-808:37.1{nr}", f"RAAD-1172:39.1{nr}"
    return (
        Regel(
            id=gammel,
            titel=titel,
            titel_en=titel_en,
            maalgrupper=(gruppe,),
            ansvarlig="a-kasse",
            ur="raadighed",
            vindue=vindue,
            taeller=Samtaler(1, RAADIGHED, A_KASSE),
            gaelder=Gaelder(START_2015, _2019),
            hjemmel=(
                Hjemmel(kilder.RAAD, "§ 35, stk. 1", til=_2017 - dt.timedelta(1)),
                Hjemmel(kilder.RAAD, "§ 37, stk. 1", fra=_2017),
            ),
            familie="raadighed-gammel",
            efterfoelger=tvilling(ny),
            besides=tuple(b.replace("*", "RAAD-808:37.1") for b in besides),
            helligdag=HELLIGDAG,
        ),
        Regel(
            id=ny,
            titel=titel,
            titel_en=titel_en,
            maalgrupper=(gruppe,),
            ansvarlig="a-kasse",
            ur="raadighed",
            vindue=vindue,
            taeller=Samtaler(1, RAADIGHED, A_KASSE),
            gaelder=Gaelder(dt.date(2020, 1, 1), dt.date(2023, 12, 31)),
            hjemmel=(Hjemmel(kilder.RAAD, "§ 39, stk. 1"),),
            familie="raadighed-ny",
            efterfoelger=afloeses_af(),
            # the first may have fallen due under the order before: one talk is still one of the two
            besides=tuple(b.replace("*", act) for b in besides for act in ("RAAD-1172:39.1", "RAAD-808:37.1")),
            helligdag=HELLIGDAG,
        ),
    )


REGLER = (
    *_par(
        mg.DAGPENGE,
        "a",
        "Første rådighedssamtale inden 3 måneders ledighed",
        "First availability interview by 3 months of unemployment",
        Enkelt(Start(), Naaet(maaneder(3))),
        (),
    ),
    *_par(
        mg.DAGPENGE,
        "b",
        "Anden rådighedssamtale mellem 3 og 6 måneders ledighed",
        "Second availability interview between 3 and 6 months of unemployment",
        Enkelt(Naaet(maaneder(3)), Naaet(maaneder(6))),
        ("*a",),
    ),
)
