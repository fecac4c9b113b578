"""Continuous periods on benefit: what begins, restarts, breaks and delays them."""

from __future__ import annotations

import itertools

from kontaktforloeb import kalender
from kontaktforloeb.regelsprog import Loebendeur, Maengde
from kontaktforloeb.tidslinje import Hop, Spell, Tidslinje
from kontaktforloeb.ure.forloeb import Forloeb, plus_kalender


class LoebendeForloeb(Forloeb):
    """A continuous period: whole benefit-free weeks inside it move its deadlines."""

    __slots__ = ("frie_uger",)

    def __init__(self, tl: Tidslinje, ur: str, start: int, slut: int | None, spells: list[Spell]) -> None:
        super().__init__(tl, ur, start, slut, spells)
        self.frie_uger: list[int] = []  # the Mondays

    def samme(self, anden: Forloeb) -> bool:
        return super().samme(anden) and isinstance(anden, LoebendeForloeb) and self.frie_uger == anden.frie_uger

    def aabent_hul(self) -> int | None:
        return self.spells[-1].slut if self.slut is None else None

    def plus(self, anker: int, maengde: Maengde) -> int:
        return self.flyt(anker, plus_kalender(anker, maengde))

    def flyt(self, anker: int, dag: int, hviler: tuple[int, ...] = ()) -> int:
        uger = sorted({m for m in (*self.frie_uger, *hviler) if m > anker})
        if not uger:
            return dag
        flyttet, antal = dag, 0
        while True:
            nu = sum(1 for m in uger if m <= flyttet)
            if nu == antal:
                return flyttet
            antal = nu
            flyttet = dag + 7 * antal

    def fuldfoerte_uger(self, dag: int) -> int:
        return (dag - self.start) // 7 - sum(1 for m in self.frie_uger if m + 6 < dag)


def brudt(ur: Loebendeur, sidste: int, naeste: int) -> bool:
    """Whether the days between the last benefit day and the next one hold a breaking month."""
    return bruddag(ur, sidste) < naeste


def bruddag(ur: Loebendeur, sidste: int) -> int:
    """The last day of the month without benefit that breaks a period whose last benefit day is `sidste`."""
    if ur.brud == "dato-til-dato":
        return kalender.plus_maaneder(sidste + 1, 1) - 1
    foerste = kalender.maanedens_foerste(sidste + 1)
    if foerste < sidste + 1:
        foerste = kalender.maanedens_sidste(sidste + 1) + 1
    return kalender.maanedens_sidste(foerste)


def forloeb(ur: Loebendeur, tl: Tidslinje) -> list[LoebendeForloeb]:
    """The periods on this clock, for each of its sets of groups."""
    ud: list[LoebendeForloeb] = []
    alle = {g for grupper in ur.grupper for g in grupper}
    ydelser = [y for y in ur.ydelser if y != "loentilskud"] if ur.loentilskud_bryder else ur.ydelser
    paa_uret = [p for p in tl.perioder if p.gruppe in alle and p.ydelse in ydelser]
    for grupper in ur.grupper:
        spells = [p for p in paa_uret if p.gruppe in grupper]
        if spells:
            ud.extend(_i_gruppesaet(ur, tl, spells, paa_uret))
    ud.sort(key=lambda f: f.start)
    return ud


def _slags(ur: Loebendeur, ydelse: str) -> str:
    for saet in ur.ens:
        if ydelse in saet:
            return saet[0]
    return ydelse


def _paa_listen_til(ur: Loebendeur, forrige: Spell, naeste: Spell, paa_uret: list[Spell]) -> int:
    """The last day before `naeste` on a benefit of the clock's, in another group too, with no break on the way.

    Where the clock asks for the same benefit, on that one alone (revalidering on kontanthjælp).
    """
    assert forrige.slut is not None
    sidste = forrige.slut
    if forrige.gruppe in ur.henvendelse_grupper:
        for p in paa_uret:
            ens = not ur.samme_ydelse or p.ydelse == forrige.ydelse
            if ens and sidste < p.fra < naeste.fra and not brudt(ur, sidste, p.fra):
                sidste = p.slut or sidste
    return sidste


def _delt(
    ur: Loebendeur, tl: Tidslinje, forrige: Spell, naeste: Spell, ydelse: str, paa_uret: list[Spell]
) -> str | None:
    """Why a new period begins with `naeste`: "brud", "skift", or None where the period goes on."""
    assert forrige.slut is not None
    if brudt(ur, _paa_listen_til(ur, forrige, naeste, paa_uret), naeste.fra):
        return "brud"
    if ur.genstart_ved_gruppeskift and forrige.gruppe != naeste.gruppe:
        return "skift"
    if forrige.gruppe in ur.genstart_fra and naeste.gruppe in ur.genstart_til:
        return "skift"
    if not ur.samme_ydelse or naeste.gruppe in ur.uden_skift_grupper:
        return None
    if ur.retur == "ny-periode" and any(
        p.ydelse not in (forrige.ydelse, naeste.ydelse, "ingen", "loentilskud") and forrige.slut < p.fra < naeste.fra
        for p in tl.perioder
    ):
        return "skift"
    if "loentilskud" in (naeste.ydelse, ydelse) or _slags(ur, ydelse) == _slags(ur, naeste.ydelse):
        return None
    if naeste.skift == "opholdskrav" and _slags(ur, ydelse) == _slags(ur, "overgangsydelse"):
        return None
    return "skift"


def _i_gruppesaet(ur: Loebendeur, tl: Tidslinje, spells: list[Spell], paa_uret: list[Spell]) -> list[LoebendeForloeb]:
    bundter: list[tuple[list[Spell], str | None, bool]] = []
    ydelse, ydelse_til = spells[0].ydelse, spells[0].slut
    bundt = [spells[0]]
    aarsag: str | None = None
    uafklaret = False
    for forrige, naeste in itertools.pairwise(spells):
        hvorfor = _delt(ur, tl, forrige, naeste, ydelse, paa_uret)
        reform = (
            hvorfor == "skift"
            and ur.ydelsesskift_dag is not None
            and ydelse_til is not None  # another follows
            and ydelse_til < ur.ydelsesskift_dag.toordinal() <= naeste.fra
            and naeste.gruppe in ur.ydelsesskift_grupper
            and naeste.ydelse == ur.ydelsesskift_ydelser[1]
            and _slags(ur, ydelse) in {_slags(ur, y) for y in ur.ydelsesskift_ydelser[0]}
            and not (forrige.gruppe in ur.genstart_fra and naeste.gruppe in ur.genstart_til)
        )
        if reform and ur.ydelsesskift != "ny-periode":
            hvorfor = None
            uafklaret = uafklaret or ur.ydelsesskift == "uafklaret"
        if hvorfor is None:
            bundt.append(naeste)
        else:
            bundter.append((bundt, aarsag, uafklaret))
            bundt, aarsag, uafklaret = [naeste], hvorfor, False
        # in løntilskud the benefit before it goes on; a period that begins in it has none before its first
        if naeste.ydelse != "loentilskud" or hvorfor is not None:
            ydelse, ydelse_til = naeste.ydelse, naeste.slut
    bundter.append((bundt, aarsag, uafklaret))

    kontakter = tl.haendelser.get(ur.start, []) if ur.start else []
    ud: list[LoebendeForloeb] = []
    forrige_slut = 0
    for i, (dele, aarsag, uklar) in enumerate(bundter):
        slut = _slut(ur, tl, dele, sidst=i + 1 == len(bundter))
        f = LoebendeForloeb(tl, ur.navn, dele[0].fra, slut, dele)
        skift = aarsag == "skift" or _foelger_paa(ur, paa_uret, dele[0])
        _anker(ur, f, kontakter, forrige_slut, skift)
        if uklar:
            assert ur.ydelsesskift_dag is not None
            f.uafklaret.append("ydelsesskift-2025")
            f.uafklaret_fra = ur.ydelsesskift_dag.toordinal()
        if ur.hul_flytter:
            f.frie_uger = frie_uger(tl, dele, slut)
        ud.append(f)
        forrige_slut = dele[-1].slut or tl.pr
    return ud


def _foelger_paa(ur: Loebendeur, paa_uret: list[Spell], foerste: Spell) -> bool:
    """Whether a period begins by a change from another group of the clock, without a break."""
    foer = [p.slut for p in paa_uret if p.fra < foerste.fra and p.slut is not None]
    return bool(foer) and not brudt(ur, foer[-1], foerste.fra)


def _anker(ur: Loebendeur, f: LoebendeForloeb, kontakter: list[Hop], forrige_slut: int, skift: bool) -> None:
    efter_henvendelse = f.spells[0].gruppe in ur.henvendelse_grupper
    foer = [h.dag for h in kontakter if forrige_slut < h.dag <= f.foerste_dag] if efter_henvendelse else []
    if foer:
        f.start = foer[-1]
        return
    if skift:
        f.genstartet = True
    elif efter_henvendelse:
        f.antagelser.append("start-er-foerste-ydelsesdag")


def _slut(ur: Loebendeur, tl: Tidslinje, dele: list[Spell], *, sidst: bool) -> int | None:
    sidste = dele[-1].slut
    if sidste is None or not sidst:
        return sidste
    # a gap that could still close leaves the course open, unless another benefit, or work in another group, came since
    anden = any(p.fra > sidste and p.ydelse != "ingen" for p in tl.perioder)
    if ur.samme_ydelse and ur.retur == "ny-periode" and anden:
        return sidste
    return sidste if bruddag(ur, sidste) <= tl.pr else None


def frie_uger(tl: Tidslinje, dele: list[Spell], slut: int | None, start: int | None = None) -> list[int]:
    """The Mondays of the whole weeks without the benefit between the spells, from `start` on, and in an open gap.

    Between them it was received on the same benefit in a group of another clock too (revalidering on kontanthjælp).
    """
    huller = [] if start is None else [(start, dele[0].fra - 1)]
    huller += [
        (forrige.slut + 1, naeste.fra - 1) for forrige, naeste in itertools.pairwise(dele) if forrige.slut is not None
    ]
    if dele[-1].slut is not None and slut is None:
        huller.append((dele[-1].slut + 1, tl.pr))
    ydelser = {p.ydelse for p in dele}
    modtaget = [(p.fra, p.slut or 0) for p in tl.perioder[: tl.perioder.index(dele[-1])] if p.ydelse in ydelser]
    ud: list[int] = []
    for fra, til in huller:
        mandag = kalender.mandag_i_ugen(fra + 6)
        while mandag + 6 <= til:
            if not any(a <= mandag + 6 and b >= mandag for a, b in modtaget):
                ud.append(mandag)
            mandag += 7
    return ud
