"""From sums to figures: shares, limits, means over months, and what may not be shown.

All shares are exact fractions until they are written: 20 of 100 is not below 20 per cent.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.dage import last_day, month_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kontaktforloeb.maaling.optaelling import Key

#: The sum over all groups.
ALL = "alle"
#: Where neither the spell nor the case names a municipality.
UNKNOWN = "ukendt"

#: Why a figure is not shown.
FEW, WOULD_REVEAL, WITH_HIDDEN_MONTH = "under-10", "ville-afsloere", "skjult-maaned"


@frozen(kw_only=True)
class Figure:
    """One figure. `periode` is a month (2019-06), a year (2023) or a span (2018-04/2018-06); the last two are means.

    `taeller` and `naevner` are people (None in a mean, and where the figure is hidden); `andel` is in per cent, exact,
    None where nobody is in the population or the figure is hidden; `graense_opfyldt` None where there is no limit.
    `maaneder` is how many months the figure rests on.
    """

    maal: str
    variant: str
    kommune: str
    gruppe: str
    periode: str
    taeller: int | None
    naevner: int | None
    andel: Fraction | None
    uafklaret: int | None = None
    graense: Fraction | None = None
    graense_opfyldt: bool | None = None
    skjult: str = ""
    maaneder: int = 1
    note: str = ""


def percent(part: int, whole: int) -> Fraction | None:
    """The share in per cent, exact; None of nobody.

    >>> percent(39, 87) == Fraction(3900, 87)
    True
    """
    return Fraction(100 * part, whole) if whole else None


def decimals(share: Fraction | None, places: int = 2, comma: str = ".") -> str:
    """A share written with that many decimals, halves upwards; '' for None.

    >>> decimals(Fraction(3900, 87), 0), decimals(Fraction(1, 8), 2, ",")
    ('45', '0,13')
    """
    if share is None:
        return ""
    scaled = (share * 10**places * 2 + 1) // 2
    if not places:
        return str(scaled)
    whole, rest = divmod(scaled, 10**places)
    return f"{whole}{comma}{rest:0{places}d}"


def within_limit(measure: d.Measure, share: Fraction | None, day: dt.date) -> tuple[Fraction | None, bool | None]:
    """The limit in force that day and whether the share keeps it: strictly below, or where `god` at least."""
    dated = d.at(measure.graense, day)
    if dated is None:
        return None, None
    if share is None:
        return dated.vaerdi, None
    return dated.vaerdi, share >= dated.vaerdi if measure.god else share < dated.vaerdi


def figures(sums: Mapping[Key, Sequence[int]], months: Sequence[int], measures: Sequence[str]) -> list[Figure]:
    """Every figure of the sums: month by month and meaned, hidden where it must be, in a fixed order.

    A group that a measure knows in any month has a row in every month, also where nobody was in it.
    """
    out: list[Figure] = []
    series: dict[tuple[str, str, str], dict[str, dict[int, Sequence[int]]]] = defaultdict(lambda: defaultdict(dict))
    for key, values in sums.items():
        series[key.measure, key.variant, key.municipality or UNKNOWN][key.group][key.month] = values
    for (measure, variant, municipality), groups in sorted(series.items()):
        if measure not in measures:
            continue
        definition = d.MEASURES[measure]
        taken = [m for m in months if _defined(definition, m)]
        rows: dict[str, dict[int, Figure]] = defaultdict(dict)
        for month in taken:
            cells = {g: by_month.get(month, (0, 0, 0)) for g, by_month in groups.items()}
            cells[ALL] = tuple(sum(v[i] for v in cells.values()) for i in range(3))
            hidden = hide(cells, total_is_the_measure=definition.samlet_er_maalet)
            for group, values in cells.items():
                rows[group][month] = _figure(
                    definition, (variant, municipality, group), month, values, hidden.get(group, "")
                )
        for group in sorted(rows, key=lambda g: (g != ALL, g)):
            by_month = rows[group]
            out += [by_month[m] for m in taken]
            out += means(definition, by_month, _values(groups, group, taken), taken)
    return out


def _values(
    groups: Mapping[str, Mapping[int, Sequence[int]]], group: str, months: Iterable[int]
) -> dict[int, tuple[int, int]]:
    chosen = list(groups.values()) if group == ALL else [groups[group]]
    return {m: (sum(g[m][0] for g in chosen if m in g), sum(g[m][1] for g in chosen if m in g)) for m in months}


def _defined(measure: d.Measure, month: int) -> bool:
    return measure.gaelder_fra is None or measure.gaelder_fra.toordinal() <= last_day(month)


def _figure(measure: d.Measure, names: tuple[str, str, str], month: int, values: Sequence[int], hidden: str) -> Figure:
    variant, municipality, group = names
    day = dt.date.fromordinal(last_day(month))
    share = percent(values[0], values[1])
    limit, kept = within_limit(measure, share, day) if _has_limit(measure, group) else (None, None)
    figure = Figure(
        maal=measure.id,
        variant=variant,
        kommune=municipality,
        gruppe=group,
        periode=month_text(month),
        taeller=values[0],
        naevner=values[1],
        andel=share,
        uafklaret=values[2],
        graense=limit,
        graense_opfyldt=kept,
        note=_used_note(measure, day.year),
    )
    return _hidden(figure, hidden) if hidden else figure


def _has_limit(measure: d.Measure, group: str) -> bool:
    """The two targets bind the pooled figure only."""
    return not measure.samlet_er_maalet or group == ALL


def _used_note(measure: d.Measure, year: int) -> str:
    before = measure.anvendt_fra is not None and year < measure.anvendt_fra
    after = measure.anvendt_til is not None and year > measure.anvendt_til
    return "uden-for-anvendelsesperioden" if before or after else ""


def _hidden(figure: Figure, why: str) -> Figure:
    return evolve(figure, taeller=None, naevner=None, andel=None, uafklaret=None, graense_opfyldt=None, skjult=why)


def hide(cells: Mapping[str, Sequence[int]], *, total_is_the_measure: bool) -> dict[str, str]:
    """Which cells of one month may not be shown, and why: fewer than ten people, or the one that would reveal them.

    Where exactly one group is hidden (or several that are together fewer than ten) it could be found by subtraction.
    Then the smallest other group is hidden too; where there is only one other, the sum is hidden instead, unless the
    sum is the measure itself.

    >>> hide({"jobparat": (1, 9, 0), "revalidend": (2, 10, 0), "alle": (3, 19, 0)}, total_is_the_measure=False)
    {'jobparat': 'under-10', 'alle': 'ville-afsloere'}
    """
    few = {g: FEW for g, v in cells.items() if 0 < v[1] < d.FEWEST}
    groups = [g for g in few if g != ALL]
    others = sorted((v[1], g) for g, v in cells.items() if g != ALL and g not in few and v[1])
    reveals = len(groups) == 1 or sum(cells[g][1] for g in groups) < d.FEWEST
    if groups and others and reveals and ALL not in few:
        few[others[0][1] if total_is_the_measure or len(others) > 1 else ALL] = WOULD_REVEAL
    return few


def means(
    measure: d.Measure, by_month: Mapping[int, Figure], counts: Mapping[int, tuple[int, int]], months: Sequence[int]
) -> list[Figure]:
    """The mean of each whole calendar year, and of the whole span: the mean of the months' shares.

    For the supervision's targets March to June 2020 are left out; so are, for all, months in which nobody was in the
    population. A mean that would give away its one hidden month, or rests on fewer than ten people a month, is hidden.
    """
    shares = {m: percent(part, whole) for m, (part, whole) in counts.items()}
    people = {m: whole for m, (_, whole) in counts.items()}
    if len(months) < 2:  # noqa: PLR2004 - one month is its own mean
        return []
    spans: list[tuple[str, list[int]]] = []
    years = sorted({m // 12 for m in months})
    spans += [(str(y), whole) for y in years if len(whole := [m for m in months if m // 12 == y]) == 12]  # noqa: PLR2004
    if len(spans) != 1 or len(spans[0][1]) != len(months):
        spans.append((f"{month_text(months[0])}/{month_text(months[-1])}", list(months)))
    out = []
    for name, span in spans:
        left_out = d.LEFT_OUT if measure.samlet_er_maalet else frozenset()
        used = [m for m in span if (m // 12, m % 12 + 1) not in left_out and shares[m] is not None]
        values = [share for m in used if (share := shares[m]) is not None]
        mean = sum(values, Fraction(0)) / len(values) if values else None
        model = by_month[span[-1]]
        limit, kept = (
            within_limit(measure, mean, dt.date.fromordinal(last_day(span[-1])))
            if _has_limit(measure, model.gruppe)
            else (None, None)
        )
        figure = evolve(
            model,
            periode=name,
            taeller=None,
            naevner=None,
            andel=mean,
            uafklaret=None,
            graense=limit,
            graense_opfyldt=kept,
            skjult="",
            maaneder=len(used),
        )
        hidden = [m for m in used if by_month[m].skjult]
        # One hidden month could be found from the mean and the others; a mean of few people is a figure on few people.
        too_few = bool(used) and sum(people[m] for m in used) < d.FEWEST * len(used)
        out.append(_hidden(figure, WITH_HIDDEN_MONTH) if len(hidden) == 1 or (hidden and too_few) else figure)
    return out


def early_runs(rows: Sequence[Figure]) -> list[Figure]:
    """`tidlig-indsats` with a note on each month that ends a run of six below the limit."""
    out: list[Figure] = []
    run: dict[tuple[str, ...], int] = defaultdict(int)
    for row in rows:
        if row.maal != "tidlig-indsats" or len(row.periode) != len("2021-01"):
            out.append(row)
            continue
        key = (row.variant, row.kommune, row.gruppe)
        run[key] = run[key] + 1 if row.graense_opfyldt is False else 0
        flagged = run[key] >= d.EARLY_RUN
        out.append(evolve(row, note=f"{run[key]}-maaneder-i-traek") if flagged else row)
    return out
