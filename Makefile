# What one does with this project. `make run` and `make test` are all that a newcomer needs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test loop serve lint lock screenshot clean port-free

export PORT ?= 8000
export PYTHONUNBUFFERED := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
SITE := .venv/has-requirements
TOOLS := .venv/has-requirements-dev

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: $(SITE) port-free ## The site with its demonstration content, on http://127.0.0.1:8000/ (PORT= changes it)
	@$(MANAGE) build_look >/dev/null
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) sync_roles >/dev/null
	@$(MANAGE) load_demo
	@printf '\n  The site:   http://127.0.0.1:%s/\n  The admin:  http://127.0.0.1:%s/admin/\n  Ctrl-C stops it.\n\n' $(PORT) $(PORT)
	@$(call supervise,Procfile)

test: $(TOOLS) ## The whole test suite; ARGS= goes to pytest, DATABASE_URL= names another database than SQLite
	@$(PYTHON) -m pytest --numprocesses auto $(ARGS)

loop: $(TOOLS) ## 500 uploads one after another, which must leak neither memory nor files; UPLOADS= changes it
	@UPLOADS=$${UPLOADS:-500} $(PYTHON) -m pytest --quiet --numprocesses 0 tests/resilience/test_upload_loop.py

serve: export DJANGO_SETTINGS_MODULE := partnership.settings.production
serve: export HOST ?= 127.0.0.1
serve: export WEB_WORKERS ?= 2
serve: $(SITE) port-free ## The site under production settings; docs/deployment.md says what it must be told
	@$(MANAGE) check --deploy --fail-level WARNING
	@$(MANAGE) build_look >/dev/null
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) sync_roles >/dev/null
	@$(call supervise,Procfile.production)

lint: $(TOOLS) ## Style, templates, layers, marks of a merge, and whether the migrations agree with the models
	@! git grep --line-number -I -E '^(<{7}|>{7}|[|]{7})( |$$)' || { echo 'A merge was left unfinished there.' >&2; exit 1; }
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m djlint --quiet --lint templates
	@.venv/bin/lint-imports --no-cache
	@DJANGO_SETTINGS_MODULE=partnership.settings.test $(MANAGE) makemigrations --check --dry-run

lock: $(TOOLS) ## Compile requirements*.in into exact versions with hashes
	@for name in requirements requirements-dev; do \
	  $(PYTHON) -m uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    $$name.in --output-file $$name.txt; \
	done

screenshot: $(TOOLS) ## The README's picture, taken of the demonstration site
	@$(PYTHON) -m pytest --quiet tests/functional/screenshot.py

clean: ## Remove what was installed; the site's content in var/ stays
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis

# The virtual environment. pip cannot tell an installation that was interrupted from a complete one, so while it
# works a mark says so; whoever finds the mark, or a Python that does not start, begins again from nothing.
UNFINISHED := .venv/unfinished
$(shell if [ -e $(UNFINISHED) ] || ! $(PYTHON) -c '' 2>/dev/null; then rm -f $(SITE) $(TOOLS); fi)

$(SITE): requirements.txt
	@$(call install,--requirement requirements.txt)
	@touch $(SITE)

$(TOOLS): requirements.txt requirements-dev.txt
	@$(call install,--requirement requirements.txt --requirement requirements-dev.txt)
	@touch $(SITE) $(TOOLS)

define install
if [ -e $(UNFINISHED) ] || ! $(PYTHON) -c '' 2>/dev/null; then \
  python=; \
  for candidate in python3.11 python3 python; do \
    if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$candidate; break; fi; \
  done; \
  if [ -z "$$python" ]; then echo 'Python 3.11 or newer is needed, and there is none on this machine.' >&2; exit 1; fi; \
  if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
    echo "$$python comes without venv. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; \
  fi; \
  echo 'Making the virtual environment .venv'; \
  rm -rf .venv; mkdir .venv; touch $(UNFINISHED); \
  $$python -m venv .venv; \
fi; \
touch $(UNFINISHED); \
echo 'Installing the requirements (the first time takes a minute or two)'; \
$(PYTHON) -m pip install --quiet --require-hashes $(1); \
rm $(UNFINISHED)
endef

port-free: $(SITE)
	@$(PYTHON) -c 'import os, socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(os.environ["PORT"])))' 2>/dev/null \
	  || { echo 'Port $(PORT) cannot be used, perhaps because something listens there already. Try: make $(firstword $(MAKECMDGOALS)) PORT=8001' >&2; exit 1; }

# The processes of a Procfile, together: all end when one ends, on Ctrl-C, when this is told to end, and when its
# terminal is closed (which the supervisor does not look out for, so it is shielded and told in its own words).
# To be told to end is no failure.
define supervise
(trap '' HUP; exec $(PYTHON) -m honcho start --procfile $(1) --port $(PORT)) & supervisor=$$!; \
trap "kill -TERM $$supervisor 2>/dev/null || true" HUP INT TERM; \
outcome=0; \
while kill -0 $$supervisor 2>/dev/null; do outcome=0; wait $$supervisor || outcome=$$?; done; \
case $$outcome in 130|143) ;; *) exit $$outcome ;; esac
endef
