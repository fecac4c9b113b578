"""A rule as plain values, for programs: `regler --format json`, `sammenlign` and the documentation."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from attrs import frozen

from kontaktforloeb.regelsprog import Hjemmel as Kilde
from kontaktforloeb.regelsprog import Laes, Rettighed, UdenKrav, uden_sidste_dag
from kontaktforloeb.vurdering.hjemler import citater, efter_planen
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov
from kontaktforloeb.vurdering.resultat import Hjemmel


def vaerdi(v: Any) -> Any:
    """A declaration as JSON values; a reading names itself and its choices."""
    if isinstance(v, Laes):
        return {"fortolkning": v.navn, "valg": {kode: vaerdi(x) for kode, x in v.vaerdier}}
    if isinstance(v, Kilde):
        return {"lov": v.lov.kort, "paragraf": v.paragraf, "fra": vaerdi(v.fra), "til": vaerdi(v.til)}
    if attrs.has(type(v)):
        felter = {f.name: vaerdi(getattr(v, f.name)) for f in attrs.fields(type(v))}
        return {"slags": type(v).__name__, **{k: x for k, x in felter.items() if x not in (None, (), [], False)}}
    if isinstance(v, tuple):
        return [vaerdi(x) for x in v]
    return v.isoformat() if isinstance(v, dt.date) else v


@frozen
class Regelinfo:
    """A rule in force: its words, groups, dates, authority, declaration and readings.

    `gaelder_fra` and `gaelder_til` are inclusive, None where it still holds; `slags` is krav, rettighed (also a duty
    without a date) or intet-krav.
    A rule that counts on two clocks has two declarations.
    """

    regel: str
    titel: str
    slags: str
    maalgrupper: tuple[str, ...]
    ansvarlig: str
    gaelder_fra: dt.date
    gaelder_til: dt.date | None
    hjemmel: tuple[Hjemmel, ...]
    beskrivelse: str
    erklaering: tuple[dict[str, Any], ...]
    fortolkninger: tuple[str, ...]
    sikkerhed: str
    laest: dt.date

    def som_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "regel": self.regel,
            "titel": self.titel,
            "slags": self.slags,
            "maalgrupper": list(self.maalgrupper),
            "ansvarlig": self.ansvarlig,
            "gaelder_fra": self.gaelder_fra.isoformat(),
            "gaelder_til": None if self.gaelder_til is None else self.gaelder_til.isoformat(),
            "sikkerhed": self.sikkerhed,
            "laest": self.laest.isoformat(),
            "hjemmel": [{"kort": h.kort, "retskilde": h.retskilde, "eli": h.eli} for h in self.hjemmel],
            "beskrivelse": self.beskrivelse,
            "erklaering": list(self.erklaering),
            "fortolkninger": list(self.fortolkninger),
        }


def slags(regel: Any) -> str:
    """Whether a rule is a requirement, a right or a duty without a date, or says that there is none."""
    if isinstance(regel, UdenKrav):
        return "intet-krav"
    return "rettighed" if isinstance(regel, Rettighed) or uden_sidste_dag(regel.vindue) else "krav"


def regelinfo(
    lov: OversatLov, klausuler: list[Klausul], dato: dt.date | None, beskrivelse: str, sprog: str
) -> Regelinfo:
    """The rules of one id as one.

    Cited as on `dato` (without it, on its last day in force, else as consolidated last).
    """
    k = klausuler[0]
    ender = [x.til for x in klausuler]
    slut = None if None in ender else max(t for t in ender if t is not None)
    dag = dato.toordinal() if dato is not None else slut if slut is not None else max(k.fra, lov.ikraft)
    grupper = tuple(dict.fromkeys(g for x in klausuler for g in x.regel.maalgrupper))
    laest = dict.fromkeys(n for x in klausuler for n in x.laest)
    originaler = [lov.regelsaet.regler[x.nr] for x in klausuler]
    return Regelinfo(
        regel=k.regel.id,
        titel=k.regel.titel_en if sprog == "en" else k.regel.titel,
        slags=slags(k.regel),
        maalgrupper=grupper,
        ansvarlig=k.regel.ansvarlig,
        gaelder_fra=dt.date.fromordinal(min(x.fra for x in klausuler)),
        gaelder_til=None if slut is None else dt.date.fromordinal(slut),
        hjemmel=tuple(
            Hjemmel(*h)
            for h in citater(k.regel.hjemmel, max(dag, k.fra), lov, plan=efter_planen(k, max(dag, k.fra), dag, lov))
        ),
        beskrivelse=beskrivelse,
        erklaering=tuple(vaerdi(x) for x in originaler),
        fortolkninger=tuple(sorted(laest)),
        sikkerhed=k.regel.gaelder.sikkerhed,
        laest=k.regel.gaelder.laest,
    )
