"""What is fuzzed: each target takes any bytes and raises nothing but a finding.

The corpus beside this file is replayed in the everyday suite; `make fuzz` looks for more with atheris.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json, tabeller
from kontaktforloeb.testing import properties, timelines

T = TypeVar("T")
KORPUS = Path(__file__).parent / "korpus"


def sag(data: bytes) -> None:
    """A case document: it is read, or refused with every fault named; what is read survives writing."""
    try:
        case = sag_json.laes_dokument(data)
    except kf.Sagsfejl as fault:
        assert fault.fejl  # noqa: PT017 - both answers are right
        str(fault).encode()
        return
    assert sag_json.fra_obj(json.loads(json.dumps(sag_json.til_obj(case)))) == case


def vurdering(data: bytes) -> None:
    """A case that can be read can be judged, and the verdict is well formed."""
    try:
        case = sag_json.laes_dokument(data)
    except kf.Sagsfejl:
        return
    for pr in (dt.date(2019, 12, 31), dt.date(2022, 3, 7)):
        properties.well_formed(properties.judge(case, pr), case)


class _Bytes:
    """A chooser that reads its choices from bytes, so that the fuzzer steers a timeline; then a fixed generator."""

    def __init__(self, data: bytes) -> None:
        self._data = iter(data)
        self._rest = random.Random(0)  # noqa: S311 - no secret

    def integer(self, low: int, high: int) -> int:
        byte = next(self._data, None)
        return self._rest.randint(low, high) if byte is None else low + byte % (high - low + 1)

    def pick(self, options: Sequence[T]) -> T:
        return options[self.integer(0, len(options) - 1)]

    def chance(self, percent: int) -> bool:
        return self.integer(0, 99) >= 100 - percent


def tidslinje(data: bytes) -> None:
    """Any timeline can be judged, and its verdict is well formed and says one thing."""
    chooser = _Bytes(data)
    made = timelines.document(chooser, timelines.GROUPS[chooser.integer(0, len(timelines.GROUPS) - 1)])
    pr = timelines.judging_day(chooser, made)
    case = sag_json.fra_obj(made)
    verdict = properties.judge(case, pr)
    properties.well_formed(verdict, case)
    properties.one_answer(verdict)


def tabel(data: bytes) -> None:
    """A caseload of tables, cut from the bytes at every NUL line: read into documents, or refused."""
    with tempfile.TemporaryDirectory() as folder:
        names = ("sager.csv", "perioder.csv", "samtaler.csv")
        for name, text in zip(names, data.split(b"\n--\n"), strict=False):
            (Path(folder) / name).write_bytes(text)
        try:
            for document in tabeller.laes_mappe(Path(folder)):
                try:
                    sag_json.fra_obj(document)
                except kf.Sagsfejl as fault:
                    str(fault).encode()
        except kf.Sagsfejl as fault:
            str(fault).encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "sag": sag,
    "vurdering": vurdering,
    "tidslinje": tidslinje,
    "tabel": tabel,
}
