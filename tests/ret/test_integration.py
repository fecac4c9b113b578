"""Follow-up of who is in work without the benefit: one every 12 months."""

from __future__ import annotations

import datetime as dt

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json


def test_one_follow_up_in_twelve_months_is_enough_in_work_without_the_benefit() -> None:
    # Integrationsloven § 20, stk. 1. From 4 January 2021; the first twelve months end on 4 January 2022.
    case = sag_json.fra_obj(
        {
            "format": "kontaktforloeb-sag/1",
            "id": "A",
            "perioder": [{"ydelse": "ingen", "maalgruppe": "integrationsprogram", "fra": "2021-01-04"}],
            "haendelser": [{"art": "visitation-integration", "dato": "2021-01-04"}],
            "beskaeftigelse": [{"fra": "2021-01-04", "timer_pr_uge": 37}],
            "samtaler": [
                {"dato": "2021-06-01", "art": "opfoelgningssamtale", "status": "afholdt", "form": "fremmoede"}
            ],
        }
    )
    found = kf.vurder(case, pr=dt.date(2022, 2, 1), afhaengigheder=False).krav
    first = next(k for k in found if k.regel == "INTL-2020:20.beskaeftigelse")
    assert ("opfyldt", 1, 1) == (first.udfald, first.kraevet, len(first.medregnet))
