"""The case on which each open reading is shown: a worked case of the tests, or a small one made for the purpose.

A test holds that every other choice of a reading changes something in its case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from book.source import Case, case
from book.words import iso

Document = dict[str, Any]


def _made(name: str, titel: str, pr: str, perioder: Sequence[Document], **lists: Sequence[Document]) -> Case:
    document: Document = {
        "format": "kontaktforloeb-sag/1",
        "id": f"VIS-{name}",
        "perioder": list(perioder),
        **{k: list(v) for k, v in lists.items()},
    }
    return Case(sted=f"vist/{name}", titel=titel, document=document, pr=iso(pr))


def _spell(ydelse: str, maalgruppe: str, fra: str, til: str | None = None, **other: object) -> Document:
    return {"ydelse": ydelse, "maalgruppe": maalgruppe, "fra": fra, "til": til, **other}


def _event(art: str, dato: str, **other: object) -> Document:
    return {"art": art, "dato": dato, **other}


def _talk(dato: str, art: str = "jobsamtale", **other: object) -> Document:
    return {"dato": dato, "art": art, "form": "fremmoede", "status": "afholdt", **other}


def _jobparat(fra: str) -> dict[str, Sequence[Document]]:
    return {
        "perioder": [_spell("kontanthjaelp", "jobparat", fra)],
        "haendelser": [_event("foerste-henvendelse", fra)],
    }


def _dagpenge(fra: str, *events: Document) -> dict[str, Sequence[Document]]:
    return {
        "perioder": [_spell("dagpenge", "dagpengemodtager", fra)],
        "haendelser": [_event("indplacering", fra), _event("tilmelding", fra), *events],
    }


@cache
def _own() -> Mapping[str, Case]:
    made = (
        _made(
            "frist-dag",
            "En jobparat møder på ugedagen efter den første henvendelse.",
            "2022-03-20",
            **_jobparat("2022-03-07"),
            samtaler=[_talk("2022-03-14")],
        ),
        _made(
            "seks-maaneder",
            "Den fjerde samtale holdes på selve datoen 6 måneder efter den første henvendelse.",
            "2022-03-20",
            **_jobparat("2021-09-08"),
            samtaler=[_talk("2021-09-10"), _talk("2021-11-08"), _talk("2022-01-10"), _talk("2022-03-08")],
        ),
        _made(
            "halve-aar",
            "Den fjerde opfølgning holdes på datoen et halvt år efter første fraværsdag.",
            "2021-07-31",
            [_spell("sygedagpenge", "sygedagpengemodtager", "2021-01-04", kategori=2)],
            haendelser=[_event("foerste-fravaersdag", "2021-01-04")],
            samtaler=[
                _talk(day, "opfoelgningssamtale") for day in ("2021-02-22", "2021-03-22", "2021-05-17", "2021-07-04")
            ],
        ),
        _made(
            "otte-uger",
            "Den første opfølgning holdes på dag 57 efter første fraværsdag.",
            "2022-03-31",
            [_spell("sygedagpenge", "sygedagpengemodtager", "2022-01-05", kategori=2)],
            haendelser=[_event("foerste-fravaersdag", "2022-01-05")],
            samtaler=[_talk("2022-03-02", "opfoelgningssamtale")],
        ),
        _made(
            "loentilskud-brud",
            "Kontanthjælp, to måneder i løntilskud, kontanthjælp igen.",
            "2018-11-30",
            [
                _spell("kontanthjaelp", "jobparat", "2018-03-05", "2018-04-29"),
                _spell("loentilskud", "jobparat", "2018-04-30", "2018-07-31"),
                _spell("kontanthjaelp", "jobparat", "2018-08-01"),
            ],
            haendelser=[_event("foerste-henvendelse", "2018-03-05")],
        ),
        _made(
            "foer-cv-samtale",
            "Den første jobsamtale ligger to dage før cv-samtalen.",
            "2018-03-01",
            **_dagpenge("2018-01-01"),
            samtaler=[_talk("2018-01-10"), _talk("2018-01-12", "cv-samtale")],
        ),
        _made(
            "fravalgt-a-kasse",
            "En dagpengemodtager vil ikke have a-kassen med.",
            "2022-02-01",
            **_dagpenge("2021-08-02", _event("a-kasse-fravalg", "2021-09-01", gaelder="alle")),
        ),
        _made(
            "fravalg-209",
            "En dagpengemodtager i overgangen vil ikke have a-kassen med.",
            "2020-12-31",
            **_dagpenge("2019-10-01", _event("a-kasse-fravalg", "2020-01-15", gaelder="alle")),
        ),
        _made(
            "afbrudt-tilbud",
            "Jobcenteret afbryder en praktik efter en uge; den var planlagt til fire uger.",
            "2022-03-31",
            **_jobparat("2021-09-06"),
            tilbud=[
                {
                    "art": "virksomhedspraktik",
                    "fra": "2022-02-07",
                    "til": "2022-02-13",
                    "status": "afbrudt",
                    "aarsag": "jobcenter",
                    "planlagt_til": "2022-03-06",
                }
            ],
        ),
        _made(
            "fritaget-20-timer",
            "En dagpengemodtager arbejder 20 timer om ugen, da de 6 måneder er nået.",
            "2022-12-31",
            [_spell("dagpenge", "dagpengemodtager", "2021-08-02", timer_pr_uge=37)],
            haendelser=[_event("indplacering", "2021-08-02"), _event("tilmelding", "2021-08-02")],
            beskaeftigelse=[{"fra": "2022-01-10", "til": "2022-02-28", "timer_pr_uge": 20}],
        ),
        _made(
            "forkert-form",
            "Den første samtale holdes i telefonen, dengang det krævede fremmøde.",
            "2021-09-30",
            **_jobparat("2021-09-06"),
            samtaler=[{**_talk("2021-09-10"), "form": "telefon"}],
        ),
        _made(
            "udeblivelse",
            "Borgeren udebliver fra den første samtale.",
            "2022-03-31",
            **_jobparat("2022-03-07"),
            samtaler=[{**_talk("2022-03-11"), "status": "udeblevet"}],
        ),
        _made(
            "ydelsesskift-2025",
            "En uddannelsesparat går den dag fra uddannelseshjælp til kontanthjælp.",
            "2025-09-30",
            [
                _spell("uddannelseshjaelp", "uddannelsesparat", "2025-03-03", "2025-06-30"),
                _spell("kontanthjaelp", "uddannelsesparat", "2025-07-01"),
            ],
            haendelser=[_event("foerste-henvendelse", "2025-03-03")],
        ),
        _made(
            "kredit-209",
            "En modtager af ledighedsydelse fik fire samtaler før lovskiftet.",
            "2020-05-31",
            [_spell("ledighedsydelse", "ledighedsydelse", "2019-11-04")],
            haendelser=[_event("visitation-fleksjob", "2019-11-04")],
            samtaler=[_talk(day) for day in ("2019-11-11", "2019-11-25", "2019-12-09", "2019-12-17")],
        ),
        _made(
            "tolv-maaneder",
            "Seks samtaler på knap tolv måneder, men spredt over to vinduer.",
            "2019-12-31",
            [_spell("ressourceforloebsydelse", "ressourceforloeb", "2018-03-15")],
            samtaler=[
                _talk(day)
                for day in ("2018-04-10", "2018-06-12", "2018-08-14", "2018-10-16", "2018-12-11", "2019-03-20")
            ],
        ),
        _made(
            "to-maaneder-uger",
            "En revalidend får sin næste samtale tre måneder efter den forrige.",
            "2018-10-31",
            [_spell("revalideringsydelse", "revalidend", "2018-03-05")],
            samtaler=[_talk("2018-06-05"), _talk("2018-09-05")],
        ),
        _made(
            "suspension-start",
            "Fristen for den første samtale falder mellem udmeldingen og bekendtgørelsen.",
            "2020-04-30",
            **_jobparat("2020-03-09"),
        ),
        _made(
            "corona-vindue",
            "De seks måneder begyndte før suspensionen og sluttede efter den.",
            "2020-12-31",
            **_jobparat("2020-02-03"),
            samtaler=[_talk("2020-02-07"), _talk("2020-06-08"), _talk("2020-08-03"), _talk("2020-09-21")],
        ),
        _made(
            "corona-raadighed",
            "En dagpengemodtager har ingen rådighedssamtaler i 2020.",
            "2020-12-31",
            **_dagpenge("2020-01-02"),
        ),
        _made(
            "delvis-fritagelse",
            "Barsel i en måned midt i de første 6 måneder.",
            "2022-09-20",
            **_jobparat("2022-03-07"),
            fritagelser=[{"grund": "barsel", "fra": "2022-05-02", "til": "2022-06-01"}],
        ),
        _made(
            "uge-og-tre-maaneder",
            "Den første samtale holdes inden for de 7 dage, men efter den første ydelsesuge.",
            "2018-08-31",
            **_jobparat("2018-03-07"),
            samtaler=[_talk("2018-03-13"), _talk("2018-05-08"), _talk("2018-06-05")],
        ),
        _made(
            "foerste-samtale-medregnes",
            "I alt to samtaler i de første 3 måneder.",
            "2018-08-31",
            **_jobparat("2018-03-05"),
            samtaler=[_talk("2018-03-09"), _talk("2018-05-08")],
        ),
        _made(
            "tolerance",
            "Den anden samtale holdes 14 dage efter de 2 måneders ledighed; personen får dagpenge på halv tid.",
            "2018-07-31",
            [_spell("dagpenge", "dagpengemodtager", "2018-01-01", timer_pr_uge="18.50")],
            haendelser=[_event("indplacering", "2018-01-01"), _event("tilmelding", "2018-01-01")],
            samtaler=[_talk("2018-02-26"), _talk("2018-05-15")],
        ),
        _made(
            "tidlig-samtale",
            "To samtaler i den første måned og ingen i den anden.",
            "2018-03-31",
            **_dagpenge("2018-01-01"),
            samtaler=[_talk("2018-01-15"), _talk("2018-01-29")],
        ),
        _made(
            "seksten-maaneder",
            "De sidste samtaler før 16 måneder bruges også af tremånederstrinene.",
            "2019-06-30",
            **_dagpenge("2018-01-01"),
            samtaler=[_talk(day) for day in ("2018-09-28", "2018-12-28", "2019-03-29")],
        ),
        _made(
            "uger-til-maaneder",
            "Et forløb, mens uger talte: seks samtaler, den sidste på den sidste dag efter standarden.",
            "2017-06-30",
            **_dagpenge("2016-01-04"),
            samtaler=[
                _talk(day)
                for day in ("2016-02-01", "2016-03-01", "2016-04-01", "2016-05-02", "2016-06-01", "2016-07-03")
            ],
        ),
        _made(
            "aldersdag",
            "En dagpengemodtager fylder 30 år mellem periodens start og de 6 måneder.",
            "2018-12-31",
            **_dagpenge("2018-01-01"),
        ),
        _made(
            "aldersdag-2",
            "En dagpengemodtager fylder 30 år mellem periodens start og de 13 uger.",
            "2018-12-31",
            **_dagpenge("2018-01-01"),
        ),
        _made(
            "passeret-frist-ved-skift",
            "En aktivitetsparat bliver jobparat, da fristen for en jobparats første tilbud allerede er passeret.",
            "2018-10-31",
            [
                _spell("kontanthjaelp", "aktivitetsparat", "2018-03-05", "2018-07-01"),
                _spell("kontanthjaelp", "jobparat", "2018-07-02"),
            ],
            haendelser=[_event("foerste-henvendelse", "2018-03-05")],
        ),
        _made(
            "maalgruppeskift-gammel",
            "En jobparat bliver aktivitetsparat uden en ny henvendelse.",
            "2018-12-31",
            [
                _spell("kontanthjaelp", "jobparat", "2018-03-05", "2018-05-31"),
                _spell("kontanthjaelp", "aktivitetsparat", "2018-06-01"),
            ],
            haendelser=[_event("foerste-henvendelse", "2018-03-05")],
        ),
        _made(
            "ledighedsur-2017",
            "Et forløb på halv tid, begyndt i januar 2018: uger eller timer?",
            "2018-10-31",
            [_spell("dagpenge", "dagpengemodtager", "2018-01-01", timer_pr_uge="18.50")],
            haendelser=[_event("indplacering", "2018-01-01"), _event("tilmelding", "2018-01-01")],
        ),
        _made(
            "timer-pr-maaned",
            "Kun timerne pr. måned kendes.",
            "2022-12-31",
            **_dagpenge("2021-08-02"),
            timer=[
                {"maaned": f"{year}-{month:02}", "timer": "130.00"}
                for year, month in [(2021, m) for m in range(8, 13)] + [(2022, m) for m in range(1, 13)]
            ],
        ),
        _made(
            "tilbudsur-nulstilling",
            "En ny dagpengeperiode begynder efter fire måneder.",
            "2018-12-31",
            [_spell("dagpenge", "dagpengemodtager", "2018-01-01")],
            haendelser=[
                _event("indplacering", "2018-01-01"),
                _event("tilmelding", "2018-01-01"),
                _event("indplacering", "2018-05-07"),
            ],
        ),
        _made(
            "uger-209",
            "En aktivitetsparat, der den 1. januar 2020 er i sin 13. uge.",
            "2020-06-30",
            [_spell("kontanthjaelp", "aktivitetsparat", "2019-10-07")],
            haendelser=[_event("foerste-henvendelse", "2019-10-07")],
        ),
        _made(
            "medmindre-209",
            "En aktivitetsparat i båndet 13-20 uger, der havde fået fire samtaler.",
            "2020-04-30",
            [_spell("kontanthjaelp", "aktivitetsparat", "2019-09-09")],
            haendelser=[_event("foerste-henvendelse", "2019-09-09")],
            samtaler=[_talk(day) for day in ("2019-09-13", "2019-10-14", "2019-11-11", "2019-12-09")],
        ),
        _made(
            "tolv-maaneders-gulv",
            "Fire samtaler på tolv måneder, men ikke i samme blok.",
            "2019-12-31",
            **_dagpenge("2017-07-03"),
            samtaler=[_talk(day) for day in ("2018-01-29", "2018-07-02", "2018-10-01", "2018-12-31", "2019-04-01")],
        ),
        _made(
            "kalendermaaned",
            "Fem uger uden ydelse, men ingen hel kalendermåned.",
            "2021-06-15",
            [
                _spell("kontanthjaelp", "jobparat", "2021-01-04", "2021-03-12"),
                _spell("kontanthjaelp", "jobparat", "2021-04-19"),
            ],
            haendelser=[_event("foerste-henvendelse", "2021-01-04")],
        ),
        _made(
            "kort-hul",
            "To hele uger uden ydelse midt i forløbet.",
            "2022-10-15",
            [
                _spell("kontanthjaelp", "jobparat", "2022-03-07", "2022-05-22"),
                _spell("kontanthjaelp", "jobparat", "2022-06-06"),
            ],
            haendelser=[_event("foerste-henvendelse", "2022-03-07")],
        ),
        _made(
            "frist-maaned",
            "Den første henvendelse ligger på den sidste dag i februar.",
            "2018-08-31",
            **_jobparat("2018-02-28"),
            samtaler=[_talk("2018-03-06"), _talk("2018-04-10"), _talk("2018-05-30")],
        ),
        _made(
            "hver-fjerde-uge",
            "Den anden opfølgning kommer tidligt, den tredje fire uger efter et fast gitter fra uge 8.",
            "2018-05-31",
            [_spell("sygedagpenge", "sygedagpengemodtager", "2018-01-01", kategori=2)],
            haendelser=[_event("foerste-fravaersdag", "2018-01-01")],
            samtaler=[_talk(day, "opfoelgningssamtale") for day in ("2018-02-25", "2018-03-12", "2018-04-20")],
        ),
    )
    made_by_name = {c.sted.removeprefix("vist/"): c for c in made}
    for name, born in _BORN.items():
        made_by_name[name].document["foedselsdato"] = born
    return made_by_name


_BORN: Mapping[str, str] = {
    "aldersdag": "1988-05-01",
    "aldersdag-2": "1988-02-15",
    "tilbudsur-nulstilling": "1980-01-01",
}

#: Readings that a worked case of the tests shows as it stands.
_WORKED: Mapping[str, str] = {
    "frist-helligdag": "vektorer/D4#1",
    "genstart": "vektorer/T10#1",
    "retur-efter-anden-ydelse": "vektorer/T10#5",
    "to-uger-tilbud": "vektorer/D2#2",
}


def shown_on(reading: str) -> tuple[Case, ...]:
    """The cases that a reading is shown on."""
    if reading in _WORKED:
        return (case(_WORKED[reading]),)
    return tuple(c for name, c in _own().items() if name in {reading, f"{reading}-2"})
