"""SYNTHETIC caseloads: invented people, for examples, tests and benchmarks. Nothing here describes anybody.

Every case is drawn from its own number and the seed alone, so case 17 is the same in a caseload of a hundred and of a
million, and parts of a caseload can be made in any order. The mixes are plausible guesses and are fitted to no
published figure. Ids begin with `SYN-` and the municipality codes (991, 992 ...) belong to no municipality.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from kontaktforloeb import kalender

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What every synthetic id begins with.
PREFIX: Final = "SYN-"

Document = dict[str, Any]


@frozen
class Profile:
    """How one group lives here: its weight in the mix, benefit, mean spell in days, and interview rhythm in days.

    `early` is the days between interviews in the first half-year, `late` afterwards; `offer_at` the days to the first
    offer (0: none); `next_group` what a longer course may turn into.
    """

    weight: int
    benefit: str
    mean_days: int
    early: int
    late: int
    offer_at: int
    next_group: str | None = None
    ages: tuple[int, int] = (30, 62)


PROFILES: Final[dict[str, Profile]] = {
    "dagpengemodtager": Profile(30, "dagpenge", 210, 32, 80, 150, ages=(21, 63)),
    "jobparat": Profile(11, "kontanthjaelp", 300, 35, 85, 80, "aktivitetsparat"),
    "aktivitetsparat": Profile(18, "kontanthjaelp", 900, 55, 90, 170, "ressourceforloeb"),
    "aabenlyst-uddannelsesparat": Profile(2, "uddannelseshjaelp", 150, 40, 60, 30, None, (18, 29)),
    "uddannelsesparat": Profile(7, "uddannelseshjaelp", 280, 35, 60, 32, "aktivitetsparat-ung", (18, 29)),
    "aktivitetsparat-ung": Profile(8, "uddannelseshjaelp", 500, 45, 60, 35, None, (18, 29)),
    "sygedagpengemodtager": Profile(12, "sygedagpenge", 150, 30, 30, 0, "jobafklaring", (20, 64)),
    "jobafklaring": Profile(4, "ressourceforloebsydelse", 500, 50, 60, 200, None, (25, 64)),
    "ressourceforloeb": Profile(3, "ressourceforloebsydelse", 900, 55, 60, 250),
    "ledighedsydelse": Profile(3, "ledighedsydelse", 400, 60, 85, 0, "fleksjob"),
    "revalidend": Profile(1, "revalideringsydelse", 600, 75, 85, 60),
    "fleksjob": Profile(1, "ingen", 1500, 0, 0, 0),
}
_GROUPS: Final = tuple(PROFILES)
_WEIGHTS: Final = tuple(p.weight for p in PROFILES.values())
_OFFERS: Final = (
    "virksomhedspraktik",
    "oevrig-vejledning-opkvalificering",
    "ordinaer-uddannelse",
    "loentilskud",
    "nytteindsats",
    "lsr-kursus",
    "mentor",
)
_OFFER_WEIGHTS: Final = (42, 27, 8, 8, 5, 5, 5)
_REFORM: Final = dt.date(2025, 7, 1).toordinal()
_HOURS_FROM: Final = dt.date(2017, 7, 1).toordinal()


@frozen(kw_only=True)
class Caseload:
    """A synthetic caseload: `antal` cases, courses beginning around `fra`..`til`, last facts at `til`.

    `daarlighed` is the knob: 0 holds every interview close to its rhythm, 1 skips most of them. `kommuner` are
    three-digit codes; each municipality may get its own knob in `daarlighed_pr_kommune`.

    >>> sager = Caseload(antal=3, froe=7)
    >>> [sag["id"] for sag in sager]
    ['SYN-00000001', 'SYN-00000002', 'SYN-00000003']
    >>> next(iter(sager)) == next(iter(Caseload(antal=1_000_000, froe=7)))
    True
    """

    antal: int
    froe: int = 1
    fra: dt.date = dt.date(2018, 1, 1)
    til: dt.date = dt.date(2020, 12, 31)
    daarlighed: float = 0.3
    kommuner: Sequence[str] = field(default=("991", "992"))
    daarlighed_pr_kommune: dict[str, float] = field(factory=dict)

    def __iter__(self) -> Iterator[Document]:
        return self.part(0, self.antal)

    def part(self, first: int, last: int) -> Iterator[Document]:
        """The cases from number `first` (0 is the first one) up to and without `last`, as JSON documents."""
        for number in range(first, min(last, self.antal)):
            yield self.case(number)

    def case(self, number: int) -> Document:
        """One case as a JSON document."""
        return _Person(self, number).document()

    def lines(self) -> Iterator[str]:
        """The cases as JSON Lines, each with its line break."""
        for document in self:
            yield json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


class _Person:
    """One invented person, drawn step by step in a fixed order."""

    def __init__(self, load: Caseload, number: int) -> None:
        self.load = load
        self.number = number
        self.rng = rng = random.Random(load.froe * 1_000_003 + number)  # noqa: S311 - invented people, no secret
        self.end = load.til.toordinal()
        self.municipality = rng.choice(load.kommuner)
        knob = load.daarlighed_pr_kommune.get(self.municipality, load.daarlighed)
        # People differ: some are seen often by the worst municipality, some seldom by the best.
        self.neglect = min(0.97, max(0.0, knob * 0.85 + rng.gauss(0.0, 0.12)))
        self.talks: dict[int, Document] = {}
        self.offers: list[Document] = []
        self.events: list[Document] = []
        self.exempt: list[Document] = []
        self.work: list[Document] = []
        self.hours: list[Document] = []
        self.schemes: list[Document] = []
        self.spells: list[Document] = []
        self.keys = 0
        self.last_day = 0
        self.group = rng.choices(_GROUPS, _WEIGHTS)[0]
        self.age = rng.randint(*PROFILES[self.group].ages)

    def document(self) -> Document:
        """The case, in the order of the format."""
        rng = self.rng
        begin = (
            self.load.fra.toordinal() - rng.randint(0, 500) + rng.randint(0, self.end - self.load.fra.toordinal() + 400)
        )
        begin = min(begin, self.end - 5)
        born = kalender.plus_maaneder(begin, -12 * self.age) - rng.randint(0, 364)
        day, group = begin, self.group
        for turn in range(3):
            last = self._course(group, day, new=turn == 0 or day > self.last_day + 1)
            self.last_day = last
            if last >= self.end or rng.random() < 0.6:
                break
            following = PROFILES[group].next_group
            if following and rng.random() < 0.6:
                group, day = following, last + 1
            else:
                day = last + 1 + rng.choice((10, 20, 45, 90, 200))
            if day >= self.end - 5:
                break
        document: Document = {
            "format": "kontaktforloeb-sag/1",
            "id": f"{PREFIX}{self.number + 1:08d}",
            "kommune": self.municipality,
            "foedselsdato": _iso(born),
        }
        if self.group == "dagpengemodtager":
            document["forsikring"] = "deltid" if rng.random() < 0.05 else "fuldtid"
        document["perioder"] = self.spells
        lists = {
            "haendelser": self.events,
            "samtaler": [self.talks[d] for d in sorted(self.talks)],
            "tilbud": self.offers,
            "fritagelser": self.exempt,
            "beskaeftigelse": self.work,
            "timer": self.hours,
            "ordninger": self.schemes,
        }
        document.update({name: records for name, records in lists.items() if records})
        return document

    # --- one course on one benefit ---------------------------------------------------------------------------------

    def _course(self, group: str, first: int, *, new: bool) -> int:
        """A spell in a group from a day, with what belongs to it; gives its last day, or the load's end."""
        rng, profile = self.rng, PROFILES[group]
        last = first + 14 + int(rng.expovariate(1 / profile.mean_days))
        running = last >= self.end
        last = min(last, self.end)
        self._spell(group, profile.benefit, first, None if running else last)
        if new:
            self._opening_event(group, first)
        if profile.early:
            self._interviews(group, first, last, profile)
        if profile.offer_at:
            self._offers(first, last, profile)
        self._rest(group, first, last)
        return last

    def _spell(self, group: str, benefit: str, first: int, last: int | None) -> None:
        stretches = [(benefit, first, last)]
        if benefit == "uddannelseshjaelp" and (last is None or last >= _REFORM) and self.end >= _REFORM:
            stretches = [("kontanthjaelp", max(first, _REFORM), last)]
            if first < _REFORM:
                stretches.insert(0, (benefit, first, _REFORM - 1))
        for name, start, stop in stretches:
            spell: Document = {
                "ydelse": name,
                "maalgruppe": group,
                "fra": _iso(start),
                "til": None if stop is None else _iso(stop),
            }
            if group == "sygedagpengemodtager":
                spell["kategori"] = 2 if dt.date.fromordinal(start).year >= 2025 else self.rng.choice((2, 2, 2, 3))
            self.spells.append(spell)

    def _opening_event(self, group: str, first: int) -> None:
        if group == "dagpengemodtager":
            if not any(e["art"] == "indplacering" for e in self.events):
                self.events.append({"art": "indplacering", "dato": _iso(first)})
            self.events.append({"art": "tilmelding", "dato": _iso(first)})
        elif group == "sygedagpengemodtager":
            self.events.append({"art": "foerste-fravaersdag", "dato": _iso(first)})
        elif group == "ledighedsydelse":
            self.events.append({"art": "visitation-fleksjob", "dato": _iso(first)})
        elif group in {
            "jobparat",
            "aktivitetsparat",
            "aabenlyst-uddannelsesparat",
            "uddannelsesparat",
            "aktivitetsparat-ung",
        }:
            contact = first - self.rng.choice((0, 0, 0, 1, 3))
            if not self.spells or len(self.spells) == 1:
                self.events.append({"art": "foerste-henvendelse", "dato": _iso(contact)})
            else:
                self.events.append({"art": "foerste-henvendelse", "dato": _iso(first)})

    def _interviews(self, group: str, first: int, last: int, profile: Profile) -> None:
        rng = self.rng
        sickness = group == "sygedagpengemodtager"
        day = first + (rng.randint(30, 58) if sickness else rng.randint(2, 12))
        if group == "dagpengemodtager":
            self._other_talk(first, last)
        while day <= last:
            # A skipped turn, and a calendar that slips, are what the knob is about.
            if rng.random() >= self.neglect:
                self._talk(group, day, first)
            elif rng.random() < 0.3:
                status = rng.choice(("udeblevet", "aflyst", "indkaldt"))
                self._add(day, {"dato": _iso(day), "art": "jobsamtale", "status": status})
            rhythm = profile.early if day - first < 180 else profile.late
            day += max(7, int(rhythm * rng.uniform(0.75, 1.2) * (1 + 0.3 * self.neglect)))

    def _talk(self, group: str, day: int, first: int) -> None:
        rng = self.rng
        kind = "opfoelgningssamtale" if group == "sygedagpengemodtager" and rng.random() < 0.7 else "jobsamtale"
        talk: Document = {
            "dato": _iso(day),
            "art": kind,
            "form": "telefon" if rng.random() < 0.12 else "fremmoede",
            "status": "afholdt",
            "holdt_af": "jobcenter",
        }
        if group == "dagpengemodtager":
            if rng.random() < 0.2:
                talk["art"] = "faelles-jobsamtale"
                talk["a_kasse_deltog"] = rng.random() < 0.9
            elif day >= dt.date(2024, 1, 1).toordinal() and day - first < 90:
                talk["holdt_af"] = "a-kasse"
        if rng.random() < 0.05:
            talk["registreret"] = _iso(min(day + rng.randint(3, 60), self.end))
        if not self._add(day, talk):
            return
        if rng.random() < 0.01:
            # Entered on the wrong day and corrected: the correction takes its place.
            self.keys += 1
            talk["noegle"] = f"s{self.keys}"
            moved = day + rng.choice((1, 2))
            if self._add(
                moved, {**talk, "noegle": f"s{self.keys}-r", "dato": _iso(moved), "erstatter": f"s{self.keys}"}
            ):
                talk.pop("registreret", None)

    def _other_talk(self, first: int, last: int) -> None:
        rng = self.rng
        day = first + rng.randint(3, 18)
        if day <= last and day < dt.date(2024, 1, 1).toordinal() and rng.random() < 0.85:
            self._add(
                day,
                {
                    "dato": _iso(day),
                    "art": "cv-samtale",
                    "form": "fremmoede",
                    "status": "afholdt",
                    "holdt_af": "a-kasse",
                },
            )
        for at in (75, 165):
            day = first + at + rng.randint(-12, 12)
            if day <= last and rng.random() < 0.7:
                self._add(
                    day,
                    {
                        "dato": _iso(day),
                        "art": "raadighedssamtale",
                        "form": "fremmoede",
                        "status": "afholdt",
                        "holdt_af": "a-kasse",
                    },
                )

    def _add(self, day: int, talk: Document) -> bool:
        """One record a day, so that no two need keys to be told apart."""
        if day in self.talks or day > self.end:
            return False
        self.talks[day] = talk
        return True

    def _offers(self, first: int, last: int, profile: Profile) -> None:
        rng = self.rng
        day = first + int(profile.offer_at * rng.uniform(0.4, 1.1 + 1.2 * self.neglect))
        while day <= last:
            length = rng.choice((13, 27, 27, 55, 90))
            if rng.random() >= self.neglect * 0.8:
                kind = rng.choices(_OFFERS, _OFFER_WEIGHTS)[0]
                stop = day + length
                offer: Document = {
                    "art": kind,
                    "fra": _iso(day),
                    "til": _iso(stop),
                    "afgivet": _iso(day - rng.randint(0, 14)),
                    "status": "gennemfoert" if stop <= self.end else "i-gang",
                }
                if rng.random() < 0.07 and stop <= self.end:
                    stop = day + rng.randint(1, length)
                    offer.update(
                        til=_iso(stop),
                        status="afbrudt",
                        planlagt_til=_iso(day + length),
                        aarsag=rng.choice(("jobcenter", "borger", "henvist-job", "sygdom", "ukendt")),
                    )
                elif rng.random() < 0.04:
                    offer["status"] = "annulleret"
                self.offers.append(offer)
            day += length + rng.randint(40, 220)

    def _rest(self, group: str, first: int, last: int) -> None:
        """Exemptions, ordinary work and paid hours."""
        rng = self.rng
        if rng.random() < 0.06:
            start = first + rng.randint(10, 200)
            if start <= last:
                ground = rng.choice(("barsel", "ferie", "mindre-intensiv-indsats", "rimelig-grund"))
                record: Document = {
                    "grund": ground,
                    "fra": _iso(start),
                    "til": _iso(start + rng.choice((13, 20, 40, 120))),
                }
                if ground == "mindre-intensiv-indsats":
                    record["undergrund"] = "job"
                self.exempt.append(record)
        if rng.random() < 0.12:
            start = first + rng.randint(10, 300)
            if start <= last and not self.work:
                self.work.append(
                    {
                        "fra": _iso(start),
                        "til": _iso(start + rng.choice((20, 41, 60, 120))),
                        "timer_pr_uge": rng.choice((8, 12, 15, "18.5", 20, "37.5")),
                    }
                )
        if group == "dagpengemodtager" and rng.random() < 0.25 and first >= _HOURS_FROM and not self.hours:
            self._paid_hours(first, last)

    def _paid_hours(self, first: int, last: int) -> None:
        """Paid hours month by month: the weekdays of the spell at 7.4 hours, fewer in a month with some work."""
        month = kalender.maanedens_foerste(first)
        while month <= last:
            stop = kalender.maanedens_sidste(month)
            days = kalender.hverdage(max(month, first), min(stop, last))
            share = 1.0 if self.rng.random() < 0.7 else self.rng.uniform(0.3, 1.0)
            hundredths = min(16033, int(740 * days * share))
            self.hours.append({"maaned": _iso(month)[:7], "timer": f"{hundredths // 100}.{hundredths % 100:02d}"})
            month = stop + 1
