"""After a control action: LAB-2016 § 21 a, LAB-2019 § 38. The day of the event decides whom they bind."""

from typing import Any

from attrs import evolve

from kontaktforloeb.regelsprog import (
    AKassensDel,
    Efter,
    Enkelt,
    FraSeneste,
    HaendelseForOmfattede,
    Nogen,
    Plus,
    Regel,
    Samtaler,
    Spell,
    Tilbudsart,
    Tilbudstaeller,
    Ukendt,
    dage,
    maaneder,
)
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import A_KASSE, GAMMEL, JOBCENTER, JOBSAMTALER, NY, SKIFT_I_2024, lab, lab_ny, tvilling
from kontaktforloeb.ret.lab_2016_tilbud import ALLE_10_12, ALLE_10_12_DAGPENGE
from kontaktforloeb.ret.lab_2019_tilbud import KAP_11_14, KAP_11_14_DAGPENGE
from kontaktforloeb.ret.tidsregning import FRIST_DAG, HELLIGDAG, uger_efter

# 'en person, som er omfattet af § 2, nr. 1-3' (§ 6, nr. 1-3): not one who is selvforsørgende still
KONTROL = HaendelseForOmfattede("kontrolaktion")
_UDLAND = Nogen((Spell("haendelse.udland", True), Ukendt("haendelse.udland")))
_A_KASSENS_DEL = AKassensDel(SKIFT_I_2024, indtil_ordning="visiteret-til-jobcenter")
"""From 2024 the a-kasse holds the interviews in its part of the course (§ 38, stk. 1, 4. pkt.), the first 3 months, but
not of who is visiteret to the job centre (§ 27, stk. 2 and 3)."""


def _forloeb(
    foerste: str,
    hver_14: str,
    tilbud: str,
    grupper: tuple[str, ...],
    ur: str,
    ny: bool,
    tvillinger: tuple[str, str, str] | None,
    arter: tuple[Tilbudsart, ...],
    stk: tuple[str, str],
) -> tuple[Regel, ...]:
    faelles: dict[str, Any] = {
        "maalgrupper": grupper,
        "ansvarlig": "jobcenter",
        "ur": ur,
        "bindes_paa_haendelsen": True,
    }
    hjemler = lab_ny if ny else lab
    gaelder = NY if ny else GAMMEL
    familie = "kontrol-ny" if ny else "kontrol-gammel"
    samtale = Efter((foerste, *((tvillinger[0],) if tvillinger else ()), *_GAMLE.get(foerste, ())))
    taeller = Samtaler(1, JOBSAMTALER, JOBCENTER)
    a_kassen = None
    if ny and grupper == (mg.DAGPENGE,):
        taeller = evolve(taeller, holdere_i_fasen=A_KASSE, fasen=_A_KASSENS_DEL)
        a_kassen = "a-kasse"
    return (
        Regel(
            id=foerste,
            titel="Samtale inden 1 uge efter en kontrolaktion",
            titel_en="Interview within 1 week of a control action",
            vindue=Enkelt(KONTROL, uger_efter(KONTROL, 1)),
            taeller=taeller,
            gaelder=gaelder,
            hjemmel=hjemler(stk[0]),
            familie=familie,
            efterfoelger=None if tvillinger is None else tvilling(tvillinger[0]),
            helligdag=HELLIGDAG,
            ansvarlig_i_fasen=a_kassen,
            **faelles,
        ),
        Regel(
            id=hver_14,
            titel="Samtale hver 14. dag efter en kontrolaktion med ophold i udlandet",
            titel_en="Interview each 14 days after a control action on a stay abroad",
            vindue=FraSeneste(samtale, dage(14), indtil=Plus(samtale, maaneder(3)), fradrag=FRIST_DAG),
            taeller=taeller,
            gaelder=gaelder,
            hjemmel=hjemler(stk[0]),
            familie=familie,
            betingelse=_UDLAND,
            efterfoelger=None if tvillinger is None else tvilling(tvillinger[1]),
            helligdag=HELLIGDAG,
            anledning=KONTROL,
            ansvarlig_i_fasen=a_kassen,
            **faelles,
        ),
        Regel(
            id=tilbud,
            titel="Aktivt tilbud inden 2 uger efter samtalen",
            titel_en="Active offer within 2 weeks of the interview",
            vindue=Enkelt(samtale, uger_efter(samtale, 2)),
            taeller=Tilbudstaeller(arter, uge=False, afgivet=True),
            gaelder=gaelder,
            hjemmel=hjemler(stk[1]),
            familie="kontrol-tilbud-ny" if ny else "kontrol-tilbud-gammel",
            efterfoelger=None if tvillinger is None else tvilling(tvillinger[2]),
            anledning=KONTROL,
            **faelles,
        ),
    )


_GAMLE = {"LAB-2019:38.1a": ("LAB-2016:21a.1a", "LAB-2016:21a.2a")}
_TVILLINGER = ("LAB-2019:38.1a", "LAB-2019:38.1b", "LAB-2019:38.2")
_NYE = ("LAB-2019:38.1a", "LAB-2019:38.1b", "LAB-2019:38.2")

REGLER = (
    *_forloeb(
        "LAB-2016:21a.1a",
        "LAB-2016:21a.1b",
        "LAB-2016:21a.3",
        (mg.DAGPENGE,),
        "ledighed",
        False,
        _TVILLINGER,
        ALLE_10_12_DAGPENGE,
        ("§ 21 a, stk. 1", "§ 21 a, stk. 3"),
    ),
    *_forloeb(
        "LAB-2016:21a.2a",
        "LAB-2016:21a.2b",
        "LAB-2016:21a.3",
        mg.VOKSNE,
        "ydelse-gammel",
        False,
        _TVILLINGER,
        ALLE_10_12,
        ("§ 21 a, stk. 2", "§ 21 a, stk. 3"),
    ),
    *_forloeb(*_NYE, (mg.DAGPENGE,), "ledighed", True, None, KAP_11_14_DAGPENGE, ("§ 38, stk. 1", "§ 38, stk. 2")),
    *_forloeb(*_NYE, mg.VOKSNE, "ydelse-ny", True, None, KAP_11_14, ("§ 38, stk. 1", "§ 38, stk. 2")),
)
