"""The validation report: for each rule what shows that it is right. Generated whole, never edited.

Reads the rules, the case files, the cases sought, the results of the mutants (`tools/mutanter/*.json`) and of the
comparison with the naive judge (`tests/orakel_tal.json`, written by `tools/sammenlign_orakel.py --json`; an outcome it
reached too seldom is shown with the reason why it cannot be, where there is one, `sjaeldne.py`), and writes
`validering.json` and `validering.html` into `build/validering` (`--ud MAPPE` for another folder).
"""
# ruff: noqa: E501 - sentences and cells read best in one piece

from __future__ import annotations

import argparse
import datetime as dt
import html
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import kontaktforloeb as kf  # noqa: E402 - helpers of the tests stand beside them
import sammenligning  # noqa: E402
import sjaeldne  # noqa: E402
import test_regelbase as regelbase  # noqa: E402
import test_vektorer as cases  # noqa: E402
from orakel.laesninger import UNDERSTOETTET  # noqa: E402

MUTANTS = ROOT / "tools" / "mutanter"


def _read(path: Path, default: Any) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else default


def _cases_by_rule() -> dict[str, Counter[str]]:
    """How many hand-worked answers name a rule, by folder."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in cases.FOLDERS:
        for document in cases.read(folder):
            for variant in document["varianter"]:
                for rule in {e["regel"] for e in variant.get("forventet", ()) if isinstance(e, dict) and "regel" in e}:
                    found[rule][folder.name] += 1
    return found


def _sought() -> Counter[str]:
    lines = [line for file in sammenligning.SOUGHT for line in file.read_text(encoding="utf-8").splitlines()]
    return Counter(json.loads(line)["regel"] for line in lines)


def _oracle(numbers: dict[str, Any]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _group, rule, outcome, n in numbers.get("talt", ()):
        found[rule][outcome] += n
    return found


def _rare(rule: str, rare: dict[tuple[str, str], int]) -> list[str]:
    """The rule's outcomes that the comparison reached too seldom, each with the reason why it cannot be."""
    found = []
    for (of, outcome), n in rare.items():
        if of == rule:
            why = sjaeldne.why_not(rule, outcome)
            found.append(f"udfaldet {outcome} er nået {n} gange i sammenligningen" + (f": {why}" if why else ""))
    return found


def report() -> dict[str, Any]:
    """Everything the report says, as JSON values."""
    worked, sought = _cases_by_rule(), _sought()
    numbers = _read(ROOT / "tests" / "orakel_tal.json", {})
    oracle = _oracle(numbers)
    counts = {(rule, outcome): n for rule, reached in oracle.items() for outcome, n in reached.items()}
    rare = {(rule, outcome): counts.get((rule, outcome), 0) for rule, outcome in sjaeldne.rare(counts)}
    mutants = _read(MUTANTS / "deklarationer.json", {})
    reasons = _read(MUTANTS / "overlevende.json", {})
    differences: dict[str, int] = Counter()
    for kind, (n, *_rest) in numbers.get("forskelle", {}).items():
        differences[kind.split(" ", 1)[0]] += n
    rules = []
    for info in kf.regler():
        per = mutants.get("pr regel", {}).get(info.regel, {})
        survivors = [s for s in mutants.get("overlever", ()) if s.startswith(info.regel + " ")]
        reached = oracle.get(info.regel, Counter())
        open_ = []
        if not worked[info.regel]["graenser"]:
            open_.append("ingen grænsefil: " + regelbase.WITHOUT_BOUNDARY.get(info.regel, "mangler"))
        if info.sikkerhed == "udledt":
            open_.append("ikrafttrædelsen er udledt af teksterne omkring, ikke læst i en bestemmelse")
        if numbers:
            open_ += _rare(info.regel, rare)
        if not numbers:
            open_.append("sammenligningen med den naive dommer er ikke kørt i stor målestok")
        if differences[info.regel]:
            open_.append(f"{differences[info.regel]} forskelle til den naive dommer er ikke afgjort")
        open_ += [f"mutant uden vidne: {s}" + (f" ({reasons[s]})" if s in reasons else "") for s in survivors]
        rules.append(
            {
                "regel": info.regel,
                "titel": info.titel,
                "slags": info.slags,
                "hjemmel": [{"kort": h.kort, "retskilde": h.retskilde, "eli": h.eli} for h in info.hjemmel],
                "maalgrupper": list(info.maalgrupper),
                "gaelder": [info.gaelder_fra.isoformat(), info.gaelder_til.isoformat() if info.gaelder_til else None],
                "sikkerhed": info.sikkerhed,
                "laest": info.laest.isoformat(),
                "fortolkninger": list(info.fortolkninger),
                "proever": {
                    **{name: worked[info.regel][name] for name in ("vektorer", "graenser", "planer")},
                    "soegte": sought[info.regel],
                },
                "mutanter": {
                    "bemaerket": sum(v for k, v in per.items() if k != "overlever"),
                    "overlever": per.get("overlever", 0),
                },
                "orakel": dict(sorted(reached.items())),
                "aldrig_vist": open_,
            }
        )
    readings = [
        {
            "fortolkning": r.navn,
            "valg": list(r.valg),
            "regler": [x["regel"] for x in rules if r.navn in x["fortolkninger"]],
            "naiv_dommer": list(UNDERSTOETTET.get(r.navn, ())),
            "ikke_sammenlignet": [code for code in r.valg if code not in UNDERSTOETTET.get(r.navn, ())],
        }
        for r in kf.fortolkninger()
    ]
    verdict = kf.vurder(kf.Sag(id="X", perioder=()), pr=dt.date(2020, 1, 1))
    code_reasons = _read(MUTANTS / "overlevende_kode.json", {})
    code = [_read(f, {}) for f in sorted((MUTANTS / "resultat").glob("*.json"))]
    return {
        "version": verdict.version,
        "regelsaet": verdict.regelsaet,
        "tal": {
            "regler": len(rules),
            "gennemregnede svar": sum(sum(c.values()) for c in worked.values()),
            "søgte sager": sum(sought.values()),
            "mutanter af loven": mutants.get("mutanter", 0),
            "heraf overlever": len(mutants.get("overlever", ())),
            "mutanter af motoren": sum(c.get("mutanter", 0) for c in code),
            "heraf dræbt": sum(c.get("dræbt", 0) for c in code),
            "tidslinjer mod den naive dommer": numbers.get("antal", 0),
            "krav mod den naive dommer": sum(sum(c.values()) for c in oracle.values()),
        },
        "regler": rules,
        "fortolkninger": readings,
        "motor": [
            {
                **{k: c[k] for k in ("modul", "sha256", "mutanter", "dræbt")},
                "overlever": [{"mutant": x, "grund": code_reasons.get(x)} for x in c["overlever"]],
            }
            for c in code
        ],
    }


_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1f24}
table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border-bottom:1px solid #d0d7de;padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:#f6f8fa;}div{overflow-x:auto}.tal{text-align:right;font-variant-numeric:tabular-nums}details{max-width:34rem}summary{cursor:pointer}
code{overflow-wrap:anywhere}@media print{details{display:block}}
"""


def page(made: dict[str, Any]) -> str:
    """The report as one HTML page without scripts."""
    e = html.escape
    out = [
        "<!doctype html><html lang=da><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=icon href='data:,'>",
        f"<title>Validering af kontaktforloeb {e(made['version'])}</title><style>{_STYLE}</style>",
        f"<h1>Validering af kontaktforloeb {e(made['version'])}</h1>",
        f"<p>Siden er skrevet af <code>make validation</code>. Regelsæt <code>{e(made['regelsaet'])}</code>.</p><div><table>",
        *(f"<tr><th scope=row>{e(name)}<td class=tal>{n}" for name, n in made["tal"].items()),
        "</table></div><h2>Regler</h2><div><table><tr><th>Regel<th>Hjemmel<th>Gælder<th>Prøver<th>Mutanter<th>Naiv dommer<th>Fortolkninger<th>Aldrig vist",
    ]
    for r in made["regler"]:
        sources = "; ".join(f'<a href="{e(h["eli"])}">{e(h["kort"])}</a>, {e(h["retskilde"])}' for h in r["hjemmel"])
        tests = ", ".join(f"{e(k)} {v}" for k, v in r["proever"].items() if v)
        oracle = ", ".join(f"{e(k)} {v}" for k, v in r["orakel"].items())
        never = "".join(f"<li>{e(x)}" for x in r["aldrig_vist"])
        out.append(
            f"<tr id='{e(r['regel'])}'><td><b>{e(r['regel'])}</b><br>{e(r['titel'])}<td>{sources}"
            f"<td>{e(r['gaelder'][0])} – {e(r['gaelder'][1] or '')}<br>{e(r['sikkerhed'])}<td>{tests}"
            f"<td>{r['mutanter']['bemaerket']} bemærket, {r['mutanter']['overlever']} ikke<td>{oracle}"
            f"<td>{', '.join(map(e, r['fortolkninger']))}<td>"
            + (f"<details><summary>{len(r['aldrig_vist'])}</summary><ul>{never}</ul></details>" if never else "intet")
        )
    out.append(
        "</table></div><h2>Fortolkninger</h2><div><table><tr><th>Fortolkning<th>Valg<th>Berører<th>Ikke sammenlignet med den naive dommer"
    )
    out += [
        f"<tr><td>{e(r['fortolkning'])}<td>{', '.join(map(e, r['valg']))}<td>{', '.join(map(e, r['regler'])) or 'enhver tælling'}<td>{', '.join(map(e, r['ikke_sammenlignet']))}"
        for r in made["fortolkninger"]
    ]
    out.append("</table></div>")
    if made["motor"]:
        out.append("<h2>Motoren</h2><div><table><tr><th>Modul<th>Mutanter<th>Dræbt<th>Overlever")
        out += [
            f"<tr><td>{e(m['modul'])}<td class=tal>{m['mutanter']}<td class=tal>{m['dræbt']}<td><details><summary>{len(m['overlever'])}</summary>"
            + "".join(f"<p>{e(x['mutant'])}<br>{e(x['grund'] or 'uden begrundelse')}" for x in m["overlever"])
            + "</details>"
            for m in made["motor"]
        ]
        out.append("</table></div>")
    return "\n".join(out) + "\n"


def main() -> int:
    """Write the report and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ud", type=Path, default=ROOT / "build" / "validering")
    args = parser.parse_args()
    made = report()
    args.ud.mkdir(parents=True, exist_ok=True)
    (args.ud / "validering.json").write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (args.ud / "validering.html").write_text(page(made), encoding="utf-8")
    for name, n in made["tal"].items():
        print(f"{name:34}{n:>9}")
    print(f"skrevet: {args.ud}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
