"""The style of the timeline pictures, taken over from the reports, so that both look alike."""

from __future__ import annotations

import re

from kontaktforloeb.visning.stil import style

_OURS = r"\.(tidslinje|udfald|opfyldt|ikke-opfyldt|bortfaldet|uafklaret|afventer|ikon|intet-krav)"


def sheet() -> str:
    """A style sheet: the colours light and dark, and the rules of the picture and the outcomes."""
    text = re.sub(r"/\*.*?\*/", "", style(), flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", "", text)
    light, dark = (
        _colours(block) for block in re.findall(r":root\{([^{}]*--papir:[^{}]*--samtale:[^{}]*)\}", text)[:2]
    )
    flat = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)
    kept = [rule for rule in re.findall(r"[^{}]+\{[^{}]*\}", flat) if re.match(_OURS, rule)]
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


def _colours(block: str) -> str:
    return ";".join(re.findall(r"--[a-z]+:[^;]+", block))
