"""A period: a stretch on one clock, with the segments of groups in it."""

from __future__ import annotations

from kontaktforloeb import kalender
from kontaktforloeb.regelsprog import Maengde
from kontaktforloeb.tidslinje import Spell, Tidslinje

_EN_GRUPPE: dict[str, frozenset[str]] = {}


class Forloeb:
    """A period on a clock from `start` (its anchor) to `slut` (its last day once known, else None).

    `spells` lie in it; `paa_uret` are the days on which the clock runs. `genstartet` where it began without a new
    contact. `venter` where it counts from an event and binds only who is on the benefit. `antagelser` are codes of
    what was taken as given.
    """

    __slots__ = (
        "antagelser",
        "foerste_dag",
        "genstartet",
        "slut",
        "spells",
        "start",
        "tl",
        "uafklaret",
        "uafklaret_fra",
        "ur",
        "venter",
    )

    def __init__(self, tl: Tidslinje, ur: str, start: int, slut: int | None, spells: list[Spell]) -> None:
        self.tl = tl
        self.ur = ur
        self.start = start
        self.slut = slut
        self.spells = spells
        self.foerste_dag = spells[0].fra if spells else start
        self.genstartet = False
        self.venter = False
        self.antagelser: list[str] = []
        self.uafklaret: list[str] = []
        self.uafklaret_fra = 0  # what ends before this day is not in doubt

    def grupper(self) -> frozenset[str]:
        """The target groups of its spells."""
        if len(self.spells) == 1:
            return _EN_GRUPPE.setdefault(self.spells[0].gruppe, frozenset((self.spells[0].gruppe,)))
        return frozenset(p.gruppe for p in self.spells)

    def samme(self, anden: Forloeb) -> bool:
        """Whether another period is the same in all that was asked of this one."""
        return (
            type(self) is type(anden)
            and self.start == anden.start
            and self.slut == anden.slut
            and self.spells == anden.spells
            and self.genstartet == anden.genstartet
            and self.antagelser == anden.antagelser
            and self.uafklaret == anden.uafklaret
            and self.uafklaret_fra == anden.uafklaret_fra
        )

    def begynder(self) -> int:
        """The first day on which something of the course can bind."""
        return self.foerste_dag if self.venter else self.start

    # groups -----------------------------------------------------------------------------------------------------

    def gruppe(self, dag: int) -> str:
        """The target group on `dag`: of the spell that runs then, or ran last, or comes first."""
        fundet = self.spells[0]
        for p in self.spells:
            if p.fra > dag:
                break
            fundet = p
        return fundet.gruppe

    def spell(self, dag: int) -> Spell:
        """The spell that runs on `dag`, or ran last, or comes first."""
        fundet = self.spells[0]
        for p in self.spells:
            if p.fra > dag:
                break
            fundet = p
        return fundet

    def paa_ydelse(self, dag: int) -> bool:
        """Whether a spell of the period runs on `dag`."""
        p = self.spell(dag)
        return p.fra <= dag and (p.slut is None or dag <= p.slut)

    def indtraeden(self, grupper: tuple[str, ...]) -> list[tuple[int, int | None]]:
        """The runs of days in these groups: first day, and the first day in another (None: still)."""
        loeb: list[tuple[int, int | None]] = []
        inde = False
        for i, p in enumerate(self.spells):
            med = p.gruppe in grupper
            if med and not inde:
                loeb.append((self.start if i == 0 else p.fra, None))
            elif inde and not med:
                loeb[-1] = (loeb[-1][0], p.fra)
            inde = med
        return loeb

    def ophoert(self, dag: int, familie: str = "") -> bool:
        """Whether the course is known to have ended before `dag` for the rules of a family."""
        return self.slut is not None and dag > self.slut

    def fortsat(self, dag: int, familie: str) -> bool:
        """Whether the person is in the course on `dag` under the rules of a family, though on another benefit."""
        return False

    def aabent_hul(self) -> int | None:
        """The last benefit day, where the person is off the benefit on `pr` and the course could still go on."""
        return None

    # amounts ----------------------------------------------------------------------------------------------------

    def naaet(self, maengde: Maengde) -> tuple[int | None, int | None]:
        """The day an amount is reached, or None and the day it will be at the present rate (None: not known)."""
        return self.plus(self.start, maengde), None

    def plus(self, anker: int, maengde: Maengde) -> int:
        """An anchor plus an amount on this clock; on calendar time simply the date."""
        return plus_kalender(anker, maengde)

    def flyt(self, anker: int, dag: int, hviler: tuple[int, ...] = ()) -> int:
        """A deadline counted from `anker`, moved by the weeks the clock leaves out and by `hviler` (their Mondays)."""
        return dag

    def fuldfoerte_uger(self, dag: int) -> int:
        """The whole weeks on the clock before `dag`."""
        return (dag - self.start) // 7


def plus_kalender(anker: int, maengde: Maengde, sidste_dag: bool = False) -> int:
    """A calendar amount after a day: days and weeks by number, months by `kalender`."""
    if maengde.enhed == "maaned":
        laeg_til = kalender.plus_maaneder_sidste_dag if sidste_dag or maengde.sidste_dag else kalender.plus_maaneder
        return laeg_til(anker, maengde.antal)
    if maengde.enhed == "uge":
        return anker + 7 * maengde.antal
    if maengde.enhed in ("kalenderuge", "ydelsesuge"):
        return kalender.soendag_i_ugen(anker) + 7 * (maengde.antal - 1)
    return anker + maengde.antal
