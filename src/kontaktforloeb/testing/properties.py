"""What holds of every verdict, as functions a test can call: each takes a case and a day and raises `AssertionError`.

They need no Hypothesis, so a case system can also run them over its own cases. `check_export` and `check_judge` run
them over invented ones against an integration (`strategies` needs the extra `[test]`).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import evolve

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json
from kontaktforloeb.koder import SAMLET_ORDEN, Samtaleform

MET: Final = ("opfyldt", "opfyldt-for-sent")
DECIDED: Final = (*MET, "ikke-opfyldt")
_LISTS: Final = (
    "perioder", "haendelser", "samtaler", "tilbud", "fritagelser", "beskaeftigelse", "timer", "forbrug", "ordninger",
)  # fmt: skip
_DAY: Final = dt.timedelta(1)

Verdict = kf.Vurdering
Identity = tuple[Any, ...]


def judge(case: kf.Sag, pr: dt.date, **basis: Any) -> Verdict:
    """The verdict without `afhaenger_af`, which most properties do not need."""
    return kf.vurder(case, pr=pr, **{"afhaengigheder": False, **basis})


def identity(krav: Any) -> Identity:
    """What tells one requirement of a case from the others."""
    return (krav.regel, krav.periode_fra, krav.trin, krav.fra)


def line(krav: Any) -> str:
    """A requirement in one line, for messages."""
    counted = ", ".join(str(m.dato) for m in krav.medregnet)
    step = "" if krav.trin is None else f" trin {krav.trin}"
    return f"{krav.regel}{step} ({krav.periode_fra}): {krav.fra}..{krav.frist} {krav.udfald} {krav.kraevet} [{counted}]"


def summary(verdict: Verdict) -> tuple[tuple[Any, ...], ...]:
    """What a verdict says, without paths, words and keys: what must not depend on how a case was written down."""
    return tuple(
        (
            k.regel, k.trin, k.periode_fra, k.fra, k.frist, k.forventet_frist, k.afgjort, k.udfald, k.kraevet,
            tuple(m.dato for m in k.medregnet), k.maalgruppe, k.efterfoelger,
        )
        for k in verdict.krav
    )  # fmt: skip


def _same(one: Verdict, other: Verdict, what: str) -> None:
    a, b = summary(one), summary(other)
    if a != b:
        only_a = [line(k) for k, x in zip(one.krav, a, strict=True) if x not in b]
        only_b = [line(k) for k, x in zip(other.krav, b, strict=True) if x not in a]
        raise AssertionError(f"{what}:\n  before: {only_a}\n  after:  {only_b}")


def well_formed(verdict: Verdict, case: kf.Sag | None = None) -> None:
    """The verdict keeps the contract: order, dates, counts and outcomes fit each other.

    Given the case, a passed deadline may be pending only in a gap that is still open: on `pr` the person is on no
    benefit in the group of the requirement.
    """
    pr = verdict.pr
    never = dt.date.max
    order = [(k.frist or never, k.regel, k.periode_fra, k.trin or 0) for k in verdict.krav]
    assert order == sorted(order), "krav stand out of order"
    outcomes = {k.udfald for k in verdict.krav}
    assert verdict.samlet == next((u for u in SAMLET_ORDEN if u in outcomes), "intet-krav")
    for k in verdict.krav:
        said = line(k)
        assert k.udfald in SAMLET_ORDEN, said
        counted = [m.dato for m in k.medregnet]
        assert counted == sorted(counted), said
        assert k.hjemmel, said
        assert all(h.kort and h.retskilde and h.eli.startswith("https://") for h in k.hjemmel), said
        assert k.forklaring.strip(), said
        assert not k.mangler or k.udfald == "uafklaret", said
        # that the law asks for nothing, or under an act that was not read whether it does
        if k.udfald == "intet-krav" or (k.udfald == "uafklaret" and k.kraevet is None):
            assert (k.frist, k.kraevet, counted) == (None, None, []), said
            continue
        assert k.kraevet is not None, said
        assert len(counted) <= k.kraevet, said
        assert k.afgjort is None or k.afgjort <= pr + _DAY or k.udfald == "bortfaldet", said
        if k.udfald == "opfyldt":
            assert len(counted) == k.kraevet, said
        elif k.udfald == "opfyldt-for-sent":
            assert len(counted) == k.kraevet, said
            assert k.frist is not None, said
            assert k.frist < pr, said
        elif k.udfald == "ikke-opfyldt":
            assert k.frist is not None, said
            assert k.frist < pr, said
            assert k.efterfoelger is None, said
        elif k.udfald == "afventer":
            assert k.frist is None or k.frist >= pr or _in_gap(case, k.maalgruppe, pr), said
            assert k.afgjort is None, said
        elif k.udfald == "uafklaret":
            assert k.afgjort is None, said


def _in_gap(case: kf.Sag | None, group: str, pr: dt.date) -> bool:
    return case is not None and not any(
        p.maalgruppe == group and p.fra <= pr and (p.til is None or p.til >= pr) for p in case.perioder
    )


def one_answer(verdict: Verdict) -> None:
    """Nothing is both met and unmet: what appears twice (two events, one window) has one outcome."""
    seen: dict[Identity, Any] = {}
    for k in verdict.krav:
        key = (*identity(k), k.frist)
        first = seen.setdefault(key, k)
        assert first.udfald == k.udfald, f"both {line(first)} and {line(k)}"


def readable_again(case: kf.Sag, pr: dt.date, **basis: Any) -> None:
    """A case and its verdict survive JSON and back."""
    document = json.loads(json.dumps(sag_json.til_obj(case)))
    again = sag_json.fra_obj(document)
    assert again == case
    verdict = judge(case, pr, **basis)
    assert json.loads(verdict.som_json()) == verdict.som_dict()
    assert judge(again, pr, **basis).som_json() == verdict.som_json()


def order_is_nothing(case: kf.Sag, pr: dt.date, shuffle: Callable[[list[Any]], list[Any]], **basis: Any) -> None:
    """The order of the records does not matter."""
    lists: dict[str, Any] = {name: tuple(shuffle(list(getattr(case, name)))) for name in _LISTS}
    mixed = evolve(case, **lists)
    _same(judge(case, pr, **basis), judge(mixed, pr, **basis), "the order of the records changed the verdict")


def later_facts_are_unknown(case: kf.Sag, pr: dt.date, **basis: Any) -> None:
    """Facts after `pr` are not used: the case cut there gives the same verdict."""
    _same(judge(case, pr, **basis), judge(cut(case, pr), pr, **basis), f"facts after {pr} were used")


def decided_stays_decided(case: kf.Sag, pr: dt.date, later: dt.date, **basis: Any) -> None:
    """With no new facts, what was met, met late or unmet on `pr` is so on a later day."""
    known = cut(case, pr)
    # an offer given and not begun would begin meanwhile, which is a new fact
    known = evolve(known, tilbud=tuple(t for t in known.tilbud if t.fra <= pr))
    before, after = judge(known, pr, **basis), judge(known, later, **basis)
    then: dict[Identity, list[Any]] = {}
    for k in after.krav:
        then.setdefault(identity(k), []).append(k)
    for k in before.krav:
        if k.udfald not in DECIDED:
            continue
        same = then.get(identity(k), [])
        if k.frist is None:
            # the deadline was not known, so its day may fall under the twin of the next act
            same = [x for x in after.krav if x.periode_fra == k.periode_fra and x.medregnet == k.medregnet]
            if any(x.udfald == "uafklaret" for x in same):
                continue  # the deadline moved on into an act that is unread
        shown = [line(x) for x in same or after.krav if x.regel == k.regel]
        assert any(x.udfald == k.udfald for x in same), f"{line(k)} on {pr} became {shown} on {later}"


def splitting_changes_nothing(case: kf.Sag, pr: dt.date, index: int, day: dt.date, **basis: Any) -> None:
    """A spell cut in two adjoining ones, the second from `day`, gives the same verdict."""
    spell = case.perioder[index]
    inside = spell.fra < day and (spell.til is None or day <= spell.til)
    assert inside, "the day must lie inside the spell"
    first, second = evolve(spell, til=day - _DAY, noegle=None), evolve(spell, fra=day, noegle=None)
    pieces = evolve(case, perioder=(*case.perioder[:index], first, second, *case.perioder[index + 1 :]))
    _same(judge(case, pr, **basis), judge(pieces, pr, **basis), f"a spell split on {day} changed the verdict")


def another_interview_helps(case: kf.Sag, pr: dt.date, interview: kf.Samtale, **basis: Any) -> None:
    """One more held interview never makes worse a requirement whose window no counted event anchors.

    Such a window is known by its first and last day being the same in both verdicts. Held in a form of which the case
    does not tell whether it was lawful, it may leave open what was late or missed.
    """
    before = judge(case, pr, **basis)
    after = judge(evolve(case, samtaler=(*case.samtaler, interview)), pr, **basis)
    # an interview can also take away what the requirement arose from
    rank = {"bortfaldet": -1, "opfyldt": 0, "opfyldt-for-sent": 1, "uafklaret": 1, "ikke-opfyldt": 2}
    then = {(*identity(k), k.frist): k for k in after.krav}
    for k in before.krav:
        x = then.get((*identity(k), k.frist))
        if x is None or k.udfald not in rank or k.udfald in ("bortfaldet", "uafklaret"):
            continue
        no_worse = rank.get(x.udfald, len(rank)) <= rank[k.udfald]
        assert no_worse, f"{line(k)} became {line(x)} by a {interview.art} on {interview.dato}"


def corrections_replace(case: kf.Sag, pr: dt.date, **basis: Any) -> None:
    """Records that were withdrawn or replaced are as if they had never been there."""
    bare: dict[str, Any] = {}
    for name in _LISTS:
        records = getattr(case, name)
        replaced = {r.erstatter for r in records}
        bare[name] = tuple(
            evolve(r, erstatter=None)
            for r in records
            if not r.annulleret and (r.noegle is None or r.noegle not in replaced)
        )
    _same(judge(case, pr, **basis), judge(evolve(case, **bare), pr, **basis), "corrected records still count")


def known_then(case: kf.Sag, pr: dt.date, kendt: dt.date, **basis: Any) -> None:
    """Judged as known on a day, records registered later are as if they had never been there."""
    early: dict[str, Any] = {
        name: tuple(r for r in getattr(case, name) if r.registreret is None or r.registreret <= kendt)
        for name in _LISTS
    }
    _same(
        judge(case, pr, kendt=kendt, **basis),
        judge(evolve(case, **early), pr, **basis),
        f"known after {kendt} was used",
    )


def late_end_is_the_next_beginning(case: kf.Sag, pr: dt.date, **basis: Any) -> None:
    """Where one spell follows another without a gap, it is no matter that the first one's end was entered late.

    The one that follows must run on, as far as is known: beside one that has ended, which of them is right is not.
    """
    open_from: set[dt.date] = set()  # where a spell begins that runs on, or whose end is entered late
    spells: list[kf.Periode] = []
    for number, p in sorted(enumerate(case.perioder), key=lambda x: x[1].fra, reverse=True):
        follows = p.til is not None and p.til + _DAY in open_from
        if p.til is None or p.til > pr or follows:
            open_from.add(p.fra)
        if not follows or p.registreret is not None or p.noegle is not None:
            spells.append(p)
            continue
        key = f"sent-{number}"
        spells += [evolve(p, til=None, noegle=key), evolve(p, erstatter=key, registreret=pr + _DAY)]
    late = evolve(case, perioder=tuple(spells))
    _same(judge(case, pr, kendt=pr, **basis), judge(late, pr, kendt=pr, **basis), "an end not yet entered changed it")


def sensitivity_is_brute_force(
    case: kf.Sag, pr: dt.date, readings: Mapping[str, tuple[str, ...]], **basis: Any
) -> None:
    """`afhaenger_af` lists exactly the single other choices that change a requirement, found by judging again."""
    verdict = kf.vurder(case, pr=pr, **basis)
    chosen = dict(basis.get("fortolkninger") or {})
    rest = {k: v for k, v in basis.items() if k != "fortolkninger"}
    said = [{(a.fortolkning, a.valg): (a.udfald, a.frist) for a in k.afhaenger_af} for k in verdict.krav]
    found: list[dict[tuple[str, str], tuple[Any, Any]]] = [{} for _ in verdict.krav]
    for name, codes in readings.items():
        used = chosen.get(name, codes[0])
        for code in codes:
            if code == used:
                continue
            other = judge(case, pr, fortolkninger={**chosen, name: code}, **rest)
            rows: dict[Identity, list[Any]] = {}
            for k in other.krav:
                rows.setdefault((k.regel, k.periode_fra, k.trin), []).append(k)
            for i, k in enumerate(verdict.krav):
                same = rows.get((k.regel, k.periode_fra, k.trin), [])
                x = same.pop(0) if same else None
                if x is None:
                    found[i][name, code] = (None, None)
                elif x.udfald != k.udfald or (k.udfald == "afventer" and x.frist != k.frist):
                    found[i][name, code] = (x.udfald, None if x.frist == k.frist else x.frist)
    for k, one, other_ in zip(verdict.krav, said, found, strict=True):
        assert one == other_, f"{line(k)}\n  afhaenger_af: {one}\n  judged again: {other_}"


def cut(case: kf.Sag, pr: dt.date) -> kf.Sag:
    """The case as it could have been written on `pr`: later records away, what ends later still running."""
    month = pr.replace(day=1)

    def running(r: Any) -> Any:
        # a month's hours are spread over its days inside the spell, so an end in this month is known with them
        if case.timer and isinstance(r, kf.Periode) and r.til is not None and r.til.replace(day=1) == month:
            return r
        return evolve(r, til=None) if r.til is not None and r.til > pr else r

    offers = []
    for t in case.tilbud:
        if t.fra > pr and (t.afgivet is None or t.afgivet > pr):
            continue
        # an end ahead is a plan
        if t.til is not None and t.til > pr:
            planned = t.planlagt_til or (t.til if t.status != "afbrudt" else None)
            t = evolve(t, til=None, planlagt_til=planned)  # noqa: PLW2901 - the same offer, as it stood
        offers.append(evolve(t, kontakter=tuple(d for d in t.kontakter if d <= pr)))
    return evolve(
        case,
        perioder=tuple(running(_as_one(case, p, pr)) for p in case.perioder if p.fra <= pr),
        haendelser=tuple(h for h in case.haendelser if h.dato <= pr),
        samtaler=tuple(s for s in case.samtaler if s.dato <= pr),
        tilbud=tuple(offers),
        fritagelser=tuple(running(f) for f in case.fritagelser if f.fra <= pr),
        beskaeftigelse=tuple(running(b) for b in case.beskaeftigelse if b.fra <= pr),
        ordninger=tuple(running(o) for o in case.ordninger if o.fra <= pr),
        timer=tuple(t for t in case.timer if t.maaned <= pr),
        forbrug=tuple(f for f in case.forbrug if f.maaned <= pr),
    )


def _as_one(case: kf.Sag, p: kf.Periode, pr: dt.date) -> kf.Periode:
    """A spell that ends on `pr` and goes on the day after in a record that says the same is one spell, which runs."""
    if p.til != pr:
        return p
    own: dict[str, Any] = dict.fromkeys(("noegle", "registreret", "erstatter"))
    for q in case.perioder:
        if q.fra == pr + dt.timedelta(1) and q.skift in {None, p.skift}:
            same = evolve(q, fra=p.fra, til=p.til, skift=p.skift, annulleret=p.annulleret, **own)
            if same == evolve(p, **own):
                return evolve(p, til=q.til)
    return p


def plain_interview(day: dt.date, group: str) -> kf.Samtale:
    """An ordinary interview of a group, held in person."""
    kind = "opfoelgningssamtale" if group in {"sygedagpengemodtager", "fleksjob"} else "jobsamtale"
    return kf.Samtale(dato=day, art=kind, form=str(Samtaleform.FREMMOEDE), noegle="ekstra")


def same_hours(case: kf.Sag) -> dict[str, Decimal]:
    """The hours of each month of a case, for comparing what a system sent with what it got back."""
    return {f"{t.maaned:%Y-%m}": t.timer for t in case.timer}


# --- against a case system ------------------------------------------------------------------------------------------


def check_export(export: Callable[[dict[str, Any]], Any], *, examples: int = 100, group: str | None = None) -> None:
    """Put invented cases through a case system and compare the verdicts of what comes out.

    `export` takes a case document, lets the system store and export it, and returns the exported document. Raises
    `AssertionError` with the smallest case found whose verdict changed.

    >>> check_export(lambda document: document, examples=5)
    """
    from kontaktforloeb.testing.strategies import examined, judged_cases

    def same_verdict(task: Any) -> None:
        sent = sag_json.til_obj(task.sag)
        returned = sag_json.fra_obj(export(sent))
        _same(judge(task.sag, task.pr), judge(returned, task.pr), "the exported case is judged otherwise")

    examined(same_verdict, judged_cases(group), examples)


def check_judge(
    judged: Callable[[dict[str, Any], dt.date], dict[str, Any]], *, examples: int = 100, group: str | None = None
) -> None:
    """Compare a case system's own answer with the library's on invented cases.

    `judged` takes a case document and a day and returns a verdict document of the format `kontaktforloeb-vurdering/1`,
    for example from a service or a batch job. Rule, period, step, outcome and deadline must agree.

    >>> check_judge(lambda d, pr: kf.vurder(sag_json.fra_obj(d), pr=pr).som_dict(), examples=3)
    """
    from kontaktforloeb.testing.strategies import examined, judged_cases

    def core(document: dict[str, Any]) -> list[tuple[Any, ...]]:
        return [(k["regel"], k["periode_fra"], k["trin"], k["udfald"], k["frist"]) for k in document["krav"]]

    def same_answer(task: Any) -> None:
        ours = core(judge(task.sag, task.pr).som_dict())
        theirs = core(judged(sag_json.til_obj(task.sag), task.pr))
        assert ours == theirs, (
            f"only here: {[x for x in ours if x not in theirs]}, only there: {[x for x in theirs if x not in ours]}"
        )

    examined(same_answer, judged_cases(group), examples)
