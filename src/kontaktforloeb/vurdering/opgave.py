"""One window of one rule, on its way to a finding."""

from __future__ import annotations

from typing import Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.vurdering.fund import Flytning, Fund
from kontaktforloeb.vurdering.oversaet import Klausul
from kontaktforloeb.vurdering.punkter import Sted

# Where one of these is not so, the rule does not concern the person at all; other absent conditions lapse it.
VEDKOMMER_IKKE = frozenset(
    (
        r.Mellem,
        r.Alder,
        r.Kategori,
        r.Ordning,
        r.Spell,
        r.SidsteTilbud,
        r.LangtNok,
        r.Dato,
        r.Ydelse,
        r.IArbejde,
        r.FritagetPaa,
        r.Ukendt,
    )
)


class Opgave:
    """One window of one rule, before it is decided."""

    __slots__ = (
        "afloest", "anker", "efter_maerke", "flytninger", "forloeb", "forventet", "fra", "fravalgt", "frist", "hjemler",
        "i_tide", "kan_for_sent", "klausul", "kraevet", "nominal", "passeret", "pligt_til", "sene", "skjult", "sted",
        "trin", "uafklaret", "uden_frist", "ved_skift",
    )  # fmt: skip

    def __init__(self, klausul: Klausul, sted: Sted, trin: int | None, kraevet: int) -> None:
        self.klausul = klausul
        self.sted = sted
        self.forloeb = sted.f
        self.trin = trin
        self.kraevet = kraevet
        self.fra: int | None = None
        self.nominal: int | None = None
        self.forventet: int | None = None
        self.frist: int | None = None
        self.anker: int | None = None
        self.kan_for_sent = True
        self.i_tide: list[Any] = []
        self.sene: list[Any] = []
        self.afloest = False
        self.skjult = False
        self.pligt_til: int | None = None
        self.hjemler: list[Any] = []
        self.passeret: int | None = None
        self.ved_skift = False
        self.uden_frist = False
        self.uafklaret: list[tuple[str, ...]] = []
        self.efter_maerke: tuple[int | None, int] | None = None
        self.flytninger: list[Flytning] = []
        self.fravalgt: str | None = None  # the day the a-kasse was declined for it, and it is held without

    @property
    def falder_med_loven(self) -> bool:
        """Whether it was not due before the act gave way: what is done after that meets nothing of it."""
        if self.klausul.regel.gaelder.dag in ("forloeb", "skift"):
            return self.afloest  # the dates of such a rule are of the courses it takes, not of what meets it
        return self.afloest or (self.nominal is None and not self.uden_frist and not self.flytninger)

    def flyt(self, hvorfor: str, til: int | None, hvad: str = "") -> None:
        """Move the deadline and keep why, for the reasons: what moved it is said as it was computed."""
        if self.nominal is not None and til != self.nominal:
            self.flytninger.append(Flytning(hvorfor, self.nominal, til, hvad))
            self.nominal = til
            self.afgjort_af(hvorfor)

    def afgjort_af(self, hvorfor: str) -> None:
        """Cite what decided."""
        self.hjemler.extend(h for navn, h in self.klausul.regel.afgjort_af if navn == hvorfor)


def orden(x: Fund) -> tuple[bool, int, str, int, int]:
    """The order of the contract: frist (null last), regel, periode_fra, trin."""
    return x.frist is None, x.frist or 0, x.klausul.regel.id, x.forloeb.start, x.trin or 0
