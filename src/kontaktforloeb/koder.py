"""Every closed list of codes that a case or a verdict may hold, with labels in Danish and English.

The codes are what users write and read back, so they are Danish in ASCII; the
labels are for people and spelled in full. A member *is* its code: it compares,
hashes, sorts and prints as the plain string, so the records of `sag` hold plain
strings and nothing has to be converted.

Nothing here is law. The one table that comes near it, `YDELSER`, only says which
benefit can stand beside which group, so that a slip in a record is found early.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final, Self

__all__ = [
    "DFDG",
    "KONTANTHJAELPSREFORM",
    "SAMLET_ORDEN",
    "YDELSER",
    "YDELSER_EFTER_REFORM",
    "Aarsag",
    "Ansvarlig",
    "FastTrackAf",
    "Formaal",
    "Forsikring",
    "Fravalg",
    "Fritagelsesgrund",
    "Haendelsesart",
    "HoldtAf",
    "Kode",
    "Lovgrundlag",
    "Maalgruppe",
    "Ordningsart",
    "Samtaleart",
    "Samtaleform",
    "Samtalestatus",
    "Skift",
    "Sprog",
    "Tilbudsart",
    "Tilbudsstatus",
    "Udfald",
    "Undergrund",
    "Ydelse",
    "dfdg_kode",
    "holder",
    "ydelse_passer",
]


class Kode(StrEnum):
    """A code with its label in Danish (`da`) and in English (`en`).

    >>> Maalgruppe("jobparat") == "jobparat"
    True
    >>> Maalgruppe.AABENLYST_UDDANNELSESPARAT.tekst()
    'åbenlyst uddannelsesparat'
    >>> Maalgruppe.AABENLYST_UDDANNELSESPARAT.tekst("en")
    'obviously ready for education'
    """

    da: str
    en: str

    def __new__(cls, kode: str, da: str, en: str) -> Self:
        """Make the member: its text is the code, its attributes the labels."""
        self = str.__new__(cls, kode)
        self._value_ = kode
        self.da = da
        self.en = en
        return self

    def tekst(self, sprog: str = "da") -> str:
        """Return the label in `sprog`: `da` (default) or `en`."""
        return self.en if sprog == "en" else self.da

    @classmethod
    def koder(cls) -> tuple[str, ...]:
        """Return the codes as plain strings, in the order of the contract.

        >>> Forsikring.koder()
        ('fuldtid', 'deltid')
        """
        return tuple(str(member.value) for member in cls)


class Sprog(Kode):
    """The languages of prose."""

    DA = "da", "dansk", "Danish"
    EN = "en", "engelsk", "English"


class Lovgrundlag(Kode):
    """The legal basis that the caller chooses."""

    GAELDENDE = "gaeldende", "gældende ret på hver dag", "the law in force on each day"
    AFTALE_2018 = "aftale-2018", "efter aftalen af 23. august 2018", "as announced in the agreement of 23 August 2018"


class Maalgruppe(Kode):
    """The target groups. The acts number them differently; these names are independent of the act."""

    DAGPENGEMODTAGER = "dagpengemodtager", "dagpengemodtager", "insured unemployed person"
    JOBPARAT = "jobparat", "jobparat", "job-ready"
    AKTIVITETSPARAT = "aktivitetsparat", "aktivitetsparat", "activity-ready"
    AABENLYST_UDDANNELSESPARAT = (
        "aabenlyst-uddannelsesparat",
        "åbenlyst uddannelsesparat",
        "obviously ready for education",
    )
    UDDANNELSESPARAT = "uddannelsesparat", "uddannelsesparat", "ready for education"
    AKTIVITETSPARAT_UNG = (
        "aktivitetsparat-ung",
        "aktivitetsparat under 30 år uden erhvervskompetencegivende uddannelse",
        "activity-ready, under 30 without vocational education",
    )
    SYGEDAGPENGEMODTAGER = "sygedagpengemodtager", "sygedagpengemodtager", "sickness benefit recipient"
    JOBAFKLARING = "jobafklaring", "person i jobafklaringsforløb", "person in a job clarification course"
    RESSOURCEFORLOEB = "ressourceforloeb", "person i ressourceforløb", "person in a resource course"
    LEDIGHEDSYDELSE = (
        "ledighedsydelse",
        "modtager af ledighedsydelse",
        "person approved for a flexible job, on ledighedsydelse",
    )
    FLEKSJOB = "fleksjob", "ansat i fleksjob", "employed in a flexible job"
    REVALIDEND = "revalidend", "revalidend", "person in rehabilitation"
    FOERTIDSPENSIONIST = "foertidspensionist", "førtidspensionist", "disability pensioner"
    SELVFORSOERGENDE = "selvforsoergende", "selvforsørgende", "self-supporting person"
    UNDER_18 = "under-18", "person under 18 år", "person under 18"
    NYUDDANNET_HANDICAP = "nyuddannet-handicap", "nyuddannet med handicap", "newly educated person with a disability"
    INTEGRATIONSPROGRAM = (
        "integrationsprogram",
        "deltager i integrationsprogram",
        "participant in the integration programme",
    )


class Ydelse(Kode):
    """The benefits. `ingen` is a spell without any."""

    DAGPENGE = "dagpenge", "dagpenge", "unemployment insurance benefit"
    KONTANTHJAELP = "kontanthjaelp", "kontanthjælp", "cash assistance"
    UDDANNELSESHJAELP = "uddannelseshjaelp", "uddannelseshjælp", "education assistance"
    INTEGRATIONSYDELSE = "integrationsydelse", "integrationsydelse", "integration benefit"
    OVERGANGSYDELSE = "overgangsydelse", "overgangsydelse", "transitional benefit"
    SHO_YDELSE = "sho-ydelse", "selvforsørgelses- og hjemrejseydelse", "self-support and return benefit"
    SYGEDAGPENGE = "sygedagpenge", "sygedagpenge", "sickness benefit"
    RESSOURCEFORLOEBSYDELSE = "ressourceforloebsydelse", "ressourceforløbsydelse", "resource course benefit"
    LEDIGHEDSYDELSE = "ledighedsydelse", "ledighedsydelse", "unemployment benefit for flexible jobs (ledighedsydelse)"
    REVALIDERINGSYDELSE = "revalideringsydelse", "revalideringsydelse", "rehabilitation benefit"
    FOERTIDSPENSION = "foertidspension", "førtidspension", "disability pension"
    LOENTILSKUD = "loentilskud", "løntilskud", "wage subsidy"
    INGEN = "ingen", "ingen ydelse", "no benefit"


class Forsikring(Kode):
    """Full-time or part-time insured."""

    FULDTID = "fuldtid", "fuldtidsforsikret", "full-time insured"
    DELTID = "deltid", "deltidsforsikret", "part-time insured"


class Skift(Kode):
    """Why a benefit changed, where the reason keeps the clock running."""

    OPHOLDSKRAV = (
        "opholdskrav",
        "alene fordi opholdskravet blev opfyldt",
        "only because the residence condition was met",
    )


class Haendelsesart(Kode):
    """What can happen on a day (`haendelser.art`)."""

    FOERSTE_HENVENDELSE = "foerste-henvendelse", "første henvendelse", "first contact"
    TILMELDING = "tilmelding", "tilmelding som arbejdssøgende", "registration as a jobseeker"
    AFMELDING = "afmelding", "afmelding som arbejdssøgende", "de-registration as a jobseeker"
    INDPLACERING = "indplacering", "indplacering i dagpengeperiode", "placement in a benefit period"
    RET_GENOPTJENT = "ret-genoptjent", "ret til dagpenge genoptjent", "right to benefit earned anew"
    FOERSTE_FRAVAERSDAG = "foerste-fravaersdag", "første fraværsdag", "first day of absence"
    OVERGANG_TIL_JOBCENTER = "overgang-til-jobcenter", "overgang til jobcenteret", "hand-over to the job centre"
    VISITATION_FLEKSJOB = "visitation-fleksjob", "visitation til fleksjob", "approval for a flexible job"
    OVERTAGELSE = (
        "overtagelse",
        "kommunens overtagelse af integrationsansvaret",
        "the municipality took over the integration responsibility",
    )
    VISITATION_INTEGRATION = (
        "visitation-integration",
        "visitation efter integrationsloven",
        "assessment under the Integration Act",
    )
    MAAL_OPFYLDT = "maal-opfyldt", "integrationskontraktens mål opfyldt", "goals of the integration contract met"
    FAST_TRACK_ANMODNING = "fast-track-anmodning", "anmodning om fast track", "request for fast track"
    FAST_TRACK_AFSLAG = (
        "fast-track-afslag",
        "den sygemeldte har afslået fast track",
        "fast track declined by the employee",
    )
    RASKMELDING_VENTET = "raskmelding-ventet", "forventet raskmelding", "expected recovery"
    KONTROLAKTION = "kontrolaktion", "kontrolaktion", "control action"
    ANMODNING_OM_SAMTALE = "anmodning-om-samtale", "anmodning om samtale", "request for an interview"
    ANMODNING_JOBRETTET_UDDANNELSE = (
        "anmodning-jobrettet-uddannelse",
        "anmodning om jobrettet uddannelse",
        "request for job-oriented education",
    )
    SYSTEMATISK_HENVISNING = "systematisk-henvisning", "systematisk henvisning til job", "systematic referral to jobs"
    INTENSIVERET_FORLOEB = (
        "intensiveret-forloeb",
        "intensiveret jobafklaringsforløb",
        "intensified job clarification course",
    )
    BEHOV_FOR_A_KASSE = (
        "behov-for-a-kasse",
        "behov for, at a-kassen deltager",
        "need for the unemployment fund to take part",
    )
    A_KASSE_FRAVALG = (
        "a-kasse-fravalg",
        "a-kassens deltagelse fravalgt",
        "participation of the unemployment fund declined",
    )
    A_KASSE_TILVALG = (
        "a-kasse-tilvalg",
        "a-kassens deltagelse tilvalgt",
        "participation of the unemployment fund accepted",
    )
    FOEDSEL = "foedsel", "fødsel", "birth"


class FastTrackAf(Kode):
    """Who asked for fast track (`haendelser.af`)."""

    ARBEJDSGIVER = "arbejdsgiver", "arbejdsgiveren", "the employer"
    SYGEMELDT = "sygemeldt", "den sygemeldte", "the person on sick leave"


class Fravalg(Kode):
    """What a refusal of the a-kasse covers (`haendelser.gaelder`)."""

    NAESTE = "naeste", "den næste samtale", "the next interview"
    ALLE = "alle", "alle samtaler", "all interviews"


class Samtaleart(Kode):
    """The kinds of interview (`samtaler.art`)."""

    JOBSAMTALE = "jobsamtale", "jobsamtale", "job interview"
    FAELLES_JOBSAMTALE = "faelles-jobsamtale", "fælles jobsamtale", "joint job interview"
    CV_SAMTALE = "cv-samtale", "cv-samtale", "CV interview"
    RAADIGHEDSSAMTALE = "raadighedssamtale", "rådighedssamtale", "availability interview"
    OPFOELGNINGSSAMTALE = "opfoelgningssamtale", "opfølgningssamtale", "follow-up interview"
    INFORMATIONSMOEDE = "informationsmoede", "informationsmøde", "information meeting"
    GRUPPEMOEDE = "gruppemoede", "gruppemøde", "group meeting"
    ANDEN = "anden", "anden samtale", "other interview"


class Samtaleform(Kode):
    """How an interview was held (`samtaler.form`)."""

    FREMMOEDE = "fremmoede", "personligt fremmøde", "in person"
    TELEFON = "telefon", "telefon", "by phone"
    VIDEO = "video", "video", "by video"
    DIGITAL = "digital", "digitalt", "digitally"
    BREV = "brev", "brev", "by letter"
    STANDBY = "standby", "standby (opfølgning uden kontakt)", "standby (follow-up without contact)"


class Samtalestatus(Kode):
    """What became of an interview (`samtaler.status`); only `afholdt` is held."""

    AFHOLDT = "afholdt", "afholdt", "held"
    UDEBLEVET = "udeblevet", "udeblevet", "no-show"
    AFLYST = "aflyst", "aflyst", "cancelled"
    INDKALDT = "indkaldt", "indkaldt", "summoned"
    TILBUDT = "tilbudt", "tilbudt", "offered"


class HoldtAf(Kode):
    """Who held an interview (`samtaler.holdt_af`)."""

    JOBCENTER = "jobcenter", "jobcenteret", "the job centre"
    A_KASSE = "a-kasse", "a-kassen", "the unemployment fund"
    ANDEN_AKTOER = "anden-aktoer", "anden aktør", "another provider"


class Formaal(Kode):
    """The purpose an interview was marked with (`samtaler.formaal`)."""

    SEKSTEN_MAANEDER = "16-maaneder", "samtalen senest efter 16 måneder", "the interview at 16 months"
    VEJLEDNING_JOBRETTET_UDDANNELSE = (
        "vejledning-jobrettet-uddannelse",
        "vejledning om jobrettet uddannelse",
        "guidance on job-oriented education",
    )


class Tilbudsart(Kode):
    """The kinds of offer (`tilbud.art`)."""

    ORDINAER_UDDANNELSE = "ordinaer-uddannelse", "ordinær uddannelse", "ordinary education"
    OEVRIG_VEJLEDNING_OPKVALIFICERING = (
        "oevrig-vejledning-opkvalificering",
        "øvrig vejledning og opkvalificering",
        "other guidance and upskilling",
    )
    VIRKSOMHEDSPRAKTIK = "virksomhedspraktik", "virksomhedspraktik", "company traineeship"
    NYTTEINDSATS = "nytteindsats", "nytteindsats", "community service placement"
    LOENTILSKUD = "loentilskud", "ansættelse med løntilskud", "employment with wage subsidy"
    LSR_KURSUS = "lsr-kursus", "læse-, skrive-, regne- eller ordblindekursus", "literacy or numeracy course"
    REALKOMPETENCEVURDERING = "realkompetencevurdering", "realkompetencevurdering", "assessment of prior learning"
    MENTOR = "mentor", "mentorstøtte", "mentor support"
    JOBRETTET_UDDANNELSE = "jobrettet-uddannelse", "jobrettet uddannelse", "job-oriented education"


class Tilbudsstatus(Kode):
    """What became of an offer (`tilbud.status`); the dates decide where they disagree."""

    PLANLAGT = "planlagt", "planlagt", "planned"
    I_GANG = "i-gang", "i gang", "in progress"
    GENNEMFOERT = "gennemfoert", "gennemført", "completed"
    AFBRUDT = "afbrudt", "afbrudt", "broken off"
    ANNULLERET = "annulleret", "annulleret", "annulled"


class Aarsag(Kode):
    """Why an offer was broken off (`tilbud.aarsag`)."""

    HENVIST_JOB = "henvist-job", "overgået til henvist job", "left for a referred job"
    JOBCENTER = "jobcenter", "afbrudt af jobcenteret", "ended by the job centre"
    BORGER = "borger", "afbrudt af borgeren", "ended by the citizen"
    SYGDOM = "sygdom", "sygdom", "illness"
    UKENDT = "ukendt", "ukendt årsag", "cause unknown"


class Fritagelsesgrund(Kode):
    """The grounds that lift requirements (`fritagelser.grund`)."""

    BARSEL = "barsel", "barsel", "parental leave"
    SORGORLOV = "sorgorlov", "sorgorlov", "bereavement leave"
    MINDRE_INTENSIV_INDSATS = "mindre-intensiv-indsats", "mindre intensiv indsats", "less intensive effort"
    JOBRETTET_UDDANNELSE = (
        "jobrettet-uddannelse",
        "jobrettet uddannelse på fuld tid",
        "full-time job-oriented education",
    )
    STU = "stu", "særligt tilrettelagt ungdomsuddannelse (STU)", "specially planned youth education (STU)"
    UDEN_OPTJENT_FOLKEPENSION = (
        "uden-optjent-folkepension",
        "folkepensionsalder uden optjent ret til folkepension",
        "pension age without accrued state pension",
    )
    UDEN_OPTJENT_FOERTIDSPENSION = (
        "uden-optjent-foertidspension",
        "uden optjent ret til førtidspension",
        "without accrued disability pension",
    )
    UNDER_18_UDEN_FORSOERGER = (
        "under-18-uden-forsoerger",
        "under 18 år uden forældre, der kan forsørge",
        "under 18 without parents to support them",
    )
    DOM_ANBRINGELSE = "dom-anbringelse", "anbragt efter dom", "placed by judgment"
    STANDBY = "standby", "standby", "standby"
    RIMELIG_GRUND = (
        "rimelig-grund",
        "rimelig grund efter aktivloven",
        "reasonable ground under the Active Social Policy Act",
    )
    FERIE = "ferie", "ferie", "holiday"
    SYGDOM_FOERSTE_14_DAGE = (
        "sygdom-foerste-14-dage",
        "de første 14 dages sygdom på dagpenge",
        "first 14 days of sickness on dagpenge",
    )
    KONTRAKT_INDEN_4_UGER = (
        "kontrakt-inden-4-uger",
        "kontrakt, der begynder inden 4 uger",
        "contract that begins within 4 weeks",
    )
    KAN_IKKE_DELTAGE = "kan-ikke-deltage", "kan ikke deltage i tilbud", "cannot take part in offers"
    REPATRIERING = "repatriering", "repatrieringsforløb", "repatriation course"


class Undergrund(Kode):
    """What mindre intensiv indsats rests on (`fritagelser.undergrund`)."""

    JOB = "job", "ordinært job inden for 6 uger", "ordinary job within 6 weeks"
    FLEKSJOB = "fleksjob", "fleksjob inden for 6 uger", "flexible job within 6 weeks"
    BARSEL = "barsel", "barsel inden for 6 uger", "parental leave within 6 weeks"
    PENSION = (
        "pension",
        "pension, efterløn eller fleksydelse inden for 6 uger",
        "pension or early retirement within 6 weeks",
    )
    UDDANNELSE = "uddannelse", "uddannelse på fuld tid inden for 6 uger", "full-time education within 6 weeks"
    HJEMSENDT = (
        "hjemsendt",
        "hjemsendt på grund af vejr eller materialemangel",
        "sent home by weather or lack of materials",
    )
    ARBEJDSFORDELING = "arbejdsfordeling", "arbejdsfordeling", "work-sharing"


class Ordningsart(Kode):
    """The schemes a person or municipality can be in (`ordninger.art`)."""

    FORSOEGSKOMMUNE = "forsoegskommune", "kommunen deltager i frikommuneforsøg", "the municipality is in a trial"
    A_KASSEFORSOEG = (
        "a-kasseforsoeg",
        "forsøg med mere ansvar til a-kasserne",
        "trial with more responsibility for the unemployment funds",
    )
    ARBEJDSPLIGT = "arbejdspligt", "arbejdspligt", "work duty"
    VISITERET_TIL_JOBCENTER = "visiteret-til-jobcenter", "visiteret til jobcenteret", "referred to the job centre"
    FORDREVET_FRA_UKRAINE = "fordrevet-fra-ukraine", "fordrevet fra Ukraine", "displaced from Ukraine"
    NEDLUKKET_KOMMUNE = "nedlukket-kommune", "nedlukket kommune", "municipality in lockdown"


class Udfald(Kode):
    """The outcomes of a requirement."""

    OPFYLDT = "opfyldt", "opfyldt", "met"
    OPFYLDT_FOR_SENT = "opfyldt-for-sent", "opfyldt for sent", "met late"
    IKKE_OPFYLDT = "ikke-opfyldt", "ikke opfyldt", "not met"
    AFVENTER = "afventer", "afventer", "pending"
    BORTFALDET = "bortfaldet", "bortfaldet", "lapsed"
    UAFKLARET = "uafklaret", "uafklaret", "undetermined"
    INTET_KRAV = "intet-krav", "intet krav", "no requirement"


class Ansvarlig(Kode):
    """Who answers for a requirement."""

    JOBCENTER = "jobcenter", "jobcenteret", "the job centre"
    A_KASSE = "a-kasse", "a-kassen", "the unemployment fund"
    KOMMUNE = "kommune", "kommunen", "the municipality"


SAMLET_ORDEN: Final = (
    Udfald.IKKE_OPFYLDT,
    Udfald.UAFKLARET,
    Udfald.OPFYLDT_FOR_SENT,
    Udfald.AFVENTER,
    Udfald.OPFYLDT,
    Udfald.BORTFALDET,
    Udfald.INTET_KRAV,
)
"""The outcomes from worst to best: `samlet` is the first of these that occurs."""


# The kinds of contact in the data model of the employment field (DFDG). Two codes can
# mean one kind, so reading goes through this table and writing through `dfdg_kode`.
DFDG: Final[dict[int, tuple[Samtaleart, HoldtAf | None]]] = {
    4: (Samtaleart.OPFOELGNINGSSAMTALE, None),
    7: (Samtaleart.JOBSAMTALE, None),
    9: (Samtaleart.INFORMATIONSMOEDE, None),
    10: (Samtaleart.CV_SAMTALE, None),
    13: (Samtaleart.INFORMATIONSMOEDE, None),
    15: (Samtaleart.RAADIGHEDSSAMTALE, None),
    17: (Samtaleart.JOBSAMTALE, HoldtAf.A_KASSE),
    19: (Samtaleart.FAELLES_JOBSAMTALE, None),
}
"""DFDG contact code -> kind of interview, and who held it where the code says so."""

_DFDG_A_KASSE: Final = 17
_DFDG_ART: Final[dict[str, int]] = {
    Samtaleart.OPFOELGNINGSSAMTALE: 4,
    Samtaleart.JOBSAMTALE: 7,
    Samtaleart.INFORMATIONSMOEDE: 9,
    Samtaleart.CV_SAMTALE: 10,
    Samtaleart.RAADIGHEDSSAMTALE: 15,
    Samtaleart.FAELLES_JOBSAMTALE: 19,
}


def dfdg_kode(art: str, holdt_af: str | None = None) -> int | None:
    """Return the DFDG code of a kind of interview, or None where DFDG has none.

    >>> dfdg_kode("jobsamtale"), dfdg_kode("jobsamtale", "a-kasse"), dfdg_kode("gruppemoede")
    (7, 17, None)
    """
    if art == Samtaleart.JOBSAMTALE and holdt_af == HoldtAf.A_KASSE:
        return _DFDG_A_KASSE
    return _DFDG_ART.get(art)


_A_KASSENS: Final = frozenset({"cv-samtale", "raadighedssamtale"})


def holder(art: str, holdt_af: str | None) -> str:
    """Return who held an interview; an absent holder is the one that kind of interview normally has.

    >>> holder("jobsamtale", None), holder("cv-samtale", None), holder("cv-samtale", "jobcenter")
    ('jobcenter', 'a-kasse', 'jobcenter')
    """
    return holdt_af or ("a-kasse" if art in _A_KASSENS else "jobcenter")


_AKTIV = frozenset(
    {Ydelse.KONTANTHJAELP, Ydelse.INTEGRATIONSYDELSE, Ydelse.OVERGANGSYDELSE, Ydelse.SHO_YDELSE, Ydelse.LOENTILSKUD}
)
_UNG = frozenset(
    {Ydelse.UDDANNELSESHJAELP, Ydelse.INTEGRATIONSYDELSE, Ydelse.OVERGANGSYDELSE, Ydelse.SHO_YDELSE, Ydelse.LOENTILSKUD}
)

# Wide on purpose: a benefit is left out only where it cannot be meant. Løntilskud counts on
# the clocks as benefit and is open to nearly every group; revalidering may begin on
# the benefit the person already has (forrevalidering); fleksjob and the last groups have
# no benefit of their own.
YDELSER: Final[dict[Maalgruppe, frozenset[Ydelse]]] = {
    Maalgruppe.DAGPENGEMODTAGER: frozenset({Ydelse.DAGPENGE, Ydelse.LOENTILSKUD}),
    Maalgruppe.JOBPARAT: _AKTIV,
    Maalgruppe.AKTIVITETSPARAT: _AKTIV,
    Maalgruppe.AABENLYST_UDDANNELSESPARAT: _UNG,
    Maalgruppe.UDDANNELSESPARAT: _UNG,
    Maalgruppe.AKTIVITETSPARAT_UNG: _UNG,
    Maalgruppe.SYGEDAGPENGEMODTAGER: frozenset({Ydelse.SYGEDAGPENGE, Ydelse.LOENTILSKUD}),
    Maalgruppe.JOBAFKLARING: frozenset({Ydelse.RESSOURCEFORLOEBSYDELSE, Ydelse.LOENTILSKUD}),
    Maalgruppe.RESSOURCEFORLOEB: frozenset({Ydelse.RESSOURCEFORLOEBSYDELSE, Ydelse.LOENTILSKUD}),
    Maalgruppe.LEDIGHEDSYDELSE: frozenset({Ydelse.LEDIGHEDSYDELSE, Ydelse.LOENTILSKUD}),
    Maalgruppe.FLEKSJOB: frozenset({Ydelse.INGEN, Ydelse.LEDIGHEDSYDELSE, Ydelse.LOENTILSKUD}),
    Maalgruppe.REVALIDEND: _AKTIV | _UNG | {Ydelse.REVALIDERINGSYDELSE, Ydelse.INGEN},
    Maalgruppe.FOERTIDSPENSIONIST: frozenset({Ydelse.FOERTIDSPENSION, Ydelse.LOENTILSKUD}),
    Maalgruppe.SELVFORSOERGENDE: frozenset({Ydelse.INGEN}),
    Maalgruppe.UNDER_18: frozenset({Ydelse.INGEN}),
    Maalgruppe.NYUDDANNET_HANDICAP: frozenset({Ydelse.INGEN, Ydelse.LOENTILSKUD}),
    Maalgruppe.INTEGRATIONSPROGRAM: frozenset(
        {Ydelse.INTEGRATIONSYDELSE, Ydelse.OVERGANGSYDELSE, Ydelse.SHO_YDELSE, Ydelse.LOENTILSKUD, Ydelse.INGEN}
    ),
}
"""Which benefits fit which group."""

KONTANTHJAELPSREFORM: Final = dt.date(2025, 7, 1)
"""From this day (lov 1655/2024) kontanthjælp takes the place of uddannelseshjælp and overgangsydelse."""

YDELSER_EFTER_REFORM: Final[dict[Maalgruppe, frozenset[Ydelse]]] = {
    **YDELSER,
    Maalgruppe.AABENLYST_UDDANNELSESPARAT: _UNG | _AKTIV,
    Maalgruppe.UDDANNELSESPARAT: _UNG | _AKTIV,
    Maalgruppe.AKTIVITETSPARAT_UNG: _UNG | _AKTIV,
    Maalgruppe.INTEGRATIONSPROGRAM: YDELSER[Maalgruppe.INTEGRATIONSPROGRAM] | {Ydelse.KONTANTHJAELP},
}
"""The same for spells that begin on `KONTANTHJAELPSREFORM` or later. What the reform ended is not refused."""

# The same two tables as pairs of plain strings: one lookup a spell when a case is read.
_PAR: Final = frozenset((str(g.value), str(y.value)) for g, ys in YDELSER.items() for y in ys)
_PAR_EFTER_REFORM: Final = frozenset((str(g.value), str(y.value)) for g, ys in YDELSER_EFTER_REFORM.items() for y in ys)


def ydelse_passer(maalgruppe: str, ydelse: str, fra: dt.date) -> bool:
    """Return whether a spell of `ydelse` that begins on `fra` can belong to `maalgruppe`.

    >>> ydelse_passer("jobparat", "kontanthjaelp", dt.date(2019, 3, 4))
    True
    >>> ydelse_passer("uddannelsesparat", "kontanthjaelp", dt.date(2025, 6, 30))
    False
    >>> ydelse_passer("uddannelsesparat", "kontanthjaelp", dt.date(2025, 7, 1))
    True
    """
    pair = (maalgruppe, ydelse)
    return pair in _PAR or (fra >= KONTANTHJAELPSREFORM and pair in _PAR_EFTER_REFORM)
