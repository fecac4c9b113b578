"""What is known about one citizen on the day `pr`: who was where, who was exempt, which interviews were held."""
# ruff: noqa: SIM905 - a list of municipalities reads best as one

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import evolve, fields_dict

from kontaktforloeb.sag import Fritagelse, Haendelse, Periode, Sag, Samtale, Tilbud

from .dage import dage, plus

T = TypeVar("T")
UNG = {"aabenlyst-uddannelsesparat", "uddannelsesparat", "aktivitetsparat-ung"}
VOKSEN = {"jobparat", "aktivitetsparat"}
TO_TIL_FEM = UNG | VOKSEN
SYV_TIL_TI = {"jobafklaring", "ressourceforloeb", "ledighedsydelse", "revalidend"}
DP = "dagpengemodtager"
SYGDOM = "sygdom-foerste-14-dage"

RAAD_SKIFT = dt.date(2020, 1, 1)  # the orders on raadighed changed on this day under both legal bases
GENAABNING = dt.date(2020, 5, 27)
OEST_TIL = dt.date(2020, 6, 14)
ULAEST_2026 = dt.date(2026, 2, 1)

KAPITEL_TILBUD = {
    "ordinaer-uddannelse",
    "oevrig-vejledning-opkvalificering",
    "virksomhedspraktik",
    "nytteindsats",
    "loentilskud",
    "lsr-kursus",
    "realkompetencevurdering",
}
HOVEDSTADEN_SJAELLAND = frozenset(
    "101 147 151 153 155 157 159 161 163 165 167 169 173 175 183 185 187 190 201 210 217 219 223 230 240 250 260 270"
    " 400 411 253 259 265 269 306 316 320 326 329 330 336 340 350 360 370 376 390".split()
)
JOB = {"jobsamtale", "faelles-jobsamtale"}
OPFOELGNING = {"jobsamtale", "faelles-jobsamtale", "opfoelgningssamtale"}
FJERN = {"telefon", "video", "digital"}


def aktive(poster: Iterable[Any]) -> list[Any]:
    """The records that stand: neither withdrawn nor replaced by another."""
    poster = list(poster)
    erstattet = {p.erstatter for p in poster if p.erstatter is not None}
    return [p for p in poster if not p.annulleret and (p.noegle is None or p.noegle not in erstattet)]


def sammenlaeg(perioder: list[Periode]) -> list[Periode]:
    """Adjoining spells that differ in nothing but their days are one spell."""
    ud: list[Periode] = []
    for p in perioder:
        if ud and ud[-1].til is not None and plus(ud[-1].til, 1) == p.fra and samme(ud[-1], p):
            ud[-1] = evolve(ud[-1], til=p.til)
        else:
            ud.append(p)
    return ud


def samme(p: Periode, q: Periode) -> bool:
    """The two spells say the same of the person."""
    uden_dage = {"fra", "til", "noegle", "registreret", "erstatter"}
    return all(getattr(p, navn) == getattr(q, navn) for navn in fields_dict(Periode) if navn not in uden_dage)


def i_14_dage(f: Fritagelse) -> Fritagelse:
    """Sickness on dagpenge lifts the duty for 14 days, however long it is recorded (BEK 808 20.4, BEK 1172 21.4)."""
    if f.grund != SYGDOM:
        return f
    fjortende = plus(f.fra, 13)
    return evolve(f, til=fjortende if f.til is None else min(f.til, fjortende))


def en_barsel(alle: list[Fritagelse]) -> list[Fritagelse]:
    """A leave recorded in parts that follow each other is one leave, and ends once."""
    ud = [f for f in alle if f.grund != "barsel"]
    dage_paa_barsel = sorted((f.fra, f.til or dt.date.max) for f in alle if f.grund == "barsel")
    while dage_paa_barsel:
        fra, til = dage_paa_barsel.pop(0)
        while dage_paa_barsel and til < dt.date.max and dage_paa_barsel[0][0] <= plus(til, 1):
            til = max(til, dage_paa_barsel.pop(0)[1])
        if til == dt.date.max:
            dage_paa_barsel = []
        ud.append(Fritagelse(grund="barsel", fra=fra, til=None if til == dt.date.max else til))
    return ud


class Fakta:
    """One case as known on `pr`."""

    def __init__(
        self, sag: Sag, pr: dt.date, lovgrundlag: str, laes: dict[str, str], *, uvis_form: bool = False
    ) -> None:
        self.sag, self.pr, self.laes = sag, pr, laes
        # a form that is lawful or not by what no case says: taken as unlawful, then as lawful
        self.uvis_form, self.saa_uvist = uvis_form, False
        self.skift = dt.date(2019, 7, 1) if lovgrundlag == "aftale-2018" else dt.date(2020, 1, 1)
        self.husket: dict[str, Any] = {}  # what a function has already worked out for this case
        alle = sammenlaeg(sorted(aktive(sag.perioder), key=lambda p: p.fra))
        self.perioder: list[Periode] = [p for p in alle if p.fra <= pr]
        self.haendelser: list[Haendelse] = sorted(
            (h for h in aktive(sag.haendelser) if h.dato <= pr), key=lambda h: h.dato
        )
        # of two on one day the one in person (or whose form is not told) and the joint one come first, whatever order
        # they were sent in
        self.samtaler: list[Samtale] = sorted(
            (s for s in aktive(sag.samtaler) if s.dato <= pr),
            key=lambda s: (
                s.dato,
                s.form not in {None, "fremmoede"},
                not self.med_a_kasse(s),
                s.art,
                s.holdt_af or "",
                s.noegle or "",
            ),
        )
        self.tilbud: list[Tilbud] = sorted(
            (t for t in aktive(sag.tilbud) if t.status != "annulleret" and (t.fra <= pr or (t.afgivet or t.fra) <= pr)),
            key=lambda t: (t.fra, t.til or dt.date.max, t.art),
        )
        self.fritagelser = en_barsel([i_14_dage(f) for f in aktive(sag.fritagelser) if f.fra <= pr])
        self.beskaeftigelse = [b for b in aktive(sag.beskaeftigelse) if b.fra <= pr]
        self.ordninger = [o for o in aktive(sag.ordninger) if o.fra <= pr]
        self.timer = aktive(sag.timer)
        self.forbrug = aktive(sag.forbrug)
        self._paa_dagen: dict[dt.date, Periode] = {}
        for p in self.perioder:
            for dag in dage(p.fra, min(p.til or pr, pr)):
                self._paa_dagen[dag] = p
        igang = [p for p in self.perioder if p.til is None or p.til > pr]
        self.loebende: Periode | None = igang[-1] if igang else None
        self._i_tilbud: set[dt.date] = {
            dag for t in self.tilbud if t.art in KAPITEL_TILBUD for dag in dage(t.fra, min(t.til or pr, pr))
        }

    # who is where

    def periode_paa(self, dag: dt.date) -> Periode | None:
        """The spell of a day; after `pr` the running one goes on."""
        return self._paa_dagen.get(dag) if dag <= self.pr else self.loebende

    def slut(self, p: Periode) -> dt.date | None:
        """The last day of a spell, None while it is not known to have ended."""
        return p.til if p.til is not None and p.til <= self.pr else None

    def modtager_dagpenge(self, dag: dt.date) -> bool:
        """On dagpenge (or loentilskud) itself."""
        p = self.periode_paa(dag)
        return p is not None and p.maalgruppe == DP

    def paa_dagpenge(self, dag: dt.date) -> bool:
        """In the dagpenge course: on dagpenge (or loentilskud), or insured and unemployed in category 1 of sickness.

        SDPL 13 a.4 names kap. 7 of LAB, not the cv-samtale of kap. 6.
        """
        p = self.periode_paa(dag)
        if p is None:
            return False
        return p.maalgruppe == DP or (p.ydelse == "sygedagpenge" and p.kategori == 1 and p.ledig_forsikret is True)

    def art(self, *arter: str) -> list[Haendelse]:
        """The events of these kinds, in order."""
        return [h for h in self.haendelser if h.art in arter]

    def i_ordning(self, art: str, dag: dt.date) -> bool:
        """Whether a scheme covers the day, as known on `pr`: what goes on then goes on."""
        return any(
            o.art == art and o.fra <= dag and (o.til is None or o.til > self.pr or dag <= o.til) for o in self.ordninger
        )

    # exemptions

    def grunde(self, dag: dt.date) -> list[Any]:
        """The exemptions that cover a day, as known on `pr`: what goes on then goes on."""
        return [
            f
            for f in self.fritagelser
            # the law itself ends the one for sickness, whatever is recorded
            if f.fra <= dag and (f.til is None or dag <= f.til or (f.til > self.pr and f.grund != SYGDOM))
        ]

    def mindre_intensiv(self, dag: dt.date, gruppe: str) -> bool:
        """Mindre intensiv indsats in force for this group on this day (LAB-2016 21 f, LAB-2019 106)."""
        for f in self.grunde(dag):
            if f.grund != "mindre-intensiv-indsats" or f.pligt_fastholdt:
                continue
            if dag < self.skift:
                if gruppe in VOKSEN | {DP, "ledighedsydelse", "fleksjob"} and f.undergrund != "uddannelse":
                    return True
            elif gruppe in TO_TIL_FEM | SYV_TIL_TI | {DP}:
                if f.undergrund == "uddannelse" and (dag < dt.date(2021, 1, 1) or gruppe in UNG):
                    continue
                return True
        return False

    def fri_for_raadighed(self, dag: dt.date) -> bool:
        """RAAD-1172 22: no talks during mindre intensiv indsats; work-sharing only in its first 6 weeks (stk. 3).

        RAAD-1172 24: who takes part in jobrettet uddannelse is exempt from raadighed.
        """
        for f in self.grunde(dag):
            if f.grund == "jobrettet-uddannelse":
                return True
            if f.grund == "mindre-intensiv-indsats" and not f.pligt_fastholdt:
                if f.undergrund == "uddannelse" and dag < dt.date(2021, 1, 1):
                    continue
                if f.undergrund != "arbejdsfordeling" or dag < plus(f.fra, 42):
                    return True
        return False

    def standby_lovlig(self, dag: dt.date, gruppe: str) -> bool:
        """Whether follow-up without contact is lawful for the group on the day."""
        if gruppe == "sygedagpengemodtager":
            return True
        if dag < self.skift:
            return gruppe in {"aktivitetsparat", "revalidend", "aktivitetsparat-ung", "jobafklaring", "ledighedsydelse"}
        return gruppe in TO_TIL_FEM | SYV_TIL_TI | {DP}

    def undtaget(self, dag: dt.date, gruppe: str, *, standby: bool = True) -> bool:
        """Outside the contact course on the day (BEK-977 34.2, BEK-1180 40, LAB-2019 106, standby)."""
        ny = dag >= self.skift
        for f in self.grunde(dag):
            if standby and f.grund == "standby" and self.standby_lovlig(dag, gruppe):
                return True
            if gruppe == "ledighedsydelse" and not ny:
                continue  # the list is about kap. 7, not 73 a
            if f.grund in {"barsel", "jobrettet-uddannelse", "stu"}:
                return True
            if f.grund in {"uden-optjent-folkepension", "under-18-uden-forsoerger"} and gruppe in TO_TIL_FEM:
                return True
            if f.grund == "sorgorlov" and dag >= dt.date(2022, 1, 1):
                return True
            if f.grund == "uden-optjent-foertidspension":
                # BEK-977 34.2 nr. 2: on kontanthjaelp or uddannelseshjaelp anybody, revalidender too; on
                # integrationsydelse 3 and 13; in a gap as on the benefit before it
                ydelse = next((p.ydelse for p in reversed(self.perioder) if p.fra <= dag), None)
                tre_og_tretten = gruppe in {"aktivitetsparat", "aktivitetsparat-ung"}
                if tre_og_tretten and (ny or ydelse == "integrationsydelse"):
                    return True
                if not ny and ydelse == "kontanthjaelp":
                    return True
                # BEK 723/2015 31.2 nr. 2 had 'kontanthjælp' alone, to 31-08-2015
                if not ny and ydelse == "uddannelseshjaelp" and dag >= dt.date(2015, 9, 1):
                    return True
            if f.grund == "kontrakt-inden-4-uger" and gruppe == "revalidend":
                return True
            if f.grund == "dom-anbringelse" and ny:
                return True
        # BEK-977 34.2 nr. 5: to go on barsel within 4 weeks; from 2020 nr. 5 names a contract alone
        venter = any(f.grund == "barsel" and dag < f.fra <= plus(dag, 28) for f in self.fritagelser)
        return self.mindre_intensiv(dag, gruppe) if ny else gruppe == "revalidend" and venter

    def forlaenget(
        self, fra: dt.date | None, frist: dt.date, fri: Callable[[dt.date], bool], *, slut: dt.date | None = None
    ) -> dt.date:
        """The deadline, moved by the exempt days where an exemption covers a part of the window but not the deadline.

        After the last day of the course (`slut`) nobody is exempt from it.
        """
        if self.laes["delvis-fritagelse"] == "uden-virkning" or fra is None or fri(frist):
            return frist
        if frist > self.pr and fri(plus(self.pr, 1)):
            return frist  # it has not ended, and may yet cover the deadline
        return plus(frist, sum(1 for dag in dage(fra, min(frist, slut or frist)) if fri(dag)))

    def arbejder_20_timer(self, dag: dt.date) -> bool:
        """Ordinary work of 20 hours a week or more on the day."""
        timer = sum(
            b.timer_pr_uge or 0 for b in self.beskaeftigelse if b.fra <= dag and (b.til is None or dag <= b.til)
        )
        return timer >= 20

    def kommune(self, dag: dt.date) -> str | None:
        """The municipality of the day."""
        p = self.periode_paa(dag)
        return (p.kommune if p is not None else None) or self.sag.kommune

    def uvist(self) -> bool:
        """A form on which the case does not say what decides: the verdict is given both ways."""
        self.saa_uvist = True
        return self.uvis_form

    def fremmoede_tilladt(self, dag: dt.date) -> bool:
        """BEK 686/2020 2.1 nr. 2-3: in the two eastern regions cv- and jobsamtaler are digital or by telephone."""
        if not GENAABNING <= dag <= OEST_TIL:
            return True
        kommune = self.kommune(dag)
        if kommune is None:
            return self.uvist()
        return kommune.lstrip("0") not in HOVEDSTADEN_SJAELLAND

    def i_arbejde(self, dag: dt.date) -> bool:
        """Any ordinary work on the day."""
        return any(b.fra <= dag and (b.til is None or dag <= b.til) for b in self.beskaeftigelse)

    def i_tilbud(self, dag: dt.date, undtagen: set[str] | None = None) -> bool:
        """Taking part in an offer of the offer chapters on the day, of another kind than those left out."""
        if not undtagen or dag not in self._i_tilbud:
            return dag in self._i_tilbud
        arter = KAPITEL_TILBUD - undtagen
        return any(t.art in arter and t.fra <= dag <= min(t.til or self.pr, self.pr) for t in self.tilbud)

    # interviews

    def suspenderet(self, dag: dt.date) -> bool:
        """Inside the suspension of interviews in the spring of 2020."""
        return dt.date.fromisoformat(self.laes["suspension-start"]) <= dag < GENAABNING

    def overlap(self, fra: dt.date, til: dt.date) -> int:
        """How many days of a window lie inside that suspension."""
        start = dt.date.fromisoformat(self.laes["suspension-start"])
        return max(0, (min(til, plus(GENAABNING, -1)) - max(fra, start)).days + 1)

    def overlapper_suspension(self, fra: dt.date, til: dt.date) -> bool:
        """Whether a window overlaps that suspension."""
        return fra < GENAABNING and til >= dt.date.fromisoformat(self.laes["suspension-start"])

    def afholdt(self, s: Samtale) -> bool:
        """Held (or a no-show, where the reading says that it counts), outside the suspension."""
        if self.suspenderet(s.dato):
            return False
        return s.status == "afholdt" or (s.status == "udeblevet" and self.laes["udeblivelse"] == "taeller")

    def afholdt_altid(self, s: Samtale) -> bool:
        """The a-kasse's own talks count in the suspension too: BEK 867/2020 8.4 wants a cv-samtale held by 15 August,
        and 8.3, which counts from 27 May, is about the numbers of LAB and SDPL."""
        return s.status == "afholdt" or (s.status == "udeblevet" and self.laes["udeblivelse"] == "taeller")

    def med_a_kasse(self, s: Samtale) -> bool:
        """A joint interview: the a-kasse took part; nobody takes part in follow-up without contact."""
        if s.form == "standby":
            return False
        if s.art == "faelles-jobsamtale":
            return s.a_kasse_deltog is not False
        return s.art == "jobsamtale" and s.a_kasse_deltog is True

    def af_a_kasse(self, s: Samtale) -> bool:
        """Held by the a-kasse."""
        if s.holdt_af is None:
            return s.art in {"cv-samtale", "raadighedssamtale"}
        return s.holdt_af == "a-kasse"


def husk(funktion: Callable[[Fakta], T]) -> Callable[[Fakta], T]:
    """Work it out once a case."""

    @functools.wraps(funktion)
    def indre(fakta: Fakta) -> T:
        navn = f"{funktion.__module__}.{funktion.__name__}"
        if navn not in fakta.husket:
            fakta.husket[navn] = funktion(fakta)
        svar: T = fakta.husket[navn]
        return svar

    return indre


class Form:
    """Whether the form of an interview was lawful on its day for the rule that counts it."""

    def __init__(self, fakta: Fakta, gruppe: Callable[[dt.date], str], seks: dt.date | None = None) -> None:
        self.fakta, self.gruppe, self.seks = fakta, gruppe, seks

    def lab(self, s: Samtale, *, ikke_lempet: bool = False, foerste_holdt: bool = True) -> bool:
        """LAB: kap. 7 and 73 a. `ikke_lempet`: the weeks 1 and 3 months of 20 and 20 a, and the 16-month interview."""
        fakta, form, dag = self.fakta, s.form, s.dato
        gruppe = self.gruppe(dag)
        if form == "standby":  # no form of a talk, so not a wrong one
            return fakta.standby_lovlig(dag, gruppe)
        if form is None or fakta.laes["forkert-form"] == "taeller":
            return True
        if form == "fremmoede":
            return dag < fakta.skift or fakta.fremmoede_tilladt(dag)
        if dag < fakta.skift:
            if gruppe in {"revalidend", "uddannelsesparat", "aabenlyst-uddannelsesparat"}:
                return True
            # 73 a.4: in offers of kap. 10 and 11, so not in loentilskud
            i_tilbud = fakta.i_tilbud(dag, {"loentilskud"} if gruppe == "ledighedsydelse" else set())
            return fakta.mindre_intensiv(dag, gruppe) or (i_tilbud and not ikke_lempet)
        return self._ny(s, gruppe, foerste_holdt=foerste_holdt)

    def _ny(self, s: Samtale, gruppe: str, *, foerste_holdt: bool) -> bool:
        fakta, form, dag = self.fakta, s.form, s.dato
        if dag >= dt.date(2023, 3, 22):
            return form in FJERN and foerste_holdt
        delvist_i_job = gruppe == "jobafklaring" and fakta.i_arbejde(dag)
        valgfri = dag >= dt.date(2022, 1, 1) and self.seks is not None and dag > self.seks
        if form == "brev":  # LBK 701/2022: 31 a.3 knows the letter, 33 (after the first 6 months) does not
            return not valgfri and (fakta.i_tilbud(dag) or delvist_i_job)
        if gruppe == "revalidend" or corona_fjern(dag) or fakta.i_tilbud(dag) or delvist_i_job:
            return True
        return valgfri or (august_2021(dag) and fakta.uvist())


def august_2021(dag: dt.date) -> bool:
    """BEK 1251/2021 1 nr. 1-2 has no last day: it depends on the summons and on the municipality's lock-down."""
    return dt.date(2021, 8, 1) <= dag <= dt.date(2021, 8, 31)


def corona_fjern(dag: dt.date) -> bool:
    """Telephone and digital talks were allowed for covid."""
    return GENAABNING <= dag <= dt.date(2021, 7, 31) or dt.date(2021, 12, 19) <= dag <= dt.date(2022, 1, 31)


def lovlige(
    fakta: Fakta,
    form: Form,
    fra: dt.date,
    til: dt.date,
    *,
    arter: set[str] | None = None,
    ikke_lempet: bool = False,
    a_kasse_ogsaa: bool = False,
    selve_den_foerste: bool = False,
) -> list[Samtale]:
    """The interviews of the course from `fra` to `til` that may count: held, by the job centre, in a lawful form.

    `selve_den_foerste`: for the duty to hold the first one: 33.1 lets the person choose only after it.
    """
    ud: list[Samtale] = []
    foerste_holdt = False  # 33.1: 'Første jobsamtale', whoever held it and however; 'Herefter vælger personen'
    for s in fakta.samtaler:
        if not fra <= s.dato <= til or s.art not in (arter or JOB) or not fakta.afholdt(s):
            continue
        if (a_kasse_ogsaa or not fakta.af_a_kasse(s)) and form.lab(
            s, ikke_lempet=ikke_lempet, foerste_holdt=foerste_holdt and not selve_den_foerste
        ):
            ud.append(s)
        foerste_holdt = foerste_holdt or s.form != "standby"
    return ud


def datoer(samtaler: Iterable[Samtale]) -> list[dt.date]:
    """Their days."""
    return [s.dato for s in samtaler]


def uge_efter(fakta: Fakta, dag: dt.date, dage_: int) -> dt.date:
    """'Senest N dage/uger efter': the day of the event is not counted, unless the reading says so."""
    return plus(dag, dage_ - (1 if fakta.laes["frist-dag"] == "medregnet" else 0))
