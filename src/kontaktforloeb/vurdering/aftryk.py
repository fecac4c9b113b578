"""The fingerprint of a body of law: the same rules give the same, on every machine and Python."""

from __future__ import annotations

import hashlib
from typing import Any

import attrs

from kontaktforloeb.regelsprog.regelsaet import Regelsaet

_BLADE = frozenset((str, int, bool, type(None)))
_FELTER: dict[type, tuple[str, ...] | None] = {}


def _felter(slags: type) -> tuple[str, ...] | None:
    if slags not in _FELTER:
        _FELTER[slags] = tuple(f.name for f in attrs.fields(slags)) if attrs.has(slags) else None
    return _FELTER[slags]


def _skriv(vaerdi: Any, set_: dict[int, str]) -> str:
    """A declaration as text; what stands in many places is written once and kept."""
    slags = type(vaerdi)
    if slags is str:
        return repr(vaerdi)
    if slags is tuple:
        return "[" + ",".join([_skriv(v, set_) for v in vaerdi]) + "]" if vaerdi else "[]"
    if slags is dict:
        return "{" + ",".join([f"{noegle!r}:{_skriv(vaerdi[noegle], set_)}" for noegle in sorted(vaerdi)]) + "}"
    navne = _felter(slags)
    if navne is None:
        return repr(vaerdi)
    tekst = set_.get(id(vaerdi))
    if tekst is None:
        felter = ",".join(
            [
                f"{navn}={v!r}" if type(v := getattr(vaerdi, navn)) in _BLADE else f"{navn}={_skriv(v, set_)}"
                for navn in navne
            ]
        )
        tekst = set_[id(vaerdi)] = f"{slags.__name__}({felter})"
    return tekst


def aftryk(regelsaet: Regelsaet) -> str:
    """`sha256:` and the hash of every declaration."""
    return "sha256:" + hashlib.sha256(_skriv(regelsaet, {}).encode()).hexdigest()
