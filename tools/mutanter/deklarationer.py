"""Mutants of the law: each number, day, group, kind and anchor of each declaration changed, one at a time, in process.

A mutant is a whole `Regelsaet` in which one part of one declaration is other than the law says. It is killed when one of
the hand-worked cases of `tests/cases` is judged otherwise than it was worked out; else when a schedule of `tests/golden`
changes; else when an invented timeline, on which the engine says what the naive judge says, is judged otherwise. What
survives must stand in `overlevende.json` with the reason. `python -m mutanter.deklarationer` makes the mutants of counts,
windows, anchors, groups, dates in force and tolerances; `--alle` makes all.
"""
# ruff: noqa: E501, SLF001 - sentences in one piece; a mutant is made inside the compiler

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from attrs import evolve, frozen

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import kontaktforloeb as kf  # noqa: E402 - the path is set above
import sammenligning as sm  # noqa: E402 - helpers of the project stand beside this folder
import skriv_golden  # noqa: E402 - the path is set above
import test_vektorer as cases  # noqa: E402 - the path is set above
from kontaktforloeb import bibliotek, kalender  # noqa: E402 - the path is set above
from kontaktforloeb import regelsprog as r  # noqa: E402 - the path is set above
from kontaktforloeb.forklaring.sprog import sprogvalg  # noqa: E402 - the path is set above
from kontaktforloeb.formater import sag_json  # noqa: E402 - the path is set above
from kontaktforloeb.koder import Maalgruppe  # noqa: E402 - the path is set above
from kontaktforloeb.regelsprog.kilder import Lov  # noqa: E402 - the path is set above
from kontaktforloeb.ret.lovgrundlag import REGELSAET  # noqa: E402 - the path is set above
from kontaktforloeb.tidslinje import Tidslinje  # noqa: E402 - the path is set above
from kontaktforloeb.vurdering import oversaet as compiling  # noqa: E402 - the path is set above
from kontaktforloeb.vurdering.dom import Dom  # noqa: E402 - the path is set above
from kontaktforloeb.vurdering.resultat import Krav  # noqa: E402 - the path is set above

KNOWN = HERE / "overlevende.json"
RESULT = HERE / "deklarationer.json"
WORDS = sprogvalg("da")
_DAY = dt.timedelta(1)
_SWITCH = dt.date(2020, 1, 1)

# What a change of these would mean is nothing to a verdict, or is tested over the rule base.
_UNTOUCHED = frozenset(
    ("id", "titel", "titel_en", "hjemmel", "note", "laeser", "sikkerhed", "laest", "ur", "familie", "navn", "kraeves",
     "familier", "laeses", "akt", "akt_en", "enhed", "regler", "regel", "vaerdi", "felt", "form", "passeret",
     "vindue_corona", "brud", "retur", "ydelsesskift", "fordeling", "uger", "afbrudt", "besides", "fortraenges_af",
     "kommuner", "tvilling", "efterfoelger", "genstart")
)  # fmt: skip
_KINDS = ("jobsamtale", "opfoelgningssamtale", "cv-samtale")


@frozen
class Mutant:
    """One changed place: the list of the law it stands in, its index there, the path inside, and what it became."""

    part: str
    index: int
    owner: str
    path: str
    change: str
    value: Any

    @property
    def name(self) -> str:
        """What the list of survivors calls it: rule and clock, path, change."""
        return f"{self.owner} | {self.path} | {self.change}"

    def sound(self) -> Any:
        """The declaration as the law has it."""
        whole = getattr(REGELSAET, self.part)
        return whole[self.index] if isinstance(whole, tuple) else whole

    def regelsaet(self) -> Any:
        """The law with this one change."""
        whole = getattr(REGELSAET, self.part)
        one = isinstance(whole, tuple)
        changes: dict[str, Any] = {
            self.part: (*whole[: self.index], self.value, *whole[self.index + 1 :]) if one else self.value
        }
        return evolve(REGELSAET, **changes)


def mutants() -> Iterator[Mutant]:
    """Every mutant of the rules, the clocks, the exemptions, the suspensions, the unread acts and the forms."""
    for part in ("regler", "ure", "fritagelser", "suspensioner", "ulaest", "former"):
        for index, declared in enumerate(getattr(REGELSAET, part)):
            owner = _owner(part, index, declared)
            for path, change, value in _changed(declared, ""):
                if not (_nothing if part == "regler" else _nothing_besides)(declared, path, change):
                    yield Mutant(part, index, owner, path, change, value)
            if part in {"fritagelser", "suspensioner", "ulaest", "former"}:
                # as if it had never been written: in force for one day long ago
                gone = evolve(
                    declared,
                    fra=dt.date(1900, 1, 1),
                    **({"til": dt.date(1900, 1, 2)} if hasattr(declared, "til") else {}),
                )
                if hasattr(declared, "til"):
                    yield Mutant(part, index, owner, "", "borte", gone)
    for path, change, value in _changed(REGELSAET.forbrug, ""):
        yield Mutant("forbrug", 0, "forbrug", path, change, value)


def _on_clock(clock: str) -> frozenset[str]:
    """The groups that can have a period on a clock."""
    for declared in REGELSAET.ure:
        if declared.navn == clock:
            if isinstance(declared, r.Loebendeur):
                return frozenset(g for one in declared.grupper for g in one)
            own = getattr(declared, "maalgrupper", None) or (declared.maalgruppe,)
            return frozenset(own)
    return frozenset(Maalgruppe.koder())


def _nothing(rule: Any, path: str, change: str) -> bool:
    """Whether the change means nothing by the meaning of the words, so that it is no mutant."""
    if change.startswith("også ") and path == "maalgrupper":
        # one group more is enough, and only one that the clock knows; another declaration may bind it already
        bound = {g for other in REGELSAET.regler if other.id == rule.id for g in other.maalgrupper}
        free = [g for g in Maalgruppe.koder() if g in _on_clock(rule.ur) and g not in bound]
        return not free or change != f"også {free[0]}" or _never_begins(rule, free[0])
    if path == "gaelder.fra" and rule.gaelder.fra == REGELSAET.foerste_dag:
        # nothing is judged before; and in weeks no deadline falls on that Wednesday
        return change.endswith(str(REGELSAET.foerste_dag - _DAY)) or rule.ur in _WEEKS
    if path == "gaelder.dag" and not isinstance(rule, r.Regel):
        return True  # a right or a statement has no deciding day of this kind
    if path == "gaelder.fra" and rule.gaelder.dag == "skift":
        return True  # the switch itself decides, whatever the first day
    if path == "gaelder.fra" and rule.ur in _WEEKS and _early(rule.gaelder.fra):
        return True  # while weeks counted a deadline fell on a Sunday, and neither day is one
    if path == "taeller.mindst_dage" and change == "0 -> 1":
        return True  # an offer lasts a day
    if path == "taeller.antal" and isinstance(getattr(rule, "vindue", None), r.FraSeneste | r.Kumulativ):
        return True  # a step of such a series is one interview
    if path == "vindue.kan_for_sent" and (
        isinstance(getattr(rule, "taeller", None), r.Tilbudstaeller) or r.uden_sidste_dag(rule.vindue)
    ):
        return True  # said of interviews, and of a window with a last day
    if path.endswith("].maalgrupper") and change.startswith("også ") and change[5:] not in _together(rule):
        return True  # a kind of offer for a group that no course with the rule's own can have
    if path == "vindue.flyttes" and rule.ur not in _WITH_GAPS:
        return True  # a clock without benefit-free weeks
    if path.endswith(_ANCHOR) and (
        path.startswith("vindue.til.punkt.") or getattr(rule, "anledning", None) is not None
    ):
        return True  # the occasion is named twice, and read where it is named first
    if path.partition("<")[0].endswith("benefituger") and rule.ur not in _WITH_GAPS:
        return True  # a clock without benefit-free weeks
    if path in {"vindue.fradrag", "vindue.gitter"} and rule.vindue.fra is None:
        return True  # a gap between offers runs from the end of the last one
    if _names(path)[-1] == "sidste_dag":
        # the last day of the month is a question of months of the calendar: hours have none
        return _unit(rule, path) != "maaned" or (rule.ur in _HOURS and _on_the_clock(rule, path))
    return False


def _nothing_besides(declared: Any, path: str, change: str) -> bool:
    """The same of a clock, an exemption, a suspension, a form or an unread act."""
    if path == "fra" and change.endswith(str(REGELSAET.foerste_dag - _DAY)):
        return True  # nothing is judged before
    if path == "maalgrupper" and isinstance(declared, r.Forloebsur):
        # nothing on this clock binds them
        group = change.split(" ", 1)[1]
        return not any(rule.ur == declared.navn and group in rule.maalgrupper for rule in REGELSAET.regler)
    if path == "samtaler_taeller_ikke":
        # of families without interviews
        return not any(
            getattr(rule, "familie", None) in declared.familier
            and isinstance(getattr(rule, "taeller", None), r.Samtaler)
            for rule in REGELSAET.regler
        )
    return False


def _never_begins(rule: Any, group: str) -> bool:
    """Whether for this group the series has nothing to count from.

    The group on the day of the event decides, and none of the rules it counts from binds that group on that day.
    """
    window = getattr(rule, "vindue", None)
    if not isinstance(window, r.FraSeneste) or not isinstance(window.fra, r.Efter) or not rule.bindes_paa_haendelsen:
        return False
    return not any(other.id in window.fra.regler and group in other.maalgrupper for other in REGELSAET.regler)


def _early(day: dt.date | str) -> bool:
    return isinstance(day, dt.date) and day < _HOURS_FROM


_WEEKS = ("ledighed", "raadighed", "tilbud-gammel")
_HOURS_FROM = dt.date(2017, 7, 1)
_HOURS = _WEEKS
_WITH_GAPS = ("ydelse-gammel", "ydelse-ny", "forloeb")
_ANCHOR = (".art", ".ellers_start", ".daekker", ".grunde", ".fra_grupper")


def _names(path: str) -> list[str]:
    """The names on the way to a place, without the readings and the indices."""
    return [re.sub(r"[<\[].*", "", piece) for piece in re.sub(r"<[^>]*>", "", path).split(".")]


def _along(rule: Any, path: str) -> list[Any]:
    """The values on the way to a place; of a reading its default choice."""
    values = [rule]
    for piece in re.sub(r"<[^>]*>", "", path).split(".")[:-1]:
        name, _, index = piece.rstrip("]").partition("[")
        value = getattr(values[-1], name)
        values.append(_default(value[int(index)] if index else value))
    return values


def _default(value: Any) -> Any:
    return value.vaerdier[0][1] if isinstance(value, r.Laes) else value


def _unit(rule: Any, path: str) -> str | None:
    """The unit that a place speaks of: its own, or that of the amount beside it."""
    place = _along(rule, path)[-1]
    names = ("maengde", "interval", "laengde")
    amount = next((_default(getattr(place, name)) for name in names if hasattr(place, name)), place)
    return getattr(amount, "enhed", None)


def _on_the_clock(rule: Any, path: str) -> bool:
    """Whether the place is an amount that a clock reaches."""
    window = getattr(rule, "vindue", None)
    return (
        isinstance(window, r.Kumulativ)
        or getattr(window, "paa_uret", False)
        or any(isinstance(value, r.Naaet) for value in _along(rule, path))
    )


def _together(rule: Any) -> frozenset[str]:
    """The groups that a course on the rule's clock can have besides those of the rule."""
    clock = next((ur for ur in REGELSAET.ure if ur.navn == rule.ur), None)
    if isinstance(clock, r.Loebendeur):
        return frozenset(g for one in clock.grupper if set(one) & set(rule.maalgrupper) for g in one)
    return _on_clock(rule.ur)


def _owner(part: str, index: int, declared: Any) -> str:
    if part == "regler":
        return f"{declared.id} ({declared.ur})"
    name = getattr(declared, "navn", None) or getattr(declared, "grund", None) or getattr(declared, "naar", None) or ""
    source = getattr(declared, "hjemmel", None)
    sources = source if isinstance(source, tuple) else (source,) if source is not None else ()
    where = ", ".join(one.paragraf for one in sources)
    return f"{part}[{index}] {name} {where}".strip()


def _changed(value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
    """The value with one place inside it changed: the path of the place, the change, and the new whole."""
    if isinstance(value, r.Laes):
        # the default choice is what the cases are about; other choices have cases of their own
        (code, first), *rest = value.vaerdier
        for where, change, new in _changed(first, f"{path}<{value.navn}>"):
            yield where, change, r.Laes(value.navn, {code: new, **dict(rest)})
        return
    if not attrs.has(type(value)) or isinstance(value, Lov | r.Hjemmel):
        yield from ((path, change, new) for change, new in _leaf(value, path))
        return
    for field in attrs.fields(type(value)):
        if field.name in _UNTOUCHED:
            continue
        inner = getattr(value, field.name)
        for where, change, new in _changed_field(inner, f"{path}.{field.name}" if path else field.name):
            yield where, change, evolve(value, **{field.name: new})


def _changed_field(inner: Any, path: str) -> Iterator[tuple[str, str, Any]]:
    if isinstance(inner, tuple) and inner and all(attrs.has(type(x)) for x in inner):
        for i, one in enumerate(inner):
            for where, change, new in _changed(one, f"{path}[{i}]"):
                yield where, change, (*inner[:i], new, *inner[i + 1 :])
            if len(inner) > 1:
                yield f"{path}[{i}]", "uden", (*inner[:i], *inner[i + 1 :])
        return
    yield from _changed(inner, path)


def _leaf(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The changes of a plain value."""
    name = path.rsplit(".", 1)[-1].split("<", maxsplit=1)[0].split("[", maxsplit=1)[0]
    if name == "dag" and isinstance(value, str):
        yield from ((f"{value} -> {other}", other) for other in ("frist", "forloeb") if other != value)
    elif isinstance(value, bool):
        yield f"{value} -> {not value}", not value
    elif isinstance(value, int):
        yield f"{value} -> {value + 1}", value + 1
        if value > 0:
            yield f"{value} -> {value - 1}", value - 1
    elif isinstance(value, dt.date):
        yield f"{value} -> {value + _DAY}", value + _DAY
        yield f"{value} -> {value - _DAY}", value - _DAY
    elif value in ("skift", "foer-skift"):
        real = _SWITCH if value == "skift" else _SWITCH - _DAY
        yield f"{value} -> {real + _DAY}", real + _DAY
        yield f"{value} -> {real - _DAY}", real - _DAY
    elif name == "art" and isinstance(value, str):
        yield f"{value} -> ukendt", "ukendt"
    elif name == "ansvarlig":
        other = "a-kasse" if value != "a-kasse" else "jobcenter"
        yield f"{value} -> {other}", other
    elif isinstance(value, tuple) and value and all(isinstance(x, str) for x in value):
        for i, one in enumerate(value):
            if len(value) > 1 or name in {"standby", "udelader"}:
                yield f"uden {one}", (*value[:i], *value[i + 1 :])
        if name == "maalgrupper":
            yield from ((f"også {other}", (*value, other)) for other in Maalgruppe.koder() if other not in value)
    elif isinstance(value, tuple) and value and all(isinstance(x, int) for x in value):
        for i, one in enumerate(value):
            yield f"{one} -> {one + 1}", (*value[:i], one + 1, *value[i + 1 :])
            yield f"{one} -> {one - 1}", (*value[:i], one - 1, *value[i + 1 :])


# --- judging --------------------------------------------------------------------------------------------------------


class Laws:
    """The compiled law of a mutant, for each legal basis and choice of readings; what did not change is not compiled."""

    def __init__(self, mutant: Mutant | None) -> None:
        self._mutant = mutant
        self._made: dict[tuple[str, tuple[tuple[str, str], ...]], Any] = {}

    def law(self, basis: str, readings: tuple[tuple[str, str], ...]) -> Any:
        """The law under a basis and readings."""
        key = (basis, readings)
        if key not in self._made:
            sound = compiling.oversaet(REGELSAET, basis, dict(readings))
            self._made[key] = sound if self._mutant is None else self._changed(sound)
        return self._made[key]

    def _changed(self, sound: Any) -> Any:
        assert self._mutant is not None
        whole = self._mutant.regelsaet()
        if self._mutant.part == "regler":
            nr = self._mutant.index
            chosen = tuple((name, sound.valg[name]) for name in compiling._laeste(REGELSAET)[nr])
            one = compiling._klausul.__wrapped__(whole, nr, sound.skift, chosen)
            clauses = (*sound.klausuler[:nr], one, *sound.klausuler[nr + 1 :])
            return evolve(
                sound,
                regelsaet=whole,
                klausuler=clauses,
                enheder=compiling._enheder(whole, list(clauses)),
                uden_ur=tuple(k for k in clauses if k.regel.ur == "*"),
                udvalg={},
            )
        kept = compiling._klausul, compiling._laeste
        clauses, read = sound.klausuler, compiling._laeste(REGELSAET)
        compiling._klausul = lambda _w, nr, _s, _v: clauses[nr]  # type: ignore[assignment]  # put in the place of the function
        compiling._laeste = lambda _w: read  # type: ignore[assignment]  # put in the place of the function
        try:
            return compiling._oversaet.__wrapped__(whole, sound.navn, tuple(sound.valg.items()))
        finally:
            compiling._klausul, compiling._laeste = kept


@frozen(eq=False)
class Worked:
    """A hand-worked variant of a case file."""

    timeline: Any
    expected: tuple[dict[str, Any], ...]
    basis: str
    readings: tuple[tuple[str, str], ...]
    named: frozenset[str]
    groups: frozenset[str]

    def notices(self, laws: Laws) -> bool:
        """Whether the case is judged otherwise than it was worked out."""
        law = laws.law(self.basis, self.readings)
        found = [Krav(x, law, WORDS) for x in Dom(law, self.timeline).koer()]
        return any(cases.complaint(e, found) for e in self.expected)


def said(found: list[Any]) -> tuple[Any, ...]:
    """What the findings say, in plain values."""
    return tuple(
        (
            x.klausul.regel.id, x.klausul.regel.ansvarlig, x.gruppe, x.trin, x.forloeb.start, x.fra, x.frist, x.forventet,
            x.udfald, x.kraevet, tuple(getattr(m, "dag", None) or m.fra for m in x.medregnet), x.efterfoelger,
        )
        for x in found
    )  # fmt: skip


@frozen(eq=False)
class Agreed:
    """A schedule in git, or an invented timeline on which engine and naive judge agree: the answer is `answer`."""

    timeline: Any
    horizon: int | None
    answer: tuple[Any, ...]
    basis: str
    readings: tuple[tuple[str, str], ...]
    named: frozenset[str]
    groups: frozenset[str]

    def notices(self, laws: Laws) -> bool:
        """Whether anything is said otherwise."""
        law = laws.law(self.basis, self.readings)
        return said(Dom(law, self.timeline, self.horizon).koer()) != self.answer


@frozen(eq=False)
class Sought:
    """A case of `tests/vidner.jsonl`: what both judges say of one rule."""

    timeline: Any
    rule: str
    answer: tuple[Any, ...]
    named: frozenset[str]
    groups: frozenset[str]

    def notices(self, laws: Laws) -> bool:
        """Whether the rule is judged otherwise."""
        law = laws.law("gaeldende", ())
        found = [x for x in Dom(law, self.timeline).koer() if x.klausul.regel.id == self.rule]
        return said(found) != self.answer


Witness = Worked | Agreed | Sought


def witness(line: dict[str, Any]) -> Sought:
    """A line of `tests/vidner.jsonl`, with what the engine says of its rule."""
    sag = sag_json.fra_obj(line["sag"])
    timeline = Tidslinje(sag, dt.date.fromisoformat(line["pr"]).toordinal())
    law = compiling.oversaet(REGELSAET, "gaeldende", {})
    found = [x for x in Dom(law, timeline).koer() if x.klausul.regel.id == line["regel"]]
    return Sought(
        timeline, line["regel"], said(found), frozenset((line["regel"],)), frozenset(p.maalgruppe for p in sag.perioder)
    )


def sought_cases() -> list[Witness]:
    """The cases sought at the edges of each rule (that both judges still say so is a test of its own)."""
    file = ROOT / "tests" / "vidner.jsonl"
    return [witness(json.loads(x)) for x in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def worked_cases() -> list[Witness]:
    """The variants of the case files that judge a case."""
    made: list[Witness] = []
    for folder in cases.FOLDERS:
        for document in cases.read(folder):
            for v in document["varianter"]:
                if v.get("slags", "vurdering") != "vurdering":
                    continue
                sag = sag_json.fra_obj(v["sag"])
                named = {e["regel"] for e in v["forventet"]} | {e.get("efterfoelger") for e in v["forventet"]}
                made.append(
                    Worked(
                        Tidslinje(sag, dt.date.fromisoformat(v["pr"]).toordinal()),
                        tuple(v["forventet"]),
                        v.get("lovgrundlag", "gaeldende"),
                        tuple(sorted(v.get("fortolkninger", {}).items())),
                        frozenset(x for x in named if x),
                        frozenset(p.maalgruppe for p in sag.perioder),
                    )
                )
    return made


def plans() -> list[Witness]:
    """The schedules of `tests/golden`, made again (that they are those in git is a test of its own)."""
    made: list[Witness] = []

    def kept(law: Any, sag: Any, start: int, horizon: int) -> Any:
        timeline = Tidslinje(sag, start)
        end = kalender.plus_maaneder(start, horizon)
        found = Dom(law, timeline, end).koer()
        made.append(_agreed(timeline, end, found, law.navn, ()))
        return original(law, sag, start, horizon)

    library: Any = bibliotek
    original = library.planskema
    library.planskema = kept
    try:
        for group in Maalgruppe.koder():
            for first in skriv_golden.days():
                for basis in ("gaeldende", "aftale-2018"):
                    kf.plan(group, fra=first, lovgrundlag=basis)
    finally:
        library.planskema = original
    return made


def agreed_timelines(count: int) -> list[Witness]:
    """Invented timelines on which the engine says what the naive judge says."""
    made: list[Witness] = []
    for n in range(count):
        task = sm.task("mutanter", n)
        try:
            if sm.compare(task):
                continue
        except NotImplementedError:
            continue
        law = compiling.oversaet(REGELSAET, task.basis, task.readings)
        timeline = Tidslinje(sag_json.fra_obj(task.document), task.pr.toordinal())
        made.append(
            _agreed(timeline, None, Dom(law, timeline).koer(), task.basis, tuple(sorted(task.readings.items())))
        )
    return made


def _agreed(
    timeline: Any, horizon: int | None, found: list[Any], basis: str, readings: tuple[tuple[str, str], ...]
) -> Agreed:
    return Agreed(
        timeline,
        horizon,
        said(found),
        basis,
        readings,
        frozenset(x.klausul.regel.id for x in found),
        frozenset(p.gruppe for p in timeline.perioder),
    )


def noticed(witness: Witness, laws: Laws) -> bool:
    """Whether a witness notices; a law that cannot be judged by is noticed."""
    try:
        return witness.notices(laws)
    except Exception:  # noqa: BLE001 - the mutant breaks the engine
        return True


def central(mutant: Mutant) -> bool:
    """Whether the mutant changes a rule's count, window, anchor, group set, dates in force or tolerance."""
    if mutant.part != "regler":
        return False
    path = mutant.path
    return path.startswith(("maalgrupper", "gaelder", "vindue")) or path in {"taeller.antal", "taeller.mindst_dage"}


def run(only: str | None, *, part: tuple[int, int], everything: bool, timelines: int) -> dict[str, Any]:
    """Judge every mutant; who noticed it."""
    sound = Laws(None)
    witnesses = {
        "sager": worked_cases(),
        "planer": plans(),
        "søgte sager": sought_cases(),
        "tidslinjer": agreed_timelines(timelines),
    }
    for name, some in witnesses.items():
        wrong = sum(noticed(w, sound) for w in some)
        if wrong:
            print(f"{wrong} af {len(some)} {name} stemmer ikke uden mutant og bruges ikke")
            witnesses[name] = [w for w in some if not noticed(w, sound)]
    tally: Counter[str] = Counter()
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    survivors: list[str] = []
    lately: dict[str, list[tuple[str, Witness]]] = defaultdict(list)
    # those that nothing notices, with the reason given, are asked again only with everything else
    known: set[str] = set() if everything or only else set(json.loads(KNOWN.read_text(encoding="utf-8")))
    todo = [m for m in mutants() if (everything or central(m)) and (only is None or only in m.name)]
    passed_over = [m.name for m in todo if m.name in known]
    todo = [m for m in todo if m.name not in known]
    todo = [m for i, m in enumerate(todo) if i % part[1] == part[0] - 1]
    for mutant in todo:
        laws = Laws(mutant)
        rule = mutant.owner.split(" ")[0]
        groups = frozenset(Maalgruppe.koder())
        if getattr(mutant.value, "maalgrupper", None):
            # those it names and those it named
            groups = frozenset((*mutant.value.maalgrupper, *(mutant.sound().maalgrupper or ())))
        outcome = next((name for name, w in lately[mutant.owner] if noticed(w, laws)), None)
        for name, some in witnesses.items() if outcome is None else ():
            near = [w for w in some if rule in w.named]
            # a rule that says nothing of a group cannot change what is said of it
            far = [w for w in some if rule not in w.named and w.groups & groups]
            killer = next((w for w in (*near, *far) if noticed(w, laws)), None)
            if killer is not None:
                outcome = name
                lately[mutant.owner] = [(name, killer), *lately[mutant.owner][:3]]
                break
        if outcome is None:
            outcome = "overlever"
            survivors.append(mutant.name)
        tally[outcome] += 1
        by_rule[rule][outcome] += 1
    return {
        "mutanter": len(todo) + len(passed_over),
        "vidner": {name: len(some) for name, some in witnesses.items()},
        "bemærket af": dict(sorted(tally.items())),
        "overlever": sorted([*survivors, *passed_over]),
        "pr regel": {k: dict(sorted(v.items())) for k, v in sorted(by_rule.items())},
    }


def main() -> int:
    """Run, print, and fail where a survivor has no reason."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kun", help="kun mutanter, hvis navn indeholder dette")
    parser.add_argument("--del", dest="part", default="1/1")
    parser.add_argument(
        "--alle", action="store_true", help="også arter, betingelser, ure, fritagelser, former og suspensioner"
    )
    parser.add_argument("--tidslinjer", type=int, default=680, help="opfundne tidslinjer, motor og orakel er enige om")
    parser.add_argument("--skriv", action="store_true", help="skriv resultatet til git")
    args = parser.parse_args()
    start = time.perf_counter()
    number, parts = map(int, args.part.split("/"))
    result = run(args.kun, part=(number, parts), everything=args.alle, timelines=args.tidslinjer)
    known: dict[str, str] = json.loads(KNOWN.read_text(encoding="utf-8")) if KNOWN.exists() else {}
    # a name without a true reason is not an explanation
    reasons = [name for name, why in known.items() if why.strip() and not why.lower().startswith(("åben", "aaben"))]
    unexplained = [name for name in result["overlever"] if not any(name.startswith(k) for k in reasons)]
    for name in unexplained:
        print("overlever:", name)
    by = ", ".join(f"{n} af {name}" for name, n in result["bemærket af"].items() if name != "overlever")
    print(
        f"{result['mutanter']} mutanter af deklarationerne: bemærket {by}; {len(result['overlever'])} overlever "
        f"({len(result['overlever']) - len(unexplained)} begrundet, {len(unexplained)} ikke); {time.perf_counter() - start:.0f} s"
    )
    if args.skriv:
        RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
