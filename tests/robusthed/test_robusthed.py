"""The corpus of the fuzzers replayed; limits of time and memory; nothing is fetched."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kontaktforloeb as kf

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("robusthed_maal", HERE / "maal.py")
assert _spec is not None
assert _spec.loader is not None
maal = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(maal)

CORPUS = [
    pytest.param(target, file, id=f"{target} {file.name}")
    for target in maal.TARGETS
    for file in sorted((HERE / "korpus" / target).glob("*"))
]
DOCUMENTS = sorted((HERE.parent / "formater").glob("*/*.json"))


@pytest.mark.parametrize(("target", "file"), CORPUS)
def test_corpus_is_answered(target: str, file: Path) -> None:
    maal.TARGETS[target](file.read_bytes())


@pytest.mark.parametrize("target", ["sag", "vurdering", "tidslinje", "tabel"])
def test_good_and_bad_documents_are_answered(target: str) -> None:
    for file in DOCUMENTS:
        maal.TARGETS[target](file.read_bytes()[:5000])


def _seconds(records: int) -> float:
    days = [f"20{15 + n // 12 % 15:02d}-{n % 12 + 1:02d}-{n // 180 % 28 + 1:02d}" for n in range(records)]
    document = {
        "format": "kontaktforloeb-sag/1",
        "id": "STOR",
        "perioder": [{"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2015-08-03", "til": None}],
        "samtaler": [
            {"dato": d, "art": "jobsamtale", "status": "afholdt", "noegle": f"s{i}"} for i, d in enumerate(days)
        ],
    }
    text = json.dumps(document).encode()
    best = 9e9
    for _ in range(3):
        start = time.perf_counter()
        maal.vurdering(text)
        best = min(best, time.perf_counter() - start)
    return best


def test_twice_the_records_take_about_twice_the_time() -> None:
    assert _seconds(4_000) < 3.5 * _seconds(2_000) + 0.05


MEMORY = """
import re, sys
from pathlib import Path
sys.path[:0] = {path!r}
import importlib.util
spec = importlib.util.spec_from_file_location("maal", {file!r})
maal = importlib.util.module_from_spec(spec)
spec.loader.exec_module(maal)
head = b'{{"format": "kontaktforloeb-sag/1", "id": "x", "perioder": [], "timer": ['
def full(one):
    return head + b",".join([one] * ((8_000_000 - len(head) - 2) // (len(one) + 1))) + b"]}}"
maal.sag({document})
# Not getrusage: what it calls the most is inherited from the process that started this one.
print(re.search("VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1])
"""
LARGEST = {
    "records": """full(b'{"maaned":"2020-01","timer":37}')""",
    "unknown fields": r"""head + b",".join(b'{"a%d":1,"b":"%d"}' % (n % 9, n) for n in range(249_000)) + b"]}" """,
    "keys": """b"{" + b",".join(b'"%x":0' % n for n in range(640_000)) + b"}" """,
    "strings": """full(b'""')""",
    "objects": """full(b"{}")""",
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say")
@pytest.mark.parametrize("document", LARGEST.values(), ids=LARGEST.keys())
def test_the_largest_documents_stay_below_300_megabytes(document: str) -> None:
    script = MEMORY.format(path=[p for p in sys.path if p], file=str(HERE / "maal.py"), document=document)
    env = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300_000_000 / 1024


OFFLINE = """
import sys
sys.path[:0] = {path!r}
def hook(name, args):
    if name.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise SystemExit(f"network: {{name}} {{args}}")
sys.addaudithook(hook)
import datetime as dt
import kontaktforloeb as kf
from kontaktforloeb import cli
from pathlib import Path
folder = Path(kf.__file__).parent / "eksempler"
case = folder / "EKS-JOBPARAT-2022.json"
kf.vurder(kf.indlaes(case), pr=dt.date(2022, 9, 15)).som_json()
kf.plan("dagpengemodtager", fra=dt.date(2022, 1, 3)).som_json()
import contextlib, os
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
    for command in (["vurder", str(case), "--pr", "2022-09-15"], ["regler"], ["skema"], ["sammenlign", "jobparat"]):
        try:
            cli.main(command)
        except SystemExit as e:
            assert not str(e).startswith("network"), e
print("no network")
"""


def test_nothing_is_fetched_at_import_or_run() -> None:
    script = OFFLINE.format(path=[p for p in sys.path if p])
    env = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False)
    assert done.stdout == "no network\n", done.stderr


def test_errors_are_the_documented_ones() -> None:
    """What a caller can get wrong raises `Sagsfejl`, which is a `ValueError`, and never a `RuntimeError`."""
    import datetime as dt

    sag = kf.Sag(id="A", perioder=())
    wrong = (
        lambda: kf.vurder(sag, pr=dt.date(2015, 6, 30)),
        lambda: kf.vurder(sag, pr=dt.date(2036, 1, 1)),
        lambda: kf.vurder(sag, pr=dt.date(2020, 1, 1), lovgrundlag="ukendt"),
        lambda: kf.vurder(sag, pr=dt.date(2020, 1, 1), fortolkninger={"ukendt": "ja"}),
        lambda: kf.vurder(sag, pr=dt.date(2020, 1, 1), fortolkninger={"genstart": "ukendt"}),
        lambda: kf.plan("ukendt", fra=dt.date(2020, 1, 1)),
        lambda: kf.plan("jobparat", fra=dt.date(2014, 1, 1)),
        lambda: kf.regler("ukendt"),
        lambda: kf.sammenlign("ukendt"),
    )
    for call in wrong:
        with pytest.raises(kf.Sagsfejl) as fault:
            call()
        assert isinstance(fault.value, ValueError)
        assert fault.value.fejl
