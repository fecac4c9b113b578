"""What is counted, as noun phrases: interviews, offers, contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kontaktforloeb import regelsprog as r
from kontaktforloeb.koder import Formaal, Samtaleart, Tilbudsart

if TYPE_CHECKING:
    from kontaktforloeb.forklaring.ordbog import Ordbog

_JOBSAMTALER = frozenset(("jobsamtale", "faelles-jobsamtale"))


def enhed(t: Any, o: Ordbog, *, flere: bool) -> str:
    """What one, or several, of the counted things are called: `jobsamtale`, `jobsamtaler`, `tilbud`."""
    if isinstance(t, r.Samtaler):
        navn = _samtaleart(t, o)
        return (navn + o("r", "s")) if flere else navn
    if isinstance(t, r.Tilbudstaeller):
        return o("tilbud", "offers" if flere else "offer")
    return o("kontakter" if flere else "kontakt", "contacts" if flere else "contact")


def _samtaleart(t: r.Samtaler, o: Ordbog) -> str:
    arter = set(t.arter)
    if t.formaal is not None or (arter - _JOBSAMTALER and arter & _JOBSAMTALER and t.arter[0] == "jobsamtale"):
        return o("samtale", "interview")
    if t.faelles and t.arter[0] == "jobsamtale":
        return Samtaleart.FAELLES_JOBSAMTALE.tekst(o.kode)
    return o.navn(Samtaleart, t.arter[0])


def samtaler(t: r.Samtaler, antal: int, o: Ordbog) -> str:
    """So many interviews: `fire jobsamtaler`, `én samtale om vejledning om jobrettet uddannelse`."""
    om = "" if t.formaal is None else f" ({o.navn(Formaal, t.formaal)})"
    return f"{o.tal(antal)} {enhed(t, o, flere=antal != 1)}{om}"


def ens(t: Any, o: Ordbog) -> str:
    """One of them as new: `en jobsamtale`, `et tilbud`."""
    navn = enhed(t, o, flere=False)
    if o.kode == "da":
        return f"{'et' if isinstance(t, r.Tilbudstaeller) else 'en'} {navn}"
    return f"{'an' if navn[0] in 'aeio' else 'a'} {navn}"


def antal_af(t: Any, antal: int, o: Ordbog) -> str:
    """So many of them: `to jobsamtaler`, `ét tilbud`."""
    return f"{o.tal(antal, intetkoen=isinstance(t, r.Tilbudstaeller))} {enhed(t, o, flere=antal != 1)}"


def laengde(t: r.Tilbudstaeller, o: Ordbog) -> str:
    """The least length of an offer, empty where there is none."""
    if t.mindst is not None:
        return o(f"mindst {o.maengde(t.mindst)}", f"at least {o.maengde(t.mindst)}")
    mindst = t.mindst_dage
    if not isinstance(mindst, int) or mindst == 0:
        return ""
    if mindst < 0:
        return o(f"mindst {-mindst} hverdage", f"at least {-mindst} weekdays")
    return o(f"mindst {mindst} dage i sammenhæng", f"at least {mindst} days without a break")


def tilbudsarter(t: r.Tilbudstaeller, o: Ordbog) -> str:
    """The kinds of offer that count."""
    return o.eller(dict.fromkeys(o.navn(Tilbudsart, a.art) for a in t.arter))


_UBESTEMT: Final[dict[str, str]] = {
    Tilbudsart.VIRKSOMHEDSPRAKTIK: "a",
    Tilbudsart.NYTTEINDSATS: "a",
    Tilbudsart.LSR_KURSUS: "a",
    Tilbudsart.REALKOMPETENCEVURDERING: "an",
}
"""The English article of those kinds of offer that can be counted."""


def tilbuddets_art(art: str, o: Ordbog) -> str:
    """What an offer was of, as it follows `om` or `of`.

    >>> from kontaktforloeb.forklaring.ordbog import ORDBOEGER
    >>> [tilbuddets_art(a, ORDBOEGER["en"]) for a in ("virksomhedspraktik", "mentor")]
    ['a company traineeship', 'mentor support']
    """
    navn = o.navn(Tilbudsart, art)
    artikel = "" if o.kode == "da" else _UBESTEMT.get(art, "")
    return f"{artikel} {navn}".lstrip()
