"""Lawful forms of interviews (LAB-2016 §§ 16-18, 21 f, 73 a; LAB-2019 § 33; SDPL § 13 b; covid)."""

import datetime as dt

from kontaktforloeb.regelsprog import Formregel, Hjemmel
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import MINDRE_INTENSIV_GAMMEL, RETTIGHED, START_2015
from kontaktforloeb.ret.corona import OEST
from kontaktforloeb.ret.lab_2016_samtaler import KAP7 as GAMLE
from kontaktforloeb.ret.lab_2019_samtaler import KAP7 as NYE
from kontaktforloeb.ret.tidsregning import HALVE_AARS_FRADRAG

_ALLE = ("fremmoede", "telefon", "video", "digital", "brev")
_PERSON = ("fremmoede",)
_DIGITALT = ("telefon", "video", "digital")
_2022 = dt.date(2022, 1, 1)
_2023 = dt.date(2023, 3, 22)
_DAG = dt.timedelta(1)


def _lab(p: str) -> Hjemmel:
    return Hjemmel(kilder.LAB, p)


# In-person duty: groups 1-3, 11, 13, 14 (§ 16) and ledighedsydelse; none is written for 4 and 12.
_FREMMOEDE_GAMMEL = (
    mg.DAGPENGE,
    *mg.VOKSNE,
    mg.RESSOURCEFORLOEB,
    mg.AKTIVITETSPARAT_UNG,
    mg.JOBAFKLARING,
)
_UGE1_OG_16_MAANEDER = (
    "LAB-2016:16a.3",
    "LAB-2016:16b.1.1",
    "LAB-2016:16b.1.3",
    "LAB-2016:20.1",
    "LAB-2016:20.2",
    "LAB-2016:20a.1",
    "LAB-2016:20a.2",
    "LAB-2016:19",
)

_GENAABNING = (dt.date(2020, 5, 27), dt.date(2020, 6, 14))

_KONTROL = ("kontrol-ny", "kontrol-gammel")
_DEN_FOERSTE = ("LAB-2019:31.3", "LAB-2024:31.4", "SDPL-2020:13b.1a", "SDPL-2015:13b.2")
"""They ask for the first interview itself: no choice of form is open before it, whatever call came earlier."""

_EFTER = (RETTIGHED, NYE, GAMLE, *_KONTROL, "samtaler-73a")
"""What is held after the switch, an old duty met late too, has the form of that day; the right to three comes first."""

_RAADIGHED_GAMMEL = (
    ("§ 35", START_2015, dt.date(2017, 6, 30)),
    ("§ 37", dt.date(2017, 7, 1), dt.date(2019, 12, 31)),
)
"""The availability interviews in BEK 701/2015 and BEK 808/2017."""

# Interviews held before the switch keep the form of the old act also where § 209 counts them.
FORMER = (
    # Hovedstaden and Sjælland in the reopening: the cv-samtale and the jobsamtale 'skal i stedet holdes digitalt eller
    # telefonisk' (BEK 686/2020 § 2, stk. 1, nr. 2 and 3), which replaces only the duty to meet in person
    *(
        Formregel(
            familier,
            _PERSON,
            Hjemmel(kilder.CORONA, f"§ 2, stk. 1, nr. {nr}"),
            *_GENAABNING,
            udelukket=True,
            kommuner=OEST,
        )
        for familier, nr in ((("cv-lab-2016", "cv-lab-2019"), 2), (_EFTER, 3))
    ),
    Formregel((GAMLE, NYE, *_KONTROL), _PERSON, _lab("§ 16"), START_2015, "foer-skift", _FREMMOEDE_GAMMEL),
    Formregel((GAMLE, NYE), _ALLE, _lab("§ 16"), START_2015, "foer-skift", (mg.REVALIDEND, *mg.UDDANNELSESPARATE)),
    Formregel(
        (GAMLE, NYE),
        _ALLE,
        _lab("§ 16 a, stk. 5"),
        START_2015,
        "foer-skift",
        naar="i-tilbud",
        undtagen=_UGE1_OG_16_MAANEDER,
    ),
    Formregel(
        (GAMLE, NYE, *_KONTROL, "cv-lab-2016", "cv-lab-2019", "samtaler-73a", "samtaler-73e"),
        _ALLE,
        _lab("§ 21 f"),
        START_2015,
        "foer-skift",
        (mg.DAGPENGE, *mg.VOKSNE, mg.LEDIGHEDSYDELSE),
        naar="mindre-intensiv",
        undergrunde=MINDRE_INTENSIV_GAMMEL,
    ),
    Formregel(("cv-lab-2016", "cv-lab-2019"), _PERSON, _lab("§ 14, stk. 1"), START_2015, "foer-skift"),
    # 'kan afholdes telefonisk, hvis personen alene skal ajourføre sit cv': which it was is in no case
    *(
        Formregel(("cv-lab-2016", "cv-lab-2019"), ("telefon",), hjemmel, fra, til, usikker=True)
        for hjemmel, fra, til in (
            # in the orders before BEK 977/2018 it has another number, which was not read
            (_lab("§ 14, stk. 1"), START_2015, dt.date(2018, 6, 30)),
            (Hjemmel(kilder.BEK_LAB, "§ 15, stk. 2"), dt.date(2018, 7, 1), "foer-skift"),
        )
    ),
    Formregel(("samtaler-73a", NYE), _PERSON, _lab("§ 73 a, stk. 2"), START_2015, "foer-skift", (mg.LEDIGHEDSYDELSE,)),
    # 'tilbud efter kapitel 10 og 11': not løntilskud (kap. 12)
    Formregel(
        ("samtaler-73a",),
        _ALLE,
        _lab("§ 73 a, stk. 4"),
        START_2015,
        "foer-skift",
        naar="i-tilbud",
        ikke_i=("loentilskud",),
    ),
    Formregel(("samtaler-73e",), _PERSON, _lab("§ 73 e, stk. 1"), START_2015, "foer-skift"),
    # the 2019 act
    # in 2022 and until 22 March 2023 the first 6 months had a paragraph of their own
    Formregel(_EFTER, _PERSON, _lab("§ 33, stk. 1"), "skift", _2022 - _DAG),
    Formregel(_EFTER, _PERSON, _lab("§ 31 a, stk. 1"), _2022, _2023 - _DAG),
    Formregel(_EFTER, _PERSON, _lab("§ 33, stk. 1"), _2023),
    *(
        Formregel(
            (NYE, GAMLE, RETTIGHED),
            _DIGITALT,
            _lab(paragraf),
            fra,
            til,
            maalgrupper=(mg.REVALIDEND, mg.FOERTIDSPENSIONIST),
        )
        for paragraf, fra, til in (
            ("§ 33, stk. 2", "skift", _2022 - _DAG),
            ("§ 31 a, stk. 2", _2022, _2023 - _DAG),
        )
    ),
    # from 2022 the letter of § 31 a, stk. 3, is of the first 6 months; § 33, of those after, knows none
    Formregel(_EFTER, _ALLE, _lab("§ 33, stk. 3"), "skift", _2022 - _DAG, naar="i-tilbud"),
    Formregel((RETTIGHED,), _ALLE, _lab("§ 31 a, stk. 3"), _2022, _2023 - _DAG, naar="i-tilbud"),
    Formregel(_EFTER[1:], _ALLE, _lab("§ 31 a, stk. 3"), _2022, _2023 - _DAG, naar="i-tilbud", foerste_maaneder=6),
    *(
        Formregel(
            (NYE, GAMLE), _ALLE, _lab(paragraf), fra, til, (mg.JOBAFKLARING,), naar="delvist-i-job", foerste_maaneder=m
        )
        for paragraf, fra, til, m in (
            ("§ 33, stk. 3", "skift", _2022 - _DAG, None),
            ("§ 31 a, stk. 3", _2022, _2023 - _DAG, 6),
        )
    ),
    Formregel((RETTIGHED,), _ALLE, _lab("§ 15, stk. 2"), START_2015, "foer-skift"),
    Formregel(_EFTER[1:], _DIGITALT, _lab("§ 33, stk. 1"), _2022, _2023 - _DAG, naar="efter-6-maaneder"),
    Formregel(_EFTER, _DIGITALT, _lab("§ 33, stk. 1"), _2023, naar="ikke-foerste", undtagen=_DEN_FOERSTE),
    Formregel(("cv-lab-2016", "cv-lab-2019", "samtaler-73e"), _PERSON, _lab("§ 25, stk. 1"), "skift"),
    # covid: while suspended the in-person duty was lifted (BEK 245/2020 §§ 1 and 4), then phone and digital allowed
    Formregel(
        ("cv-lab-2016", "cv-lab-2019", "raadighed-gammel", "raadighed-ny"),
        _DIGITALT,
        Hjemmel(kilder.CORONA, "§ 1"),
        dt.date(2020, 3, 20),
        dt.date(2020, 5, 26),
    ),
    # in the east 'i stedet', in the west as the job centre or the a-kasse chooses; then so in the whole country
    *(
        Formregel(
            familier,
            _DIGITALT,
            Hjemmel(kilder.CORONA, f"§ 2, stk. 1, nr. {oest}, og § 11, stk. 1, nr. {vest}"),
            *_GENAABNING,
        )
        for familier, oest, vest in ((("cv-lab-2016", "cv-lab-2019"), 2, 1), (_EFTER[1:], 3, 2))
    ),
    *(
        Formregel(
            familier,
            _DIGITALT,
            Hjemmel(kilder.CORONA, f"§ 1, stk. 1, nr. {nr}"),
            _GENAABNING[1] + _DAG,
            dt.date(2021, 7, 31),
        )
        for familier, nr in ((("cv-lab-2016", "cv-lab-2019"), 1), (_EFTER[1:], 2))
    ),
    Formregel(("sygedagpenge",), _DIGITALT, Hjemmel(kilder.CORONA, "§ 1"), dt.date(2020, 5, 27), dt.date(2021, 7, 31)),
    # BEK 1251/2021 § 1 gives no last day; the order after it (1576/2021, unread) kept it through August where the
    # person had been summoned before, or the municipality was locked down: neither is in a case
    Formregel(
        (*_EFTER[1:], "cv-lab-2016", "cv-lab-2019"),
        _DIGITALT,
        Hjemmel(kilder.CORONA, "§ 1"),
        dt.date(2021, 8, 1),
        dt.date(2021, 8, 31),
        usikker=True,
    ),
    Formregel(
        (*_EFTER[1:], "cv-lab-2016", "cv-lab-2019", "sygedagpenge"),
        _DIGITALT,
        Hjemmel(kilder.CORONA, "§ 1"),
        dt.date(2021, 12, 19),
        dt.date(2022, 1, 31),
    ),
    # 'til en samtale i jobcenteret'
    Formregel(("vejledning-lab-2016",), _PERSON, _lab("§ 26 a, stk. 3"), START_2015),
    # availability interviews are personal, but for mindre intensiv indsats (old order) and offers (new order)
    *(
        Formregel(("raadighed-gammel", "raadighed-ny"), _PERSON, Hjemmel(kilder.RAAD, f"{paragraf}, stk. 1"), fra, til)
        for paragraf, fra, til in (
            *_RAADIGHED_GAMMEL,
            ("§ 39", dt.date(2020, 1, 1), None),
        )
    ),
    *(
        Formregel(
            ("raadighed-gammel", "raadighed-ny"),
            _ALLE,
            Hjemmel(kilder.RAAD, f"{paragraf}, stk. 7"),
            fra,
            til,
            naar="mindre-intensiv",
            undergrunde=MINDRE_INTENSIV_GAMMEL,
        )
        for paragraf, fra, til in _RAADIGHED_GAMMEL
    ),
    Formregel(
        ("raadighed-gammel", "raadighed-ny"),
        _ALLE,
        Hjemmel(kilder.RAAD, "§ 39, stk. 7"),
        dt.date(2020, 1, 1),
        naar="i-tilbud",
    ),
    # sickness follow-up
    # an individual talk, in person not written; stk. 4 names phone and digital besides the letter, and bars neither
    Formregel(
        ("sygedagpenge",),
        (*_PERSON, *_DIGITALT),
        Hjemmel(kilder.SDPL, "§ 13 b, stk. 1"),
        START_2015,
        "foer-skift",
    ),
    Formregel(("fleksjob",), _PERSON, _lab("§ 70 d, stk. 1"), START_2015),
    Formregel(("sygedagpenge",), _PERSON, Hjemmel(kilder.SDPL, "§ 13 b, stk. 1"), "skift"),
    Formregel(
        ("sygedagpenge",),
        _ALLE,
        Hjemmel(kilder.SDPL, "§ 13 b, stk. 4"),
        START_2015,
        _2023 - _DAG,
        naar="paragraf-13b4",
    ),
    Formregel(("sygedagpenge",), _DIGITALT, Hjemmel(kilder.SDPL, "§ 13 b, stk. 4"), _2023, naar="paragraf-13b4"),
    Formregel(
        ("sygedagpenge",),
        _DIGITALT,
        Hjemmel(kilder.SDPL, "§ 13 b, stk. 1"),
        _2022,
        _2023 - _DAG,
        naar="efter-6-maaneder",
        fradrag=HALVE_AARS_FRADRAG,
    ),
    Formregel(("sygedagpenge",), _DIGITALT, Hjemmel(kilder.SDPL, "§ 13 b, stk. 4"), _2023, naar="i-ansaettelse"),
    Formregel(
        ("sygedagpenge",),
        _DIGITALT,
        Hjemmel(kilder.SDPL, "§ 13 b, stk. 1"),
        _2023,
        naar="ikke-foerste",
        undtagen=_DEN_FOERSTE,
    ),
)
