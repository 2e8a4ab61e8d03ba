# make demo: build and run on examples/. make test: build and run every test. Both install what they need.
# `make help` lists the rest.

BUILD := build
SHELL := /bin/bash
export npm_config_fund := false
export npm_config_audit := false

.PHONY: help demo test build packages test-packages bench lint format fuzz golden clean install

help:
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: build ## build, lay the reports of examples/ side by side, say what was found
	@scripts/demo.sh

build: packages ## the release program, at build/synoptic
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target synoptic

test: test-packages ## every test, with address and undefined-behaviour sanitizers
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev
	@npm ci --prefix tests/e2e --silent
	@npm ci --prefix web --silent
	@ctest --preset dev -j 2

packages: ## the Debian packages that the build needs
	@scripts/install_packages.sh

test-packages: ## and those that the tests need
	@scripts/install_packages.sh --tests

bench: test-packages ## speed of every stage, on this machine
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target synoptic benches
	@scripts/bench.sh $(BUILD)

lint: test-packages ## clang-format on all, clang-tidy on what differs from the main branch
	@scripts/lint.sh

format: test-packages ## put the sources into the project's format
	@git ls-files '*.cc' '*.h' | xargs clang-format-14 -i

fuzz: test-packages ## run every fuzz target for a minute each (SECONDS_EACH=60)
	@scripts/fuzz.sh

golden: build ## write the golden outputs of examples/ anew; read the difference before you commit it
	@scripts/golden.sh

install: build ## the program, its man page and completions (PREFIX=/usr/local)
	@cmake --install $(BUILD) --prefix $(or $(PREFIX),/usr/local)

clean: ## remove what was built
	@rm -rf build build-dev build-tsan build-fuzz tests/e2e/node_modules web/node_modules web/dist
