"""Whether an interview had a form that was lawful that day."""

from __future__ import annotations

from kontaktforloeb.regelsprog import maaneder
from kontaktforloeb.tidslinje import Samtalepost, Tidslinje
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.vurdering.oversaet import OversatLov, Tid

STANDBY = "standby"


def _naar(t: Tid, tl: Tidslinje, f: Forloeb, s: Samtalepost, foerste: bool) -> bool:
    """Whether the situation in which the form is lawful was there."""
    naar, foerste_maaneder = t.erklaering.naar, t.erklaering.foerste_maaneder
    if foerste_maaneder is not None:
        graense = f.naaet(maaneder(foerste_maaneder))[0]
        if graense is not None and s.dag > graense:
            return False
    if naar is None:
        return True
    if naar == "ikke-foerste":
        return not foerste
    if naar == "i-tilbud":
        return _i_tilbud(tl, s.dag, t.erklaering.ikke_i)
    if naar == "mindre-intensiv":
        grunde = t.erklaering.undergrunde
        return any(
            x.navn == "mindre-intensiv-indsats"
            and not x.fastholdt
            and x.daekker(s.dag)
            and (grunde is None or x.undergrund is None or x.undergrund in grunde)
            for x in tl.fritagelser
        )
    if naar == "efter-6-maaneder":
        graense = f.naaet(maaneder(6))[0]
        assert isinstance(t.erklaering.fradrag, int)  # the law is compiled: no reading is left
        return graense is not None and s.dag > graense - t.erklaering.fradrag
    if naar == "delvist-i-job":
        return any(a.daekker(s.dag) for a in tl.arbejde)
    if naar == "i-ansaettelse":
        return bool(f.spell(s.dag).i_ansaettelse)
    assert naar == "paragraf-13b4"
    return (
        any(a.daekker(s.dag) for a in tl.arbejde)
        or any(x.navn == "kan-ikke-deltage" and x.daekker(s.dag) for x in tl.fritagelser)
        or any(x.navn == "barsel" and s.dag < x.fra <= s.dag + _FIRE_UGER for x in tl.fritagelser)
        or _snart_rask(tl, f, s.dag)
        or _i_tilbud(tl, s.dag)
    )


def _snart_rask(tl: Tidslinje, f: Forloeb, dag: int) -> bool:
    """Whether on `dag` the person was expected well within four weeks: by the last that was expected then."""
    ventet = [
        h.felter["ventet"]
        for h in tl.haendelser.get("raskmelding-ventet", ())
        if f.start <= h.dag <= dag and h.felter.get("ventet")
    ]
    return bool(ventet) and dag <= ventet[-1] <= dag + _FIRE_UGER


# Mentor support and jobrettet uddannelse are no offers of the chapters meant (§ 33; § 16 a, stk. 5).
IKKE_TILBUD = frozenset(("mentor", "jobrettet-uddannelse"))
_FIRE_UGER = 28


def _i_tilbud(tl: Tidslinje, dag: int, ikke_i: tuple[str, ...] = ()) -> bool:
    """Whether the person takes part in an offer on `dag`, of other kinds than these."""
    return any(
        o.begyndt
        and o.fra <= dag
        and (o.slut is None or dag <= o.slut)
        and o.status != "annulleret"
        and o.art not in IKKE_TILBUD
        and o.art not in ikke_i
        for o in tl.tilbud
    )


def lovlig(
    lov: OversatLov, tl: Tidslinje, f: Forloeb, familie: str, regel_id: str, s: Samtalepost, foerste: bool
) -> bool | None:
    """Whether the form of an interview was lawful, None where the case does not tell.

    Not recorded counts as lawful; no rule on form: any form.
    """
    if s.form is None:
        return True
    fandtes = maaske = tvivl = False
    for t in lov.former_for(familie, f.gruppe(s.dag), s.dag):
        e = t.erklaering
        if e.udelukket:  # these come first
            if s.form in e.former:
                kommune = tl.kommune_paa(s.dag)
                if kommune in e.kommuner:
                    return False
                tvivl = kommune is None
            continue
        fandtes = True
        if s.form in e.former and regel_id not in e.undtagen and _naar(t, tl, f, s, foerste):
            if not (tvivl or e.usikker):
                return True
            maaske = True
    return None if maaske else not fandtes


def oplysning(lov: OversatLov, tl: Tidslinje, f: Forloeb, familie: str, dag: int) -> str:
    """The path of the fact that tells whether a form was lawful on `dag`; empty where a case has no such fact."""
    steder = any(t.erklaering.udelukket for t in lov.former_for(familie, f.gruppe(dag), dag))
    return "kommune" if steder and tl.kommune_paa(dag) is None else ""
