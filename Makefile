# `make` alone lists what there is. Needs Python 3.11 or later: another one with PYTHON=python3.12.
PYTHON ?= python3
.DEFAULT_GOAL := help
.PHONY: help run test check bench

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## install if needed, load the demonstration data if there is none, open the app
	@$(PYTHON) run.py open $(ARGS)

test: ## every test; a part of them with ARGS="-k municipality"
	@$(PYTHON) run.py test $(ARGS)

check: ## lint, format and types
	@$(PYTHON) run.py check

bench: ## time the app and the load against references, and write docs/performance.md
	@$(PYTHON) run.py bench $(ARGS)
