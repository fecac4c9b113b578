"""Cases sought at the edges of each rule: where it begins and ceases to apply, and where its deadline and number lie.

For each rule and group a course is found whose deadline is the rule's first or last day in force, the day before it and
the day after it; and on ordinary and month-end courses the required number is held on the last day in time, a day late,
or one short. The engine only helps to find the places: a case is used where the naive judge says the same.
"""
# ruff: noqa: E501 - sentences and cells read best in one piece

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import kontaktforloeb as kf
from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.ret.plan import BEGYNDER
from kontaktforloeb.vurdering.oversaet import _dele

Document = dict[str, Any]
ORDINARY = tuple(
    dt.date.fromisoformat(d).toordinal()
    for d in (
        "2015-08-31", "2018-01-31", "2018-09-03", "2018-11-30", "2019-09-16", "2019-11-04", "2021-09-06", "2022-11-30",
        "2024-08-31",
    )
)  # fmt: skip


def iso(day: int) -> str:
    """The day as the case format writes it."""
    return dt.date.fromordinal(day).isoformat()


def course(rule: Any, group: str, start: int) -> Document | None:  # noqa: C901 - one clause an occasion
    """A course of a group that begins on a day, with the events that the rule arises from a fortnight later."""
    if start < dt.date(2012, 1, 1).toordinal():
        return None
    first = dt.date.fromordinal(start)
    spell: Document = {
        "ydelse": BEGYNDER[group].ydelse_paa(first),
        "maalgruppe": group,
        "fra": iso(start),
        "til": None,
    }
    if group == "sygedagpengemodtager":
        spell["kategori"] = 1 if "13a.1" in rule.id else 2
        if "13f" in rule.id:
            spell.update(i_ansaettelse=True, forudsigeligt=True)
    document: Document = {
        "format": "kontaktforloeb-sag/1",
        "id": "SOEGT",
        "foedselsdato": iso(
            kalender.plus_maaneder(start, -12 * {"LAB-2016:85.1": 27, "LAB-2016:88": 55}.get(rule.id, 40)) - 90
        ),
        "perioder": [spell],
        "haendelser": [{"art": art, "dato": iso(start)} for art in BEGYNDER[group].haendelser],
    }
    parts = list(_dele(rule))
    for part in parts:
        if isinstance(part, r.Skiftedag) and len(document["perioder"]) == 1:
            before = part.fra_grupper[0]
            spell["fra"] = iso(start + 60)
            benefit = BEGYNDER[before].ydelse_paa(first)
            document["perioder"].insert(
                0, {"ydelse": benefit, "maalgruppe": before, "fra": iso(start), "til": iso(start + 59)}
            )
        if isinstance(part, r.Haendelse | r.Sket) and part.art not in BEGYNDER[group].haendelser:
            event: Document = {"art": part.art, "dato": iso(start + 14)}
            if part.art == "kontrolaktion":
                event["udland"] = True
            elif part.art == "fast-track-anmodning":
                event["af"] = "sygemeldt"
            elif part.art in {"fast-track-afslag", "afmelding"}:
                continue
            if event not in document["haendelser"]:
                document["haendelser"].append(event)
        if isinstance(part, r.Fritagelsesslut) and "fritagelser" not in document:
            ground = part.grunde[0]
            # it covers the deadline of the rule before, three or six months on
            document["fritagelser"] = [{"grund": ground, "fra": iso(start + 60), "til": iso(start + 230)}]
        if type(part).__name__ == "Orlovsslut" and "fritagelser" not in document:
            document["fritagelser"] = [{"grund": "barsel", "fra": iso(start + 30), "til": iso(start + 210)}]
            document["haendelser"].append({"art": "foedsel", "dato": iso(start + 30)})
        if isinstance(part, r.Ordning):
            scheme = {"art": part.art, "fra": iso(start), "til": None}
            if scheme not in document.setdefault("ordninger", []):
                document["ordninger"].append(scheme)
    if rule.id in {"LAB-2016:93", "LAB-2016:93m", "LAB-2016:96c", "LAB-2016:96cm", "LAB-2016:96.3", "LAB-2016:96.3m"}:
        document["fritagelser"] = [{"grund": "kan-ikke-deltage", "fra": iso(start), "til": None}]
    return document


def find(rule: Any, document: Document, basis: str) -> list[Any]:
    """What the engine finds of the rule in the case, seen from the last day of all."""
    from kontaktforloeb.formater import sag_json

    try:
        sag = sag_json.fra_obj(document)
    except kf.Sagsfejl:
        return []  # such a course cannot be, as a benefit that ended before it
    pr = dt.date(2026, 6, 30)
    return [k for k in kf.vurder(sag, pr=pr, lovgrundlag=basis, afhaengigheder=False).krav if k.regel == rule.id]


def talk(rule: Any, day: int, number: int) -> Document:
    """A record that the rule's counter takes."""
    counter = rule.taeller
    if isinstance(counter, r.Tilbudstaeller):
        kind = counter.arter[0].art
        offer: Document = {
            "art": kind,
            "fra": iso(day),
            "til": iso(day + 27),
            "afgivet": iso(day),
            "status": "gennemfoert",
        }
        return offer
    talk: Document = {"dato": iso(day), "art": counter.arter[0], "form": "fremmoede", "status": "afholdt"}
    holders = counter.holdere
    talk["holdt_af"] = holders[0] if holders else "jobcenter"
    if counter.faelles:
        talk["a_kasse_deltog"] = True
    talk["noegle"] = f"n{number}"
    return talk


def _with(rule: Any, document: Document, days: list[int]) -> Document:
    name = "tilbud" if isinstance(rule.taeller, r.Tilbudstaeller) else "samtaler"
    made = {**document, name: [talk(rule, d, i) for i, d in enumerate(days)]}
    if name == "tilbud":
        for record in made[name]:
            record.pop("noegle", None)
    return made


def sought(rule: Any) -> Iterator[tuple[Document, dt.date, str]]:
    """Case, day and legal basis at the edges of a rule."""
    yield from _strangers(rule)
    for group in rule.maalgrupper:
        for start in ORDINARY:
            document = course(rule, group, start)
            if document is None:
                continue
            yield document, dt.date.fromordinal(start + 400), "gaeldende"
            for edge in ("2019-12-31", "2020-01-01", "2020-01-02", "2024-12-31", "2025-01-01", "2025-01-02"):
                yield document, dt.date.fromisoformat(edge), "gaeldende"
            if not hasattr(rule, "taeller"):
                continue
            if isinstance(getattr(rule, "vindue", None), r.FraSeneste) and rule.vindue.fra is None:
                yield from _gaps(rule, document)
            yield from _counted(rule, document, "gaeldende")
        yield from _in_force(rule, group)


def _counted(rule: Any, document: Document, basis: str) -> Iterator[tuple[Document, dt.date, str]]:
    """The number held on the last day in time, a day late, one short; for the first two steps of a series."""
    found = [k for k in find(rule, document, basis) if k.frist is not None and k.fra is not None][:2]
    for k in found:
        last, first, n = k.frist.toordinal(), k.fra.toordinal(), k.kraevet or 1
        span = max(0, last - first)
        early = [first + min(span, i) for i in range(max(0, n - 1))]
        for days in (
            [*early, last],
            [*early, last + 1],
            [first - 1, *early[1:], last] if n > 1 else [first - 1],
            early or [last + 40],
            [first, *early[1:], last - 1, last - 1],
            [first],
        ):
            for pr in (k.frist, k.frist + dt.timedelta(1), k.frist + dt.timedelta(60)):
                yield _with(rule, document, sorted(days)), pr, basis


def _gaps(rule: Any, document: Document) -> Iterator[tuple[Document, dt.date, str]]:
    """Two offers with a gap between them that ends on the last day in time or a day late; and a break in the benefit."""
    start = dt.date.fromisoformat(document["perioder"][0]["fra"]).toordinal()
    interval = rule.vindue.interval
    if not isinstance(interval, r.Maengde):
        return
    kind = rule.taeller.arter[0].art
    for length in (27, 100):
        stop = start + 10 + length
        months = interval.antal if interval.enhed == "maaned" else 0
        days = 7 * interval.antal if interval.enhed == "uge" else interval.antal if interval.enhed == "dag" else 0
        due = kalender.plus_maaneder(stop, months) + days
        one = {"art": kind, "fra": iso(start + 10), "til": iso(stop), "status": "gennemfoert"}
        for beside in (0, 1, 7, 8, None):
            two = (
                []
                if beside is None
                else [{"art": kind, "fra": iso(due + beside), "til": iso(due + 60), "status": "gennemfoert"}]
            )
            whole = {**document, "tilbud": [one, *two]}
            for pr in (due, due + 1, due + 10, due + 90):
                yield whole, dt.date.fromordinal(pr), "gaeldende"
        spell = document["perioder"][-1]
        free = kalender.soendag_i_ugen(stop + 7) + 1
        pieces = [{**spell, "til": iso(free - 1)}, {**spell, "fra": iso(free + 14)}]
        yield (
            {**document, "perioder": [*document["perioder"][:-1], *pieces], "tilbud": [one]},
            dt.date.fromordinal(due + 30),
            "gaeldende",
        )


def _strangers(rule: Any) -> Iterator[tuple[Document, dt.date, str]]:
    """Somebody on the clock who is in none of the rule's groups, with everything the rule arises from."""
    for group in BEGYNDER:
        if group in rule.maalgrupper:
            continue
        for start in ORDINARY[1::3]:
            document = course(rule, group, start)
            if document is not None:
                for later in (40, 120, 400):
                    yield document, dt.date.fromordinal(start + later), "gaeldende"


def _in_force(rule: Any, group: str) -> Iterator[tuple[Document, dt.date, str]]:
    """Courses whose deadline is the first and the last day in force, and the days beside them."""
    edges = set()
    for value in (rule.gaelder.fra, rule.gaelder.til):
        if value == "skift":
            edges.add(dt.date(2020, 1, 1).toordinal())
        elif value == "foer-skift":
            edges.add(dt.date(2019, 12, 31).toordinal())
        elif value is not None:
            edges.add(value.toordinal())
    for edge in edges:
        reference = course(rule, group, edge - 700)
        if reference is None:
            continue
        offsets = {0, 1, 14}
        for start in ORDINARY[1:8:3]:
            probe = course(rule, group, start)
            if probe is None:
                continue
            offsets |= {k.frist.toordinal() - start for k in find(rule, probe, "gaeldende")[:3] if k.frist}
        for offset in sorted(offsets)[:6]:
            for beside in (-2, -1, 0, 1, 2):
                document = course(rule, group, edge - offset + beside)
                if document is not None:
                    yield document, dt.date.fromordinal(max(edge + 30, dt.date(2015, 8, 1).toordinal())), "gaeldende"
