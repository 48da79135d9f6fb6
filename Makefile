# `make` tells what there is. Needs make, python3 (3.11 or newer) and python3-venv.
PORT ?= 8000
PYTHON ?= python3
ARGS ?=
VENV := .venv/bin
COMPILE := $(VENV)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet
export PORT PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-reset test lint format lock translations clean
.PHONY: structure check-roles check-access fuzz chaos tamper drill bench backup restore

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: ## virtual environment, packages, style sheets, translations; only what is missing
	@sh .ci/setup

demo: setup ## the whole product with a year of example data, on http://localhost:8000 (PORT=)
	@exec $(VENV)/python -m schuldenlab.demo.supervisor --with-parent

demo-reset: setup ## the same, after throwing its data away
	@exec $(VENV)/python -m schuldenlab.demo.supervisor --with-parent --reset

test: setup ## the whole suite; ARGS="-k vote" for a part
	@sh .ci/tools
	@$(VENV)/python -m pytest $(ARGS)

check-roles: setup ## every address × method × role × own and other organisation's records
	@$(VENV)/python -m trials.roles $(ARGS)

check-access: setup ## every page × role × light, dark and forced colours under axe
	@$(VENV)/python -m trials.access $(ARGS)

fuzz: setup ## every form and the API with nonsense; ARGS="20000" for that many cases
	@$(VENV)/python -m trials.fuzz $(ARGS)

chaos: setup ## votes, constraints and the clock under fire: processes killed at random
	@$(VENV)/python -m trials.chaos $(ARGS)

tamper: setup ## change sealed rows past all guards, and find every change; ARGS="1000"
	@$(VENV)/python -m trials.tamper $(ARGS)

drill: setup ## back up, restore into an empty server, compare, log in, vote, upgrade under traffic
	@$(VENV)/python -m trials.drill $(ARGS)

bench: setup ## what pages, letters and planning cost, against a goal; ARGS="pages letters" for a part
	@$(VENV)/python -m bench $(ARGS)

backup: setup ## the database and all documents, to a new folder TO=
	@$(VENV)/python manage.py backup $(TO)

restore: setup ## a backup FROM= into an empty database, then check it; ARGS=--replace empties it first
	@$(VENV)/python manage.py restore $(FROM) $(ARGS)
	@$(VENV)/python manage.py migrate --no-input --verbosity 0
	@$(VENV)/python manage.py check_integrity

lint: setup ## what a machine can see about the code
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@$(VENV)/mypy .
	@$(VENV)/lint-imports

format: setup ## put the code in its usual shape
	@$(VENV)/ruff check --fix
	@$(VENV)/ruff format

lock: setup ## pin what requirements/*.in ask for; UPGRADE=1 takes the newest
	@for name in base dev node; do \
		$(COMPILE) $(if $(UPGRADE),--upgrade) requirements/$$name.in -o requirements/$$name.txt; \
	done
	@npm install --package-lock-only --ignore-scripts

translations: setup ## collect the texts for the translators (needs gettext)
	@$(VENV)/python manage.py makemessages --locale nl --no-obsolete --add-location file \
		--ignore node_modules --ignore var --ignore .venv
	@sh .ci/setup

structure: setup ## what the migrations make, as a file for the demo and the tests; after a new migration
	@$(VENV)/python -m schuldenlab.postgres.structure

clean: ## throw away what setup and the demo made
	@rm -rf .venv node_modules var staticfiles
