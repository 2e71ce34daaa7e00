# The workshop. `make run` starts the portal, `make test` proves it; each fetches what it needs.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-fast smoke check fix bench train eval lock clean browser

BIN := .venv/bin
SOURCES := rag_portal governance accounts posts tests workshop manage.py
PYTEST := $(BIN)/python -m pytest
ARGS ?=

help:            ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null || grep '##' Makefile

run: .venv/.run build/assets/.built  ## Start the portal with demo data (PORT, RAG_DATA_DIR, DATABASE_URL, REDIS_URL, RAG_DEMO_PASSWORD)
	@exec $(BIN)/python -m rag_portal.launch

test: .venv/.dev build/assets/.built browser  ## Run every test on PostgreSQL and Redis, then the smoke set on SQLite
	@status=0; \
	$(PYTEST) -n 2 --dist worksteal -m "not bench" --durations 10 $(ARGS) || status=1; \
	echo "And the smoke set, on SQLite and the filesystem broker:"; \
	RAG_TESTS_ON=embedded $(PYTEST) -m "smoke and not browser and not bench" $(ARGS) || status=1; \
	exit $$status

test-fast: .venv/.dev build/assets/.built  ## Run every test that needs no browser
	$(PYTEST) -n 2 --dist worksteal -m "not bench and not browser" $(ARGS)

smoke: .venv/.dev build/assets/.built  ## Run the smoke set on SQLite and the filesystem broker
	RAG_TESTS_ON=embedded $(PYTEST) -m "smoke and not browser" $(ARGS)

bench: .venv/.dev build/assets/.built  ## Measure, on PostgreSQL and Redis
	$(PYTEST) tests/benchmarks -m bench -s $(ARGS)

check: .venv/.dev build/assets/.built  ## Check style, types, imports, templates, migrations, documents and lock files
	sh workshop/check.sh

train: .venv/.dev  ## Train the second reader into build/reader; ARGS=--promote puts it in force
	$(BIN)/python manage.py train_reader $(ARGS)

eval: .venv/.dev  ## Measure the classifier; ARGS="--posts FILE" adds a file of labelled posts
	$(BIN)/python manage.py evaluate_reader $(ARGS)

fix: .venv/.dev  ## Let ruff put right what it can
	$(BIN)/ruff check --fix-only $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

lock: .venv/.dev  ## Write uv.lock and package-lock.json anew
	@uv=$$(command -v uv || echo .venv-uv/bin/uv); $$uv lock
	sh workshop/node.sh npm install --package-lock-only

browser: .venv/.dev
	@sh workshop/browser.sh

clean:           ## Remove what was made, but not the portal's data in var/
	rm -rf .venv .venv-uv node_modules build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.venv/.dev: pyproject.toml uv.lock
	@sh workshop/venv.sh dev

.venv/.run: pyproject.toml uv.lock
	@if [ -e .venv/.dev ] && [ ! uv.lock -nt .venv/.dev ] && [ ! pyproject.toml -nt .venv/.dev ]; then touch $@; else sh workshop/venv.sh run; fi

node_modules/.fetched: package.json package-lock.json .npmrc | .venv/.run
	@echo "Fetching styles and scripts"
	@sh workshop/node.sh npm ci --no-progress --loglevel=error
	@touch $@

build/assets/.built: node_modules/.fetched $(wildcard frontend/*)
	@sh workshop/node.sh npm run --silent build
	@touch $@
