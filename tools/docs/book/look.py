"""The style of the timeline pictures, taken over from the reports, so that both look alike."""

from __future__ import annotations

import re

from kontaktforloeb.visning import stil


def _variables(text: str) -> str:
    return ";".join(part.strip() for part in text.split(";") if part.strip())


def sheet() -> str:
    """A style sheet: the colours light and dark, and the rules of the picture and the outcomes."""
    style = stil.STYLE
    light, dark = (_variables(x) for x in (stil._LIGHT, stil._DARK))  # noqa: SLF001 - the sheet has no other way in
    flat = re.sub(r"\s*\n\s*", "", style)
    flat = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", flat)
    kept = [
        rule
        for rule in re.findall(r"[^{}]+\{[^{}]*\}", flat)
        if re.match(r"\.(tidslinje|udfald|opfyldt|ikke-opfyldt|bortfaldet|uafklaret|afventer|ikon|intet-krav)", rule)
    ]
    return "\n".join(
        [
            "/* Made by tools/docs from the style of the reports. */",
            f":root,[data-md-color-scheme=default]{{{light}}}",
            f"[data-md-color-scheme=slate]{{{dark}}}",
            f"@media print{{:root,[data-md-color-scheme]{{{light};--papir:#fff}}}}",
            *kept,
            "",
        ]
    )
