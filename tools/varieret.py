"""Variations of a timeline that reached a rare outcome: the same course with one to three things changed.

What is aimed at a rule (`sigtet.py`) may still meet an outcome only by luck; where it was met once it is met again
close by. A variation moves the whole timeline, one record, one end of it or the day judged, adds or takes away a
record, changes what a record says, the reading or the legal basis, or lets another group of the rule go through the
same. A variation may be varied again. Its name tells how it was made: `LAB-2016:93/17~LAB-2016:93~4~12` is variation
12 of variation 4, made with that rule in view, of the timeline aimed `LAB-2016:93/17`; the same seed and name give the
same timeline. Both judges answer afresh, and every variation that is a valid case is compared.
"""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import flyttet
import kontaktforloeb as kf
import sammenligning as sm
import sigtet
from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.formater import sag_json
from kontaktforloeb.ret.plan import BEGYNDER
from kontaktforloeb.testing.chooser import RandomChooser
from mutanter.soegning import iso, talk
from orakel.laesninger import UNDERSTOETTET
from sjaeldne import DECLARED

Document = dict[str, Any]
MARK = "~"
DEEPEST = 4
"""So many times over is a variation varied."""
MOST_SOURCES = 200
RECORDS = (
    "perioder", "haendelser", "samtaler", "tilbud", "fritagelser", "beskaeftigelse", "timer", "forbrug", "ordninger",
)  # fmt: skip
_FIRST_DAY, _LAST_DAY = dt.date(2015, 7, 1), dt.date(2030, 12, 31)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_NAMES = frozenset({"id", "noegle", "erstatter"})
"""What looks like a month and is none."""
_STEPS = (1, -1, 2, -2, 7, -7, 14, -14, 28, -28, 30, -30, 60, -60, 91, -91, 182, -182)
_EVENTS = (
    "kontrolaktion", "foedsel", "tilmelding", "afmelding", "anmodning-om-samtale", "a-kasse-fravalg",
    "behov-for-a-kasse", "foerste-henvendelse", "maal-opfyldt", "indplacering", "overgang-til-jobcenter",
    "fast-track-anmodning", "anmodning-jobrettet-uddannelse",
)  # fmt: skip


def named(seed: str, name: str) -> sm.Task | None:
    """The timeline of any name: drawn (`17`), moved (`17>2`), aimed (`LAB-2016:93/17`) or varied from one of them."""
    base, *rest = name.split(MARK)
    rule, _, number = base.rpartition("/")
    if flyttet.MARK in number:
        task = flyttet.named(seed, number)
    else:
        task = sigtet.aimed(rule, seed, int(number)) if rule else sm.task(seed, int(number))
    so_far = MARK.join([base, *rest[:1]])
    for step in rest[1:]:
        so_far += MARK + step
        if task is not None:
            task = variation(task, rest[0], seed, so_far)
    return task


def variation(task: sm.Task, rule_id: str, seed: str, name: str) -> sm.Task | None:
    """The task varied as the seed and the name of the variation say; None where that is not a valid case."""
    c = RandomChooser(f"{seed}/{name}")
    rule = c.pick(DECLARED[rule_id])
    made = sm.Task(task.group, copy.deepcopy(task.document), task.pr, task.basis, dict(task.readings))
    for _ in range(c.pick((1, 1, 2, 2, 3))):
        changed = c.pick(_CHANGES)(c, rule, made)
        if changed is not None:
            made = changed
    try:
        sag_json.fra_obj(made.document)
    except kf.Sagsfejl:
        return None
    return made if _FIRST_DAY <= made.pr <= _LAST_DAY else None


def variations(
    rule_id: str, seed: str, sources: list[str], most: int, first: int = 0
) -> Iterator[tuple[str, sm.Task, Callable[[bool], None]]]:
    """Variations of the sources in turn, none twice, with their names.

    The third value, called, makes the variation a source too; with True the only one, and it takes over from the rest.
    `first` is the number of the first one, so that another search from the same sources makes others.
    """
    tasks: dict[str, sm.Task] = {}
    for source in sources:
        task = named(seed, source)
        if task is not None:
            tasks[source if MARK in source else source + MARK + rule_id] = task
    seen = {_digest(task) for task in tasks.values()}
    names = list(tasks)
    for number in range(first, first + most if names else first):
        source = names[number % len(names)]
        name = f"{source}{MARK}{number}"
        task = variation(tasks[source], rule_id, seed, name)
        if task is None or (digest := _digest(task)) in seen:
            continue
        seen.add(digest)

        def keep(alone: bool, name: str = name, task: sm.Task = task) -> None:
            if alone:
                names.clear()
                tasks.clear()
            if alone or (len(names) < MOST_SOURCES and name.count(MARK) <= DEEPEST):
                tasks[name] = task
                names.append(name)

        yield name, task, keep


def _digest(task: sm.Task) -> bytes:
    return hashlib.sha256(json.dumps(task.as_json(), sort_keys=True).encode()).digest()[:8]


# --- changes --------------------------------------------------------------------------------------------------------


def _moved(value: Any, days: int) -> Any:
    """The value with every day in it moved; a month goes along as its middle does."""
    if isinstance(value, dict):
        return {key: v if key in _NAMES else _moved(v, days) for key, v in value.items()}
    if isinstance(value, list):
        return [_moved(v, days) for v in value]
    if isinstance(value, str) and _DATE.fullmatch(value):
        return iso(dt.date.fromisoformat(value).toordinal() + days)
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return iso(dt.date.fromisoformat(value + "-15").toordinal() + days)[:7]
    return value


def _step(c: RandomChooser) -> int:
    return c.pick(_STEPS) if c.chance(60) else c.integer(-120, 120)


def _whole(c: RandomChooser, _rule: Any, made: sm.Task) -> sm.Task:
    """The whole timeline earlier or later: by days, whole weeks or months."""
    start = dt.date.fromisoformat(made.document["perioder"][0]["fra"]).toordinal()
    days = _step(c) if c.chance(70) else kalender.plus_maaneder(start, c.pick((1, -1, 2, -2, 6, -6, 12, -12))) - start
    pr = made.pr + dt.timedelta(days)
    return sm.Task(made.group, _moved(made.document, days), pr, made.basis, made.readings)


def _judged(c: RandomChooser, _rule: Any, made: sm.Task) -> sm.Task:
    """Another day judged: beside this one, or beside a day of the timeline."""
    day = made.pr.toordinal() + _step(c)
    if c.chance(40):
        day = c.pick(_days(made.document)) + c.pick((0, 1, -1, 14, 30, 91))
    return sm.Task(made.group, made.document, dt.date.fromordinal(day), made.basis, made.readings)


def _days(value: Any) -> list[int]:
    if isinstance(value, dict | list):
        return [day for v in (value.values() if isinstance(value, dict) else value) for day in _days(v)]
    return [dt.date.fromisoformat(value).toordinal()] if isinstance(value, str) and _DATE.fullmatch(value) else []


def _read(c: RandomChooser, rule: Any, made: sm.Task) -> sm.Task | None:
    """Another reading of what the rule reads, or none."""
    own = [name for name in sorted(sigtet.read_by(rule)) if len(UNDERSTOETTET.get(name, ())) > 1]
    if not own:
        return None
    name = c.pick(own)
    readings = {} if c.chance(40) else {name: c.pick(UNDERSTOETTET[name][1:])}
    return sm.Task(made.group, made.document, made.pr, made.basis, readings)


def _basis(_c: RandomChooser, _rule: Any, made: sm.Task) -> sm.Task:
    other = "gaeldende" if made.basis == "aftale-2018" else "aftale-2018"
    return sm.Task(made.group, made.document, made.pr, other, made.readings)


def _group(c: RandomChooser, rule: Any, made: sm.Task) -> sm.Task | None:
    """Somebody of another of the rule's groups goes through the same."""
    others = [g for g in rule.maalgrupper if g != made.group]
    spells = [s for s in made.document["perioder"] if s["maalgruppe"] == made.group]
    if not others or not spells:
        return None
    group = c.pick(others)
    for spell in spells:
        spell["maalgruppe"] = group
        spell["ydelse"] = BEGYNDER[group].ydelse_paa(dt.date.fromisoformat(spell["fra"]))
        if group == "sygedagpengemodtager":
            spell.setdefault("kategori", 2)
    have = {e["art"] for e in made.document.get("haendelser", ())}
    for art in BEGYNDER[group].haendelser:
        if art not in have:
            made.document.setdefault("haendelser", []).append({"art": art, "dato": spells[0]["fra"]})
    return sm.Task(group, made.document, made.pr, made.basis, made.readings)


def _place(c: RandomChooser, made: sm.Task) -> tuple[list[Document], int] | None:
    """One record of the timeline, by its list and its place in it."""
    places = [(name, i) for name in RECORDS for i in range(len(made.document.get(name, ())))]
    if not places:
        return None
    name, i = c.pick(places)
    return made.document[name], i


def _move_one(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    """One record, or one of its days, earlier or later."""
    place = _place(c, made)
    if place is not None:
        records, i = place
        dated = [k for k, v in records[i].items() if isinstance(v, str) and _DATE.fullmatch(v)]
        if len(dated) > 1 and c.chance(50):
            key = c.pick(dated)
            records[i][key] = _moved(records[i][key], _step(c))
        else:
            records[i] = _moved(records[i], _step(c))


def _take_away(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    place = _place(c, made)
    if place is not None and not (place[0] is made.document["perioder"] and len(place[0]) == 1):
        del place[0][place[1]]


def _repeat(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    """A record like one that is there, another day."""
    place = _place(c, made)
    if place is not None and place[0] is not made.document["perioder"]:
        again = _moved(place[0][place[1]], _step(c))
        if "noegle" in again:
            again["noegle"] += f"-{len(place[0])}"
        place[0].append(again)


def _say(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    """A record says something else: what became of it, how and by whom it was held, or that it has no last day."""
    place = _place(c, made)
    if place is None:
        return
    records, i = place
    record = records[i]
    if records is made.document.get("samtaler"):
        what = c.pick(("status", "form", "form", "holdt_af"))
        if what == "status":
            record["status"] = c.pick(("afholdt", "afholdt", "udeblevet", "aflyst", "indkaldt"))
        elif what == "holdt_af":
            record["holdt_af"] = c.pick(("jobcenter", "a-kasse", "anden-aktoer"))
        elif c.chance(30):
            record.pop("form", None)
        else:
            record["form"] = c.pick(sigtet.FORMS)
    elif records is made.document.get("tilbud") and c.chance(60):
        if c.chance(50):
            record.pop("afgivet", None)
        else:
            record["status"] = c.pick(("gennemfoert", "afbrudt", "annulleret", "i-gang"))
    elif "til" in record:
        record["til"] = None if record["til"] else iso(made.pr.toordinal() + _step(c))


def _somewhere(c: RandomChooser, made: sm.Task) -> int:
    return c.pick([made.pr.toordinal(), *_days(made.document)]) + (0 if c.chance(30) else _step(c))


def _count(c: RandomChooser, rule: Any, made: sm.Task) -> None:
    """One more of what the rule counts."""
    counter = getattr(rule, "taeller", None)
    if counter is None or isinstance(counter, r.Kontakter):
        return
    offers = isinstance(counter, r.Tilbudstaeller)
    record = talk(rule, _somewhere(c, made), c.integer(100, 9_999))
    if getattr(counter, "formaal", None) is not None:
        record["formaal"] = counter.formaal
    if offers:
        record["art"] = c.pick(counter.arter).art
    made.document.setdefault("tilbud" if offers else "samtaler", []).append(record)


def _meet(c: RandomChooser, rule: Any, made: sm.Task) -> None:
    """What a rule counts is held around a window of it: mostly this rule's, else one whose talks go before its own."""
    try:
        rows = [row for row in sm.engine(made) if row["frist"] and row["periode_fra"]]
    except kf.Sagsfejl:
        return  # what was changed before this is no valid case
    own = [row for row in rows if row["regel"] == rule.id]
    rows = own if own and c.chance(65) else rows
    if rows:
        row = c.pick(rows)
        first, last = (row["fra"] or row["periode_fra"]).toordinal(), row["frist"].toordinal()
        sigtet.dress(c, DECLARED[row["regel"]][0], made.document, min(first, last), last, row["kraevet"] or 1)


def _exempt(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    start = _somewhere(c, made)
    record: Document = {"grund": c.pick(sigtet.GROUNDS), "fra": iso(start), "til": None}
    if c.chance(75):
        record["til"] = iso(start + c.pick((6, 13, 30, 60, 200)))
    if record["grund"] == "mindre-intensiv-indsats" and c.chance(70):
        record["undergrund"] = c.pick(("job", "barsel", "pension"))
    made.document.setdefault("fritagelser", []).append(record)


def _scheme(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    art = "forsoegskommune" if c.chance(40) else c.pick(sigtet.SCHEMES)
    start = _somewhere(c, made)
    last = None if c.chance(60) else iso(start + c.integer(1, 300))
    made.document.setdefault("ordninger", []).append({"art": art, "fra": iso(start), "til": last})


def _event(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    event: Document = {"art": c.pick(_EVENTS), "dato": iso(_somewhere(c, made))}
    if event["art"] == "kontrolaktion" and not c.chance(30):
        event["udland"] = c.chance(50)
    if event["art"] == "fast-track-anmodning":
        event["af"] = c.pick(("sygemeldt", "arbejdsgiver"))
    made.document.setdefault("haendelser", []).append(event)


def _work(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    start = _somewhere(c, made)
    last = None if c.chance(40) else iso(start + c.integer(5, 150))
    record = {"fra": iso(start), "til": last, "timer_pr_uge": c.pick((20, 37, 8, 30))}
    made.document.setdefault("beskaeftigelse", []).append(record)


def _birth(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    """The day of birth, on which the age rests, is another or is not known."""
    if "foedselsdato" in made.document and c.chance(60):
        del made.document["foedselsdato"]
    else:
        first = dt.date.fromisoformat(made.document["perioder"][0]["fra"]).toordinal()
        years = c.pick((16, 19, 24, 27, 29, 30, 40, 49, 50, 55))
        made.document["foedselsdato"] = iso(kalender.plus_maaneder(first, -12 * years) + c.integer(-200, 200))


def _stop(c: RandomChooser, _rule: Any, made: sm.Task) -> None:
    """The last spell stops, goes on, or stops for a while."""
    spell = made.document["perioder"][-1]
    if spell.get("til"):
        spell["til"] = None
        return
    day = _somewhere(c, made)
    if iso(day) > spell["fra"]:
        spell["til"] = iso(day)
        if c.chance(50):
            again = {**spell, "fra": iso(day + c.pick((1, 2, 8, 15, 31, 45, 200))), "til": None}
            made.document["perioder"].append(again)


_Change = Callable[[RandomChooser, Any, sm.Task], sm.Task | None]
_CHANGES: tuple[_Change, ...] = (
    _whole, _whole, _whole, _judged, _judged, _move_one, _move_one, _move_one, _move_one, _take_away, _take_away,
    _repeat, _say, _say, _count, _count, _meet, _meet, _exempt, _scheme, _event, _work, _birth, _stop, _read, _basis,
    _group,
)  # fmt: skip
"""Each as often as it stands here."""
