"""The languages: what turns findings, notes and rules into words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kontaktforloeb.forklaring.afhaengighed import afhaengighed_i_ord
from kontaktforloeb.forklaring.konklusion import grundlag, konklusion
from kontaktforloeb.forklaring.noter import note
from kontaktforloeb.forklaring.ordbog import ORDBOEGER, Ordbog
from kontaktforloeb.forklaring.punktord import Sammenhaeng
from kontaktforloeb.forklaring.regelord import beskriv, regelsaetning
from kontaktforloeb.forklaring.talord import optalt
from kontaktforloeb.forklaring.tidsord import tider
from kontaktforloeb.formater.fejl import Fejl, Sagsfejl
from kontaktforloeb.vurdering.hjemler import hjemler
from kontaktforloeb.vurdering.resultat import Sprog

if TYPE_CHECKING:
    from kontaktforloeb.vurdering.fund import Fund
    from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov

__all__ = ["afhaengighed_i_ord", "beskriv_regel", "forklaring", "sprogvalg"]


def forklaring(fund: Fund, lov: OversatLov, o: Ordbog) -> str:
    """The reasons in prose: the rule, the facts and dates, the counting, the conclusion."""
    s = Sammenhaeng(fund.klausul, lov, o, fund)
    citater = hjemler(fund, lov)
    return " ".join(
        (
            regelsaetning(s, citater[0][0] if citater else None),
            *tider(fund, s),
            *optalt(fund, s),
            konklusion(fund, s),
            *grundlag(s),
        )
    )


def _sprog(o: Ordbog) -> Sprog:
    return Sprog(o.kode, partial(forklaring, o=o), partial(note, o=o))


_SPROG: Final = {kode: _sprog(o) for kode, o in ORDBOEGER.items()}


def _ordbog(sprog: str) -> Ordbog:
    if sprog not in ORDBOEGER:
        raise Sagsfejl(
            [Fejl("sprog", repr(sprog), ", ".join(ORDBOEGER), "kendes ikke.", "ukendt-sprog", "is not known.")]
        )
    return ORDBOEGER[sprog]


def sprogvalg(sprog: str) -> Sprog:
    """The words of a language, `da` or `en`. Raises `Sagsfejl` (a `ValueError`) for another.

    >>> sprogvalg("da").note(("ikke-registreret",)).tekst
    'Det, der ikke er registreret, er regnet som ikke sket.'
    """
    return _SPROG[_ordbog(sprog).kode]


def beskriv_regel(k: Klausul, lov: OversatLov, sprog: str) -> str:
    """A rule in words from its declaration. Raises `Sagsfejl` for an unknown language."""
    return beskriv(k, lov, _ordbog(sprog))
