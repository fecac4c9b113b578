"""What an exemption rests on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kontaktforloeb.koder import Fritagelsesgrund

if TYPE_CHECKING:
    from kontaktforloeb.forklaring.ordbog import Ordbog

ARBEJDE = "beskaeftigelse"


def fritagelse(navn: str, o: Ordbog) -> str:
    """A ground of exemption; ordinary work besides the recorded grounds. Raises `ValueError` for another.

    >>> from kontaktforloeb.forklaring.ordbog import Ordbog
    >>> fritagelse("barsel", Ordbog("da")), fritagelse("beskaeftigelse", Ordbog("en"))
    ('barsel', 'ordinary work')
    """
    if navn == ARBEJDE:
        return o("ordinært arbejde", "ordinary work")
    return o.navn(Fritagelsesgrund, navn)
