"""Whatever the case, the legal basis and the readings: every finding can be told, with its deadline."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

import kontaktforloeb as kf
from kontaktforloeb.forklaring.ordbog import ORDBOEGER
from kontaktforloeb.testing import strategies


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(strategies.judged_cases())
def test_every_finding_can_be_told(judged: strategies.Judged) -> None:
    for sprog, o in ORDBOEGER.items():
        vurdering = kf.vurder(judged.sag, pr=judged.pr, sprog=sprog, afhaengigheder=False, **judged.basis)
        for krav in vurdering.krav:
            tekst = krav.forklaring
            assert tekst.endswith(".")
            assert krav.frist is None or o.dato(krav.frist.toordinal()) in tekst
            assert all(n.tekst for n in (*krav.antagelser, *krav.bemaerkninger))
        assert all(n.tekst for n in vurdering.advarsler)
