"""Coverage-guided fuzzing with atheris: `python tools/fuzz/koer.py sag --sekunder 600`.

Targets: sag (the case parser), tabel (the table reader), vurdering (parser and engine), tidslinje (timelines the fuzzer
steers). What is found stands in `build/fuzz/<target>`; a finding worth keeping goes, minimised, to
`tests/robusthed/korpus/<target>`, which the everyday suite replays. Needs atheris (`make fuzz` installs it on its own).
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests" / "robusthed")]

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402 - the path must be set first

with atheris.instrument_imports(include=["kontaktforloeb"]):
    import maal  # type: ignore[import-not-found, unused-ignore]


def main() -> None:
    """Fuzz one target for so many seconds."""
    target = sys.argv[1] if len(sys.argv) > 1 else "sag"
    seconds = sys.argv[sys.argv.index("--sekunder") + 1] if "--sekunder" in sys.argv else "600"
    work = ROOT / "build" / "fuzz" / target
    work.mkdir(parents=True, exist_ok=True)
    seeds = [str(ROOT / "tests" / "robusthed" / "korpus" / target)]
    if target in {"sag", "vurdering"}:
        seeds += [str(ROOT / "tests" / "formater" / kind) for kind in ("good", "bad")]
    limits = [
        f"-max_total_time={seconds}",
        "-rss_limit_mb=300",
        "-timeout=10",
        "-max_len=20000",
        f"-artifact_prefix={work}/fund-",
    ]
    atheris.Setup([sys.argv[0], *limits, str(work), *seeds], maal.TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
