"""The API reference, from signatures and docstrings; no plugin reads the package when the site is built."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable
from typing import Any

import attrs

from book.words import Page, table

#: Module -> the heading and the public names in it, in reading order.
MODULES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "kontaktforloeb",
        "Judging",
        (
            "vurder", "vurder_mange", "frister", "plan", "regler", "sammenlign", "fortolkninger", "indlaes",
            "indlaes_linjer", "skema",
        ),
    ),
    ("kontaktforloeb", "Results", ("Vurdering", "Krav", "Hjemmel")),
    (
        "kontaktforloeb",
        "The facts of a case",
        (
            "Sag", "Periode", "Haendelse", "Samtale", "Tilbud", "Fritagelse", "Beskaeftigelse", "Timer", "Forbrug",
            "Ordning",
        ),
    ),
    ("kontaktforloeb", "Faults", ("Sagsfejl", "Fejl")),
    ("kontaktforloeb", "Codes and constants", ("Maalgruppe", "GAELDENDE", "AFTALE_2018")),
    ("kontaktforloeb.vurdering.resultat", "Parts of a result", ("Medregnet", "Note", "Afhaengighed")),
    ("kontaktforloeb.formater.mapping", "Mapping a municipality's own names", ("laes_mapping", "Kortlaegning")),
    ("kontaktforloeb.testing.generator", "Synthetic caseloads", ("Caseload",)),
)  # fmt: skip


def _sections(doc: str) -> str:
    """A docstring as Markdown: examples as blocks of their own, Google sections as lists."""
    out: list[str] = []
    lines = inspect.cleandoc(doc).splitlines()
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.startswith(">>>"):
            block: list[str] = []
            while number < len(lines) and lines[number].strip():
                block.append(lines[number])
                number += 1
            out += ["", "```pycon", *block, "```", ""]
            continue
        if line in {"Args:", "Raises:", "Returns:", "Yields:"}:
            out += ["", f"**{line[:-1]}**", ""]
            number += 1
            while number < len(lines) and (lines[number].startswith("    ") or not lines[number].strip()):
                text = lines[number].strip()
                found = re.match(r"([\w, *]+): (.*)", text)
                if found and lines[number].startswith("    ") and not lines[number].startswith("        "):
                    out.append(f"- `{found[1]}`: {found[2]}")
                elif text:
                    out.append(f"  {text}" if out[-1].startswith(("-", "  ")) else text)
                else:
                    out.append("")
                number += 1
            continue
        out.append(line)
        number += 1
    return "\n".join(out).strip()


def _plain(text: str) -> str:
    """Markdown that other code has set with its own signs: what HTML would take for a tag is kept as it stands."""
    return text.replace("<", "&lt;")


def _signature(thing: Callable[..., Any], name: str) -> str:
    signature = inspect.signature(thing)
    parameters = [
        p.replace(annotation=inspect.Parameter.empty)
        for n, p in signature.parameters.items()
        if n not in {"self", "cls"}
    ]
    words = str(signature.replace(parameters=parameters, return_annotation=inspect.Signature.empty))
    returns = signature.return_annotation
    arrow = "" if returns is inspect.Signature.empty else f" -> {returns}"
    text = f"{name}{words}{arrow}"
    if len(text) > 88:  # noqa: PLR2004 - a line of code on the page
        inner = ",\n    ".join(str(p) for p in _starred(parameters))
        text = f"{name}(\n    {inner},\n){arrow}"
    return text


def _starred(parameters: list[inspect.Parameter]) -> list[Any]:
    out: list[Any] = []
    for p in parameters:
        if (
            p.kind is p.KEYWORD_ONLY
            and "*" not in out
            and not any(getattr(x, "kind", None) is p.VAR_POSITIONAL for x in out)
        ):
            out.append("*")
        out.append(p)
    return out


def _class(thing: type, name: str) -> list[str]:
    parts: list[str] = []
    if issubclass(thing, str):
        codes = [[f"`{m.value}`", m.da, m.en] for m in thing]  # type: ignore[attr-defined]  # a string that is an enum
        parts.append(table(["Code", "Danish", "English"], codes))
        return parts
    if attrs.has(thing) and not issubclass(thing, Exception):
        public = [a for a in attrs.fields(thing) if not a.name.startswith("_")]
        if public:
            rows = [
                [
                    f"`{a.name}`",
                    f"`{a.type}`".replace("datetime", "dt"),
                    "" if a.default is attrs.NOTHING else _default(a),
                ]
                for a in public
            ]
            parts.append(table(["Attribute", "Type", "Default"], rows))
    for key, member in vars(thing).items():
        if key.startswith("_"):
            continue
        wrapped = getattr(member, "fget", None) or getattr(member, "func", None)
        if wrapped is not None and wrapped.__doc__:
            returns = inspect.signature(wrapped).return_annotation
            parts.append(f"`{name}.{key}`: `{returns}`\n:   {_plain(inspect.cleandoc(wrapped.__doc__))}")
        elif inspect.isfunction(member) and member.__doc__:
            parts.append(f"`{name}.{_signature(member, key)}`\n:   {_plain(inspect.cleandoc(member.__doc__))}")
    return parts


def _default(a: Any) -> str:
    value = a.default
    if isinstance(value, attrs.Factory):  # type: ignore[arg-type]  # a class to us, a function to its stub
        return f"`{value.factory()!r}`"
    return f"`{value!r}`"


def page() -> Page:
    """All public names."""
    page = Page.at("en/api.md", "API reference", description="Every public function and class, from its own docstring")
    page.add(
        "Everything below is made from the signatures and docstrings of the package; the examples run as tests. Names that "
        "a user types or reads back are Danish, as in the acts."
    )
    for module, title, names in MODULES:
        page.add(f"## {title}")
        loaded = importlib.import_module(module)
        for name in names:
            thing = getattr(loaded, name)
            full = f"{module}.{name}"
            page.add(f"### `{name}` {{ #{full.replace('.', '-').lower()} }}")
            if isinstance(thing, str) and not inspect.isclass(thing):
                page.add(f"`{full} = {thing!r}`")
                continue
            if inspect.isclass(thing):
                page.add(f"`class {full}`", _plain_outside_code(_sections(thing.__doc__ or "")), *_class(thing, name))
            else:
                page.add(
                    f"```text\n{_signature(thing, full)}\n```", _plain_outside_code(_sections(thing.__doc__ or ""))
                )
    return page


def _plain_outside_code(text: str) -> str:
    parts = re.split(r"(```.*?```)", text, flags=re.DOTALL)
    return "".join(part if part.startswith("```") else _plain(part) for part in parts)


def pages() -> list[Page]:
    """The reference."""
    return [page()]
