# Two commands do everything: `make demo` and `make test`. Needs Python 3.11 or newer; a second run needs no network.
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
BIN    := .venv/bin
READY  := .venv/.ready

.PHONY: setup demo test lint types docs lock bench clean
.DEFAULT_GOAL := setup

setup: $(READY)

$(READY): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=/path/to/python3" >&2; exit 3; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: setup
	$(BIN)/mandate demo

# By as many processes as there are processors, four at most; `.venv/bin/pytest tests/FILE` runs in one.
test: lint types
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadgroup

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m benchmarks

# Writes docs/reference/ and docs/questions.md anew from ontology, shapes, queries and projection; a test names the pages that are behind.
docs: setup
	$(BIN)/python -m docs.generator

# Writes the hashed lock anew; needs uv and the network.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements/dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --group pyproject.toml:bench -c requirements/dev.txt -o requirements/bench.txt

clean:
	rm -rf .venv .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis mandate-data
