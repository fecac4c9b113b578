# Two commands on a fresh machine: `make demo` and `make test`. Everything else is listed by `make help`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# No hidden state: the same environment for everybody, whatever the machine is set up with.
export PYTHONHASHSEED ?= 0
unexport PYTHONPATH

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
SOURCES := $(shell find src -type f -not -path '*/__pycache__/*') pyproject.toml README.md LICENSE
# Arguments for pytest, as in `make test ARGS="-k cli"`.
ARGS ?=
# Two workers, the machine it is meant for; a worker that is done takes from the other. `make test WORKERS=0`: none.
WORKERS ?= 2
PYTEST := -m pytest --numprocesses=$(WORKERS) --dist=worksteal

.PHONY: orakel golden mutants mutants-code mutants-changed fuzz validation sbom licences reproducible newest help demo test test-long test-spark coverage lint walls format wheel bench pages docs docs-serve test-docs lock lowest clean

help:  ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# One stamp a lock file: a target installs what it needs, once, and again when the lock changes.
$(VENV)/.%: requirements/%.txt $(BIN)/python
	$(PIP) -r $<
	@touch $@

$(VENV)/.wheel: $(SOURCES) $(VENV)/.build
	@rm -rf dist build
	$(BIN)/python -m build --no-isolation --wheel --outdir dist . > $(VENV)/build.log || { cat $(VENV)/build.log; exit 1; }
	@touch $@

# The installed wheel is what is run and tested; src is on no path.
$(VENV)/.installed: $(VENV)/.wheel $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --force-reinstall dist/*.whl
	@touch $@

wheel: $(VENV)/.wheel  ## build the wheel into dist/
	@ls dist/*.whl

demo: $(VENV)/.installed  ## judge the shipped examples, write demo-rapport/
	$(BIN)/kontaktforloeb demo --ud demo-rapport

test: $(VENV)/.installed $(VENV)/.test  ## the everyday tests, against the built wheel
	KONTAKTFORLOEB_TEST_WHEEL=1 $(BIN)/python -P $(PYTEST) $(ARGS)

test-long: $(VENV)/.installed $(VENV)/.test  ## the same with the long Hypothesis profile
	KONTAKTFORLOEB_TEST_WHEEL=1 HYPOTHESIS_PROFILE=lang $(BIN)/python -P $(PYTEST) $(ARGS)

# Spark has an environment of its own: it is large, and the everyday suite needs none of it.
.venv-spark/.stamp: requirements/spark.txt
	@rm -rf .venv-spark && $(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/spark.txt
	@touch $@

test-spark: $(VENV)/.wheel .venv-spark/.stamp  ## the same figures from a real local Spark session; installs Java where there is none
	@command -v java >/dev/null || { apt-get update --quiet && apt-get install --yes --quiet default-jre-headless; }
	.venv-spark/bin/python -m pip install --quiet --no-index --no-deps --force-reinstall dist/*.whl
	KONTAKTFORLOEB_SPARK=1 .venv-spark/bin/python -P -m pytest tests/masse/test_spark.py $(ARGS)

orakel: $(VENV)/.installed $(VENV)/.test  ## engine against naive judge: ARGS="--antal 200000 --flyttet 20000 --sigtet"
	$(BIN)/python -P tools/sammenlign_orakel.py $(ARGS)

mutants: $(VENV)/.installed $(VENV)/.test  ## the law changed one place at a time (every run); ARGS=--alle for every part
	cd tools && ../$(BIN)/python -P -c 'import sys; sys.path.insert(0, "."); from mutanter import deklarationer; sys.exit(deklarationer.main())' $(ARGS)

mutants-code: $(VENV)/.installed $(VENV)/.test  ## the engine likewise: ARGS="--aendrede --skriv" or module names
	cd tools && ../$(BIN)/python -P -c 'import sys; sys.path.insert(0, "."); from mutanter import kode; sys.exit(kode.main())' $(ARGS)

mutants-changed: ARGS = --aendrede
mutants-changed: mutants-code  ## those of the modules that changed since their result was committed

fuzz: $(VENV)/.installed  ## coverage-guided fuzzing: ARGS="sag --sekunder 600" (sag, tabel, vurdering, tidslinje)
	@test -x .venv-fuzz/bin/python || $(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check "atheris>=3" attrs python-dateutil
	.venv-fuzz/bin/python -m pip install --quiet --no-index --no-deps --force-reinstall dist/*.whl
	.venv-fuzz/bin/python -P tools/fuzz/koer.py $(ARGS)

validation: $(VENV)/.installed $(VENV)/.test  ## the validation report, HTML and JSON, in build/validering/
	$(BIN)/python -P tools/validering.py $(ARGS)

sbom: $(VENV)/.installed  ## the bill of materials, build/sbom.json
	$(BIN)/python -P tools/forsyning.py sbom

licences: $(VENV)/.installed $(VENV)/.test  ## write requirements/LICENSER.md anew
	$(BIN)/python -P tools/forsyning.py licenser

reproducible: $(VENV)/.build  ## two builds of the wheel, equal bytes
	$(BIN)/python -P tools/forsyning.py hjul

golden: $(VENV)/.installed  ## write tests/golden/ anew (never in CI; say in the changelog why a plan changed)
	$(BIN)/python -P tools/skriv_golden.py

coverage: $(VENV)/.installed $(VENV)/.test  ## the same tests, and every branch they run: 100 % of the law and the engine, 95 % of the rest
	@rm -f .coverage .coverage.*
	KONTAKTFORLOEB_TEST_WHEEL=1 $(BIN)/python -P $(PYTEST) --cov --cov-report= $(ARGS)
	$(BIN)/python tools/check_coverage.py

walls:  ## the import directions of the design
	$(PYTHON) tools/check_walls.py

lint: $(VENV)/.lint $(VENV)/.test walls  ## style, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src tools

format: $(VENV)/.lint  ## write the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(SOURCES)  ## the benchmarks, in an environment of their own
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@$(MAKE) --no-print-directory wheel
	.venv-bench/bin/python -m pip install --quiet --no-index --no-deps --force-reinstall dist/*.whl
	.venv-bench/bin/python -m benchmarks $(ARGS)

pages: $(VENV)/.installed  ## write the pages of the documentation anew from the rules (docs/)
	$(BIN)/python tools/docs

tools/docs/npm/node_modules/.stamp: tools/docs/npm/package-lock.json
	@command -v npm >/dev/null || { apt-get update --quiet && apt-get install --yes --quiet nodejs npm; }
	cd tools/docs/npm && npm ci --silent --no-audit --no-fund
	@touch $@

docs: $(VENV)/.installed $(VENV)/.test $(VENV)/.docs tools/docs/npm/node_modules/.stamp  ## build the documentation into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
	$(BIN)/python -P tools/validering.py --ud site/validering
	$(BIN)/python tools/docs/bench_files.py site

docs-serve: docs  ## build the documentation and show it on http://127.0.0.1:8000
	$(BIN)/python -m http.server --directory site --bind 127.0.0.1 8000

test-docs: docs $(VENV)/.test $(VENV)/.docs-test  ## the pages and the bench in a browser; pictures in docs-billeder/
	@command -v chromium >/dev/null || { apt-get update --quiet && apt-get install --yes --quiet chromium; }
	KONTAKTFORLOEB_SITE=site $(BIN)/python -P $(PYTEST) tests/docs $(ARGS)

lock:  ## resolve the lock files again (ARGS=--upgrade for newer versions)
	tools/lock.sh $(ARGS)

lowest: $(VENV)/.wheel  ## the tests on the oldest allowed versions of what the core needs
	@rm -rf .venv-lowest && $(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lowest.txt
	.venv-lowest/bin/python -m pip install --quiet --no-index --no-deps dist/*.whl
	KONTAKTFORLOEB_TEST_WHEEL=1 .venv-lowest/bin/python -P $(PYTEST) $(ARGS)

newest: $(VENV)/.wheel  ## the tests on the newest versions there are, locked or not
	@rm -rf .venv-newest && $(PYTHON) -m venv .venv-newest
	.venv-newest/bin/python -m pip install --quiet --disable-pip-version-check --upgrade -r requirements/test.in
	.venv-newest/bin/python -m pip install --quiet --no-index --no-deps dist/*.whl
	KONTAKTFORLOEB_TEST_WHEEL=1 .venv-newest/bin/python -P $(PYTEST) $(ARGS)

clean:  ## remove what was built
	rm -rf dist build site docs-billeder tools/docs/npm/node_modules demo-rapport .coverage .venv .venv-bench .venv-fuzz .venv-lowest .venv-newest .venv-spark .venv-lock
