"""The acts and orders the rules stand in, with the texts to cite by date."""

import datetime as dt

from kontaktforloeb.regelsprog import Konsolidering, Lov

_ELI = "https://www.retsinformation.dk/eli/lta"


def _tekst(fra: str, navn: str, aar: int, nummer: int) -> Konsolidering:
    return Konsolidering(dt.date.fromisoformat(fra), navn, f"{_ELI}/{aar}/{nummer}")


def _lov(kort: str, navn: str, navn_en: str, *tekster: Konsolidering) -> Lov:
    return Lov(kort, navn, navn_en, tekster)


LAB = _lov(
    "LAB",
    "lov om en aktiv beskæftigelsesindsats",
    "the Act on an Active Employment Effort",
    _tekst("2015-07-01", "LBK nr. 807 af 1/7/2015", 2015, 807),
    _tekst("2016-11-21", "LBK nr. 1342 af 21/11/2016", 2016, 1342),
    _tekst("2020-01-01", "lov nr. 548 af 7/5/2019", 2019, 548),
    _tekst("2022-01-01", "LBK nr. 701 af 22/5/2022", 2022, 701),
    _tekst("2024-01-01", "LBK nr. 280 af 1/3/2024", 2024, 280),
)
"""Both acts of the name: the old one to 31 December 2019, lov nr. 548/2019 from 1 January 2020 (§ 208)."""

LAB_2019 = _lov("LAB", LAB.navn, LAB.navn_en, *LAB.tekster[2:])
"""The 2019 act alone, for rules of it that the plan of 2018 moves before its commencement."""

LOV_1750 = _lov(
    "lov 1750/2025",
    "lov nr. 1750 af 29/12/2025",
    "Act no. 1750 of 29/12/2025",
    _tekst("2026-02-01", "lov nr. 1750 af 29/12/2025", 2025, 1750),
)

BEK_LAB = _lov(
    "bekendtgørelse om en aktiv beskæftigelsesindsats",
    "bekendtgørelse om en aktiv beskæftigelsesindsats",
    "the Order on an Active Employment Effort",
    _tekst("2015-07-01", "BEK nr. 723 (2015)", 2015, 723),
    _tekst("2015-09-01", "BEK nr. 1003 (2015)", 2015, 1003),
    _tekst("2016-11-14", "BEK nr. 1297 af 9/11/2016", 2016, 1297),
    _tekst("2018-07-01", "BEK nr. 977 af 28/6/2018", 2018, 977),
    _tekst("2020-01-01", "BEK nr. 1180 af 25/11/2019", 2019, 1180),
    _tekst("2021-01-01", "BEK nr. 2006 (2020)", 2020, 2006),
    _tekst("2022-01-01", "BEK nr. 2636 af 28/12/2021", 2021, 2636),
    _tekst("2024-01-01", "BEK nr. 1216 af 28/9/2023", 2023, 1216),
)

LAS = _lov(
    "aktivloven",
    "lov om aktiv socialpolitik",
    "the Act on an Active Social Policy",
    _tekst("2015-07-01", "LBK nr. 806 (2015)", 2015, 806),
    _tekst("2017-03-21", "LBK nr. 269 af 21/3/2017", 2017, 269),
)

RAAD = _lov(
    "rådighedsbekendtgørelsen",
    "bekendtgørelse om rådighed",
    "the Order on Availability",
    _tekst("2015-07-01", "BEK nr. 701 (2015)", 2015, 701),
    _tekst("2017-07-01", "BEK nr. 808 af 23/6/2017", 2017, 808),
    _tekst("2020-01-01", "BEK nr. 1172 af 25/11/2019", 2019, 1172),
    _tekst("2021-08-21", "BEK nr. 1700 (2021)", 2021, 1700),
    _tekst("2024-01-01", "BEK nr. 1590 (2023)", 2023, 1590),
)

SDPL = _lov(
    "sygedagpengeloven",
    "lov om sygedagpenge",
    "the Sickness Benefit Act",
    _tekst("2015-01-05", "LBK nr. 938 (2015)", 2015, 938),
    _tekst("2016-01-01", "LBK nr. 48 (2016)", 2016, 48),
    _tekst("2016-07-01", "LBK nr. 1032 (2016)", 2016, 1032),
    _tekst("2017-07-01", "LBK nr. 826 (2017)", 2017, 826),
    _tekst("2018-01-01", "LBK nr. 38 (2018)", 2018, 38),
    _tekst("2018-07-01", "LBK nr. 809 (2018)", 2018, 809),
    _tekst("2019-02-01", "LBK nr. 68 af 25/1/2019", 2019, 68),
    _tekst("2020-01-01", "LBK nr. 107 af 2/2/2020", 2020, 107),
    _tekst("2021-03-01", "LBK nr. 223 (2021)", 2021, 223),
    _tekst("2021-09-01", "LBK nr. 1712 (2021)", 2021, 1712),
    _tekst("2022-09-05", "LBK nr. 1263 (2022)", 2022, 1263),
    _tekst("2023-09-21", "LBK nr. 1179 af 21/9/2023", 2023, 1179),
    _tekst("2024-08-23", "LBK nr. 994 (2024)", 2024, 994),
    _tekst("2025-01-01", "LBK nr. 97 (2025)", 2025, 97),
    _tekst("2025-10-01", "LBK nr. 1221 (2025)", 2025, 1221),
)

INTL = _lov(
    "integrationsloven",
    "integrationsloven",
    "the Integration Act",
    _tekst("2015-07-01", "LBK nr. 1127 (2017)", 2017, 1127),
    _tekst("2020-01-01", "LBK nr. 1 (2020)", 2020, 1),
    _tekst("2020-09-01", "LBK nr. 1146 (2020)", 2020, 1146),
)

FORSOEG = _lov(
    "forsøgsbekendtgørelsen",
    "bekendtgørelse om forsøg med mere ansvar til arbejdsløshedskasser",
    "the Order on the Unemployment Fund Trial",
    _tekst("2020-01-01", "BEK nr. 1186 (2019)", 2019, 1186),
)

CORONA = _lov(
    "coronabekendtgørelsen",
    "bekendtgørelser om suspension på beskæftigelsesområdet",
    "the orders suspending the employment effort during covid-19",
    _tekst("2020-03-20", "BEK nr. 245 af 20/3/2020", 2020, 245),
    _tekst("2020-05-27", "BEK nr. 686 (2020)", 2020, 686),
    _tekst("2020-06-15", "BEK nr. 867 (2020)", 2020, 867),
    _tekst("2020-09-28", "BEK nr. 1398 (2020)", 2020, 1398),
    _tekst("2020-12-20", "BEK nr. 2050 (2020)", 2020, 2050),
    _tekst("2021-07-01", "BEK nr. 1251 (2021)", 2021, 1251),
    _tekst("2021-12-19", "BEK nr. 2464 (2021)", 2021, 2464),
)

INTL_CORONA = _lov(
    "BEK 300/2020",
    "bekendtgørelse om suspension på integrationsområdet",
    "the order suspending the integration effort",
    _tekst("2020-03-20", "BEK nr. 300 (2020)", 2020, 300),
)

UKRAINE = _lov(
    "integrationsbekendtgørelsen",
    "bekendtgørelse om integrationsprogrammet",
    "the order on the integration programme",
    _tekst("2025-01-01", "BEK nr. 1761 (2024)", 2024, 1761),
)
