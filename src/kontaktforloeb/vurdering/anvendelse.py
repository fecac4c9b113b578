"""When a rule applies: the act in force, the course, the group, and what a rule arises from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Hop, Spaend
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.ure.timer import TimeForloeb, udeladt
from kontaktforloeb.vurdering import lempelser
from kontaktforloeb.vurdering.opgave import Opgave
from kontaktforloeb.vurdering.oversaet import Klausul
from kontaktforloeb.vurdering.punkter import Sted, punkt
from kontaktforloeb.vurdering.tilbudstaelling import Tilbudstaelling


class Anvendelse(Tilbudstaelling):
    """Whether a window is to be judged, and what falls in it."""

    def _kan_ramme(self, k: Klausul, f: Forloeb) -> bool:
        """A quick no: the rule's time, its course or what it arises from is not there."""
        if k.til is not None and f.begynder() > k.til:
            return False
        art = k.regel.gaelder.dag
        if art == "skift":
            skift = self.lov.skift
            if not (f.start < skift <= self.pr and (f.slut is None or f.slut >= skift) and f.paa_ydelse(skift)):
                return False
        elif art == "forloeb":
            start = self._kursusstart(f)
            if start is None or start < k.fra or (k.til is not None and start > k.til):
                return False
        anker = k.anker
        if anker is None:
            return True
        if isinstance(anker, r.Haendelse):
            return anker.ellers_start or anker.art in self.tl.haendelser
        if isinstance(anker, r.Skiftedag):
            return len(f.spells) > 1
        return bool(self.tl.tilbud if isinstance(anker, r.Tilbudsstart) else self.tl.fritagelser)

    def _kursusstart(self, f: Forloeb) -> int | None:
        """The start of the course; off the benefit on the switch day, the return to it after."""
        skift = self.lov.skift
        if f.start >= skift or self.pr < skift:
            return f.start
        if id(f) not in self._kursus:
            retur = next((p.fra for p in f.spells if p.fra >= skift), None)
            self._kursus[id(f)] = f.start if f.paa_ydelse(skift) else retur
        return self._kursus[id(f)]

    def _virker(self, k: Klausul, o: Opgave) -> bool:
        """Whether the act in force on the deciding day is the rule's; marks a count that gives way to another."""
        art = k.regel.gaelder.dag
        if art == "forloeb":
            # reached before the act: nothing of it is left to hold
            return o.nominal is None or o.nominal >= k.fra
        if art == "skift":
            return True
        # a forecast is not known: an amount not reached yet is judged by the law of the day
        dag = self._bedoemmelsesdag(o)
        if dag < k.fra:
            # judged all the same for what counts from it, but not shown: the law before was not read
            # what has no last day is still owed then
            foerst = k.fra == self.lov.foerste_dag
            o.skjult = foerst and not o.uden_frist
            return foerst
        if k.til is not None and dag > k.til:
            efter = k.regel.efterfoelger
            if efter is None or efter.tvilling or o.uden_frist:
                # the twin shows it; what the old act counts from it stands all the same
                o.skjult = efter is not None and efter.regnes_fra
                return o.skjult
            if o.fra is None or o.fra > k.til:
                return False  # its window would only begin under the other act
            o.afloest = True
        elif o.uden_frist and k.til is not None and self.pr > k.til:
            # owed when the act went, and not owed since, but where it goes on under another
            o.afloest = not k.regel.efterfoelger.tvilling
        return True

    def _bedoemmelsesdag(self, o: Opgave) -> int:
        """The day that decides which law: the nominal deadline; not known, the day so far, within the course."""
        if o.nominal is not None:
            return o.nominal
        slut = o.forloeb.slut
        if slut is None:
            return self.pr
        # on the hour clock a period lasts to the next one, and the last benefit day was the last on which it ran
        sidste = o.forloeb.spells[-1].slut if isinstance(o.forloeb, TimeForloeb) else None
        return min(slut, self.pr) if sidste is None else min(slut, sidste, self.pr)

    def _gruppe(self, k: Klausul, f: Forloeb, o: Opgave) -> str | None:
        """Whether the rule binds: "ja".

        "forladt" (was in the groups, left before the deadline), "passeret", or None: never bound.
        """
        grupper = k.regel.maalgrupper
        if k.regel.gaelder.dag == "skift":
            return "ja" if f.gruppe(self.lov.skift) in grupper else None
        if k.regel.bindes_paa_haendelsen:
            return "ja" if f.gruppe(o.sted.anledning.dag) in grupper else None
        dag = self.pr if o.nominal is None else o.nominal
        if k.til is not None and dag > k.til and all(ind > k.til for ind, _ in f.indtraeden(grupper)):
            return None  # it gave way before the person came into its groups
        if f.gruppe(dag) in grupper:
            return "ja"
        # back in the group later: a series begins anew, a single deadline has passed
        for fra, _ in f.indtraeden(grupper) if k.regel.passeret is not None else ():
            if fra > dag and (k.til is None or fra <= k.til):
                o.passeret = fra
                return "passeret"
        if o.fra is None and o.nominal is None:
            return None  # it begins, if it does, in another group
        # left before the window began it never was this person's
        ophold = ((ind, ud) for ind, ud in f.indtraeden(grupper) if ind <= dag)
        return "forladt" if any(o.fra is None or ud is None or ud > o.fra for _, ud in ophold) else None

    def _gruppe_paa(self, o: Opgave) -> str:
        regel, f = o.klausul.regel, o.forloeb
        if regel.gaelder.dag == "skift":
            dag = self.lov.skift
        elif regel.bindes_paa_haendelsen:
            dag = o.sted.anledning.dag
        else:
            dag = self.pr if o.nominal is None else min(o.nominal, self.pr)
        gruppe = f.gruppe(dag)
        if gruppe in regel.maalgrupper:
            return gruppe
        # left before the deadline, or entered after it: the group of the rule that the person was in
        return next((p.gruppe for p in reversed(f.spells) if p.gruppe in regel.maalgrupper), gruppe)

    def _anledninger(self, k: Klausul, f: Forloeb) -> Iterator[tuple[Any, bool]]:
        """What a rule arises from in a period: once, or once for each event, move, exemption or offer."""
        anker = k.anker
        if isinstance(anker, r.Haendelse):
            yield from self._haendelser(anker, f, k.regel.familie)
        elif isinstance(anker, r.Skiftedag):
            for a, b in pairwise(f.spells):
                flytter = a.gruppe in anker.fra_grupper and b.gruppe in k.regel.maalgrupper
                if flytter and (anker.ydelse is None or b.ydelse == anker.ydelse):
                    yield Hop(b.fra, "maalgruppeskift", {}, b.sti), False
        elif isinstance(anker, r.Fritagelsesslut):
            for x in self._daekkende_fritagelser(anker, f):
                assert x.slut is not None
                yield Hop(x.slut, x.navn, {}, x.sti), False
        elif isinstance(anker, r.Orlovsslut):
            for x in self.tl.fritagelser:
                if x.navn == anker.grund and f.start <= (x.slut or self.pr) and (f.slut is None or x.fra <= f.slut):
                    yield Hop(x.fra, x.navn, {}, x.sti, x.slut), False
        elif isinstance(anker, r.Tilbudsstart):
            # what begins in an open gap is of the course only once it closes
            slut = f.slut if f.slut is not None else f.aabent_hul()
            for t in self.tl.tilbud:
                inde = t.fra >= f.start and (slut is None or t.fra <= slut)
                if t.art == anker.art and t.begyndt and inde and t.status != "annulleret":
                    yield Hop(t.fra, t.art, {}, t.sti, t.slut, t.kontakter), False
        else:
            yield None, False

    def _haendelser(self, anker: r.Haendelse, f: Forloeb, familie: str) -> Iterator[tuple[Any, bool]]:
        """The events in the period; where one is required and none recorded, the period's first day, stated."""
        if anker.ellers_start:
            fundet = self.tilmeldt_i(f, anker.art, familie)
            yield from ((h, False) for h in fundet)
            if not fundet:
                yield Hop(f.start, anker.art, {}, "haendelser"), True
            return
        tidligst, sidst = f.start, f.slut
        if anker.efter is not None:
            dag = punkt(anker.efter, Sted(self, f))[0]
            if dag is None:
                return
            tidligst = max(tidligst, dag + 1)
        if anker.senest is not None:
            dag = punkt(anker.senest, Sted(self, f))[0]
            sidst = dag if sidst is None or dag is None else min(sidst, dag)
        for h in self.tl.haendelser.get(anker.art, ()):
            if h.dag < tidligst or (sidst is not None and h.dag > sidst) or self._paa_andet(f, h.dag, familie):
                continue
            p = self.tl.spell(h.dag)
            uden = p is not None and p not in f.spells and p.ydelse == "ingen"
            if uden and isinstance(anker, r.HaendelseForOmfattede):
                continue
            # an hour clock rests in a gap of whatever length: who is off the benefit is not 'omfattet af' its group
            if not isinstance(f, TimeForloeb) or f.paa_ydelse(h.dag) or f.fortsat(h.dag, familie):
                yield h, False

    def tilmeldt_i(self, f: Forloeb, art: str, familie: str = "") -> list[Hop]:
        """The events by which a person enters a period, in order.

        People register before the first benefit day, on another benefit too; so what comes after the benefit is of
        the period that follows, and what comes while they are on another one is of that.
        """
        tidligst, sidst = self.efter_forrige_ydelse(f), f.slut
        naeste = None if sidst is None else next((g for g in self.perioder_paa(f.ur) if g.start > f.start), None)
        if sidst is not None and naeste is not None:
            sidst = min(sidst, self.efter_forrige_ydelse(naeste) - 1)
        return [
            h
            for h in self.tl.haendelser.get(art, ())
            if h.dag >= tidligst
            and (sidst is None or h.dag <= sidst)
            and (h.dag < f.foerste_dag or not self._paa_andet(f, h.dag, familie))
        ]

    def _paa_andet(self, f: Forloeb, dag: int, familie: str) -> bool:
        """Whether the person was on another benefit than the course's on a day: what happened is not of it."""
        p = self.tl.spell(dag)
        return p is not None and p not in f.spells and p.ydelse != "ingen" and not f.fortsat(dag, familie)

    def _daekkende_fritagelser(self, anker: r.Fritagelsesslut, f: Forloeb) -> Iterator[Spaend]:
        """The ended exemptions that covered the deadline of one of the rules they lifted."""
        frister = [
            d.nominal
            for navn in anker.daekker
            for d in self.fund_i(f, navn)
            if d.nominal is not None and d.aarsag[:1] == ("fritaget",)
        ]
        daekkede = [x for x in self.tl.fritagelser if x.navn in anker.grunde and any(x.daekker(d) for d in frister)]
        for x in daekkede:
            # what ends after the course ends nothing of it, and no more does one while another that covered it goes on
            if x.slut is None or (f.slut is not None and x.slut > f.slut):
                continue
            if not any(y.daekker(x.slut + 1) for y in daekkede):
                yield x

    def efter_forrige_ydelse(self, f: Forloeb) -> int:
        """The first day after the benefit before the period: people register before the first benefit day."""
        if f.foerste_dag < f.start:
            return f.start  # it began while the benefit went on
        forrige = [
            p.slut
            for p in self.tl.perioder
            if p.fra < f.spells[0].fra and p.slut is not None and p.ydelse != "ingen" and p not in f.spells
        ]
        return min(f.start, max(forrige, default=0) + 1)

    def _klargoer(self, k: Klausul, f: Forloeb, o: Opgave) -> bool:
        """Whether the window is to be judged: the act, the group, what extends it; counts what falls in it."""
        regel = k.regel
        self.vinduer.append((k.nr, o.fra, o.nominal))
        if o.nominal is not None:
            o.flyt("delvis-fritagelse", self._forlaenget(k, f, o.fra, o.nominal))
        corona = self._corona(k, o)
        # before the act is asked for: the day the offer is put off to may lie under the next one
        if isinstance(regel.taeller, r.Tilbudstaeller) and regel.taeller.udskydes_af is not None:
            self._udskyd(regel.taeller, o)
        gruppe = self._gruppe(k, f, o)
        if gruppe is None:
            return False
        if gruppe == "passeret":
            if regel.passeret == "opstaar-ikke":
                return False
            if regel.passeret == "paa-skiftedagen":
                o.flyt("paa-skiftedagen", o.passeret)
                o.passeret, o.ved_skift = None, True
        if not self._virker(k, o):
            return False
        if corona:
            o.uafklaret.append(corona)
        self._tael(k, f, o)
        if self.vinduer[-1] != (k.nr, o.fra, o.nominal):
            self.vinduer.append((k.nr, o.fra, o.nominal))
        return True

    def _corona(self, k: Klausul, o: Opgave) -> tuple[str, ...] | None:
        """The reading `corona-vindue` where a window overlaps the suspension of 2020."""
        valg = k.regel.vindue_corona
        if valg is None or o.fra is None or o.nominal is None:
            return None
        ramt = lempelser.vindue_suspenderet(self.lov, k.regel.familie, o.fra, o.nominal)
        if ramt is None:
            return None
        if valg == "uaendret":
            return None
        if valg == "forlaenges":
            o.flyt("corona-vindue", o.nominal + ramt[1])
            return None
        tid = ramt[0]
        assert tid.til is not None
        return ("corona-vindue", kalender.iso(tid.fra), kalender.iso(tid.til))

    def _forlaenget(self, k: Klausul, f: Forloeb, fra: int | None, nominal: int) -> int:
        """The deadline moved by the exempt days of its window, where it is not exempt itself (`delvis-fritagelse`).

        After the course nobody is exempt from it, and days that the clock leaves out have moved it already.
        """
        tl, familie = self.tl, k.regel.familie
        if not self.lov.fritagelse_forlaenger or fra is None or not (tl.fritagelser or tl.arbejde):
            return nominal
        # one that has not ended may yet cover it, whatever the law to come says of the ground
        for dag in (nominal, min(nominal, self.pr + 1)):
            if lempelser.fritaget(self.lov, tl, familie, f.gruppe(dag), dag):
                return nominal
        dage: set[int] = set()
        sidst = nominal if f.slut is None else min(nominal, f.slut)
        foer = max((t.erklaering.dage_foer for t in self.lov.fritagelser.get(familie, ())), default=0)
        for x in (*tl.fritagelser, *tl.arbejde):
            dage.update(range(max(x.fra - foer, fra), (sidst if x.slut is None else min(x.slut, sidst)) + 1))
        if isinstance(f, TimeForloeb):
            hviler = udeladt(f.timeur, tl)
            dage = {d for d in dage if not any(a <= d <= b for a, b in hviler)}
        return nominal + sum(lempelser.fritaget(self.lov, tl, familie, f.gruppe(d), d) is not None for d in dage)

    def _tael(self, k: Klausul, f: Forloeb, o: Opgave) -> None:
        if isinstance(k.regel.taeller, r.Samtaler):
            o.frist = None if o.uden_frist else o.nominal
            if o.frist is not None and o.nominal is not None and k.regel.helligdag:
                o.frist = kalender.naeste_hverdag(o.nominal)
            elif o.forventet is not None and k.regel.helligdag:
                o.forventet = kalender.naeste_hverdag(o.forventet)
            self._tael_samtaler(k, f, o)
        elif isinstance(k.regel.taeller, r.Kontakter):
            o.frist = o.nominal
            for dag in o.sted.anledning.kontakter:
                if o.fra is not None and dag >= o.fra:
                    (o.i_tide if o.nominal is None or dag <= o.nominal else o.sene).append(
                        Hop(dag, "kontakt", {"noegle": None}, o.sted.anledning.sti)
                    )
        else:
            self._tael_tilbud(k, f, o)
