"""A rule: one requirement, right, or statement that there is none."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from kontaktforloeb.regelsprog.kilder import Hjemmel
from kontaktforloeb.regelsprog.laesning import Laes


@frozen
class Gaelder:
    """When a rule applies, both days inclusive, and which day decides it.

    `dag`: "frist" (the nominal deadline), "forloeb" (the start of the course), "skift" (the switch) or "haendelse".
    `sikkerhed`: "læst" in a clause, or "udledt" from the texts around it.
    A date may be the word "skift" (from the switch day) or "foer-skift" (to the day before it).
    """

    fra: dt.date | str
    til: dt.date | str | None = None
    dag: str = "frist"
    sikkerhed: str = "læst"
    laest: dt.date = dt.date(2026, 11, 21)


@frozen
class Efterfoelger:
    """What takes over when the rule gives way: a twin goes on silently.

    A count lapses and names the first that binds. `regnes_fra`: others of the rule's act are counted from it, also
    where the twin shows it.
    """

    regler: tuple[str, ...] = ()
    tvilling: bool = False
    regnes_fra: bool = False


@frozen
class Maalgruppeafsnit:
    """A target group of the rule, with the benefits that bind it (None: all of the clock's)."""

    maalgruppe: str


@frozen
class Saerfrist:
    """Where the event falls in `fra`..`til`, inclusive, the deadline is `frist`."""

    fra: dt.date
    til: dt.date
    frist: dt.date
    hjemmel: Hjemmel


@frozen
class Regel:
    """A requirement: `taeller` in `vindue`, for `maalgrupper`, on `ur`, under `betingelse`.

    `familie` names what exempts from it, suspends it and which forms are lawful. `besides`: rules whose interviews
    it may not use. `undtagelse`: lapses where this is so. `bindes_paa_haendelsen`: the group on the day of the event
    decides whom it binds, the deadline still which act. `anledning`: the event it arises from, where its window
    does not name it. `ophoerer_ved`: the duty lasts until this event. `forgaenger`: what was judged under this earlier
    rule is not judged again. `afgjort_af`: the paragraphs cited only where they decided: of what moved the deadline, by
    its name (`efter-fritagelse`, `kursus`), of the later day on which a løntilskud may begin (`loentilskud`), and of
    the exception that let it lapse (`undtagelse`). `ansvarlig_i_fasen`: who is responsible instead where the deadline
    lies in the a-kasse's part that the counter names.
    """

    id: str
    titel: str
    titel_en: str
    maalgrupper: tuple[str, ...]
    ansvarlig: str
    ur: str
    vindue: Any
    taeller: Any
    gaelder: Gaelder
    hjemmel: tuple[Hjemmel, ...]
    familie: str
    betingelse: Any = None
    undtagelse: Any = None
    efterfoelger: Efterfoelger | None = None
    besides: tuple[str, ...] | Laes = ()
    helligdag: bool | Laes = False
    vindue_corona: str | Laes | None = None
    passeret: str | Laes | None = None
    genstart: bool | Laes = True
    fortraenges_af: tuple[str, ...] = ()
    aaben_pligt_efter: Any = None
    hoejst_efter_tilbud: Any = None
    bindes_paa_haendelsen: bool = False
    anledning: Any = None
    ophoerer_ved: str | None = None
    forgaenger: str | None = None
    ansvarlig_i_fasen: str | None = None
    saerfrister: tuple[Saerfrist, ...] = ()
    afgjort_af: tuple[tuple[str, Hjemmel], ...] = ()
    laeser: tuple[str, ...] = ()
    note: str | None = None


@frozen
class Rettighed:
    """A right of the person's without a date: owed once `naar` has happened in the period, met by what is counted.

    `kun_fra_ikraft`: only what was asked for since the rule came into force. `hver_gang`: asked for again it is owed
    again, so that what is counted is held since it was last asked for.
    """

    id: str
    titel: str
    titel_en: str
    maalgrupper: tuple[str, ...]
    ansvarlig: str
    ur: str
    taeller: Any
    gaelder: Gaelder
    hjemmel: tuple[Hjemmel, ...]
    familie: str
    naar: Any
    laeser: tuple[str, ...] = ()
    kun_fra_ikraft: bool = False
    hver_gang: bool = False
    note: str | None = None


@frozen
class UdenKrav:
    """No countable requirement: the paragraph that shows it. `efter`: only once this point is reached.

    `naar`: only where so. `familie`: under an act unread for these it is left open.
    """

    id: str
    titel: str
    titel_en: str
    maalgrupper: tuple[str, ...]
    ansvarlig: str
    ur: str
    gaelder: Gaelder
    hjemmel: tuple[Hjemmel, ...]
    efter: Any = None
    naar: Any = None
    familie: str | None = None
    note: str | None = None
