"""What events, schemes and fields are called in running text."""

from __future__ import annotations

from typing import Final, NamedTuple


class Ting(NamedTuple):
    """An event in running text: as known (`den første henvendelse`) and as new (`en første henvendelse`)."""

    bestemt: tuple[str, str]
    ubestemt: tuple[str, str]


def _t(da: str, da_ny: str, en: str, en_ny: str) -> Ting:
    return Ting((da, en), (da_ny, en_ny))


HAENDELSER: Final = {
    "foerste-henvendelse": _t(
        "den første henvendelse", "en første henvendelse", "the first contact", "a first contact"
    ),
    "tilmelding": _t(
        "tilmeldingen som arbejdssøgende",
        "en tilmelding som arbejdssøgende",
        "the registration as a jobseeker",
        "a registration as a jobseeker",
    ),
    "afmelding": _t(
        "afmeldingen som arbejdssøgende",
        "en afmelding som arbejdssøgende",
        "the de-registration as a jobseeker",
        "a de-registration as a jobseeker",
    ),
    "indplacering": _t(
        "indplaceringen i dagpengeperioden",
        "en indplacering i en dagpengeperiode",
        "the placement in the benefit period",
        "a placement in a benefit period",
    ),
    "ret-genoptjent": _t(
        "den dag, retten til dagpenge var genoptjent",
        "at retten til dagpenge er genoptjent",
        "the day the right to benefit had been earned anew",
        "that the right to benefit was earned anew",
    ),
    "foerste-fravaersdag": _t(
        "den første fraværsdag", "en første fraværsdag", "the first day of absence", "a first day of absence"
    ),
    "overgang-til-jobcenter": _t(
        "jobcenterets overtagelse af forløbet",
        "en overgang til jobcenteret",
        "the job centre's take-over of the course",
        "a hand-over to the job centre",
    ),
    "visitation-fleksjob": _t(
        "visitationen til fleksjob",
        "en visitation til fleksjob",
        "the approval for a flexible job",
        "an approval for a flexible job",
    ),
    "overtagelse": _t(
        "kommunens overtagelse af integrationsansvaret",
        "at kommunen har overtaget integrationsansvaret",
        "the municipality's take-over of the integration responsibility",
        "that the municipality took over the integration responsibility",
    ),
    "visitation-integration": _t(
        "visitationen efter integrationsloven",
        "en visitation efter integrationsloven",
        "the assessment under the Integration Act",
        "an assessment under the Integration Act",
    ),
    "maal-opfyldt": _t(
        "opfyldelsen af integrationskontraktens mål",
        "at integrationskontraktens mål er opfyldt",
        "the fulfilment of the integration contract's goals",
        "that the integration contract's goals were met",
    ),
    "fast-track-anmodning": _t(
        "anmodningen om fast track",
        "en anmodning om fast track",
        "the request for fast track",
        "a request for fast track",
    ),
    "fast-track-afslag": _t(
        "den sygemeldtes nej til fast track",
        "at den sygemeldte har sagt nej til fast track",
        "the employee's no to fast track",
        "that the employee said no to fast track",
    ),
    "raskmelding-ventet": _t(
        "den ventede raskmelding", "en ventet raskmelding", "the expected recovery", "an expected recovery"
    ),
    "kontrolaktion": _t(
        "meddelelsen om kontrolaktionen",
        "en meddelelse om en kontrolaktion",
        "the notice of the control action",
        "a notice of a control action",
    ),
    "anmodning-om-samtale": _t(
        "anmodningen om en samtale",
        "en anmodning om en samtale",
        "the request for an interview",
        "a request for an interview",
    ),
    "anmodning-jobrettet-uddannelse": _t(
        "anmodningen om jobrettet uddannelse",
        "en anmodning om jobrettet uddannelse",
        "the request for job-oriented education",
        "a request for job-oriented education",
    ),
    "systematisk-henvisning": _t(
        "den systematiske henvisning til job",
        "en systematisk henvisning til job",
        "the systematic referral to jobs",
        "a systematic referral to jobs",
    ),
    "intensiveret-forloeb": _t(
        "starten på det intensiverede jobafklaringsforløb",
        "et intensiveret jobafklaringsforløb",
        "the start of the intensified job clarification course",
        "an intensified job clarification course",
    ),
    "behov-for-a-kasse": _t(
        "behovet for, at a-kassen deltager",
        "et behov for, at a-kassen deltager",
        "the need for the unemployment fund to take part",
        "a need for the unemployment fund to take part",
    ),
    "a-kasse-fravalg": _t(
        "fravalget af a-kassens deltagelse",
        "et fravalg af a-kassens deltagelse",
        "the opting out of the unemployment fund's participation",
        "an opting out of the unemployment fund's participation",
    ),
    "a-kasse-tilvalg": _t(
        "tilvalget af a-kassens deltagelse",
        "et tilvalg af a-kassens deltagelse",
        "the opting in to the unemployment fund's participation",
        "an opting in to the unemployment fund's participation",
    ),
    "foedsel": _t("fødslen", "en fødsel", "the birth", "a birth"),
}
"""Every kind of event."""

# What the person or the course is, where a field has a value; `{}` stands for "ikke " or "not " where it is denied.
FELTER: Final = {
    ("i_ansaettelse", True): ("borgeren {}er i ansættelse", "the person is {}employed"),
    ("forudsigeligt", True): ("sygdomsforløbet {}er forudsigeligt", "the course of the illness is {}predictable"),
    ("ledig_forsikret", True): ("borgeren {}er ledig og forsikret", "the person is {}unemployed and insured"),
    ("haendelse.af", "arbejdsgiver"): ("anmodningen {}kom fra arbejdsgiveren", "the request was {}the employer's"),
    ("haendelse.af", "sygemeldt"): ("anmodningen {}kom fra den sygemeldte", "the request was {}the employee's"),
    ("haendelse.udland", True): (
        "kontrolaktionen {}viste ophold i udlandet",
        "the control action did {}show a stay abroad",
    ),
    ("haendelse.udland", None): (
        "det {}er uoplyst, om kontrolaktionen viste ophold i udlandet",
        "it is {}unknown whether the control action showed a stay abroad",
    ),
    ("skift", "opholdskrav"): (
        "ydelsen {}skiftede alene, fordi opholdskravet blev opfyldt",
        "the benefit did {}change only because the residence condition was met",
    ),
}
"""A field of a spell or an event with a value, as a clause."""
