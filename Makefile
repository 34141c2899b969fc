# Every target sets up what it needs in .venv; Python 3.11 or later and make are all a machine must have.

SUITABLE = -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(p) $(SUITABLE) >/dev/null 2>&1 && echo $(p))))
BIN = .venv/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
CORPUS ?= ../shared/corpus
WORKERS ?= auto

.DEFAULT_GOAL := help
.PHONY: help demo example pictures test check static style types imports rules format bench bench-extract score score-stories clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 15

demo: .venv/.installed ## run the main job on fixtures/istanbul-talks and write its HTML report
	@$(BIN)/checker check fixtures/istanbul-talks --pack istanbul-talks \
		--out terminal --out html=reports/istanbul-talks.html; code=$$?; \
	if [ $$code -eq 1 ]; then \
		echo "The sources do conflict, so exit code 1 is what the demo is to show."; \
		echo "Open reports/istanbul-talks.html in a browser."; \
	else echo "Exit code $$code where the demo is to end with 1."; exit 1; fi

example: .venv/.installed ## write the example report anew
	@$(BIN)/checker check fixtures/istanbul-talks --pack istanbul-talks --out html=reports/example.html -q || test $$? -eq 1

pictures: .venv/.dev ## take anew the pictures that tests compare reports with
	@$(BIN)/python -m tests.browser.pictures

test: .venv/.dev ## run all tests
	@$(BIN)/python -m pytest -n $(WORKERS)

check: static test ## all that CI and pre-commit ask for: lint, format, types, imports, rules, tests

static: style types imports rules

style: .venv/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/.dev
	@$(BIN)/mypy

imports: .venv/.dev
	@$(BIN)/lint-imports --no-cache

rules: .venv/.dev
	@$(BIN)/checker rules lint rules
	@$(BIN)/checker rules test rules

format: .venv/.dev ## mend what can be mended mechanically
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: bench-extract .venv/.dev ## ratios of extraction, a whole check, many rules, the report, and of reading files
	@$(BIN)/python tests/benchmarks/bench_check.py
	@$(BIN)/python tests/benchmarks/bench_rules.py
	@$(BIN)/python tests/benchmarks/bench_discover.py
	@$(BIN)/python tests/benchmarks/bench_report.py
	@$(BIN)/python tests/benchmarks/bench_ingest.py

bench-extract: .venv/.bench ## ratios of extraction against its peers
	@$(BIN)/python tests/benchmarks/bench_extract.py $(wildcard $(CORPUS))

score: .venv/.installed ## accuracy on public corpora, where they are present
	@if [ -d "$(CORPUS)" ]; then PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python $(CORPUS)/score_extract.py; \
	else echo "There is no corpus at $(CORPUS); name its folder with make score CORPUS=FOLDER."; fi

score-stories: .venv/.installed ## what --discover finds in real stories, where they are present
	@if [ -d "$(CORPUS)" ]; then $(BIN)/python $(CORPUS)/score_stories.py --checker $(BIN)/checker; \
	else echo "There is no corpus at $(CORPUS); name its folder with make score-stories CORPUS=FOLDER."; fi

clean: ## remove what the targets made, the environment included
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; name it with make PYTHON=..." >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "The venv module is needed (on Debian: apt install python3-venv)." >&2; exit 2; }

# An editable install is not compiled as a wheel is: without this, where Python may not write bytecode, every run pays.
.venv/.installed: pyproject.toml | .venv/bin/python
	@$(PIP) --editable '.[formats]'
	@$(BIN)/python -m compileall -q checker
	@PYTHONDONTWRITEBYTECODE= $(BIN)/checker check fixtures/istanbul-talks --out html=/dev/null -q || true # its templates
	@touch $@

.venv/.dev: .venv/.installed
	@$(PIP) --editable '.[dev]'
	@touch $@

.venv/.bench: .venv/.installed
	@$(PIP) --editable '.[bench]' || echo "The peers could not be installed; they are left out."
	@touch $@
