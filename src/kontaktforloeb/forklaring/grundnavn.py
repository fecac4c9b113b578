"""What an exemption rests on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kontaktforloeb.koder import Fritagelsesgrund, Tilbudsart
from kontaktforloeb.tidslinje import DELTAGELSE

if TYPE_CHECKING:
    from kontaktforloeb.forklaring.ordbog import Ordbog

ARBEJDE = "beskaeftigelse"
_DELTAGELSE = {grund: art for art, grund in DELTAGELSE.items()}


def fritagelse(navn: str, o: Ordbog) -> str:
    """A ground of exemption, recorded or not: ordinary work, an offer taken part in. Raises `ValueError` for another.

    >>> from kontaktforloeb.forklaring.ordbog import Ordbog
    >>> fritagelse("barsel", Ordbog("da")), fritagelse("beskaeftigelse", Ordbog("en"))
    ('barsel', 'ordinary work')
    """
    if navn == ARBEJDE:
        return o("ordinært arbejde", "ordinary work")
    if navn in _DELTAGELSE:
        return o.navn(Tilbudsart, _DELTAGELSE[navn])
    return o.navn(Fritagelsesgrund, navn)
