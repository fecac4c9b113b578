"""A caseload of a country, scaled down: from CSV tables to every measure of twelve months, phase by phase.

The same parts as `kontaktforloeb opgoer` uses are put together here with a clock between them; the figures are
asserted equal to those of the command's own function at the smallest size. Writing the synthetic tables is not timed.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple, Self

from benchmarks.measuring import peak_mb, table, thousands
from kontaktforloeb import Sag
from kontaktforloeb.formater.mapping import INGEN
from kontaktforloeb.formater.tabelform import TABELLER
from kontaktforloeb.formater.tabeller import Bemaerkninger
from kontaktforloeb.maaling import definitioner, opgoerelse, resultat, skriv
from kontaktforloeb.maaling.fakta import from_case
from kontaktforloeb.maaling.krav import alle_krav_opfyldt, demands
from kontaktforloeb.maaling.optaelling import Sums, Tally
from kontaktforloeb.masse import kolonner, samling
from kontaktforloeb.masse.processer import fordel
from kontaktforloeb.testing.generator import Caseload

YEAR = 2020
PHASES = ("reading", "grouping", "cases", "judging", "counting", "writing")
PLAN = opgoerelse.Plan(
    months=tuple(YEAR * 12 + m for m in range(12)), measures=tuple(definitioner.MEASURES), lovgrundlag="gaeldende"
)


def write_tables(number: int, folder: Path) -> None:
    """A synthetic caseload as the tables a case system exports."""
    with ExitStack() as files:
        writers = {}
        for name, columns in TABELLER.items():
            file = files.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            writers[name] = csv.DictWriter(file, list(columns), extrasaction="ignore")
            writers[name].writeheader()
        for document in Caseload(antal=number, til=dt.date(YEAR, 12, 31)):
            writers["sager"].writerow(document)
            for name, writer in writers.items():
                for record in document.get(name, ()):
                    writer.writerow({"id": document["id"], **record})


class Counted(NamedTuple):
    """One bucket counted, and the processor seconds of its phases."""

    part: opgoerelse.Part
    seconds: Counter[str]
    doubtful: int


def count_bucket(number: int, buckets: samling.Spande, plan: opgoerelse.Plan) -> Counted:
    """Group, judge and count one bucket, with a clock between the phases."""
    seconds: Counter[str] = Counter()
    judge = opgoerelse.judge_with(plan)
    tally = Tally(plan.months, plan.measures, plan.options)
    ids: list[str] = []
    rejected: list[opgoerelse.Rejected] = []
    mark = time.process_time()

    def lap(phase: str) -> None:
        nonlocal mark
        now = time.process_time()
        seconds[phase] += now - mark
        mark = now

    with samling.spand(buckets, number) as one:
        batches = iter(one.partier)
        while (batch := next(batches, None)) is not None:
            lap("grouping")
            cases = list(kolonner.sager(batch))
            lap("cases")
            ids += [case_id for case_id, _ in cases]
            judged = []
            for case_id, case in cases:
                if isinstance(case, Sag):
                    judged.append((case, demands(judge(case))))
                else:
                    rejected.append(opgoerelse.Rejected("", case_id, str(case)))
            lap("judging")
            for case, found in judged:
                facts = from_case(case, definitioner.POOLED_BENEFITS, plan.kendt)
                tally.add(facts, [("alle-krav-opfyldt", alle_krav_opfyldt(found))])
            lap("counting")
        lap("grouping")
        doubtful = len(one.tvivl)
    return Counted(opgoerelse.Part(tally.sums, rejected, ids), seconds, doubtful)


class Result(NamedTuple):
    """What a run of one size gave."""

    figures: list[resultat.Figure]
    seconds: Counter[str]
    wall: float
    memory: float
    buckets: int


def pipeline(source: Path, number: int, processes: int) -> Result:
    """From tables to figures on paper."""
    seconds: Counter[str] = Counter()
    begin = time.perf_counter()
    with Watch() as watch, tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        mark = time.process_time()
        (folder / "spande").mkdir()
        buckets = samling.laeg_i_spande(source, folder / "spande", INGEN, Bemaerkninger(), traade=processes)
        seconds["reading"] += time.process_time() - mark
        sums, cases = Sums(), 0
        for done in fordel(partial(count_bucket, buckets=buckets, plan=PLAN), range(buckets.antal), processes):
            assert not done.doubtful
            assert not done.part.rejected, done.part.rejected[:3]
            sums.merge(done.part.sums)
            cases += len(done.part.ids)
            seconds += done.seconds
        assert cases == number, (cases, number)
        mark = time.process_time()
        figures = resultat.early_runs(resultat.figures(sums.figures, PLAN.months, PLAN.measures))
        counted = opgoerelse.Opgoerelse(PLAN, figures, [], [], cases, [], synthetic=True)
        (folder / "figures.csv").write_text(skriv.as_csv(counted), encoding="utf-8")
        (folder / "figures.json").write_text(skriv.as_json(counted), encoding="utf-8")
        seconds["writing"] += time.process_time() - mark
    return Result(figures, seconds, time.perf_counter() - begin, watch.most, buckets.antal)


class Watch:
    """The most memory that this process and those it started had together, sampled (Linux; elsewhere its own alone)."""

    def __init__(self) -> None:
        self.most = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _sample(self) -> None:
        while not self._done.wait(0.05):
            self.most = max(self.most, _together_mb())


def _together_mb() -> float:
    own = os.getpid()
    try:
        tasks = Path(f"/proc/{own}/task").iterdir()
        children = [pid for task in tasks for pid in (task / "children").read_text().split()]
    except OSError:
        return peak_mb()
    pages = 0
    for pid in (str(own), *children):
        try:
            pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        except OSError:
            continue  # it has just ended
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def run(sizes: list[int], processes: int) -> None:
    """Each size in turn, and what they would come to at a million."""
    print(f"## A caseload from CSV tables to all measures of {YEAR}: {processes} processes\n")
    done: dict[int, Result] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            source = Path(place)
            write_tables(size, source)
            done[size] = pipeline(source, size, processes)
            if size == sizes[0]:
                assert opgoerelse.run(source, PLAN, processer=1).figures == done[size].figures
    rows = [(phase, *(f"{done[s].seconds[phase] / s * 1e6:.0f}" for s in sizes)) for phase in PHASES]
    rows.append(("all", *(f"{done[s].seconds.total() / s * 1e6:.0f}" for s in sizes)))
    table(("processor time, microseconds a case", *(thousands(s) for s in sizes)), rows)
    table(
        ("whole run", *(thousands(s) for s in sizes)),
        [
            ("seconds on the clock", *(f"{done[s].wall:.1f}" for s in sizes)),
            ("microseconds a case on the clock", *(f"{done[s].wall / s * 1e6:.0f}" for s in sizes)),
            ("buckets", *(str(done[s].buckets) for s in sizes)),
            ("most memory of all processes, MB", *(f"{done[s].memory:.0f}" for s in sizes)),
        ],
    )
    if len(sizes) > 1 and sizes[-1] < 1_000_000:
        slope = (done[sizes[-1]].wall - done[sizes[-2]].wall) / (sizes[-1] - sizes[-2])
        wall = done[sizes[-1]].wall + slope * (1_000_000 - sizes[-1])
        cpu = done[sizes[-1]].seconds.total() / sizes[-1] * 1e6 / processes
        print(
            f"EXTRAPOLATED, not measured: a million cases in {wall / 60:.1f} minutes on the clock by the last two "
            f"sizes, {cpu / 60:.1f} if {processes} processors are kept busy (--million runs it)\n"
        )
