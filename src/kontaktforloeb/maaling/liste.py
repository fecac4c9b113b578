"""The working list: what is overdue and what falls due in the coming weeks, most urgent first, as CSV and iCalendar."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from kontaktforloeb.koder import Ansvarlig
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling import kilder
from kontaktforloeb.maaling.opgoerelse import Plan, Rejected, judge_with, parse, set_aside
from kontaktforloeb.masse.processer import fordel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kontaktforloeb.formater.mapping import Kortlaegning
    from kontaktforloeb.formater.tabeller import Bemaerkninger
    from kontaktforloeb.sag import Sag

COLUMNS: Final = (
    "id",
    "kommune",
    "maalgruppe",
    "ansvarlig",
    "regel",
    "titel",
    "tilstand",
    "frist",
    "dage",
    "kraevet",
    "medregnet",
    "forventet",
    "hjemmel",
)

OVERDUE, DUE = "overskredet", "forestaar"


@frozen(order=True, kw_only=True)
class Item:
    """One thing to do. `frist` comes first, so sorting puts the most urgent first; `dage` is negative when overdue."""

    frist: dt.date
    id: str
    regel: str
    trin: int
    kommune: str
    maalgruppe: str
    ansvarlig: str
    titel: str
    tilstand: str
    dage: int
    kraevet: int
    medregnet: int
    forventet: bool
    hjemmel: str


def items(
    case: Sag,
    verdict: Any,
    pr: dt.date,
    weeks: int,
    lovgrundlag: str = "gaeldende",
) -> Iterator[Item]:
    """What of one verdict belongs on the list: pending within the horizon, and unmet in the spell that is running.

    Of a series only the latest unmet step is overdue: nothing can be done about those before it, nor, after the switch
    to the new rules, about a deadline before it. The deadline of a pending requirement on the hour clock is the
    expected one (`forventet`).
    """
    switch = d.SWITCH[lovgrundlag]
    running = next((p for p in case.perioder if p.fra <= pr and (p.til is None or p.til >= pr)), None)
    if running is None:
        return
    horizon = pr + dt.timedelta(weeks=weeks)
    latest: dict[tuple[str, Any], int] = {}
    for k in verdict.krav:
        if k.udfald == "ikke-opfyldt":
            latest[k.regel, k.periode_fra] = max(k.trin or 0, latest.get((k.regel, k.periode_fra), 0))
    for k in verdict.krav:
        due = k.frist or (k.forventet_frist if k.udfald == "afventer" else None)
        if due is None or k.maalgruppe != running.maalgruppe:
            continue
        if k.udfald == "afventer":
            if due > horizon:
                continue
            state = DUE
        elif k.udfald == "ikke-opfyldt" and (k.trin or 0) == latest[k.regel, k.periode_fra] and not due < switch <= pr:
            state = OVERDUE
        else:
            continue
        yield Item(
            frist=due,
            id=case.id,
            regel=k.regel,
            trin=k.trin or 0,
            kommune=running.kommune or case.kommune or "",
            maalgruppe=k.maalgruppe,
            ansvarlig=k.ansvarlig,
            titel=k.titel,
            tilstand=state,
            dage=(due - pr).days,
            kraevet=k.kraevet or 0,
            medregnet=len(k.medregnet),
            forventet=k.frist is None,
            hjemmel=k.hjemmel[0].kort if k.hjemmel else "",
        )


@frozen
class Listed:
    """What came of a part of the caseload."""

    items: list[Item]
    rejected: list[Rejected]
    synthetic: bool
    any_read: bool


def list_part(part: Sequence[kilder.Raw], plan: Plan, weeks: int) -> Listed:
    """The items of one part."""
    judge = judge_with(plan)
    found: list[Item] = []
    rejected: list[Rejected] = []
    synthetic = any_read = False
    for raw in part:
        try:
            case = parse(raw)
            found += items(case, judge(case), plan.pr, weeks, plan.lovgrundlag)
            synthetic = synthetic or case.id.startswith("SYN-")
            any_read = True
        except ValueError as fault:
            rejected.append(set_aside(raw, fault, plan.sprog))
    return Listed(found, rejected, synthetic, any_read)


def as_csv(found: Sequence[Item], *, synthetic: bool) -> str:
    """The list as CSV, in its order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, "data"])
    for i in found:
        cells = [getattr(i, c) for c in COLUMNS]
        writer.writerow(
            [
                *({True: "ja", False: "nej"}[c] if isinstance(c, bool) else c for c in cells),
                "syntetisk" if synthetic else "",
            ]
        )
    return out.getvalue()


def as_icalendar(found: Sequence[Item], pr: dt.date, *, synthetic: bool, sprog: str = "da") -> str:
    """The list as all-day events (RFC 5545); the same list gives the same bytes, so the stamp is the day judged."""
    en = sprog == "en"
    responsible = {str(a.value): a for a in Ansvarlig}
    stamp = f"{pr:%Y%m%d}T000000Z"
    maker = f"PRODID:-//kontaktforloeb//arbejdsliste//{'EN' if en else 'DA'}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", maker, "CALSCALE:GREGORIAN"]
    for i in found:
        mark = hashlib.sha256(f"{i.id}|{i.regel}|{i.trin}|{i.frist}".encode(errors="backslashreplace")).hexdigest()[:32]
        late = label = expected = ""
        if i.tilstand == OVERDUE:
            late = f"Overdue by {_days(-i.dage, en=True)}. " if en else f"Overskredet med {_days(-i.dage)}. "
        if synthetic:
            label = "SYNTHETIC: " if en else "SYNTETISK: "
        if i.forventet:
            expected = " Expected deadline." if en else " Forventet frist."
        of = "of" if en else "af"
        by = responsible[i.ansvarlig].tekst(sprog)
        text = f"{late}{i.medregnet} {of} {i.kraevet}. {by[0].upper()}{by[1:]}. {i.hjemmel}{expected}"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{mark}@kontaktforloeb",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{i.frist:%Y%m%d}",
            f"DTEND;VALUE=DATE:{i.frist + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escape(f'{label}{i.id}: {i.titel}')}",
            f"DESCRIPTION:{_escape(text)}",
            f"PRIORITY:{1 if i.tilstand == OVERDUE else 5}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _days(number: int, *, en: bool = False) -> str:
    return f"{number} {('day' if en else 'dag') if number == 1 else ('days' if en else 'dage')}"


def _escape(text: str) -> str:
    """No line may end inside a text, and nothing unprintable may stand in it: a carriage return would end one."""
    text = "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else "\ufffd" for c in text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> str:
    """No line longer than 75 octets; a character is never cut in two."""
    out, width = [], 0
    for sign in line:
        size = len(sign.encode())
        if width + size > 75:  # noqa: PLR2004 - RFC 5545, 3.1
            out.append("\r\n ")
            width = 1
        out.append(sign)
        width += size
    return "".join(out)


def collect(
    source: Path, mapping: Kortlaegning, plan: Plan, weeks: int, notes: Bemaerkninger, processer: int
) -> Listed:
    """The list of a whole caseload, most urgent first, as of the last day of the plan's last month.

    Raises:
        Sagsfejl: The source cannot be read as a caseload; a single bad case is set aside instead.
        OSError: It cannot be read.
    """
    total = Listed([], [], synthetic=False, any_read=False)
    work = partial(list_part, plan=plan, weeks=weeks)
    for done in fordel(work, kilder.parts(kilder.read(source, mapping, notes)), processer):
        total = Listed(
            total.items + done.items,
            total.rejected + done.rejected,
            total.synthetic or done.synthetic,
            total.any_read or done.any_read,
        )
    return Listed(sorted(total.items), total.rejected, total.synthetic, total.any_read)


__all__ = ["COLUMNS", "Item", "as_csv", "as_icalendar", "collect", "items", "list_part"]
