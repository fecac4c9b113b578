"""The engine beside the naive judge (`orakel`) on one invented timeline: what they say, and where they differ.

Shared by the everyday test and by `tools/sammenlign_orakel.py`. Timeline number `n` of a seed is drawn from the seed
and the number alone, so any part can be made on its own and any difference made again.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import frozen

import kontaktforloeb as kf
import orakel
from kontaktforloeb.formater import sag_json
from kontaktforloeb.testing import timelines
from kontaktforloeb.testing.chooser import RandomChooser
from orakel.laesninger import UNDERSTOETTET

GROUPS = timelines.GROUPS
SOUGHT = tuple(Path(__file__).parent / name for name in ("vidner.jsonl", "vidner_motor.jsonl"))
"""Cases sought where a change of the law, or of the engine's code, is noticed by no case worked by hand."""
SENSITIVE = Path(__file__).parent / "vidner_afhaengigheder.jsonl"
"""The same for `afhaenger_af`."""
SETTLED: dict[str, str] = json.loads((Path(__file__).parent / "orakel_afklaret.json").read_text(encoding="utf-8"))
"""The beginning of a kind of difference, and the paragraph by which the engine is right."""
COMPARED = ("fra", "frist", "udfald", "kraevet", "medregnet", "efterfoelger")
OTHER_READINGS = tuple((name, code) for name, codes in UNDERSTOETTET.items() for code in codes[1:])

Key = tuple[str, dt.date, int | None]
Row = dict[str, Any]


@frozen
class Task:
    """One timeline to judge: the document, the day, the legal basis and the readings."""

    group: str
    document: dict[str, Any]
    pr: dt.date
    basis: str
    readings: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        """As the caller of the library would write it."""
        return {
            "sag": self.document,
            "pr": self.pr.isoformat(),
            "lovgrundlag": self.basis,
            "fortolkninger": self.readings,
        }


def task(seed: str, number: int, group: str | None = None) -> Task:
    """The timeline of this number; the groups take turns unless one is given."""
    chooser = RandomChooser(f"{seed}/{number}")
    of = group or GROUPS[number % len(GROUPS)]
    document = timelines.document(chooser, of, adversarial=not chooser.chance(30), number=f"{seed}-{number}")
    pr = timelines.judging_day(chooser, document)
    basis = "aftale-2018" if chooser.chance(20) else "gaeldende"
    readings = dict([chooser.pick(OTHER_READINGS)]) if chooser.chance(35) else {}
    return Task(of, document, pr, basis, readings)


def task_of(line: dict[str, Any]) -> Task:
    """The task of a line in a file of sought cases."""
    basis, readings = line.get("lovgrundlag", "gaeldende"), line.get("fortolkninger", {})
    return Task("", line["sag"], dt.date.fromisoformat(line["pr"]), basis, readings)


def line_of(t: Task) -> dict[str, Any]:
    """A task as such a line begins."""
    line: dict[str, Any] = {"sag": t.document, "pr": t.pr.isoformat()}
    if t.basis != "gaeldende":
        line["lovgrundlag"] = t.basis
    if t.readings:
        line["fortolkninger"] = t.readings
    return line


def row_of(row: Row) -> list[Any]:
    """A requirement as such a file keeps it."""
    text = [None if v is None else str(v) for v in (row["periode_fra"], row["fra"], row["frist"])]
    return [row["trin"], *text, row["udfald"], row["kraevet"], row["medregnet"]]


def said(t: Task, rule: str) -> list[Any]:
    """What the engine says of one rule."""
    return [row_of(row) for row in engine(t) if row["regel"] == rule]


def depends(t: Task) -> list[list[Any]]:
    """What other readings would change: rule, step and deadline, and each reading with what it gives."""
    verdict = kf.vurder(sag_json.fra_obj(t.document), pr=t.pr, lovgrundlag=t.basis, fortolkninger=t.readings)
    return [
        [k.regel, k.trin, str(k.frist), *([a.fortolkning, a.valg, a.udfald, str(a.frist)] for a in k.afhaenger_af)]
        for k in verdict.krav
        if k.afhaenger_af
    ]


def engine(t: Task) -> list[Row]:
    """What the engine says, in the oracle's words."""
    verdict = kf.vurder(
        sag_json.fra_obj(t.document), pr=t.pr, lovgrundlag=t.basis, fortolkninger=t.readings, afhaengigheder=False
    )
    return [
        {
            "regel": k.regel,
            "trin": k.trin,
            "periode_fra": k.periode_fra,
            "fra": k.fra,
            "frist": k.frist,
            "udfald": k.udfald,
            "kraevet": k.kraevet,
            "medregnet": sorted(m.dato.isoformat() for m in k.medregnet),
            "efterfoelger": k.efterfoelger,
        }
        for k in verdict.krav
    ]


def oracle(t: Task) -> list[Row]:
    """What the naive judge says."""
    return orakel.vurder(sag_json.fra_obj(t.document), t.pr, t.basis, t.readings)


TWIN_SERIES = ("LAB-2016:96.1", "LAB-2019:121", "INTL-2020:20.beskaeftigelse", "LAB-2019:105.2", "LAB-2022:105.2")
"""Series whose steps are numbered otherwise: those that go on under the next act's id, and 96.1, of which the oracle
does not count the step that 96.4 takes the place of."""
BY_EVENT = (
    "LAB-2016:21a.1b", "LAB-2016:21a.2b", "LAB-2019:38.1b", "INTL-2017:27.1b", "INTL-2020:27.1b",
    "LAB-2016:93m", "LAB-2016:96.3m", "LAB-2016:96cm",
)  # fmt: skip
"""A series for each control action or mentor: the engine numbers them all in one go, the oracle in its own."""


def _key(row: Row) -> Key:
    return (
        row["regel"],
        row["periode_fra"],
        None if row["regel"] in TWIN_SERIES + BY_EVENT else row["trin"],
    )


@frozen
class Difference:
    """One requirement on which the two disagree; a side is None where it has no such requirement."""

    regel: str
    engine: Row | None
    oracle: Row | None

    @property
    def kind(self) -> str:
        """The fields that differ, or that one side lacks the requirement."""
        if self.engine is None:
            return f"engine lacks ({self.oracle['udfald'] if self.oracle else ''})"
        if self.oracle is None:
            return f"oracle lacks ({self.engine['udfald']})"
        fields = [f for f in COMPARED if self.engine[f] != self.oracle[f]]
        if "udfald" in fields:
            return f"{self.engine['udfald']} / {self.oracle['udfald']}" + (" frist" if "frist" in fields else "")
        return "+".join(fields)


# Where the contract leaves the manner of showing open, the two are not compared; each line says why.
RIGHTS = ("LAB-2016:15.2", "LAB-2019:27.3", "LAB-2026:32a", "SDPL-2015:13a.1")
"""Rights that nobody asked for lapse; when such a row is shown is a matter of taste."""


def _shown_alike(d: Difference, *, in_gap: bool) -> bool:
    """Whether the two mean the same and only show it differently."""
    rows = [r for r in (d.engine, d.oracle) if r is not None]
    outcomes = {r["udfald"] for r in rows}
    if "intet-krav" in outcomes or all(r["kraevet"] is None for r in rows):
        return True  # how often the absence of a requirement is said, or left open under an act that was not read
    if in_gap and outcomes == {"afventer"}:
        return True  # while a gap is open its weeks are not yet counted
    if d.engine is None or d.oracle is None:
        # a lapsed requirement, or one whose day is not known, may be left out
        return outcomes == {"bortfaldet"} or all(r["frist"] is None and r["udfald"] == "afventer" for r in rows)
    if d.regel in RIGHTS and outcomes == {"bortfaldet"}:
        return True
    if in_gap and "afventer" in outcomes:
        return True  # while a gap is open its weeks are not yet counted
    one, other = d.engine, d.oracle
    fields = {f for f in COMPARED if one[f] != other[f]}
    if outcomes == {"uafklaret"} and None in (one["frist"], other["frist"]):
        fields -= {"frist"}  # left open for two reasons, one of which is a duty without a date
    if len(outcomes) == 1:
        if not outcomes & {"opfyldt", "opfyldt-for-sent", "ikke-opfyldt"}:
            fields -= {"medregnet", "fra"}
        if outcomes == {"bortfaldet"}:
            fields -= {"frist", "kraevet"}
        if "ikke-opfyldt" in outcomes:
            fields -= {"medregnet", "fra"}
        fields -= {"efterfoelger"} if None in (one["efterfoelger"], other["efterfoelger"]) else set()
    return not fields


def differences(ours: list[Row], theirs: list[Row]) -> list[Difference]:
    """Where the two lists differ; equals of one rule, period and step are paired in order."""
    found: list[Difference] = []
    by_key: dict[Key, list[Row]] = {}
    for row in theirs:
        by_key.setdefault(_key(row), []).append(row)
    left: list[Row] = []
    for row in ours:
        same = by_key.get(_key(row), [])
        exact = next((x for x in same if all(x[f] == row[f] for f in COMPARED)), None)
        if exact is None:
            left.append(row)
        else:
            same.remove(exact)
    for row in left:  # what is equal is paired before what differs
        same = by_key.get(_key(row), [])
        found.append(Difference(row["regel"], row, same.pop(0) if same else None))
    found.extend(Difference(row["regel"], None, row) for rest in by_key.values() for row in rest)
    return found


def meant(t: Task, found: list[Difference]) -> list[Difference]:
    """The differences in what is said of the person, leaving out how it is shown."""
    in_gap = not any(
        p["fra"] <= t.pr.isoformat() and (p.get("til") is None or p["til"] >= t.pr.isoformat())
        for p in t.document["perioder"]
    )
    return [d for d in found if not _shown_alike(d, in_gap=in_gap)]


def compare(t: Task, counts: Counter[tuple[str, str, str]] | None = None) -> list[Difference]:
    """Judge one timeline twice; `counts` counts requirements by group, rule and outcome of the engine."""
    ours = engine(t)
    if counts is not None:
        counts.update((t.group, row["regel"], row["udfald"]) for row in ours)
    return meant(t, differences(ours, oracle(t)))


def settled(kind: str) -> bool:
    """Whether a kind of difference (`regel` and `Difference.kind`) has been decided for the engine."""
    return any(kind.startswith(beginning) for beginning in SETTLED)
