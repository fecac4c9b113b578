"""One case as sorted integers: what the measures need of it, and nothing else.

Built from a `Sag` (`from_case`) or straight from plain rows (`Facts`), so that a caseload in columns never
becomes objects. Withdrawn records and records that another one corrects are gone here.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kontaktforloeb.maaling.dage import EVER, has_whole_month
from kontaktforloeb.sag import Registrering, Sag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

_R = TypeVar("_R", bound=Registrering)

#: Benefits of the target groups in which a follow-up counts as an interview of the contact course.
FOLLOW_UP_GROUPS = frozenset({"sygedagpengemodtager", "jobafklaring", "ressourceforloeb"})

#: A full working week where only the dates of ordinary work are known.
FULL_TIME = Decimal(37)


class Spell(NamedTuple):
    """A stretch of one benefit in one group; both days are ordinals and included."""

    first: int
    last: int
    benefit: str
    group: str
    category: int | None
    municipality: str


class Interview(NamedTuple):
    """A held interview of the contact course; `joint` when the a-kasse took part beside the job centre."""

    day: int
    joint: bool


class Offer(NamedTuple):
    """An offer that was not withdrawn, from its first to its real last day."""

    first: int
    last: int
    kind: str


class Work(NamedTuple):
    """Ordinary work; `hours` a week."""

    first: int
    last: int
    hours: Decimal


class Facts:
    """The facts of one case, each list sorted by day."""

    __slots__ = (
        "case_id",
        "days",
        "interviews",
        "joint_days",
        "offers",
        "pooled",
        "runs_benefit",
        "runs_group",
        "spells",
        "work",
    )

    def __init__(
        self,
        case_id: str,
        spells: list[Spell],
        interviews: list[Interview],
        offers: list[Offer],
        work: list[Work],
        pooled_benefits: frozenset[str],
    ) -> None:
        """Sort what was given and find the runs of each spell; `pooled_benefits` make up the pooled runs."""
        self.case_id = case_id
        self.spells = sorted(spells)
        self.interviews = sorted(interviews)
        self.days = [i.day for i in self.interviews]
        self.joint_days = [i.day for i in self.interviews if i.joint]
        self.offers = sorted(offers)
        self.work = sorted(work)
        #: For each spell, the first day of the run it belongs to: on one benefit in one group, on one benefit,
        #: and on any of the pooled benefits (for other benefits the spell's own first day).
        self.runs_group = _runs([(s.benefit, s.group, s.category == 1) for s in self.spells], self.spells)
        self.runs_benefit = _runs([s.benefit for s in self.spells], self.spells)
        self.pooled = _runs(["" if s.benefit in pooled_benefits else s.benefit for s in self.spells], self.spells)


def _runs(keys: list[object], spells: list[Spell]) -> list[int]:
    """The first day of the run of each spell: spells of one key, unbroken by a whole calendar month without it."""
    starts: list[int] = []
    latest: dict[object, tuple[int, int]] = {}
    for key, spell in zip(keys, spells, strict=True):
        known = latest.get(key)
        start = known[0] if known and not has_whole_month(known[1], spell.first) else spell.first
        latest[key] = (start, max(known[1], spell.last) if known else spell.last)
        starts.append(start)
    return starts


def valid(records: Iterable[_R], known: dt.date | None = None) -> list[_R]:
    """The records that stand: entered by `known`, neither withdrawn nor corrected by another one that stands."""
    seen = [r for r in records if known is None or r.registreret is None or r.registreret <= known]
    corrected = {r.erstatter for r in seen if r.erstatter is not None}
    return [r for r in seen if not r.annulleret and (r.noegle is None or r.noegle not in corrected)]


def counts_as_interview(kind: str, form: str | None, status: str) -> bool:
    """Whether a record can count at all: held, individual, with contact; a follow-up only in its groups."""
    return (
        status == "afholdt"
        and form != "standby"
        and kind
        in {
            "jobsamtale",
            "faelles-jobsamtale",
            "opfoelgningssamtale",
        }
    )


def is_joint(kind: str, took_part: bool | None) -> bool:
    """Whether the a-kasse took part: said so, or a joint interview of which nothing else is said."""
    return took_part is True or (kind == "faelles-jobsamtale" and took_part is not False)


def is_follow_up_day(day: int, spells: list[Spell]) -> bool:
    """Whether the person was that day in a group whose follow-ups are interviews (sickness category 1 is not)."""
    return any(s.first <= day <= s.last and s.group in FOLLOW_UP_GROUPS and s.category != 1 for s in spells)


def _one_at_a_time(spells: list[Spell]) -> list[Spell]:
    """Spells that overlap until a correction is known: the earlier one ends the day before the next, as in a verdict.

    Raises:
        ValueError: Neither can give way; the case cannot be counted as it was known.
    """
    spells = sorted(spells, key=lambda s: s.first)
    for nr, (one, following) in enumerate(pairwise(spells)):
        if one.last >= following.first:
            if one.first == following.first or following.last < one.last:
                raise ValueError("perioder overlapper, som sagen var kendt")
            spells[nr] = one._replace(last=following.first - 1)
    return spells


def from_case(case: Sag, pooled_benefits: frozenset[str], known: dt.date | None = None) -> Facts:
    """The facts of a case, as known on a day (`known`; None: everything registered)."""
    spells = [
        Spell(
            p.fra.toordinal(),
            EVER if p.til is None else p.til.toordinal(),
            p.ydelse,
            p.maalgruppe,
            p.kategori,
            p.kommune or case.kommune or "",
        )
        for p in valid(case.perioder, known)
    ]
    if known is not None:
        spells = _one_at_a_time(spells)
    interviews = []
    for s in valid(case.samtaler, known):
        day = s.dato.toordinal()
        if counts_as_interview(s.art, s.form, s.status) and (
            s.art != "opfoelgningssamtale" or is_follow_up_day(day, spells)
        ):
            interviews.append(Interview(day, is_joint(s.art, s.a_kasse_deltog)))
    offers = [
        Offer(t.fra.toordinal(), EVER if t.til is None else t.til.toordinal(), t.art)
        for t in valid(case.tilbud, known)
        if t.status != "annulleret"  # the dates say whether it began, whatever else the status says
    ]
    work = [
        Work(
            b.fra.toordinal(),
            EVER if b.til is None else b.til.toordinal(),
            FULL_TIME if b.timer_pr_uge is None else b.timer_pr_uge,
        )
        for b in valid(case.beskaeftigelse, known)
    ]
    return Facts(case.id, spells, interviews, offers, work, pooled_benefits)
