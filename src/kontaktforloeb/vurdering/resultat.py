"""What the caller gets: a verdict and its requirements, built from the findings when read."""

from __future__ import annotations

import datetime as dt
import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from kontaktforloeb.vurdering.antaget import antaget
from kontaktforloeb.vurdering.fund import VAERST_FOERST, Fund
from kontaktforloeb.vurdering.hjemler import hjemler
from kontaktforloeb.vurdering.oversaet import OversatLov

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = "kontaktforloeb-vurdering/1"


@frozen
class Hjemmel:
    """A citation: its ordinary short form, the text in force on the deadline, and its link (ELI)."""

    kort: str
    retskilde: str
    eli: str


@frozen
class Medregnet:
    """A record that was counted: its day and the sender's key."""

    dato: dt.date
    noegle: str | None


@frozen
class Note:
    """An assumption, remark or warning: a code from one list, and its words."""

    kode: str
    tekst: str


@frozen
class Afhaengighed:
    """One other choice of one reading that changes the requirement; `udfald` None where it would not exist."""

    fortolkning: str
    valg: str
    udfald: str | None
    frist: dt.date | None


@frozen
class Sprog:
    """What turns findings into words: titles, reasons and notes in one language."""

    kode: str
    forklaring: Callable[[Fund, OversatLov], str]
    note: Callable[[tuple[str, ...]], Note]


def _dato(dag: int | None) -> dt.date | None:
    return None if dag is None else dt.date.fromordinal(dag)


@frozen(slots=False, eq=False)
class Krav:
    """One requirement as judged; attributes are the keys of the format. Days are `datetime.date`.

    `fra` and `frist` are the first and the last day in time, inclusive; None where the law sets none or it is not yet
    known. `forventet_frist`: for a pending deadline in hours, the day it falls at the present rate. `afgjort`: the day
    the outcome became fixed.
    """

    _fund: Fund = field(repr=False)
    _lov: OversatLov = field(repr=False)
    _sprog: Sprog = field(repr=False)
    afhaenger_af: tuple[Afhaengighed, ...] = ()

    @property
    def regel(self) -> str:
        """The rule's identity, `act:paragraph.stykke`."""
        return str(self._fund.klausul.regel.id)

    @property
    def titel(self) -> str:
        """The rule in a few words."""
        regel = self._fund.klausul.regel
        return str(regel.titel_en if self._sprog.kode == "en" else regel.titel)

    @property
    def maalgruppe(self) -> str:
        """The target group it bound the person in."""
        return self._fund.gruppe

    @property
    def ansvarlig(self) -> str:
        """Who answers for it: jobcenter, a-kasse or kommune."""
        return self._fund.ansvarlig

    @property
    def udfald(self) -> str:
        """The outcome (`semantics.md`)."""
        return self._fund.udfald

    @property
    def periode_fra(self) -> dt.date:
        """The anchor of the period it counts in."""
        return dt.date.fromordinal(self._fund.forloeb.start)

    @property
    def trin(self) -> int | None:
        """The step of a series; None for a single requirement."""
        return self._fund.trin

    @property
    def fra(self) -> dt.date | None:
        """The first day in time."""
        return _dato(self._fund.fra)

    @property
    def frist(self) -> dt.date | None:
        """The last day in time, tolerances and the week rule included."""
        return _dato(self._fund.frist)

    @property
    def forventet_frist(self) -> dt.date | None:
        """The day a pending deadline in hours falls at the present rate."""
        return _dato(self._fund.forventet) if self._fund.udfald == "afventer" else None

    @property
    def afgjort(self) -> dt.date | None:
        """The day the outcome became fixed."""
        return _dato(self._fund.afgjort)

    @property
    def kraevet(self) -> int | None:
        """How many are required."""
        return self._fund.kraevet

    @property
    def medregnet(self) -> tuple[Medregnet, ...]:
        """What was counted, late ones too."""
        return tuple(
            Medregnet(dt.date.fromordinal(getattr(p, "dag", None) or p.fra), getattr(p, "noegle", None))
            for p in self._fund.medregnet
        )

    @cached_property
    def hjemmel(self) -> tuple[Hjemmel, ...]:
        """The citations, of the text in force on `frist` (on `pr` where that is None)."""
        return tuple(Hjemmel(*h) for h in hjemler(self._fund, self._lov))

    @property
    def forklaring(self) -> str:
        """The reasons in prose: the rule, the facts and dates, the counting, the conclusion."""
        return self._sprog.forklaring(self._fund, self._lov)

    @property
    def fortolkninger(self) -> dict[str, str]:
        """The readings the rule mentions, with the choice used."""
        return dict(self._fund.klausul.laest)

    @property
    def antagelser(self) -> tuple[Note, ...]:
        """What was taken as given."""
        alle = dict.fromkeys((*self._fund.antagelser, *antaget(self._fund, self._lov)))
        return tuple(self._sprog.note(a) for a in alle)

    @property
    def bemaerkninger(self) -> tuple[Note, ...]:
        """What a reader should know besides."""
        return tuple(self._sprog.note(b) for b in dict.fromkeys(self._fund.bemaerkninger))

    @property
    def mangler(self) -> tuple[str, ...]:
        """The paths of the facts that would settle an undetermined outcome."""
        return tuple(self._fund.mangler) if self._fund.udfald == "uafklaret" else ()

    @property
    def efterfoelger(self) -> str | None:
        """The rule that takes over."""
        return self._fund.efterfoelger

    def som_dict(self) -> dict[str, Any]:
        """As the format writes it: keys in its order, dates as ISO 8601."""
        return {
            "regel": self.regel,
            "titel": self.titel,
            "maalgruppe": self.maalgruppe,
            "ansvarlig": self.ansvarlig,
            "udfald": self.udfald,
            "periode_fra": self.periode_fra.isoformat(),
            "trin": self.trin,
            "fra": _iso(self.fra),
            "frist": _iso(self.frist),
            "forventet_frist": _iso(self.forventet_frist),
            "afgjort": _iso(self.afgjort),
            "kraevet": self.kraevet,
            "medregnet": [{"dato": m.dato.isoformat(), "noegle": m.noegle} for m in self.medregnet],
            "hjemmel": [{"kort": h.kort, "retskilde": h.retskilde, "eli": h.eli} for h in self.hjemmel],
            "forklaring": self.forklaring,
            "fortolkninger": self.fortolkninger,
            "afhaenger_af": [_afhaenger(a) for a in self.afhaenger_af],
            "antagelser": [{"kode": n.kode, "tekst": n.tekst} for n in self.antagelser],
            "bemaerkninger": [{"kode": n.kode, "tekst": n.tekst} for n in self.bemaerkninger],
            "mangler": list(self.mangler),
            "efterfoelger": self.efterfoelger,
        }


def _iso(dag: dt.date | None) -> str | None:
    return None if dag is None else dag.isoformat()


def _afhaenger(a: Afhaengighed) -> dict[str, Any]:
    ud: dict[str, Any] = {"fortolkning": a.fortolkning, "valg": a.valg, "udfald": a.udfald}
    if a.frist is not None:
        ud["frist"] = a.frist.isoformat()
    return ud


@frozen(slots=False, eq=False)
class Vurdering:
    """The verdict on one case on one day: `krav` in the order of deadline, rule, period and step."""

    id: str
    pr: dt.date
    kendt: dt.date | None
    lovgrundlag: str
    version: str
    regelsaet: str
    fortolkninger: dict[str, str]
    krav: tuple[Krav, ...]
    advarsler: tuple[Note, ...] = ()

    @property
    def samlet(self) -> str:
        """The worst outcome of the requirements."""
        udfald = {k.udfald for k in self.krav}
        return next((u for u in VAERST_FOERST if u in udfald), "intet-krav")

    def som_dict(self) -> dict[str, Any]:
        """As the format writes it."""
        return {
            "format": FORMAT,
            "id": self.id,
            "pr": self.pr.isoformat(),
            "kendt": _iso(self.kendt),
            "lovgrundlag": self.lovgrundlag,
            "version": self.version,
            "regelsaet": self.regelsaet,
            "fortolkninger": dict(self.fortolkninger),
            "samlet": self.samlet,
            "krav": [k.som_dict() for k in self.krav],
            "advarsler": [{"kode": n.kode, "tekst": n.tekst} for n in self.advarsler],
        }

    def som_json(self) -> str:
        """One line of JSON; the same verdict always gives the same bytes."""
        return json.dumps(self.som_dict(), ensure_ascii=False, separators=(",", ":"))
