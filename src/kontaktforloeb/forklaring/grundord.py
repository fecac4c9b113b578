"""Why a requirement lapsed, cannot be determined, or does not exist: one clause for each reason of the engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring.betingelsesord import betingelse
from kontaktforloeb.forklaring.grundnavn import fritagelse
from kontaktforloeb.forklaring.ordbog import efter
from kontaktforloeb.forklaring.punktord import Sammenhaeng, dele, haendelse, ny_haendelse
from kontaktforloeb.koder import Maalgruppe, Ordningsart, Samtaleform
from kontaktforloeb.vurdering.fund import BORTFALDET, UAFKLARET, Fund
from kontaktforloeb.vurdering.hjemler import sidst_tilfoejet

Grund = Callable[[tuple[str, ...], Fund, Sammenhaeng], str]


def _sket(a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    dag = o.iso(a[2])
    ventet = next(
        (v for h in fund.forloeb.tl.haendelser.get(a[1], ()) if h.dag == dag and (v := h.felter.get("ventet"))), None
    )
    if ventet is not None:
        return o(
            f"{ny_haendelse(a[1], o)} {o.den(ventet)} blev registreret {o.den(dag)}",
            f"{ny_haendelse(a[1], o)} on {o.dato(ventet)} was recorded {o.paa(dag)}",
        )
    return o(f"{haendelse(a[1], o)} er registreret {o.den(dag)}", f"{haendelse(a[1], o)} is recorded {o.paa(dag)}")


def _ikke_sket(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    """What is missing; a condition that names a stretch of time says which."""
    o = s.o
    for felt in ("betingelse", "naar", "undtagelse"):
        for del_ in dele(getattr(s.regel, felt, None)):
            if isinstance(del_, r.Sket) and del_.art == a[1]:
                tekst = betingelse(del_, s, ja=False)
                if tekst is not None:
                    return tekst
    hvad = ny_haendelse(a[1], o)
    return o(f"der ikke er registreret {hvad}", f"{hvad} is not recorded")


def _fravalgt(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    dag = o.iso(a[1])
    return o(
        f"borgeren fravalgte a-kassens deltagelse {o.den(dag)}",
        f"the person opted out of the unemployment fund's participation {o.paa(dag)}",
    )


def _haft(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    antal, dag = int(a[1]), o.iso(a[2])
    if antal == 1:
        return o(f"samtalen allerede blev holdt {o.den(dag)}", f"the interview was already held {o.paa(dag)}")
    return o(
        f"der allerede var holdt {o.tal(antal)} samtaler, den seneste {o.den(dag)}",
        f"{o.tal(antal)} interviews had already been held, the last {o.paa(dag)}",
    )


def _krav_ikke_opfyldt(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(f"kravet efter {efter(s.krav(a[1]))} ikke er opfyldt", f"the requirement of {s.krav(a[1])} was not met")


def _krav_uafklaret(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(
        f"det er uafklaret, om kravet efter {efter(s.krav(a[1]))} er opfyldt",
        f"it cannot be determined whether the requirement of {s.krav(a[1])} was met",
    )


def _intet_baand(_a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    skift = s.lov.skift
    return s.o(
        f"overgangsreglen ikke nævner den længde, som forløbet havde {s.o.den(skift)}",
        f"the transition does not mention the length that the course had {s.o.paa(skift)}",
    )


def _alder(_a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    if fund.udfald == UAFKLARET:
        return s.o("borgerens alder ikke er oplyst", "the person's age is not recorded")
    return s.o("borgerens alder ligger uden for reglen", "the person's age is outside the rule")


def _ordning(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    navn = s.o.navn(Ordningsart, a[1])
    return s.o(
        f"sagen er omfattet af ordningen »{navn}«, som kan ændre reglen",
        f"the case is covered by the scheme “{navn}”, which can change the rule",
    )


def _kategori(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(f"borgeren er i kategori {a[1]}", f"the person is in category {a[1]}")


def _betingelse(_a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o("en betingelse i reglen ikke er til stede", "a condition of the rule is absent")


def _ulaest(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(
        f"{a[1]} gælder på det tidspunkt, og den tekst er ikke indarbejdet i reglerne her",
        f"{a[2]} applies at that time, and that text is not part of the rules here",
    )


def _passeret(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    dag = o.iso(a[1])
    return o(
        f"fristen var passeret, da borgeren kom i målgruppen {o.den(dag)}, og loven ikke siger, hvad der så gælder "
        "(fortolkningen »passeret-frist-ved-skift«)",
        f"the deadline had passed when the person entered the group {o.paa(dag)}, and the law does not say what then "
        "applies (reading “passeret-frist-ved-skift”)",
    )


def _forloeb_uafklaret(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(
        f"loven ikke siger, om ydelsens nye navn pr. 1. juli 2025 begynder en ny periode (fortolkningen »{a[1]}«)",
        f"the law does not say whether the benefit's new name from 1 July 2025 begins a new period (reading “{a[1]}”)",
    )


def _mangler(a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    kendt = fund.anledning is not None
    alle = list(dict.fromkeys(oplysning(sti, s, anledning_kendt=kendt) for sti in a[1:]))
    if s.o.kode == "da" and all(hvad.startswith("om ") for hvad in alle):
        # a question is no subject in Danish: it is not known, whether
        return f"det ikke er oplyst, {s.o.og([hvad.rstrip(',') for hvad in alle])}"
    return s.o(f"{s.o.og(alle)} ikke er oplyst", f"{s.o.og(alle)} is not recorded")


def _suspenderet(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    fra, til = o.iso(a[1]), o.iso(a[2])
    return o(
        f"reglen var suspenderet fra {o.den(fra)} til og med {o.den(til)}",
        f"the rule was suspended from {o.dato(fra)} to {o.dato(til)} inclusive",
    )


def _corona_vindue(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    fra, til = o.iso(a[1]), o.iso(a[2])
    return o(
        f"perioden overlapper suspensionen fra {o.den(fra)} til og med {o.den(til)}, og teksten ikke siger, hvad det "
        "betyder for fristen (fortolkningen »corona-vindue«)",
        f"the period overlaps the suspension from {o.dato(fra)} to {o.dato(til)}, and the text does not say what that "
        "means for the deadline (reading “corona-vindue”)",
    )


def _tilbuddets_laengde(a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    post = next((x for x in fund.forloeb.tl.tilbud if x.sti == a[1]), None)
    hvilket = "" if post is None else o(f", der begyndte {o.den(post.fra)},", f" that began {o.paa(post.fra)}")
    if not a[2]:
        return o(
            f"tilbuddet{hvilket} blev afbrudt, før det var langt nok, og loven ikke siger, om det så tæller "
            "(fortolkningen »afbrudt-tilbud«)",
            f"the offer{hvilket} was broken off before it was long enough, and the law does not say whether it then "
            "counts (reading “afbrudt-tilbud”)",
        )
    return o(
        f"det ikke er oplyst, om tilbuddet{hvilket} er eller bliver langt nok",
        f"it is not recorded whether the offer{hvilket} is or will be long enough",
    )


def _ophoert(_a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    o, f = s.o, fund.forloeb
    slut = f.slut if f.slut is not None else f.spells[-1].slut
    if slut is None:
        return o("forløbet sluttede før fristen", "the course ended before the deadline")
    if fund.frist is None:
        return o(f"forløbet sluttede {o.den(slut)}", f"the course ended {o.paa(slut)}")
    return o(f"forløbet sluttede {o.den(slut)}, før fristen", f"the course ended {o.paa(slut)}, before the deadline")


def _maalgruppeskift(_a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    o, grupper = s.o, s.regel.maalgrupper
    for forrige, naeste in zip(fund.forloeb.spells, fund.forloeb.spells[1:], strict=False):
        if forrige.gruppe in grupper and naeste.gruppe not in grupper:
            ny = o.navn(Maalgruppe, naeste.gruppe)
            return o(
                f"borgeren skiftede målgruppe {o.den(naeste.fra)} (til {ny}), før fristen",
                f"the person moved to another group {o.paa(naeste.fra)} ({ny}), before the deadline",
            )
    return o("borgeren skiftede målgruppe før fristen", "the person moved to another group before the deadline")


def _fritaget(a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    hjemmel = sidst_tilfoejet(fund, s.lov)
    citat = "" if hjemmel is None else o(f", {o.citat(hjemmel)}", f", {o.citat(hjemmel)}")
    if fund.nominal is not None and o.iso(a[2]) > fund.nominal:
        return o(
            f"borgeren var fritaget på fristdagen: en fritagelse begyndte kort efter ({fritagelse(a[1], o)} fra "
            f"{o.den(o.iso(a[2]))}{citat})",
            f"the person was exempt on the deadline: an exemption began shortly after ({fritagelse(a[1], o)} "
            f"from {o.dato(o.iso(a[2]))}{citat})",
        )
    if fund.frist is None:
        return o(
            f"borgeren var fritaget, da pligten opstod ({fritagelse(a[1], o)} fra {o.den(o.iso(a[2]))}{citat})",
            f"the person was exempt when the duty arose ({fritagelse(a[1], o)} from {o.dato(o.iso(a[2]))}{citat})",
        )
    return o(
        f"borgeren var fritaget på fristdagen ({fritagelse(a[1], o)} fra {o.den(o.iso(a[2]))}{citat})",
        f"the person was exempt on the deadline ({fritagelse(a[1], o)} from {o.dato(o.iso(a[2]))}{citat})",
    )


def _fortraengt(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(
        f"kravet efter {efter(s.krav(a[1]))} træder i stedet",
        f"the requirement of {s.krav(a[1])} takes its place",
    )


def _fritaget_hele_tiden(_a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(
        "borgeren har været fritaget alle dage på ydelsen", "the person has been exempt on every day on the benefit"
    )


def _afloest(_a: tuple[str, ...], fund: Fund, s: Sammenhaeng) -> str:
    o, k = s.o, fund.klausul
    til = "" if k.til is None else o(f" til og med {o.den(k.til)}", f" to {o.dato(k.til)} inclusive")
    naeste = ""
    if fund.efterfoelger is not None:
        ny = s.anden(fund.efterfoelger)
        navn = "" if ny is None else o(f" (»{ny.titel}«)", f" (“{ny.titel_en}”)")
        citat = s.krav(fund.efterfoelger)
        naeste = o(f", og {citat}{navn} gælder i stedet", f", and {citat}{navn} applies instead")
    return o(f"reglen kun gælder{til}{naeste}", f"the rule applies only{til}{naeste}")


def _plan(_a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o("forløbet er en plan", "the course is a plan")


def _intet_krav(_a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o("loven ikke sætter noget antal og ingen frist", "the law sets no number and no deadline")


def _fritagelse_uafklaret(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    return o(
        f"borgeren er fritaget ({fritagelse(a[1], o)}), og jobcenteret må da fravige kravet",
        f"the person is exempt ({fritagelse(a[1], o)}), and the job centre may then deviate from the requirement",
    )


def _ikke_laest(_a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    return s.o(
        "de læste tekster ikke siger, hvad der gælder for borgerens situation",
        "the texts read do not say what applies to the person's situation",
    )


def _form_uvis(a: tuple[str, ...], _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    dag = o.iso(a[1])
    form = o.navn(Samtaleform, a[2])
    return o(
        f"det ikke fremgår af sagen, om samtalen {o.den(dag)} måtte holdes i den form ({form})",
        f"the case does not show whether the interview {o.paa(dag)} was allowed in that form ({form})",
    )


GRUNDE: dict[str, Grund] = {
    "form-uvis": _form_uvis,
    "sket": _sket,
    "ikke-sket": _ikke_sket,
    "fravalgt": _fravalgt,
    "haft": _haft,
    "krav-ikke-opfyldt": _krav_ikke_opfyldt,
    "krav-uafklaret": _krav_uafklaret,
    "intet-baand": _intet_baand,
    "alder": _alder,
    "ordning": _ordning,
    "fritagelse-uafklaret": _fritagelse_uafklaret,
    "ikke-laest": _ikke_laest,
    "kategori": _kategori,
    "betingelse": _betingelse,
    "ulaest": _ulaest,
    "passeret": _passeret,
    "forloeb-uafklaret": _forloeb_uafklaret,
    "mangler": _mangler,
    "suspenderet": _suspenderet,
    "corona-vindue": _corona_vindue,
    "tilbuddets-laengde": _tilbuddets_laengde,
    "ophoert": _ophoert,
    "maalgruppeskift": _maalgruppeskift,
    "fritaget": _fritaget,
    "fortraengt": _fortraengt,
    "fritaget-hele-tiden": _fritaget_hele_tiden,
    "afloest": _afloest,
    "intet-krav": _intet_krav,
    "plan": _plan,
}
"""The engine's reasons, each a clause that may follow `fordi`."""


def grund(fund: Fund, s: Sammenhaeng) -> str | None:
    """Why the outcome is what it is, as a clause; None where the dates say it all. Raises `KeyError` without words."""
    if not fund.aarsag:
        return None
    tekst = GRUNDE[fund.aarsag[0]](fund.aarsag, fund, s)
    efter = next((h for navn, h in getattr(s.regel, "afgjort_af", ()) if navn == "undtagelse"), None)
    if fund.udfald == BORTFALDET and efter is not None and efter in fund.hjemler:
        tekst += f" ({s.o.citat(efter)})"
    return tekst


OPLYSNINGER: dict[str, tuple[str, str]] = {
    "foedselsdato": ("fødselsdatoen", "the date of birth"),
    "kategori": ("sygedagpengekategorien", "the sickness benefit category"),
    "kommune": ("kommunen", "the municipality"),
    "aarsag": ("grunden til, at tilbuddet blev afbrudt,", "why the offer was broken off"),
    "udland": ("om kontrolaktionen viste ophold i udlandet,", "whether the control action showed a stay abroad"),
    "forbrug": (
        "forbruget af dagpengeretten eller dagen, hvor jobcenteret overtog,",
        "the consumption of the dagpenge right, or the day the job centre took over,",
    ),
    "haendelser": ("begivenheden, som fristen regnes fra,", "the event that the deadline counts from"),
}
"""The facts that can be missing, by the last name of their path."""


def oplysning(sti: str, s: Sammenhaeng, *, anledning_kendt: bool = False) -> str:
    """A missing fact by its path, with the event named where the rule says which. Raises `KeyError`.

    Where the event that the rule arises from is recorded, it is the one that its clock starts with that is missing.
    """
    navn = sti.rpartition(".")[2]
    if navn == "haendelser":
        art = _urets_art(s) if anledning_kendt else _ankerets_art(s)
        if art is not None:
            return haendelse(art, s.o)
    return s.o(*OPLYSNINGER[navn])


def _ankerets_art(s: Sammenhaeng) -> str | None:
    for del_ in dele(getattr(s.regel, "vindue", None)):
        if isinstance(del_, (r.Seneste, r.Foerste, r.Haendelse)):
            return str(del_.art)
    for del_ in dele(getattr(s.regel, "undtagelse", None)):
        if isinstance(del_, r.Seneste):
            return str(del_.art)
    return _urets_art(s)


def _urets_art(s: Sammenhaeng) -> str | None:
    art: Any = getattr(s.ur, "start", None)
    return None if art is None else str(art)
