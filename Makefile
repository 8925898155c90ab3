# make run [ARGS="path …"]   open the reader        make test    check and run all tests
# make setup                 only make .venv        make check   format, lint, types, layers
# make bench                 print the timing tables

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
TESTS ?= tests

.PHONY: run setup dev check test bench format

run: $(VENV)/.installed
	@$(BIN)/kvtui $(ARGS)

setup: $(VENV)/.installed

dev: $(VENV)/.developing

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kvtui needs Python 3.11 or newer; set PYTHON=/path/to/python3")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group dev
	@touch $@

format: dev
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

check: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest -n auto $(TESTS)

bench: dev
	$(BIN)/python -m benchmarks
