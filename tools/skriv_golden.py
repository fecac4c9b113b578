"""Write `tests/golden` anew: schedules of every group for every year and switch, and verdicts, words and all.

Run by hand (`make golden`), never in CI: a difference fails there until somebody has read it, written the rule and the
paragraph in the changelog, and run this.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json
from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.testing import timelines
from kontaktforloeb.testing.chooser import RandomChooser

VERDICTS = 204
GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
YEARS = tuple(dt.date(year, 1, 1) for year in range(2016, 2027))
SWITCHES = tuple(
    dt.date.fromisoformat(d)
    for d in ("2017-07-01", "2018-07-01", "2019-07-01", "2020-01-01", "2021-07-01", "2022-01-01", "2024-01-01",
              "2025-01-01", "2025-07-01", "2026-02-01")
)  # fmt: skip


def days() -> tuple[dt.date, ...]:
    """1 January 2016-2026, and the eve, the day and the morrow of each switch, and half a year before."""
    around = {s + dt.timedelta(d) for s in SWITCHES for d in (-184, -1, 0, 1)}
    return tuple(sorted({*YEARS, *around}))


def schedule(group: str, first: dt.date, basis: str) -> list[list[Any]]:
    """The plan as rows: rule, step, first day, deadline, expected deadline, number, outcome, act."""
    plan = kf.plan(group, fra=first, lovgrundlag=basis)
    return [
        [k.regel, k.trin, _iso(k.fra), _iso(k.frist), _iso(k.forventet_frist), k.kraevet, k.udfald,
         "; ".join(h.kort for h in k.hjemmel)]
        for k in plan.krav
    ]  # fmt: skip


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def document(group: str) -> dict[str, Any]:
    """All schedules of a group; under the plan of 2018 only those that differ."""
    made: dict[str, Any] = {"maalgruppe": group, "gaeldende": {}, "aftale-2018": {}}
    for first in days():
        ours = schedule(group, first, "gaeldende")
        made["gaeldende"][first.isoformat()] = ours
        agreed = schedule(group, first, "aftale-2018")
        if agreed != ours:
            made["aftale-2018"][first.isoformat()] = agreed
    return made


def text(made: dict[str, Any]) -> str:
    """One requirement a line, so that a change of law reads well as a difference."""
    lines = ["{", f' "maalgruppe": {json.dumps(made["maalgruppe"])},']
    for basis in ("gaeldende", "aftale-2018"):
        lines.append(f' "{basis}": {{')
        plans = made[basis]
        for i, (first, rows) in enumerate(plans.items()):
            lines.append(f'  "{first}": [')
            lines.extend(
                "   " + json.dumps(row, ensure_ascii=False) + ("," if n < len(rows) - 1 else "")
                for n, row in enumerate(rows)
            )
            lines.append("  ]" + ("," if i < len(plans) - 1 else ""))
        lines.append(" }" + ("," if basis == "gaeldende" else ""))
    return "\n".join([*lines, "}", ""])


def verdict(number: int) -> dict[str, Any]:
    """What is said of an invented timeline, and the hash of every byte, words and notes included."""
    chooser = RandomChooser(f"golden/{number}")
    made = timelines.document(chooser, timelines.GROUPS[number % len(timelines.GROUPS)], number=f"GOLDEN-{number}")
    pr = timelines.judging_day(chooser, made)
    basis = "aftale-2018" if chooser.chance(20) else "gaeldende"
    others = [(x.navn, code) for x in kf.fortolkninger() for code in x.valg if code != x.standard]
    readings = dict([chooser.pick(others)]) if chooser.chance(25) else {}
    found = kf.vurder(
        sag_json.fra_obj(made),
        pr=pr,
        lovgrundlag=basis,
        fortolkninger=readings,
        sprog=("da", "en")[number % 2],
        afhaengigheder=number % 8 == 0,
    )
    # the hash of the rules and the version change with every release, and are no part of what was decided
    said = {k: v for k, v in found.som_dict().items() if k not in {"version", "regelsaet"}}
    return {
        "pr": pr.isoformat(),
        "lovgrundlag": basis,
        "fortolkninger": readings,
        "krav": [[k.regel, k.trin, _iso(k.frist), k.udfald] for k in found.krav],
        "sha256": hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16],
    }


def verdicts() -> str:
    """The verdicts, one a line."""
    lines = [f' "{n}": ' + json.dumps(verdict(n), ensure_ascii=False) for n in range(VERDICTS)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Write every file and say what changed."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    files = {f"{group}.json": text(document(group)) for group in Maalgruppe.koder()}
    files["vurderinger.json"] = verdicts()
    ids = dict.fromkeys(r.regel for basis in ("gaeldende", "aftale-2018") for r in kf.regler(lovgrundlag=basis))
    files["regler.txt"] = "".join(f"{name}\n" for name in sorted(ids))
    for name, content in files.items():
        path = GOLDEN / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            print("written:", path.relative_to(GOLDEN.parent.parent))


if __name__ == "__main__":
    main()
