"""The last sentence: what became of the requirement. Never a decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring.grundord import grund, oplysning
from kontaktforloeb.forklaring.talord import for_sent, mangler
from kontaktforloeb.forklaring.tidsord import er_plan
from kontaktforloeb.vurdering import fund as f

if TYPE_CHECKING:
    from kontaktforloeb.forklaring.punktord import Sammenhaeng
    from kontaktforloeb.vurdering.fund import Fund


def _opfyldt(fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    if fund.afgjort is None:
        return o("Kravet er opfyldt.", "The requirement is met.")
    return o(f"Kravet blev opfyldt {o.den(fund.afgjort)}.", f"The requirement was met {o.paa(fund.afgjort)}.")


def _for_sent(fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    dage = for_sent(fund)
    sent = o(f", {o.dage(dage)} efter fristen", f", {o.dage(dage)} after the deadline") if dage else ""
    hvornaar = "" if fund.afgjort is None else " " + o.paa(fund.afgjort)
    return o(f"Kravet blev opfyldt for sent{',' if hvornaar else ''}{hvornaar}{sent}.",
             f"The requirement was met late{',' if hvornaar else ''}{hvornaar}{sent}.")  # fmt: skip


def _ikke(fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    if fund.kraevet and fund.kraevet > 1:
        verb = o("mangler", "is missing" if fund.kraevet - len(fund.medregnet) == 1 else "are missing")
        if o.kode == "da":
            return f"Kravet er ikke opfyldt; der {verb} {mangler(fund, o)}."
        return f"The requirement is not met; {mangler(fund, o)} {verb}."
    return o("Kravet er ikke opfyldt.", "The requirement is not met.")


def _afventer(fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    if er_plan(fund):
        # the deadline is told before, or it is told that there is none
        if fund.frist is not None or ("aaben-pligt",) in fund.bemaerkninger or isinstance(s.regel.vindue, r.Kumulativ):
            return o("Kravet afventer.", "The requirement is pending.")
        if fund.forventet is None:
            return o("Fristen kan ikke beregnes på forhånd.", "The deadline cannot be calculated in advance.")
        dag = fund.forventet
        if isinstance(s.regel.taeller, r.Tilbudstaeller) and fund.nominal is not None and dag != fund.nominal:
            return o(
                f"Et tilbud, der begynder i samme uge, senest søndag {o.den(dag)}, er i tide. Kravet afventer.",
                f"An offer that begins in the same week, by Sunday {o.dato(dag)}, is in time. "
                "The requirement is pending.",
            )
        return o(
            f"I planen er fristen derfor {o.den(dag)}. Kravet afventer.",
            f"In the schedule the deadline is thus {o.dato(dag)}. The requirement is pending.",
        )
    ud = o("Kravet afventer", "The requirement is pending")
    if fund.kraevet and fund.kraevet > 1 and fund.kraevet > len(fund.medregnet):
        hvad = mangler(fund, o)
        ud += o(f"; der mangler {hvad}", f"; {hvad} still to come")
    if isinstance(s.regel, r.Rettighed):
        return ud + o(". Loven sætter ingen bestemt frist.", ". The law sets no particular deadline.")
    return ud + "."


def _fordi(fund: Fund, s: Sammenhaeng) -> str:
    hvorfor = grund(fund, s)
    return "" if hvorfor is None else s.o(f", fordi {hvorfor}", f", because {hvorfor}")


def _bortfaldet(fund: Fund, s: Sammenhaeng) -> str:
    return s.o(f"Kravet er bortfaldet{_fordi(fund, s)}.", f"The requirement has lapsed{_fordi(fund, s)}.")


def _uafklaret(fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    ud = o(f"Kravet er uafklaret{_fordi(fund, s)}.", f"The requirement is undetermined{_fordi(fund, s)}.")
    andre = [m for m in fund.mangler if fund.aarsag[:1] not in (("mangler",), ("alder",), ("tilbuddets-laengde",))]
    if andre:
        alle = o.og(dict.fromkeys(oplysning(m, s).rstrip(",") for m in andre))
        ud += o(f" Der mangler oplysning om: {alle}.", f" Not recorded: {alle}.")
    return ud


def _intet(_fund: Fund, s: Sammenhaeng) -> str:
    return s.o("Der er derfor intet krav at bedømme.", "There is therefore no requirement to judge.")


_UDFALD: dict[str, Callable[[Fund, Sammenhaeng], str]] = {
    f.OPFYLDT: _opfyldt,
    f.FOR_SENT: _for_sent,
    f.IKKE: _ikke,
    f.AFVENTER: _afventer,
    f.BORTFALDET: _bortfaldet,
    f.UAFKLARET: _uafklaret,
    f.INTET: _intet,
}


def konklusion(fund: Fund, s: Sammenhaeng) -> str:
    """What became of the requirement and, where the engine gave a reason, why."""
    return _UDFALD[fund.udfald](fund, s)


def grundlag(s: Sammenhaeng) -> list[str]:
    """Under a counterfactual basis: that the announced plan was judged, not the law in force."""
    g, o = s.lov.grundlag, s.o
    if not g.kontrafaktisk:
        return []
    return [
        o(
            f"Kravet er bedømt efter {g.titel}, som den blev meldt ud, ikke efter gældende ret.",
            f"The requirement is judged under {g.titel_en}, as it was announced, not under the law in force.",
        )
    ]
