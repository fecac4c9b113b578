"""The pages of prose: templates in tools/docs/pages, in which `{{name argument ...}}` stands for what is computed.

Blocks of `console` and `pycon` hold commands alone; what they print is filled in by running them.
"""

from __future__ import annotations

import code
import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import kontaktforloeb as kf
from book import changes, groups, lists
from book.source import EXAMPLES, case, group_page, reading_page, rule_page, rules
from book.verdicts import bench_link, drawn, due, facts, krav_table, reasons_of, titled
from book.words import Page, bullets, date, date_en, iso, label, outcome, table
from kontaktforloeb import koder
from kontaktforloeb.koder import SAMLET_ORDEN
from kontaktforloeb.ret.lovgrundlag import LOVGRUNDLAG, REGELSAET
from kontaktforloeb.testing.generator import Caseload

TEMPLATES = Path(__file__).resolve().parents[1] / "pages"

#: The case that README and the pages of prose are about.
CASE = "EKS-TO-LOVGRUNDLAG.json"

_BLOCK = re.compile(r"^```(json|console|pycon)( [^\n]*)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"\{\{(.+?)\}\}")


# --- what is filled in -----------------------------------------------------------------------------------------------


def _rule(page: Page, rule_id: str, words: str = "") -> str:
    return page.to(rule_page(rule_id), words or rule_id)


def _outcomes(page: Page) -> str:
    meanings = {
        "opfyldt": "Det, loven kræver, er holdt eller givet til tiden.",
        "opfyldt-for-sent": "Det er holdt eller givet, men efter fristen.",
        "ikke-opfyldt": "Fristen er passeret, og det er ikke holdt eller givet.",
        "afventer": "Fristen er ikke nået endnu (eller loven sætter ingen dato).",
        "bortfaldet": "Kravet gælder ikke længere: forløbet sluttede, personen var fritaget, en betingelse var ikke til "
        "stede, eller loven skiftede.",
        "uafklaret": "Sagen eller loven lader det åbent. Vurderingen siger, hvad der mangler.",
        "intet-krav": "Loven stiller intet krav, der kan tælles. Paragraffen, der viser det, er nævnt.",
    }
    del page
    return table(["Udfald", "Betyder"], [[outcome(u), meanings[u]] for u in SAMLET_ORDEN])


def _worst(page: Page) -> str:
    del page
    return ", ".join(label(koder.Udfald, u) for u in SAMLET_ORDEN)


def _case_facts(page: Page, sted: str) -> str:
    del page
    return facts(case(sted))


def _case_table(page: Page, sted: str) -> str:
    return krav_table(page, case(sted).verdict().krav)


def _case_drawn(page: Page, sted: str, prefix: str) -> str:
    del page
    return drawn(case(sted), case(sted).verdict(), prefix)


def _case_reasons(page: Page, sted: str) -> str:
    del page
    return "\n\n".join(reasons_of(case(sted).verdict()))


def _case_bench(page: Page, sted: str, words: str) -> str:
    return bench_link(page, case(sted), words)


def _case_outcome(page: Page, sted: str) -> str:
    del page
    return outcome(case(sted).verdict().samlet)


def _case_day(page: Page, sted: str) -> str:
    del page
    return date(case(sted).pr)


def _due(page: Page, sted: str, rule_id: str) -> str:
    del page
    return due(next(k for k in case(sted).verdict().krav if k.regel == rule_id))


def _count(page: Page, sted: str, rule_id: str) -> str:
    del page
    return str(next(k for k in case(sted).verdict().krav if k.regel == rule_id).kraevet)


def _begun(page: Page, sted: str) -> str:
    del page
    return date(iso(case(sted).document["perioder"][0]["fra"]))


def _depends(page: Page, sted: str) -> str:
    lines = [
        f"{page.to(rule_page(k.regel), k.regel)} {titled(k)}: med "
        f"{page.to(reading_page(a.fortolkning), f'`{a.fortolkning} = {a.valg}`')} "
        + ("ville kravet ikke findes" if a.udfald is None else f"ville udfaldet være {outcome(a.udfald)}")
        for k in case(sted).verdict().krav
        for a in k.afhaenger_af
    ]
    return bullets(lines) if lines else "Ingen enkelt anden fortolkning ændrer et udfald i sagen."


def _field(page: Page, sted: str, rule_id: str) -> str:
    """The parts of one requirement, each with what it says here."""
    k = next(k for k in case(sted).verdict().krav if k.regel == rule_id)
    rows = [
        ["Regel", "reglens navn: lovens kortnavn og paragraffen", page.to(rule_page(k.regel), k.regel)],
        ["Udfald", "se ovenfor", outcome(k.udfald)],
        ["Ansvarlig", "hvem der skal opfylde kravet", label(koder.Ansvarlig, k.ansvarlig)],
        ["Periode fra", "ankeret: den dag, forløbet regnes fra", date(k.periode_fra)],
        ["Fra", "den første dag til tiden", date(k.fra)],
        ["Frist", "den sidste dag til tiden, inklusive", date(k.frist)],
        ["Afgjort", "den dag, udfaldet lå fast", date(k.afgjort)],
        ["Krævet", "hvor mange loven kræver", str(k.kraevet)],
        [
            "Medregnet",
            "det, der er talt med, også det for sene",
            ", ".join(date(m.dato) for m in k.medregnet) or "intet",
        ],
        [
            "Hjemmel",
            "paragraffen i den tekst, der gjaldt på fristen",
            "; ".join(f"[{h.kort} ({h.retskilde})]({h.eli})" for h in k.hjemmel),
        ],
        ["Antagelser", "hvad der er lagt til grund", "; ".join(n.tekst for n in k.antagelser) or "ingen"],
        ["Bemærkninger", "hvad der ellers er værd at vide", "; ".join(n.tekst for n in k.bemaerkninger) or "ingen"],
        [
            "Fortolkninger",
            "de valg, kravet bygger på",
            ", ".join(page.to(reading_page(n), f"`{n} = {v}`") for n, v in k.fortolkninger.items()),
        ],
    ]
    return table(["Del", "Hvad det er", "Her"], rows, wide=True)


def _version(page: Page) -> str:
    del page
    return kf.__version__


def _skift(page: Page) -> str:
    del page
    return date(LOVGRUNDLAG[0].skift)


def _planned(page: Page) -> str:
    del page
    return date(LOVGRUNDLAG[1].skift)


def _skift_en(page: Page) -> str:
    del page
    return date_en(LOVGRUNDLAG[0].skift)


def _planned_en(page: Page) -> str:
    del page
    return date_en(LOVGRUNDLAG[1].skift)


def _first_day(page: Page) -> str:
    del page
    return date(REGELSAET.foerste_dag)


def _read_on(page: Page) -> str:
    del page
    return date(max(r.laest for r in rules().values()))


def _numbers(page: Page) -> str:
    del page
    return str(len(rules()))


def _readings(page: Page) -> str:
    del page
    return str(len(REGELSAET.fortolkninger))


def _fields(page: Page) -> str:
    del page
    return lists.case_fields()


def _faults(page: Page) -> str:
    del page
    return lists.faults()


def _limits(page: Page) -> str:
    del page
    return lists.limits()


def _group_link(page: Page, name: str) -> str:
    return page.to(group_page(name), label(koder.Maalgruppe, name))


FILL: dict[str, Callable[..., str]] = {
    "aabent": changes.not_decided_lists,
    "afhaenger": _depends,
    "antal-fortolkninger": _readings,
    "antal-regler": _numbers,
    "begyndt": _begun,
    "faults": _faults,
    "fields": _fields,
    "foerste-dag": _first_day,
    "frist": _due,
    "gruppe": _group_link,
    "kraevet": _count,
    "krav": _field,
    "laest": _read_on,
    "limits": _limits,
    "maalgrupper": groups.groups_table,
    "planlagt": _planned,
    "planlagt-en": _planned_en,
    "proev": _case_bench,
    "regel": _rule,
    "sag-begrundelser": _case_reasons,
    "sag-billede": _case_drawn,
    "sag-fakta": _case_facts,
    "sag-krav": _case_table,
    "sag-pr": _case_day,
    "sag-udfald": _case_outcome,
    "skift": _skift,
    "skift-en": _skift_en,
    "udfald": _outcomes,
    "vaerst": _worst,
    "version": _version,
}


# --- blocks that are run ---------------------------------------------------------------------------------------------


@contextlib.contextmanager
def workshop() -> Iterator[Path]:
    """A folder with the files that the examples name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder)
        yield folder


def furnish(folder: Path) -> None:
    """Put the files that the examples name into a folder."""
    (folder / "sag.json").write_bytes((EXAMPLES / CASE).read_bytes())
    load = Caseload(antal=400, froe=7)
    (folder / "sager.jsonl").write_text("".join(load.lines()), encoding="utf-8")
    bad = json.loads((EXAMPLES / CASE).read_text(encoding="utf-8"))
    bad["id"] = "010180-1234"
    bad["samtaler"][0]["dato"] = "2019-02-30"
    bad["perioder"][0]["til"] = "2019-01-01"
    bad["perioder"][0]["ydelse"] = "dagpenge"
    (folder / "daarlig.json").write_text(json.dumps(bad, ensure_ascii=False, indent=2), encoding="utf-8")
    (folder / "mapping.toml").write_text(
        'format = "kontaktforloeb-mapping/1"\n\n[koder.samtaler.art]\n"7" = "jobsamtale"\n', encoding="utf-8"
    )


def console(block: str, folder: Path) -> str:
    """Each command with what it prints, faults too."""
    lines: list[str] = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        script = f'kontaktforloeb() {{ "{sys.executable}" -P -m kontaktforloeb.cli "$@"; }}\n{command}\n'
        ran = subprocess.run(
            ["sh", "-c", script],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        if ran.returncode not in {0, 1, 2}:
            raise SystemExit(f"{command}\n{ran.stderr}")
        notes = ran.stderr if ran.returncode == 2 else ""  # noqa: PLR2004 - faults of the input are the example
        lines.append(f"$ {command}\n{ran.stdout}{notes}")
    return "".join(lines)


def pycon(block: str, folder: Path, names: dict[str, object]) -> str:
    """The statements with what they print, one after the other; `names` live on from block to block of a page."""
    source = [line for line in block.splitlines() if line.startswith((">>>", "..."))]
    shell = code.InteractiveInterpreter(names)
    lines: list[str] = []
    pending: list[str] = []
    with contextlib.chdir(folder):
        for number, line in enumerate(source):
            pending.append(line[4:])
            if number + 1 < len(source) and source[number + 1].startswith("..."):
                continue
            lines += [f"{'...' if i else '>>>'} {text}".rstrip() for i, text in enumerate(pending)]
            said, wrong = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
                shell.runsource("\n".join(pending) + "\n", symbol="single")
            if wrong.getvalue():
                raise SystemExit(wrong.getvalue())
            lines += said.getvalue().splitlines()
            pending = []
    return "\n".join(lines) + "\n"


def _shipped(_: str, __: Path) -> str:
    return (EXAMPLES / CASE).read_text(encoding="utf-8")


def run_blocks(text: str) -> str:
    """The text with every block filled with what its commands print."""
    names: dict[str, object] = {"__name__": "__main__"}
    answers: dict[str, Callable[[str, Path], str]] = {
        "console": console,
        "pycon": lambda block, folder: pycon(block, folder, names),
        "json": _shipped,
    }
    if not _BLOCK.search(text):
        return text
    with workshop() as folder:

        def answer(found: re.Match[str]) -> str:
            kind, extra, body = found[1], found[2] or "", found[3]
            # a block of JSON that is not empty is data of the page itself
            if kind == "json" and body.strip():
                return found[0]
            return f"```{kind}{extra}\n{answers[kind](body, folder)}```"

        return _BLOCK.sub(answer, text)


def page_of(template: Path) -> Page:
    """A page of prose, filled."""
    path = template.relative_to(TEMPLATES).as_posix()
    page = Page(path, [])

    def fill(found: re.Match[str]) -> str:
        name, *arguments = shlex.split(found[1])
        return FILL[name](page, *arguments)

    page.parts = [run_blocks(_CALL.sub(fill, template.read_text(encoding="utf-8")))]
    return page


def pages() -> list[Page]:
    """Every page of prose."""
    return [page_of(template) for template in sorted(TEMPLATES.rglob("*.md"))]
