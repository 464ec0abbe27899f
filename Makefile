# Only Python 3.11+ and make are needed; everything else is set up in .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test check fmt bench looks badges fonts page clean

run: $(READY)  ## open the board on the demo class
	$(BIN)/board demo "build/Room 12.class"

test: $(READY)  ## pass the tests
	$(BIN)/python -m pytest -q -n auto

check: $(READY)  ## format, lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(READY)  ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)  ## the table of speed ratios
	$(BIN)/python -m scripts.bench

looks: $(READY) .venv/.looks  ## make the pictures of README anew
	$(BIN)/python -m scripts.looks

badges: $(READY) .venv/.looks  ## draw the starter art anew
	$(BIN)/python -m scripts.draw_badges

fonts: $(READY) .venv/.looks  ## cut the printing fonts anew
	$(BIN)/python -m scripts.cut_fonts

page: $(READY) .venv/.looks  ## bundle, cut and draw what the page in a browser loads; needs npm
	$(BIN)/python -m scripts.web_page

clean:
	rm -rf .venv build dist

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The board needs Python 3.11 or newer: make run PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[serve]" --group dev
	touch $@

.venv/.looks: $(READY)
	$(BIN)/python -m pip install --quiet --group looks
	touch $@
