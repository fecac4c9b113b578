"""What counts: the interviews of a counter, and the offers with what is known of their length."""

from __future__ import annotations

from kontaktforloeb import kalender
from kontaktforloeb.regelsprog import Laes, Samtaler, Tilbudsart, Tilbudstaeller
from kontaktforloeb.tidslinje import Samtalepost, Tidslinje, Tilbudspost
from kontaktforloeb.ure.forloeb import Forloeb, plus_kalender
from kontaktforloeb.vurdering import former, lempelser
from kontaktforloeb.vurdering.fase import a_kassens_del
from kontaktforloeb.vurdering.fund import FORM_UVIS
from kontaktforloeb.vurdering.oversaet import OversatLov

Bemaerkning = tuple[str, ...]

_TAELLER_DOG = frozenset((FORM_UVIS, "forkert-form-taeller"))
"""What counts all the same where the reading says that a wrong form does."""


def samtaler(
    lov: OversatLov,
    tl: Tidslinje,
    f: Forloeb,
    familie: str,
    regel_id: str,
    t: Samtaler,
    bem: list[tuple[int, Bemaerkning]],
    *,
    medregn_tvivl: bool,
) -> list[Samtalepost]:
    """The interviews that could count for a rule, in order; `bem` collects why others could not, by day.

    `medregn_tvivl`: those count too in a form of which the case does not tell whether it was lawful.
    """
    ud: list[Samtalepost] = []
    assert not isinstance(t.foerst_fra_skift_for, Laes)
    med_formaal = False
    cv_dag = _cv_dag(lov, tl, f) if t.efter_cv else None
    foerste_set = False
    slut = f.slut if f.slut is not None else f.aabent_hul()
    fase = a_kassens_del(lov.forbrug, f, t.fasen)[0] if t.fasen is not None else None
    for s in tl.samtaler:
        if not slags(s, t, f) or not _holdt(lov, s, t, bem):
            continue
        # the first of the course is the first whoever held it
        foerste = not foerste_set and s.dag >= f.start and s.form != former.STANDBY
        foerste_set = foerste_set or foerste
        if slut is not None and s.dag > slut:
            continue
        if not af_en_holder(s, t, fase):
            continue
        hindring = _hindring(lov, tl, f, familie, regel_id, t, s, foerste)
        if medregn_tvivl and hindring is not None and hindring[0] == FORM_UVIS:
            hindring = None
        if cv_dag is not None and s.dag < cv_dag and (hindring is None or hindring[0] in _TAELLER_DOG):
            hindring = ("foer-cv-samtale", kalender.iso(s.dag))
        if hindring is not None:
            if hindring[0] == FORM_UVIS and t.faelles and not s.faelles:
                continue
            bem.append((s.dag, hindring))
            if hindring[0] not in _TAELLER_DOG or not lov.forkert_form_taeller:
                continue
        if t.faelles and not s.faelles:
            continue
        if t.foerst_fra_skift_for and s.dag < lov.skift and f.gruppe(s.dag) in t.foerst_fra_skift_for:
            continue
        if t.hoejst_en_formaal is not None and s.formaal == t.hoejst_en_formaal and s.dag >= f.start:
            if med_formaal:
                continue
            med_formaal = True
        ud.append(s)
    return ud


def slags(s: Samtalepost, t: Samtaler, f: Forloeb) -> bool:
    """Whether an interview is of a kind and purpose that the counter takes."""
    if s.art not in t.arter:
        if s.art not in t.ogsaa or f.gruppe(s.dag) not in t.ogsaa_for:
            return False
        if t.ogsaa_formaal is not None and s.formaal != t.ogsaa_formaal:
            return False
    if t.formaal is not None and s.formaal != t.formaal:
        return False
    return s.formaal is None or s.formaal not in t.ikke_formaal


def _hindring(
    lov: OversatLov,
    tl: Tidslinje,
    f: Forloeb,
    familie: str,
    regel_id: str,
    t: Samtaler,
    s: Samtalepost,
    foerste: bool,
) -> Bemaerkning | None:
    """Why an interview that was held cannot count: its form, or that the rules were suspended that day."""
    if lempelser.samtale_suspenderet(lov, familie, s.dag):
        return ("holdt-under-suspension", kalender.iso(s.dag))
    if s.form == former.STANDBY:
        foer = t.standby_foer_skift if s.dag < lov.skift else None
        return (
            None
            if f.gruppe(s.dag) in (t.standby if foer is None else foer)
            else ("standby-taeller-ikke", kalender.iso(s.dag))
        )
    lovlig = former.lovlig(lov, tl, f, familie, regel_id, s, foerste)
    if lovlig:
        return None
    dag, form = kalender.iso(s.dag), s.form or ""
    if lovlig is None:
        return (FORM_UVIS, dag, form, former.oplysning(lov, tl, f, familie, s.dag))
    return ("forkert-form-taeller", dag, form) if lov.forkert_form_taeller else ("forkert-form", dag, form)


def _holdt(lov: OversatLov, s: Samtalepost, t: Samtaler, bem: list[tuple[int, Bemaerkning]]) -> bool:
    if s.status == "afholdt":
        return True
    if s.status == "udeblevet":
        if lov.udeblevne_taeller or t.tilbudt_er_nok:
            return True
        bem.append((s.dag, ("udeblevet", kalender.iso(s.dag))))
        return False
    return t.tilbudt_er_nok and s.status in ("tilbudt", "indkaldt", "aflyst")


def af_en_holder(s: Samtalepost, t: Samtaler, fase: int | None) -> bool:
    """Whether it was held by somebody whose interviews count; `fase` ends the a-kasse's part."""
    if t.holdere is None or s.holdt_af in t.holdere or (t.holder_antages and s.holdt_af_antaget):
        return True
    return s.holdt_af in t.holdere_i_fasen and (fase is None or s.dag <= fase)


def _cv_dag(lov: OversatLov, tl: Tidslinje, f: Forloeb) -> int | None:
    """The cv-samtale of the registration the course began with: none of a later registration."""
    naeste = next((h.dag for h in tl.haendelser.get("tilmelding", ()) if h.dag > max(f.start, f.foerste_dag)), None)
    # people register, and may have the talk, before the first benefit day
    fra = kalender.plus_maaneder(f.start, -3)
    for s in tl.samtaler:
        if s.art != "cv-samtale" or s.dag < fra or (f.slut is not None and s.dag > f.slut):
            continue
        if s.status == "afholdt" or (s.status == "udeblevet" and lov.udeblevne_taeller):
            return s.dag if naeste is None or s.dag < naeste else None
    return None


def gyldig_art(t: Tilbudstaeller, o: Tilbudspost, gruppe: str) -> Tilbudsart | None:
    """The valid kind that an offer is, by the day it began, with its source."""
    for a in t.arter:
        if a.art != o.art:
            continue
        assert not isinstance(a.fra, str)  # the law is compiled: the switch has its day
        if a.fra is not None and o.fra < a.fra.toordinal():
            continue
        if a.til is not None and o.fra > a.til.toordinal():
            continue
        if a.maalgrupper is not None and gruppe not in a.maalgrupper:
            continue
        if a.kun_raadighedsafproevende and not o.raadighedsafproevende:
            continue
        return a
    return None


def lang_nok(t: Tilbudstaeller, o: Tilbudspost, pr: int) -> bool | None:
    """Whether an offer lasted, or is planned to last, the minimum; None where that is not known."""
    assert isinstance(t.mindst_dage, int)
    if t.mindst_dage == 0 and t.mindst is None:
        return True
    slut = o.slut
    if slut is None:
        # in progress, or not begun: what has passed, else what is planned
        if o.begyndt and _laengde(o.fra, pr, t):
            return True
        return None if o.planlagt is None else _laengde(o.fra, o.planlagt, t)
    if _laengde(o.fra, slut, t):
        return True
    if o.status != "afbrudt":
        return False
    if for_kort_fra_start(t, o):
        return False
    if o.aarsag == "henvist-job" and t.henvist_job_er_nok:
        return True
    if t.afbrudt == "planlagt-laengde":
        return None if o.planlagt is None else True
    return False if o.aarsag == "jobcenter" else None


def for_kort_fra_start(t: Tilbudstaeller, o: Tilbudspost) -> bool:
    """Whether it was planned too short, whoever broke it off."""
    return o.planlagt is not None and not _laengde(o.fra, o.planlagt, t)


def uoplyst(t: Tilbudstaeller, o: Tilbudspost) -> str:
    """The field that would tell whether an offer was long enough; empty where it is told and the law leaves it open."""
    if o.slut is None or t.afbrudt == "planlagt-laengde":
        return "planlagt_til"
    return "aarsag" if o.aarsag in (None, "ukendt") else ""


def _laengde(fra: int, til: int, t: Tilbudstaeller) -> bool:
    """Whether `fra`..`til`, both included, is long enough: in the calendar, days, or weekdays where negative."""
    if t.mindst is not None:
        return til + 1 >= plus_kalender(fra, t.mindst)
    mindst = t.mindst_dage
    assert isinstance(mindst, int)
    return kalender.hverdage(fra, til) >= -mindst if mindst < 0 else til - fra + 1 >= mindst
