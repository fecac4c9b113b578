"""Benchmarks: how fast the engine is, beside other ways to state the same duty, and where the time goes.

`make bench` runs them all on few cases; `make bench ARGS="--help"` shows how to run one, or more cases.
Every figure of a table comes from one run, and no contender is timed whose answers are not the reference's.
"""
