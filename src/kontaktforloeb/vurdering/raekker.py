"""Series: cumulative steps, consecutive and rolling windows, each so long since the last, gaps between offers."""

from __future__ import annotations

from typing import Any

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.ure.forloeb import Forloeb, plus_kalender
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering.afgoer import Afgoer
from kontaktforloeb.vurdering.opgave import Opgave
from kontaktforloeb.vurdering.oversaet import Klausul
from kontaktforloeb.vurdering.punkter import Sted, punkt


class Raekker(Afgoer):
    """The rules that fall due again and again."""

    def _raekke(self, k: Klausul, f: Forloeb) -> None:
        vindue = k.regel.vindue
        if isinstance(vindue, r.Kumulativ):
            self._kumulativ(k, f)
        elif isinstance(vindue, r.PaaHinanden):
            self._paa_hinanden(k, f)
        elif vindue.fra is None:
            self._mellem_tilbud(k, f)
        else:
            self._fra_seneste(k, f)

    def _graense(self) -> int:
        """Steps are emitted whose nominal point is reached by this day, and the next one."""
        return self.pr if self.horisont is None else self.horisont

    def _kumulativ(self, k: Klausul, f: Forloeb) -> None:
        v = k.regel.vindue
        assert isinstance(f, TimeForloeb)
        fase = f.start
        if v.fra is not None:
            dag, _ = f.naaet(v.fra)
            if dag is None:
                foerste = v.fra.antal + v.interval.antal
                self._ikke_begyndt(k, f, self._med_tolerance(f, v, foerste, tolerance=True)[1])
                return
            fase = dag + 1
        # an interview after the end of a limited phase is not of it
        fase_slut = None if v.antal is None else f.naaet(r.maaneder(v.antal * v.interval.antal))[0]
        brugt: set[int] = set()
        levnet: set[int] | None = None
        trin = 0
        forrige_nominal: int | None = None
        while v.antal is None or trin < v.antal:
            trin += 1
            sidste = v.antal is not None and trin == v.antal
            antal = (0 if v.fra is None else v.fra.antal) + trin * v.interval.antal
            sted = Sted(self, f)
            o = Opgave(k, sted, trin, 1)
            o.fra = o.anker = fase
            o.nominal, o.forventet, naaet = self._med_tolerance(f, v, antal, tolerance=not sidste)
            if v.foerst_fra is not None and trin == 1:
                self._ikke_foer(o, v.foerst_fra)
            if v.forrige_trin and forrige_nominal is not None:
                o.fra = forrige_nominal + 1
            forrige_nominal = naaet
            if self._klargoer(k, f, o):
                if k.regel.taeller.levner and trin > self._trin_til(k, f):
                    levnet = self._levnet(k, f) if levnet is None else levnet
                    o.i_tide, o.sene = ([s for s in x if id(s) not in levnet] for x in (o.i_tide, o.sene))
                if v.forrige_trin:
                    self._i_fasen(o, fase_slut)
                    self._foerste_ubrugte(o, brugt)
                else:
                    self._k_te(o, trin, fase_slut)
                self._afgoer(o)
                if o.afloest and (naaet is None or naaet > (k.til or naaet)):
                    return  # the next one is of the other act
            elif o.nominal is not None and o.nominal > (k.til or o.nominal):
                return
            if naaet is None or naaet > self._graense():
                return

    def _trin_til(self, k: Klausul, f: TimeForloeb) -> int:
        """How many steps of a series are reached by the deadline of the rule it leaves one to."""
        v, anden = k.regel.vindue, self.lov.klausuler[self.lov.numre[k.regel.taeller.levner[0]][0]]
        return (f.behov(anden.regel.vindue.til.maengde) - f.behov(v.fra)) // f.behov(v.interval)

    def _levnet(self, k: Klausul, f: Forloeb) -> set[int]:
        """The interviews that meet in time the rules judged later to which a series leaves them."""
        ud: set[int] = set()
        for nr in (nr for navn in k.regel.taeller.levner for nr in self.lov.numre[navn]):
            anden = self.lov.klausuler[nr]
            o = Opgave(anden, Sted(self, f), None, anden.regel.taeller.antal)
            o.fra = self._fra_maerket(anden, f, punkt(anden.regel.vindue.fra, o.sted)[0])
            o.nominal, o.forventet = punkt(anden.regel.vindue.til, o.sted)
            if self._klargoer(anden, f, o):
                ud.update(id(s) for s in o.i_tide[: o.kraevet])
        return ud

    @staticmethod
    def _ikke_foer(o: Opgave, tidligst: Any) -> None:
        """Move a deadline to this point where it lies before it; not known yet while the point is not."""
        dag, ventet = punkt(tidligst, o.sted)
        if o.nominal is not None and dag is not None:
            o.nominal = max(o.nominal, dag)
            return
        begge = [o.forventet if o.nominal is None else o.nominal, ventet if dag is None else dag]
        kendte = [d for d in begge if d is not None]
        o.nominal, o.forventet = None, max(kendte) if len(kendte) == len(begge) else None

    def _ikke_begyndt(self, k: Klausul, f: Forloeb, ventet: int | None) -> None:
        """The next step of a series whose phase the clock has not reached: pending, without dates."""
        o = Opgave(k, Sted(self, f), 1, k.regel.taeller.antal)
        o.forventet = ventet
        if self._klargoer(k, f, o):
            self._afgoer(o)

    @staticmethod
    def _k_te(o: Opgave, trin: int, fase_slut: int | None) -> None:
        """Step k is met by the k-th of its phase, in time or late."""
        alle = [s for s in o.i_tide + o.sene if fase_slut is None or s.dag <= fase_slut]
        post = alle[trin - 1 : trin]
        o.i_tide, o.sene = (post, []) if len(o.i_tide) >= trin and post else ([], post)

    @staticmethod
    def _i_fasen(o: Opgave, fase_slut: int | None) -> None:
        """What was held after a limited phase meets no step of it."""
        if fase_slut is not None:
            o.i_tide = [s for s in o.i_tide if s.dag <= fase_slut]
            o.sene = [s for s in o.sene if s.dag <= fase_slut]

    @staticmethod
    def _foerste_ubrugte(o: Opgave, brugt: set[int]) -> None:
        """The first that no earlier step used."""
        for kilde, sent in ((o.i_tide, False), (o.sene, True)):
            for s in kilde:
                if id(s) not in brugt:
                    brugt.add(id(s))
                    o.i_tide, o.sene = ([], [s]) if sent else ([s], [])
                    return
        o.i_tide, o.sene = [], []

    def _med_tolerance(
        self, f: TimeForloeb, v: r.Kumulativ, antal: int, *, tolerance: bool
    ) -> tuple[int | None, int | None, int | None]:
        """The deadline of a step, the day it is expected, and the day the step's own amount is reached."""
        behov = f.behov(r.maaneder(antal))
        naaet, ventet = f.naaet_behov(behov)
        if not tolerance:
            return naaet, ventet, naaet
        if v.tolerance.enhed == "dag":
            til = v.tolerance.antal
            return (None if naaet is None else naaet + til), (None if ventet is None else ventet + til), naaet
        med, med_ventet = f.naaet_behov(behov + f.behov(v.tolerance))
        return med, med_ventet, naaet

    def _paa_hinanden(self, k: Klausul, f: Forloeb) -> None:
        v = k.regel.vindue
        for anledning, _ in self._anledninger(k, f):
            basis, _ventet = punkt(v.fra, Sted(self, f, anledning))
            if basis is None:
                if v.paa_uret:
                    self._ikke_begyndt(k, f, f.naaet(r.maaneder(v.fra.maengde.antal + v.laengde.antal))[1])
                continue
            if v.form == "rullende":
                self._rullende(k, f, anledning, basis)
            else:
                self._blokke(k, f, anledning, basis)

    def _blokslut(
        self, v: r.PaaHinanden, f: Forloeb, basis: int, trin: int, *, rykket: bool
    ) -> tuple[int | None, int | None]:
        if v.paa_uret:
            assert isinstance(f, TimeForloeb)
            if rykket:
                return f.naaet_behov(f.beloeb(basis) + f.behov(v.laengde.gange(trin)))
            start = v.fra.maengde.antal
            return f.naaet(r.maaneder(start + trin * v.laengde.antal))
        if v.form == "kalendermaaned":
            # whole calendar months, the first beginning on the 1st after the base
            foerste = (
                basis
                if basis == kalender.maanedens_foerste(basis) and not v.efter
                else kalender.maanedens_sidste(basis) + 1
            )
            return kalender.plus_maaneder(foerste, trin * v.laengde.antal) - 1, None
        return plus_kalender(basis, v.laengde.gange(trin)), None

    def _blokke(self, k: Klausul, f: Forloeb, anledning: Any, basis: int) -> None:
        v = k.regel.vindue
        trin = nr = 0
        rykket = False
        fra = basis + 1 if v.efter else basis
        while True:
            trin, nr = trin + 1, nr + 1
            if f.slut is not None and fra > f.slut:
                return
            o = Opgave(k, Sted(self, f, anledning), trin, k.regel.taeller.antal)
            o.fra = fra
            o.anker = basis
            o.kan_for_sent = False
            slut, o.forventet = self._blokslut(v, f, basis, nr, rykket=rykket)
            o.nominal = slut
            klar = self._klargoer(k, f, o)
            if self.lov.fritagelse_forlaenger and o.nominal != slut and o.nominal is not None:
                basis, nr, rykket = o.nominal, 0, True  # the next one begins when this one has ended, and is as long
            if klar:
                self._afgoer(o)
                if o.afloest:
                    return
            if o.nominal is None or o.nominal > self._graense():
                return
            if k.til is not None and o.nominal > k.til:
                return
            fra = o.nominal + 1

    def _rullende(self, k: Klausul, f: Forloeb, anledning: Any, basis: int) -> None:
        """Rolling windows: one from the base and one from each counted interview."""
        v = k.regel.vindue
        # counted from the anchor throughout: a window nobody was talked to in makes the next end one length later
        anker, gange, fra = basis, 1, basis if not v.efter else basis + 1
        trin = 0
        dage = [s.dag for s in self._kandidater(k, f, Opgave(k, Sted(self, f, anledning), None, 1)) if s.dag > basis]
        while True:
            trin += 1
            o = Opgave(k, Sted(self, f, anledning), trin, k.regel.taeller.antal)
            o.fra = fra
            o.anker = anker if gange == 1 else fra - 1
            o.kan_for_sent = False
            if v.paa_uret:
                assert isinstance(f, TimeForloeb)
                # the first from the amount itself, not from what more the day that reached it brought
                stand = f.behov(v.fra.maengde) if anker == basis and isinstance(v.fra, r.Naaet) else f.beloeb(anker)
                o.nominal, o.forventet = f.naaet_behov(stand + f.behov(v.laengde.gange(gange)))
            else:
                o.nominal = plus_kalender(anker, v.laengde.gange(gange))
            if self._klargoer(k, f, o):
                self._afgoer(o)
                if o.afloest:
                    return
            if o.nominal is None or o.nominal > self._graense() or (f.slut is not None and o.nominal >= f.slut):
                return
            naeste = next((d for d in dage if d >= fra), None)
            if naeste is not None and naeste <= o.nominal:
                anker, gange, fra = naeste, 1, naeste + 1
            else:
                gange, fra = gange + 1, o.nominal + 1

    def _fra_seneste(self, k: Klausul, f: Forloeb) -> None:
        """At latest each amount since the last one held, in time or late; else since the missed deadline."""
        trin = 0
        for anledning, _ in self._anledninger(k, f):
            trin = self._fra_en_anledning(k, f, anledning, trin)

    def _fra_en_anledning(self, k: Klausul, f: Forloeb, anledning: Any, trin: int) -> int:
        """The steps from one occasion, numbered on from `trin`; the number of the last."""
        v = k.regel.vindue
        # whom an event has bound it binds to the end, in another group too
        inde = [(f.start, None)] if k.regel.bindes_paa_haendelsen else f.indtraeden(k.regel.maalgrupper)
        sted = Sted(self, f, anledning)
        basis, _ventet = punkt(v.fra, sted)
        if basis is None:
            if not sted.mangler or not inde:
                return trin
            self._ukendt_anker(k, f, sted)
            trin = 1
            holdte = [s.dag for s in self._kandidater(k, f, Opgave(k, sted, None, 1)) if s.dag >= f.start]
            if not holdte:
                return trin
            basis = holdte[0]
        for ind, ud in inde:
            anker = max(basis, ind) if ind > f.start else basis
            indtil = None if v.indtil is None else punkt(v.indtil, sted)[0]
            gitter = anker
            while True:
                trin += 1
                o = Opgave(k, Sted(self, f, anledning), trin, 1)
                o.fra = anker + 1
                slut = f.slut if f.slut is not None else o.fra
                if (ud is not None and o.fra >= ud) or o.fra > slut:
                    trin -= 1
                    break  # the person had left the groups, or the course was over, before it began
                o.anker = gitter if v.gitter else anker
                o.nominal = self._efter(f, v, o.anker)
                if indtil is not None and o.nominal > indtil:
                    trin -= 1
                    break
                if v.gitter:
                    o.kan_for_sent = False
                klar = self._klargoer(k, f, o)
                if not klar:
                    self._tael(k, f, o)  # the chain goes on from what was held under the act before
                # late only until the deadline that the miss itself would set
                naeste = self._forlaenget(k, f, o.nominal + 1, self._efter(f, v, o.nominal))
                o.sene = [s for s in o.sene if s.dag <= naeste]
                self._en(o)
                if klar:
                    self._afgoer(o)
                    if o.afloest:
                        return trin
                else:
                    trin -= 1
                holdt = (o.i_tide or o.sene)[:1]
                if o.nominal > self._graense():
                    break
                if k.til is not None and o.nominal > k.til:
                    return trin
                gitter = o.nominal
                anker = o.nominal if v.gitter or not holdt else holdt[0].dag
        return trin

    def _efter(self, f: Forloeb, v: r.FraSeneste, anker: int) -> int:
        """The interval after an anchor, moved by what the clock leaves out."""
        assert isinstance(v.fradrag, int)
        frist = plus_kalender(anker, v.interval) - v.fradrag
        if not v.flyttes:
            return frist
        hviler: list[int] = []
        for x in self.tl.fritagelser:
            if x.navn in v.hviler_under:
                mandag = kalender.mandag_i_ugen(x.fra + 6)
                slut = min(d for d in (self.pr, x.slut, f.slut) if d is not None)
                while mandag + 6 <= slut:
                    hviler.append(mandag)
                    mandag += 7
        return f.flyt(anker, frist, tuple(hviler))

    @staticmethod
    def _en(o: Opgave) -> None:
        """A step needs one: the first held, in time or late."""
        o.i_tide, o.sene = (o.i_tide[:1], []) if o.i_tide else ([], o.sene[:1])

    def _ukendt_anker(self, k: Klausul, f: Forloeb, sted: Sted) -> None:
        """What counts from an event that is not recorded cannot be determined."""
        trin = None if isinstance(k.regel.vindue, r.Enkelt) else 1
        o = Opgave(k, sted, trin, getattr(k.regel.taeller, "antal", 1))
        v = k.regel.vindue
        fra_starten = isinstance(v, r.FraSeneste) and isinstance(v.fra, r.Start)
        if k.til is not None and k.til < self.pr and fra_starten and self._efter(f, v, f.start) > k.til:
            return  # not even from the first day of the course did it fall due under the act that is over
        # whenever it might have fallen due while the course was under the act; off the benefit nothing does
        slut = f.slut if f.slut is not None else f.aabent_hul()
        sidst = min(self.pr if slut is None else slut, self.pr if k.til is None else k.til)
        if max(f.start, k.fra) <= sidst <= self.pr and f.gruppe(sidst) in k.regel.maalgrupper:
            o.uafklaret.append(("mangler", *sted.mangler))
            self._afgoer(o)

    def _mellem_tilbud(self, k: Klausul, f: Forloeb) -> None:
        """The gaps between offers: from the end of each offer to the next one begun."""
        v = k.regel.vindue
        t = v.efter or k.regel.taeller
        gyldige = [x for x, lang in self._gyldige_tilbud(f, t) if lang and x.begyndt]
        if v.foerste_arter is not None:
            gyldige = self._fra_det_foerste(f, t, v.foerste_arter, gyldige)
        trin = 0
        slut: int | None = None
        for i, x in enumerate(gyldige):
            if x.slut is None:
                return
            slut = x.slut if slut is None else max(slut, x.slut)
            if any(n.fra <= slut + 1 for n in gyldige[i + 1 :]):
                continue  # the next one began before this gap opened
            if any(y.anker == slut and y.aarsag[:1] != ("afloest",) for y in self._forgaengere(k, f)):
                continue  # this gap was judged under the rule before
            if f.ophoert(slut + 1):
                return
            trin += 1
            o = Opgave(k, Sted(self, f), trin, 1)
            o.fra = slut + 1
            o.anker = slut
            frist = plus_kalender(slut, v.interval)
            o.nominal = f.flyt(slut, frist) if v.flyttes else frist
            inde = any(ind <= o.nominal and (ud is None or ud > o.fra) for ind, ud in f.indtraeden(k.regel.maalgrupper))
            if inde and self._klargoer(k, f, o):
                self._en(o)
                self._afgoer(o)
            else:
                trin -= 1
