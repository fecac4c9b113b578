"""The bench's way into the package: what the form is made of, and a case judged and written as HTML."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from importlib.resources import files
from typing import Any

import kontaktforloeb as kf
from kontaktforloeb import koder
from kontaktforloeb.formater import sag_json
from kontaktforloeb.formater.felter import FELTER, LISTER, Felt
from kontaktforloeb.kommandolinje.kommandoer import json_text
from kontaktforloeb.ret.lovgrundlag import LOVGRUNDLAG
from kontaktforloeb.visning.html import Report

_KINDS = [k for k in vars(koder).values() if isinstance(k, type) and issubclass(k, koder.Kode) and k is not koder.Kode]
_READINGS = kf.fortolkninger()


def _field(felt: Felt) -> dict[str, Any]:
    kind = next((k for k in _KINDS if felt.koder and k.koder() == felt.koder), None)
    codes = [[str(c), kind(c).tekst() if kind else str(c)] for c in felt.koder]
    return {
        "navn": felt.navn,
        "slags": felt.slags.name,
        "om": felt.om.rstrip("."),
        "kraevet": felt.kraevet,
        "koder": codes,
        "heltal": bool(felt.koder) and isinstance(felt.koder[0], int),
    }


@cache
def options() -> str:
    """What the form is made of, as JSON."""
    folder = files("kontaktforloeb").joinpath("eksempler")
    listed = json.loads(folder.joinpath("oversigt.json").read_text(encoding="utf-8"))
    for row in listed:
        row["sag"] = json.loads(folder.joinpath(row["sag"]).read_text(encoding="utf-8"))
    return json.dumps(
        {
            "version": kf.__version__,
            "felter": [_field(f) for f in FELTER if f.navn != "format"],
            "lister": [
                {"navn": x.navn, "om": x.om, "kraevet": x.kraevet, "felter": [_field(f) for f in x.felter]}
                for x in LISTER
            ],
            "fortolkninger": [r.som_dict() for r in _READINGS],
            "lovgrundlag": [
                {"navn": g.navn, "titel": koder.Lovgrundlag(g.navn).tekst(), "skift": g.skift.isoformat()}
                for g in LOVGRUNDLAG
            ],
            "eksempler": listed,
        },
        ensure_ascii=False,
    )


def _faults(fault: kf.Sagsfejl) -> str:
    return json.dumps(
        {"fejl": [{"sti": f.sti, "tekst": str(f)} for f in fault.fejl], "antal": fault.antal}, ensure_ascii=False
    )


def judge(request: str) -> str:
    """A case judged: `html` for the page, `json` as the command line writes it, or `fejl`."""
    asked = json.loads(request)
    try:
        sag = sag_json.laes_dokument(json.dumps(asked["sag"], ensure_ascii=False))
        try:
            pr = dt.date.fromisoformat(asked["pr"])
        except ValueError:
            return json.dumps({"fejl": [{"sti": "pr", "tekst": "pr: vælg den dag, der skal vurderes på."}], "antal": 1})
        vurdering = kf.vurder(sag, pr=pr, lovgrundlag=asked["lovgrundlag"], fortolkninger=asked["fortolkninger"])
    except kf.Sagsfejl as fault:
        return _faults(fault)
    page = Report("da", _READINGS, alone=False)
    body = page.add(vurdering, sag)
    return json.dumps(
        {
            "html": body,
            "json": json_text(vurdering.som_dict(), pretty=True),
            "samlet": koder.Udfald(vurdering.samlet).tekst(),
            "krav": len(vurdering.krav),
        },
        ensure_ascii=False,
    )


def warm() -> None:
    """Judge every example once, so that everything is imported and the law is compiled before memory is kept."""
    for row in json.loads(options())["eksempler"]:
        judge(json.dumps({name: row[name] for name in ("sag", "pr", "lovgrundlag", "fortolkninger")}))
