"""Conditions as clauses, from their declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring.haendelsesord import FELTER
from kontaktforloeb.forklaring.ordbog import efter
from kontaktforloeb.forklaring.punktord import UGE, Sammenhaeng, haendelse, ledighed, ny_haendelse, punkt
from kontaktforloeb.forklaring.taelleord import ens, laengde, samtaler
from kontaktforloeb.koder import Fritagelsesgrund, Ordningsart, Ydelse

Led = Callable[[Any, bool, Sammenhaeng], str | None]


def _ikke(ja: bool, s: Sammenhaeng) -> str:
    return "" if ja else s.o("ikke ", "not ")


def spaend(fra: Any, til: Any, s: Sammenhaeng) -> str:
    """From a point to a point, as an adverbial with a leading blank; nothing where no end is given."""
    o = s.o
    if til is None:
        return ""
    if fra is None:
        ud = o(f"senest {punkt(til, s)}", f"by {punkt(til, s)}")
    elif fra == til:
        ud = o(f"på dagen for {punkt(fra, s)}", f"on the day of {punkt(fra, s)}")
    else:
        ud = _mellem_punkter(fra, til, s)
    return f" {ud}"


def _mellem_punkter(fra: Any, til: Any, s: Sammenhaeng) -> str:
    """A stretch that ends at, or the day before, a point; or the first so much of a period."""
    o = s.o
    rod_til, foer = til, False
    if isinstance(til, r.Plus) and til.maengde == r.dage(-1):
        rod_til, foer = til.punkt, True
    if isinstance(fra, r.Start) and isinstance(rod_til, r.Plus) and isinstance(rod_til.punkt, r.Start):
        return o(f"inden for {_laengde(rod_til.maengde, s)}", f"within {_laengde(rod_til.maengde, s)}")
    navn = punkt(rod_til, s)
    if isinstance(fra, r.Start):
        return o(f"før {navn}", f"before {navn}")
    if isinstance(fra, r.Plus) and foer and fra.punkt == rod_til:
        m = o.maengde(_hele_uger(fra.maengde))
        return o(f"inden for de seneste {m} før {navn}", f"in the last {m} before {navn}")
    if isinstance(fra, r.Plus) and isinstance(fra.punkt, r.Plus) and fra.punkt.punkt == til:
        m = o.maengde(fra.punkt.maengde)
        return o(f"inden for {m} før {navn}", f"within {m} before {navn}")
    return o(f"fra {punkt(fra, s)} til {punkt(til, s)}", f"from {punkt(fra, s)} to {punkt(til, s)}")


def _hele_uger(m: r.Maengde) -> r.Maengde:
    if m.enhed == "dag" and m.antal % UGE == 0:
        return r.uger(m.antal // UGE)
    return m


def _laengde(m: r.Maengde, s: Sammenhaeng) -> str:
    if m.enhed == "dag" and (m.antal + 1) % UGE == 0:  # the first day counts as day 1
        m = r.uger((m.antal + 1) // UGE)
    return s.o(f"de første {s.o.maengde(m)}", f"the first {s.o.maengde(m)}")


def _sket(b: r.Sket, ja: bool, s: Sammenhaeng) -> str:
    o = s.o
    hvad = ny_haendelse(b.art, o)
    naar = spaend(b.fra, b.til, s)
    if b.senest is not None:
        naar += o(f" med en dato senest {punkt(b.senest, s)}", f" with a date by {punkt(b.senest, s)}")
    if b.sidste:
        naar += o(" (den seneste gælder)", " (the last one counts)")
    foer = ved = ""
    if b.senest_ved is not None:
        samtalen = punkt(r.Efter((b.senest_ved,)), s)
        foer, ved = f"senest ved {samtalen} ", f" by {samtalen}"
    if hvad.startswith(("at ", "that ")):
        return o(
            f"det {_ikke(ja, s)}{foer}er registreret, {hvad}{naar}", f"it is {_ikke(ja, s)}recorded{ved} {hvad}{naar}"
        )
    return o(f"der {_ikke(ja, s)}{foer}er registreret {hvad}{naar}", f"{hvad}{naar} is {_ikke(ja, s)}recorded{ved}")


def _dato(b: r.Dato, ja: bool, s: Sammenhaeng) -> str:
    o = s.o
    fra = None if b.fra is None else o.den(b.fra.toordinal())
    til = None if b.til is None else o.den(b.til.toordinal())
    if fra and til:
        naar = o(f"fra {fra} til og med {til}", f"from {fra} to {til} inclusive")
    elif fra:
        naar = o(f"{fra} eller senere", f"on {fra} or later")
    else:
        naar = o(f"senest {til}", f"by {til}")
    return o(f"fristen {_ikke(ja, s)}falder {naar}", f"the deadline does {_ikke(ja, s)}fall {naar}").replace(
        "does fall", "falls"
    )


def _fravalgt(_b: r.Fravalgt, ja: bool, s: Sammenhaeng) -> str:
    return s.o(
        f"borgeren {_ikke(ja, s)}har fravalgt a-kassens deltagelse",
        f"the person has {_ikke(ja, s)}opted out of the unemployment fund's participation",
    )


def _haft(b: r.Haft, ja: bool, s: Sammenhaeng) -> str:
    o = s.o
    t = r.Samtaler(b.antal, b.arter, faelles=b.faelles, formaal=b.formaal)
    hvad = samtaler(t, b.antal, o)
    naar = spaend(b.fra, b.til, s)
    if b.antal == 1:
        hvad = ens(t, o)
        return o(f"der {_ikke(ja, s)}er holdt {hvad}{naar}", f"{hvad} was {_ikke(ja, s)}held{naar}")
    mindst = o("mindst", "at least") if ja else o("så mange som", "as many as")
    return o(f"der {_ikke(ja, s)}er holdt {mindst} {hvad}{naar}", f"{mindst} {hvad} were {_ikke(ja, s)}held{naar}")


def _mellem(b: r.Mellem, ja: bool, s: Sammenhaeng) -> str:
    o = s.o
    if b.fra is not None and b.til is not None:
        hvad = o(f"mellem {b.fra.antal} og {ledighed(b.til, s)}", f"between {b.fra.antal} and {ledighed(b.til, s)}")
    elif b.til is not None:
        hvad = o(f"mindre end {ledighed(b.til, s)}", f"less than {ledighed(b.til, s)}")
    else:
        assert b.fra is not None
        hvad = o(f"mere end {ledighed(b.fra, s)}", f"more than {ledighed(b.fra, s)}")
    skift = s.lov.skift
    return o(
        f"borgeren {_ikke(ja, s)}havde {hvad} bag sig ved lovskiftet {o.den(skift)}",
        f"the person {'had' if ja else 'did not have'} {hvad} behind them at the change of law on {o.dato(skift)}",
    )


def _alder(b: r.Alder, ja: bool, s: Sammenhaeng) -> str:
    o = s.o
    if b.fra is None:
        hvad = o(f"under {b.til} år", f"under {b.til}")
    elif b.til is None:
        hvad = o(f"fyldt {b.fra} år", f"{b.fra} or over")
    else:
        hvad = o(f"fyldt {b.fra} år og under {b.til} år", f"{b.fra} or over and under {b.til}")
    if isinstance(b.dag, r.Naaet):
        naar = o(f"den dag, {punkt(b.dag, s)} er nået", f"on the day {punkt(b.dag, s)} is reached")
    elif isinstance(b.dag, r.Haendelse):
        naar = o(f"på dagen for {haendelse(b.dag.art, o)}", f"on the day of {haendelse(b.dag.art, o)}")
    else:
        naar = o("på periodens første dag", "on the first day of the period")
    return o(f"borgeren {_ikke(ja, s)}er {hvad} {naar}", f"the person is {_ikke(ja, s)}{hvad} {naar}")


def _ordning(b: r.Ordning, ja: bool, s: Sammenhaeng) -> str:
    navn = s.o.navn(Ordningsart, b.art)
    return s.o(
        f"borgeren {_ikke(ja, s)}er omfattet af ordningen »{navn}«",
        f"the person is {_ikke(ja, s)}covered by the scheme “{navn}”",
    )


def _kategori(b: r.Kategori, ja: bool, s: Sammenhaeng) -> str:
    alle = s.o.eller(str(k) for k in b.kategorier)
    return s.o(f"borgeren {_ikke(ja, s)}er i kategori {alle}", f"the person is {_ikke(ja, s)}in category {alle}")


def _spell(b: r.Spell, ja: bool, s: Sammenhaeng) -> str:
    return (
        s.o(*FELTER[b.felt, b.vaerdi])
        .format(_ikke(ja, s))
        .replace("did show", "showed")
        .replace("did change", "changed")
    )


def _ydelse(b: r.Ydelse, ja: bool, s: Sammenhaeng) -> str:
    alle = s.o.eller(s.o.navn(Ydelse, y) for y in b.ydelser)
    if b.dag is not None:
        dag = punkt(b.dag, s)
        return s.o(f"borgeren {_ikke(ja, s)}fik {alle} på {dag}", f"the person was {_ikke(ja, s)}on {alle} on {dag}")
    return s.o(f"borgeren {_ikke(ja, s)}får {alle}", f"the person is {_ikke(ja, s)}on {alle}")


def _i_arbejde(_b: r.IArbejde, ja: bool, s: Sammenhaeng) -> str:
    return s.o(f"borgeren {_ikke(ja, s)}er i arbejde", f"the person is {_ikke(ja, s)}in work")


def _fritaget_paa(b: r.FritagetPaa, ja: bool, s: Sammenhaeng) -> str:
    grund = s.o.navn(Fritagelsesgrund, b.grund)
    if b.dag is not None:
        dag = punkt(b.dag, s)
        return s.o(
            f"borgeren {_ikke(ja, s)}var fritaget ({grund}) på {dag}",
            f"the person was {_ikke(ja, s)}exempt ({grund}) on {dag}",
        )
    return s.o(f"borgeren {_ikke(ja, s)}er fritaget ({grund})", f"the person is {_ikke(ja, s)}exempt ({grund})")


def _anledning_senest(b: r.AnledningSenest, ja: bool, s: Sammenhaeng) -> str:
    p = b.punkt
    if isinstance(p, r.Plus) and p.maengde.enhed == "dag" and (p.maengde.antal + 1) % UGE == 0:
        m = r.uger((p.maengde.antal + 1) // UGE)  # the first day counts as day 1
        return (
            s.o(
                f"det {_ikke(ja, s)}skete inden for de første {s.o.maengde(m)}",
                f"it did {_ikke(ja, s)}happen within the first {s.o.maengde(m)}",
            )
            if not ja
            else s.o(
                f"det skete inden for de første {s.o.maengde(m)}", f"it happened within the first {s.o.maengde(m)}"
            )
        )
    naar = s.o(f"senest {punkt(p, s)}", f"by {punkt(p, s)}")
    return s.o(f"det {_ikke(ja, s)}skete {naar}", f"it {'happened' if ja else 'did not happen'} {naar}")


def _sidste_tilbud(b: r.SidsteTilbud, ja: bool, s: Sammenhaeng) -> str:
    if b.mindst.antal == 0:
        return s.o(
            f"borgeren {_ikke(ja, s)}har haft et tilbud før", f"the person has {_ikke(ja, s)}had an offer before"
        )
    m = s.o.maengde(b.mindst)
    return s.o(
        f"der {_ikke(ja, s)}er gået mindst {m}, siden det seneste tilbud sluttede",
        f"at least {m} have {_ikke(ja, s)}passed since the last offer ended",
    )


def _langt_nok(b: r.LangtNok, ja: bool, s: Sammenhaeng) -> str:
    m = laengde(b.tilbud, s.o)
    return s.o(f"tilbuddet {_ikke(ja, s)}var på {m}", f"the offer was {_ikke(ja, s)}for {m}")


def _opfyldt(b: r.Opfyldt, ja: bool, s: Sammenhaeng) -> str:
    naar = spaend(None, b.senest, s)
    return s.o(
        f"kravet efter {efter(s.krav(b.regel))} {_ikke(ja, s)}er opfyldt{naar}",
        f"the requirement of {s.krav(b.regel)} was {_ikke(ja, s)}met{naar}",
    )


def _ukendt(b: r.Ukendt, ja: bool, s: Sammenhaeng) -> str:
    return s.o(*FELTER[b.felt, None]).format(_ikke(ja, s))


def _ikke_laest(_b: r.IkkeLaest, _ja: bool, _s: Sammenhaeng) -> str | None:
    return None  # what the texts do not say is told as the reason, not as a condition


def _alle(b: r.Alle, ja: bool, s: Sammenhaeng) -> str | None:
    led = [t for x in b.led if (t := betingelse(x, s, ja=ja)) is not None]
    if not led:
        return None
    return _og(led, s) if ja else _enten(led, s)


def _nogen(b: r.Nogen, ja: bool, s: Sammenhaeng) -> str | None:
    led = [t for x in b.led if (t := betingelse(x, s, ja=ja)) is not None]
    if not led:
        return None
    return _enten(led, s) if ja else _og(led, s)


def _paa(b: r.Paa, ja: bool, s: Sammenhaeng) -> str:
    dag, led = punkt(b.dag, s), betingelse(b.led, s)
    return s.o(
        f"det på dagen for {dag}, {_ikke(ja, s)}er sådan, at {led}",
        f"on the day of {dag}, it is {_ikke(ja, s)}so that {led}",
    )


def _og(led: list[str], s: Sammenhaeng) -> str:
    return led[0] if len(led) == 1 else f"{', '.join(led[:-1])}, {s.o('og', 'and')} {led[-1]}"


def _enten(led: list[str], s: Sammenhaeng) -> str:
    if len(led) == 1:
        return led[0]
    return f"{s.o('enten', 'either')} {', '.join(led[:-1])}, {s.o('eller', 'or')} {led[-1]}"


_BETINGELSER: dict[type, Led] = {
    r.Sket: _sket,
    r.Dato: _dato,
    r.Fravalgt: _fravalgt,
    r.Haft: _haft,
    r.Mellem: _mellem,
    r.Alder: _alder,
    r.Ordning: _ordning,
    r.Kategori: _kategori,
    r.Spell: _spell,
    r.Ydelse: _ydelse,
    r.IArbejde: _i_arbejde,
    r.FritagetPaa: _fritaget_paa,
    r.AnledningSenest: _anledning_senest,
    r.SidsteTilbud: _sidste_tilbud,
    r.Opfyldt: _opfyldt,
    r.LangtNok: _langt_nok,
    r.Ukendt: _ukendt,
    r.IkkeLaest: _ikke_laest,
    r.Ikke: lambda b, ja, s: betingelse(b.led, s, ja=not ja),
    r.Paa: _paa,
    r.Alle: _alle,
    r.Nogen: _nogen,
}


def betingelse(b: Any, s: Sammenhaeng, *, ja: bool = True) -> str | None:
    """A condition as a clause that may follow `at`; `ja` False denies it; None where it asks nothing.

    Raises `KeyError` for a kind without words.
    """
    return _BETINGELSER[type(b)](b, ja, s)
