"""The fingerprint of a body of law: the same rules give the same, on every machine and Python."""

from __future__ import annotations

import hashlib
from typing import Any

import attrs

from kontaktforloeb.regelsprog.regelsaet import Regelsaet


def _skriv(vaerdi: Any, set_: dict[int, str]) -> str:
    """A declaration as text; what stands in many places is written once and kept."""
    if attrs.has(type(vaerdi)):
        tekst = set_.get(id(vaerdi))
        if tekst is None:
            felter = ",".join(f"{f.name}={_skriv(getattr(vaerdi, f.name), set_)}" for f in attrs.fields(type(vaerdi)))
            tekst = set_[id(vaerdi)] = f"{type(vaerdi).__name__}({felter})"
        return tekst
    if isinstance(vaerdi, tuple):
        return "[" + ",".join([_skriv(v, set_) for v in vaerdi]) + "]"
    if isinstance(vaerdi, dict):
        return "{" + ",".join(f"{noegle!r}:{_skriv(vaerdi[noegle], set_)}" for noegle in sorted(vaerdi)) + "}"
    return repr(vaerdi)


def aftryk(regelsaet: Regelsaet) -> str:
    """`sha256:` and the hash of every declaration."""
    return "sha256:" + hashlib.sha256(_skriv(regelsaet, {}).encode()).hexdigest()
