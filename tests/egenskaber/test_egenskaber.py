"""What holds of every verdict, over invented timelines of every group and across every change of law."""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.testing import properties as p
from kontaktforloeb.testing import strategies as s
from kontaktforloeb.testing.strategies import Judged
from kontaktforloeb.vurdering.oversaet import laeste_af, laeste_i

LATER = st.sampled_from((1, 7, 14, 31, 92, 366))
LAST_DAY = dt.date(2035, 12, 31)


@pytest.mark.parametrize("group", s.GROUPS)
@given(data=st.data())
def test_verdict_is_well_formed(group: str, data: st.DataObject) -> None:
    task = data.draw(s.judged_cases(group))
    verdict = p.judge(task.sag, task.pr, **task.basis)
    p.well_formed(verdict, task.sag)
    p.one_answer(verdict)


@given(s.judged_cases())
def test_case_and_verdict_survive_json(task: Judged) -> None:
    p.readable_again(task.sag, task.pr, **task.basis)


@given(s.judged_cases(), st.integers(0, 2**32))
def test_order_of_records_does_not_matter(task: Judged, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a shuffle, no secret
    p.order_is_nothing(task.sag, task.pr, lambda records: rng.sample(records, len(records)), **task.basis)


@given(s.judged_cases())
def test_facts_after_pr_are_not_used(task: Judged) -> None:
    p.later_facts_are_unknown(task.sag, task.pr, **task.basis)


@pytest.mark.parametrize("insurance", [None, "deltid"])
def test_a_spell_in_two_records_is_cut_as_the_one_it_is(insurance: str | None) -> None:
    pr = dt.date(2017, 1, 31)
    first = kf.Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=pr, til=pr)
    second = kf.Periode(
        ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=dt.date(2017, 2, 1), noegle="2", forsikring=insurance
    )
    case = kf.Sag(id="X", perioder=(first, second))
    assert [(pr, None if insurance is None else pr)] == [(x.fra, x.til) for x in p.cut(case, pr).perioder]
    p.later_facts_are_unknown(case, pr)


@given(s.judged_cases(), LATER)
def test_decided_stays_decided(task: Judged, days: int) -> None:
    p.decided_stays_decided(task.sag, task.pr, min(LAST_DAY, task.pr + dt.timedelta(days)), **task.basis)


@given(s.judged_cases(), st.data())
def test_splitting_a_spell_changes_nothing(task: Judged, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(task.sag.perioder) - 1))
    spell = task.sag.perioder[index]
    length = ((spell.til or max(task.pr, spell.fra)) - spell.fra).days
    if length < 1:
        return
    day = spell.fra + dt.timedelta(data.draw(st.integers(1, length)))
    p.splitting_changes_nothing(task.sag, task.pr, index, day, **task.basis)


@given(s.judged_cases(), st.integers(0, 400))
def test_another_interview_never_hurts(task: Judged, after: int) -> None:
    spell = task.sag.perioder[0]
    interview = p.plain_interview(spell.fra + dt.timedelta(after), spell.maalgruppe)
    p.another_interview_helps(task.sag, task.pr, interview, **task.basis)


@given(s.judged_cases())
def test_corrected_records_are_as_if_never_there(task: Judged) -> None:
    p.corrections_replace(task.sag, task.pr, **task.basis)


@given(s.judged_cases(), st.integers(0, 90))
def test_what_was_not_yet_known_is_not_used(task: Judged, days: int) -> None:
    p.known_then(task.sag, task.pr, task.pr - dt.timedelta(days), **task.basis)


@given(s.judged_cases())
def test_an_end_entered_late_is_the_next_beginning(task: Judged) -> None:
    p.late_end_is_the_next_beginning(task.sag, task.pr, **task.basis)


@given(s.judged_cases())
def test_deciding_day_lies_in_the_rules_time_and_the_person_in_the_group(task: Judged) -> None:
    verdict = p.judge(task.sag, task.pr, **task.basis)
    lov = {(id_, g) for id_, g in _groups()}
    for krav in verdict.krav:
        assert (krav.regel, krav.maalgruppe) in lov, p.line(krav)
        if krav.udfald not in p.DECIDED:
            continue
        clause, nominal = krav._fund.klausul, krav._fund.nominal
        day = {
            "frist": nominal,
            "forloeb": None,
            "skift": krav._lov.skift,
            "haendelse": None,
        }[clause.regel.gaelder.dag]
        if day is None:
            continue
        assert clause.fra <= day, p.line(krav)
        # what was met before the act gave way was met, though its deadline lay after that
        met = day if krav.udfald != "opfyldt" or krav.afgjort is None else min(day, krav.afgjort.toordinal())
        assert clause.til is None or met <= clause.til, p.line(krav)
        if day <= task.pr.toordinal() and krav.udfald == "ikke-opfyldt":
            assert krav.maalgruppe in _groups_on(task.sag, dt.date.fromordinal(day)), p.line(krav)


def _groups() -> set[tuple[str, str]]:
    return {(rule.id, group) for rule in REGELSAET.regler for group in rule.maalgrupper}


def _groups_on(sag: kf.Sag, day: dt.date) -> set[str]:
    """The group of the day, or of the last spell before it while a gap is open or short.

    Between the first contact and the benefit, from which some courses count, that of the first spell.
    """
    spells = sorted(_standing(sag), key=lambda x: x.fra)
    before = [x for x in spells if x.fra <= day]
    return {x.maalgruppe for x in before[-1:] or spells[:1]}


def _standing(sag: kf.Sag) -> list[kf.Periode]:
    replaced = {x.erstatter for x in sag.perioder}
    return [x for x in sag.perioder if not x.annulleret and (x.noegle is None or x.noegle not in replaced)]


READINGS = {r.navn: tuple(r.valg) for r in kf.fortolkninger()}


@settings(max_examples=max(5, settings.default.max_examples // 8))
@given(s.judged_cases())
def test_afhaenger_af_is_what_judging_again_finds(task: Judged) -> None:
    p.sensitivity_is_brute_force(task.sag, task.pr, READINGS, **task.basis)


def _of_rules() -> list[tuple[str, str]]:
    """The readings, with their choices, that stand in rules alone: a clock's, a form's change what mentions neither."""
    elsewhere = {name for clock in REGELSAET.ure for name in laeste_af(clock)}
    for field in ("fritagelser", "suspensioner", "former"):
        elsewhere |= laeste_i(REGELSAET, field)
    return [(name, code) for name, codes in READINGS.items() if name not in elsewhere for code in codes]


@given(s.judged_cases(), st.sampled_from(_of_rules()))
def test_a_reading_changes_only_what_mentions_it(task: Judged, choice: tuple[str, str]) -> None:
    name, code = choice
    rest = {"lovgrundlag": task.lovgrundlag}
    one, other = p.judge(task.sag, task.pr, **rest), p.judge(task.sag, task.pr, fortolkninger={name: code}, **rest)
    touched = {k.regel for k in (*one.krav, *other.krav) if name in k.fortolkninger}
    if not touched:
        assert p.summary(one) == p.summary(other)


@given(s.judged_cases())
def test_the_plan_of_the_law_knows_both_bases(task: Judged) -> None:
    """From 1 January 2020 the two bases are one law, but for courses that were running."""
    if all(x.fra >= dt.date(2020, 1, 1) for x in task.sag.perioder) and all(
        x.dato >= dt.date(2020, 1, 1) for x in task.sag.haendelser
    ):
        rest = {"fortolkninger": task.fortolkninger}
        ours = p.judge(task.sag, task.pr, **rest)
        agreed = p.judge(task.sag, task.pr, lovgrundlag=kf.AFTALE_2018, **rest)
        assert p.summary(ours) == p.summary(agreed)


@given(s.bad_documents())
def test_bad_documents_raise_only_sagsfejl(document: Any) -> None:
    text = json.dumps(document)
    try:
        case = sag_json.laes_dokument(text.encode())
    except kf.Sagsfejl as fault:
        assert fault.fejl  # noqa: PT017 - most of them are refused, some are not
        str(fault).encode()
    else:
        p.judge(case, dt.date(2022, 1, 1))


@settings(max_examples=max(5, settings.default.max_examples // 4))
@given(s.caseloads(most=8, adversarial=True), s.judging_days())
def test_alone_and_in_a_caseload_agree(load: list[kf.Sag], pr: dt.date) -> None:
    together = [v.som_json() for v in kf.vurder_mange(load, pr=pr, afhaengigheder=False)]
    assert together == [p.judge(case, pr).som_json() for case in load]


@settings(max_examples=max(5, settings.default.max_examples // 8))
@given(s.caseloads(most=6, adversarial=True))
def test_alone_and_in_a_batch_agree(load: list[kf.Sag]) -> None:
    pytest.importorskip("pyarrow")
    from kontaktforloeb.masse import skema
    from kontaktforloeb.masse.parti import vurder_partier

    pa = pytest.importorskip("pyarrow")
    if not load:
        return
    pr = dt.date(2021, 6, 30)
    batch = pa.RecordBatch.from_pylist([_arrow(case) for case in load], schema=skema.sag_skema())
    (out,) = vurder_partier([batch], pr=pr)
    expected = [[(k.regel, k.udfald, k.frist) for k in kf.vurder(case, pr=pr).krav] for case in load]
    assert expected == [[(k["regel"], k["udfald"], k["frist"]) for k in row["krav"]] for row in out.to_pylist()]


def _arrow(case: kf.Sag) -> dict[str, Any]:
    import attrs

    return attrs.asdict(case)
