# Everything is set up by build_spec/bootstrap.py, which every target below calls first where it has to.
PYTHON ?= python3
BIN := .venv/bin
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --build-deps-for editable \
	--no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup setup-test run test coverage check attacks long bench format docs translations lock package package-test package-twice release clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## install all that the program needs
	@$(PYTHON) build_spec/bootstrap.py

setup-test:
	@$(PYTHON) build_spec/bootstrap.py --test

run: setup ## open the window with a sample draft; without a display, run the demo into out/
	@if $(BIN)/python -m chengwen_desktop.doctor --quiet; \
	then $(BIN)/chengwen open --sample; else $(BIN)/chengwen demo -o out; fi

test: setup-test ## run the tests; ARGS="..." goes to pytest
	@$(BIN)/python -m pytest --numprocesses logical --dist loadfile $(ARGS)

coverage: setup-test ## run the tests and count the branches they take; fails below the limit in pyproject.toml
	@$(BIN)/python -m pytest --numprocesses logical --dist loadfile --cov --cov-report=term:skip-covered $(ARGS)

check: setup-test ## ruff, pyright and import-linter, as CI and pre-commit run them
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

attacks: setup-test ## try all that hostile files, disks and neighbours could do, and print the table; ARGS="-k packs" for some
	@$(BIN)/python tests/attacks/table.py $(ARGS)

long: setup-test ## the long checks (hours): fuzz, kill, undo, soak, mutants; ARGS=fuzz takes one part; writes tests/long/results/
	@$(BIN)/python tests/long/run.py $(ARGS)

bench: setup-test ## measure everything on this machine (an hour, with nothing else to do); writes tests/benchmarks/results/ and docs/growth.svg
	@$(BIN)/python tests/benchmarks/run.py $(ARGS)

format: setup-test ## put the source into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup-test ## make the pictures of the guide, the table of keys and the reference anew
	$(BIN)/python build_spec/pictures.py
	$(BIN)/python build_spec/picture.py docs/window.png
	$(BIN)/python build_spec/reference_pages.py

translations: setup-test ## take up the window's words into chengwen_en.ts, and compile what is translated there
	@$(BIN)/python build_spec/translations.py

lock: setup-test ## renew the locks from pyproject.toml; ARGS=--upgrade takes newer versions
	$(LOCK) $(ARGS) --output-file build_spec/requirements.lock pyproject.toml
	$(LOCK) $(ARGS) --extra test --extra develop --constraint build_spec/requirements.lock \
		--output-file build_spec/requirements-develop.lock pyproject.toml
	$(LOCK) $(ARGS) --extra build --constraint build_spec/requirements.lock \
		--output-file build_spec/requirements-build.lock pyproject.toml

package: setup ## build the folder, the .deb and the portable archives into out/package, and try them with the network cut
	@$(BIN)/python -m build_spec.package

package-test: setup ## try both packages on a clean Debian without Python and network (as root, with debootstrap)
	@$(BIN)/python -m build_spec.package.clean_tree $(ARGS)

package-twice: setup ## build twice and compare byte by byte
	@$(BIN)/python -m build_spec.package.twice

release: setup-test ## go through the steps of a release, and name those that are a person's
	@$(BIN)/python build_spec/release.py

clean: ## remove all that set-up and the tools made
	rm -rf .venv out build_spec/validator/node_modules .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
