"""A finding: what was decided of one requirement, in integers."""

from __future__ import annotations

from typing import Any, NamedTuple

from kontaktforloeb.vurdering.oversaet import Klausul

OPFYLDT = "opfyldt"
FOR_SENT = "opfyldt-for-sent"
IKKE = "ikke-opfyldt"
AFVENTER = "afventer"
BORTFALDET = "bortfaldet"
UAFKLARET = "uafklaret"
INTET = "intet-krav"

FORM_UVIS = "form-uvis"
"""Whether the form of an interview was lawful turns on what the case does not tell."""

_SOM_DET_GIK = (("ophoert",), ("maalgruppeskift",), ("afloest",), ("fritaget-hele-tiden",), ("fravalgt",))
"""Why a requirement lapsed that was one to begin with."""

VAERST_FOERST = (IKKE, UAFKLARET, FOR_SENT, AFVENTER, OPFYLDT, BORTFALDET, INTET)


class Flytning(NamedTuple):
    """What moved a deadline: `fra` the day before, `til` the day after (None: not known yet), `hvad` what did it."""

    hvorfor: str
    fra: int
    til: int | None
    hvad: str


class Fund:
    """One requirement as judged. Days are ordinals; `medregnet` are the records counted; `aarsag` says why.

    `nominal` is the deadline before the week rule and closed days; `anker` the day a window counts from.
    """

    __slots__ = (
        "aarsag",
        "afgjort",
        "anker",
        "anledning",
        "antagelser",
        "bemaerkninger",
        "efterfoelger",
        "flytninger",
        "forladt",
        "forloeb",
        "forventet",
        "fra",
        "fravalgt",
        "frist",
        "gruppe",
        "har_forloebet",
        "hjemler",
        "klausul",
        "kraevet",
        "mangler",
        "medregnet",
        "nominal",
        "plan_pr",
        "skjult",
        "trin",
        "udfald",
        "ved_skift",
    )  # fmt: skip

    def __init__(self, klausul: Klausul, forloeb: Any, trin: int | None) -> None:
        self.klausul = klausul
        self.forloeb = forloeb
        self.trin = trin
        self.udfald = ""
        self.gruppe = ""
        self.har_forloebet: str | None = None  # who is responsible, where that follows from who has the course
        self.anledning: Any = None
        self.skjult = False
        self.plan_pr: int | None = None  # the day of a plan, which is judged as if it had run to its horizon
        self.ved_skift = False  # it arose only when the person came into the group, after its day
        self.forladt = False  # the person was of another group on the deciding day
        self.fra: int | None = None
        self.nominal: int | None = None
        self.frist: int | None = None
        self.forventet: int | None = None
        self.afgjort: int | None = None
        self.anker: int | None = None
        self.flytninger: list[Flytning] = []
        self.fravalgt: str | None = None  # the day the a-kasse was declined for it
        self.kraevet: int | None = None
        self.medregnet: list[Any] = []
        self.aarsag: tuple[str, ...] = ()
        self.antagelser: list[tuple[str, ...]] = []
        self.bemaerkninger: list[tuple[str, ...]] = []
        self.mangler: list[str] = []
        self.efterfoelger: str | None = None
        self.hjemler: list[Any] = []

    @property
    def ansvarlig(self) -> str:
        """Who answers for it."""
        return self.har_forloebet or str(self.klausul.regel.ansvarlig)

    @property
    def oprindelig(self) -> int | None:
        """The deadline before anything moved it."""
        return self.flytninger[0].fra if self.flytninger else self.nominal

    @property
    def binder(self) -> bool:
        """Whether the requirement bound the person: not lapsed for another reason than an exemption, nor in doubt."""
        if self.udfald == BORTFALDET:
            return self.aarsag[:1] == ("fritaget",)
        return self.aarsag[:1] != ("passeret",) and not self.forladt and not self.aaben_efter_slut

    @property
    def aaben_efter_slut(self) -> bool:
        """Whether it is left open and was not held in the course, but for a day after the course had ended."""
        if self.udfald != UAFKLARET or self.nominal is None:
            return False
        familie = self.klausul.regel.familie
        dage = (self.nominal, self.nominal if self.holdt_dag is None else self.holdt_dag)
        return all(self.forloeb.ophoert(d, familie) for d in dage)

    @property
    def staar(self) -> bool:
        """Whether the rule names the person in this course, though it lapsed for how the course went."""
        if self.udfald == UAFKLARET and not self.ved_skift and self.aarsag[:1] != ("passeret",):
            return True  # the course may have ended before its day
        return self.binder or self.forladt or (self.udfald == BORTFALDET and self.aarsag[:1] in _SOM_DET_GIK)

    @property
    def opfyldt_dag(self) -> int | None:
        """The day of the last record counted, where it was met, in time or late."""
        return self.afgjort if self.udfald in (OPFYLDT, FOR_SENT) else None

    @property
    def holdt_dag(self) -> int | None:
        """The day what it asks for was held, also where the law leaves open whether that was enough."""
        if self.udfald == UAFKLARET and self.medregnet and len(self.medregnet) >= (self.kraevet or 1):
            return int(self.medregnet[-1].dag) if hasattr(self.medregnet[-1], "dag") else None
        return self.opfyldt_dag
