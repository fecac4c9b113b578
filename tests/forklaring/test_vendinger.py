"""Turns of phrase: the tense of a schedule, a question as what is missing, the English article."""

from __future__ import annotations

import datetime as dt

import pytest

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json

D = dt.date


def test_a_schedule_speaks_of_what_is_to_come() -> None:
    said = {k.regel: k.forklaring for k in kf.plan("dagpengemodtager", fra=D(2024, 1, 1)).krav}
    english = {k.regel: k.forklaring for k in kf.plan("dagpengemodtager", fra=D(2024, 1, 1), sprog="en").krav}

    assert said["LAB-2024:31.1a"].endswith(
        "A-kassens del af forløbet slutter den 31. marts 2024, hvis borgeren er ledig hele tiden. I planen er fristen "
        "derfor den 31. marts 2024. Kravet afventer."
    )
    assert "ends on 31 March 2024 if the person is unemployed throughout." in english["LAB-2024:31.1a"]
    assert all(text.endswith("Kravet afventer.") for text in said.values())
    assert all(text.endswith("The requirement is pending.") for text in english.values())


@pytest.mark.parametrize(
    ("sprog", "said"),
    [
        ("da", "Kravet er uafklaret, fordi det ikke er oplyst, om kontrolaktionen viste ophold i udlandet."),
        ("en", "because whether the control action showed a stay abroad is not recorded."),
    ],
)
def test_a_question_is_no_subject(sprog: str, said: str) -> None:
    sag = sag_json.fra_obj(
        {
            "format": "kontaktforloeb-sag/1",
            "id": "A",
            "perioder": [{"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2021-03-01"}],
            "haendelser": [{"art": "kontrolaktion", "dato": "2021-06-01"}],
        }
    )
    found = [k.forklaring for k in kf.vurder(sag, pr=D(2021, 7, 1), sprog=sprog).krav if k.regel == "LAB-2019:38.1b"]

    assert found
    assert all(said in text for text in found)


def test_an_offer_has_its_article() -> None:
    sag = sag_json.fra_obj(
        {
            "format": "kontaktforloeb-sag/1",
            "id": "A",
            "perioder": [{"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2021-03-01"}],
            "tilbud": [
                {"art": "virksomhedspraktik", "fra": "2021-05-03", "til": "2021-05-30", "status": "gennemfoert"}
            ],
        }
    )
    (krav,) = (k for k in kf.vurder(sag, pr=D(2021, 7, 1), sprog="en").krav if k.regel == "LAB-2019:102.1")

    assert "The offer of a company traineeship from 3 May 2021 to 30 May 2021 counts." in krav.forklaring
