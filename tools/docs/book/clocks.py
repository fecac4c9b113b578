"""The clocks, with drawn examples that the library computes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import kontaktforloeb as kf
from book.pictures import Mark, Stretch, framed, timeline
from book.source import Case, case, cited, group_page, law, reading_page, rule_page, rules, suspensions
from book.verdicts import bench_link
from book.words import Page, bullets, date, group, iso, label, table
from kontaktforloeb import kalender, koder
from kontaktforloeb.regelsprog import Forbrugsur, Timeur
from kontaktforloeb.ret.lovgrundlag import REGELSAET

D = dt.date

#: So many names of groups are listed; more are counted.
_FEW = 4


def _hours(hundredths: int) -> str:
    return f"{hundredths // 100},{hundredths % 100:02}"


def _krav(c: Case, rule: str) -> kf.Krav:
    return next(k for k in c.outline().krav if k.regel == rule)


def page() -> Page:
    """All clocks."""
    page = Page.at(
        "ure.md",
        "Urene: sådan regnes tiden",
        description="Ledighed i timer, sammenhængende perioder på ydelse, kalendertid og dage",
    )
    page.add(
        "Et krav løber på et ur. Der er tre slags: **sammenlagt ledighed** i timer, **sammenhængende perioder** på ydelse "
        "og **kalendertid**. Hvilket ur en regel løber på, står på reglens side."
    )
    page.add(_clock_table(page))
    page.add(*_hour_clock(page), *_continuous(page), *_calendar(page), *_days(page), *_covid(page))
    return page


def _clock_table(page: Page) -> str:
    rows = []
    for clock in law().ure.values():
        used = [
            r.regel
            for r in rules().values()
            if any(k.regel.ur == clock.navn for k in law().klausuler if k.regel.id == r.regel)
        ]
        groups = getattr(clock, "grupper", None)
        names: Sequence[str] = (
            [g for part in groups for g in part]
            if groups is not None
            else getattr(clock, "maalgrupper", None) or (clock.maalgruppe,)
        )
        who = (
            ", ".join(page.to(group_page(g), group(g)) for g in names)
            if len(names) <= _FEW
            else f"{len(names)} målgrupper"
        )
        start = getattr(clock, "start", None)
        begins = "forløbets første dag" if start is None else label(koder.Haendelsesart, start)
        rows.append([f'<span id="{clock.navn}">{clock.titel}</span>', who, begins, f"{len(used)} regler"])
    return table(["Ur", "Hvem", "Begynder ved", "Bruges af"], rows, wide=True)


def _hour_clock(page: Page) -> list[str]:
    clock = law().ure["ledighed"]
    assert isinstance(clock, Timeur)
    week, month = clock.uge, clock.maaned
    forbrug = law().forbrug
    assert isinstance(forbrug, Forbrugsur)
    thresholds = [("6 uger", "uge", 6), ("13 uger", "uge", 13)] + [
        (f"{n} måneder" if n > 1 else "1 måned", "maaned", n) for n in (1, 3, 4, 6, 9, 12, 16)
    ]
    rows = [
        [words, *(_hours((week if unit == "uge" else month)[i] * n) for i in (0, 1))] for words, unit, n in thresholds
    ]
    c = case("vektorer/D9#1")
    k = _krav(c, "LAB-2016:16a.4a")
    hours = c.document["timer"]
    total = (
        sum(round(float(t["timer"]) * 100) for t in hours if t["maaned"] <= k.frist.isoformat()[:7]) if k.frist else 0
    )
    assert k.frist is not None
    svg = timeline(
        D(2018, 1, 1),
        D(2019, 2, 28),
        [
            [Stretch(D(2018, 1, 1), k.frist, f"{hours[0]['timer'].replace('.', ',')} timer om måneden")],
            [Mark(k.frist, f"{_hours(month[0] * 6)} timer nået")],
        ],
        "ur-timer",
        "Sammenlagt ledighed",
        "En dagpengemodtager på halv tid når 6 måneders ledighed efter et års kalendertid.",
        ["Dagpenge", "6 måneder"],
    )
    change = dict(next(u for u in REGELSAET.ure if u.navn == "ledighed").uger_til.vaerdier)
    return [
        "## Sammenlagt ledighed i timer",
        "For dagpengemodtagere tælles de timer, der er udbetalt dagpenge for, eller hvor personen var i løntilskud, siden "
        "indplaceringen i en dagpengeperiode. Timerne ligger fast, uanset hvor længe de er om at løbe op: Den dag, "
        "summen når eller passerer grænsen, er grænsedagen. En ny indplacering nulstiller uret.",
        table(["Grænse", "Fuldtidsforsikret", "Deltidsforsikret"], rows),
        f"13 uger ({_hours(week[0] * 13)} timer) er altså ikke det samme som 3 måneder ({_hours(month[0] * 3)} timer).",
        f"### Eksempel: {c.titel.rstrip('.')}",
        f"Efter {_hours(total)} timer er 6 måneder nået den {date(k.frist)}, næsten et år efter den første dag:",
        framed(
            svg,
            f"Uret for 6 måneder ({_hours(month[0] * 6)} timer) ved {hours[0]['timer'].replace('.', ',')} timer om måneden.",
        ),
        bench_link(page, c),
        "### Særligt",
        bullets(
            [
                f"Før den {date(change['2017-07-01'])} talte hele uger med dagpenge i stedet for timer; se "
                f"{page.to(reading_page('ledighedsur-2017'), 'ledighedsur-2017')}.",
                *(
                    f"Timer i tiden {date(a)} til {date(b)} tæller ikke med (corona)."
                    for a, b in (clock.doede if isinstance(clock.doede, tuple) else ())
                ),
                f"Fra den {date(clock.nulstilling_fra)} nulstilles uret efter {clock.aar_til_nulstilling} år uden dagpenge og løntilskud.",
                *_goes_on(clock),
                "Kendes kun datoer og ingen timer, lægges fuld tid til grund; det står i vurderingen som en antagelse.",
                f"Fra 2024 slutter a-kassens del med den måned, hvor der er forbrugt {_hours(forbrug.graense[0])} timer "
                f"({_hours(forbrug.graense[1])} for deltidsforsikrede) af dagpengeretten; det er {page.to('#forbrug', 'et andet ur')}.",
            ]
        ),
        "### A-kassens del fra 2024 { #forbrug }",
        *_consumption(page),
    ]


def _goes_on(clock: Timeur) -> list[str]:
    """Where the course goes on while the clock rests."""
    e = clock.fortsat
    if e is None:
        return []
    return [
        f"En ledig og forsikret, der er sygemeldt i kategori {e.kategori}, er stadig i kontaktforløbet, men timerne løber ikke "
        f"imens ({e.hjemmel.lov.kort} {e.hjemmel.paragraf})."
    ]


def _consumption(page: Page) -> list[str]:
    c = case("P12")
    verdict = c.outline()
    end = next(k.frist for k in verdict.krav if k.regel == "LAB-2024:31.1a")
    six = next(k.frist for k in verdict.krav if k.regel == "LAB-2024:31.1b")
    first = iso(c.document["perioder"][0]["fra"])
    assert end is not None
    assert six is not None
    svg = timeline(
        D(first.year, first.month, 1),
        D(2024, 9, 30),
        [
            [Stretch(first, end, "a-kassen"), Stretch(end + dt.timedelta(1), six, "jobcenteret", "fase")],
            [Mark(end, "a-kassens sidste dag"), Mark(six, "6 måneders ledighed")],
        ],
        "ur-forbrug",
        "A-kassens og jobcenterets del fra 2024",
        "A-kassens del slutter med den kalendermåned, hvor forbruget er nået.",
        ["Hvem holder", "Skift"],
    )
    return [
        f"Et forløb fra den {date(first)} på fuld tid: A-kassens del slutter den {date(end)}, og jobcenteret har tre samtaler "
        f"at holde inden den {date(six)}.",
        framed(svg, "A-kassens del slutter med en kalendermåned, jobcenterets med 6 måneders ledighed."),
        bench_link(page, c),
    ]


def _continuous(page: Page) -> list[str]:
    gap, broken = case("vektorer/D11#1"), case("vektorer/D11#2")
    out = [
        "## Sammenhængende periode på ydelse",
        "For de andre målgrupper tælles en sammenhængende periode. Efter de gamle regler var det en periode på "
        "kontanthjælp, uddannelseshjælp eller integrationsydelse under ét; efter de nye er det en periode på **samme** "
        "ydelse, så et ydelsesskift begynder en ny periode. Uret begynder ved den første henvendelse.",
        "Kun en hel kalendermåned uden ydelse bryder perioden "
        f"({page.to(reading_page('kalendermaaned'), 'kalendermaaned')}). Et kortere hul bryder den ikke, men hver hel uge "
        f"uden ydelse (mandag til søndag) flytter fristen 7 dage ({page.to(reading_page('kort-hul'), 'kort-hul')}).",
    ]
    for number, (c, words) in enumerate(
        ((gap, "Et kort hul flytter fristen"), (broken, "En hel kalendermåned bryder perioden"))
    ):
        krav = [k for k in c.outline().krav if k.regel == "LAB-2016:92.1" and k.udfald != "bortfaldet"]
        k = krav[-1]
        assert k.frist is not None
        spells: list[Stretch | Mark] = [
            Stretch(iso(p["fra"]), iso(p["til"]) if p.get("til") else c.pr, "ydelse") for p in c.document["perioder"]
        ]
        svg = timeline(
            D(2018, 9, 1),
            D(2019, 3, 31),
            [spells, [Mark(k.periode_fra, "perioden begynder")], [Mark(k.frist, "frist for tilbud")]],
            f"ur-hul-{number}",
            words,
            f"Perioden begynder {date(k.periode_fra).replace('&nbsp;', ' ')}, og fristen er {date(k.frist).replace('&nbsp;', ' ')}.",
            ["Ydelse", "Anker", "Frist"],
        )
        out += [
            f"### {words}",
            f"{page.to(rule_page(k.regel), k.regel)} for en periode fra den {date(k.periode_fra)}: fristen er den {date(k.frist)}.",
            framed(svg, words + "."),
            bench_link(page, c),
        ]
    shifts = []
    for number, what in enumerate(
        (
            "fra uddannelseshjælp som uddannelsesparat til kontanthjælp som jobparat",
            "fra uddannelsesparat til jobparat på overgangsydelse",
            "fra overgangsydelse til kontanthjælp, alene fordi opholdskravet er opfyldt",
            "fra kontanthjælp til revalideringsydelse som revalidend",
            "fra jobafklaring til ressourceforløb",
            "fra jobparat til aktivitetsparat på kontanthjælp",
        )
    ):
        c = case(f"vektorer/T10#{number + 1}")
        k = next(x for x in reversed(c.outline().krav) if x.regel == "LAB-2019:31.1" and x.udfald != "bortfaldet")
        new = k.periode_fra == iso(c.document["perioder"][-1]["fra"])
        shifts.append([what, "ja" if new else "nej", date(k.periode_fra), date(k.frist)])
    start, change = (
        case("vektorer/T10#1").document["perioder"][0]["fra"],
        case("vektorer/T10#1").document["perioder"][1]["fra"],
    )
    out += [
        "### Hvornår begynder uret forfra efter de nye regler?",
        f"Et forløb fra den {date(iso(start))} skifter den {date(iso(change))}:",
        table(["Skiftet er", "Ny periode?", "Perioden løber fra", "Fire samtaler senest"], shifts, wide=True),
    ]
    return out


def _calendar(page: Page) -> list[str]:
    sick = case("vektorer/D7#1")
    week8, half = _krav(sick, "SDPL-2020:13b.1a"), _krav(sick, "SDPL-2020:13b.1b")
    assert week8.frist is not None
    assert half.frist is not None
    first = iso(sick.document["perioder"][0]["fra"])
    svg = timeline(
        D(2021, 1, 1),
        D(2021, 7, 31),
        [
            [Stretch(first, half.frist, "det første halve år")],
            [Mark(week8.frist, "8. uge"), Mark(half.frist, "et halvt år")],
        ],
        "ur-sygdom",
        "Kalendertid fra første fraværsdag",
        "Den første fraværsdag er dag 1.",
        ["Sygefravær", "Frister"],
    )
    return [
        "## Kalendertid",
        "Sygedagpenge, integrationsprogram, fleksjob og alle frister regnet fra en hændelse løber i kalendertid, uanset "
        "ydelse. Ved sygefravær er den første fraværsdag dag 1.",
        f"Første fraværsdag den {date(first)}: den ottende uge udløber den {date(week8.frist)}, det første halve år den {date(half.frist)}.",
        framed(svg, "Kalendertid fra første fraværsdag."),
        bench_link(page, sick),
    ]


def _days(page: Page) -> list[str]:
    def months(day: D, n: int) -> str:
        return date(D.fromordinal(kalender.plus_maaneder(day.toordinal(), n)))

    rows = [
        [
            f"{date(D(2019, 10, 14))} + 2 uger",
            date(D(2019, 10, 14) + dt.timedelta(14)),
            "samme ugedag; selve dagen tæller ikke",
        ],
        *(
            [f"{date(day)} + {n} måned{'er' if n > 1 else ''}", months(day, n), why]
            for day, n, why in (
                (D(2021, 3, 31), 6, "måneden har kun 30 dage: den sidste dag"),
                (D(2020, 1, 31), 1, "februar i et skudår"),
                (D(2021, 1, 31), 1, "februar i et almindeligt år"),
                (D(2021, 1, 31), 2, "altid fra ankeret, aldrig måned for måned"),
                (D(2019, 8, 31), 6, "den sidste dag i februar"),
            )
        ),
    ]
    offers = _krav(case("vektorer/T13#1"), "LAB-2016:92.1")
    return [
        "## Dage",
        "Dagen for begivenheden tælles ikke med. En samtale holdt på selve fristdagen er til tiden. Frister på lørdage, "
        f"søndage og helligdage flyttes ikke ({page.to(reading_page('frist-helligdag'), 'frist-helligdag')}).",
        table(["Fra", "Giver", "Fordi"], rows),
        f"**Tilbud** er til tiden, hvis de begynder i den kalenderuge, pligten indtræder i. Derfor er fristen ugens søndag: "
        f"Et tilbud, der skulle begynde senest 3 måneder efter den {date(offers.periode_fra)}, er til tiden til og med "
        f"{date(offers.frist)}. For samtaler findes ingen sådan uge.",
    ]


def _covid(page: Page) -> list[str]:
    rows = []
    for t in suspensions():
        e = t.erklaering
        rows.append(
            [
                ", ".join(_FAMILY.get(f, f) for f in e.familier),
                date(t.fra),
                date(t.til),
                "Region Hovedstaden og Region Sjælland" if e.kommuner else "hele landet",
                cited(e),
            ]
        )
    return [
        "## Suspensionen under corona",
        "En frist inde i suspensionen er ikke et brud; kravet er uafklaret, medmindre det er opfyldt alligevel. Hvad der "
        f"gælder for et vindue, der overlapper suspensionen, er en åben fortolkning: {page.to(reading_page('corona-vindue'), 'corona-vindue')}.",
        table(["Hvad", "Fra", "Til og med", "Hvor", "Hjemmel"], rows, wide=True),
    ]


_FAMILY = {
    "samtaler-lab-2019": "samtaler efter LAB",
    "cv-lab-2019": "cv-samtaler",
    "kontrol-ny": "samtaler efter kontrolaktion",
    "kontrol-tilbud-ny": "tilbud efter kontrolaktion",
    "barsel-ny": "tilbud om samtale under barsel",
    "sygedagpenge": "opfølgning på sygedagpenge",
    "raadighed-ny": "rådighedssamtaler",
    "integration": "integrationsopfølgning",
    "tilbud-lab-2019-102": "tilbud efter § 102",
    "tilbud-lab-2019-105": "tilbud efter § 105",
}
