"""The clocks, and the day counts with their readings.

Sources: BEK 977/2018 §§ 150-153 (before: BEK 723/2015, 1003/2015 §§ 138-141, BEK 1297/2016 §§ 148-151),
LAB-2019 § 9, BEK 1180/2019 §§ 7-8, BEK 2636/2021 § 7, BEK 1216/2023 § 7, RAAD-808 § 37.6, RAAD-1172 § 39.6.
"""

import datetime as dt

from kontaktforloeb.regelsprog import (
    Foerste,
    Forbrugsur,
    Forloebsur,
    Fortsat,
    Fravaersur,
    Hjemmel,
    Laes,
    Loebendeur,
    Maengde,
    Naaet,
    PaaUret,
    Plus,
    Timeur,
    maaneder,
    uger,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import MINDRE_INTENSIV_GAMMEL

FRIST_DAG = Laes("frist-dag", {"ikke-medregnet": 0, "medregnet": 1})
"""Days taken off a calendar deadline in days or weeks."""

HALVE_AARS_FRADRAG = Laes("halve-aar", {"dagen-foer": 1, "samme-dato": 0})
"""Days from the last day of 'det første halve år' to the date it ends on."""

SIDSTE_DAG = Laes("frist-maaned", {"samme-dag": False, "sidste-dag": True})
HELLIGDAG = Laes("frist-helligdag", {"flyttes-ikke": False, "naeste-hverdag": True})


def kalendermaaneder(antal: int) -> Maengde:
    """`antal` months of the calendar; reading `frist-maaned`."""
    return Maengde(antal, "maaned", SIDSTE_DAG)


KORT_HUL = Laes("kort-hul", {"medregnes-ikke": True, "medregnes": False})
CORONA_VINDUE = Laes("corona-vindue", {"uafklaret": "uafklaret", "forlaenges": "forlaenges", "uaendret": "uaendret"})
PASSERET = Laes(
    "passeret-frist-ved-skift",
    {"uafklaret": "uafklaret", "paa-skiftedagen": "paa-skiftedagen", "opstaar-ikke": "opstaar-ikke"},
)


def uger_efter(punkt: object, antal: int) -> Plus:
    """`antal` weeks after an event; reading `frist-dag`."""
    return Plus(punkt, uger(antal), fradrag=FRIST_DAG)


def maaneder_efter(punkt: object, antal: int) -> Plus:
    """`antal` calendar months after an event; reading `frist-maaned`."""
    return Plus(punkt, maaneder(antal), sidste_dag=SIDSTE_DAG)


def sammenhaengende_fra(punkt: object, antal: int) -> PaaUret:
    """A continuous period of `antal` months on the clock, from an event in it."""
    return PaaUret(punkt, kalendermaaneder(antal))


def seks_maaneder_sammenhaengende() -> Naaet:
    """The last day of the first six months on the continuous clock; reading `seks-maaneder`."""
    return Naaet(
        Laes(
            "seks-maaneder",
            {
                "samme-dato": kalendermaaneder(6),
                "dagen-foer": kalendermaaneder(6),
                "26-uger": Maengde(26, "ydelsesuge"),
            },
        ),
        Laes("seks-maaneder", {"samme-dato": 0, "dagen-foer": -1, "26-uger": 0}),
    )


LEDIGHED = Timeur(
    navn="ledighed",
    titel="sammenlagt ledighed",
    maalgruppe=mg.DAGPENGE,
    ydelser=("dagpenge", "loentilskud"),
    start="indplacering",
    genstart=("indplacering",),
    uge=(3700, 3000),
    maaned=(16033, 13000),
    uger_til=Laes("ledighedsur-2017", {"2017-07-01": dt.date(2017, 7, 1), "2018-07-01": dt.date(2018, 7, 1)}),
    uge_tal=Laes("uger-til-maaneder", {"52-12": "52-12", "4-uger-2-dage": "4-uger-2-dage"}),
    fordeling=Laes("timer-pr-maaned", {"jaevnt": "jaevnt", "foerste-dag": "foerste-dag", "sidste-dag": "sidste-dag"}),
    # BEK 2636/2021 § 7, stk. 2
    doede=((dt.date(2020, 3, 1), dt.date(2020, 8, 31)), (dt.date(2021, 1, 1), dt.date(2021, 6, 30))),
    # LAB-2022 § 9, stk. 7, in force 01-01-2021 (inferred)
    aar_til_nulstilling=5,
    nulstilling_fra=dt.date(2021, 1, 1),
    # the contact course of kap. 7 goes on: not the cv-samtale of kap. 6, nor the duty to take offers of its own chapter
    fortsat=Fortsat(
        "sygedagpenge",
        1,
        (
            "samtaler-lab-2016",
            "samtaler-lab-2019",
            "kontrol-gammel",
            "kontrol-ny",
            "kontrol-tilbud-gammel",
            "kontrol-tilbud-ny",
            "henvisning",
        ),
        Hjemmel(kilder.SDPL, "§ 13 a, stk. 4"),
    ),
)
"""Clock A: hours on dagpenge or in løntilskud since placement in a dagpengeperiode."""

RAADIGHED = Timeur(
    navn="raadighed",
    titel="sammenlagt ledighed (rådighed)",
    maalgruppe=mg.DAGPENGE,
    ydelser=LEDIGHED.ydelser,
    start="indplacering",
    genstart=("indplacering", "ret-genoptjent"),
    uge=LEDIGHED.uge,
    maaned=LEDIGHED.maaned,
    uger_til=LEDIGHED.uger_til,
    uge_tal=LEDIGHED.uge_tal,
    fordeling=LEDIGHED.fordeling,
    # BEK 2636/2021 § 7, stk. 2, speaks of the contact course, jobrettet uddannelse and offers: not of these talks
    doede=Laes("corona-raadighed", {"medregnes": (), "medregnes-ikke": LEDIGHED.doede}),
    aar_til_nulstilling=5,
    nulstilling_fra=dt.date(2021, 1, 1),
)
"""Clock A with its own reset: documented work to the extent that re-earns the right (RAAD-808 § 37.6.

RAAD-1172 § 39.6).
"""

TILBUD_GAMMEL = Timeur(
    navn="tilbud-gammel",
    titel="sammenlagt ledighed (tilbud)",
    maalgruppe=mg.DAGPENGE,
    ydelser=LEDIGHED.ydelser,
    start="indplacering",
    genstart=("indplacering",),
    uge=LEDIGHED.uge,
    maaned=LEDIGHED.maaned,
    uger_til=LEDIGHED.uger_til,
    uge_tal=LEDIGHED.uge_tal,
    fordeling=LEDIGHED.fordeling,
    doede=LEDIGHED.doede,
    udelader=("mindre-intensiv-indsats",),
    udelader_undergrunde=MINDRE_INTENSIV_GAMMEL,
    udelader_arbejde=20,
    aar_til_nulstilling=LEDIGHED.aar_til_nulstilling,
    nulstilling_fra=LEDIGHED.nulstilling_fra,
    nulstilles=Laes("tilbudsur-nulstilling", {"ja": True, "nej": False}),
)
"""The old offer clock: days on which the duty has lapsed do not count (BEK-977 § 152, stk. 2)."""

_YDELSER_2_5 = (
    "kontanthjaelp",
    "uddannelseshjaelp",
    "integrationsydelse",
    "overgangsydelse",
    "sho-ydelse",
    "loentilskud",
)

YDELSE_GAMMEL = Loebendeur(
    navn="ydelse-gammel",
    titel="sammenhængende periode på ydelse (BEK 977/2018 §§ 151 og 153)",
    grupper=(mg.NR_2_5, (mg.REVALIDEND,)),
    ydelser=(*_YDELSER_2_5, "revalideringsydelse"),
    start="foerste-henvendelse",
    henvendelse_grupper=mg.NR_2_5,
    samme_ydelse=False,
    brud=Laes("kalendermaaned", {"hel": "hel", "dato-til-dato": "dato-til-dato"}),
    hul_flytter=KORT_HUL,
    loentilskud_bryder=Laes("loentilskud-brud", {"nej": False, "ja": True}),
    genstart_ved_gruppeskift=Laes("maalgruppeskift-gammel", {"nej": False, "ja": True}),
)
"""Clock B under the old act: changing between the benefits does not restart it."""

YDELSE_NY = Loebendeur(
    navn="ydelse-ny",
    titel="sammenhængende periode på samme ydelse (LAB § 9)",
    grupper=(mg.NR_2_5, (mg.JOBAFKLARING,), (mg.RESSOURCEFORLOEB,), (mg.LEDIGHEDSYDELSE,), (mg.REVALIDEND,)),
    ydelser=(*_YDELSER_2_5, "ressourceforloebsydelse", "ledighedsydelse", "revalideringsydelse"),
    start="foerste-henvendelse",
    henvendelse_grupper=mg.NR_2_5,
    overgange=(  # § 9, stk. 2, nr. 3 and 4
        ("ydelse", (mg.JOBAFKLARING, mg.RESSOURCEFORLOEB, mg.LEDIGHEDSYDELSE)),
        ("revalidering", (mg.REVALIDEND,)),
    ),
    samme_ydelse=True,
    ens=(("integrationsydelse", "overgangsydelse", "sho-ydelse"),),  # § 209, stk. 8; the two halves of the old benefit
    uden_skift_grupper=(mg.REVALIDEND,),  # § 9, stk. 3
    genstart_fra=mg.UNGE,  # § 9, stk. 2, nr. 2, and stk. 5
    genstart_til=mg.VOKSNE,
    brud=YDELSE_GAMMEL.brud,
    hul_flytter=KORT_HUL,
    retur=Laes("retur-efter-anden-ydelse", {"ny-periode": "ny-periode", "samme-periode": "samme-periode"}),
    ydelsesskift_dag=dt.date(2025, 7, 1),
    ydelsesskift=Laes(
        "ydelsesskift-2025", {"uafklaret": "uafklaret", "ny-periode": "ny-periode", "samme-periode": "samme-periode"}
    ),
    ydelsesskift_grupper=mg.NR_2_5,
    ydelsesskift_ydelser=(("uddannelseshjaelp", "overgangsydelse"), "kontanthjaelp"),
)
"""Clock B under the 2019 act: the same benefit; a change starts a new period, with the exceptions of § 9."""

SYGEFRAVAER = Fravaersur(
    navn="sygefravaer",
    titel="kalendertid fra første fraværsdag",
    maalgruppe=mg.SYGEDAGPENGE,
    start="foerste-fravaersdag",
)

FORLOEB = Loebendeur(
    navn="forloeb",
    titel="kalendertid fra forløbets start",
    grupper=((mg.JOBAFKLARING,), (mg.RESSOURCEFORLOEB,)),
    ydelser=("ressourceforloebsydelse", "loentilskud"),
    start=None,
    samme_ydelse=True,
    brud=YDELSE_GAMMEL.brud,
    hul_flytter=KORT_HUL,
)
"""The course of a jobafklaring or a ressourceforløb under the old act."""

FLEKSJOBANSAETTELSE = Forloebsur(
    navn="fleksjob", titel="kalendertid fra fleksjobbets start", maalgrupper=(mg.FLEKSJOB,), start=None
)

INTEGRATIONSFORLOEB = Forloebsur(
    navn="integration",
    titel="kalendertid fra visitationen efter § 17",
    maalgrupper=(mg.INTEGRATION,),
    start="visitation-integration",
    kraeves=True,
)

INTEGRATIONSOPHOLD = Forloebsur(
    navn="integration-ophold", titel="tiden i integrationsprogrammet", maalgrupper=(mg.INTEGRATION,), start=None
)
"""For control actions, which INTL § 27 ties to the benefit and not to the visitation."""

LEDIGHEDSYDELSE_SAMLET = Forloebsur(
    navn="ledighedsydelse-sammenlagt",
    titel="sammenlagt tid på ledighedsydelse fra visitationen til fleksjob",
    maalgrupper=(mg.LEDIGHEDSYDELSE,),
    start="visitation-fleksjob",
    samler=True,
    hul_flytter=KORT_HUL,
)
"""LAB-2016 § 73 a, stk. 2: accumulated, so time without the benefit neither counts nor breaks it."""

LEDIGHEDSYDELSE_RET = Forloebsur(
    navn="ledighedsydelse-ret",
    titel="retten til ledighedsydelse",
    maalgrupper=(mg.LEDIGHEDSYDELSE,),
    start=None,
    begynder=("den første dag med ret til ledighedsydelse", "the first day with a right to ledighedsydelse"),
)
"""LAB-2016 § 73 e: each time the right to the benefit is obtained."""

UDEN_UR = Forloebsur(
    navn="ophold",
    titel="tiden i målgruppen",
    maalgrupper=(mg.FOERTIDSPENSIONIST, mg.SELVFORSOERGENDE, mg.UNDER_18, mg.NYUDDANNET),
    start=None,
)

OPHOLD_ALLE = Forloebsur(
    navn="ophold-alle",
    titel="tiden i målgruppen",
    maalgrupper=(
        mg.DAGPENGE,
        *mg.NR_2_5,
        mg.JOBAFKLARING,
        mg.LEDIGHEDSYDELSE,
        mg.FLEKSJOB,
        mg.FOERTIDSPENSIONIST,
        mg.SELVFORSOERGENDE,
        mg.UNDER_18,
    ),
    start=None,
)
"""For the right of § 32 a (lov 1750/2025), which runs on no other clock."""

FORBRUG = Forbrugsur(
    navn="forbrug",
    titel="forbrug af dagpengeretten",
    graense=(41000, 33300),
    overtagelse="overgang-til-jobcenter",
)
"""BEK 1216/2023 § 7, stk. 2; BEK 1220/2023 § 63, stk. 6; in the trial BEK 1186/2019 § 9."""

URE = (
    LEDIGHED,
    RAADIGHED,
    TILBUD_GAMMEL,
    YDELSE_GAMMEL,
    YDELSE_NY,
    SYGEFRAVAER,
    FORLOEB,
    FLEKSJOBANSAETTELSE,
    INTEGRATIONSFORLOEB,
    INTEGRATIONSOPHOLD,
    LEDIGHEDSYDELSE_SAMLET,
    LEDIGHEDSYDELSE_RET,
    UDEN_UR,
    OPHOLD_ALLE,
)

TILMELDING_I_FORLOEBET = Foerste("tilmelding")
"""The first registration in the course; absent, the placement."""
