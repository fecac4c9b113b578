"""Deciding: the seven steps of `semantics.md`."""

from __future__ import annotations

from typing import Any

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Tilbudspost
from kontaktforloeb.ure.timer import TimeForloeb, udeladt
from kontaktforloeb.vurdering import lempelser
from kontaktforloeb.vurdering.anvendelse import Anvendelse
from kontaktforloeb.vurdering.betingelser import holder
from kontaktforloeb.vurdering.fase import a_kassens_del
from kontaktforloeb.vurdering.fund import (
    AFVENTER,
    BORTFALDET,
    FOR_SENT,
    IKKE,
    INTET,
    OPFYLDT,
    UAFKLARET,
    Fund,
)
from kontaktforloeb.vurdering.opgave import VEDKOMMER_IKKE, Opgave


class Afgoer(Anvendelse):
    """From a window to a finding."""

    def _afgoer(self, o: Opgave) -> None:
        """The seven steps of `semantics.md`."""
        fund = self._fund(o)
        ukendt = list(o.uafklaret)
        # 2. conditions and exceptions
        if self._betinget(fund, o, ukendt) or self._fortraengt(fund, o, ukendt):
            return
        dag = self._bedoemmelsesdag(o)
        if o.uden_frist:
            dag = max(dag, o.klausul.fra)  # still owed when the act was first read
        ulaest = lempelser.ulaest(self.lov, o.klausul.regel.familie, dag)
        if len(o.i_tide) >= o.kraevet and not ulaest:
            # 3. met in time
            afgjort = self._dag(o.i_tide[o.kraevet - 1], o)
            fund.skjult = fund.skjult or (o.uden_frist and afgjort < self.lov.foerste_dag)
            self._luk(fund, o, OPFYLDT, afgjort)
            return
        # 4. left open by facts or law
        if ulaest:
            ukendt.insert(0, ("ulaest", ulaest.akt, ulaest.akt_en))
        if o.passeret is not None:
            ukendt.insert(0, ("passeret", kalender.iso(o.passeret)))
        ukendt.extend(self._aabne(o, dag, fund.ansvarlig))
        # neither the clock nor what it counts from got there before the period ended: nothing fell due
        timer_naaede_ikke = isinstance(o.forloeb, TimeForloeb) and not (o.flytninger and ulaest)
        kom_ikke = timer_naaede_ikke or not (ulaest or any(u[0] == "mangler" for u in ukendt))
        naaede_ikke = o.nominal is None and o.forloeb.slut is not None and kom_ikke
        # the duty had ended when this would have arisen, or ended before it was done
        sluttet = o.pligt_til is not None and (o.nominal is None or o.nominal >= o.pligt_til)
        # and what has no last day is not owed once the course has ended, whatever was open about it
        opstod_ikke = o.uden_frist and (sluttet or (o.forloeb.slut is not None and not ulaest))
        if ukendt and not o.afloest and not naaede_ikke and not opstod_ikke:
            self._lad_staa(fund, o, ukendt)
        elif o.pligt_til is not None and (sluttet or o.uden_frist):
            fund.aarsag = ("sket", o.klausul.regel.ophoerer_ved, kalender.iso(o.pligt_til))
            self._luk(fund, o, BORTFALDET, o.pligt_til)
        elif o.afloest:
            self._giver_plads(fund, o)
        elif o.uden_frist:
            self._uden_sidste_dag(fund, o)
        elif o.frist is None or o.frist >= self.pr:
            # 5. the deadline is still ahead
            self._fremme(fund, o)
        else:
            # 6. the deadline has passed unmet
            self._passeret_frist(fund, o)

    def _fund(self, o: Opgave) -> Fund:
        fund = Fund(o.klausul, o.forloeb, o.trin)
        fund.fra, fund.nominal, fund.frist, fund.forventet = o.fra, o.nominal, o.frist, o.forventet
        fund.kraevet = o.kraevet
        fund.anker = o.anker
        fund.flytninger = o.flytninger
        fund.fravalgt = o.fravalgt
        fund.anledning = o.sted.anledning
        fund.skjult = o.skjult
        fund.ved_skift = o.ved_skift
        fund.hjemler = o.hjemler
        fund.gruppe = self._gruppe_paa(o)
        fund.har_forloebet = self._har_forloebet(o)
        if o.nominal is not None and len(o.forloeb.spells) > 1:
            fund.forladt = self._gruppe(o.klausul, o.forloeb, o) in ("forladt", "passeret")
        fund.medregnet = (o.i_tide + o.sene)[: o.kraevet]
        if o.sted.mangler:
            fund.mangler = list(dict.fromkeys(o.sted.mangler))
        return fund

    def _har_forloebet(self, o: Opgave) -> str | None:
        """Who is responsible, in rules where that is the one who has the course when the deadline falls."""
        regel = o.klausul.regel
        if isinstance(regel, r.Regel) and regel.ansvarlig_i_fasen is not None:
            sidste, antagelse = a_kassens_del(self.lov.forbrug, o.forloeb, regel.taeller.fasen)
            if antagelse is not None:
                o.sted.antagelser.append((antagelse,))
            if sidste is None or self._bedoemmelsesdag(o) <= sidste:
                return str(regel.ansvarlig_i_fasen)
        return None

    def _betinget(self, fund: Fund, o: Opgave, ukendt: list[tuple[str, ...]]) -> bool:
        """Whether a condition is absent or an exception met: then it lapses, or does not concern the person at all."""
        regel = o.klausul.regel
        if regel.undtagelse is None and regel.betingelse is None:
            return False
        v = self._vindue(o)
        for betingelse, skal in ((regel.betingelse, True), (regel.undtagelse, False)):
            if betingelse is None:
                continue
            aarsag: list[tuple[str, ...]] = []
            svar = holder(betingelse, o.sted, v, aarsag)
            if svar is None:
                ukendt.append(aarsag[-1] if aarsag else ("mangler", *o.sted.mangler))
                fund.mangler = list(dict.fromkeys(o.sted.mangler))
            elif svar is not skal:
                if o.sted.afgoerende not in VEDKOMMER_IKKE:
                    fund.aarsag = aarsag[-1] if aarsag else ("betingelse",)
                    if not skal:
                        o.afgjort_af("undtagelse")
                    if fund.aarsag[0] == "fravalgt":
                        fund.fravalgt = fund.aarsag[1]
                    self._luk(fund, o, BORTFALDET, self.pr if o.frist is None else min(o.frist, self.pr))
                return True
        return False

    def _lad_staa(self, fund: Fund, o: Opgave, ukendt: list[tuple[str, ...]]) -> None:
        """Undetermined: the first reason leads; what would settle it is named."""
        fund.aarsag = ukendt[0]
        for u in ukendt:
            if u[0] == "mangler":
                fund.mangler.extend(m for m in u[1:] if m not in fund.mangler)
            if u[0] == "tilbuddets-laengde" and u[2]:
                fund.mangler.append(f"{u[1]}.{u[2]}")
        self._luk(fund, o, UAFKLARET, None)

    def _uden_sidste_dag(self, fund: Fund, o: Opgave) -> None:
        """Owed without a last day: lapsed if exempt when it arose or once the course has ended, else pending."""
        f = o.forloeb
        assert o.nominal is not None  # what it arises from has come
        ramt = lempelser.fritaget(self.lov, self.tl, o.klausul.regel.familie, fund.gruppe, o.nominal)
        if ramt is not None:
            fund.aarsag = ("fritaget", ramt[0].navn, kalender.iso(ramt[0].fra))
            fund.hjemler.extend(ramt[1].erklaering.hjemler(o.klausul.regel.id))
            self._luk(fund, o, BORTFALDET, o.nominal)
        elif f.slut is not None:
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, f.slut)
        else:
            self._fremme(fund, o)

    def _passeret_frist(self, fund: Fund, o: Opgave) -> None:
        """The deadline has passed: lapsed if exempt or ended on that day, else met late, else unmet."""
        k, f = o.klausul, o.forloeb
        assert o.nominal is not None
        assert o.frist is not None
        hul = f.aabent_hul()
        if hul is not None and o.nominal > hul:
            fund.bemaerkninger.append(("aabent-hul", kalender.iso(hul)))
            self._luk(fund, o, AFVENTER, None)
        elif f.ophoert(o.nominal, k.regel.familie):
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, f.slut if f.slut is not None else o.nominal)
        elif self._gruppe(k, f, o) == "forladt":
            fund.aarsag = ("maalgruppeskift",)
            self._luk(fund, o, BORTFALDET, o.nominal)
        elif (ramt := lempelser.fritaget(self.lov, self.tl, k.regel.familie, fund.gruppe, o.nominal)) is not None:
            fund.aarsag = ("fritaget", ramt[0].navn, kalender.iso(ramt[0].fra))
            fund.hjemler.extend(ramt[1].erklaering.hjemler(o.klausul.regel.id))
            self._luk(fund, o, BORTFALDET, o.nominal)
        elif o.sene and len(o.i_tide) + len(o.sene) >= o.kraevet:
            self._luk(fund, o, FOR_SENT, self._dag((o.i_tide + o.sene)[o.kraevet - 1], o))
        else:
            self._luk(fund, o, IKKE, o.frist + 1)

    @staticmethod
    def _dag(post: Any, o: Opgave) -> int:
        if isinstance(post, Tilbudspost):
            if o.klausul.regel.taeller.afgivet or o.efter_maerke is not None:
                return post.afgivet if post.afgivet is not None else post.fra
            return post.fra
        return int(post.dag)

    def _fortraengt(self, fund: Fund, o: Opgave, ukendt: list[tuple[str, ...]]) -> bool:
        """Another rule takes this one's place while it stands and their windows meet.

        Where the act of the other was not read, whether it does is not known either.
        """
        for navn in o.klausul.regel.fortraenges_af:
            for x in self.fund_i(o.forloeb, navn):
                if not x.staar:
                    continue
                # a window that opens later is another one, not that which it takes the place of
                moedes = (x.fra is None or o.nominal is None or x.fra <= o.nominal) and (
                    o.fra is None or x.fra is None or o.fra <= x.fra
                )
                if not moedes and o.passeret is None:
                    continue
                # what bound on the switch day took its place then, whatever its own deadline came to lie under
                if x.aarsag[:1] == ("ulaest",) and x.klausul.regel.gaelder.dag != "skift":
                    ukendt.append(x.aarsag)
                else:
                    fund.aarsag = ("fortraengt", navn)
                    fund.efterfoelger = navn
                    self._luk(fund, o, BORTFALDET, x.fra if x.fra is not None else self.pr)
                    return True
        return False

    def _aabne(self, o: Opgave, dag: int, ansvarlig: str) -> list[tuple[str, ...]]:
        """What leaves a requirement open on its deciding day."""
        regel = o.klausul.regel
        ud: list[tuple[str, ...]] = []
        if o.forloeb.uafklaret:
            ud.extend(
                ("forloeb-uafklaret", x)
                for x in o.forloeb.uafklaret
                if x != "haendelser" and (o.nominal is None or o.nominal >= o.forloeb.uafklaret_fra)
            )
            if "haendelser" in o.forloeb.uafklaret:
                ud.append(("mangler", "haendelser"))
        # what has no last day is owed again once the suspension is over, by a course that goes on
        hvornaar = o.nominal
        if o.uden_frist:
            hvornaar = self.pr if o.forloeb.slut is None else None
            dag = dag if hvornaar is None else hvornaar  # owed still on the day asked about
        t = None if hvornaar is None else lempelser.suspenderet(self.lov, self.tl, regel.familie, hvornaar)
        if t is not None and not t.erklaering.aaben_pligt:
            ud.append(("suspenderet", kalender.iso(t.fra), kalender.iso(t.til or t.fra)))
        for navn, familier in self.lov.regelsaet.uafklarede_fritagelser.items() if self.tl.fritagelser else ():
            if regel.familie in familier and any(x.navn == navn and x.daekker(dag) for x in self.tl.fritagelser):
                ud.append(("fritagelse-uafklaret", navn))
        for x in self.lov.regelsaet.uafklarede_ordninger if self.tl.ordninger else ():
            if x.familier is None and ansvarlig == "a-kasse":
                continue  # the trials were the municipalities'
            if x.fra is not None and dag < x.fra.toordinal():
                continue
            if (x.familier is None or regel.familie in x.familier) and self.tl.ordning(x.navn, min(dag, self.pr)):
                ud.append(("ordning", x.navn))
        return ud

    def _fremme(self, fund: Fund, o: Opgave) -> None:
        """Pending, unless the course is known to have ended or the act to give way before the deadline."""
        f = o.forloeb
        if o.nominal is None:
            if f.slut is not None:
                fund.aarsag = ("ophoert",)
                self._luk(fund, o, BORTFALDET, f.slut)
            elif o.passeret is None and self._gruppe(o.klausul, f, o) == "forladt":
                fund.aarsag = ("maalgruppeskift",)
                self._luk(fund, o, BORTFALDET, self._forladt_den(o))
            elif (
                isinstance(f, TimeForloeb)
                and f.ophoert(self.pr, o.klausul.regel.familie)
                and self._fritaget_hele_tiden(o)
            ):
                fund.aarsag = ("fritaget-hele-tiden",)
                self._luk(fund, o, BORTFALDET, f.spells[-1].slut)
            else:
                self._luk(fund, o, AFVENTER, None)
            return
        if f.ophoert(o.nominal, o.klausul.regel.familie):
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, f.slut if f.slut is not None else f.spells[-1].slut)
        elif o.passeret is None and self._gruppe(o.klausul, f, o) == "forladt":
            fund.aarsag = ("maalgruppeskift",)
            self._luk(fund, o, BORTFALDET, self._forladt_den(o))
        else:
            self._luk(fund, o, AFVENTER, None)

    def _forladt_den(self, o: Opgave) -> int:
        """The day on which the person left the groups of the rule."""
        return max(ud for _, ud in o.forloeb.indtraeden(o.klausul.regel.maalgrupper) if ud is not None)

    def _fritaget_hele_tiden(self, o: Opgave) -> bool:
        """Whether the person was exempt on every benefit day so far, of the period or from the switch."""
        f, familie = o.forloeb, o.klausul.regel.familie
        foerst = self.lov.skift if o.klausul.regel.gaelder.dag == "skift" else f.start
        for p in f.spells:
            dag = max(p.fra, foerst)  # the spell may have begun in the period before
            slut = self.pr if p.slut is None else p.slut
            while dag <= slut:
                ramt = lempelser.fritaget(self.lov, self.tl, familie, p.gruppe, dag)
                if ramt is None:
                    return False
                sidste = lempelser.sidste_dag(*ramt)
                dag = slut + 1 if sidste is None else sidste + 1
        return True

    def _giver_plads(self, fund: Fund, o: Opgave) -> None:
        til, slut = o.klausul.til, o.forloeb.slut
        assert til is not None
        if slut is not None and slut <= til:
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, slut)
            return
        fund.aarsag = ("afloest",)
        self._luk(fund, o, BORTFALDET, min(til + 1, self.pr))

    def _luk(self, fund: Fund, o: Opgave, udfald: str, afgjort: int | None) -> None:
        fund.udfald = udfald
        fund.afgjort = afgjort
        for a in dict.fromkeys(o.sted.antagelser) if o.sted.antagelser else ():
            if a[0] == "bemaerk":
                fund.bemaerkninger.append(a[1:])
            else:
                fund.antagelser.append(a)
        if o.forloeb.antagelser:
            fund.antagelser.extend((a,) for a in o.forloeb.antagelser)
        if (
            udfald == BORTFALDET
            and fund.aarsag[:1] in (("ikke-sket",), ("fravalgt",))
            and ("ikke-registreret",) not in fund.antagelser
        ):
            fund.antagelser.append(("ikke-registreret",))
        if o.frist is not None and isinstance(o.klausul.regel.taeller, r.Samtaler) and kalender.lukket(o.frist):
            fund.bemaerkninger.append(("lukkedag", kalender.iso(o.frist)))
        fritaget = bool(self.tl.fritagelser or self.tl.arbejde)
        if fritaget and o.fra is not None and o.nominal is not None and udfald not in (INTET, BORTFALDET):
            for x in lempelser.overlapper(self.lov, self.tl, o.klausul.regel.familie, fund.gruppe, o.fra, o.nominal):
                slut = "" if x.slut is None else kalender.iso(x.slut)
                flyttede = "ja" if self._flyttede(o, x) else ""
                fund.bemaerkninger.append(("delvis-fritagelse", x.navn, kalender.iso(x.fra), slut, flyttede))
        if udfald in (IKKE, FOR_SENT, AFVENTER):
            self._fortsat(fund, o)
        self._aaben_pligt(fund, o)
        self._tilfoej(fund)

    def _flyttede(self, o: Opgave, x: Any) -> bool:
        """Whether an exemption moved the deadline: by the rule, or because the clock stands still under it."""
        f = o.forloeb
        if any(y.hvorfor in ("delvis-fritagelse", "efter-fritagelse") for y in o.flytninger):
            return True
        if isinstance(f, TimeForloeb) and any(a == x.fra for a, _ in udeladt(f.timeur, self.tl)):
            return True
        vindue = o.klausul.regel.vindue
        return isinstance(vindue, r.FraSeneste) and x.navn in vindue.hviler_under

    @staticmethod
    def _fortsat(fund: Fund, o: Opgave) -> None:
        """Cite what keeps the person in the course while its clock rests."""
        f = o.forloeb
        if isinstance(f, TimeForloeb) and o.nominal is not None and not f.paa_ydelse(o.nominal):
            fortsat = f.timeur.fortsat
            if fortsat is not None and not f.ophoert(o.nominal, o.klausul.regel.familie):
                fund.hjemler.append(fortsat.hjemmel)

    def _aaben_pligt(self, fund: Fund, o: Opgave) -> None:
        """A duty the law leaves without a date: owed and not given is pending, never unmet."""
        regel = o.klausul.regel
        if o.uden_frist:
            if fund.udfald == AFVENTER:
                fund.bemaerkninger.append(("aaben-pligt",))
            return
        if fund.udfald not in (IKKE, FOR_SENT, AFVENTER, OPFYLDT) or isinstance(regel, r.Rettighed):
            return
        t = None if o.nominal is None else lempelser.suspenderet(self.lov, self.tl, regel.familie, o.nominal)
        aaben = t is not None and t.erklaering.aaben_pligt
        if not aaben:
            return
        fund.bemaerkninger.append(("aaben-pligt",))
        fund.frist = fund.forventet = None
        if o.i_tide or o.sene:
            fund.udfald = OPFYLDT
            fund.medregnet = (o.i_tide + o.sene)[: o.kraevet]
            fund.afgjort = self._dag(fund.medregnet[-1], o)
        else:
            fund.udfald, fund.afgjort = AFVENTER, None
