# make run [ARGS="path …"]   open the reader        make test    check and run all tests
# make setup                 only make .venv        make check   format, lint, types, layers
# make bench                 print the timing tables
# make fuzz [SECONDS=60] [SEEDS="folder …"]   fuzz every source and the parser, so many seconds each
# make conversions CORPUS=path   score the parser on what other converters make of an annotated corpus

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
TESTS ?= tests
SECONDS ?= 60
SEEDS ?=
CORPUS ?=
CONVERSIONS := build/conversions
# What all conversions together must reach; these only ever rise.
MINIMA ?= perfect=0.82 boundaries_f1=0.993 internal_f1=0.997 external_f1=0.99

.PHONY: run setup dev check test bench fuzz conversions format

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

# atheris is for this alone: no test needs it
$(VENV)/.fuzzing: $(VENV)/.developing
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group fuzz
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

fuzz: $(VENV)/.fuzzing
	$(BIN)/python -m fuzzing --seconds $(SECONDS) --seeds $(SEEDS)

conversions: dev
	@test -n "$(CORPUS)" || { echo "make conversions CORPUS=path of a folder with docs, gold and score.py"; exit 2; }
	@$(BIN)/python scripts/convert_corpus.py $(CORPUS) $(CONVERSIONS)
	@$(BIN)/python scripts/score_conversions.py $(CORPUS)/score.py $(CONVERSIONS) \
		--command '$(BIN)/kvtui show --json' $(MINIMA:%=--min %)
