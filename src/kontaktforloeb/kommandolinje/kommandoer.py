"""What each command does: read, ask the library, hand the answer to a view.

The library and the views are loaded inside the commands, each only what it needs.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import functools
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

from kontaktforloeb.kommandolinje.argumenter import LAST_DAY, Text, UsageError
from kontaktforloeb.kommandolinje.filer import apart
from kontaktforloeb.kommandolinje.ud import Output, systemfejl

if TYPE_CHECKING:
    from kontaktforloeb import Sag, Sagsfejl, Vurdering
    from kontaktforloeb.visning.opsaetning import Style

#: Endings that mean one case a line.
LINE_ENDINGS = (".jsonl", ".ndjson")
#: More of the first line of standard input than a case may hold is not read to tell lines from a document.
_LONGEST = 8 * 1024 * 1024
#: Outcomes that end in status 1 under `--streng`, beside `ikke-opfyldt`.
_STRICT = frozenset({"opfyldt-for-sent", "uafklaret"})
#: Libraries that come with an extra, and the extra.
EXTRAS = {"duckdb": "bulk", "pyarrow": "bulk", "pyspark": "spark", "pandas": "spark"}


class InputError(Exception):
    """Everything that was wrong with the input, one line each."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


# --- the commands --------------------------------------------------------------------------------------------------


def vurder(args: argparse.Namespace) -> int:
    """`kontaktforloeb vurder SAG... --pr DATO`."""
    import kontaktforloeb as kf

    chosen = chosen_readings(args)
    apart(args.sprog, [("SAG", name) for name in args.sag], [("--ud", args.ud)])
    faults: list[str] = []
    # What is wrong with the options is said once, and the cases are then only read.
    wrong = _wrong_options(kf, args, chosen, faults)
    totals: Counter[str] = Counter()
    outcomes: set[str] = set()
    alone = len(args.sag) == 1 and not is_lines(args.sag[0])
    with Output(args.ud) as out:
        show, finish = _show_verdict(args, out)
        for name in args.sag:
            source = Text("standardinput", "standard input").paa(args.sprog) if name == "-" else name
            refuse = functools.partial(_note, faults, source, args.sprog)
            try:
                with _cases(name, refuse) as (cases, one_document):
                    alone = alone and one_document
                    for sag in cases:
                        if wrong:
                            continue
                        try:
                            verdict = kf.vurder(
                                sag,
                                pr=args.pr,
                                lovgrundlag=args.lovgrundlag,
                                fortolkninger=chosen,
                                kendt=args.kendt,
                                sprog=args.sprog,
                            )
                        except kf.Sagsfejl as refused:
                            # One case refused does not hide the faults of the next.
                            _note(faults, f"{source}: {sag.id}", args.sprog, refused)
                            continue
                        totals[verdict.samlet] += 1
                        outcomes.update(krav.udfald for krav in verdict.krav)
                        if not faults:  # with a fault nothing will be shown
                            show(sag, verdict, totals.total(), alone)
            except kf.Sagsfejl as refused:
                refuse(refused)
            except OSError as fault:
                faults.append(systemfejl(OSError(fault.errno, fault.strerror or str(fault), source), args.sprog))
        if faults:
            raise InputError(faults)
        finish(totals)
        out.deliver()
    return status(outcomes, streng=args.streng)


def plan(args: argparse.Namespace) -> int:
    """`kontaktforloeb plan MAALGRUPPE DATO`."""
    import kontaktforloeb as kf

    chosen = chosen_readings(args)
    with _refused(kf, args.sprog):
        schedule = kf.plan(
            args.maalgruppe,
            fra=args.dato,
            lovgrundlag=args.lovgrundlag,
            fortolkninger=chosen,
            horisont=args.horisont,
            alder=args.alder,
            kategori=args.kategori,
            forsikring=args.forsikring,
            sprog=args.sprog,
        )
    with Output(args.ud) as out:
        if args.format == "json":
            out.write(json_text(schedule.som_dict(), pretty=True))
        else:
            from kontaktforloeb.visning import tekst

            out.write(tekst.schedule(schedule, args.maalgruppe, args.dato, _style(args, out)))
        out.deliver()
    return status((krav.udfald for krav in schedule.krav), streng=args.streng)


def regler(args: argparse.Namespace) -> int:
    """`kontaktforloeb regler`."""
    import kontaktforloeb as kf

    chosen_readings(args)
    with _refused(kf, args.sprog):
        if args.fortolkninger:
            found = _readings(kf, args)
        else:
            rules = kf.regler(args.maalgruppe, args.dato, lovgrundlag=args.lovgrundlag, sprog=args.sprog)
            found = [rule.som_dict() for rule in rules]
    with Output(args.ud) as out:
        if args.format == "json":
            out.write(json_text(found, pretty=True))
        else:
            from kontaktforloeb.visning import tekst

            view = tekst.readings if args.fortolkninger else tekst.rules
            out.write(view(found, _style(args, out)))
        out.deliver()
    return 0


def _readings(kf: Any, args: argparse.Namespace) -> list[dict[str, Any]]:
    """The open readings; of one group, or on one day, those that its rules mention."""
    found = [reading.som_dict() for reading in kf.fortolkninger(args.sprog)]
    if args.maalgruppe is None and args.dato is None:
        return found
    rules = kf.regler(args.maalgruppe, args.dato, lovgrundlag=args.lovgrundlag)
    mentioned = {name for rule in rules for name in rule.som_dict()["fortolkninger"]}
    return [reading for reading in found if reading["navn"] in mentioned]


def sammenlign(args: argparse.Namespace) -> int:
    """`kontaktforloeb sammenlign MAALGRUPPE`."""
    import kontaktforloeb as kf

    chosen_readings(args)
    with _refused(kf, args.sprog):
        comparison = kf.sammenlign(
            args.maalgruppe, args.foer, args.efter, lovgrundlag=args.lovgrundlag, sprog=args.sprog
        )
    with Output(args.ud) as out:
        if args.format == "json":
            out.write(json_text(comparison.som_dict(), pretty=True))
        else:
            from kontaktforloeb.visning import tekst

            out.write(tekst.comparison(comparison.som_dict(), _style(args, out)))
        out.deliver()
    return 0


def opgoer(args: argparse.Namespace) -> int:
    """`kontaktforloeb opgoer SAGER`: the figures of a municipality."""
    args.fortolkninger = chosen_readings(args)
    args.antal = choices(args, "--antal")
    args.valg = choices(args, "--valg")
    read = [("SAGER", args.sager), ("--mapping", args.mapping), ("--forventet", args.forventet)]
    lists = [("--ud", f"{args.ud}.{form}") for form in ("csv", "ics")] if args.liste and args.ud else []
    apart(args.sprog, read, [("--ud", args.ud), ("--afvist", args.afvist), *lists])
    try:
        from kontaktforloeb.maaling import kommando

        return int(kommando.run(args))
    except ModuleNotFoundError as missing:
        extra = EXTRAS.get((missing.name or "").partition(".")[0])
        if extra is None:
            raise
        install = f"pip install 'kontaktforloeb[{extra}]'"
        message = Text(
            f"{missing.name} er ikke installeret; opgoer bruger ekstraen [{extra}]: {install}",
            f"{missing.name} is not installed; opgoer uses the extra [{extra}]: {install}",
        )
        raise UsageError([message.paa(args.sprog)]) from None


def skema(args: argparse.Namespace) -> int:
    """`kontaktforloeb skema`."""
    from kontaktforloeb.formater import skema as schemas

    with Output(args.ud) as out:
        out.write(json_text(schemas.sagsskema(), pretty=True))
        out.deliver()
    return 0


def demo(args: argparse.Namespace) -> int:
    """`kontaktforloeb demo`: status 0 once the report is written, whatever the examples show."""
    from kontaktforloeb.kommandolinje import demo as examples

    with Output() as out:
        out.write(examples.run(Path(args.ud), _style(args, out)))
        out.deliver()
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "vurder": vurder,
    "plan": plan,
    "regler": regler,
    "sammenlign": sammenlign,
    "opgoer": opgoer,
    "skema": skema,
    "demo": demo,
}


# --- reading -------------------------------------------------------------------------------------------------------


def chosen_readings(args: argparse.Namespace) -> dict[str, str]:
    """The readings chosen on the command line.

    Raises:
        UsageError: One reading was given two choices.
    """
    try:
        return choices(args, "--fortolkning")
    except UsageError as twice:
        raise UsageError([*twice.lines, *_unknown_readings(args)]) from None


def _unknown_readings(args: argparse.Namespace) -> list[str]:
    """What the library says of each reading and choice that was given, where it knows it not."""
    import kontaktforloeb as kf

    lines: list[str] = []
    for name, value in args.fortolkning:
        try:
            kf.vurder_mange((), pr=LAST_DAY, lovgrundlag=args.lovgrundlag, fortolkninger={name: value})
        except kf.Sagsfejl as refused:
            lines += refused.tekst(args.sprog).splitlines()
    return list(dict.fromkeys(lines))


def choices(args: argparse.Namespace, option: str) -> dict[str, Any]:
    """What an option that takes NAVN=VALG more than once chose.

    Raises:
        UsageError: One name was given two values.
    """
    found: dict[str, Any] = {}
    faults = []
    for name, value in getattr(args, option.lstrip("-")):
        if found.setdefault(name, value) != value:
            fault = Text(
                f"{option}: {name} er valgt både som {found[name]!r} og {value!r}; tilladt: én af dem",
                f"{option}: {name} was chosen both as {found[name]!r} and {value!r}; allowed: one of them",
            )
            faults.append(fault.paa(args.sprog))
    if faults:
        raise UsageError(faults)
    return found


def is_lines(name: str) -> bool:
    """Whether a file holds one case a line, told by its ending."""
    return name.lower().endswith(LINE_ENDINGS)


@contextlib.contextmanager
def _cases(name: str, refuse: Callable[[Sagsfejl], None]) -> Iterator[tuple[Iterable[Sag], bool]]:
    """The cases of one file, and whether it is a single document; `refuse` is told of each line that is no case."""
    import kontaktforloeb as kf

    with contextlib.ExitStack() as stack:
        path = stack.enter_context(from_standard_input(_standard_input())) if name == "-" else Path(name)
        if is_lines(path.name):
            yield kf.indlaes_linjer(path, afvist=refuse), False
        else:
            yield (kf.indlaes(path),), True


def _standard_input() -> IO[bytes]:
    """Standard input. Raises `OSError` where it is closed."""
    stream: TextIO | None = sys.stdin  # None where the process was started with it closed
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream.buffer


@contextlib.contextmanager
def from_standard_input(stream: IO[bytes]) -> Iterator[Path]:
    """Standard input as a file, named by what it holds: one document, or one case a line.

    It is lines when the first line is a whole JSON object and more follows.
    """
    first = stream.readline(_LONGEST + 1)
    with tempfile.TemporaryDirectory() as folder:
        spooled = Path(folder) / "sag"
        with spooled.open("wb") as file:
            file.write(first)
            shutil.copyfileobj(stream, file)
        more = spooled.stat().st_size > len(first)
        yield spooled.rename(spooled.with_suffix(".jsonl" if more and _is_object(first) else ".json"))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


# --- what they share -----------------------------------------------------------------------------------------------


def status(outcomes: Iterable[str], *, streng: bool) -> int:
    """The exit status that outcomes call for.

    >>> status(["opfyldt", "uafklaret"], streng=False), status(["opfyldt", "uafklaret"], streng=True)
    (0, 1)
    """
    seen = set(outcomes)
    return 1 if "ikke-opfyldt" in seen or (streng and seen & _STRICT) else 0


def json_text(value: Any, *, pretty: bool) -> str:
    """JSON ending in a line break: for people to read too, or on one line."""
    if pretty:
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


Show = Callable[["Sag", "Vurdering", int, bool], None]
Finish = Callable[[Counter[str]], None]


def _show_verdict(args: argparse.Namespace, out: Output) -> tuple[Show, Finish]:
    """How verdicts are written in the chosen format.

    Returns:
        A function of case, verdict, number and whether it is alone, and one that is given the totals at the end.
    """
    if args.format == "json":

        def as_json(_sag: Sag, verdict: Vurdering, _number: int, alone: bool) -> None:
            out.write(json_text(verdict.som_dict(), pretty=alone))

        return as_json, lambda _totals: None
    shown = {"html": _show_html, "ics": _show_calendar, "text": _show_text}
    return shown[args.format](args, out)


def _show_html(args: argparse.Namespace, out: Output) -> tuple[Show, Finish]:
    """One page: the cases are kept aside as they come, since the list of them stands before them."""
    import kontaktforloeb as kf
    from kontaktforloeb.visning import html

    page = html.Report(args.sprog, kf.fortolkninger(args.sprog))
    cases = out.aside()

    def as_html(sag: Sag, verdict: Vurdering, _number: int, alone: bool) -> None:
        page.alone = alone
        cases.write(page.add(verdict, sag))

    def whole_page(_totals: Counter[str]) -> None:
        out.write(page.head())
        out.append(cases)
        out.write(page.foot())

    return as_html, whole_page


def _show_calendar(args: argparse.Namespace, out: Output) -> tuple[Show, Finish]:
    """What is due, as a calendar; only the deadlines are kept, not the cases."""
    from kontaktforloeb.visning import ical

    found: list[ical.Item] = []

    def deadlines(sag: Sag, verdict: Vurdering, _number: int, _alone: bool) -> None:
        found.extend(ical.deadlines(verdict, sag))

    def calendar(_totals: Counter[str]) -> None:
        out.write(ical.calendar(found, args.pr, args.sprog))

    return deadlines, calendar


def _show_text(args: argparse.Namespace, out: Output) -> tuple[Show, Finish]:
    from kontaktforloeb.visning import tekst

    style = _style(args, out)

    def as_text(_sag: Sag, verdict: Vurdering, number: int, _alone: bool) -> None:
        out.write(
            ("" if number == 1 else "\n" + tekst.rule_off(style)) + tekst.verdict(verdict, style, reasons=not args.kort)
        )

    def tally(totals: Counter[str]) -> None:
        if totals.total() > 1:
            out.write("\n" + tekst.tally(totals, style))

    return as_text, tally


def _style(args: argparse.Namespace, out: Output) -> Style:
    from kontaktforloeb.visning.opsaetning import Style

    return Style(sprog=args.sprog, width=out.width, colours=out.colours, signs=out.signs)


def _note(faults: list[str], source: str, sprog: str, refused: Sagsfejl) -> None:
    """Add the faults of one file, a line each, with the file before them."""
    faults.extend(f"{source}: {line}" for line in refused.tekst(sprog).splitlines())


def _wrong_options(kf: Any, args: argparse.Namespace, chosen: dict[str, str], faults: list[str]) -> bool:
    """Add what the library refuses of the options; whether it was anything."""
    try:
        kf.vurder_mange((), pr=args.pr, lovgrundlag=args.lovgrundlag, fortolkninger=chosen, kendt=args.kendt)
    except kf.Sagsfejl as refused:
        faults.extend(refused.tekst(args.sprog).splitlines())
        return True
    return False


@contextlib.contextmanager
def _refused(kf: Any, sprog: str) -> Iterator[None]:
    """What the library refuses, as a fault in the input."""
    try:
        yield
    except kf.Sagsfejl as refused:
        raise InputError(refused.tekst(sprog).splitlines()) from None
