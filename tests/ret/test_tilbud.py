"""Offers under the old act: one that was broken off for a job that the person was referred to."""

from __future__ import annotations

import datetime as dt

import pytest

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json


@pytest.mark.parametrize("planned", [None, "2018-02-08", "2018-03-30"])
@pytest.mark.parametrize(
    ("reason", "meant"), [("henvist-job", "opfyldt"), ("jobcenter", "ikke-opfyldt"), (None, "uafklaret")]
)
def test_an_offer_left_for_a_referred_job_is_long_enough(reason: str | None, meant: str, planned: str | None) -> None:
    # BEK 977/2018 § 52; what was planned for four days was no offer of two weeks (§ 84, stk. 2).
    outcome = "ikke-opfyldt" if planned == "2018-02-08" else meant
    # Three days of the two weeks; dagpenge from 1 January 2018, under 30 years.
    offer = {
        "art": "virksomhedspraktik",
        "fra": "2018-02-05",
        "til": "2018-02-07",
        "status": "afbrudt",
        "aarsag": reason,
        "planlagt_til": planned,
    }
    case = sag_json.fra_obj(
        {
            "format": "kontaktforloeb-sag/1",
            "id": "A",
            "foedselsdato": "1995-01-01",
            "perioder": [{"ydelse": "dagpenge", "maalgruppe": "dagpengemodtager", "fra": "2018-01-01"}],
            "haendelser": [
                {"art": "indplacering", "dato": "2018-01-01"},
                {"art": "tilmelding", "dato": "2018-01-01"},
            ],
            "tilbud": [{k: v for k, v in offer.items() if v is not None}],
        }
    )
    found = kf.vurder(case, pr=dt.date(2018, 7, 1), afhaengigheder=False).krav
    assert [outcome] == [k.udfald for k in found if k.regel == "LAB-2016:85.1"]
