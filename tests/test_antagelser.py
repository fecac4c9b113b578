"""What is not recorded is taken as the contract says, and that is said where it mattered (`semantics.md`)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

import kontaktforloeb as kf

D = dt.date.fromisoformat
JOBPARAT = ("kontanthjaelp", "jobparat", "foerste-henvendelse")
DAGPENGE = ("dagpenge", "dagpengemodtager", "indplacering")


def antaget(
    regel: str, forloeb: tuple[str, str, str], fra: str, pr: str, *samtaler: dict[str, Any], **mere: Any
) -> tuple[str, set[str]]:
    """The outcome of a rule and the codes of its assumptions about records."""
    ydelse, gruppe, begyndt = forloeb
    haendelser = [kf.Haendelse(art=begyndt, dato=D(fra)), kf.Haendelse(art="tilmelding", dato=D(fra))]
    sag = kf.Sag(
        id="A",
        perioder=(kf.Periode(ydelse=ydelse, maalgruppe=gruppe, fra=D(fra)),),
        haendelser=(*haendelser, *mere.pop("haendelser", ())),
        samtaler=tuple(kf.Samtale(**{"status": "afholdt", **s, "dato": D(s["dato"])}) for s in samtaler),
        **mere,
    )
    krav = next(k for k in kf.vurder(sag, pr=D(pr), sprog="en").krav if k.regel == regel)
    assert all(a.tekst.endswith(".") for a in krav.antagelser)
    return krav.udfald, {a.kode for a in krav.antagelser} & {
        "form-antaget", "holder-antaget", "a-kassens-deltagelse-antaget", "fuldtidsforsikret-antaget",
        "indkaldt-ikke-holdt",
    }  # fmt: skip


JOB: dict[str, Any] = {"art": "jobsamtale", "form": "fremmoede", "holdt_af": "jobcenter"}


@pytest.mark.parametrize(("form", "ventet"), [(None, ("opfyldt", {"form-antaget"})), ("fremmoede", ("opfyldt", set()))])
def test_a_form_not_recorded_is_a_lawful_one(form: str | None, ventet: Any) -> None:
    talk = {**JOB, "dato": "2021-09-09", "form": form}
    assert antaget("LAB-2019:31.3", JOBPARAT, "2021-09-06", "2021-09-20", talk) == ventet


def test_where_any_form_is_lawful_nothing_is_assumed() -> None:
    talk = {**JOB, "dato": "2018-05-04", "form": None}
    unge = ("uddannelseshjaelp", "uddannelsesparat", "foerste-henvendelse")
    assert antaget("LAB-2016:20a.1", unge, "2018-05-01", "2018-06-01", talk) == ("opfyldt", set())


@pytest.mark.parametrize(
    ("regel", "art", "fra", "dato", "pr", "udfald"),
    [
        ("RAAD-1172:39.1a", "raadighedssamtale", "2021-08-02", "2021-08-10", "2021-08-20", "opfyldt"),  # the a-kasse
        ("LAB-2024:31.4", "jobsamtale", "2024-02-05", "2024-02-15", "2024-05-20", "ikke-opfyldt"),  # the job centre
        ("LAB-2024:31.1a", "jobsamtale", "2024-02-05", "2024-02-15", "2024-05-20", "ikke-opfyldt"),
    ],
)
def test_who_held_it_where_that_is_not_recorded(
    regel: str, art: str, fra: str, dato: str, pr: str, udfald: str
) -> None:
    talk = {"art": art, "form": "fremmoede", "dato": dato}
    assert antaget(regel, DAGPENGE, fra, pr, talk) == (udfald, {"holder-antaget"})
    sagt = {**talk, "holdt_af": "jobcenter" if udfald == "ikke-opfyldt" else "a-kasse"}
    assert antaget(regel, DAGPENGE, fra, pr, sagt) == (udfald, set())


@pytest.mark.parametrize(
    ("deltog", "ventet"),
    [
        (None, ("opfyldt", {"a-kassens-deltagelse-antaget"})),
        (True, ("opfyldt", set())),
        (False, ("ikke-opfyldt", set())),
    ],
)
def test_that_the_a_kasse_took_part_in_a_joint_interview(deltog: bool | None, ventet: Any) -> None:
    talk = {**JOB, "art": "faelles-jobsamtale", "dato": "2021-08-10", "a_kasse_deltog": deltog}
    behov = (kf.Haendelse(art="behov-for-a-kasse", dato=D("2021-08-03")),)
    svar = antaget("LAB-2019:31.2.1", DAGPENGE, "2021-08-02", "2021-11-20", talk, haendelser=behov)
    assert svar == ventet


@pytest.mark.parametrize(
    ("forsikring", "ventet"),
    [
        (None, ("afventer", {"fuldtidsforsikret-antaget"})),
        ("fuldtid", ("afventer", set())),
        ("deltid", ("ikke-opfyldt", set())),
    ],
)
def test_full_time_insurance_where_hours_are_recorded(forsikring: str | None, ventet: Any) -> None:
    maaneder = ("2021-08", "2021-09", "2021-10", "2021-11", "2021-12", "2022-01")
    timer = tuple(kf.Timer(maaned=D(f"{m}-01"), timer=Decimal(130)) for m in maaneder)
    svar = antaget("LAB-2019:31.1", DAGPENGE, "2021-08-02", "2022-02-01", forsikring=forsikring, timer=timer)
    assert svar == ventet


def test_insurance_does_not_matter_where_no_hours_are_recorded() -> None:
    """65 weekdays are 13 weeks of 37 hours and of 30."""
    assert antaget("LAB-2019:31.1", DAGPENGE, "2021-08-02", "2022-02-15") == ("ikke-opfyldt", set())


def test_who_would_have_held_it_is_not_asked_of_what_was_not_held() -> None:
    talk = {"art": "jobsamtale", "form": "fremmoede", "dato": "2024-02-15", "status": "udeblevet"}
    assert antaget("LAB-2024:31.4", DAGPENGE, "2024-02-05", "2024-05-20", talk) == ("ikke-opfyldt", set())


def test_a_talk_called_for_today_may_yet_be_held() -> None:
    talk = {**JOB, "dato": "2021-03-05", "status": "indkaldt"}
    assert antaget("LAB-2019:31.3", JOBPARAT, "2021-03-01", "2021-03-05", talk) == ("afventer", set())
    assert antaget("LAB-2019:31.3", JOBPARAT, "2021-03-01", "2021-03-06", talk) == ("afventer", {"indkaldt-ikke-holdt"})


@pytest.mark.parametrize(
    ("dato", "koder"),
    [
        ("2021-02-28", set()),
        ("2021-03-01", {"indkaldt-ikke-holdt"}),
        ("2021-03-08", {"indkaldt-ikke-holdt"}),
        ("2021-03-09", set()),
    ],
)
def test_a_talk_called_for_a_day_that_has_passed_was_not_held(dato: str, koder: set[str]) -> None:
    talk = {**JOB, "dato": dato, "status": "indkaldt"}
    assert antaget("LAB-2019:31.3", JOBPARAT, "2021-03-01", "2021-03-20", talk) == ("ikke-opfyldt", koder)


def test_whose_part_of_the_course_it_is_rests_on_hours_where_no_consumption_is_recorded() -> None:
    """LAB § 38, stk. 1, 4. pkt.: the a-kasse holds the talk in its part, which ends at 410 hours of consumption."""
    koder = {}
    for maaneder in ((), ("2024-02",)):
        sag = kf.Sag(
            id="A",
            perioder=(kf.Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=D("2024-02-05")),),
            haendelser=(
                kf.Haendelse(art="indplacering", dato=D("2024-02-05")),
                kf.Haendelse(art="kontrolaktion", dato=D("2024-03-01")),
            ),
            forbrug=tuple(kf.Forbrug(maaned=D(f"{m}-01"), timer=Decimal(140)) for m in maaneder),
        )
        krav = next(k for k in kf.vurder(sag, pr=D("2024-04-01")).krav if k.regel == "LAB-2019:38.1a")
        assert krav.ansvarlig == "a-kasse"
        koder[maaneder] = "timer-som-forbrug" in {a.kode for a in krav.antagelser}
    assert koder == {(): True, ("2024-02",): False}
