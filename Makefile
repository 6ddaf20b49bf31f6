# The menu. `make demo` and `make test` need Python 3.11 or newer, make and a package index, nothing else:
# each makes the environment .venv, installs what it needs there, and does its work.

PYTHON ?= python3
CORPUS ?=
REPORT ?=
SIZE ?=

BIN := .venv/bin
VERSION := $(shell $(PYTHON) -c 'import sys; print(sys.version.split()[0])' 2>/dev/null)
MADE := .venv/made-$(VERSION)
CODE := blocks tests examples benchmarks

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types conformance bench exports amp clean

help: ## show this menu
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 20

$(MADE):
	@$(PYTHON) -c '' 2>/dev/null || { echo "There is no Python called $(PYTHON); name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "blocks needs Python 3.11 or newer; $(PYTHON) is `$(PYTHON) --version 2>&1`." >&2; \
	  echo "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { \
	  echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/package: $(MADE) pyproject.toml
	@echo "Installing blocks into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/tools: .venv/package
	@echo "Installing the tools for tests into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/package ## render the example posts to HTML, text and AMP, and a front page; show the text
	@$(BIN)/python examples/demo.py

test: .venv/tools ## run the tests
	@$(BIN)/python -m pytest

check: lint types test ## format, lint, types and tests: what CI runs

lint: .venv/tools
	@$(BIN)/ruff format --check --diff $(CODE)
	@$(BIN)/ruff check $(CODE)

types: .venv/tools
	@$(BIN)/mypy

format: .venv/tools ## format the code
	@$(BIN)/ruff format $(CODE)
	@$(BIN)/ruff check --fix $(CODE)

conformance: .venv/tools ## compare with WordPress's answers: [CORPUS=DIR] [REPORT=FILE]
	@$(BIN)/python -m tests.conformance $(if $(CORPUS),--corpus $(CORPUS)) $(if $(REPORT),--report $(REPORT))
	@$(BIN)/python -m tests.recovered --brief $(if $(CORPUS),--corpus $(CORPUS))

# WordPress's JavaScript parser, to measure beside; where node and npm are absent the benchmark says so and goes on.
.benchmarks/javascript:
	@mkdir -p .benchmarks
	@if command -v node >/dev/null && command -v npm >/dev/null; then \
	  echo "Installing WordPress's JavaScript parser into .benchmarks ..."; \
	  npm install --silent --no-save --prefix .benchmarks @wordpress/block-serialization-default-parser@5.33.1 \
	  && touch $@ || echo "npm could not install it; measuring without" >&2; fi

bench: .venv/tools .benchmarks/javascript ## measure parsing, HTML and AMP, beside WordPress where it is known
	@$(BIN)/python -m benchmarks $(if $(CORPUS),--corpus $(CORPUS))

exports: .venv/tools ## measure reading a generated export file: [SIZE=MB]
	@$(BIN)/python -m benchmarks.wxr $(if $(SIZE),--size $(SIZE))

# The official AMP validator; where node and npm are absent, or npm has no network, the tests go on without it.
.amp/validator_wasm.js: $(MADE)
	@$(BIN)/python -m tests.amp.validator || echo "The tests of AMP go on without the validator, and say so." >&2

amp: .venv/tools ## validate the AMP output with the official validator (needs node and npm): [CORPUS=DIR]
	@$(BIN)/python -m tests.amp_validator $(if $(CORPUS),--corpus $(CORPUS))

clean: ## remove the environment and everything made
	@rm -rf .venv .amp .benchmarks build dist demo-output .mypy_cache .pytest_cache .ruff_cache .hypothesis
