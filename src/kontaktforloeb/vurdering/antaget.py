"""What was taken as given of the records that decided (`semantics.md`, "Missing and conflicting input").

Read off a finding when it is asked for: none of it changes the finding.
"""

from __future__ import annotations

import attrs

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Samtalepost
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering import former, taelling
from kontaktforloeb.vurdering.fund import BORTFALDET, INTET, OPFYLDT, Fund
from kontaktforloeb.vurdering.oversaet import OversatLov

_FORMER = ("fremmoede", "telefon", "brev")
"""Where one of these would not have been lawful, it mattered that no form is recorded."""


def antaget(fund: Fund, lov: OversatLov) -> list[tuple[str, ...]]:
    """The codes of what was assumed, in the order of the records."""
    if fund.udfald in (INTET, BORTFALDET):
        return []
    ud: list[tuple[str, ...]] = []
    if _forsikringen_betyder_noget(fund):
        ud.append(("fuldtidsforsikret-antaget",))
    taeller = getattr(fund.klausul.regel, "taeller", None)
    if isinstance(taeller, r.Samtaler):
        for s in fund.medregnet:
            ud.extend(_om_en_talt(s, taeller, fund, lov))
        if fund.udfald != OPFYLDT:
            ud.extend(_om_dem_der_ikke_taeller(taeller, fund))
    return ud


def _forsikringen_betyder_noget(fund: Fund) -> bool:
    """Whether hours decide and were recorded: in whole weeks of either insurance the thresholds are the same days."""
    f = fund.forloeb
    if not isinstance(f, TimeForloeb) or not any(p.forsikring_antaget for p in f.spells):
        return False
    v = getattr(fund.klausul.regel, "vindue", None)
    i_timer = isinstance(v, (r.Kumulativ, r.PaaHinanden)) or (
        isinstance(v, r.Enkelt) and isinstance(v.til, (r.Naaet, r.Faseslut, r.FaseslutDagenEfter))
    )
    timer = f.tl.timer or f.tl.forbrug or f.tl.arbejde or any(p.timer_pr_uge is not None for p in f.spells)
    return i_timer and bool(timer)


def _om_en_talt(s: Samtalepost, t: r.Samtaler, fund: Fund, lov: OversatLov) -> list[tuple[str, ...]]:
    ud: list[tuple[str, ...]] = []
    dag = kalender.iso(s.dag)
    if s.form is None and not lov.forkert_form_taeller:
        f, regel = fund.forloeb, fund.klausul.regel
        andre = (attrs.evolve(s, form=form) for form in _FORMER)
        if any(former.lovlig(lov, f.tl, f, regel.familie, regel.id, x, foerste=False) is not True for x in andre):
            ud.append(("form-antaget", dag))
    if s.holdt_af_antaget and t.holdere is not None and not t.holder_antages:
        ud.append(("holder-antaget", dag, s.holdt_af))
    if t.faelles and s.faelles_antaget:
        ud.append(("a-kassens-deltagelse-antaget", dag))
    return ud


def _om_dem_der_ikke_taeller(t: r.Samtaler, fund: Fund) -> list[tuple[str, ...]]:
    """Interviews of the window that another holder, or their being held, would have made count."""
    f = fund.forloeb
    if fund.fra is None:
        return []
    ud: list[tuple[str, ...]] = []
    sidst = f.tl.pr if fund.frist is None else min(fund.frist, f.tl.pr)
    for s in f.tl.samtaler:
        if not fund.fra <= s.dag <= sidst or not taelling.slags(s, t, f):
            continue
        dag = kalender.iso(s.dag)
        if s.status == "indkaldt" and s.dag < f.tl.pr and not t.tilbudt_er_nok:
            ud.append(("indkaldt-ikke-holdt", dag))
        elif s.status == "afholdt" and s.holdt_af_antaget and not taelling.af_en_holder(s, t, fase=None):
            ud.append(("holder-antaget", dag, s.holdt_af))
    return ud
