"""The duty as a tax-benefit system of OpenFisca-core: arrays in bulk, and one JSON situation at a time.

Dates of a person are MONTH variables: a formula that reads an ETERNITY variable fails in OpenFisca-core 46.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.duty import MET, PENDING, PR, UNMET, WINDOWS, Case, Outcomes

MONTH = PR.strftime("%Y-%m")
TALKS = 8
NEVER = dt.date(1900, 1, 1)
_PR = np.datetime64(PR)


class Outcome(Enum):
    met = MET
    pending = PENDING
    unmet = UNMET
    none = ""


_CODES = (Outcome.met, Outcome.pending, Outcome.unmet, Outcome.none)


def plus_months(days: np.ndarray, number: int) -> np.ndarray:
    """Dates so many months later: the same day number, or the month's last day where it has none."""
    months = days.astype("datetime64[M]")
    offset = (days - months.astype("datetime64[D]")).astype(int)
    target = months + number
    length = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype(int)
    return target.astype("datetime64[D]") + np.minimum(offset, length - 1)


def _formula(k: int) -> Any:
    def formula(person: Any, period: Any) -> Any:
        start = person("start", period)
        talks = [person(f"talk_{i}", period) for i in range(TALKS)]
        six = plus_months(start, 6)
        end = six if k == 0 else plus_months(six, 3 * k)
        if k == 0:
            met = sum(((t >= start) & (t <= end)).astype(int) for t in talks) >= 4
            judged = np.ones(len(start), bool)
        else:
            before = six if k == 1 else plus_months(six, 3 * (k - 1))
            met = np.any([(t > before) & (t <= end) for t in talks], axis=0)
            judged = np.ones(len(start), bool) if k == 1 else before <= _PR
        return np.select([~judged, met, end >= _PR], [Outcome.none, Outcome.met, Outcome.pending], Outcome.unmet)

    return formula


def _date(person: Entity, name: str) -> type[Variable]:
    return type(
        name,
        (Variable,),
        {
            "value_type": dt.date,
            "entity": person,
            "definition_period": DateUnit.MONTH,
            "default_value": NEVER,
            "label": name,
        },
    )


def system() -> TaxBenefitSystem:
    """One entity, a start, eight interviews, and one formula a window."""
    person = Entity("person", "persons", "", "")
    found = TaxBenefitSystem([person])
    found.add_variable(_date(person, "start"))
    for i in range(TALKS):
        found.add_variable(_date(person, f"talk_{i}"))
    for k in range(WINDOWS):
        body = {
            "value_type": Enum,
            "possible_values": Outcome,
            "default_value": Outcome.none,
            "entity": person,
            "definition_period": DateUnit.MONTH,
            "label": f"w{k}",
            "formula": _formula(k),
        }
        found.add_variable(type(f"w{k}", (Variable,), body))
    return found


def arrays(cases: Sequence[Case]) -> dict[str, np.ndarray]:
    """The cases as one array a variable."""
    out = {"start": np.array([c.start for c in cases], "datetime64[D]")}
    for i in range(TALKS):
        out[f"talk_{i}"] = np.array([c.talks[i] if i < len(c.talks) else NEVER for c in cases], "datetime64[D]")
    return out


def in_bulk(found: TaxBenefitSystem, ready: dict[str, np.ndarray]) -> list[np.ndarray]:
    """All cases in one simulation."""
    simulation = SimulationBuilder().build_default_simulation(found, len(ready["start"]))
    for name, values in ready.items():
        simulation.set_input(name, MONTH, values)
    return _calculate(simulation)


def _calculate(simulation: Simulation) -> list[np.ndarray]:
    return [np.asarray(simulation.calculate(f"w{k}", MONTH)) for k in range(WINDOWS)]


def situations(cases: Sequence[Case]) -> list[dict[str, Any]]:
    """Each case as the JSON a service would send."""
    out = []
    for c in cases:
        person = {"start": {MONTH: c.start.isoformat()}}
        person.update({f"talk_{i}": {MONTH: t.isoformat()} for i, t in enumerate(c.talks)})
        out.append({"persons": {"a": person}})
    return out


def one_by_one(found: TaxBenefitSystem, ready: list[dict[str, Any]]) -> list[np.ndarray]:
    """A simulation a case."""
    rows = [_calculate(SimulationBuilder().build_from_entities(found, situation)) for situation in ready]
    return [np.concatenate(column) for column in zip(*rows, strict=True)]


def answers(found: list[np.ndarray]) -> list[Outcomes]:
    names = {c.index: c.value for c in _CODES}
    rows = zip(*(column.tolist() for column in found), strict=True)
    return [tuple(names[v] for v in row if names[v]) for row in rows]
