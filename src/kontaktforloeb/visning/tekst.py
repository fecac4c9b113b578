"""Text for people: verdicts, schedules, rules, readings and comparisons, for a terminal or a pipe.

Each view is a pure function from the library's answer and a `Style` to text that ends in a line break.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kontaktforloeb.forklaring.afhaengighed import afhaengighed_i_ord
from kontaktforloeb.koder import SAMLET_ORDEN, Ansvarlig, Lovgrundlag, Maalgruppe, Udfald
from kontaktforloeb.visning.opsaetning import Style, half, labelled, side_by_side, table, wrap

if TYPE_CHECKING:
    from kontaktforloeb.vurdering.resultat import Krav, Vurdering

#: Sign, what stands for it in ASCII, colours. Told apart by sign and word as well as by colour.
_SIGNS: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "opfyldt": ("✓", "+", ("groen",)),
    "opfyldt-for-sent": ("▲", "!", ("gul",)),
    "ikke-opfyldt": ("✗", "x", ("fed", "roed")),
    "afventer": ("○", "o", ("blaa",)),
    "bortfaldet": ("–", "-", ("svag",)),
    "uafklaret": ("?", "?", ("lilla",)),
    "intet-krav": ("·", ".", ("svag",)),
}


def verdict(vurdering: Vurdering, style: Style, *, reasons: bool = True) -> str:
    """A verdict: who, when and under which law; the requirements in a table; then, if wanted, the reasons for each."""
    lines = [*_heading(vurdering.id, style.say("vurderet pr.", "as of"), vurdering, style)]
    lines += labelled(style.say("Samlet", "Overall"), [_overall(vurdering, style)], style, indent=0)
    lines += _basis(vurdering, style)
    lines += ["", *_krav_table(vurdering.krav, style)]
    for krav in vurdering.krav if reasons else ():
        lines += ["", *_krav_reasons(krav, style)]
    lines += _notes(style.say("Advarsler", "Warnings"), vurdering.advarsler, style)
    return _text(lines)


def schedule(plan: Vurdering, maalgruppe: str, fra: dt.date, style: Style) -> str:
    """The statutory schedule of a course: a table of what falls due, and the citations."""
    group = _label(Maalgruppe, maalgruppe, style)
    title = style.say(f"Lovens tidsplan for {group}", f"The statutory schedule: {group}")
    begins = style.say(f"forløb fra {style.date(fra)}", f"course from {style.date(fra)}")
    lines = [f"{style.paint(title, 'fed')} {style.sign('·', '-')} {begins}", *_basis(plan, style), ""]
    rows = [
        [
            _due(krav, style),
            style.date(krav.fra),
            krav.regel,
            _titled(krav, style),
            str(krav.kraevet) if krav.kraevet is not None else style.date(None),
            _label(Ansvarlig, krav.ansvarlig, style),
        ]
        for krav in plan.krav
    ]
    head = style.say("Senest Fra Regel Krav Antal Ansvarlig", "Due From Rule Requirement Number Responsible").split()
    lines += table(head, rows, style, grows=3, right=4)
    sources = dict.fromkeys(f"{h.kort} ({h.retskilde}): {h.eli}" for krav in plan.krav for h in krav.hjemmel)
    lines += ["", *labelled(style.say("Hjemmel", "Authority"), sources, style, indent=0)]
    lines += _open_in_plan(plan, style)
    lines += _notes(style.say("Advarsler", "Warnings"), plan.advarsler, style)
    return _text(lines)


def _open_in_plan(plan: Vurdering, style: Style) -> list[str]:
    """What the law leaves open of a schedule, with the rules it is about."""
    rules: dict[str, list[str]] = {}
    for krav in plan.krav:
        for note in krav.bemaerkninger:
            if note.kode.startswith("plan-"):
                rules.setdefault(note.tekst, []).append(krav.regel)
    about = [f"{', '.join(dict.fromkeys(named))}: {text}" for text, named in rules.items()]
    return ["", *labelled(style.say("Bemærk", "Note"), about, style, indent=0)] if about else []


def rules(found: Sequence[Mapping[str, Any]], style: Style) -> str:
    """The rules with their groups, time in force and citations, one block a rule."""
    lines: list[str] = []
    for rule in found:
        lines += [f"{style.paint(rule['regel'], 'fed')}  {rule['titel']}"]
        groups = [_label(Maalgruppe, group, style) for group in rule["maalgrupper"]]
        lines += labelled(style.say("Målgrupper", "Groups"), [", ".join(groups)], style)
        lines += labelled(style.say("I kraft", "In force"), [_in_force(rule, style)], style)
        lines += labelled(style.say("Ansvarlig", "Responsible"), [_label(Ansvarlig, rule["ansvarlig"], style)], style)
        lines += labelled(style.say("Hjemmel", "Authority"), [_citation(h) for h in rule["hjemmel"]], style)
        lines += labelled(style.say("Fortolkninger", "Readings"), [", ".join(rule["fortolkninger"])], style)
        lines += [""]
    lines += [
        style.say(
            f"{len(found)} {'regel' if len(found) == 1 else 'regler'}",
            f"{len(found)} {'rule' if len(found) == 1 else 'rules'}",
        )
    ]
    return _text(lines)


def readings(found: Sequence[Mapping[str, Any]], style: Style) -> str:
    """The open readings: the question, the choices, and which is the default."""
    lines: list[str] = []
    for reading in found:
        choices = [
            f"{choice} ({style.say('standard', 'default')})" if choice == reading["standard"] else str(choice)
            for choice in reading["valg"]
        ]
        lines += [style.paint(reading["navn"], "fed")]
        lines += labelled(style.say("Spørgsmål", "Question"), [reading["spoergsmaal"]], style)
        lines += labelled(style.say("Valg", "Choices"), choices, style)
        lines += [""]
    return _text(lines[:-1])


def comparison(found: Mapping[str, Any], style: Style) -> str:
    """The rules for a group before and after, side by side: `foer` and `efter`, each with its day and its rules."""
    group = _label(Maalgruppe, found["maalgruppe"], style)
    basis = _label(Lovgrundlag, found["lovgrundlag"], style)
    title = style.say(f"{group}: før og efter", f"{group}: before and after")
    lines = [
        style.paint(title, "fed"),
        *labelled(style.say("Lovgrundlag", "Legal basis"), [basis], style, indent=0),
        "",
    ]
    sides = [
        _side(word, found[key], style)
        for word, key in ((style.say("Før", "Before"), "foer"), (style.say("Efter", "After"), "efter"))
    ]
    return _text([*lines, *side_by_side(sides[0], sides[1], style)])


def tally(totals: Counter[str], style: Style) -> str:
    """How many cases ended how, one line."""
    cases = totals.total()
    counted = _counted(totals, style)
    return _text([style.paint(style.say(f"{cases} sager", f"{cases} cases"), "fed") + f": {counted}"])


def rule_off(style: Style) -> str:
    """A line across, between one case and the next."""
    return _text([style.paint(style.sign("─", "-") * style.width, "svag"), ""])


def outcome(udfald: str, style: Style) -> str:
    """An outcome as sign and word, coloured."""
    sign, plain, colours = _SIGNS[udfald]
    return style.paint(f"{style.sign(sign, plain)} {_label(Udfald, udfald, style)}", *colours)


# --- the parts of a verdict ----------------------------------------------------------------------------------------


def _heading(who: str, words: str, vurdering: Vurdering, style: Style) -> list[str]:
    dot = style.sign("·", "-")
    known = ""
    if vurdering.kendt is not None:
        known = f" {dot} {style.say('som kendt', 'as known on')} {style.date(vurdering.kendt)}"
    return [f"{style.paint(who, 'fed')} {dot} {words} {style.date(vurdering.pr)}{known}"]


def _overall(vurdering: Vurdering, style: Style) -> str:
    counted = _counted(Counter(krav.udfald for krav in vurdering.krav), style)
    return f"{outcome(vurdering.samlet, style)}{f' ({counted})' if counted else ''}"


def _counted(totals: Counter[str], style: Style) -> str:
    return ", ".join(f"{totals[u]} {_label(Udfald, u, style)}" for u in SAMLET_ORDEN if totals[u])


def _basis(vurdering: Vurdering, style: Style) -> list[str]:
    """Under which law and readings, as far as they were chosen."""
    basis = _label(Lovgrundlag, vurdering.lovgrundlag, style)
    if vurdering.lovgrundlag != Lovgrundlag.GAELDENDE:
        basis += style.say(" (kontrafaktisk: ikke gældende ret)", " (counterfactual: not the law in force)")
    lines = labelled(style.say("Lovgrundlag", "Legal basis"), [basis], style, indent=0)
    chosen = ", ".join(f"{name} = {choice}" for name, choice in vurdering.fortolkninger.items())
    return lines + labelled(style.say("Fortolkninger", "Readings"), [chosen], style, indent=0)


def _krav_table(krav: Sequence[Krav], style: Style) -> list[str]:
    head = style.say("Udfald Regel Krav Frist Talt", "Outcome Rule Requirement Deadline Counted").split()
    rows = [[outcome(k.udfald, style), k.regel, _titled(k, style), _due(k, style), _count(k, style)] for k in krav]
    return table(head, rows, style, grows=2)


def _titled(krav: Krav, style: Style) -> str:
    if krav.trin is None:
        return krav.titel
    return f"{krav.titel}, {style.say('trin', 'step')} {krav.trin}"


def _due(krav: Krav, style: Style) -> str:
    if krav.frist is None and krav.forventet_frist is not None:
        return f"{style.say('ventet', 'expected')} {style.date(krav.forventet_frist)}"
    return style.date(krav.frist)


def _count(krav: Krav, style: Style) -> str:
    if krav.kraevet is None:
        return style.date(None)
    return f"{len(krav.medregnet)} {style.say('af', 'of')} {krav.kraevet}"


def _krav_reasons(krav: Krav, style: Style) -> list[str]:
    """Everything a reader needs to check one outcome."""
    lines = [f"{outcome(krav.udfald, style)}  {style.paint(krav.regel, 'fed')}  {_titled(krav, style)}"]
    lines += ["  " + line for line in wrap(krav.forklaring, style.width - 2)]
    counted = ", ".join(style.date(m.dato) + (f" ({m.noegle})" if m.noegle else "") for m in krav.medregnet)
    changes = afhaengighed_i_ord(krav, style.sprog)
    lines += labelled(style.say("Medregnet", "Counted"), [counted], style)
    lines += labelled(style.say("Ansvarlig", "Responsible"), [_label(Ansvarlig, krav.ansvarlig, style)], style)
    lines += labelled(
        style.say("Hjemmel", "Authority"), [f"{h.kort} ({h.retskilde}) {h.eli}" for h in krav.hjemmel], style
    )
    lines += labelled(style.say("Antaget", "Assumed"), [note.tekst for note in krav.antagelser], style)
    lines += labelled(style.say("Bemærk", "Note"), [note.tekst for note in krav.bemaerkninger], style)
    lines += labelled(style.say("Mangler", "Missing"), [", ".join(krav.mangler)], style)
    lines += labelled(style.say("Afhænger af", "Depends on"), changes, style)
    return lines + labelled(style.say("Føres videre", "Goes on as"), [krav.efterfoelger or ""], style)


def _notes(label: str, notes: Sequence[Any], style: Style) -> list[str]:
    lines = labelled(label, [note.tekst for note in notes], style, indent=0)
    return ["", *lines] if lines else []


# --- the parts of the other views ----------------------------------------------------------------------------------


def _in_force(rule: Mapping[str, Any], style: Style) -> str:
    begins = style.date(rule["gaelder_fra"])
    if rule["gaelder_til"] is None:
        return style.say(f"fra {begins}", f"from {begins}")
    ends = style.date(rule["gaelder_til"])
    return style.say(f"{begins} til og med {ends}", f"{begins} to {ends} inclusive")


def _citation(hjemmel: Mapping[str, Any]) -> str:
    return f"{hjemmel['kort']} ({hjemmel['retskilde']}) {hjemmel['eli']}"


def _side(word: str, found: Mapping[str, Any], style: Style) -> list[str]:
    """One half of a comparison: the day, then each rule with its title and citation."""
    room = half(style)
    lines = [style.paint(f"{word}: {style.date(found['dato'])}", "fed")]
    for rule in found["regler"]:
        lines += ["", style.paint(rule["regel"], "fed"), *wrap(rule["titel"], room)]
        lines += [style.paint(line, "svag") for h in rule["hjemmel"] for line in wrap(h["kort"], room)]
    if not found["regler"]:
        lines += ["", style.say("(ingen regler)", "(no rules)")]
    return lines


def _label(codes: Any, code: str, style: Style) -> str:
    return str(codes(code).tekst(style.sprog))


def _text(lines: Sequence[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"
