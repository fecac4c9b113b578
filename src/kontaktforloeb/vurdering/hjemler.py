"""Citations of a finding: the consolidation in force on its deadline."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.regelsprog import Hjemmel
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov

EFTER_AFTALEN = " (efter aftalen)"


def hjemler(fund: Fund, lov: OversatLov) -> list[tuple[str, str, str]]:
    """Short form, name of the text and link of each citation that holds on the deadline (on `pr` without one)."""
    dag, plan = _dag(fund, lov)
    return citater((*fund.klausul.regel.hjemmel, *fund.hjemler), dag, lov, plan=plan)


def sidst_tilfoejet(fund: Fund, lov: OversatLov) -> Hjemmel | None:
    """Of what the case brought in, the last that holds on that day: the exemption that decided."""
    dag, plan = _dag(fund, lov)
    dato = _dato(dag, lov, plan=plan)
    return next((h for h in reversed(fund.hjemler) if _gaelder(h, dato)), None)


def _dag(fund: Fund, lov: OversatLov) -> tuple[int, bool]:
    """The day by which a finding is cited, and whether only the plan brings it there."""
    pr = fund.forloeb.tl.pr if fund.plan_pr is None else fund.plan_pr
    dag = fund.frist if fund.frist is not None else pr
    k = fund.klausul
    if k.til is not None:
        dag = min(dag, k.til)
    return max(dag, k.fra), efter_planen(k, fund.forloeb.start, dag, lov)


def _dato(dag: int, lov: OversatLov, *, plan: bool) -> dt.date:
    return dt.date.fromordinal(max(dag, lov.ikraft) if plan else dag)


def _gaelder(h: Hjemmel, dato: dt.date) -> bool:
    return (h.fra is None or h.fra <= dato) and (h.til is None or dato <= h.til)


def efter_planen(k: Klausul, start: int, dag: int, lov: OversatLov) -> bool:
    """Whether a rule of the 2019 act applies only by the plan: its deciding day lies before the act's commencement."""
    if not lov.grundlag.kontrafaktisk or k.fra != lov.skift:
        return False
    art = k.regel.gaelder.dag
    return (start if art == "forloeb" else lov.skift if art == "skift" else dag) < lov.ikraft


def citater(hjemmel: tuple[Any, ...], dag: int, lov: OversatLov, *, plan: bool) -> list[tuple[str, str, str]]:
    """The citations in force on a day. `plan`: of the 2019 act, applied before its commencement by the plan of 2018."""
    dato = _dato(dag, lov, plan=plan)
    ud: list[tuple[str, str, str]] = []
    for h in hjemmel:
        assert isinstance(h, Hjemmel)
        if not _gaelder(h, dato):
            continue
        tekst = h.lov.tekster[0]
        for t in h.lov.tekster:
            if t.fra <= dato:
                tekst = t
        citat = (f"{h.lov.kort} {h.paragraf}", tekst.navn + (EFTER_AFTALEN if plan else ""), tekst.eli)
        if citat not in ud:
            ud.append(citat)
    return ud
