"""What was counted, with dates, how many of how many, and what did not count and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring.noter import GRUND_TIL_IKKE
from kontaktforloeb.forklaring.ordbog import Ordbog, stort
from kontaktforloeb.forklaring.taelleord import antal_af, enhed, ens, laengde, tilbuddets_art
from kontaktforloeb.vurdering import taelling
from kontaktforloeb.vurdering.fund import BORTFALDET, FOR_SENT, INTET, Fund

if TYPE_CHECKING:
    from kontaktforloeb.forklaring.punktord import Sammenhaeng


def dag(post: Any) -> int:
    """The day of a record that was counted, as the verdict shows it."""
    return int(getattr(post, "dag", None) or post.fra)


def optalt(fund: Fund, s: Sammenhaeng) -> list[str]:
    """The sentences on counting."""
    if fund.udfald == INTET or fund.kraevet is None:
        return []
    ud = _medregnet(fund, s)
    if fund.udfald != BORTFALDET:
        ud += _ikke_medregnet(fund, s)
        if len(fund.medregnet) < fund.kraevet:
            ud += _andre(fund, s)
    return ud


def _medregnet(fund: Fund, s: Sammenhaeng) -> list[str]:
    o, t = s.o, s.regel.taeller
    talte = fund.medregnet
    kraevet = fund.kraevet or 1
    if not talte:
        if fund.udfald == BORTFALDET or fund.aarsag[:1] == ("plan",):
            return []
        endnu = "" if fund.frist is not None and fund.frist < fund.forloeb.tl.pr else o("endnu ", "yet ")
        return [
            o(
                f"Der er {endnu}ikke registreret {ens(t, o)}, der tæller med.",
                f"No {enhed(t, o, flere=False)} that counts has been recorded{' yet' if endnu else ''}.",
            )
        ]
    if isinstance(t, r.Tilbudstaeller):
        return [_tilbud(post, fund, o) for post in talte]
    dage = [dag(p) for p in talte]
    if kraevet == 1:
        return [o(f"{stort(_bestemt(t, o))} {o.den(dage[0])} tæller med.",
                  f"{stort(_bestemt(t, o))} of {o.dato(dage[0])} counts.")]  # fmt: skip
    alle = enhed(t, o, flere=True)
    verb = o("er", "is" if len(dage) == 1 else "are")
    return [
        o(
            f"{stort(o.tal(len(dage)))} af {o.tal(kraevet)} {alle} {verb} medregnet: {o.datoer(dage)}.",
            f"{stort(o.tal(len(dage)))} of {o.tal(kraevet)} {alle} {verb} counted: {o.datoer(dage)}.",
        )
    ]


def _bestemt(t: Any, o: Ordbog) -> str:
    """The one that was counted: `jobsamtalen`, `den fælles jobsamtale`, `the contact`."""
    navn = enhed(t, o, flere=False)
    if o.kode == "en":
        return f"the {navn}"
    if " " in navn:
        return f"den {navn}"
    return navn + ("n" if navn.endswith("e") else "en")


def _tilbud(post: Any, fund: Fund, o: Ordbog) -> str:
    art = tilbuddets_art(post.art, o)
    if post.afgivet is not None and post.afgivet != post.fra and fund.afgjort == post.afgivet:
        return o(f"Tilbuddet om {art} blev givet {o.den(post.afgivet)} og tæller med.",
                 f"The offer of {art} was given {o.paa(post.afgivet)} and counts.")  # fmt: skip
    if not post.begyndt:
        return o(
            f"Tilbuddet om {art} er givet {o.den(post.afgivet)}.",
            f"The offer of {art} was given {o.paa(post.afgivet)}.",
        )
    if post.slut is None:
        hvornaar = o(f", som begyndte {o.den(post.fra)},", f" that began {o.paa(post.fra)}")
    else:
        hvornaar = o(
            f" fra {o.den(post.fra)} til {o.den(post.slut)}", f" from {o.dato(post.fra)} to {o.dato(post.slut)}"
        )
    return o(f"Tilbuddet om {art}{hvornaar} tæller med.", f"The offer of {art}{hvornaar} counts.")


def _ikke_medregnet(fund: Fund, s: Sammenhaeng) -> list[str]:
    """What the engine left out, with its reason; several days of one reason together."""
    o = s.o
    grunde: dict[str, list[int]] = {}
    for b in dict.fromkeys(fund.bemaerkninger):
        ord_ = GRUND_TIL_IKKE.get(b[0])
        if ord_ is not None and not (b[0] == "form-uvis" and _talt(b[1], fund, o)):
            grunde.setdefault(o(*ord_), []).append(o.iso(b[1]))
    return [_taeller_ikke(dage, grund, o) for grund, dage in grunde.items()]


def _talt(dato: str, fund: Fund, o: Ordbog) -> bool:
    """Whether the interview of a remark was counted all the same, by a reading."""
    return any(getattr(m, "dag", None) == o.iso(dato) for m in fund.medregnet)


def _taeller_ikke(dage: list[int], grund: str, o: Ordbog) -> str:
    if len(dage) == 1:
        return o(
            f"Samtalen {o.den(dage[0])} tæller ikke med, fordi {grund}.",
            f"The interview of {o.dato(dage[0])} does not count, because {grund}.",
        )
    return o(
        f"Samtalerne den {o.datoer(dage)} tæller ikke med, fordi {grund}.",
        f"The interviews of {o.datoer(dage)} do not count, because {grund}.",
    )


def _andre(fund: Fund, s: Sammenhaeng) -> list[str]:
    """What lies in the window and is not what the rule counts, by the declaration itself."""
    t = s.regel.taeller
    if fund.fra is None:
        return []
    slut = fund.forloeb.tl.pr if fund.frist is None else min(fund.frist, fund.forloeb.tl.pr)
    if isinstance(t, r.Samtaler):
        return _andre_samtaler(fund, s, t, fund.fra, slut)
    return _andre_tilbud(fund, s, t, fund.fra, slut) if isinstance(t, r.Tilbudstaeller) else []


def _andre_samtaler(fund: Fund, s: Sammenhaeng, t: r.Samtaler, fra: int, til: int) -> list[str]:
    o = s.o
    grunde: dict[str, list[int]] = {}
    for p in fund.forloeb.tl.samtaler:
        if p.status != "afholdt" or not fra <= p.dag <= til or p.art not in t.arter or p in fund.medregnet:
            continue
        if t.holdere is not None and p.holdt_af not in t.holdere:
            hvem = (
                o("a-kassen", "the unemployment fund")
                if p.holdt_af == "a-kasse"
                else o("jobcenteret", "the job centre")
            )
            grunde.setdefault(o(f"{hvem} holdt den", f"{hvem} held it"), []).append(p.dag)
        elif t.faelles and not p.faelles:
            grunde.setdefault(o("a-kassen ikke deltog", "the unemployment fund did not take part"), []).append(p.dag)
    return [_taeller_ikke(dage, _flertal(grund, dage, o), o) for grund, dage in grunde.items()]


def _flertal(grund: str, dage: list[int], o: Ordbog) -> str:
    if len(dage) == 1:
        return grund
    return grund.replace(" holdt den", " holdt dem") if o.kode == "da" else grund.replace(" held it", " held them")


def _andre_tilbud(fund: Fund, s: Sammenhaeng, t: r.Tilbudstaeller, fra: int, til: int) -> list[str]:
    o, f = s.o, fund.forloeb
    ud: list[str] = []
    for p in f.tl.tilbud:
        if p in fund.medregnet or not p.begyndt or not fra <= p.fra <= til or p.status == "annulleret":
            continue
        art = tilbuddets_art(p.art, o)
        if taelling.gyldig_art(t, p, f.gruppe(p.fra)) is None:
            if p.art == "mentor":
                continue
            grund = o("det ikke er et af de tilbud, reglen nævner", "it is not an offer that the rule mentions")
        elif taelling.lang_nok(t, p, f.tl.pr) is False:
            grund = o(f"kravet er {laengde(t, o)}", f"the requirement is {laengde(t, o)}")
        else:
            continue
        ud.append(
            o(
                f"Tilbuddet om {art} fra {o.den(p.fra)} tæller ikke med, fordi {grund}.",
                f"The offer of {art} from {o.dato(p.fra)} does not count, because {grund}.",
            )
        )
    return ud


def mangler(fund: Fund, o: Ordbog) -> str:
    """How many are still wanting: `to jobsamtaler`."""
    t = fund.klausul.regel.taeller
    return antal_af(t, max((fund.kraevet or 1) - len(fund.medregnet), 0), o)


def for_sent(fund: Fund) -> int:
    """By how many days the last one came late."""
    if fund.udfald != FOR_SENT or fund.afgjort is None or fund.frist is None:
        return 0
    return fund.afgjort - fund.frist
