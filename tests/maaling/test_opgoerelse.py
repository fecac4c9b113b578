"""A caseload from file to figures: the faults of a plan, two cases with one id, what is set aside and where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.formater.mapping import INGEN
from kontaktforloeb.formater.tabeller import Bemaerkninger
from kontaktforloeb.maaling import kilder
from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.liste import collect
from kontaktforloeb.maaling.opgoerelse import Opgoerelse, Plan, check, count_part, run, set_aside
from kontaktforloeb.maaling.optaelling import Options

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

JUNE = read_month("2019-06")


def document(case_id: str, fra: str = "2018-12-01", **more: Any) -> dict[str, Any]:
    period = {"ydelse": "dagpenge", "maalgruppe": "dagpengemodtager", "fra": fra}
    return {"format": "kontaktforloeb-sag/1", "id": case_id, "kommune": "991", "perioder": [period], **more}


def plan(*measures: str, **more: Any) -> Plan:
    return Plan(months=(JUNE,), measures=measures or ("samtaledata",), **more)


def lines(folder: Path, *documents: dict[str, Any]) -> Path:
    path = folder / "s.jsonl"
    path.write_text("".join(json.dumps(d) + "\n" for d in documents))
    return path


def people(result: Opgoerelse, group: str = "dagpengemodtager") -> list[int | None]:
    return [f.naevner for f in result.figures if f.gruppe == group]


def test_of_two_cases_with_one_id_the_first_is_counted_wherever_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [document(f"A{i}") for i in range(12)]
    again = [document("A3"), document("A11"), document("A3")]
    whole = run(lines(tmp_path, *documents, *again), plan())
    assert (12, [12]) == (whole.cases, people(whole))
    said = "id forekommer flere gange; kun den første sag er talt med"
    told = [("linje 13", "A3", said), ("linje 14", "A11", said), ("linje 15", "A3", said)]
    assert told == [(r.sted, r.id, r.grund) for r in whole.rejected]

    def small(items: Any, size: int = 4) -> Any:
        return whole_parts(items, size)

    whole_parts = kilder.parts
    monkeypatch.setattr(kilder, "parts", small)  # the repeats now lie in parts of their own
    seen: list[int] = []
    parted = run(lines(tmp_path, *documents, *again), plan(), fremdrift=seen.append)
    assert (whole.cases, whole.figures, whole.rejected) == (parted.cases, parted.figures, parted.rejected)
    assert [4, 8, 12, 15] == seen


def test_a_case_that_cannot_be_read_or_judged_is_told_once_with_its_line(tmp_path: Path) -> None:
    lonely = document("B", fra="i går")
    result = run(lines(tmp_path, document("A"), lonely, document("C")), plan())
    assert (2, [("linje 2", "")]) == (result.cases, [(r.sted, r.id) for r in result.rejected])
    assert "\n" not in result.rejected[0].grund


@pytest.mark.parametrize(
    ("place", "known", "shown"),
    [
        ("linje 3", {"id": "A"}, ("linje 3", "A")),
        ("A", {"id": "A"}, ("", "A")),  # of tables the id is the place
        ("linje 3", {}, ("linje 3", "")),
        ("linje 3", b"{", ("linje 3", "")),
        ("linje 3", {"id": "0101801234"}, ("linje 3", "")),  # never a CPR number
    ],
    ids=str,
)
def test_where_a_case_that_is_set_aside_stands(place: str, known: Any, shown: tuple[str, str]) -> None:
    found = set_aside((place, known), ValueError("en\nto"))
    assert (*shown, "en | to") == (found.sted, found.id, found.grund)


def test_a_case_from_tables_has_its_id_and_no_other_place() -> None:
    part = count_part([("A", document("A")), ("B", document("B"))], plan(), frozenset({1}))
    assert (1, ["A", "B"], [("", "B")]) == (part.sums.cases, part.ids, [(r.sted, r.id) for r in part.rejected])


def test_the_cases_behind_a_hidden_figure_are_not_listed(tmp_path: Path) -> None:
    shown = [document(f"A{i}") for i in range(10)]
    hidden = [document(f"B{i}", kommune="992") for i in range(9)]
    nowhere = [{k: v for k, v in document(f"C{i}").items() if k != "kommune"} for i in range(9)]
    result = run(lines(tmp_path, *shown, *hidden, *nowhere), plan(list_cases=True))
    assert [f"A{i}" for i in range(10)] == [b.case_id for b in result.behind]
    assert {"991": 10, "992": None, "ukendt": None} == {f.kommune: f.naevner for f in result.figures}


def test_no_case_is_listed_unless_the_plan_asks_for_it(tmp_path: Path) -> None:
    assert [] == run(lines(tmp_path, *(document(f"A{i}") for i in range(10))), plan()).behind


def test_a_reading_that_nobody_knows_is_told_of_every_case(tmp_path: Path) -> None:
    source = lines(tmp_path, document("A"), document("B"))
    result = run(source, plan("alle-krav-opfyldt", fortolkninger={"lykke": "ja"}))
    assert (0, ["A", "B"]) == (result.cases, [r.id for r in result.rejected])
    assert all("lykke" in r.grund for r in result.rejected)


def test_a_caseload_is_invented_when_one_of_its_cases_is(tmp_path: Path) -> None:
    assert not run(lines(tmp_path, document("A"), document("B-SYN-1")), plan()).synthetic
    assert run(lines(tmp_path, document("A"), document("SYN-1")), plan()).synthetic


def test_a_month_running_below_the_limit_is_flagged_in_a_whole_caseload(tmp_path: Path) -> None:
    first = read_month("2021-07")
    months = Plan(months=tuple(range(first, first + 6)), measures=("tidlig-indsats",))
    documents = [
        document(f"A{m}-{i}", fra=f"2021-{m:02d}-04") for m in range(1, 7) for i in range(10)
    ]  # ten reach six months in each month from July to December, none of them with an interview
    result = run(lines(tmp_path, *documents), months)
    assert {"2021-12"} == {f.periode for f in result.figures if f.note}


def judged(tmp_path: Path, **more: Any) -> tuple[int | None, int | None, int | None]:
    source = lines(tmp_path, *(document(f"A{i}", fra="2018-12-03") for i in range(10)))
    result = run(source, plan("alle-krav-opfyldt", **more))
    (found,) = [f for f in result.figures if (f.variant, f.gruppe) == ("kommunen", "dagpengemodtager")]
    return found.taeller, found.naevner, found.uafklaret


def test_requirements_are_judged_only_where_the_measure_asks_for_them(tmp_path: Path) -> None:
    assert (0, 10, 0) == judged(tmp_path)  # no interview was ever held
    source = lines(tmp_path, *(document(f"A{i}") for i in range(10)))
    assert {"samtaledata"} == {f.maal for f in run(source, plan()).figures}


# --- the working list of a caseload ----------------------------------------------------------------------------------


def listed(source: Path, weeks: int = 4) -> tuple[list[str], list[tuple[str, str]], bool]:
    found = collect(source, INGEN, plan("alle-krav-opfyldt"), weeks, Bemaerkninger(), 1)
    return [i.id for i in found.items], [(r.sted, r.id) for r in found.rejected], found.synthetic


def test_the_list_of_a_caseload_is_of_all_its_parts_most_urgent_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, later = document("B", fra="2018-12-03"), document("A", fra="2019-01-07")
    source = lines(tmp_path, later, document("C", fra="i går"), late)
    ids, rejected, synthetic = listed(source)
    assert ("B", {"A", "B"}, [("linje 2", "")], False) == (ids[0], set(ids), rejected, synthetic)
    whole_parts = kilder.parts
    monkeypatch.setattr(kilder, "parts", lambda items: whole_parts(items, 1))
    assert (ids, rejected, synthetic) == listed(source)


@pytest.mark.parametrize("order", [("SYN-1", "A"), ("A", "SYN-1")])
@pytest.mark.parametrize("size", [1, 2])
def test_the_list_is_of_invented_people_when_one_of_them_is(
    order: Sequence[str], size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_parts = kilder.parts
    monkeypatch.setattr(kilder, "parts", lambda items: whole_parts(items, size))
    assert listed(lines(tmp_path, *map(document, order)))[2]


# --- the plan --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("months", "wrong"), [((), True), ((JUNE, JUNE + 2), True), ((JUNE + 1, JUNE), True), ((JUNE, JUNE + 1), False)]
)
def test_the_months_of_a_plan_follow_each_other(months: tuple[int, ...], wrong: bool) -> None:
    one = Plan(months=months, measures=("samtaledata",))
    if not wrong:
        check(one)
        return
    with pytest.raises(Sagsfejl) as caught:
        check(one)
    assert ["--til"] == [f.sti for f in caught.value.fejl]


def test_every_choice_of_a_plan_that_does_not_exist_is_named() -> None:
    options = Options(
        needed={"jobparat": 1, "revalidend": 0, "ingen": 3},
        choices={"halv-fremgang": "samlet", "timer-over-skiftet": "samlet", "lykke": "ja"},
    )
    with pytest.raises(Sagsfejl) as caught:
        check(plan("samtaledata", "held", options=options))
    assert [
        ("--maal", "held"),
        ("--valg", "timer-over-skiftet=samlet"),
        ("--valg", "lykke=ja"),
        ("--antal", "revalidend=0"),
        ("--antal", "ingen=3"),
    ] == [(f.sti, f.vaerdi) for f in caught.value.fejl]
    check(plan(options=Options(needed={"jobparat": 1}, choices={"halv-fremgang": "samlet"})))
