"""What lifts a requirement: the persons outside the contact course, mindre intensiv indsats, rimelig grund, work.

BEK-977 § 34, stk. 2; BEK-1180 § 40 (from 2024 BEK-1216 § 39); LAB-2016 § 21 f, LAB-2019 § 106; BEK-977 § 51,
BEK-1180 § 58; aktivloven § 13; RAAD-808 §§ 20-21, RAAD-1172 §§ 21-22.
"""

import datetime as dt

from kontaktforloeb.regelsprog import Fritagelsesregel, Hjemmel, Laes
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import MINDRE_INTENSIV_GAMMEL, START_2015
from kontaktforloeb.ret.lab_2016_samtaler import KAP7 as GAMLE_SAMTALER
from kontaktforloeb.ret.lab_2016_tilbud import DAGPENGE_FAMILIE, FAMILIE_94, KONTANT_FAMILIE, UNGE_FAMILIE
from kontaktforloeb.ret.lab_2019_samtaler import KAP7 as NYE_SAMTALER
from kontaktforloeb.ret.lab_2019_tilbud import FAMILIE_102, FAMILIE_105
from kontaktforloeb.ret.oevrige import MENTOR_AENDRET, MENTOR_FAMILIE

_GAMLE_TILBUD = (DAGPENGE_FAMILIE, KONTANT_FAMILIE, FAMILIE_94)
# after a control action it is a talk of kap. 7 too, and the offer follows the talk
_GAMMELT_FORLOEB = (GAMLE_SAMTALER, "kontrol-gammel", "kontrol-tilbud-gammel")
_NYT_FORLOEB = (NYE_SAMTALER, "kontrol-ny", "kontrol-tilbud-ny")
_NYE_TILBUD = (FAMILIE_102, FAMILIE_105)


def _lab(paragraf: str) -> Hjemmel:
    return Hjemmel(kilder.LAB, paragraf)


def _bek(paragraf: str) -> Hjemmel:
    return Hjemmel(kilder.BEK_LAB, paragraf)


def _gammel(nr: int) -> tuple[Hjemmel, ...]:
    """Outside the contact course under the old orders."""
    return (
        Hjemmel(kilder.BEK_LAB, f"§ 31, stk. 2, nr. {nr}", til=dt.date(2016, 11, 13)),
        Hjemmel(kilder.BEK_LAB, f"§ 34, stk. 2, nr. {nr}", fra=dt.date(2016, 11, 14)),
    )


def _ny(nr: int) -> tuple[Hjemmel, ...]:
    """Outside the contact course: § 40, from 2024 § 39."""
    return (
        Hjemmel(kilder.BEK_LAB, f"§ 40, nr. {nr}", til=dt.date(2023, 12, 31)),
        Hjemmel(kilder.BEK_LAB, f"§ 39, nr. {nr}", fra=dt.date(2024, 1, 1)),
    )


def _uden_for(grund: str, nr: int, nyt_nr: int, grupper: tuple[str, ...] | None = None) -> tuple[Fritagelsesregel, ...]:
    """Outside the individual contact course, old and new order."""
    return (
        Fritagelsesregel(grund, _GAMMELT_FORLOEB, grupper, _gammel(nr), START_2015, "foer-skift"),
        Fritagelsesregel(grund, _NYT_FORLOEB, grupper, _ny(nyt_nr), "skift"),
    )


# by 2024 the grounds stand in another stykke (LBK 280/2024 § 27, stk. 4: stk. 9), in a text that was not read
_LAS_13 = (
    Hjemmel(kilder.LAS, "§ 13, stk. 7", til=dt.date(2023, 12, 31)),
    Hjemmel(kilder.LAS, "§ 13", fra=dt.date(2024, 1, 1)),
)
_MINDRE_INTENSIV_NY = (*MINDRE_INTENSIV_GAMMEL,)

FRITAGELSER = (
    # who has 'kontanthjælp, uddannelseshjælp eller overgangsydelse' for that reason
    *_uden_for("uden-optjent-folkepension", 1, 1, mg.NR_2_5),
    # old: on kontanthjælp or (BEK 1003/2015, not BEK 723/2015) uddannelseshjælp whoever, on integrationsydelse only old
    # groups 3 and 13
    *(
        Fritagelsesregel(
            "uden-optjent-foertidspension", _GAMMELT_FORLOEB, None, _gammel(2), fra, "foer-skift", ydelser=(ydelse,)
        )
        for ydelse, fra in (("kontanthjaelp", START_2015), ("uddannelseshjaelp", dt.date(2015, 9, 1)))
    ),
    Fritagelsesregel(
        "uden-optjent-foertidspension",
        _GAMMELT_FORLOEB,
        (mg.AKTIVITETSPARAT, mg.AKTIVITETSPARAT_UNG),
        _gammel(2),
        START_2015,
        "foer-skift",
        ydelser=("integrationsydelse",),
    ),
    Fritagelsesregel(
        "uden-optjent-foertidspension",
        _NYT_FORLOEB,
        (mg.AKTIVITETSPARAT, mg.AKTIVITETSPARAT_UNG),
        _ny(2),
        "skift",
    ),
    *_uden_for("under-18-uden-forsoerger", 3, 3, mg.NR_2_5),
    *_uden_for("barsel", 4, 4),
    # sorgorlov from 2022
    Fritagelsesregel("sorgorlov", _NYT_FORLOEB, None, _ny(4), dt.date(2022, 1, 1)),
    *_uden_for("kontrakt-inden-4-uger", 5, 5, (mg.REVALIDEND,)),
    # old: also who goes on leave within 4 weeks
    Fritagelsesregel("barsel", (GAMLE_SAMTALER,), (mg.REVALIDEND,), _gammel(5), START_2015, "foer-skift", dage_foer=28),
    *_uden_for("jobrettet-uddannelse", 6, 6),
    *_uden_for("stu", 7, 7),
    Fritagelsesregel("dom-anbringelse", _NYT_FORLOEB, None, _ny(8), "skift"),
    # LAB-2019 § 106: no interviews and no offers unless the duty was kept
    Fritagelsesregel(
        "mindre-intensiv-indsats",
        (NYE_SAMTALER, "cv-lab-2019", "kontrol-ny", "kontrol-tilbud-ny", *_NYE_TILBUD),
        (*mg.NR_2_10, mg.DAGPENGE),
        _lab("§ 106"),
        "skift",
        undergrunde=_MINDRE_INTENSIV_NY,
        medmindre_fastholdt=True,
    ),
    # from 01-01-2021 full-time vocational education within 6 weeks, not groups 4-5
    Fritagelsesregel(
        "mindre-intensiv-indsats",
        (NYE_SAMTALER, "cv-lab-2019", "kontrol-ny", "kontrol-tilbud-ny", FAMILIE_102),
        (mg.DAGPENGE, *mg.VOKSNE, *mg.NR_7_10),
        _lab("§ 106"),
        dt.date(2021, 1, 1),
        undergrunde=("uddannelse",),
        medmindre_fastholdt=True,
    ),
    # § 21 f: 'tilbud efter kapitlerne 16 og 17', and mentor support in their place is of kap. 17
    Fritagelsesregel(
        "mindre-intensiv-indsats",
        (MENTOR_FAMILIE, MENTOR_AENDRET),
        (mg.AKTIVITETSPARAT,),
        _lab("§ 21 f"),
        START_2015,
        "foer-skift",
        undergrunde=MINDRE_INTENSIV_GAMMEL,
        medmindre_fastholdt=True,
    ),
    # § 21 f: interviews go on in another form, offers lapse
    Fritagelsesregel(
        "mindre-intensiv-indsats",
        _GAMLE_TILBUD,
        (mg.DAGPENGE, *mg.VOKSNE, mg.LEDIGHEDSYDELSE),
        _lab("§ 21 f"),
        START_2015,
        "foer-skift",
        undergrunde=MINDRE_INTENSIV_GAMMEL,
        medmindre_fastholdt=True,
    ),
    # the availability interviews: RAAD-1172 § 22
    Fritagelsesregel(
        "mindre-intensiv-indsats",
        ("raadighed-ny",),
        (mg.DAGPENGE,),
        Hjemmel(kilder.RAAD, "§ 22"),
        dt.date(2020, 1, 1),
        undergrunde=("job", "fleksjob", "barsel", "pension", "hjemsendt"),
        medmindre_fastholdt=True,
    ),
    # 'jf. kapitel 17': the education that LAB § 106 names from 2021
    Fritagelsesregel(
        "mindre-intensiv-indsats",
        ("raadighed-ny",),
        (mg.DAGPENGE,),
        Hjemmel(kilder.RAAD, "§ 22"),
        dt.date(2021, 1, 1),
        undergrunde=("uddannelse",),
        medmindre_fastholdt=True,
    ),
    # work-sharing only in its first 6 weeks (RAAD-1172 § 22, stk. 3)
    Fritagelsesregel(
        "mindre-intensiv-indsats",
        ("raadighed-ny",),
        (mg.DAGPENGE,),
        Hjemmel(kilder.RAAD, "§ 22, stk. 3"),
        dt.date(2020, 1, 1),
        undergrunde=("arbejdsfordeling",),
        hoejst_dage=42,
        medmindre_fastholdt=True,
    ),
    # RAAD-1172 § 24: exempt from availability while in jobrettet uddannelse
    Fritagelsesregel(
        "jobrettet-uddannelse", ("raadighed-ny",), (mg.DAGPENGE,), Hjemmel(kilder.RAAD, "§ 24"), dt.date(2020, 1, 1)
    ),
    Fritagelsesregel("jobrettet-uddannelse", ("cv-lab-2019",), (mg.DAGPENGE,), _bek("§ 34"), "skift"),
    # jobrettet uddannelse lifts the offer duty while it lasts, full time (the ground) or not (the offer recorded)
    *(
        Fritagelsesregel(grund, *resten)
        for grund in ("jobrettet-uddannelse", "deltagelse-jobrettet-uddannelse")
        for resten in (
            ((DAGPENGE_FAMILIE,), None, _lab("§ 84, stk. 1"), START_2015, "foer-skift"),
            ((FAMILIE_102,), (mg.DAGPENGE,), _lab("§ 102, stk. 4"), "skift"),
        )
    ),
    # rimelig grund, agreed holiday among them (aktivloven § 13); mentor support in the place of an offer is of kap. 17
    # too, and offers after a referral are no less 'tilbud efter lov om en aktiv beskæftigelsesindsats'
    *(
        Fritagelsesregel(
            grund,
            (KONTANT_FAMILIE, FAMILIE_94, UNGE_FAMILIE, MENTOR_FAMILIE, MENTOR_AENDRET, "henvisning"),
            mg.NR_2_5,
            _LAS_13,
            START_2015,
            "foer-skift",
        )
        for grund in ("rimelig-grund", "ferie", "barsel")
    ),
    *(
        Fritagelsesregel(grund, (FAMILIE_102, FAMILIE_105), mg.NR_2_5, _LAS_13, "skift")
        for grund in ("rimelig-grund", "ferie", "barsel")
    ),
    Fritagelsesregel("sorgorlov", (FAMILIE_102, FAMILIE_105), mg.NR_2_5, _LAS_13, dt.date(2022, 1, 1)),
    # the first 14 days of sickness on dagpenge: no duty to attend
    Fritagelsesregel(
        "sygdom-foerste-14-dage",
        (DAGPENGE_FAMILIE, "henvisning"),
        (mg.DAGPENGE,),
        # in BEK 701/2015 it has another number, which was not read
        Hjemmel(kilder.RAAD, "§ 20, stk. 4", fra=dt.date(2017, 7, 1)),
        START_2015,
        "foer-skift",
        hoejst_dage=14,
    ),
    Fritagelsesregel(
        "sygdom-foerste-14-dage",
        (FAMILIE_102,),
        (mg.DAGPENGE,),
        Hjemmel(kilder.RAAD, "§ 21, stk. 4"),
        "skift",
        hoejst_dage=14,
    ),
    Fritagelsesregel("repatriering", (FAMILIE_102,), None, _lab("§ 102, stk. 4"), "skift"),
    # LAB-2022 § 104: no offer duty in STU, from 01-01-2021 (inferred)
    Fritagelsesregel("stu", (FAMILIE_105,), mg.UNGE, _lab("§ 104"), dt.date(2021, 1, 1)),
    # mentor support takes the place of the offer (LAB-2016 §§ 93, 96, stk. 3, and 96 c)
    Fritagelsesregel(
        "kan-ikke-deltage", (KONTANT_FAMILIE, FAMILIE_94), (mg.AKTIVITETSPARAT,), _lab("§ 93"), START_2015, "foer-skift"
    ),
    Fritagelsesregel(
        "kan-ikke-deltage", (UNGE_FAMILIE,), (mg.AKTIVITETSPARAT_UNG,), _lab("§ 96 c"), START_2015, "foer-skift"
    ),
    # integration: follow-up waits during leave (INTL § 20, stk. 1)
    *(
        Fritagelsesregel(
            grund,
            ("integration", "integration-ukraine", "integration-beskaeftigelse"),
            None,
            Hjemmel(kilder.INTL, "§ 20, stk. 1"),
            START_2015,
        )
        for grund in ("barsel", "sorgorlov")
    ),
    # the ground alone lifts a follow-up that standby may take the place of (§ 18, stk. 6; § 73 a, stk. 5; § 33; §
    # 13 b, stk. 5)
    Fritagelsesregel(
        "standby",
        (GAMLE_SAMTALER,),
        (mg.AKTIVITETSPARAT, mg.AKTIVITETSPARAT_UNG, mg.REVALIDEND, mg.JOBAFKLARING),
        _lab("§ 18, stk. 6"),
        START_2015,
        "foer-skift",
    ),
    Fritagelsesregel(
        "standby", ("samtaler-73a",), (mg.LEDIGHEDSYDELSE,), _lab("§ 73 a, stk. 5"), START_2015, "foer-skift"
    ),
    Fritagelsesregel(
        "standby",
        (NYE_SAMTALER,),
        None,
        (
            Hjemmel(kilder.LAB, "§ 33, stk. 5", til=dt.date(2021, 12, 31)),
            Hjemmel(kilder.LAB, "§ 33, stk. 3", fra=dt.date(2022, 1, 1)),
        ),
        "skift",
        # in 2022 and until 22 March 2023 the first 6 months had a paragraph of their own
        saerlige=("LAB-2019:31.1", "LAB-2019:31.2.1", "LAB-2019:31.2.2", "LAB-2019:31.3"),
        saerlig_hjemmel=(
            Hjemmel(kilder.LAB, "§ 33, stk. 5", til=dt.date(2021, 12, 31)),
            Hjemmel(kilder.LAB, "§ 31 a, stk. 5", fra=dt.date(2022, 1, 1), til=dt.date(2023, 3, 21)),
            Hjemmel(kilder.LAB, "§ 33, stk. 3", fra=dt.date(2023, 3, 22)),
        ),
    ),
    Fritagelsesregel(
        "standby", ("sygedagpenge", "sygedagpenge-kategori-1"), None, Hjemmel(kilder.SDPL, "§ 13 b, stk. 5"), START_2015
    ),
    # § 21 d, stk. 3: 'ved udløbet af perioden på 3 måneder ikke kommet i beskæftigelse', of however many hours
    Fritagelsesregel(
        "beskaeftigelse",
        ("henvisning",),
        None,
        _lab("§ 21 d, stk. 3"),
        START_2015,
        "foer-skift",
        beskaeftigelse_timer=0,
    ),
    # ordinary work of 20 hours a week or more
    Fritagelsesregel(
        "beskaeftigelse",
        (DAGPENGE_FAMILIE,),
        (mg.DAGPENGE,),
        (
            # BEK 723/2015 and BEK 1003/2015 § 140, stk. 2: 'hvor pligten til tilbud bortfalder efter § 44'
            Hjemmel(kilder.BEK_LAB, "§ 44", til=dt.date(2016, 11, 13)),
            Hjemmel(kilder.BEK_LAB, "§ 50", fra=dt.date(2016, 11, 14), til=dt.date(2018, 6, 30)),
            Hjemmel(kilder.BEK_LAB, "§ 51", fra=dt.date(2018, 7, 1)),
        ),
        START_2015,
        "foer-skift",
        beskaeftigelse_timer=20,
    ),
    Fritagelsesregel(
        "beskaeftigelse",
        (FAMILIE_102,),
        (mg.DAGPENGE,),
        _bek("§ 58"),
        "skift",
        beskaeftigelse_timer=20,
        gaelder=Laes("fritaget-20-timer", {"ja": True, "nej": False}),
    ),
)
