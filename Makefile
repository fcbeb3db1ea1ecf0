# Each target sets up all it needs in a virtual environment of its own, from nothing but Python 3.11+.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help demo facts test test-slow test-browser test-engines lint docs docs-begin bench bench-quick bench-site build \
	release fuzz mutants clean

help:
	@echo "make demo   the library answering, on its own data"
	@echo "make facts  after facts were added: sort, check, and write what follows from them"
	@echo "            (make facts COVERED='iom=2026-11-24' says until when a file is covered)"
	@echo "make test   all tests but the next three groups, with branch coverage"
	@echo "make test-slow   what takes long"
	@echo "make test-browser  the documentation in Chromium (needs chromium and chromedriver)"
	@echo "make test-engines   PySpark and Dask with worker processes of their own (needs Java)"
	@echo "make lint   ruff, import-linter, plain words, mypy, pyright"
	@echo "make docs   the documentation, warnings as errors, in docs/_build/html"
	@echo "make bench-quick  start-up and queries, as ratios"
	@echo "make bench  start-up, queries, loading, memory and tables, as ratios"
	@echo "make bench-site  weight of the documentation, time to the explorer's first answer"
	@echo "make build  wheel and source archive, in dist/"
	@echo "make release  packages, data in every form, documentation and notes, in release/"
	@echo "make fuzz   every reader on broken input (RUNS=100000 SEED=1)"
	@echo "make mutants  whether the tests notice changed code (MUTANTS=400 MINUTES=60; resumable)"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

# One stamp per dependency group: installed again when pyproject.toml changes.
# A virtual environment made by hand may have an old pip, which knows no dependency groups.
$(VENV)/.stamp-core: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.stamp-%: $(VENV)/.stamp-core pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group $*
	@touch $@

demo: $(VENV)/.stamp-core
	$(BIN)/python examples/quickstart.py

facts: $(VENV)/.stamp-tests
	$(BIN)/python tools/facts.py --as-of "$(AS_OF)" --covered "$(COVERED)" --checked "$(CHECKED)"

# The files in the order of their names: those with few tests, which may be long ones, not last.
test: $(VENV)/.stamp-tests
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --cov --cov-report=term-missing:skip-covered

test-slow: $(VENV)/.stamp-tests
	$(BIN)/python -m pytest -m slow tests

test-browser: docs $(VENV)/.stamp-tests $(VENV)/.stamp-browser
	$(BIN)/python -m pytest -n auto --dist worksteal -m browser tests/browser

test-engines: $(VENV)/.stamp-tests $(VENV)/.stamp-engines
	$(BIN)/python -m pytest -m engines tests/frames

lint: $(VENV)/.stamp-lint $(VENV)/.stamp-tests
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/lint-imports
	$(BIN)/python tools/check_words.py
	$(BIN)/python -m mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

docs: docs-begin $(VENV)/.stamp-docs
	@begun=$$(date +%s) && $(BIN)/python -m sphinx -q -j auto -b html -W --keep-going -n docs docs/_build/html \
	&& echo "It took $$(($$(date +%s) - begun)) seconds. Open docs/_build/html/index.html in a browser. The" \
	&& echo "explorer is docs/_build/html/explorer/index.html, the page of each state and institution" \
	&& echo "is under docs/_build/html/data/index.html. No server is needed."

docs-begin:
	@echo "The documentation takes about a minute and a half, or less, on two cores (the first time"
	@echo "about two minutes more, to install what it needs). It will be in docs/_build/html/index.html."

bench-quick: $(VENV)/.stamp-tests
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/queries.py

bench: bench-quick
	$(BIN)/python benchmarks/loading.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python -W ignore benchmarks/tables.py

bench-site: docs $(VENV)/.stamp-browser
	PYTHONPATH=tests $(BIN)/python benchmarks/site.py

build: $(VENV)/.stamp-build
	rm -rf dist
	$(BIN)/python -m build --outdir dist .
	$(BIN)/python tools/smaller_wheel.py dist

RELEASE ?= release
release: $(VENV)/.stamp-release
	$(BIN)/python tools/release.py $(RELEASE)

RUNS ?= 100000
SEED ?= 1
fuzz: $(VENV)/.stamp-tests
	$(BIN)/python tools/fuzz.py $(RUNS) --seed $(SEED)

MUTANTS ?= 400
MINUTES ?= 60
mutants: $(VENV)/.stamp-tests
	$(BIN)/python tools/mutants.py --sample $(MUTANTS) --minutes $(MINUTES)

clean:
	rm -rf $(VENV) dist build docs/_build docs/data .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
