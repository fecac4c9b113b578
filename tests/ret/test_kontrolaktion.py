"""After a control action: the new act goes on with the same duty that the old one began."""

from __future__ import annotations

from kontaktforloeb.ret.kontrolaktion import REGLER


def test_each_duty_of_the_old_act_goes_on_as_the_same_duty_of_the_new() -> None:
    new = {r.id: r.titel for r in REGLER if r.id.startswith("LAB-2019")}
    old = [r for r in REGLER if r.id.startswith("LAB-2016")]
    assert 6 == len(old)  # three duties of two groups
    for rule in old:
        assert rule.efterfoelger is not None
        assert [rule.titel] == [new[one] for one in rule.efterfoelger.regler]
        assert rule.efterfoelger.tvilling
