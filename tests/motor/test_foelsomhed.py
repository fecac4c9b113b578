"""What `afhaenger_af` judges again: the rules that mention a reading and what builds on them, against a plain count."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest
from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.bibliotek import _lov
from kontaktforloeb.sag import Haendelse
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering import foelsomhed, omdom
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.resultat import Afhaengighed
from motor.legetoej import jobparat, lov, regel, samtale

LOV = _lov("gaeldende", None)
VALG = [(f.navn, v.kode) for f in LOV.regelsaet.fortolkninger for v in f.valg if v.kode != LOV.valg[f.navn]]


REGLER = [repr(x) for x in LOV.regelsaet.regler]


def naevner(tekst: str, navn: str) -> bool:
    return f"Laes(navn='{navn}'" in tekst


def paa_hinanden(numre: set[int], *, bagud: bool) -> frozenset[int]:
    """Those rules, and again and again each that is judged with one of them, or builds on it (or it on that)."""
    enheder = [{k.nr for k in e} for es in LOV.enheder.values() for e in es]
    paa_ur = set().union(*enheder)
    fundet = set(numre)
    while True:
        nye = set().union(*(e for e in enheder if e & fundet))
        for k in LOV.klausuler:
            for navn in k.behoever:
                par = {(k.nr, nr) for nr in LOV.numre.get(navn, ())}
                nye |= {nr for a, nr in par if bagud and a in fundet} | {
                    a for a, nr in par if not bagud and nr in fundet
                }
        nye &= paa_ur
        if nye <= fundet:
            return frozenset(fundet)
        fundet |= nye


@pytest.mark.parametrize("valg", VALG, ids="=".join)
def test_another_choice_touches_the_rules_that_mention_it_and_what_builds_on_them(valg: tuple[str, str]) -> None:
    (andet,) = (a for a in foelsomhed._andre(LOV) if (a.navn, a.kode) == valg)
    s = LOV.regelsaet
    assert andet.ure == {u.navn for u in s.ure if naevner(repr(u), andet.navn)}
    andre_steder = any(
        naevner(repr(getattr(s, felt)), andet.navn) for felt in ("fritagelser", "suspensioner", "former")
    )
    i_regler = {nr for nr, x in enumerate(REGLER) if naevner(x, andet.navn)}
    i_regler |= {nr for nr, x in enumerate(s.regler) if andet.navn in getattr(x, "laeser", ())}
    if andre_steder or not (i_regler or andet.ure):
        assert (andet.regler, andet.beroerte, andet.bedoemmes) == (None, None, None)
        return
    paa_uret = {nr for nr, x in enumerate(s.regler) if x.ur in andet.ure}
    assert andet.regler == i_regler
    assert andet.beroerte == paa_hinanden(i_regler | paa_uret, bagud=False)
    assert andet.bedoemmes == paa_hinanden(set(andet.beroerte or ()), bagud=True)


def test_every_other_choice_is_tried_once() -> None:
    assert [(a.navn, a.kode) for a in foelsomhed._andre(LOV)] == VALG


TO_UGER = r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))
BESOEG = r.Haendelse("besoeg")


def test_two_laws_part_the_rules_alike_where_units_days_and_occasions_are_the_same() -> None:
    en = lov(regel("1", TO_UGER), regel("2", TO_UGER))
    assert foelsomhed._delt_ens(en, lov(regel("1", TO_UGER), regel("2", TO_UGER)))
    # another number asked for parts nothing
    assert foelsomhed._delt_ens(en, lov(regel("1", TO_UGER), regel("2", TO_UGER, r.Samtaler(2, ("jobsamtale",)))))
    for anden in (
        lov(regel("1", TO_UGER), regel("2", TO_UGER, besides=("LEG:1",))),
        lov(regel("1", TO_UGER), regel("2", r.Enkelt(BESOEG, r.Plus(BESOEG, r.uger(2))))),
        lov(regel("1", TO_UGER), regel("2", TO_UGER, gaelder=r.Gaelder(dt.date(2015, 7, 2)))),
        lov(regel("1", TO_UGER), regel("2", TO_UGER, gaelder=r.Gaelder(dt.date(2015, 7, 1), dt.date(2030, 1, 1)))),
        lov(regel("1", TO_UGER), regel("2", TO_UGER, gaelder=r.Gaelder(dt.date(2015, 7, 1), dag="forloeb"))),
    ):
        assert not foelsomhed._delt_ens(en, anden)


def dom(law: Any, sag: Any, pr: str) -> Dom:
    fundet = Dom(law, Tidslinje(sag, dt.date.fromisoformat(pr).toordinal()))
    fundet.koer()
    return fundet


def test_judged_again_each_place_sees_what_stands_before_it_and_not_what_comes_after() -> None:
    """LEG:2 counts two weeks from LEG:1. Under another law LEG:1 has three weeks, and LEG:2 follows it."""
    efter = r.Efter(("LEG:1",))
    to = regel("2", r.Enkelt(efter, r.Plus(efter, r.uger(2))))
    tre_uger = r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(3)))
    en, anden = lov(regel("1", TO_UGER), to), lov(regel("1", tre_uger), to)
    foer = dom(en, jobparat(dt.date(2021, 3, 1)), "2021-03-10")
    om = omdom.Omdom(anden, foer, omdom.steder(foer), samme_tal=True)
    om.igen({0})
    frister = {x.klausul.regel.id: x.frist for i in om.om for x in om.fund_paa(i)}
    assert frister == {
        "LEG:1": dt.date(2021, 3, 22).toordinal(), "LEG:2": dt.date(2021, 4, 5).toordinal()
    }  # fmt: skip
    # the other way: only the second is asked for, and stands on the first as it was
    om = omdom.Omdom(anden, foer, omdom.steder(foer), samme_tal=True)
    om.igen({1})
    assert [x.frist for i in om.om for x in om.fund_paa(i)] == [dt.date(2021, 3, 29).toordinal()]
    assert [len(om.fund_i(foer.pladser[0].f, navn)) for navn in ("LEG:1", "LEG:2", "LEG:3")] == [1, 1, 0]


def test_what_did_not_change_is_not_judged_again() -> None:
    efter = r.Efter(("LEG:1",))
    to = regel("2", r.Enkelt(efter, r.Plus(efter, r.uger(2))))
    law = lov(regel("1", TO_UGER), to)
    foer = dom(law, jobparat(dt.date(2021, 3, 1), samtaler=(samtale(dt.date(2021, 3, 5)),)), "2021-03-10")
    om = omdom.Omdom(law, foer, omdom.steder(foer), samme_tal=True)
    assert list(om.igen({0})) == [0]


def test_a_place_looks_at_the_periods_of_another_clock_that_share_its_spells() -> None:
    """LEG:2 runs from a visit on another clock; it asks for LEG:1, of the stay."""
    efter = r.Efter(("LEG:1",))
    law = lov(regel("1", TO_UGER), regel("2", r.Enkelt(r.Start(), r.Plus(efter, r.uger(2))), ur="besoeg"))
    sag = jobparat(dt.date(2021, 3, 1), haendelser=(Haendelse(art="besoeg", dato=dt.date(2021, 3, 1)),))
    foer = dom(law, sag, "2021-03-10")
    assert [x.frist for x in foer.fund if x.klausul.regel.id == "LEG:2"] == [dt.date(2021, 3, 29).toordinal()]
    om = omdom.Omdom(law, foer, omdom.steder(foer), samme_tal=True)
    om.igen({1})
    assert [x.frist for i in om.om for x in om.fund_paa(i)] == [dt.date(2021, 3, 29).toordinal()]
    # two stays: the second's is not of the first
    to = evolve(
        sag,
        perioder=(evolve(sag.perioder[0], til=dt.date(2021, 3, 31)), evolve(sag.perioder[0], fra=dt.date(2021, 6, 1))),
    )
    fundne = dom(law, to, "2021-07-01")
    f = next(x.f for x in fundne.pladser if x.f.ur == "besoeg")
    assert {x.forloeb.ur for x in fundne.fund_i(f, "LEG:1")} == {"ophold"}
    for plads in fundne.pladser:
        if plads.f.ur == "ophold":
            assert all(x.forloeb is plads.f for x in fundne.fund_i(plads.f, "LEG:1"))


def laesning(regler: tuple[Any, ...]) -> Any:
    """A law with one reading, "valg", of the choices "a" and "b"."""
    valg = (r.Valg("a", "", ""), r.Valg("b", "", ""))
    return lov(*regler, fortolkninger=(r.Fortolkning("valg", "?", "?", valg),))


def afhaengigt(foer: Dom) -> Any:
    """What the other choice changes; judged again in part it is what judging the whole case again finds."""
    fundet = foelsomhed.afhaengigheder(foer, foer.fund)
    assert fundet == foelsomhed.afhaengigheder(foer, foer.fund, alle=True)
    return fundet


def test_where_another_choice_lets_a_rule_arise_the_case_is_judged_from_the_start() -> None:
    """LEG:1 arises from a visit, or from the start; LEG:2 is due two weeks after it, or after the start without it.

    Nobody was visited: LEG:2 was due on 15 March. Had LEG:1 been due that day, LEG:2 would be due on the 29th.
    """
    fra = r.Laes("valg", {"a": BESOEG, "b": r.Start()})
    efter = r.Efter(("LEG:1",), indtraeden=("jobparat",))
    uger = r.Laes("valg", {"a": r.uger(2), "b": r.uger(2)})
    law = laesning(
        (regel("1", r.Enkelt(fra, r.Plus(fra, r.uger(2)))), regel("2", r.Enkelt(r.Start(), r.Plus(efter, uger))))
    )
    foer = dom(law, jobparat(dt.date(2021, 3, 1)), "2021-03-20")
    assert [(x.klausul.regel.id, x.udfald) for x in foer.fund] == [("LEG:2", "ikke-opfyldt")]
    assert afhaengigt(foer) == {0: (Afhaengighed("valg", "b", "afventer", dt.date(2021, 3, 29)),)}


def test_what_another_choice_leaves_out_is_said_to_depend_on_it() -> None:
    """Under the other choice the rule concerned only those whose deadline lay in 2020."""
    kun_2020 = r.Laes("valg", {"a": None, "b": r.Dato(til=dt.date(2020, 12, 31))})
    law = laesning((regel("1", TO_UGER, betingelse=kun_2020), regel("2", TO_UGER)))
    foer = dom(law, jobparat(dt.date(2021, 3, 1)), "2021-03-20")
    assert [(x.klausul.regel.id, x.udfald) for x in foer.fund] == [("LEG:1", "ikke-opfyldt"), ("LEG:2", "ikke-opfyldt")]
    assert afhaengigt(foer) == {0: (Afhaengighed("valg", "b", None, None),)}


def test_a_clock_runs_the_same_where_every_period_does_and_none_is_more_or_fewer() -> None:
    def ens(gamle: list[int], nye: list[int]) -> bool:
        perioder = [[Ting(samme=lambda anden, n=n: anden.n == n, n=n) for n in numre] for numre in (gamle, nye)]
        foer: Any = Ting(dom=Ting(forloeb={"ur": perioder[0]} if gamle else {}))
        andet: Any = Ting(ure=frozenset(("ur",)))
        return foelsomhed._Foelsomhed._ens_ure(foer, andet, Ting(perioder_paa=lambda _ur: perioder[1]))

    assert ens([1, 2], [1, 2])
    assert not ens([1, 2], [1, 3])
    assert not ens([1], [1, 2])
    assert not ens([1, 2], [1])
    assert not ens([1], [])
    assert ens([], [1])  # never asked for: it bears on nothing


def test_rules_judged_together_are_judged_again_once_also_where_one_asks_for_the_other() -> None:
    """LEG:1 takes the place of LEG:2 beside it; under the other law it is due a week later."""
    tre_uger = r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(3)))
    to = regel("2", TO_UGER, besides=("LEG:1",), fortraenges_af=("LEG:1",))
    foer = dom(lov(regel("1", TO_UGER), to), jobparat(dt.date(2021, 3, 1)), "2021-03-10")
    om = omdom.Omdom(lov(regel("1", tre_uger), to), foer, omdom.steder(foer), samme_tal=True)
    assert [(x.klausul.regel.id, x.udfald, x.frist) for x in om.igen({0})[0]] == [
        ("LEG:1", "afventer", dt.date(2021, 3, 22).toordinal()),
        ("LEG:2", "bortfaldet", dt.date(2021, 3, 15).toordinal()),
    ]
