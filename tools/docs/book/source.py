"""What the pages are made from: the compiled law, the rules, and the cases with answers worked out by hand."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

import kontaktforloeb as kf
from book.words import iso, slug
from kontaktforloeb.forklaring.sprog import beskriv_regel
from kontaktforloeb.formater import sag_json
from kontaktforloeb.regelsprog import Hjemmel, Laes
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.vurdering.beskriv import Regelinfo
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov, oversaet

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases"
#: Module files stand in package or namespace; the examples travel with it.
EXAMPLES = Path(next(iter(kf.__path__))) / "eksempler"

SKIFT = dt.date(2020, 1, 1)


@cache
def law(lovgrundlag: str = kf.GAELDENDE) -> OversatLov:
    """The law under the default readings."""
    return oversaet(REGELSAET, lovgrundlag, None)


@cache
def rules() -> dict[str, Regelinfo]:
    """Every rule by id, in the order of the acts."""
    return {r.regel: r for r in kf.regler()}


@cache
def clauses(rule: str) -> tuple[Klausul, ...]:
    """The compiled declarations of one id: one a clock."""
    return tuple(k for k in law().klausuler if k.regel.id == rule)


@frozen
class Timed:
    """A declaration of the law besides the rules, with its days; readings stand at their default."""

    erklaering: Any
    fra: dt.date
    til: dt.date | None


def _default(value: Any) -> Any:
    if isinstance(value, Laes):
        chosen = next(f for f in REGELSAET.fortolkninger if f.navn == value.navn).standard
        return dict(value.vaerdier)[chosen]
    return value


def _day(value: Any) -> dt.date | None:
    value = _default(value)
    if value == "skift":
        return SKIFT
    if value == "foer-skift":
        return SKIFT - dt.timedelta(1)
    assert value is None or isinstance(value, dt.date)
    return value


def _timed(declarations: tuple[Any, ...]) -> tuple[Timed, ...]:
    found = []
    for e in declarations:
        fra = _day(e.fra)
        assert fra is not None
        found.append(Timed(e, fra, _day(e.til)))
    return tuple(found)


def citations(declaration: Any) -> tuple[Hjemmel, ...]:
    """Where a declaration stands: one citation or several."""
    given = declaration.hjemmel
    return (given,) if isinstance(given, Hjemmel) else tuple(given)


def cited(declaration: Any) -> str:
    """The same in words."""
    return "; ".join(f"{h.lov.kort} {h.paragraf}" for h in citations(declaration))


@cache
def exemptions() -> tuple[Timed, ...]:
    """What lifts requirements, as far as it does under the default readings."""
    return tuple(t for t in _timed(REGELSAET.fritagelser) if _default(t.erklaering.gaelder) is not False)


@cache
def suspensions() -> tuple[Timed, ...]:
    """The suspensions."""
    return _timed(REGELSAET.suspensioner)


@cache
def lawful_forms() -> tuple[Timed, ...]:
    """The lawful forms of interviews."""
    return _timed(REGELSAET.former)


def act(rule: str) -> str:
    """The act an id begins with."""
    return rule.partition(":")[0]


def described(rule: str) -> tuple[str, ...]:
    """A rule in words, a paragraph for each clock it counts on."""
    return tuple(dict.fromkeys(beskriv_regel(k, law(), "da") for k in clauses(rule)))


def rule_page(rule: str) -> str:
    """Where a rule's page is."""
    return f"regler/{slug(rule)}.md"


def group_page(group: str) -> str:
    """Where a group's page is."""
    return f"maalgrupper/{group}.md"


def reading_page(name: str) -> str:
    """Where a reading's page is."""
    return f"fortolkninger/{name}.md"


# --- paragraphs ------------------------------------------------------------------------------------------------------


@frozen(order=True)
class Paragraph:
    """One paragraph of one act; the acts that were replaced under the same name are told apart by `era`."""

    act: str
    era: str
    name: str

    @property
    def page(self) -> str:
        """Where its page is."""
        return f"paragraffer/{slug(f'{self.act} {self.era} {self.name}')}.md"

    @property
    def title(self) -> str:
        """The act as people cite it, and the paragraph."""
        return f"{self.act} {self.name}"


#: The acts whose numbers changed with the switch: LAB and the orders under it.
_TWO_LIVES = {"LAB", "bekendtgørelse om en aktiv beskæftigelsesindsats", "rådighedsbekendtgørelsen"}


def paragraph(kort: str, words: str, day: dt.date) -> Paragraph:
    """The paragraph that a citation in force on a day belongs to."""
    found = re.match(r"§ \d+(?: [a-zæøå])?(?![a-zæøå])", words)
    name = found[0] if found else words
    era = ("før 2020" if day < SKIFT else "fra 2020") if kort in _TWO_LIVES else ""
    return Paragraph(kort, era, name)


# --- cases -----------------------------------------------------------------------------------------------------------


@frozen(eq=False)
class Case:
    """A case to be judged: where it stands, its words, the facts, and what was worked out by hand."""

    sted: str
    titel: str
    document: dict[str, Any]
    pr: dt.date
    lovgrundlag: str = kf.GAELDENDE
    fortolkninger: tuple[tuple[str, str], ...] = ()
    regnet: str = ""
    kilde: str = ""
    forventet: tuple[dict[str, Any], ...] = ()

    @property
    def sag(self) -> kf.Sag:
        """The case as read."""
        return sag_json.fra_obj(self.document)

    def outline(self, **other: Any) -> kf.Vurdering:
        """The verdict without what other readings would change: much quicker."""
        return self.verdict(afhaengigheder=False, **other)

    def verdict(self, **other: Any) -> kf.Vurdering:
        """The verdict on it."""
        given: dict[str, Any] = {
            "pr": self.pr,
            "lovgrundlag": self.lovgrundlag,
            "fortolkninger": dict(self.fortolkninger),
        }
        return kf.vurder(self.sag, **{**given, **other})

    @property
    def groups(self) -> tuple[str, ...]:
        """The target groups in it."""
        return tuple(dict.fromkeys(p["maalgruppe"] for p in self.document["perioder"]))


@cache
def examples() -> tuple[Case, ...]:
    """The cases that travel with the package."""
    listed = json.loads((EXAMPLES / "oversigt.json").read_text(encoding="utf-8"))
    return tuple(
        Case(
            sted=row["navn"],
            titel=row["titel"],
            document=json.loads((EXAMPLES / row["sag"]).read_text(encoding="utf-8")),
            pr=iso(row["pr"]),
            lovgrundlag=row["lovgrundlag"],
            fortolkninger=tuple(row["fortolkninger"].items()),
        )
        for row in listed
    )


def _variants(folder: str) -> Iterator[tuple[Path, dict[str, Any], int, dict[str, Any]]]:
    for path in sorted((CASES / folder).glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for number, variant in enumerate(document["varianter"]):
            yield path, document, number, variant


@cache
def tried() -> tuple[Case, ...]:
    """Every case in tests/cases that is judged, worked cases first."""
    found: list[Case] = []
    for folder in ("vektorer", "graenser"):
        for path, document, number, variant in _variants(folder):
            if variant.get("slags", "vurdering") != "vurdering":
                continue
            found.append(
                Case(
                    sted=f"{folder}/{path.stem}#{number + 1}",
                    titel=variant["titel"],
                    document=variant["sag"],
                    pr=iso(variant["pr"]),
                    lovgrundlag=variant.get("lovgrundlag", kf.GAELDENDE),
                    fortolkninger=tuple(variant.get("fortolkninger", {}).items()),
                    regnet=document.get("regnet", ""),
                    kilde=document.get("kilde", ""),
                    forventet=tuple(variant["forventet"]),
                )
            )
    return tuple(found)


@cache
def case(sted: str) -> Case:
    """A case by where it stands: `vektorer/D3b#1`, or the name of a shipped example."""
    return next(c for c in (*examples(), *tried()) if c.sted == sted)


def tests_of(rule: str) -> tuple[Case, ...]:
    """The cases in which the rule's answer was worked out by hand."""
    return tuple(c for c in tried() if any(f.get("regel") == rule for f in c.forventet))
