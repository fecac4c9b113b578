"""The open readings, by name: the default first, then the other choices this judge can take."""

from __future__ import annotations

UNDERSTOETTET: dict[str, tuple[str, ...]] = {
    "frist-dag": ("ikke-medregnet", "medregnet"),
    "frist-helligdag": ("flyttes-ikke", "naeste-hverdag"),
    "frist-maaned": ("samme-dag", "sidste-dag"),
    "seks-maaneder": ("samme-dato", "dagen-foer", "26-uger"),
    "halve-aar": ("dagen-foer", "samme-dato"),
    "otte-uger": ("dag-56", "dag-57", "kalenderuge"),
    "kalendermaaned": ("hel", "dato-til-dato"),
    "kort-hul": ("medregnes-ikke", "medregnes"),
    "loentilskud-brud": ("nej", "ja"),
    "genstart": ("uden-ny-frist", "med-ny-frist"),
    "retur-efter-anden-ydelse": ("ny-periode", "samme-periode"),
    "maalgruppeskift-gammel": ("nej", "ja"),
    "passeret-frist-ved-skift": ("uafklaret", "paa-skiftedagen", "opstaar-ikke"),
    "uge-og-tre-maaneder": ("kalender", "ydelsesuger"),
    "foerste-samtale-medregnes": ("nej", "ja"),
    "tolv-maaneder": ("paa-hinanden", "rullende", "hele-kalendermaaneder"),
    "to-maaneder-uger": ("maaneder", "uger"),
    "hver-fjerde-uge": ("fra-seneste", "fast-gitter"),
    "tolerance": ("kalenderdage", "timer"),
    "tidlig-samtale": ("fasen", "forrige-trin"),
    "tolv-maaneders-gulv": ("blokke", "rullende"),
    "seksten-maaneder": ("ikke-brugt", "enhver"),
    "foer-cv-samtale": ("nej", "ja"),
    "ledighedsur-2017": ("2017-07-01", "2018-07-01"),
    "uger-til-maaneder": ("52-12", "4-uger-2-dage"),
    "timer-pr-maaned": ("jaevnt", "foerste-dag", "sidste-dag"),
    "tilbudsur-nulstilling": ("ja", "nej"),
    "aldersdag": ("13-uger", "periodens-start", "6-maaneder"),
    "fravalgt-a-kasse": ("bortfalder", "holdes-uden"),
    "to-uger-tilbud": ("14-dage", "12-dage", "10-hverdage"),
    "afbrudt-tilbud": ("ikke-opfyldt", "planlagt-laengde"),
    "fritaget-20-timer": ("ja", "nej"),
    "delvis-fritagelse": ("uden-virkning", "forlaenger"),
    "forkert-form": ("taeller-ikke", "taeller"),
    "udeblivelse": ("taeller-ikke", "taeller"),
    "corona-vindue": ("uafklaret", "forlaenges", "uaendret"),
    "suspension-start": ("2020-03-20", "2020-03-12"),
    "ydelsesskift-2025": ("uafklaret", "ny-periode", "samme-periode"),
    "uger-209": ("fuldfoerte", "paabegyndte"),
    "medmindre-209": ("begge", "kun-21-25"),
    "kredit-209": ("ja", "nej"),
    "fravalg-209": ("nej", "ja"),
    "corona-raadighed": ("medregnes", "medregnes-ikke"),
}


def vaelg(valgte: dict[str, str] | None) -> dict[str, str]:
    """Every reading with the choice in use; a choice this judge cannot take raises, naming the reading."""
    brugt = {navn: valg[0] for navn, valg in UNDERSTOETTET.items()}
    for navn, valg in (valgte or {}).items():
        if valg not in UNDERSTOETTET.get(navn, ()):
            msg = f"{navn}={valg}"
            raise NotImplementedError(msg)
        brugt[navn] = valg
    return brugt
