"""The cases sought where a change of the law or of the code is noticed: both judges say what the line says."""

from __future__ import annotations

import json

import pytest

import kontaktforloeb as kf
import sammenligning as sm
from kontaktforloeb.formater import sag_json
from kontaktforloeb.testing import properties

LINES = [json.loads(line) for file in sm.SOUGHT for line in file.read_text(encoding="utf-8").splitlines()]
SENSITIVE = [json.loads(line) for line in sm.SENSITIVE.read_text(encoding="utf-8").splitlines()]
READINGS = {r.navn: tuple(r.valg) for r in kf.fortolkninger()}


@pytest.mark.parametrize("rule", sorted({line["regel"] for line in LINES}))
def test_both_judges_still_say_so(rule: str) -> None:
    for line in LINES:
        if line["regel"] != rule:
            continue
        task = sm.task_of(line)
        ours = sm.engine(task)
        assert line["krav"] == [sm.row_of(row) for row in ours if row["regel"] == rule], line
        differ = sm.meant(task, sm.differences(ours, sm.oracle(task)))
        assert not [d for d in differ if d.regel == rule], line


@pytest.mark.parametrize("number", range(len(SENSITIVE)))
def test_other_readings_change_what_is_said_and_nothing_else(number: int) -> None:
    line = SENSITIVE[number]
    task = sm.task_of(line)
    basis = {"lovgrundlag": task.basis, "fortolkninger": task.readings}
    properties.sensitivity_is_brute_force(sag_json.fra_obj(task.document), task.pr, READINGS, **basis)
    assert line["afhaenger_af"] == sm.depends(task)
