"""The measures, declared: what is counted, among whom, with which dated numbers and from which source.

No number of a measure stands anywhere else. A measure is an authority's or an interest group's statistic,
or our own, and says so; none of them is a citizen's right.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import field, frozen

from kontaktforloeb.maaling.dage import Length

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


@frozen
class Source:
    """Where a number or a definition stands: a short form for people, the document, and its link ('' for none)."""

    kort: str
    retskilde: str
    eli: str = ""


@frozen
class Dated(Generic[T]):
    """A value in force from a day until the next one of the same parameter begins."""

    fra: dt.date
    vaerdi: T
    kilde: Source


@frozen
class Band:
    """A band of duration at month end, both ends included: exactly six and exactly nine months are in 6-9."""

    lower: Length
    upper: Length

    @property
    def code(self) -> str:
        """As written in a figure's variant, in months."""
        return f"{self.lower.code}-{self.upper.code}"


@frozen
class Choice:
    """A question that a measure's text leaves open: its default and the other answers, each with its meaning."""

    navn: str
    spoergsmaal: str
    default: str
    valg: Mapping[str, str]


@frozen(kw_only=True)
class Measure:
    """A measure. `god` tells whether the numerator counts what is wanted (a high share is good) or what is missing."""

    id: str
    titel: str
    titel_en: str
    population: str
    population_en: str
    tal: str
    tal_en: str
    ejer: str
    god: bool
    anvendt_fra: int | None
    anvendt_til: int | None
    kilder: tuple[Source, ...]
    noter: tuple[str, ...] = ()
    noter_en: tuple[str, ...] = ()
    #: Months for which nothing is counted, because no text that defines the measure was in force.
    gaelder_fra: dt.date | None = None
    #: The figure over all groups is the measure itself; otherwise it is only a sum beside the groups.
    samlet_er_maalet: bool = False
    #: The upper (or, where `god`, the lower) limit in per cent; strict where the share must be below it.
    graense: tuple[Dated[Fraction], ...] = ()
    graense_for: str = ""
    valg: tuple[Choice, ...] = field(default=())


STAR_DATA = Source("STAR, samtaledata", "Styrelsen for Arbejdsmarked og Rekruttering, siden samtaledata")
STAR_EARLY = Source("STAR, tidlig indsats", "Styrelsen for Arbejdsmarked og Rekruttering, opfølgning på tidlig indsats")
JOBINDSATS = Source("Jobindsats, passivmåling", "jobindsats.dk; KL's alternativ i ministerens andet brev")
OWN = Source("Egen opgørelse", "Regelmotorens vurderinger; ikke et tal fra STAR")
LAB_2016 = Source(
    "Udledt af LAB kap. 7 (LBK nr. 1342 af 21/11/2016)",
    "LBK nr. 1342 af 21/11/2016",
    "https://www.retsinformation.dk/eli/lta/2016/1342",
)


def _order(number: int, date: str, year: int, paragraph: str) -> Source:
    return Source(
        f"{paragraph} (BEK nr. {number} af {date})",
        f"BEK nr. {number} af {date} om skærpet tilsyn",
        f"https://www.retsinformation.dk/eli/lta/{year}/{number}",
    )


#: From when each order on the supervision was in force.
FROM_1409, FROM_301, FROM_760 = dt.date(2020, 1, 1), dt.date(2023, 3, 22), dt.date(2025, 7, 1)


def _supervision(old: T, new: T, paragraph: str, paragraph_old: str | None = None) -> tuple[Dated[T], ...]:
    """A parameter of BEK 1409/2019 and of the two orders that follow it with the same words."""
    return (
        Dated(FROM_1409, old, _order(1409, "16/12/2019", 2019, paragraph_old or paragraph)),
        Dated(FROM_301, new, _order(301, "20/3/2023", 2023, paragraph)),
        Dated(FROM_760, new, _order(760, "18/6/2025", 2025, paragraph)),
    )


def at(parameter: tuple[Dated[T], ...], day: dt.date) -> Dated[T] | None:
    """The value in force on a day; None before the first one."""
    found = None
    for dated in parameter:
        if dated.fra <= day:
            found = dated
    return found


# --- who and what is counted -----------------------------------------------------------------------------------------

#: Offers of LAB-2016 kap. 10-12 and LAB-2019 kap. 11-14 (§§ 90-93 with the courses of § 93); neither mentor support
#: nor jobrettet uddannelse is an offer of these chapters.
OFFERS = frozenset(
    {
        "ordinaer-uddannelse",
        "oevrig-vejledning-opkvalificering",
        "virksomhedspraktik",
        "nytteindsats",
        "loentilskud",
        "lsr-kursus",
        "realkompetencevurdering",
    }
)
#: LAB § 91, and the only groups for whom it counts as an offer from 22-03-2023 (§ 6 nr. 4 and 5).
GUIDANCE = "oevrig-vejledning-opkvalificering"
GUIDANCE_GROUPS = frozenset({"aabenlyst-uddannelsesparat", "uddannelsesparat", "aktivitetsparat-ung"})
#: The offer as the orders on the supervision define it: whether § 91 counts for the other groups.
GUIDANCE_COUNTS = _supervision(old=True, new=False, paragraph="§ 3, stk. 2")

_LISTED_2019 = frozenset(
    {
        "dagpenge",
        "sygedagpenge",
        "sho-ydelse",
        "overgangsydelse",
        "integrationsydelse",
        "uddannelseshjaelp",
        "kontanthjaelp",
        "revalideringsydelse",
        "ressourceforloebsydelse",
        "ledighedsydelse",
    }
)
_LISTED_2025 = frozenset(
    {
        "dagpenge",
        "sygedagpenge",
        "kontanthjaelp",
        "revalideringsydelse",
        "ressourceforloebsydelse",
        "ledighedsydelse",
    }
)
#: The benefits of § 2 stk. 2 on the last day of the month. Integrationsydelse is the former name of overgangsydelse.
LISTED_BENEFITS = (
    Dated(FROM_1409, _LISTED_2019, _order(1409, "16/12/2019", 2019, "§ 2, stk. 2")),
    Dated(FROM_301, _LISTED_2019, _order(301, "20/3/2023", 2023, "§ 2, stk. 2")),
    Dated(FROM_760, _LISTED_2025, _order(760, "18/6/2025", 2025, "§ 2, stk. 2")),
)
#: The benefits that make up one spell across benefits, whenever it began.
POOLED_BENEFITS = _LISTED_2019

#: The months that are left out of a yearly mean, as (year, month).
LEFT_OUT = frozenset({(2020, 3), (2020, 4), (2020, 5), (2020, 6)})

#: Figures on fewer people than this are not shown.
FEWEST = 10

# --- numbers ---------------------------------------------------------------------------------------------------------


@frozen
class Needed:
    """How many interviews `samtaledata` asks of a group, and whether the number is derived from the act by us."""

    antal: int
    udledt: bool
    grundlag: str
    grundlag_en: str
    kilde: Source


#: samtaledata: N held interviews since the spell began, for people in the band.
SAMTALEDATA_BAND = Band(Length(6), Length(9))
SAMTALEDATA_N: Mapping[str, Needed] = MappingProxyType(
    {
        "dagpengemodtager": Needed(
            6,
            udledt=False,
            grundlag="mindst seks i båndet 6-9 måneder",
            grundlag_en="at least six in the band of 6-9 months",
            kilde=STAR_DATA,
        ),
        "jobparat": Needed(
            3,
            udledt=True,
            grundlag="§ 20: en i uge 1 og to i 3 måneder (gennemsnitslæsning 4)",
            grundlag_en="§ 20: one in week 1 and two in 3 months (read as a mean: 4)",
            kilde=LAB_2016,
        ),
        "aktivitetsparat": Needed(
            1,
            udledt=True,
            grundlag="§ 20: en i uge 1 (gennemsnitslæsning 3: fire pr. 12 måneder)",
            grundlag_en="§ 20: one in week 1 (read as a mean, 3: four in 12 months)",
            kilde=LAB_2016,
        ),
        "uddannelsesparat": Needed(
            3,
            udledt=True,
            grundlag="§ 20 a: en i uge 1 og to i 3 måneder",
            grundlag_en="§ 20 a: one in week 1 and two in 3 months",
            kilde=LAB_2016,
        ),
        "aabenlyst-uddannelsesparat": Needed(
            1, udledt=True, grundlag="§ 20 a: en i uge 1", grundlag_en="§ 20 a: one in week 1", kilde=LAB_2016
        ),
        "aktivitetsparat-ung": Needed(
            3, udledt=True, grundlag="§§ 18 og 20 a", grundlag_en="§§ 18 and 20 a", kilde=LAB_2016
        ),
        "sygedagpengemodtager": Needed(
            5,
            udledt=True,
            grundlag="sygedagpengelovens § 13 b ved 26 uger; kategori 2 og 3",
            grundlag_en="the sickness benefit act § 13 b at 26 weeks; categories 2 and 3",
            kilde=Source(
                "Udledt af sygedagpengeloven § 13 b",
                "LBK nr. 68 af 25/1/2019",
                "https://www.retsinformation.dk/eli/lta/2019/68",
            ),
        ),
        "ressourceforloeb": Needed(
            3,
            udledt=True,
            grundlag="§ 18: gennemsnit af seks pr. 12 måneder",
            grundlag_en="§ 18: mean of six in 12 months",
            kilde=LAB_2016,
        ),
        "jobafklaring": Needed(
            3,
            udledt=True,
            grundlag="§ 18: gennemsnit af seks pr. 12 måneder",
            grundlag_en="§ 18: mean of six in 12 months",
            kilde=LAB_2016,
        ),
        "revalidend": Needed(
            2, udledt=True, grundlag="§ 18: en hver 3. måned", grundlag_en="§ 18: one every 3 months", kilde=LAB_2016
        ),
        "ledighedsydelse": Needed(
            2,
            udledt=True,
            grundlag="§ 73 a: en hver 3. måned",
            grundlag_en="§ 73 a: one every 3 months",
            kilde=LAB_2016,
        ),
    }
)

#: faelles-samtaler: people in the band, and from what duration a joint interview must lie.
JOINT_BANDS: tuple[tuple[Band, Length], ...] = (
    (Band(Length(1, 15), Length(3)), Length(0)),
    (Band(Length(6), Length(9)), Length(3)),
    (Band(Length(16), Length(20)), Length(9)),
)

#: passivandel: the windows, the first one the measure's own.
PASSIVE_WINDOWS = (Length(12), Length(1, 15), Length(3), Length(6), Length(9))

#: The two targets: a spell of at least so long, looked back over so long.
TARGET_WINDOW = Length(12)
TARGET_HOURS = _supervision(Fraction(225), Fraction(100), "§ 5, nr. 1")
TARGET_INTERVIEWS = _supervision(4, 4, "§ 5, nr. 2")

#: tidlig-indsats: interviews and an offer by this duration, in groups with the duty.
EARLY_AT = Length(6)
EARLY_INTERVIEWS = 4
EARLY_GROUPS = frozenset(
    {
        "dagpengemodtager",
        "jobparat",
        "aktivitetsparat",
        "aabenlyst-uddannelsesparat",
        "uddannelsesparat",
        "aktivitetsparat-ung",
        "sygedagpengemodtager",
        "jobafklaring",
        "ressourceforloeb",
        "ledighedsydelse",
        "revalidend",
    }
)
EARLY_OFFER_GROUPS = frozenset(
    {
        "dagpengemodtager",
        "jobparat",
        "aktivitetsparat",
        "aabenlyst-uddannelsesparat",
        "uddannelsesparat",
        "aktivitetsparat-ung",
    }
)
#: So many months running below the limit are flagged.
EARLY_RUN = 6

#: The supervision: at least this part of the progress, and the demands once a municipality is administered.
HALF = Fraction(1, 2)
SPECIAL_OFFERS = _supervision(Fraction(80), Fraction(70), "§ 12, stk. 1, nr. 1", "§ 13, stk. 1, nr. 1")
SPECIAL_INTERVIEWS = _supervision(Fraction(80), Fraction(80), "§ 12, stk. 1, nr. 1", "§ 13, stk. 1, nr. 1")
#: The first year whose results could bring a municipality under the supervision, and the years for which the offer
#: target could not (BEK 301/2023 § 14 stk. 3 for 2022).
FIRST_YEAR = 2021
OFFER_TARGET_NOT_USED = frozenset({2021, 2022})

# --- open questions --------------------------------------------------------------------------------------------------

TARGETS_CHOICE = Choice(
    "fokusmaal-ikke-opfyldt",
    "§ 6: skal ét eller begge fokusmål være uopfyldt, før kommunen omfattes?",
    "et",
    MappingProxyType({"et": "ét af de to er nok", "begge": "begge skal være uopfyldt"}),
)
PROGRESS_CHOICE = Choice(
    "halv-fremgang",
    "Hvad er halvdelen af den påkrævede fremgang, når begge fokusmål er uopfyldt?",
    "hvert",
    MappingProxyType({"hvert": "halvdelen på hvert uopfyldt mål", "samlet": "halvdelen af summen over målene"}),
)
HOURS_CHOICE = Choice(
    "timer-over-skiftet",
    "Ordinære timer i et vindue, der spænder over 22-03-2023 (BEK 301 § 14, stk. 2)",
    "strengeste-hele-vinduet",
    MappingProxyType(
        {
            "strengeste-hele-vinduet": "100 timer efter skiftet, eller 225 timer i hele vinduet",
            "hver-del": "100 timer efter skiftet, eller 225 timer før det",
            "forholdsmaessigt": "timer før delt med 225 plus timer efter delt med 100 giver mindst 1",
        }
    ),
)
CHOICES = {c.navn: c for c in (TARGETS_CHOICE, PROGRESS_CHOICE, HOURS_CHOICE)}

# --- the measures ----------------------------------------------------------------------------------------------------

SAMTALEDATA = Measure(
    id="samtaledata",
    titel="Samtaledata (ministerens breve 2018)",
    titel_en="Interview data (the minister's letters of 2018)",
    population="personer, der ved månedens udgang har 6-9 måneders varighed på én ydelse i én målgruppe",
    population_en="people who at the end of the month have been 6-9 months on one benefit in one target group",
    tal="andel med mindst N afholdte samtaler siden forløbets start",
    tal_en="share with at least N interviews held since the course began",
    ejer="STAR",
    god=True,
    anvendt_fra=2018,
    anvendt_til=2019,
    kilder=(STAR_DATA,),
    noter=("N for andre grupper end dagpengemodtagere er udledt af loven og kan vælges af brugeren.",),
    noter_en=("N for groups other than recipients of dagpenge is derived from the act and can be chosen by the user.",),
)
ALL_MET = Measure(
    id="alle-krav-opfyldt",
    titel="Alle krav opfyldt (ikke STAR's tal)",
    titel_en="All requirements met (not STAR's figure)",
    population="alle aktuelle personer i målgruppen ved månedens udgang",
    population_en="all people in the target group at the end of the month",
    tal="andel uden et uopfyldt krav blandt dem, hvis frist er passeret; kommunens og a-kassens krav hver for sig",
    tal_en="share without an unmet requirement whose deadline has passed; the municipality's and the a-kasse's apart",
    ejer="egen",
    god=True,
    anvendt_fra=None,
    anvendt_til=None,
    kilder=(OWN,),
    noter=("Ikke STAR's tal. Et uafklaret krav er ikke uopfyldt; antallet af personer med et sådant står for sig.",),
    noter_en=(
        "Not STAR's figure. An undetermined requirement is not unmet; the number of people with one stands by itself.",
    ),
    graense=(Dated(dt.date(2010, 1, 1), Fraction(100), OWN),),
)
JOINT = Measure(
    id="faelles-samtaler",
    titel="Fælles jobsamtaler med a-kassen",
    titel_en="Joint interviews with the unemployment insurance fund",
    population="dagpengemodtagere i båndene 1½-3, 6-9 og 16-20 måneder",
    population_en="recipients of dagpenge in the bands of 1½-3, 6-9 and 16-20 months",
    tal="andel med en fælles jobsamtale; i båndet 6-9 holdt efter 3 måneder, i båndet 16-20 efter 9 måneder",
    tal_en="share with a joint interview; in the band of 6-9 held after 3 months, in that of 16-20 after 9 months",
    ejer="STAR",
    god=True,
    anvendt_fra=2017,
    anvendt_til=None,
    kilder=(STAR_DATA,),
)
PASSIVE = Measure(
    id="passivandel",
    titel="Passivandel (KL's mål)",
    titel_en="Passive share (the measure of Local Government Denmark)",
    population="personer med mindst vinduets længde på ydelsen ved månedens udgang",
    population_en="people on the benefit for at least the length of the window at the end of the month",
    tal="andel uden aktivt tilbud, og i den bredere form også uden samtale, i vinduet",
    tal_en="share without an active offer, and in the broader form without an interview too, in the window",
    ejer="KL",
    god=False,
    anvendt_fra=2016,
    anvendt_til=None,
    kilder=(JOBINDSATS,),
)
TARGET_OFFERS = Measure(
    id="fokusmaal-tilbud",
    titel="Fokusmål 1: tilbud eller ordinære timer",
    titel_en="Target 1: offers or hours of ordinary work",
    population="ydelsesmodtagere med et ydelsesforløb på mindst 12 måneder, alle ydelser i § 2, stk. 2, samlet",
    population_en="people with a spell of at least 12 months on the benefits of § 2(2), taken together",
    tal="andel uden tilbud og uden nok ordinære timer i de seneste 12 måneder",
    tal_en="share without an offer and without enough hours of ordinary work in the last 12 months",
    ejer="STAR",
    god=False,
    anvendt_fra=2020,
    anvendt_til=2026,
    kilder=tuple(d.kilde for d in TARGET_HOURS),
    noter=("Kunne ikke udvælge kommuner for 2021 og 2022. Marts-juni 2020 indgår ikke i årets gennemsnit.",),
    noter_en=("Could not select municipalities for 2021 and 2022. March to June 2020 are no part of the yearly mean.",),
    gaelder_fra=FROM_1409,
    samlet_er_maalet=True,
    graense=_supervision(Fraction(20), Fraction(30), "§ 5, nr. 1"),
    valg=(HOURS_CHOICE,),
)
TARGET_TALKS = Measure(
    id="fokusmaal-samtaler",
    titel="Fokusmål 2: fire samtaler på 12 måneder",
    titel_en="Target 2: four interviews in 12 months",
    population=TARGET_OFFERS.population,
    population_en=TARGET_OFFERS.population_en,
    tal="andel med færre end fire samtaler i de seneste 12 måneder",
    tal_en="share with fewer than four interviews in the last 12 months",
    ejer="STAR",
    god=False,
    anvendt_fra=2020,
    anvendt_til=2026,
    kilder=tuple(d.kilde for d in TARGET_INTERVIEWS),
    noter=("Marts-juni 2020 indgår ikke i årets gennemsnit.",),
    noter_en=("March to June 2020 are no part of the yearly mean.",),
    gaelder_fra=FROM_1409,
    samlet_er_maalet=True,
    graense=_supervision(Fraction(20), Fraction(20), "§ 5, nr. 2"),
)
SUPERVISION = Measure(
    id="skaerpet-tilsyn",
    titel="Skærpet tilsyn",
    titel_en="Tightened supervision",
    population="kommunens årlige resultater",
    population_en="the municipality's yearly results",
    tal="trin: ikke omfattet, omfattet, forlænget, særligt krav, ophørt",
    tal_en="stage: not supervised, supervised, extended, special demand, ended",
    ejer="STAR",
    god=False,
    anvendt_fra=2022,
    anvendt_til=None,
    kilder=tuple(d.kilde for d in _supervision(0, 0, "§§ 6-13", "§§ 6-14")),
    gaelder_fra=FROM_1409,
    samlet_er_maalet=True,
    valg=(TARGETS_CHOICE, PROGRESS_CHOICE),
)
EARLY = Measure(
    id="tidlig-indsats",
    titel="Tidlig indsats",
    titel_en="Early effort",
    population="personer, der når 6 måneder på ydelsen i måneden",
    population_en="people who reach 6 months on the benefit in the month",
    tal="andel med mindst fire samtaler, og andel med et tilbud (grupper med pligt), ved 6 måneder",
    tal_en="share with at least four interviews, and share with an offer (groups with the duty), at 6 months",
    ejer="STAR",
    god=True,
    anvendt_fra=2021,
    anvendt_til=None,
    kilder=(STAR_EARLY,),
    noter=("Under 80 pct. seks måneder i træk markeres.",),
    noter_en=("Below 80 per cent six months running is marked.",),
    graense=(Dated(dt.date(2021, 1, 1), Fraction(80), STAR_EARLY),),
)

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {m.id: m for m in (SAMTALEDATA, ALL_MET, JOINT, PASSIVE, TARGET_OFFERS, TARGET_TALKS, SUPERVISION, EARLY)}
)

# --- labels ----------------------------------------------------------------------------------------------------------

#: The day of the new rules under each legal basis, marked in charts.
SWITCH: Mapping[str, dt.date] = MappingProxyType({"gaeldende": dt.date(2020, 1, 1), "aftale-2018": dt.date(2019, 7, 1)})


@frozen
class Published:
    """A figure that was published about a municipality; shown as a label only."""

    sted: str
    hvornaar: str
    gruppe: str
    pct: int
    sted_en: str = ""
    hvornaar_en: str = ""


PUBLISHED = (
    *(
        Published("Albertslund", "juni 2018", group, share, hvornaar_en="June 2018")
        for group, share in (
            ("dagpengemodtager", 40),
            ("jobparat", 38),
            ("aktivitetsparat", 77),
            ("sygedagpengemodtager", 65),
            ("uddannelsesparat", 42),
            ("aktivitetsparat-ung", 31),
        )
    ),
    Published("Hele landet", "2018", "alle", 64, sted_en="The whole country"),
    Published("Lejre", "2018", "alle", 43),
    Published(
        "Varde",
        "marts 2018 (87 personer, altså 39)",
        "dagpengemodtager",
        45,
        hvornaar_en="March 2018 (87 people, that is 39)",
    ),
)
