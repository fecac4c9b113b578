"""Deadlines as a calendar that any calendar program reads."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

import kontaktforloeb as kf
from kontaktforloeb import cli
from kontaktforloeb.visning import ical

D = dt.date
EXAMPLES = Path(next(iter(kf.__path__))) / "eksempler"


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_every_pending_deadline_is_an_event_on_its_day() -> None:
    sag = kf.indlaes(EXAMPLES / "EKS-DAGPENGE-2018.json")
    verdict = kf.vurder(sag, pr=D(2018, 11, 30))
    found = ical.deadlines(verdict, sag)
    text = ical.calendar(found, verdict.pr)
    pending = {k.frist or k.forventet_frist for k in verdict.krav if k.udfald == "afventer"} - {None}

    assert pending <= {item.frist for item in found}
    assert len(found) == text.count("BEGIN:VEVENT") == text.count("END:VEVENT")
    for day in pending:
        assert day is not None
        assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text == ical.calendar(reversed(found), verdict.pr)


@pytest.mark.parametrize(
    ("sprog", "late", "title"), [("da", "Overskredet med", "Første"), ("en", "Overdue by", "First")]
)
def test_what_is_overdue_says_so_in_the_language(sprog: str, late: str, title: str) -> None:
    sag = kf.Sag(
        id="A",
        perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2022, 3, 7)),),
        haendelser=(kf.Haendelse(art="foerste-henvendelse", dato=D(2022, 3, 7)),),
    )
    verdict = kf.vurder(sag, pr=D(2022, 3, 15), sprog=sprog)
    lines = unfolded(ical.calendar(ical.deadlines(verdict, sag), verdict.pr, sprog))

    assert any(line.startswith(f"SUMMARY:A: {title}") for line in lines)
    assert any(line.startswith(f"DESCRIPTION:{late} 1 da") for line in lines)


def test_no_id_can_end_a_line() -> None:
    """No case can be judged under such an id; the calendar is safe all the same."""
    evil = "A\r\nEND:VCALENDAR\u2028;,\\\x00\ud800"
    sag = kf.Sag(id="A", perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2022, 3, 7)),))
    verdict = evolve(kf.vurder(sag, pr=D(2022, 3, 15)), id=evil)
    lines = unfolded(ical.calendar(ical.deadlines(verdict, evolve(sag, id=evil)), verdict.pr))

    assert 1 == lines.count("END:VCALENDAR")
    assert not any("\r" in line or "\n" in line or "\x00" in line for line in lines)
    assert any(r"A�\nEND:VCALENDAR" in line and r"\;\,\\" in line for line in lines)


def test_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(EXAMPLES / name) for name in ("EKS-DAGPENGE-2022.json", "EKS-TO-LOVGRUNDLAG.json")]
    status = cli.main(["vurder", *files, "--pr", "2022-07-20", "--format", "ics"])
    out = capsys.readouterr().out

    assert status in {0, 1}
    assert out.startswith("BEGIN:VCALENDAR\r\n")
    assert out.endswith("END:VCALENDAR\r\n")
    assert "SUMMARY:EKS-DAGPENGE-2022: " in out.replace("\r\n ", "")
