"""The languages: what turns findings, notes and rules into words."""

from __future__ import annotations

from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov
from kontaktforloeb.vurdering.resultat import Note, Sprog


def _forklaring(fund: Fund, lov: OversatLov) -> str:
    return f"{fund.klausul.regel.titel}: {fund.udfald}."


def _note(kode: tuple[str, ...]) -> Note:
    return Note(kode[0], " ".join(kode))


def sprogvalg(sprog: str) -> Sprog:
    """The words of a language, `da` or `en`."""
    return Sprog(sprog, _forklaring, _note)


def beskriv_regel(k: Klausul, lov: OversatLov, sprog: str) -> str:
    """A rule in words."""
    return str(k.regel.titel)
