"""Rights and open duties without a date, and the paragraphs that show there is no requirement."""

from __future__ import annotations

from kontaktforloeb.ure import kalendertid
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.vurdering import lempelser
from kontaktforloeb.vurdering.betingelser import Vindue, holder
from kontaktforloeb.vurdering.fund import AFVENTER, BORTFALDET, INTET, OPFYLDT, UAFKLARET, Fund
from kontaktforloeb.vurdering.opgave import Opgave
from kontaktforloeb.vurdering.oversaet import Klausul
from kontaktforloeb.vurdering.punkter import Sted, punkt
from kontaktforloeb.vurdering.raekker import Raekker


class UdenFrist(Raekker):
    """What has no deadline."""

    def _rettighed(self, k: Klausul, f: Forloeb) -> None:
        """Asked for and not given: pending without a date; given: met; not asked for: lapsed."""
        regel = k.regel
        if not self._kan_ramme(k, f):
            return
        sted = Sted(self, f)
        slut = self.pr if f.slut is None else min(f.slut, self.pr)
        aarsag: list[tuple[str, ...]] = []
        if not (k.fra <= slut and (k.til is None or slut <= k.til)):
            return
        tidligst = max(f.start, k.fra) if regel.kun_fra_ikraft else f.start
        bedt = holder(regel.naar, sted, Vindue(tidligst, f.slut), aarsag)
        o = Opgave(k, sted, None, regel.taeller.antal)
        o.fra = f.start
        if bedt:
            dage = [h.dag for h in self.tl.haendelser[aarsag[-1][1]] if tidligst <= h.dag <= slut]
            o.fra = dage[-1 if regel.hver_gang else 0]
        self._tael_samtaler(k, f, o)
        fund = Fund(k, f, None)
        fund.fra, fund.anker, fund.kraevet, fund.gruppe = o.fra, o.fra, o.kraevet, f.gruppe(slut)
        fund.medregnet = o.i_tide[: o.kraevet]
        if not bedt:
            fund.aarsag = aarsag[-1]
            fund.fra, fund.medregnet = None, []
            self._luk(fund, o, BORTFALDET, None)
        elif len(o.i_tide) >= o.kraevet:
            self._luk(fund, o, OPFYLDT, o.i_tide[o.kraevet - 1].dag)
        elif f.slut is not None:
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, f.slut)
        else:
            self._luk(fund, o, AFVENTER, None)

    def _uden_krav(self, k: Klausul, f: Forloeb) -> None:
        """The paragraph that shows there is no countable requirement, where it is so within the rule's time."""
        regel = k.regel
        slut = self.pr if f.slut is None else min(f.slut, self.pr)
        dag = slut if k.til is None else min(slut, k.til)
        if dag < k.fra or dag < f.start or f.gruppe(dag) not in regel.maalgrupper:
            return
        sted = Sted(self, f)
        if regel.efter is not None:
            if f.uafklaret and f.uafklaret_fra == 0:
                return  # from when it counts is not known
            naaet = punkt(regel.efter, sted)[0]
            if naaet is None or dag <= naaet:
                return
        if regel.naar is not None and holder(regel.naar, sted, Vindue(f.start, None), []) is not True:
            return
        self._intet(k, f, f.gruppe(dag), dag)

    def _intet(self, k: Klausul, f: Forloeb, gruppe: str, dag: int) -> None:
        """That the law asks for nothing; under an act that was not read that is not known."""
        fund = Fund(k, f, None)
        fund.gruppe = gruppe
        fund.anker = dag
        ulaest = None if k.regel.familie is None else lempelser.ulaest(self.lov, k.regel.familie, dag)
        fund.udfald = INTET if ulaest is None else UAFKLARET
        if ulaest is None:
            fund.aarsag = ("intet-krav",)
        else:
            fund.aarsag = ("ulaest", ulaest.akt, ulaest.akt_en)
        self._tilfoej(fund)

    def _uden_ur(self) -> None:
        """The statements that hold for a group on whatever clock: once for each stretch in one of their groups."""
        for k in self.lov.uden_ur_for(self._grupper):
            for dele in kalendertid.sammenhaengende([p for p in self.tl.perioder if p.gruppe in k.regel.maalgrupper]):
                slut = self.pr if dele[-1].slut is None else dele[-1].slut
                dag = slut if k.til is None else min(slut, k.til)
                if dag < k.fra or dag < dele[0].fra:
                    continue
                f = Forloeb(self.tl, "*", dele[0].fra, dele[-1].slut, dele)
                self._intet(k, f, f.gruppe(dag), dag)
