"""Judge one case: every rule on every period of its clock, in the order of `semantics.md`."""

from __future__ import annotations

from typing import Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.ure.forloeb import Forloeb, plus_kalender
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering.begge_veje import forlig
from kontaktforloeb.vurdering.betingelser import Vindue, holder
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.opgave import VEDKOMMER_IKKE, Opgave, orden
from kontaktforloeb.vurdering.oversaet import Klausul
from kontaktforloeb.vurdering.punkter import Sted, punkt
from kontaktforloeb.vurdering.sagen import Plads
from kontaktforloeb.vurdering.uden_frist import UdenFrist


class Dom(UdenFrist):
    """The judgement of one timeline under one compiled law."""

    def koer(self) -> list[Fund]:
        """Every finding, in the order of the contract: frist (null last), regel, periode_fra, trin."""
        self._koer()
        if self.tvivl:
            med = Dom(self.lov, self.tl, self.horisont, self.kun, medregn_tvivl=True)
            forlig(self.fund, med.koer(), self.tvivl)
        return self.fund

    def _koer(self) -> None:
        if self.tl.perioder:
            for navn in self.lov.ure_for(self._grupper):
                for f in self.perioder_paa(navn):
                    for enhed in self.lov.enheder_for(navn, f.grupper()):
                        if self.kun is None or enhed[0].nr in self.kun:
                            self._nye = []
                            if self._enhed(enhed, f):
                                self.pladser.append(Plads(enhed, f, self._nye))
            if self.kun is None:
                self._nye = []  # what has no clock is at no place
                self._uden_ur()
                for fund in self.fund:
                    self._efterfoelger(fund)
        self.fund.sort(key=orden)

    def _enhed(self, enhed: tuple[Klausul, ...], f: Forloeb) -> bool:
        """Judge a unit of rules in a period; False where none of them can bear on it."""
        if "haendelser" in f.uafklaret:
            enhed = self._uden_anker(enhed, f)
            if not enhed:
                return True
        foerste = enhed[0].regel
        if isinstance(foerste, r.UdenKrav):
            self._uden_krav(enhed[0], f)
        elif isinstance(foerste, r.Rettighed):
            self._rettighed(enhed[0], f)
        else:
            ramt = [k for k in enhed if self._kan_ramme(k, f)]
            if not ramt:
                return False
            if len(enhed) == 1 and not isinstance(foerste.vindue, r.Enkelt):
                self._raekke(enhed[0], f)
            else:
                self.sammen = []
                opgaver = [o for k in ramt for o in self._enkelte(k, f)]
                if len(opgaver) > 1:
                    self._fordel(opgaver)
                for o in opgaver:
                    self._afgoer(o)
        return True

    def _enkelte(self, k: Klausul, f: Forloeb) -> list[Opgave]:
        regel = k.regel
        ud: list[Opgave] = []
        if regel.genstart is False and f.genstartet:
            return ud
        for anledning, antaget in self._anledninger(k, f):
            sted = Sted(self, f, anledning)
            if antaget:
                sted.antagelser.append((f"{anledning.art}-mangler",))
            o = Opgave(k, sted, None, getattr(regel.taeller, "antal", 1))
            fra, _ = punkt(regel.vindue.fra, sted)
            if fra is not None and regel.vindue.efter:
                fra += 1
            if getattr(regel.taeller, "fortrin", None) is not None:
                fra = self._fra_maerket(k, f, fra)
            o.fra = fra
            o.anker = fra
            o.uden_frist = regel.vindue.til is None or self._forbi_ved_skiftet(regel, f)
            o.nominal, o.forventet = punkt(regel.vindue.til or regel.vindue.fra, sted)
            graense = self._graense() if f.slut is None else min(f.slut, self._graense())
            if o.uden_frist and (o.nominal is None or o.nominal > graense):
                continue  # what it arises from has not come yet, or comes after the course
            if isinstance(regel.vindue.fra, r.StartFor) and fra is None:
                continue
            for saerfrist in regel.saerfrister:
                if anledning is not None and saerfrist.fra.toordinal() <= anledning.dag <= saerfrist.til.toordinal():
                    o.flyt("saerfrist", saerfrist.frist.toordinal())
                    o.hjemler.append(saerfrist.hjemmel)
            o.kan_for_sent = regel.vindue.kan_for_sent
            if fra is None and o.nominal is not None and isinstance(regel.vindue.fra, r.FaseslutDagenEfter):
                # the hours have passed the end of the job centre's part, and nothing recorded says that it has begun
                o.uafklaret.append(("mangler", "forbrug"))
            if regel.hoejst_efter_tilbud is not None and fra is not None and o.nominal is not None:
                o.flyt("hoejst-efter-tilbud", self._hoejst_efter_tilbud(k, f, fra, o.nominal))
            if self._klargoer(k, f, o):
                ud.append(o)
                self.sammen.append(o)
        return ud

    def _forbi_ved_skiftet(self, regel: Any, f: Forloeb) -> bool:
        """Whether the amount after which the law sets no day was passed before the switch (LAB-2019 § 209, stk. 2)."""
        maengde = regel.aaben_pligt_efter
        return maengde is not None and isinstance(f, TimeForloeb) and f.stand(self.lov.skift - 1, f.behov(maengde)) >= 0

    def _hoejst_efter_tilbud(self, k: Klausul, f: Forloeb, fra: int, nominal: int) -> int:
        """The earlier of the deadline and so long after the last offer, unless that passed before the window."""
        sidste, _ = self.sidste_gyldige_foer(f, fra, k.regel.taeller)
        if sidste is None:
            return nominal
        hoejst = f.flyt(sidste, plus_kalender(sidste, k.regel.hoejst_efter_tilbud))
        return min(nominal, hoejst) if hoejst >= fra else nominal

    def _uden_anker(self, enhed: tuple[Klausul, ...], f: Forloeb) -> tuple[Klausul, ...]:
        """Where the event a period counts from is not recorded: what counts from an event of its own goes on."""
        for k in enhed:
            if k.anker is None and isinstance(k.regel, r.Regel) and self._kan_ramme(k, f):
                sted = Sted(self, f)
                sted.mangler.append("haendelser")
                self._ukendt_anker(k, f, sted)
        return tuple(k for k in enhed if k.anker is not None or not isinstance(k.regel, r.Regel))

    def _efterfoelger(self, fund: Fund) -> None:
        """Name what takes over: the first of the successors that binds the person in this course."""
        if fund.aarsag[:1] != ("afloest",):
            return
        regler = fund.klausul.regel.efterfoelger.regler
        if len(regler) == 1:
            fund.efterfoelger = regler[0]
        else:
            fund.efterfoelger = next((n for n in regler if self._binder_ved_skiftet(n, fund.forloeb)), None)

    def _binder_ved_skiftet(self, navn: str, f: Forloeb) -> bool:
        """Whether a rule of the new act binds on the switch day who is in the course then, known or still to come."""
        skift = self.lov.skift
        spell = f.spell(min(skift, self.pr))
        for nr in self.lov.numre[navn]:
            k = self.lov.klausuler[nr]
            for ny in self.perioder_paa(k.regel.ur):
                if spell not in ny.spells or not ny.paa_ydelse(skift) or ny.gruppe(skift) not in k.regel.maalgrupper:
                    continue
                if ny.start > skift:
                    continue  # a later one on the same spell is not that in which it gives way
                sted = Sted(self, ny)
                if isinstance(k.regel, r.UdenKrav):
                    naaet = None if k.regel.efter is None else punkt(k.regel.efter, sted)[0]
                    if naaet is None or naaet < skift:
                        return True
                elif k.regel.gaelder.dag != "skift":
                    nominal = punkt(k.regel.vindue.til, sted)[0]
                    if nominal is None or nominal >= skift:
                        return True
                elif ny.start < skift and (
                    holder(k.regel.betingelse, sted, Vindue(skift, None), []) is not False
                    or sted.afgoerende not in VEDKOMMER_IKKE
                ):
                    return True  # also where it names the person and lapses: the a-kasse was declined
        return False
