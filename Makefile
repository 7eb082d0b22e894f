# Every target makes the environment in .venv first, when it is missing or its pins changed.
#
#   make run [FILE=project.rambat]   open the window
#   make test [ARGS="-k trainer"]    run the tests
#   make lint                        ruff and mypy
#   make peers                       compare with PyTorch (installs it into .venv)
#   make bench                       measure speed
#   make translations                collect and compile the interface's texts
#   make reference                   write the table of all kinds anew
#   make pins                        resolve requirements*.txt anew
#   make clean                       remove caches and build output
#
# PYTHON=python3.12 names the interpreter a new .venv is made with.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
SOURCES := engine gui main.py tests
TORCH ?= torch==2.13.0
# A process for each core; the tests of a file stay together, for they share what is slow to make.
IN_PARALLEL := --numprocesses=auto --maxprocesses=4 --dist=loadfile
PIN := .venv-pins/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make pins"

.PHONY: help run test lint peers torch bench translations reference pins clean system-libraries

help:
	@sed -n 's/^#   //p' Makefile

run: system-libraries $(INSTALLED)
	$(VENV_PYTHON) main.py $(if $(FILE),"$(FILE)") $(ARGS)

test: system-libraries $(INSTALLED)
	$(VENV_PYTHON) -m pytest $(IN_PARALLEL) $(ARGS)

lint: $(INSTALLED)
	$(VENV_PYTHON) -m ruff check $(SOURCES)
	$(VENV_PYTHON) -m ruff format --check $(SOURCES)
	$(VENV_PYTHON) -m mypy

peers: system-libraries torch
	$(VENV_PYTHON) -m pytest tests/peers $(IN_PARALLEL) $(ARGS)

# pip leaves pinned packages that already satisfy PyTorch as they are.
torch: $(INSTALLED)
	$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check $(TORCH)
	$(VENV_PYTHON) -m pip check

bench: system-libraries $(INSTALLED)
	$(VENV_PYTHON) -m tests.benchmarks $(ARGS)

translations: system-libraries $(INSTALLED)
	$(VENV_PYTHON) -m gui.translations

reference: $(INSTALLED)
	$(VENV_PYTHON) -m engine.reference

pins:
	tools/environment.sh .venv-pins uv
	$(PIN) pyproject.toml --output-file requirements.txt
	$(PIN) pyproject.toml --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	@if grep -nE '://|^--|file:' requirements.txt requirements-dev.txt; then \
		echo "A requirements file names an address; it must hold names, versions and hashes only." >&2; exit 1; fi

clean:
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .venv-pins
	find engine gui tests -name __pycache__ -type d -prune -exec rm -rf {} +

system-libraries:
	@tools/system_libraries.sh

$(INSTALLED): requirements-dev.txt
	tools/environment.sh $(VENV) --require-hashes -r requirements-dev.txt
	@touch $@

export PYTHON
