"""Invented timelines of one citizen, realistic or adversarial, drawn from a `Chooser`.

A timeline is a document of the format `kontaktforloeb-sag/1`, always a valid one. The adversarial ones seek the places
where a rule engine slips: the eves and days of a change of law, month ends and leap days, gaps of exactly a calendar
month, thresholds met to the hundredth of an hour, interviews on the last day in time and the first day too late,
records that correct each other. Nobody is described.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import define, field

from kontaktforloeb import kalender
from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.testing.chooser import Chooser

Document = dict[str, Any]

GROUPS: Final = Maalgruppe.koder()
"""The target groups a timeline can be made for: all of them."""


def _o(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


FIRST: Final = _o("2014-01-01")
LAST: Final = _o("2026-06-30")

LAW_DAYS: Final = tuple(
    _o(d)
    for d in (
        "2020-01-01", "2019-07-01", "2024-01-01", "2015-07-01", "2016-01-01", "2016-07-01", "2017-07-01", "2018-07-01",
        "2020-03-20", "2020-05-27", "2020-12-20", "2021-01-01", "2021-07-01", "2022-01-01", "2023-03-22", "2025-01-01",
        "2025-07-01", "2026-02-01",
    )
)  # fmt: skip
"""Days on which the law of some requirement changes."""

CALENDAR_DAYS: Final = tuple(
    _o(d)
    for d in (
        "2017-01-31", "2018-08-31", "2019-03-31", "2016-02-29", "2020-02-29", "2021-02-28", "2018-11-30", "2018-12-31",
        "2022-08-31", "2024-02-29", "2017-08-29", "2017-08-30",
    )
)  # fmt: skip
"""Month ends, leap days and the days whose half-year ends in February."""

_ADULT: Final = ("jobparat", "aktivitetsparat")
_YOUNG: Final = ("uddannelsesparat", "aabenlyst-uddannelsesparat", "aktivitetsparat-ung")
_INSURED: Final = "dagpengemodtager"
_SICK: Final = "sygedagpengemodtager"
_REFORM_2025: Final = _o("2025-07-01")
_NEW_ACT: Final = _o("2020-01-01")

_NEXT_GROUP: Final[dict[str, tuple[str, ...]]] = {
    "dagpengemodtager": ("sygedagpengemodtager", "jobparat"),
    "jobparat": ("aktivitetsparat", "jobafklaring", "uddannelsesparat"),
    "aktivitetsparat": ("jobparat", "ressourceforloeb", "ledighedsydelse", "revalidend"),
    "aabenlyst-uddannelsesparat": ("uddannelsesparat", "jobparat"),
    "uddannelsesparat": ("aktivitetsparat-ung", "jobparat", "aabenlyst-uddannelsesparat"),
    "aktivitetsparat-ung": ("aktivitetsparat", "uddannelsesparat", "ressourceforloeb"),
    "sygedagpengemodtager": ("jobafklaring", "dagpengemodtager", "sygedagpengemodtager"),
    "jobafklaring": ("ressourceforloeb", "ledighedsydelse", "sygedagpengemodtager"),
    "ressourceforloeb": ("ledighedsydelse", "aktivitetsparat", "foertidspensionist"),
    "ledighedsydelse": ("fleksjob", "ressourceforloeb"),
    "fleksjob": ("ledighedsydelse", "sygedagpengemodtager"),
    "revalidend": ("ledighedsydelse", "jobparat"),
    "foertidspensionist": ("foertidspensionist",),
    "selvforsoergende": ("jobparat",),
    "under-18": ("uddannelsesparat",),
    "nyuddannet-handicap": ("dagpengemodtager",),
    "integrationsprogram": ("jobparat", "integrationsprogram"),
}

# Months whose paid hours add up to a threshold, miss it by a hundredth of an hour, or pass it.
_HOURS: Final = ("160.33", "160.32", "160.34", "80.17", "0", "148", "37", "130", "129.99", "320.65", "240.49")
_USE: Final = ("160.33", "137", "136.66", "410", "409.99", "111", "0", "333")
_RATES: Final = ("37", "18.5", "30", "20", "36.99", "7.4")

_DAYS_AFTER: Final[dict[str, tuple[int, ...]]] = {
    "dagpengemodtager": (14, 42, 30, 60, 91, 182, 44, 28),
    "sygedagpengemodtager": (55, 56, 28, 27, 14, 90, 29),
    "ledighedsydelse": (21, 90, 91, 92, 182),
    "fleksjob": (913, 365, 912, 914),
    "integrationsprogram": (91, 182, 365, 90),
}
_DAYS_AFTER_ELSE: Final = (7, 28, 60, 91, 182, 14, 3)
_MOST_TALKS: Final = 16
_MONTHS_AFTER: Final = (1, 2, 3, 6, 12)


@define
class _Builder:
    """The lists of one document while it is made."""

    chooser: Chooser
    group: str
    adversarial: bool
    spells: list[Document] = field(factory=list)
    events: list[Document] = field(factory=list)
    talks: list[Document] = field(factory=list)
    offers: list[Document] = field(factory=list)
    exemptions: list[Document] = field(factory=list)
    work: list[Document] = field(factory=list)
    hours: list[Document] = field(factory=list)
    use: list[Document] = field(factory=list)
    schemes: list[Document] = field(factory=list)
    used: set[tuple[Any, ...]] = field(factory=set)
    keys: int = 0


def _iso(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


def document(chooser: Chooser, group: str, *, adversarial: bool = True, number: str = "TEST-1") -> Document:
    """A valid case document about somebody in `group`.

    `adversarial` seeks boundaries; without it the timeline looks like an ordinary one. `number` becomes the id.

    >>> from kontaktforloeb.testing.chooser import RandomChooser
    >>> made = document(RandomChooser(1), "jobparat")
    >>> made["format"], made["perioder"][0]["maalgruppe"]
    ('kontaktforloeb-sag/1', 'jobparat')
    """
    b = _Builder(chooser, group, adversarial)
    start = _start(chooser, adversarial=adversarial)
    stretches = _spells(b, start)
    for i, (name, first, last) in enumerate(stretches):
        _anchors(b, name, first, i)
        _talks(b, name, first, last)
        _offers(b, name, first)
    first = stretches[0][1]
    _exemptions(b, first)
    _work(b, first)
    if any(name == _INSURED for name, _, _ in stretches):
        _hours(b, stretches)
    _schemes(b, first)
    _other_events(b, stretches)
    if chooser.chance(8):
        _corrections(b)
    made: Document = {"format": "kontaktforloeb-sag/1", "id": number}
    if chooser.chance(30):
        made["kommune"] = chooser.pick(("165", "851", "461"))
    birth = _birth(b, first)
    if birth is not None:
        made["foedselsdato"] = birth
    if any(name == _INSURED for name, _, _ in stretches) and chooser.chance(25):
        made["forsikring"] = chooser.pick(("deltid", "fuldtid"))
    made["perioder"] = b.spells
    lists = {
        "haendelser": b.events, "samtaler": b.talks, "tilbud": b.offers, "fritagelser": b.exemptions,
        "beskaeftigelse": b.work, "timer": b.hours, "forbrug": b.use, "ordninger": b.schemes,
    }  # fmt: skip
    made.update({name: records for name, records in lists.items() if records})
    return made


def judging_day(chooser: Chooser, made: Document) -> dt.date:
    """A day to judge the document on: near a date of it, near a deadline such dates give, or any day after its start.

    >>> from kontaktforloeb.testing.chooser import RandomChooser
    >>> judging_day(RandomChooser(1), {"perioder": [{"fra": "2021-09-06"}]}) >= dt.date(2015, 7, 1)
    True
    """
    starts = [_o(p["fra"]) for p in made["perioder"]]
    first = min(starts)
    if chooser.chance(40):
        days = starts + [_o(p["til"]) for p in made["perioder"] if p.get("til")]
        days += [_o(s["dato"]) for s in made.get("samtaler", ())] + [_o(t["fra"]) for t in made.get("tilbud", ())]
        anchor = chooser.pick(days)
        day = (
            anchor + chooser.pick((0, 1, 7, 8, 14, 28, 56))
            if chooser.chance(50)
            else kalender.plus_maaneder(anchor, chooser.pick(_MONTHS_AFTER)) + chooser.pick((0, 1, -1))
        )
    else:
        day = first + chooser.integer(0, 900)
    return dt.date.fromordinal(max(_o("2015-07-01"), min(day, _o("2030-12-31"))))


def _start(chooser: Chooser, *, adversarial: bool) -> int:
    if adversarial and chooser.chance(60):
        base = chooser.pick(LAW_DAYS) if chooser.chance(75) else chooser.pick(CALENDAR_DAYS)
        if chooser.chance(70):
            base = kalender.plus_maaneder(base, -chooser.pick((6, 0, 3, 1, 12, 5, 16, 9, 24)))
        if chooser.chance(40):
            base += chooser.pick((-1, 1, 2, -7, 7, -13 * 7, -20 * 7, -25 * 7, -26 * 7))
        return max(FIRST, min(base, LAST))
    day = chooser.integer(_o("2015-03-01"), _o("2025-12-31"))
    # ordinary courses begin on a Monday
    return day if adversarial else kalender.mandag_i_ugen(day)


# --- spells ---------------------------------------------------------------------------------------------------------


def _benefit(b: _Builder, group: str, first: int) -> str:
    c = b.chooser
    before, reform = first < _NEW_ACT, first >= _REFORM_2025
    if group in _ADULT:
        if c.chance(12) and not reform:
            return "integrationsydelse" if before else c.pick(("overgangsydelse", "sho-ydelse"))
        return "loentilskud" if c.chance(4) else "kontanthjaelp"
    if group in _YOUNG:
        if c.chance(12) and not reform:
            return "integrationsydelse" if before else c.pick(("overgangsydelse", "sho-ydelse"))
        return "kontanthjaelp" if reform else "loentilskud" if c.chance(4) else "uddannelseshjaelp"
    if group == "integrationsprogram":
        if c.chance(10):
            return "ingen"
        return "integrationsydelse" if before else "kontanthjaelp" if reform else "overgangsydelse"
    return {
        "dagpengemodtager": "loentilskud" if c.chance(5) else "dagpenge",
        "sygedagpengemodtager": "sygedagpenge",
        "jobafklaring": "ressourceforloebsydelse",
        "ressourceforloeb": "ressourceforloebsydelse",
        "ledighedsydelse": "ledighedsydelse",
        "fleksjob": "ingen",
        "revalidend": "kontanthjaelp" if c.chance(10) else "revalideringsydelse",
        "foertidspensionist": "foertidspension",
    }.get(group, "ingen")


def _length(b: _Builder, first: int) -> int:
    """The days a spell lasts."""
    c = b.chooser
    if b.adversarial and c.chance(40):
        return max(1, kalender.plus_maaneder(first, c.pick((6, 3, 1, 12, 2, 16, 7))) - first + c.pick((0, 1, -1)))
    if c.chance(20):
        return c.integer(1, 60)
    return c.integer(30, 900 if b.group != "fleksjob" else 2500)


def _gap(b: _Builder, last: int) -> int:
    """The first day after a gap that begins the day after `last`."""
    c = b.chooser
    kind = c.pick(("adjoining", "month", "days", "whole-month", "weeks"))
    if kind == "adjoining":
        return last + 1
    if kind == "month":
        return kalender.plus_maaneder(last, 1) + c.pick((1, 0, 2))
    if kind == "whole-month":
        # back on the first of the month after a whole one without benefit, or a day to either side
        return kalender.maanedens_sidste(kalender.maanedens_sidste(last) + 1) + c.pick((1, 0, 2))
    if kind == "weeks":
        monday = kalender.soendag_i_ugen(last) + 1
        return monday + 7 * c.integer(1, 4) + c.pick((0, -1, 1))
    return last + 1 + c.pick((3, 10, 20, 45, 90, 200, 400, 1900))


def _spells(b: _Builder, start: int) -> list[tuple[str, int, int]]:
    c, group, day = b.chooser, b.group, start
    stretches: list[tuple[str, int, int]] = []
    many = 1 + (c.chance(45) and 1) + (c.chance(20) and 1) + (c.chance(10) and 1)
    for i in range(many):
        last = day + _length(b, day) - 1
        running = i == many - 1 and c.chance(70)
        if last >= _o("2030-12-31"):
            last, running = _o("2030-12-31"), True
        _spell(b, group, day, None if running else last)
        stretches.append((group, day, last))
        if running or last >= LAST:
            break
        if c.chance(45):
            group = c.pick(_NEXT_GROUP[group])
            day = last + 1 if c.chance(75) else _gap(b, last)
        else:
            day = _gap(b, last)
    return stretches


def _spell(b: _Builder, group: str, first: int, last: int | None) -> None:
    c = b.chooser
    benefit = _benefit(b, group, first)
    spell: Document = {"ydelse": benefit, "maalgruppe": group, "fra": _iso(first),
                       "til": None if last is None else _iso(last)}  # fmt: skip
    if group == _SICK:
        late = first >= _o("2025-01-01")
        spell["kategori"] = c.pick((2, 2, 1) if late else (2, 3, 1, 2))
        if spell["kategori"] == 1 and c.chance(40):
            spell["ledig_forsikret"] = True
        if c.chance(40):
            spell["i_ansaettelse"] = not c.chance(30)
            spell["forudsigeligt"] = not c.chance(30)
    if group == _INSURED and benefit in {"dagpenge", "loentilskud"} and c.chance(12):
        spell["timer_pr_uge"] = c.pick(_RATES)
    if benefit in {"kontanthjaelp", "uddannelseshjaelp"} and b.spells and c.chance(15):
        spell["skift"] = "opholdskrav"
    b.spells.append(spell)


# --- anchors --------------------------------------------------------------------------------------------------------


def _event(b: _Builder, art: str, day: int, **more: Any) -> None:
    if ("event", art, day) not in b.used:
        b.used.add(("event", art, day))
        b.events.append({"art": art, "dato": _iso(day), **more})


def _anchors(b: _Builder, group: str, first: int, index: int) -> None:
    c = b.chooser
    if group in _ADULT or group in _YOUNG:
        if c.chance(85 if index == 0 else 30):
            _event(b, "foerste-henvendelse", first - c.pick((0, 0, 0, 1, 3, 10)))
    elif group == _INSURED:
        if c.chance(90 if index == 0 else 10):
            _event(b, "indplacering", first)
        if c.chance(85):
            _event(b, "tilmelding", first - c.pick((0, 0, 0, 2)))
        if c.chance(6):
            _event(b, "ret-genoptjent", first)
    elif group == _SICK and c.chance(80):
        _event(b, "foerste-fravaersdag", first - c.pick((0, 0, 0, 14, 1)))
    elif group in {"ledighedsydelse", "fleksjob"} and c.chance(80):
        _event(b, "visitation-fleksjob", first - c.pick((0, 0, 30)))
    elif group == "integrationsprogram":
        if c.chance(60):
            _event(b, "overtagelse", first)
        if c.chance(85):
            _event(b, "visitation-integration", first + c.pick((0, 0, 91)))
        if c.chance(15):
            _event(b, "maal-opfyldt", first + c.pick((400, 100)))


# --- interviews -----------------------------------------------------------------------------------------------------


def _near(b: _Builder, group: str, first: int, anchors: Sequence[int]) -> int:
    """A day at or beside a deadline that counts from one of the anchors."""
    c = b.chooser
    anchor = first if c.chance(60) or not anchors else c.pick(anchors)
    if c.chance(50):
        day = kalender.plus_maaneder(anchor, c.pick(_MONTHS_AFTER))
    else:
        day = anchor + c.pick(_DAYS_AFTER.get(group, _DAYS_AFTER_ELSE))
    return day + c.pick((0, 1, -1))


def _talk_days(b: _Builder, group: str, first: int, last: int) -> list[int]:
    c = b.chooser
    style = c.pick(("few", "rhythm", "edges", "none") if b.adversarial else ("rhythm", "few"))
    days: list[int] = []
    if style == "few":
        days = [first + c.integer(0, 200) for _ in range(c.integer(1, 4))]
    elif style == "rhythm":
        step = c.pick((28, 30, 40, 20, 60, 90, 14))
        day = first + c.pick((2, 5, 7, 0, 12, 40))
        while day <= last and len(days) < _MOST_TALKS:
            if not c.chance(15):
                days.append(day)
            day += step + (c.pick((0, 1, -1, 7)) if c.chance(50) else 0)
    elif style == "edges":
        for _ in range(c.integer(1, 7)):
            days.append(_near(b, group, first, days))
    return [d for d in days if FIRST - 400 <= d <= _o("2031-12-31")]


def _kind(b: _Builder, group: str) -> str:
    c = b.chooser
    if c.chance(6):
        return c.pick(("anden", "informationsmoede", "gruppemoede", "cv-samtale", "opfoelgningssamtale"))
    if group == _INSURED:
        return c.pick(("jobsamtale", "jobsamtale", "faelles-jobsamtale", "raadighedssamtale", "cv-samtale"))
    if group in {_SICK, "jobafklaring", "ressourceforloeb", "fleksjob"}:
        return c.pick(("opfoelgningssamtale", "jobsamtale"))
    if group == "ledighedsydelse" and c.chance(15):
        return "cv-samtale"
    return "jobsamtale"


def _talks(b: _Builder, group: str, first: int, last: int) -> None:
    c = b.chooser
    for day in _talk_days(b, group, first, last):
        kind = _kind(b, group)
        talk: Document = {"dato": _iso(day), "art": kind, "status": "afholdt"}
        if c.chance(10):
            talk["status"] = c.pick(("udeblevet", "aflyst", "indkaldt", "tilbudt"))
        if c.chance(25):
            talk["form"] = c.pick(("fremmoede", "telefon", "video", "digital", "brev", "standby"))
        if c.chance(15):
            talk["holdt_af"] = c.pick(("jobcenter", "a-kasse", "anden-aktoer"))
        elif group == _INSURED and day >= _o("2024-01-01") and kind == "jobsamtale" and c.chance(50):
            talk["holdt_af"] = "a-kasse"
        if kind in {"faelles-jobsamtale", "jobsamtale"} and group == _INSURED and c.chance(15):
            talk["a_kasse_deltog"] = not c.chance(40)
        if kind in {"jobsamtale", "faelles-jobsamtale"} and group == _INSURED and c.chance(5):
            talk["formaal"] = c.pick(("16-maaneder", "vejledning-jobrettet-uddannelse"))
        holder = talk.get("holdt_af") or ("a-kasse" if kind in {"cv-samtale", "raadighedssamtale"} else "jobcenter")
        if ("talk", day, kind, holder) in b.used:
            if c.chance(70):
                continue
            b.keys += 1
            talk["noegle"] = f"s{b.keys}"
        b.used.add(("talk", day, kind, holder))
        b.talks.append(talk)


# --- offers, exemptions, work ---------------------------------------------------------------------------------------

_OFFERS: Final = (
    "virksomhedspraktik", "oevrig-vejledning-opkvalificering", "loentilskud", "ordinaer-uddannelse", "nytteindsats",
    "lsr-kursus", "realkompetencevurdering", "mentor", "jobrettet-uddannelse",
)  # fmt: skip


def _offers(b: _Builder, group: str, first: int) -> None:
    c = b.chooser
    if not c.chance(60 if group in {_INSURED, *_ADULT, *_YOUNG} else 10):
        return
    day, ends = first, [first]
    for _ in range(1 + (c.chance(50) and c.integer(1, 3))):
        if b.adversarial and c.chance(60):
            day = _near(b, group, first, ends)
            if c.chance(30):
                day = kalender.soendag_i_ugen(day) + c.pick((0, 1))
        else:
            day = ends[-1] + c.integer(1, 200)
        art = c.pick(_OFFERS)
        if not first - 30 <= day <= _o("2031-01-01") or ("offer", art, day) in b.used:
            continue
        b.used.add(("offer", art, day))
        stop = day + c.pick((27, 13, 12, 11, 14, 55, 0, 183))
        offer: Document = {"art": art, "fra": _iso(day), "til": _iso(stop), "status": "gennemfoert"}
        if c.chance(20):
            offer["til"], offer["status"] = None, "i-gang"
            if c.chance(50):
                offer["planlagt_til"] = _iso(stop)
        elif c.chance(15):
            offer["status"] = "afbrudt"
            if c.chance(80):
                offer["aarsag"] = c.pick(("jobcenter", "borger", "henvist-job", "sygdom", "ukendt"))
            if c.chance(50):
                offer["planlagt_til"] = _iso(stop + c.pick((14, 30)))
        elif c.chance(8):
            offer["status"] = "annulleret"
        if c.chance(40):
            offer["afgivet"] = _iso(day - c.pick((0, 7, 14, 21, 22, 1)))
        if art == "nytteindsats" and c.chance(50):
            offer["raadighedsafproevende"] = True
        if art == "mentor" and c.chance(70):
            step = c.pick((14, 7, 15, 30))
            offer["kontakter"] = [_iso(d) for d in range(day + c.pick((0, 7, 14)), stop + 1, step)][:30]
        ends.append(stop)
        b.offers.append(offer)


_GROUNDS: Final = (
    "barsel", "mindre-intensiv-indsats", "ferie", "rimelig-grund", "jobrettet-uddannelse", "stu", "sorgorlov",
    "sygdom-foerste-14-dage", "standby", "dom-anbringelse", "uden-optjent-folkepension", "uden-optjent-foertidspension",
    "under-18-uden-forsoerger", "kontrakt-inden-4-uger", "kan-ikke-deltage", "repatriering",
)  # fmt: skip
_SUBGROUNDS: Final = ("job", "fleksjob", "barsel", "pension", "uddannelse", "hjemsendt", "arbejdsfordeling")


def _exemptions(b: _Builder, first: int) -> None:
    c = b.chooser
    if not c.chance(25):
        return
    for _ in range(1 + c.chance(25)):
        ground = c.pick(_GROUNDS)
        day = first + c.integer(-10, 250)
        if b.adversarial and c.chance(30):
            day = kalender.plus_maaneder(first, c.pick((6, 3, 1))) + c.pick((0, 1, -1, -13, -30))
        if ("exemption", ground, day) in b.used:
            continue
        b.used.add(("exemption", ground, day))
        record: Document = {"grund": ground, "fra": _iso(day), "til": _iso(day + c.pick((13, 0, 30, 41, 120, 300)))}
        if c.chance(20):
            record["til"] = None
        if ground == "mindre-intensiv-indsats":
            if c.chance(80):
                record["undergrund"] = c.pick(_SUBGROUNDS)
            if c.chance(15):
                record["pligt_fastholdt"] = True
        b.exemptions.append(record)


def _work(b: _Builder, first: int) -> None:
    c = b.chooser
    if not c.chance(10):
        return
    day = first + c.integer(0, 200)
    record: Document = {
        "fra": _iso(day),
        "til": _iso(day + c.integer(5, 150)),
        "timer_pr_uge": c.pick((20, 19.99, 37, 8, 25)),
    }
    b.work.append(record)


def _hours(b: _Builder, stretches: list[tuple[str, int, int]]) -> None:
    c = b.chooser
    own = [(f, t) for name, f, t in stretches if name == _INSURED]
    months = sorted({kalender.maanedens_foerste(d) for f, t in own for d in range(f, min(t, f + 900) + 1, 15)})
    if c.chance(30):
        exact = c.chance(40)
        for month in months[:: 1 if c.chance(85) else 2]:
            hours = "160.33" if exact and not c.chance(20) else c.pick(_HOURS)
            b.hours.append({"maaned": _iso(month)[:7], "timer": hours})
    late = [m for m in months if m >= _o("2023-10-01")]
    if late and c.chance(40):
        for month in late[:12]:
            record: Document = {"maaned": _iso(month)[:7], "timer": c.pick(_USE)}
            if c.chance(60):
                record["registreret"] = _iso(kalender.maanedens_sidste(month) + c.pick((5, 0, 1, -10, 40)))
            b.use.append(record)
        if c.chance(20):
            _event(b, "overgang-til-jobcenter", own[0][0] + c.pick((90, 120, 60)))


def _schemes(b: _Builder, first: int) -> None:
    c = b.chooser
    if not c.chance(8):
        return
    arts = ["forsoegskommune", "nedlukket-kommune", "arbejdspligt"]
    if b.group == _INSURED:
        arts = ["visiteret-til-jobcenter", "a-kasseforsoeg", *arts]
    if b.group == "integrationsprogram":
        arts.insert(0, "fordrevet-fra-ukraine")
    day = first + c.pick((0, -30, 60))
    b.schemes.append(
        {"art": c.pick(arts), "fra": _iso(day), "til": None if c.chance(60) else _iso(day + c.integer(1, 400))}
    )


_EVENTS: Final[dict[str, tuple[str, ...]]] = {
    "dagpengemodtager": ("behov-for-a-kasse", "a-kasse-fravalg", "a-kasse-tilvalg", "afmelding", "kontrolaktion",
                         "systematisk-henvisning", "anmodning-jobrettet-uddannelse", "tilmelding", "indplacering",
                         "anmodning-om-samtale"),
    "sygedagpengemodtager": ("fast-track-anmodning", "fast-track-afslag", "raskmelding-ventet"),
    "jobafklaring": ("intensiveret-forloeb",),
    "foertidspensionist": ("anmodning-om-samtale",),
    "integrationsprogram": ("kontrolaktion", "foedsel"),
    "jobparat": ("kontrolaktion", "systematisk-henvisning", "foerste-henvendelse", "anmodning-om-samtale"),
    "aktivitetsparat": ("kontrolaktion", "foerste-henvendelse", "anmodning-om-samtale"),
}  # fmt: skip


def _other_events(b: _Builder, stretches: list[tuple[str, int, int]]) -> None:
    c = b.chooser
    for group, first, _ in stretches:
        arts = _EVENTS.get(group, ("anmodning-om-samtale",))
        if not c.chance(35):
            continue
        for _ in range(c.integer(1, 2)):
            art = c.pick(arts)
            more: Document = {}
            if art == "kontrolaktion":
                more["udland"] = c.pick((True, False, None))
            elif art == "a-kasse-fravalg" and c.chance(60):
                more["gaelder"] = c.pick(("alle", "naeste"))
            elif art == "fast-track-anmodning":
                more["af"] = c.pick(("sygemeldt", "arbejdsgiver"))
            day = first + c.integer(0, 200)
            if art == "raskmelding-ventet":
                more["ventet"] = _iso(day + c.pick((20, 100, 91)))
            _event(b, art, day, **{k: v for k, v in more.items() if v is not None})


def _corrections(b: _Builder) -> None:
    """Some interviews get keys, a later day of registration, a correction, or are withdrawn."""
    c = b.chooser
    for talk in list(b.talks):
        if not c.chance(40) or "noegle" in talk:
            continue
        b.keys += 1
        talk["noegle"] = f"s{b.keys}"
        what = c.pick(("registered", "withdrawn", "corrected"))
        if what == "registered":
            talk["registreret"] = _iso(_o(talk["dato"]) + c.integer(0, 90))
        elif what == "withdrawn":
            talk["annulleret"] = True
        else:
            new = {**talk, "noegle": f"s{b.keys}-r", "erstatter": f"s{b.keys}"}
            new["dato"] = _iso(_o(talk["dato"]) + c.pick((1, 7, -3)))
            new["registreret"] = _iso(_o(talk["dato"]) + c.integer(1, 60))
            b.talks.append(new)


def _birth(b: _Builder, first: int) -> str | None:
    c = b.chooser
    if c.chance(30):
        return None
    group = b.group
    if group == "under-18":
        age = 16
    elif group in _YOUNG:
        age = c.pick((25, 19, 28))
    else:
        age = c.pick((40, 29, 30, 49, 50, 55, 24))
    # a birthday on the first day, or between the deadlines that ask about age
    return _iso(
        kalender.plus_maaneder(first, -12 * age)
        - (c.pick((0, 1)) if c.chance(30) else -c.pick((100, 200, 0)))
        - (0 if c.chance(50) else 300)
    )


def month_hours(parts: int, total: str) -> tuple[str, ...]:
    """`total` hours over so many months, to the hundredth: the last month takes what is left.

    >>> month_hours(3, "480.99")
    ('160.33', '160.33', '160.33')
    """
    whole = Decimal(total)
    each = (whole / parts).quantize(Decimal("0.01"))
    return (*(str(each) for _ in range(parts - 1)), str(whole - each * (parts - 1)))
