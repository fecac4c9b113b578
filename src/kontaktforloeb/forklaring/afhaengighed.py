"""Which other reading would change a requirement, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kontaktforloeb.forklaring.ordbog import ORDBOEGER, Ordbog
from kontaktforloeb.koder import Udfald

if TYPE_CHECKING:
    from kontaktforloeb.vurdering.oversaet import OversatLov
    from kontaktforloeb.vurdering.resultat import Krav


def afhaengighed_i_ord(krav: Krav, sprog: str) -> tuple[str, ...]:
    """One sentence for each single other choice of a reading that changes `krav`; one that says so where none does.

    `krav` must come from a verdict whose dependencies were asked for. Raises `KeyError` for an unknown language.
    """
    o = ORDBOEGER[sprog]
    if not krav.afhaenger_af:
        return (o("Ingen enkelt anden fortolkning ændrer udfaldet.", "No single other reading changes the outcome."),)
    lov = getattr(krav, "_lov", None)
    return tuple(_saetning(a, lov, o) for a in krav.afhaenger_af)


def _saetning(a: Any, lov: OversatLov | None, o: Ordbog) -> str:
    navn, kode, udfald, frist = (_del(a, n) for n in ("fortolkning", "valg", "udfald", "frist"))
    betyder = _valg(str(navn), str(kode), lov, o)
    if udfald is None:
        bliver = o("findes kravet ikke", "the requirement does not exist")
    else:
        bliver = o(f"er udfaldet »{o.navn(Udfald, udfald)}«", f"the outcome is “{o.navn(Udfald, udfald)}”")
        if frist is not None:
            dag = o.iso(frist) if isinstance(frist, str) else frist.toordinal()
            bliver += o(f" med frist {o.den(dag)}", f" with the deadline {o.dato(dag)}")
    return o(f"Læses »{navn}« som »{kode}«{betyder}, {bliver}.", f"If “{navn}” is read as “{kode}”{betyder}, {bliver}.")


def _del(a: Any, navn: str) -> Any:
    return a.get(navn) if isinstance(a, dict) else getattr(a, navn)


def _valg(navn: str, kode: str, lov: OversatLov | None, o: Ordbog) -> str:
    """What a choice means, in parentheses; nothing where the law does not know it."""
    for f in () if lov is None else lov.regelsaet.fortolkninger:
        for v in f.valg:
            if f.navn == navn and v.kode == kode:
                return f" ({o(v.tekst, v.tekst_en)})"
    return ""
