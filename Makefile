# The daily words of the house: `make help` prints them. Set-up is part of every word that needs it, and is done once:
# each step leaves a stamp, written last, so that an interrupted step is done again and a changed lock brings it back.

PYTHON ?= python3
BIN := .venv/bin
export UV_PYTHON := $(CURDIR)/$(BIN)/python
export UV_PYTHON_DOWNLOADS := never
export NO_MKDOCS_2_WARNING := 1
# The tests start the command hundreds of times: without Python's compiled files each start takes seconds, not a half.
export PYTHONDONTWRITEBYTECODE :=
INSTALL := $(BIN)/uv pip install --quiet --require-hashes --requirement
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header

# What is set up, in steps. `run` is what the site needs, `dev` what the tests and checks need besides.
INSTALLER := .venv/.installer
RUN := .venv/.run .venv/.pejl node_modules/.ready
DEV := $(RUN) .venv/.dev

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo serve semantic spark evaluate test test-spark lint format types contracts docs schema check bench mutation lock clean test-postgresql

help: ## Say what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN) ## Build the invented municipality and serve it at http://127.0.0.1:8000
	@$(BIN)/pejl demo

serve: $(RUN) ## Serve the record in PEJL_HOME (default ./pejl-data) at http://127.0.0.1:8000
	@$(BIN)/pejl serve

semantic: .venv/.semantic ## Install the extra that finds by meaning (about 170 MB); the next import reads the record for it

spark: .venv/.spark ## Install the extra by which the register can be asked through Spark (about 450 MB; needs Java 17)

evaluate: .venv/.evaluate ## Install the extra that screening's models are compared with (about 60 MB)

test: check ## The checks, then all tests on SQLite; with CI=true the long ones too
	$(BIN)/pytest --numprocesses=auto --dist=worksteal

lint: $(DEV) ## Style and form of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV)
	$(BIN)/mypy

contracts: $(DEV)
	$(BIN)/lint-imports

docs: $(DEV) ## Build the documentation into ./site; a broken link is an error
	$(BIN)/mkdocs build --strict --quiet

check: $(DEV) ## Style, types, directions between the rooms and documentation, side by side, without the tests
	@$(MAKE) --no-print-directory --jobs lint types contracts docs

test-postgresql: $(DEV) ## The tests that use the database, on PostgreSQL
	$(BIN)/pytest --numprocesses=auto --dist=worksteal --on-postgresql

test-spark: $(DEV) .venv/.spark ## The register's questions and the law's tables on both engines, compared row by row
	PEJL_ENGINE=spark $(BIN)/pytest tests/register/test_engines.py tests/law/engine/test_any_engine.py

bench: $(DEV) .venv-bench/.ready ## Measure reading, importing, searching, loading and judging; BENCH="--only law" measures less
	PYTHONPATH=tests $(BIN)/python benchmarks/run.py $(BENCH)

mutation: $(DEV) ## Change the law in one place at a time, and tell which changes no test notices; ONLY=klage tries less
	PYTHONPATH=tests $(BIN)/python -m law.mutation.run --only $(ONLY) $(ARGS)

format: $(DEV) ## Put the code in the house's form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: $(DEV) ## Write the published schemas (minutes, API, register) again from the code
	@mkdir -p build docs/schema
	$(BIN)/pejl minutes schema > build/minutes.json
	$(BIN)/pejl api schema > build/openapi.yaml
	$(BIN)/pejl register contract --json > build/register.json
	$(BIN)/pejl register contract --markdown > build/register-contract.md
	@mv build/minutes.json docs/schema/pejl.minutes-1.json && mv build/openapi.yaml docs/openapi.yaml
	@mv build/register.json docs/schema/pejl.register-1.datapackage.json
	@mv build/register-contract.md docs/register-contract.md

lock: $(INSTALLER) ## Choose newer packages within what requirements/*.in and package.json allow
	for name in setup run node bench; do $(LOCK) --upgrade requirements/$$name.in --output-file requirements/$$name.txt || exit; done
	for name in semantic spark evaluate dev; do $(LOCK) --upgrade --constraint requirements/run.txt requirements/$$name.in --output-file requirements/$$name.txt || exit; done
	$(WITH_NODE) npm install --package-lock-only

clean: ## Remove what set-up and the tests have made; the data folder stays
	rm -rf .venv .venv-bench node_modules site build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# A folder that an interrupted set-up left without a working pip is made anew.
$(INSTALLER): requirements/setup.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Pejl needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 2; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || \
		{ echo "Python cannot make a .venv here; on Debian, install the package python3-venv."; exit 2; }
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/setup.txt
	@touch $@

.venv/.run: requirements/run.txt $(INSTALLER)
	$(INSTALL) requirements/run.txt
	@touch $@

.venv/.dev: requirements/dev.txt $(INSTALLER)
	$(INSTALL) requirements/dev.txt
	@touch $@

.venv/.semantic: requirements/semantic.txt .venv/.run
	$(INSTALL) requirements/semantic.txt
	@touch $@

.venv/.evaluate: requirements/evaluate.txt .venv/.run
	$(INSTALL) requirements/evaluate.txt
	@touch $@

.venv/.spark: requirements/spark.txt .venv/.run
	$(INSTALL) requirements/spark.txt
	@touch $@

# What is only measured beside our own stands apart: nothing of ours can come to import it.
.venv-bench/.ready: requirements/bench.txt $(INSTALLER)
	$(PYTHON) -m venv --clear .venv-bench
	UV_PYTHON=$(CURDIR)/.venv-bench/bin/python $(INSTALL) requirements/bench.txt
	@touch $@

# The package itself: its code is read where it lies, and it is built by the setuptools of the lock.
.venv/.pejl: pyproject.toml requirements/run.in src/pejl/__init__.py $(INSTALLER)
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The front-end packages come through the machine's node, or through one that a Python package brings.
NEW_NODE := node --version 2>/dev/null | grep -qE '^v([2-9][0-9]|[0-9]{3,})\.' && npm --version >/dev/null 2>&1
WITH_NODE := { $(NEW_NODE) || $(INSTALL) requirements/node.txt; } && env PATH="$(CURDIR)/$(BIN):$$PATH"

node_modules/.ready: package.json package-lock.json .npmrc | $(INSTALLER)
	$(WITH_NODE) npm ci --silent
	@touch $@
