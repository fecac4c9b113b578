"""Acts that were not read: from their day the requirements they touch cannot be determined."""

import datetime as dt

from kontaktforloeb.regelsprog import Ulaest
from kontaktforloeb.ret.lab_2016_tilbud import FAMILIE_94
from kontaktforloeb.ret.lab_2019_samtaler import KAP7
from kontaktforloeb.ret.lab_2019_tilbud import FAMILIE_102, FAMILIE_105
from kontaktforloeb.ret.oevrige import MENTOR_AENDRET

LOV_1750 = dt.date(2026, 2, 1)

ULAEST = (
    Ulaest(
        (
            KAP7,
            "kontrol-ny",
            "kontrol-tilbud-ny",
            "barsel-ny",
            FAMILIE_102,
            FAMILIE_105,
            "sygedagpenge",
            "sygedagpenge-kategori-1",
            "fleksjob",
        ),
        LOV_1750,
        "lov nr. 1750 af 29/12/2025",
        "Act no. 1750 of 29/12/2025",
    ),
    # changed on a day that was not read: LAB-2015 had weekly contact with the mentor, and neither § 94 nor § 96, stk. 3
    # a deadline of § 94 that fell before July 2015 may have taken the place of one of § 92 that falls after
    Ulaest(
        (FAMILIE_94,),
        dt.date(2015, 1, 1),
        "LBK nr. 807 af 1/7/2015 med ændringer om tilbud efter § 94",
        "LBK no. 807 of 1/7/2015 as amended on offers under § 94",
        til=dt.date(2016, 11, 20),
    ),
    Ulaest(
        (MENTOR_AENDRET,),
        dt.date(2015, 7, 1),
        "LBK nr. 807 af 1/7/2015 om mentorstøtte",
        "LBK no. 807 of 1/7/2015 on mentor support",
        til=dt.date(2016, 11, 20),
    ),
    Ulaest(
        ("integration", "integration-barsel", "integration-beskaeftigelse", "integration-kontrol"),
        dt.date(2025, 1, 1),
        "integrationsloven fra 1. januar 2025",
        "the Integration Act from 1 January 2025",
    ),
)
