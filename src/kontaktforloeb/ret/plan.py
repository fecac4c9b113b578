"""How a course begins in each target group: the benefit by date, and the events of the first day."""

import datetime as dt

from attrs import frozen

from kontaktforloeb.ret import maalgrupper as mg


@frozen
class Begyndelse:
    """The benefits of a group from their days, newest last, and the events that start its clocks."""

    ydelser: tuple[tuple[dt.date, str], ...]
    haendelser: tuple[str, ...] = ()

    def ydelse_paa(self, dag: dt.date) -> str:
        """The benefit of a course that begins on `dag`."""
        return [y for fra, y in self.ydelser if fra <= dag][-1]


_ALTID = dt.date(2010, 1, 1)
_REFORM_2025 = dt.date(2025, 7, 1)
"""Lov 1655/2024: uddannelseshjælp and overgangsydelse are gone."""


def _fast(ydelse: str, *haendelser: str) -> Begyndelse:
    return Begyndelse(((_ALTID, ydelse),), haendelser)


_UNG = Begyndelse(((_ALTID, "uddannelseshjaelp"), (_REFORM_2025, "kontanthjaelp")), ("foerste-henvendelse",))

BEGYNDER = {
    mg.DAGPENGE: _fast("dagpenge", "indplacering", "tilmelding"),
    mg.JOBPARAT: _fast("kontanthjaelp", "foerste-henvendelse"),
    mg.AKTIVITETSPARAT: _fast("kontanthjaelp", "foerste-henvendelse"),
    mg.AABENLYST: _UNG,
    mg.UDDANNELSESPARAT: _UNG,
    mg.AKTIVITETSPARAT_UNG: _UNG,
    mg.SYGEDAGPENGE: _fast("sygedagpenge", "foerste-fravaersdag"),
    mg.JOBAFKLARING: _fast("ressourceforloebsydelse"),
    mg.RESSOURCEFORLOEB: _fast("ressourceforloebsydelse"),
    mg.LEDIGHEDSYDELSE: _fast("ledighedsydelse", "visitation-fleksjob"),
    mg.FLEKSJOB: _fast("ingen"),
    mg.REVALIDEND: _fast("revalideringsydelse"),
    mg.FOERTIDSPENSIONIST: _fast("foertidspension"),
    mg.SELVFORSOERGENDE: _fast("ingen"),
    mg.UNDER_18: _fast("ingen"),
    mg.NYUDDANNET: _fast("ingen"),
    mg.INTEGRATION: Begyndelse(
        (
            (_ALTID, "integrationsydelse"),
            (dt.date(2020, 1, 1), "overgangsydelse"),
            (_REFORM_2025, "kontanthjaelp"),
        ),
        ("visitation-integration",),
    ),
}
