"""`kontaktforloeb opgoer`: from the arguments of the command line to files that appear whole or not at all."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kontaktforloeb.formater.fejl import Fejl, Sagsfejl
from kontaktforloeb.formater.mapping import INGEN, laes_mapping
from kontaktforloeb.formater.udfil import hel_fil
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.dage import month_of, read_month
from kontaktforloeb.maaling.opgoerelse import Opgoerelse, Plan
from kontaktforloeb.maaling.opgoerelse import run as count
from kontaktforloeb.maaling.optaelling import Options
from kontaktforloeb.maaling.skriv import FORMATS, SYNTHETIC_NOTE, as_csv, as_json, rejects_csv, write_parquet
from kontaktforloeb.maaling.tilsyn_opgoerelse import StageRow, read_expected, supervision, yearly_means
from kontaktforloeb.masse.processer import antal_kerner

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

#: Fewer bytes than this are counted in one process: starting others would take longer.
_SMALL = 4_000_000


def run(args: argparse.Namespace) -> int:
    """Run the command; 0 when the figures were made, 2 when something in the input or the arguments was wrong.

    With 2 every fault stands on standard error, and no file and no output was written.
    """
    try:
        return _run(args)
    except Sagsfejl as fault:
        for line in fault.tekst(getattr(args, "sprog", "da")).splitlines():
            sys.stderr.write(f"kontaktforloeb opgoer: {line}\n")
        return 2
    except OSError as fault:
        sys.stderr.write(f"kontaktforloeb opgoer: {fault.filename or args.sager}: {fault.strerror or fault}\n")
        return 2


def _run(args: argparse.Namespace) -> int:
    form, plan = _form(args), _plan(args)
    source = Path(args.sager)
    given_mapping = getattr(args, "mapping", None)
    mapping = laes_mapping(given_mapping) if given_mapping else INGEN
    if getattr(args, "liste", None):
        from kontaktforloeb.maaling import liste

        return liste.run(args, source, mapping, plan, _processes(source))
    result = count(source, plan, mapping=mapping, processer=_processes(source), fremdrift=progress())
    stages = _stages(args, result)
    # Everything is made before anything is written: a fault in one output leaves none behind.
    outputs: list[tuple[Path | None, Callable[[Any], None]]] = []
    out = None if args.ud in {None, "-"} else Path(args.ud)
    if form == "parquet":
        outputs.append((out, lambda file: write_parquet(result, stages, file)))
    else:
        data = _text(form, result, stages).encode()
        outputs.append((out, lambda file: file.write(data)))
    if getattr(args, "afvist", None):
        rejects = rejects_csv(result.rejected).encode()
        outputs.append((Path(args.afvist), lambda file: file.write(rejects)))
    deliver(outputs)
    _say_what_was_left_out(result, rejects_written=bool(getattr(args, "afvist", None)))
    return 1 if getattr(args, "streng", False) and result.rejected else 0


def _text(form: str, result: Opgoerelse, stages: Sequence[StageRow]) -> str:
    if form == "csv":
        return as_csv(result, stages)
    if form == "json":
        return as_json(result, stages)
    from kontaktforloeb.maaling.rapport import as_html

    return as_html(result, stages)


def deliver(outputs: Sequence[tuple[Path | None, Callable[[Any], None]]]) -> None:
    """Write each output whole; None is standard output, which comes last."""
    for path, write in sorted(outputs, key=lambda o: o[0] is None):
        if path is None:
            write(sys.stdout.buffer)
            sys.stdout.flush()
        else:
            with hel_fil(path) as file:
                write(file)


def _stages(args: argparse.Namespace, result: Opgoerelse) -> list[StageRow]:
    expected = getattr(args, "forventet", None)
    if "skaerpet-tilsyn" not in result.plan.measures:
        return []
    if not expected:
        result.notes.append("skaerpet-tilsyn: ikke opgjort, for ydelsesgraderne er ikke givet (--forventet)")
        return []
    given = read_expected(str(expected), yearly_means(result.figures))
    found, notes = supervision(result.figures, given, result.plan.options)
    result.notes += notes
    return found


def _say_what_was_left_out(result: Opgoerelse, *, rejects_written: bool) -> None:
    """Never silent about a case that is not in the figures."""
    lines = [SYNTHETIC_NOTE] if result.synthetic else []
    lines += result.notes
    if result.rejected:
        where = "" if rejects_written else " (--afvist FIL skriver dem med grund)"
        lines.append(f"{len(result.rejected)} sager kunne ikke vurderes og er ikke talt med{where}")
    for line in lines:
        sys.stderr.write(f"kontaktforloeb opgoer: {line}\n")


# --- the arguments ---------------------------------------------------------------------------------------------------


def _form(args: argparse.Namespace) -> str:
    form = args.format or (Path(args.ud).suffix.lstrip(".").lower() if args.ud and args.ud != "-" else "") or "csv"
    if getattr(args, "liste", None):
        return str(form)
    if form not in FORMATS:
        raise Sagsfejl([Fejl("--format", str(form), ", ".join(FORMATS), "er ikke en form, vi kan skrive.", "format")])
    if form == "parquet" and args.ud in {None, "-"}:
        raise Sagsfejl([Fejl("--ud", "", "en fil", "mangler; Parquet kan ikke vises på skærmen.", "ud")])
    return str(form)


def _month(value: object, name: str, faults: list[Fejl]) -> int:
    """A month as the command line reads it (its first day), or as text."""
    if value is None:
        faults.append(Fejl(name, "", "en måned som 2019-06", "mangler.", "maaned"))
        return 0
    if hasattr(value, "toordinal"):
        return month_of(value.toordinal())
    try:
        return read_month(str(value))
    except ValueError as fault:
        faults.append(Fejl(name, str(value), "en måned som 2019-06", f"{fault}.", "maaned"))
        return 0


def _plan(args: argparse.Namespace) -> Plan:
    faults: list[Fejl] = []
    given = args.maal
    if given is None and getattr(args, "liste", None):
        given = ["alle-krav-opfyldt"]  # the list needs the verdicts alone
    names = [n for part in ([given] if isinstance(given, str) else given or ["alle"]) for n in part.split(",") if n]
    measures = list(d.MEASURES) if "alle" in names else list(dict.fromkeys(names))
    if "skaerpet-tilsyn" in measures:
        # The stages rest on the two targets.
        measures = list(dict.fromkeys([*measures, "fokusmaal-tilbud", "fokusmaal-samtaler"]))
    first, last = _month(args.fra, "--fra", faults), _month(args.til, "--til", faults)
    if not faults and last < first:
        faults.append(Fejl("--til", "", "en måned, der ikke ligger før --fra", "ligger før --fra.", "maaneder"))
    needed: dict[str, int] = {}
    for text in getattr(args, "antal", None) or ():
        group, _, number = text.partition("=")
        if number.isascii() and number.isdigit():
            needed[group] = int(number)
        else:
            faults.append(Fejl("--antal", text, "GRUPPE=N", "går ikke.", "antal"))
    if faults:
        raise Sagsfejl(faults)
    return Plan(
        months=tuple(range(first, last + 1)),
        measures=tuple(measures),
        options=Options(needed, dict(getattr(args, "valg", None) or {})),
        lovgrundlag=getattr(args, "lovgrundlag", "gaeldende"),
        fortolkninger=dict(getattr(args, "fortolkninger", None) or {}),
        list_cases=(args.format or Path(args.ud or "").suffix.lstrip(".")) == "html",
    )


def _processes(source: Path) -> int:
    size = sum(p.stat().st_size for p in source.iterdir() if p.is_file()) if source.is_dir() else source.stat().st_size
    return antal_kerner() if size > _SMALL else 1


def progress() -> Callable[[int], None]:
    """How far the work has come, on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda _: None
    last = [0.0]

    def tell(cases: int) -> None:
        now = time.monotonic()
        if now - last[0] > 0.2:  # noqa: PLR2004 - five times a second
            last[0] = now
            sys.stderr.write(f"\r{cases:,} sager ...".replace(",", "."))
            sys.stderr.flush()

    return tell
