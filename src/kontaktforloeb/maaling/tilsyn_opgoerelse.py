"""The supervision's stages for each municipality of a caseload, from its yearly means and given benefit shares."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kontaktforloeb.formater.celler import tal
from kontaktforloeb.formater.fejl import Fejl, Sagsfejl
from kontaktforloeb.formater.tabeller import find_adskiller, find_kodning, kolonnenavn
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.resultat import ALL, Figure
from kontaktforloeb.maaling.skaerpet_tilsyn import Stage, Unsettled, YearResult, stages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kontaktforloeb.maaling.optaelling import Options

_PAIR = re.compile(r"([\d.,]+)/([\d.,]+)")
_ALLOWED = "FAKTISK/FORVENTET i procent (18,4/17,9), eller en CSV-fil med kommune, aar, faktisk, forventet"
_ALLOWED_EN = "ACTUAL/EXPECTED in per cent (18,4/17,9), or a CSV file with kommune, aar, faktisk, forventet"
Key = tuple[str, int]


@frozen
class StageRow:
    """The stage of one municipality after one year's results."""

    kommune: str
    trin: Stage


def _share(text: str, path: str, faults: list[Fejl]) -> Fraction | None:
    if not text.strip():
        return None
    try:
        value = Fraction(tal(text.strip().rstrip("%").strip()))
    except ValueError:
        value = Fraction(-1)
    if not 0 <= value <= 100:  # noqa: PLR2004 - per cent
        faults.append(
            Fejl(
                path,
                text,
                "en andel fra 0 til 100",
                "er ikke en andel i procent.",
                "andel",
                "is no share in per cent.",
                "a share from 0 to 100",
            )
        )
        return None
    return value


def read_expected(text: str, known: Iterable[Key]) -> dict[Key, YearResult]:
    """The benefit shares that the caller gives: one pair for all of `known`, or a file with a row for each.

    The file may also give `tilbud` and `samtaler`, the targets' means of years that the caseload does not cover.

    Raises:
        Sagsfejl: With every fault.
    """
    faults: list[Fejl] = []
    out: dict[Key, YearResult] = {}
    if pair := _PAIR.fullmatch(text):
        actual, expected = (_share(pair[i], "--forventet", faults) for i in (1, 2))
        out = {
            (k, y): YearResult(aar=y, faktisk=actual, forventet=expected, tilbud=None, samtaler=None) for k, y in known
        }
    elif not Path(text).is_file():
        said, said_en = "er hverken et par eller en fil.", "is neither a pair nor a file."
        faults.append(Fejl("--forventet", text, _ALLOWED, said, "forventet", said_en, _ALLOWED_EN))
    else:
        out = _read_file(Path(text), faults)
    if faults:
        raise Sagsfejl(faults)
    return out


def _read_file(path: Path, faults: list[Fejl]) -> dict[Key, YearResult]:
    text = path.read_bytes().decode(find_kodning(path), "replace")
    rows = list(csv.reader(io.StringIO(text), delimiter=find_adskiller(text.partition("\n")[0])))
    header = [kolonnenavn(h) for h in rows[0]] if rows else []
    missing = [c for c in ("kommune", "aar", "faktisk", "forventet") if c not in header]
    if missing:
        faults.append(
            Fejl(
                f"{path.name}: {', '.join(missing)}",
                "",
                _ALLOWED,
                "mangler i overskriften.",
                "kolonne-mangler",
                "is missing in the header.",
                _ALLOWED_EN,
            )
        )
        return {}
    out: dict[Key, YearResult] = {}
    for number, row in enumerate(rows[1:], 2):
        if not any(c.strip() for c in row):
            continue
        cells = dict(zip(header, [*row, *[""] * len(header)], strict=False))
        where = f"{path.name} linje {number}"
        if not re.fullmatch(r"20\d\d", cells["aar"].strip()):
            faults.append(
                Fejl(
                    f"{where}: aar",
                    cells["aar"],
                    "et år som 2023",
                    "er ikke et år.",
                    "aar",
                    "is no year.",
                    "a year such as 2023",
                )
            )
            continue
        shares = {
            c: _share(cells.get(c, ""), f"{where}: {c}", faults) for c in ("faktisk", "forventet", "tilbud", "samtaler")
        }
        out[cells["kommune"].strip().zfill(3), int(cells["aar"])] = YearResult(aar=int(cells["aar"]), **shares)
    return out


def yearly_means(figures: Sequence[Figure]) -> dict[Key, dict[str, Fraction | None]]:
    """The two targets' means over all groups, for each municipality and whole year in the figures."""
    out: dict[Key, dict[str, Fraction | None]] = defaultdict(dict)
    for f in figures:
        if (
            f.maal in {"fokusmaal-tilbud", "fokusmaal-samtaler"}
            and f.gruppe == ALL
            and re.fullmatch(r"\d{4}", f.periode)
        ):
            out[f.kommune, int(f.periode)][f.maal] = f.andel
    return dict(out)


def supervision(
    figures: Sequence[Figure], given: Mapping[Key, YearResult], options: Options, sprog: str = "da"
) -> tuple[list[StageRow], list[str]]:
    """The stages of every municipality, and a sentence for each that could not be carried through."""
    means = yearly_means(figures)
    by_municipality: dict[str, dict[int, YearResult]] = defaultdict(dict)
    for (municipality, year), result in given.items():
        mean = means.get((municipality, year), {})
        by_municipality[municipality][year] = evolve(
            result,
            tilbud=result.tilbud if result.tilbud is not None else mean.get("fokusmaal-tilbud"),
            samtaler=result.samtaler if result.samtaler is not None else mean.get("fokusmaal-samtaler"),
        )
    out: list[StageRow] = []
    notes: list[str] = []
    for municipality in sorted({k for k, _ in means} | set(by_municipality)):
        years = by_municipality.get(municipality)
        if not years:
            notes.append(
                f"skaerpet-tilsyn: municipality {municipality} has no benefit shares (--forventet)"
                if sprog == "en"
                else f"skaerpet-tilsyn: kommune {municipality} har ingen ydelsesgrader (--forventet)"
            )
            continue
        try:
            found = stages(
                years.values(), targets=options.choice(d.TARGETS_CHOICE), progress=options.choice(d.PROGRESS_CHOICE)
            )
        except Unsettled as fault:
            notes.append(
                f"skaerpet-tilsyn: municipality {municipality}: {fault.en}"
                if sprog == "en"
                else f"skaerpet-tilsyn: kommune {municipality}: {fault}"
            )
            continue
        out += [StageRow(municipality, stage) for stage in found]
    return out, notes
