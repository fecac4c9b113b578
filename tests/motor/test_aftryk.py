"""The fingerprint of the law: every declaration is written out in full, in an order that is always the same."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from attrs import evolve, frozen

from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.vurdering import aftryk


@frozen
class Inderst:
    navn: str
    antal: int | None


@frozen
class Yderst:
    dele: tuple[Inderst, ...]
    ordbog: dict[str, Any]
    del_: Inderst


@pytest.mark.parametrize(
    ("vaerdi", "tekst"),
    [
        ("a'b", '"a\'b"'),
        (7, "7"),
        (None, "None"),
        ((), "[]"),
        (("a", (1, True)), "['a',[1,True]]"),
        ({"b": 2, "a": (1,)}, "{'a':[1],'b':2}"),
        (Inderst("x", None), "Inderst(navn='x',antal=None)"),
        (
            Yderst((Inderst("x", 1),), {"n": Inderst("y", 2)}, Inderst("x", 1)),
            "Yderst(dele=[Inderst(navn='x',antal=1)],ordbog={'n':Inderst(navn='y',antal=2)},del_=Inderst(navn='x',antal=1))",
        ),
    ],
)
def test_a_declaration_as_text(vaerdi: Any, tekst: str) -> None:
    assert aftryk._skriv(vaerdi, {}) == tekst
    assert aftryk._skriv(vaerdi, {}) == tekst  # and once more, when its kind is known


def test_the_hash_is_of_the_text_and_says_so() -> None:
    assert aftryk.aftryk(Inderst("x", None)) == (
        "sha256:" + hashlib.sha256(b"Inderst(navn='x',antal=None)").hexdigest()
    )


def test_a_number_in_a_rule_changes_it() -> None:
    foerste, *resten = REGELSAET.regler
    aendret = evolve(REGELSAET, regler=(evolve(foerste, titel=foerste.titel + "."), *resten))
    assert aftryk.aftryk(aendret) != aftryk.aftryk(REGELSAET)
