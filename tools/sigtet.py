"""Timelines aimed at one rule: a course it concerns, and facts drawn around its window.

The timelines of `kontaktforloeb.testing` seldom meet the rare rules: a birth in an integration programme, a control
action, a course given notice of. Here a course is found by the declaration (`mutanter.soegning`), its window is asked
of the engine, and talks, offers, exemptions, moves and what is not recorded are drawn on both sides of it. The engine
only helps to find the places: both judges answer afresh. The same seed, rule and number give the same timeline.
"""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import kontaktforloeb as kf
import sammenligning as sm
from kontaktforloeb import regelsprog as r
from kontaktforloeb.formater import sag_json
from kontaktforloeb.ret.plan import BEGYNDER
from kontaktforloeb.testing.chooser import RandomChooser
from kontaktforloeb.testing.timelines import CALENDAR_DAYS, FIRST, LAW_DAYS, judging_day
from kontaktforloeb.vurdering.oversaet import _dele
from mutanter.soegning import course, find, iso, talk
from orakel.laesninger import UNDERSTOETTET
from sjaeldne import DECLARED

Document = dict[str, Any]
LAST = dt.date(2026, 6, 30).toordinal()
SWITCH = {"gaeldende": dt.date(2020, 1, 1).toordinal(), "aftale-2018": dt.date(2019, 7, 1).toordinal()}
FORMS = ("telefon", "video", "digital", "brev", "standby", "fremmoede")
GROUNDS = (
    "barsel", "mindre-intensiv-indsats", "rimelig-grund", "ferie", "standby", "kontrakt-inden-4-uger", "sorgorlov",
    "jobrettet-uddannelse", "kan-ikke-deltage", "sygdom-foerste-14-dage", "dom-anbringelse", "stu",
)  # fmt: skip
SCHEMES = ("forsoegskommune", "nedlukket-kommune", "a-kasseforsoeg", "arbejdspligt", "visiteret-til-jobcenter")
_NEXT = (
    "jobparat",
    "aktivitetsparat",
    "sygedagpengemodtager",
    "dagpengemodtager",
    "ledighedsydelse",
    "selvforsoergende",
)


def aimed(rule_id: str, seed: str, number: int) -> sm.Task | None:
    """A timeline aimed at the rule; None where what was drawn is not a valid case."""
    c = RandomChooser(f"{seed}/{rule_id}/{number}")
    rule = c.pick(DECLARED[rule_id])
    group = c.pick(rule.maalgrupper)
    basis = "aftale-2018" if c.chance(15) else "gaeldende"
    document = course(rule, group, _start(c, rule, basis))
    if document is None:
        return None
    document = copy.deepcopy(document)
    document["id"] = f"{seed}-{number}"
    _prepare(c, rule, document)
    found = find(rule, document, basis)
    pr = judging_day(c, document)
    if found:
        k = c.pick(found)
        first = (k.fra or k.periode_fra).toordinal()
        last = k.frist.toordinal() if k.frist else first + c.pick((30, 90, 182))
        dress(c, rule, document, first, last, k.kraevet or 1)
        if not c.chance(15):
            day = c.pick((last, last + 1, last - 1)) if c.chance(30) else c.integer(first, last + 120)
            pr = dt.date.fromordinal(min(max(day, dt.date(2015, 7, 1).toordinal()), dt.date(2030, 12, 31).toordinal()))
    readings = {}
    if c.chance(25):
        own = [n for n in sorted(read_by(rule)) if len(UNDERSTOETTET.get(n, ())) > 1]
        if own:
            name = c.pick(own)
            readings = {name: c.pick(UNDERSTOETTET[name][1:])}
    try:
        sag_json.fra_obj(document)
    except kf.Sagsfejl:
        return None
    return sm.Task(group, document, pr, basis, readings)


def read_by(rule: Any) -> set[str]:
    """The readings a rule asks for."""
    return {d.navn for d in _dele(rule) if type(d) is r.Laes} | set(getattr(rule, "laeser", ()))


def _start(c: RandomChooser, rule: Any, basis: str) -> int:
    """The first day of a course whose window may lie where the rule is in force."""

    def day(value: Any, default: int) -> int:
        if value is None:
            return default
        if isinstance(value, dt.date):
            return int(value.toordinal())
        return SWITCH[basis] - int(value == "foer-skift")

    first, last = day(rule.gaelder.fra, FIRST), day(rule.gaelder.til, LAST)
    if rule.gaelder.dag == "skift":
        # only who is on the benefit on that day
        return SWITCH[basis] - c.integer(0, 420)
    if c.chance(25):
        near = [d for d in (*LAW_DAYS, *CALENDAR_DAYS) if first - 400 <= d <= last]
        if near:
            return c.pick(near) - c.pick((0, 1, 91, 182, 28))
    return max(FIRST, c.integer(max(first, FIRST) - 420, min(last, LAST)))


def _prepare(c: RandomChooser, rule: Any, made: Document) -> None:
    """What the rule rests on: the offer before, the leave, the mentor, the work, the date of recovery expected."""
    spell = made["perioder"][-1]
    start = _day(spell["fra"])
    if "ordninger" in made and c.chance(40):
        del made["ordninger"]  # a scheme that is mentioned may be one that lifts the rule
    if len(made["perioder"]) > 1 and c.chance(80):
        start += c.integer(-30, 400)  # the move between groups comes when it comes
        spell["fra"] = iso(start)
        made["perioder"][0]["til"] = iso(start - 1)
    parts = list(_dele(rule))
    had = any(isinstance(part, r.SidsteTilbud) for part in parts)
    for part in parts:
        rests_on = _RESTS_ON.get(type(part))
        if rests_on is not None:
            rests_on(c, part, made, start, had)
    for event in made.get("haendelser", ()):
        happened = _day(event["dato"])
        if event["art"] == "raskmelding-ventet" and c.chance(80):
            event["ventet"] = iso(happened + c.pick((60, 100, 20)))
        if event["art"] == "anmodning-om-samtale" and c.chance(70):
            # after the first six months; under sickness benefit some ask within them
            event["dato"] = iso(happened + (c.integer(20, 220) if rule.ur == "sygefravaer" else c.integer(150, 500)))
    window, counter = getattr(rule, "vindue", None), getattr(rule, "taeller", None)
    if isinstance(window, r.FraSeneste) and window.fra is None and isinstance(counter, r.Tilbudstaeller):
        kinds = (window.efter or counter).arter
        if isinstance(window.foerste_arter, tuple):
            kinds = window.foerste_arter
        day = start + c.integer(1, 180)
        for _ in range(c.pick((1, 1, 2)) if c.chance(90) else 0):
            stop = day + c.pick((27, 13, 100, 183, 6))
            made.setdefault("tilbud", []).append(_offer(c.pick(kinds).art, day, stop))
            day = stop + c.integer(1, 200)


def _day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def _offer(kind: str, first: int, last: int) -> Document:
    return {"art": kind, "fra": iso(first), "til": iso(last), "status": "gennemfoert"}


def _exemption(c: RandomChooser, part: Any, made: Document, start: int, _had: bool) -> None:
    if "fritagelser" not in made and c.chance(85):
        births = [e["dato"] for e in made.get("haendelser", ()) if e["art"] == "foedsel"]
        begins = _day(births[0]) if births else start - c.pick((0, 0, 30))
        ends = None if c.chance(50) else iso(begins + c.pick((400, 120, 182)))
        made["fritagelser"] = [{"grund": part.grund, "fra": iso(begins), "til": ends}]


def _begun_offer(c: RandomChooser, part: Any, made: Document, start: int, had: bool) -> None:
    if "tilbud" not in made:
        day = start + c.integer(0, 90)
        made["tilbud"] = []
        if had and c.chance(60):
            made["tilbud"].append(_offer("virksomhedspraktik", start, start + 27))
            day += 28
        made["tilbud"].append(_offer(part.art, day, day + c.pick((90, 180, 27))))


def _last_offer(c: RandomChooser, part: Any, made: Document, start: int, _had: bool) -> None:
    if part.mindst.antal and "tilbud" not in made and c.chance(85):
        ended = start - c.integer(100, 260)
        made["tilbud"] = [_offer("virksomhedspraktik", ended - 27, ended)]


def _talk_before(c: RandomChooser, part: Any, made: Document, start: int, _had: bool) -> None:
    if "samtaler" not in made and c.chance(35):
        day = iso(start + c.integer(0, 20))
        made["samtaler"] = [
            {"dato": day, "art": part.arter[0], "form": "fremmoede", "status": "afholdt", "noegle": "n98"}
        ]


def _not_before(c: RandomChooser, part: Any, made: Document, _start: int, _had: bool) -> None:
    """What may not have been held before seldom was."""
    if isinstance(part.led, r.Haft) and c.chance(80):
        kept = [t for t in made.get("samtaler", ()) if t["art"] not in part.led.arter]
        if kept or "samtaler" in made:
            made["samtaler"] = kept


def _met_before(c: RandomChooser, part: Any, made: Document, start: int, _had: bool) -> None:
    if "samtaler" not in made and c.chance(85):
        made["samtaler"] = [talk(c.pick(DECLARED[part.regel]), start + c.integer(3, 50), 99)]


def _moved(_c: RandomChooser, part: Any, made: Document, _start: int, _had: bool) -> None:
    if part.ydelse is not None:
        made["perioder"][-1]["ydelse"] = part.ydelse


def _in_work(c: RandomChooser, _part: Any, made: Document, start: int, _had: bool) -> None:
    if c.chance(80):
        made.setdefault("beskaeftigelse", []).append({"fra": iso(start), "til": None, "timer_pr_uge": 30})
        if c.chance(60):
            made["perioder"][-1]["ydelse"] = "ingen"


_RESTS_ON = {
    r.FritagetPaa: _exemption,
    r.Tilbudsstart: _begun_offer,
    r.SidsteTilbud: _last_offer,
    r.Haft: _talk_before,
    r.Ikke: _not_before,
    r.Opfyldt: _met_before,
    r.Skiftedag: _moved,
    r.IArbejde: _in_work,
}


def dress(c: RandomChooser, rule: Any, made: Document, first: int, last: int, needed: int) -> None:
    """Records the rule counts in its window and beside it, and what may lift it or is missing."""
    counter = getattr(rule, "taeller", None)
    if counter is not None and not isinstance(counter, r.Kontakter):
        span = max(first, last)
        if c.chance(45):  # the number asked for, in the window or the last one after it
            days = sorted(c.integer(first, span) for _ in range(needed))
            if c.chance(40):
                days[-1] = last + c.integer(1, 40)
        else:
            days = sorted(_near(c, first, last) for _ in range(c.integer(0, needed + 1)))
        _count(c, rule, made, days)
    if isinstance(counter, r.Kontakter):
        for offer in made.get("tilbud", ()):
            if offer["art"] != "mentor":
                continue
            start = _day(offer["fra"])
            stop = _day(offer["til"]) if offer.get("til") else start + 90
            offer["kontakter"] = [iso(day) for day in range(start, stop + 1, c.pick((7, 14, 15, 30)))]
    if c.chance(20):
        _end(c, made, _near(c, first, last))
    _surroundings(c, made, first, last)


def _surroundings(c: RandomChooser, made: Document, first: int, last: int) -> None:
    """Exemptions and schemes that may lift the rule, events that are missing or came another day."""
    if c.chance(20):
        start = c.pick((last - 5, first, last, first - 20)) - c.integer(0, 5)
        record: Document = {"grund": c.pick(GROUNDS), "fra": iso(start), "til": None}
        if c.chance(75):
            record["til"] = iso(start + c.pick((13, 30, 60, 200)))
        if record["grund"] == "mindre-intensiv-indsats" and c.chance(70):
            record["undergrund"] = c.pick(("job", "barsel", "pension"))
        made.setdefault("fritagelser", []).append(record)
    if c.chance(12) and made.get("haendelser"):
        made["haendelser"].remove(c.pick(made["haendelser"]))
    if c.chance(6):
        made.pop("haendelser", None)
    for event in made.get("haendelser", ()):
        if c.chance(15):
            moved = dt.date.fromisoformat(event["dato"]) + dt.timedelta(c.pick((-1, 1, 7, 28, 60)))
            event["dato"] = moved.isoformat()
    if c.chance(14):
        start = c.pick((first - 30, first, last - 10))
        scheme = "forsoegskommune" if c.chance(40) else c.pick(SCHEMES)
        made.setdefault("ordninger", []).append({"art": scheme, "fra": iso(start), "til": None})
    if c.chance(15):
        made.pop("foedselsdato", None)


def _near(c: RandomChooser, first: int, last: int) -> int:
    """A day in the window, beside its ends, or after it."""
    kind = c.pick(("in", "in", "in", "late", "edge", "before"))
    if kind == "in":
        return c.integer(first, max(first, last))
    if kind == "late":
        return last + c.integer(1, 60)
    if kind == "edge":
        return c.pick((last, last + 1, first, first - 1))
    return first - c.integer(1, 40)


def _count(c: RandomChooser, rule: Any, made: Document, days: list[int]) -> None:
    """Records the rule's counter would take, some with a change that may stop it."""
    offers = isinstance(rule.taeller, r.Tilbudstaeller)
    name = "tilbud" if offers else "samtaler"
    records = []
    for number, day in enumerate(days):
        record = talk(rule, day, number)
        if getattr(rule.taeller, "formaal", None) is not None:
            record["formaal"] = rule.taeller.formaal
        if offers:
            record["art"] = c.pick(rule.taeller.arter).art
            # what is to last for months seldom does with the lengths of an offer of two weeks
            months = rule.taeller.mindst is not None
            record["til"] = iso(day + c.pick((183, 182, 200, 260, 184, 100) if months else (27, 13, 12, 14, 100, 6)))
            if c.chance(40):
                record.pop("afgivet")
            if c.chance(15):
                record["status"] = c.pick(("annulleret", "afbrudt", "i-gang"))
                if record["status"] == "i-gang":
                    record["til"] = None
        else:
            if c.chance(12):
                record["status"] = c.pick(("udeblevet", "aflyst", "indkaldt"))
            if c.chance(30):
                record["form"] = c.pick(FORMS)
            elif c.chance(10):
                record.pop("form")
            if c.chance(8):
                record["holdt_af"] = c.pick(("jobcenter", "a-kasse", "anden-aktoer"))
            if c.chance(8):
                record["art"] = c.pick(("jobsamtale", "opfoelgningssamtale", "cv-samtale"))
            if record["art"] == "faelles-jobsamtale" and c.chance(15):
                record["a_kasse_deltog"] = c.chance(50)
        records.append(record)
    if records:
        made[name] = [*made.get(name, ()), *records]


def _end(c: RandomChooser, made: Document, day: int) -> None:
    """The last spell ends; perhaps another follows, of the same group or another."""
    spell = made["perioder"][-1]
    if day <= _day(spell["fra"]):
        return
    spell["til"] = iso(day)
    if c.chance(40):
        return
    back = day + c.pick((1, 1, 11, 20, 45, 200))
    group = spell["maalgruppe"] if c.chance(50) else c.pick(_NEXT)
    following: Document = {
        **(
            {k: v for k, v in spell.items() if k not in {"ydelse", "maalgruppe", "fra", "til"}}
            if group == spell["maalgruppe"]
            else {}
        ),
        "ydelse": BEGYNDER[group].ydelse_paa(dt.date.fromordinal(back)),
        "maalgruppe": group,
        "fra": iso(back),
        "til": None,
    }
    if group == "sygedagpengemodtager":
        following.setdefault("kategori", 2)
    made["perioder"].append(following)
