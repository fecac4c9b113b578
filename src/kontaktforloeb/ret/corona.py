"""The covid suspensions (BEK 245/2020, 686/2020, 867/2020, 2050/2020, 1251/2021), as windows of days."""

import datetime as dt

from kontaktforloeb.regelsprog import Hjemmel, Laes, Suspension
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret._faelles import RETTIGHED
from kontaktforloeb.ret.lab_2016_samtaler import KAP7 as GAMLE
from kontaktforloeb.ret.lab_2019_samtaler import KAP7
from kontaktforloeb.ret.lab_2019_tilbud import FAMILIE_102, FAMILIE_105

_SAMTALER_FRA = Laes("suspension-start", {"2020-03-20": dt.date(2020, 3, 20), "2020-03-12": dt.date(2020, 3, 12)})
SLUT_2020 = dt.date(2020, 5, 26)


def _h(paragraf: str) -> Hjemmel:
    return Hjemmel(kilder.CORONA, paragraf)


# The municipalities of Region Hovedstaden and Region Sjælland (codes below 400 east of Storebælt, with Bornholm).
OEST = tuple(
    f"{kode}"
    for kode in (
        101,
        147,
        151,
        153,
        155,
        157,
        159,
        161,
        163,
        165,
        167,
        169,
        173,
        175,
        183,
        185,
        187,
        190,
        201,
        210,
        217,
        219,
        223,
        230,
        240,
        250,
        253,
        259,
        260,
        265,
        269,
        270,
        306,
        316,
        320,
        326,
        329,
        330,
        336,
        340,
        350,
        360,
        370,
        376,
        390,
        400,
        411,
    )
)

SUSPENSIONER = (
    # an old duty too is not met late by what was held in it (BEK 867/2020 § 8, stk. 3)
    Suspension(
        (
            KAP7,
            GAMLE,
            RETTIGHED,
            "vejledning-lab-2016",
            "samtaler-73a",
            "kontrol-ny",
            "kontrol-gammel",
            "barsel-gammel",
            "barsel-ny",
        ),
        _SAMTALER_FRA,
        SLUT_2020,
        _h("§ 1"),
        True,
    ),
    Suspension(("sygedagpenge", "sygedagpenge-kategori-1"), _SAMTALER_FRA, SLUT_2020, _h("§ 6, stk. 1, nr. 1"), True),
    # a cv-samtale held in these weeks counts all the same (BEK 867/2020 § 8, stk. 4)
    Suspension(("cv-lab-2019",), _SAMTALER_FRA, SLUT_2020, _h("§ 1"), False),
    Suspension(("raadighed-ny",), _SAMTALER_FRA, SLUT_2020, _h("§ 4"), False),
    Suspension(
        ("integration", "integration-barsel", "integration-beskaeftigelse", "integration-kontrol"),
        _SAMTALER_FRA,
        SLUT_2020,
        Hjemmel(kilder.INTL_CORONA, "§ 1"),
        False,
    ),
    Suspension((FAMILIE_102, FAMILIE_105, "kontrol-tilbud-ny"), dt.date(2020, 3, 20), SLUT_2020, _h("§ 1"), False),
    Suspension(
        (FAMILIE_102, FAMILIE_105, "kontrol-tilbud-ny"),
        dt.date(2020, 5, 27),
        dt.date(2020, 6, 14),
        _h("§ 2"),
        False,
        kommuner=OEST,
    ),
    Suspension((FAMILIE_105,), dt.date(2020, 12, 20), dt.date(2021, 6, 30), _h("§ 1"), False),
    # BEK 1251/2021 § 14.1: 'as soon as possible' from 01-07-2021
    Suspension(
        (FAMILIE_102,), dt.date(2020, 12, 20), dt.date(2021, 6, 30), _h("§ 14, stk. 1"), False, aaben_pligt=True
    ),
)
