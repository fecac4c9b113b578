"""The fingerprint of a body of law: the same rules give the same, on every machine and Python."""

from __future__ import annotations

import hashlib
from typing import Any

import attrs

from kontaktforloeb.regelsprog.regelsaet import Regelsaet


def _skriv(vaerdi: Any, ud: list[str]) -> None:
    if attrs.has(type(vaerdi)):
        ud.append(type(vaerdi).__name__ + "(")
        for felt in attrs.fields(type(vaerdi)):
            ud.append(felt.name + "=")
            _skriv(getattr(vaerdi, felt.name), ud)
        ud.append(")")
    elif isinstance(vaerdi, tuple):
        ud.append("[")
        for v in vaerdi:
            _skriv(v, ud)
        ud.append("]")
    elif isinstance(vaerdi, dict):
        ud.append("{")
        for noegle in sorted(vaerdi):
            ud.append(f"{noegle!r}:")
            _skriv(vaerdi[noegle], ud)
        ud.append("}")
    else:
        ud.append(f"{vaerdi!r};")


def aftryk(regelsaet: Regelsaet) -> str:
    """`sha256:` and the hash of every declaration."""
    ud: list[str] = []
    _skriv(regelsaet, ud)
    return "sha256:" + hashlib.sha256("".join(ud).encode()).hexdigest()
