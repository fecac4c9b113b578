"""The closed lists as pages: the glossary, the fields of a case, the faults of meaning."""

from __future__ import annotations

from book.words import Page, big, esc, slug, table
from kontaktforloeb import koder
from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring import noter
from kontaktforloeb.forklaring.punktord import dele
from kontaktforloeb.formater import betydning
from kontaktforloeb.formater.felter import FELTER, LISTER, Felt, Slags
from kontaktforloeb.ret.lovgrundlag import REGELSAET

#: What a word means, in a sentence of ours; the codes themselves come from the package.
TERMS = {
    "ansvarlig": "Den, der skal opfylde kravet: jobcenteret, a-kassen eller kommunen.",
    "afgjort": "Den dag, udfaldet lå fast.",
    "aktivt tilbud": "Vejledning og opkvalificering, virksomhedspraktik, nytteindsats eller løntilskud, givet efter loven. "
    "Hvilke arter der gælder, står på reglens side.",
    "anker": "Den dag, et ur løber fra: for eksempel den første henvendelse eller indplaceringen.",
    "antagelse": "Noget, som vurderingen har måttet lægge til grund, fordi sagen ikke siger det.",
    "forløb": "En periode på ét ur, fra ankeret til et brud.",
    "fortolkning": "Et valg mellem flere mulige læsninger, hvor loven lader et spørgsmål åbent.",
    "frist": "Den sidste dag til tiden, inklusive, med tolerancer og ugereglen regnet med.",
    "krav": "Noget, som loven kræver holdt eller givet inden en frist.",
    "lovgrundlag": "Den lov, der lægges til grund: den gældende på hver dag, eller planen fra 2018.",
    "lovskiftet": "Den dag, den nye lov afløste den gamle.",
    "målgruppe": "Den gruppe, personen er visiteret til; den afgør, hvilke krav der gælder.",
    "opfølgning": "Det, som samtalen hedder i sygedagpengeloven og integrationsloven.",
    "pr.": "Den dag, der vurderes på. Det, der er sket senere, bruges ikke.",
    "sammenlagt ledighed": "Timer med dagpenge eller løntilskud, lagt sammen siden indplaceringen.",
    "sammenhængende periode": "En ubrudt periode på ydelse; kun en hel kalendermåned uden ydelse bryder den.",
    "trin": "Et led i en række af krav, for eksempel den anden af de månedlige samtaler.",
    "tilsagn om standby": "Ved alvorlig sygdom følges der op uden kontakt; det kaldes standby.",
    "tvilling": "Det samme krav i den næste lov; det føres videre uden afbrydelse.",
    "vindue": "Tiden fra den første til den sidste dag, hvor noget kan tælle.",
    "vurdering": "Programmets svar for en sag på en dag. Den er ikke en afgørelse.",
}

KINDS: tuple[tuple[type[koder.Kode], str], ...] = (
    (koder.Udfald, "Udfald"),
    (koder.Maalgruppe, "Målgrupper"),
    (koder.Ydelse, "Ydelser"),
    (koder.Samtaleart, "Samtalearter"),
    (koder.Samtaleform, "Samtaleformer"),
    (koder.Samtalestatus, "Hvad der blev af en samtale"),
    (koder.HoldtAf, "Hvem der holdt samtalen"),
    (koder.Formaal, "Samtalens formål"),
    (koder.Haendelsesart, "Hændelser"),
    (koder.Tilbudsart, "Tilbud"),
    (koder.Tilbudsstatus, "Hvad der blev af et tilbud"),
    (koder.Aarsag, "Hvorfor et tilbud blev afbrudt"),
    (koder.Fritagelsesgrund, "Fritagelsesgrunde"),
    (koder.Undergrund, "Mindre intensiv indsats bygger på"),
    (koder.Ordningsart, "Ordninger"),
    (koder.Forsikring, "Forsikring"),
    (koder.Skift, "Ydelsesskift uden ny periode"),
    (koder.FastTrackAf, "Hvem der anmodede om fast track"),
    (koder.Fravalg, "Hvad et fravalg af a-kassen gælder"),
    (koder.Ansvarlig, "Ansvarlige"),
    (koder.Lovgrundlag, "Lovgrundlag"),
)


def glossary() -> Page:
    """Words and codes in Danish and English."""
    page = Page.at("ordliste.md", "Ordliste", description="Ord og koder på dansk og engelsk")
    page.add("Først ordene, så alle de koder, der kan stå i en sag eller en vurdering, med de engelske ord.")
    page.add("## Ord", table(["Ord", "Betyder"], [[big(w), m] for w, m in sorted(TERMS.items(), key=_alphabet)]))
    page.add("## Koder")
    for kind, title in KINDS:
        rows = [[f"`{m.value}`", m.tekst("da"), m.tekst("en")] for m in kind]
        page.add(f"### {title} {{ #{slug(title)} }}", table(["Kode", "Dansk", "Engelsk"], rows))
    page.add(
        "## Antagelser, bemærkninger og advarsler { #noter }",
        "Koderne i `antagelser`, `bemaerkninger` og `advarsler`, med den tekst, der følger dem. Det, der skifter fra sag til "
        "sag, står i kantede parenteser.",
    )
    for name, title in NOTES:
        rows = [[f"`{code}`", esc(da), esc(en)] for code, (da, en) in _notes(name).items()]
        page.add(f"### {title} {{ #{slug(title)} }}", table(["Kode", "Dansk", "Engelsk"], rows, wide=True))
    return page


NOTES = (("antagelser", "Antagelser"), ("bemaerkninger", "Bemærkninger"), ("advarsler", "Advarsler"))


def _notes(name: str) -> dict[str, tuple[str, str]]:
    """The codes of one kind as a verdict has them: the wordings of one code stand together."""
    found: dict[str, tuple[str, str]] = {}
    # of the events that can be missing, those that something is counted from
    start = {
        f"{d.art}-mangler" for rule in REGELSAET.regler for d in dele(rule) if isinstance(d, (r.Foerste, r.Haendelse))
    }
    start |= {f"{clock.start}-mangler" for clock in REGELSAET.ure if getattr(clock, "start", None)}
    for wording, (da, en) in noter.ordliste()[name].items():
        if wording.endswith("-mangler") and wording not in start:
            continue
        code = noter.KODEN_FOR.get(wording, wording)
        before = found.get(code)
        found[code] = (da, en) if before is None else (f"{before[0]} Eller: {da}", f"{before[1]} Or: {en}")
    return found


def _alphabet(item: tuple[str, str]) -> str:
    # æ, ø and å come last in Danish, in that order
    return item[0].lower().replace("æ", "{").replace("ø", "|").replace("å", "}")


_VALUES = {
    Slags.TEKST: "text",
    Slags.KODE: "code",
    Slags.DATO: "date",
    Slags.MAANED: "month",
    Slags.SANDHED: "true/false",
    Slags.HELTAL: "integer",
    Slags.TIMER: "hours",
    Slags.KOMMUNE: "three digits",
    Slags.DATOER: "list of dates",
}

_REGISTRATION = ("noegle", "registreret", "erstatter", "annulleret")


def _row(felt: Felt) -> list[str]:
    codes = ", ".join(f"`{k}`" for k in felt.koder)
    return [
        f"`{felt.navn}`",
        "yes" if felt.kraevet else "",
        _VALUES[felt.slags] + (f": {codes}" if codes else ""),
        felt.om,
    ]


def case_fields() -> str:
    """The fields of a case, list by list, as Markdown."""
    head = ["Field", "Required", "Value", "Meaning (as in the schema)"]
    parts = ["### The case itself", table(head, [_row(f) for f in FELTER], wide=True)]
    for liste in LISTER:
        own = [f for f in liste.felter if f.navn not in _REGISTRATION]
        need = " Required." if liste.kraevet else ""
        parts += [f"### `{liste.navn}`", f"{liste.om}{need}", table(head, [_row(f) for f in own], wide=True)]
    shared = [f for f in LISTER[0].felter if f.navn in _REGISTRATION]
    parts += ["### Every record of every list may carry", table(head, [_row(f) for f in shared], wide=True)]
    return "\n\n".join(parts)


def faults() -> str:
    """The numbered list of faults of meaning, as Markdown."""
    rows = [[str(f.nr), f"`{f.kode}`", esc(f.en), esc(f.allowed), esc(f.da)] for f in betydning.BETYDNING]
    belongs = [
        [f"`{r.liste}.{r.felt}`", f"`{r.styrer}`", ", ".join(f"`{b}`" for b in r.blandt)] for r in betydning.HOERER_TIL
    ]
    return "\n\n".join(
        [
            table(["No.", "Code", "Message", "Allowed", "In Danish"], rows, wide=True),
            "Fault 12, field by field: a field that is used only where another has one of these values.",
            table(["Field", "Used only where", "is one of"], belongs, wide=True),
        ]
    )


def limits() -> str:
    """The days a case may speak of."""
    return f"{betydning.FOERSTE.isoformat()} to {betydning.SIDSTE.isoformat()}"


def pages() -> list[Page]:
    """The glossary; the other lists stand in pages of prose."""
    return [glossary()]
