"""The open readings, each with its question, default, and what another choice changes in a case."""

from __future__ import annotations

from collections.abc import Iterator

from book.shown import shown_on
from book.source import Case, reading_page, rule_page, rules
from book.verdicts import bench_link, counted, drawn, due, facts, titled
from book.words import Page, bullets, date, outcome, table
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.vurdering.resultat import Krav, Vurdering

Key = tuple[str, object, object, str]


def _rows(vurdering: Vurdering) -> dict[Key, Krav]:
    return {(k.regel, k.periode_fra, k.trin, k.maalgruppe): k for k in vurdering.krav}


def _same(a: Krav | None, b: Krav | None) -> bool:
    if a is None or b is None:
        return a is b
    return (a.udfald, a.frist, a.forventet_frist, a.kraevet, len(a.medregnet)) == (
        b.udfald,
        b.frist,
        b.forventet_frist,
        b.kraevet,
        len(b.medregnet),
    )


def differences(case: Case, reading: str, choice: str) -> Iterator[tuple[Krav | None, Krav | None]]:
    """The requirements that another choice changes, before and after."""
    before, after = _rows(case.outline()), _rows(case.outline(fortolkninger={reading: choice}))
    for key in {**before, **after}:
        if not _same(before.get(key), after.get(key)):
            yield before.get(key), after.get(key)


def _words(krav: Krav | None) -> str:
    if krav is None:
        return "findes ikke"
    count = counted(krav)
    return f"{outcome(krav.udfald)}, frist {due(krav)}" + (f", talt {count}" if count else "")


def page_of(name: str) -> Page:
    """The page of one reading."""
    reading = next(f for f in REGELSAET.fortolkninger if f.navn == name)
    page = Page.at(reading_page(name), f"Fortolkning: {name}", description=reading.spoergsmaal)
    page.add(f"**Spørgsmål:** {reading.spoergsmaal}")
    page.add(
        table(
            ["Valg", "Betyder", ""],
            [[f"`{v.kode}`", v.tekst, "standard" if n == 0 else ""] for n, v in enumerate(reading.valg)],
        )
    )
    mention = [r.regel for r in rules().values() if name in r.fortolkninger]
    page.add("## Regler, der bygger på svaret")
    page.add(
        bullets(f"{page.to(rule_page(r), r)}: {rules()[r].titel}" for r in mention)
        if mention
        else "Fortolkningen hører til urene eller optællingen og kan røre enhver regel, der bruger dem."
    )
    page.add("## Hvad et andet valg ændrer")
    for number, case in enumerate(shown_on(name)):
        vurdering = case.outline()
        page.add(
            f"### {case.titel.rstrip('.')}",
            facts(case),
            f"Vurderet pr. {date(case.pr)} med standardvalget: {outcome(vurdering.samlet)}",
            drawn(case, vurdering, f"sag{number + 1}"),
        )
        for choice in reading.valg[1:]:
            found = list(differences(case, name, choice.kode))
            if not found:
                continue
            page.add(
                f"Med `{name} = {choice.kode}`:",
                table(
                    ["Krav", "Standard", "Med valget"],
                    [
                        [
                            f"{page.to(rule_page(k.regel), k.regel)} {titled(k)}",
                            _words(a),
                            _words(b),
                        ]
                        for a, b in found
                        for k in (a or b,)
                        if k is not None
                    ],
                    wide=True,
                ),
            )
        page.add(bench_link(page, case))
    page.add(
        "## Sådan vælger du",
        f"På kommandolinjen med `--fortolkning {name}={reading.valg[1].kode}`, i Python med "
        f'`fortolkninger={{"{name}": "{reading.valg[1].kode}"}}`, og i Prøv reglerne under Fortolkninger. '
        "Hver vurdering nævner de valg, den bygger på, og hvilke enkelte andre valg der ville ændre et udfald.",
    )
    return page


def index() -> Page:
    """All readings."""
    page = Page.at(
        "fortolkninger/index.md",
        "Åbne fortolkninger",
        description="De spørgsmål, som lovens tekst lader åbne, med standardvalg og alternativer",
    )
    page.add(
        f"Hvor lovens tekst lader et spørgsmål åbent, er svaret ikke gemt i programmet, men lagt frem: {len(REGELSAET.fortolkninger)} "
        "spørgsmål, hver med et standardvalg og mindst ét andet. Den, der vurderer, kan vælge et andet svar. "
        "Hvert krav siger, hvilke fortolkninger det bygger på, og om et enkelt andet valg ville ændre udfaldet."
    )
    page.add(
        table(
            ["Fortolkning", "Spørgsmål", "Standard", "Andre valg"],
            [
                [
                    page.to(reading_page(f.navn), f"`{f.navn}`"),
                    f.spoergsmaal,
                    f"`{f.standard}`",
                    "<br>".join(f"`{v.kode}`" for v in f.valg[1:]),
                ]
                for f in REGELSAET.fortolkninger
            ],
            wide=True,
        )
    )
    return page


def pages() -> list[Page]:
    """Every page of a reading, and the index."""
    return [index(), *(page_of(f.navn) for f in REGELSAET.fortolkninger)]
