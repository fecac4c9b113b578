"""The closed lists of codes, and the faults themselves."""

from __future__ import annotations

import json
import pickle

import pytest

from kontaktforloeb import koder
from kontaktforloeb.formater.fejl import Fejl, Fejlliste, Sagsfejl, vis, vis_noegle
from kontaktforloeb.formater.felter import LISTER
from kontaktforloeb.formater.sag_json import FORM

CLASSES = sorted(koder.Kode.__subclasses__(), key=lambda each: each.__name__)


@pytest.mark.parametrize("kind", CLASSES)
def test_codes_are_plain_ascii_with_labels_in_both_languages(kind: type[koder.Kode]) -> None:
    assert len(set(kind.koder())) == len(kind)
    for code in kind:
        assert str(code.value).isascii()
        assert str(code.value) == str(code).lower()
        assert code.tekst().strip() == code.da != ""
        assert code.tekst("en").strip() == code.en != ""
        assert json.dumps(code) == f'"{code.value}"'
        assert pickle.loads(pickle.dumps(code)) is code  # noqa: S301 - our own bytes


def test_how_many_faults_are_written_out_is_a_name_of_the_exception() -> None:
    fault = Sagsfejl(Fejl(f"x[{nr}]", "", "", "mangler.", "mangler") for nr in range(300))
    assert (Sagsfejl.HOEJST, 200, 300) == (200, len(fault.fejl), fault.antal)
    assert str(fault).endswith("… og 100 fejl mere.")


def test_labels_are_spelled_in_full() -> None:
    """Where a code writes oe, ae or aa for a Danish letter, the label writes the letter."""
    for kind in CLASSES:
        for code in kind:
            for pair in ("oe", "ae", "aa"):
                assert pair not in code.da, code


def test_the_overall_outcome_ranks_every_outcome_once() -> None:
    assert set(koder.Udfald) == set(koder.SAMLET_ORDEN)
    assert len(koder.Udfald) == len(koder.SAMLET_ORDEN)


@pytest.mark.parametrize(
    ("code", "art", "holdt_af"),
    [
        (7, "jobsamtale", None),
        (17, "jobsamtale", "a-kasse"),
        (19, "faelles-jobsamtale", None),
        (4, "opfoelgningssamtale", None),
        (10, "cv-samtale", None),
        (15, "raadighedssamtale", None),
        (9, "informationsmoede", None),
        (13, "informationsmoede", None),
    ],
)
def test_dfdg_codes(code: int, art: str, holdt_af: str | None) -> None:
    assert (art, holdt_af) == koder.DFDG[code]
    assert koder.dfdg_kode(art, holdt_af) == (9 if code == 13 else code)


def test_dfdg_has_no_code_for_the_rest() -> None:
    assert len(koder.DFDG) == 8
    assert koder.dfdg_kode("anden") is None


def test_every_group_has_a_benefit_and_every_benefit_a_group() -> None:
    assert set(koder.Maalgruppe) == set(koder.YDELSER) == set(koder.YDELSER_EFTER_REFORM)
    assert set(koder.Ydelse) == set().union(*koder.YDELSER.values())
    assert all(koder.YDELSER[group] <= koder.YDELSER_EFTER_REFORM[group] for group in koder.Maalgruppe)


def test_faults_survive_the_way_to_another_process() -> None:
    found = Sagsfejl([FORM[0].fejl("perioder[0]", "1", felter="fra")], 3)
    back = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes
    assert back.fejl == found.fejl
    assert back.tekst("en") == found.tekst("en")
    assert back.antal == 3


def test_a_fault_without_english_stays_danish() -> None:
    fault = Fejl("kolonne", "", "", "mangler.", "mangler")
    assert str(fault.paa("en")) == "kolonne: mangler."
    assert fault.paa("da") is fault
    assert str(fault.under("linje 2")) == "linje 2: kolonne: mangler."


def test_nothing_found_raises_nothing() -> None:
    Fejlliste().rejs()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "true"),
        (12.5, "12.5"),
        ({"a": 1}, "{…}"),
        ([], "[]"),
        ("a\nb", '"a\\nb"'),
        ("x" * 58, f'"{"x" * 58}"'),
        ("x" * 59, f'"{"x" * 58}…'),
        ("sag 010180 1234", '"sag ******-****"'),
        (101801234, "101801234"),
        (1101801234, "******-****"),
        ("y" * 54 + "010180-1234", f'"{"y" * 54}****…'),
        ("\u202e", '"\\u202e"'),
    ],
)
def test_values_are_shown_short_and_masked(value: object, shown: str) -> None:
    assert shown == vis(value)


def test_odd_keys_are_quoted_in_paths() -> None:
    assert vis_noegle("", 'a"b') == '["a\\"b"]'
    assert vis_noegle("tilbud[0]", "fra") == "tilbud[0].fra"
    assert vis_noegle("tilbud[0]", "æ") == 'tilbud[0]["æ"]'


def test_every_field_says_what_it_is() -> None:
    for liste in LISTER:
        for felt in liste.felter:
            assert felt.om.endswith(".")
            assert all(felt.tilladt)
