"""Follow-up of sickness benefit: SDPL §§ 13 a-13 f; calendar time from the first day of absence.

These dates are the same under both legal bases but for the count of § 13 b, which moves with the switch.
"""

import datetime as dt

from kontaktforloeb.regelsprog import (
    Alle,
    AnledningSenest,
    Dato,
    Efter,
    Efterfoelger,
    EfterUanset,
    Enkelt,
    FraSeneste,
    Gaelder,
    Haendelse,
    Haft,
    Hjemmel,
    Ikke,
    Kalenderdag,
    Kategori,
    Laes,
    Maengde,
    Nogen,
    Opfyldt,
    Paa,
    Plus,
    Regel,
    Samtaler,
    Senere,
    Sket,
    Spell,
    Start,
    UdenKrav,
    dage,
)
from kontaktforloeb.ret import kilder
from kontaktforloeb.ret import maalgrupper as mg
from kontaktforloeb.ret._faelles import JOBCENTER, JOBSAMTALER, START_2015, afgjort_af, afloeses_af, tvilling
from kontaktforloeb.ret.tidsregning import CORONA_VINDUE, HALVE_AARS_FRADRAG, HELLIGDAG, kalendermaaneder, uger_efter

OPFOELGNING = ("opfoelgningssamtale", *JOBSAMTALER)
FAMILIE = "sygedagpenge"
KATEGORI_1 = "sygedagpenge-kategori-1"
"""The talk of § 13 a: the municipality decides its form (stk. 2)."""
_STANDBY = (mg.SYGEDAGPENGE,)


def _h(*paragraffer: str) -> tuple[Hjemmel, ...]:
    return tuple(Hjemmel(kilder.SDPL, p) for p in paragraffer)


UGE_8 = Plus(
    Start(),
    Laes("otte-uger", {"dag-56": dage(55), "dag-57": dage(56), "kalenderuge": Maengde(8, "kalenderuge")}),
)
"""The end of the eighth week from the first day of absence; reading `otte-uger`."""

HALVE_AAR = Plus(Start(), kalendermaaneder(6), fradrag=HALVE_AARS_FRADRAG)
_ANMODNING = Haendelse("fast-track-anmodning")
_AFSLAG = Sket("fast-track-afslag", fra=Start())


def _foerste(regel_id: str, gaelder: Gaelder, efterfoelger: Efterfoelger | None, fast_track: str) -> Regel:
    return Regel(
        id=regel_id,
        titel="Første opfølgning inden udgangen af 8. uge",
        titel_en="First follow-up by the end of the 8th week",
        maalgrupper=(mg.SYGEDAGPENGE,),
        ansvarlig="kommune",
        ur="sygefravaer",
        vindue=Enkelt(Start(), UGE_8),
        taeller=Samtaler(1, OPFOELGNING, standby=_STANDBY),
        gaelder=gaelder,
        hjemmel=_h("§ 13 b, stk. 1"),
        familie=FAMILIE,
        betingelse=Kategori((2, 3)),
        efterfoelger=efterfoelger,
        helligdag=HELLIGDAG,
        fortraenges_af=(fast_track,),
    )


_FOERSTE_HOLDT = EfterUanset(("SDPL-2020:13b.1a", "SDPL-2015:13b.2", "SDPL-2015:13a.1"))
PARAGRAF_13F_FRA = dt.date(2025, 1, 1)
_OMFATTET = Senere((_FOERSTE_HOLDT, Kalenderdag(PARAGRAF_13F_FRA)))
"""The day § 13 f takes hold: who becomes unemployed or turns out ill for longer is still of stk. 1 (stk. 2)."""

PARAGRAF_13F = Alle(
    (
        Dato(fra=PARAGRAF_13F_FRA),
        Paa(
            _OMFATTET,
            Alle(
                (
                    Spell("i_ansaettelse", True),
                    Spell("forudsigeligt", True),
                    # the 13 weeks count from a first follow-up that was held
                    Nogen((Opfyldt("SDPL-2020:13b.1a"), Opfyldt("SDPL-2015:13b.2"), Opfyldt("SDPL-2015:13a.1"))),
                    # 'forventet raskmelding': what was expected then, by the last that was recorded
                    Sket(
                        "raskmelding-ventet",
                        fra=Start(),
                        felt="ventet",
                        senest=Plus(
                            _FOERSTE_HOLDT,
                            Laes(
                                "otte-uger",
                                {"dag-56": dage(90), "dag-57": dage(91), "kalenderuge": Maengde(13, "kalenderuge")},
                            ),
                        ),
                        sidste=True,
                    ),
                )
            ),
        ),
    )
)
"""§ 13 f: employed, predictable, recovery expected by the end of week 13 from the first follow-up."""


def _efter_anmodning(
    id_: str,
    titel: str,
    titel_en: str,
    anmodning: Haendelse,
    gaelder: Gaelder,
    hjemmel: tuple[Hjemmel, ...],
    betingelse: object,
) -> Regel:
    return Regel(
        id=id_,
        titel=titel,
        titel_en=titel_en,
        maalgrupper=(mg.SYGEDAGPENGE,),
        ansvarlig="kommune",
        ur="sygefravaer",
        vindue=Enkelt(anmodning),
        taeller=Samtaler(1, OPFOELGNING),
        gaelder=gaelder,
        hjemmel=hjemmel,
        familie=FAMILIE,
        betingelse=betingelse,
        bindes_paa_haendelsen=True,
    )


REGLER = (
    _foerste("SDPL-2015:13b.1a", Gaelder(START_2015, "foer-skift"), tvilling("SDPL-2020:13b.1a"), "SDPL-2015:13b.2"),
    Regel(
        id="SDPL-2015:13b.1b",
        titel="Opfølgning mindst hver fjerde uge",
        titel_en="Follow-up at least every fourth week",
        maalgrupper=(mg.SYGEDAGPENGE,),
        ansvarlig="kommune",
        ur="sygefravaer",
        vindue=FraSeneste(
            # after re-visitation from category 1 (§ 13 a, stk. 1, last sentence) from the talk that led to it
            # 'herefter': also where the 8th week ends after the switch and the first was held before it
            Efter(("SDPL-2015:13b.1a", "SDPL-2020:13b.1a", "SDPL-2015:13b.2", "SDPL-2015:13a.1")),
            dage(28),
            gitter=Laes("hver-fjerde-uge", {"fra-seneste": False, "fast-gitter": True}),
        ),
        taeller=Samtaler(1, OPFOELGNING, standby=_STANDBY),
        gaelder=Gaelder(START_2015, "foer-skift"),
        hjemmel=_h("§ 13 b, stk. 1"),
        familie=FAMILIE,
        betingelse=Kategori((2, 3)),
        efterfoelger=afloeses_af("SDPL-2020:13b.1b"),
        helligdag=HELLIGDAG,
    ),
    Regel(
        id="SDPL-2015:13b.2",
        titel="Opfølgning efter anmodning om en tidlig indsats (fast track)",
        titel_en="Follow-up after a fast-track request",
        maalgrupper=(mg.SYGEDAGPENGE,),
        ansvarlig="kommune",
        ur="sygefravaer",
        vindue=Enkelt(_ANMODNING, uger_efter(_ANMODNING, 2)),
        taeller=Samtaler(1, OPFOELGNING, standby=_STANDBY),
        gaelder=Gaelder(START_2015),
        hjemmel=_h("§ 13 b, stk. 2", "§ 7 c", "§ 7 e"),
        familie=FAMILIE,
        # 'den første opfølgningssamtale': one held before the request leaves nothing to hasten. The employer's request
        # is made within the first 5 weeks of absence and may be declined by the employee
        undtagelse=Nogen(
            (
                Haft(1, OPFOELGNING, Start(), Plus(_ANMODNING, dage(-1)), JOBCENTER),
                Alle(
                    (
                        Spell("haendelse.af", "arbejdsgiver"),
                        Nogen((_AFSLAG, Ikke(AnledningSenest(Plus(Start(), dage(34)))))),
                    )
                ),
            )
        ),
        helligdag=HELLIGDAG,
    ),
    _foerste("SDPL-2020:13b.1a", Gaelder("skift"), None, "SDPL-2015:13b.2"),
    Regel(
        id="SDPL-2020:13b.1b",
        titel="Fire opfølgninger i det første halve år",
        titel_en="Four follow-ups in the first half-year",
        maalgrupper=(mg.SYGEDAGPENGE,),
        ansvarlig="kommune",
        ur="sygefravaer",
        vindue=Enkelt(Start(), HALVE_AAR),
        taeller=Samtaler(4, OPFOELGNING, standby=_STANDBY),
        gaelder=Gaelder("skift"),
        hjemmel=_h("§ 13 b, stk. 1"),
        familie=FAMILIE,
        betingelse=Kategori((2, 3)),
        # § 13 f: employed, predictable, well by the end of week 13 from the first follow-up; does not revive
        undtagelse=PARAGRAF_13F,
        afgjort_af=afgjort_af("undtagelse", _h("§ 13 f, stk. 1")),
        helligdag=HELLIGDAG,
        vindue_corona=CORONA_VINDUE,
    ),
    # § 13 b, stk. 1, 5. pkt., stands among the rules for the time after the half-year (§ 13 f, stk. 2)
    _efter_anmodning(
        "SDPL-2020:13b.1.ret",
        "Samtale efter anmodning efter det første halve år",
        "A talk on request after the first half-year",
        Haendelse("anmodning-om-samtale", efter=HALVE_AAR),
        Gaelder("skift"),
        _h("§ 13 b, stk. 1"),
        Kategori((2, 3)),
    ),
    # § 13 f, stk. 1, has the right in its weeks, and stk. 2 gives that of § 13 b after them
    _efter_anmodning(
        "SDPL-2025:13f.1.ret",
        "Samtale efter anmodning ved forventet raskmelding",
        "A talk on request where recovery is expected",
        # until the first follow-up is held nobody is under § 13 f
        Haendelse("anmodning-om-samtale", efter=Plus(_FOERSTE_HOLDT, dage(-1)), senest=HALVE_AAR),
        Gaelder(PARAGRAF_13F_FRA),
        _h("§ 13 f, stk. 1", "§ 13 f, stk. 2"),
        Alle((Kategori((2, 3)), PARAGRAF_13F)),
    ),
    UdenKrav(
        id="SDPL-2025:13f.1",
        titel="Intet antal opfølgninger ved forventet raskmelding",
        titel_en="No number of follow-ups where recovery is expected",
        maalgrupper=(mg.SYGEDAGPENGE,),
        ansvarlig="kommune",
        ur="sygefravaer",
        gaelder=Gaelder(PARAGRAF_13F_FRA, dag="frist"),
        hjemmel=_h("§ 13 f, stk. 1", "§ 13 f, stk. 2"),
        naar=PARAGRAF_13F,
        familie=FAMILIE,
    ),
    Regel(
        id="SDPL-2015:13a.1",
        titel="Samtale i kategori 1, når sygdommen varer ud over 8 uger",
        titel_en="A talk in category 1 when the absence lasts beyond 8 weeks",
        maalgrupper=(mg.SYGEDAGPENGE,),
        ansvarlig="kommune",
        ur="sygefravaer",
        # no date is set: the municipality decides when (stk. 2); what decides is the category on the first day after
        vindue=Enkelt(Plus(Start(), dage(56))),
        taeller=Samtaler(1, OPFOELGNING, standby=_STANDBY),
        gaelder=Gaelder(START_2015),
        hjemmel=_h("§ 13 a, stk. 1"),
        familie=KATEGORI_1,
        betingelse=Kategori((1,)),
    ),
)
