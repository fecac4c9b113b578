"""`kontaktforloeb opgoer`: from the arguments of the command line to files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import sys
import time
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

from kontaktforloeb.formater.betydning import SIDSTE
from kontaktforloeb.formater.fejl import HOEJST, Fejl, Sagsfejl
from kontaktforloeb.formater.mapping import INGEN, Kortlaegning, laes_mapping
from kontaktforloeb.formater.systemfejl import systemfejl
from kontaktforloeb.formater.tabeller import Bemaerkninger
from kontaktforloeb.formater.udfil import hel_fil, standardfejl, standardoutput
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.dage import month_of
from kontaktforloeb.maaling.opgoerelse import Opgoerelse, Plan, Rejected, faults_of, wrong_order
from kontaktforloeb.maaling.opgoerelse import run as count
from kontaktforloeb.maaling.optaelling import Options
from kontaktforloeb.maaling.skriv import (
    FORMATS,
    LIST_FORMATS,
    SYNTHETIC_NOTE,
    SYNTHETIC_NOTE_EN,
    as_csv,
    as_json,
    rejects_csv,
    write_parquet,
)
from kontaktforloeb.maaling.tilsyn_opgoerelse import StageRow, read_expected, supervision, yearly_means
from kontaktforloeb.masse.processer import antal_kerner

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    #: Where an output goes, and what writes it there; None is standard output.
    Sink = tuple[Path | None, Callable[[IO[bytes]], None]]

#: Fewer bytes than this are counted in one process: starting others would take longer.
_SMALL = 4_000_000


def run(args: argparse.Namespace) -> int:
    """Run the command; 0 when the figures were made, 2 when something in the input or the arguments was wrong.

    With 2 every fault stands on standard error, and no file and no output was written.
    """
    try:
        return _run(args)
    except Sagsfejl as fault:
        _write(fault.tekst(args.sprog).splitlines())
        return 2
    except OSError as fault:
        _write([systemfejl(fault, args.sprog, args.sager)])
        return 2


def _run(args: argparse.Namespace) -> int:
    form, plan = _arguments(args)
    source = Path(args.sager)
    mapping = laes_mapping(args.mapping) if args.mapping else INGEN
    if args.liste:
        return _list(args, form, plan, mapping)
    result = count(source, plan, mapping=mapping, processer=_processes(source), fremdrift=progress())
    if result.rejected and not result.cases:
        return _nothing(args, result.rejected)
    stages = _stages(args, result)
    # Everything is made before anything is written: a fault in one output leaves none behind.
    outputs: list[Sink] = []
    out = None if args.ud in {None, "-"} else Path(args.ud)
    if form == "parquet":
        outputs.append((out, lambda file: write_parquet(result, stages, file)))
    else:
        outputs.append((out, partial(_put, _text(form, result, stages).encode())))
    outputs += _rejects(args, result.rejected)
    deliver(outputs)
    _say(args, result.notes, result.rejected, synthetic=result.synthetic)
    return 1 if args.streng and result.rejected else 0


def _list(args: argparse.Namespace, form: str, plan: Plan, mapping: Kortlaegning) -> int:
    """`--liste`: the working list as of the last day of `--til`, in one form or in both."""
    from kontaktforloeb.maaling import liste

    source = Path(args.sager)
    notes = Bemaerkninger()
    found = liste.collect(source, mapping, plan, args.uger, notes, _processes(source))
    if found.rejected and not found.any_read:
        return _nothing(args, found.rejected)
    texts = {
        "csv": liste.as_csv(found.items, synthetic=found.synthetic),
        "ics": liste.as_icalendar(found.items, plan.pr, synthetic=found.synthetic, sprog=args.sprog),
    }
    out = None if args.ud in {None, "-"} else Path(args.ud)
    wanted = [(out, form)] if form or out is None else [(out.with_name(f"{out.name}.{f}"), f) for f in LIST_FORMATS]
    outputs = [(path, partial(_put, texts[name].encode())) for path, name in wanted]
    deliver([*outputs, *_rejects(args, found.rejected)])
    _say(args, notes.linjer(plan.sprog), found.rejected, synthetic=found.synthetic)
    return 1 if args.streng and found.rejected else 0


def _put(data: bytes, file: IO[bytes]) -> None:
    file.write(data)


def _rejects(args: argparse.Namespace, rejected: Sequence[Rejected]) -> list[Sink]:
    """The file of cases set aside, where one is asked for; also with none in it."""
    return [(Path(args.afvist), partial(_put, rejects_csv(rejected).encode()))] if args.afvist else []


def _text(form: str, result: Opgoerelse, stages: Sequence[StageRow]) -> str:
    if form == "csv":
        return as_csv(result, stages)
    if form == "json":
        return as_json(result, stages)
    from kontaktforloeb.maaling.rapport import as_html

    return as_html(result, stages)


def deliver(outputs: Sequence[Sink]) -> None:
    """Write each output whole, or none of them; None is standard output, which comes last."""
    with contextlib.ExitStack() as files:
        for path, write in sorted(outputs, key=lambda o: o[0] is None):
            if path is None:
                with standardoutput() as stream:
                    write(stream.buffer)
            else:
                write(files.enter_context(hel_fil(path)))


def _stages(args: argparse.Namespace, result: Opgoerelse) -> list[StageRow]:
    if "skaerpet-tilsyn" not in result.plan.measures:
        return []
    if not args.forventet:
        result.notes.append(
            "skaerpet-tilsyn: not counted, as the benefit shares are not given (--forventet)"
            if args.sprog == "en"
            else "skaerpet-tilsyn: ikke opgjort, for ydelsesgraderne er ikke givet (--forventet)"
        )
        return []
    given = read_expected(args.forventet, yearly_means(result.figures))
    found, notes = supervision(result.figures, given, result.plan.options, args.sprog)
    result.notes += notes
    return found


def _say(args: argparse.Namespace, notes: Sequence[str], rejected: Sequence[Rejected], *, synthetic: bool) -> None:
    """What was done to the data, on standard error: never silent about a case that is not in the answer."""
    en = args.sprog == "en"
    lines = [SYNTHETIC_NOTE_EN if en else SYNTHETIC_NOTE] if synthetic else []
    lines += notes
    if not args.afvist:
        lines += _named(rejected, en=en)
    many = len(rejected)
    if many and en:
        where = "" if args.afvist else " (--afvist FILE writes them with the reason)"
        lines.append(f"{many} {'case' if many == 1 else 'cases'} could not be judged and were left out{where}")
    elif many:
        where = "" if args.afvist else " (--afvist FIL skriver dem med grund)"
        lines.append(f"{many} {'sag' if many == 1 else 'sager'} kunne ikke vurderes og er ikke talt med{where}")
    _write(lines)


def _named(rejected: Sequence[Rejected], *, en: bool) -> list[str]:
    """Each case that was set aside, with its line or its id and every reason; of very many the first."""
    lines = [": ".join(part for part in (r.sted, r.id, r.grund) if part) for r in rejected[:HOEJST]]
    if more := len(rejected) - len(lines):
        lines.append(f"… and {more} more" if en else f"… og {more} mere")
    return lines


def _nothing(args: argparse.Namespace, rejected: Sequence[Rejected]) -> int:
    """Not one case could be judged: that is bad input, and no answer."""
    en = args.sprog == "en"
    said = "ingen sag kunne vurderes; tilladt: JSON Lines, én sag pr. linje, eller en mappe med tabeller"
    if en:
        said = "no case could be judged; allowed: JSON Lines, one case a line, or a folder of tables"
    last = f"{args.sager}: {said}"
    _write([*_named(rejected, en=en), last])
    return 2


def _write(lines: Iterable[str]) -> None:
    standardfejl(f"kontaktforloeb opgoer: {line}" for line in lines)


# --- the arguments ---------------------------------------------------------------------------------------------------


def _arguments(args: argparse.Namespace) -> tuple[str, Plan]:
    """The form of the answer and what to count.

    Raises:
        Sagsfejl: With every fault of the arguments at once.
    """
    faults: list[Fejl] = []
    if args.sager == "-":
        faults.append(
            Fejl(
                "SAGER",
                "-",
                "en fil med JSON Lines eller en mappe med tabeller",
                "er standardinput, som opgoer ikke læser.",
                "sager",
                "is standard input, which opgoer does not read.",
                "a file of JSON Lines or a folder of tables",
            )
        )
    form = _form(args, faults)
    names = args.maal
    if args.liste:
        names = ["alle-krav-opfyldt"]  # the list needs the verdicts alone
    measures = list(d.MEASURES) if "alle" in names else list(names)
    if "skaerpet-tilsyn" in measures:
        # The stages rest on the two targets.
        measures = list(dict.fromkeys([*measures, "fokusmaal-tilbud", "fokusmaal-samtaler"]))
    options = Options(args.antal, args.valg)
    first, last = _month(args.fra, "--fra", faults), _month(args.til, "--til", faults)
    faults += faults_of(measures, options)
    faults += _faults_of_readings(args)
    if args.fra and args.til and last < first:
        faults.append(wrong_order())
    if faults:
        raise Sagsfejl(faults)
    return form, Plan(
        months=tuple(range(first, last + 1)),
        measures=tuple(measures),
        options=options,
        lovgrundlag=args.lovgrundlag,
        fortolkninger=args.fortolkninger,
        list_cases=form == "html",
        sprog=args.sprog,
    )


def _faults_of_readings(args: argparse.Namespace) -> list[Fejl]:
    """What is unknown among the readings: a fault of the arguments, not of each case."""
    import kontaktforloeb as kf

    try:
        # of no cases only the arguments are looked at; on which day is not asked here
        kf.vurder_mange((), pr=SIDSTE, lovgrundlag=args.lovgrundlag, fortolkninger=args.fortolkninger)
    except Sagsfejl as refused:
        return list(refused.fejl)
    return []


def _form(args: argparse.Namespace, faults: list[Fejl]) -> str:
    """The form asked for, or that of the file's ending, or CSV; '' for a working list in both of its forms."""
    ending = "" if args.ud in {None, "-"} else Path(args.ud).suffix.lstrip(".").lower()
    form = args.format or ending or ("" if args.liste and args.ud not in {None, "-"} else "csv")
    allowed = LIST_FORMATS if args.liste else FORMATS
    if form not in {*allowed, ""}:
        said = ("er ikke en form, arbejdslisten kan skrives i.", "is no form of the working list.")
        if not args.liste:
            said = ("er ikke en form, tallene kan skrives i.", "is no form of the figures.")
        listed = ", ".join(allowed)
        faults.append(Fejl("--format", form, listed, said[0], "format", said[1], listed))
    elif form == "parquet" and args.ud in {None, "-"}:
        faults.append(
            Fejl(
                "--ud",
                "",
                "en fil",
                "mangler; Parquet kan ikke vises på skærmen.",
                "ud",
                "is missing; Parquet cannot be shown on the screen.",
                "a file",
            )
        )
    return form


def _month(value: dt.date | None, name: str, faults: list[Fejl]) -> int:
    """The number of a month, which the command line gives as its first day."""
    if value is None:
        faults.append(
            Fejl(name, "", "en måned som 2019-06", "mangler.", "maaned", "is missing.", "a month such as 2019-06")
        )
        return 0
    return month_of(value.toordinal())


def _processes(source: Path) -> int:
    size = sum(p.stat().st_size for p in source.iterdir() if p.is_file()) if source.is_dir() else source.stat().st_size
    return antal_kerner() if size > _SMALL else 1


def progress() -> Callable[[int], None]:
    """How far the work has come, on a terminal; nothing in a pipe."""
    stream: TextIO | None = sys.stderr
    if stream is None or not stream.isatty():
        return lambda _: None
    last = [0.0]

    def tell(cases: int) -> None:
        now = time.monotonic()
        if now - last[0] > 0.2:  # noqa: PLR2004 - five times a second
            last[0] = now
            sys.stderr.write(f"\r{cases:,} sager ...".replace(",", "."))
            sys.stderr.flush()

    return tell
