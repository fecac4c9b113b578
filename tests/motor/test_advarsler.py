"""What is odd in a case and was worked around is said in the verdict."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json

PAUSE = [("kontanthjaelp", "2021-08-02", "2021-11-30"), ("kontanthjaelp", "2022-04-01", None)]
SPELL = ("loentilskud", "2021-12-01", "2022-03-31")


def warnings(
    spells: list[Any], *, gruppe: str = "jobparat", pr: str = "2022-11-15", **mere: Any
) -> list[tuple[str, str]]:
    perioder = [{"ydelse": y, "maalgruppe": gruppe, "fra": fra, "til": til} for y, fra, til in spells]
    sag = sag_json.fra_obj({"format": "kontaktforloeb-sag/1", "id": "A", "perioder": perioder, **mere})
    found = [n for n in kf.vurder(sag, pr=dt.date.fromisoformat(pr)).advarsler if n.kode != "maaneder-uden-timer"]
    return [(n.kode, n.tekst.split(":")[0]) for n in found]


def offer(fra: str = "2021-12-01", til: str = "2022-03-31", status: str = "gennemfoert") -> dict[str, Any]:
    return {"art": "loentilskud", "fra": fra, "til": til, "status": status}


def test_an_offer_of_loentilskud_outside_the_spells_is_pointed_at() -> None:
    assert [("loentilskud-uden-periode", "tilbud[0]")] == warnings(PAUSE, tilbud=[offer()])
    # after the last spell too, but not before the first
    assert [("loentilskud-uden-periode", "tilbud[0]")] == warnings(PAUSE[:1], tilbud=[offer()])
    assert [] == warnings(PAUSE, tilbud=[offer("2021-06-01", "2021-07-31")])


@pytest.mark.parametrize("tilbud", [
    [offer(status="annulleret")], [offer("2021-11-30")], [offer("2022-04-01", "2022-05-01")],
    [{**offer(), "art": "virksomhedspraktik"}],
])  # fmt: skip
def test_other_offers_are_not(tilbud: list[Any]) -> None:
    assert [] == warnings(PAUSE, tilbud=tilbud)


def test_a_spell_in_loentilskud_without_an_offer_is_pointed_at() -> None:
    spells = [*PAUSE, SPELL]
    assert [("loentilskud-uden-tilbud", "perioder[2]")] == warnings(spells)
    assert [] == warnings(spells, tilbud=[offer()])
    # one day of the offer in the spell is enough, the first or the last; the day before or after is not in it
    assert [] == warnings(spells, tilbud=[offer("2021-10-01", "2021-12-01")])
    assert [] == warnings(spells, tilbud=[offer("2022-03-31", "2022-05-31")])
    missing = ("loentilskud-uden-tilbud", "perioder[2]")
    assert [missing] == warnings(spells, tilbud=[offer("2021-10-01", "2021-11-30")])
    assert [missing] == warnings(spells, tilbud=[offer("2022-04-01", "2022-05-31")])
    assert [missing] == warnings(spells, tilbud=[offer(status="annulleret")])
    # both still running on the day asked about
    assert [] == warnings([PAUSE[0], SPELL], pr="2022-01-15", tilbud=[offer()])
    assert [("loentilskud-uden-tilbud", "perioder[1]")] == warnings([PAUSE[0], SPELL], pr="2022-01-15")


def test_a_holiday_in_a_spell_on_dagpenge_without_hours_is_pointed_at() -> None:
    ferie = {"grund": "ferie", "fra": "2022-06-20", "til": "2022-07-08"}
    dagpenge: dict[str, Any] = {
        "gruppe": "dagpengemodtager",
        "haendelser": [{"art": "indplacering", "dato": "2022-01-03"}],
    }
    spells = [("dagpenge", "2022-01-03", None)]
    assert [("ferie-med-dagpenge", "fritagelser[0]")] == warnings(spells, fritagelser=[ferie], **dagpenge)
    assert [] == warnings(spells, fritagelser=[{**ferie, "grund": "rimelig-grund"}], **dagpenge)
    assert [] == warnings(spells, fritagelser=[{**ferie, "fra": "2021-12-20"}], **dagpenge)
    timer = [{"maaned": "2022-01", "timer": "160.33"}]
    assert [] == warnings(spells, fritagelser=[ferie], timer=timer, **dagpenge)
