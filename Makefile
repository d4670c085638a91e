# Every target says what it does behind ##; `make` lists them.
.DEFAULT_GOAL := help
BIN := bin/ringflow
GO  ?= go
# The linter is pinned in a module of its own, so that it adds nothing to ours.
LINT = $(GO) tool -modfile=.tools/go.mod golangci-lint

.PHONY: help run dev build test test-full check golden bench fuzz soak clean

help: ## List the targets.
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## Build everything and play the whole story of the masking example.
	@$(BIN) demo

dev: build ## Bring emulator and control plane up on the masking example and stay.
	@$(BIN) dev

build: ## Build the binary.
	@$(GO) build -o $(BIN) ./cmd/ringflow

test: ## Run every test that needs git, make and Go alone.
	$(GO) test ./...

test-full: ## Also with the race detector, Node, the official client and tsc (build tag full).
	$(GO) test -race -tags full ./...

check: ## Formatting, vet, linter, generated files and goldens that are up to date.
	@test -z "$$(gofmt -l cmd flow compiler runtime-shim controlplane examples)" || { gofmt -l cmd flow compiler runtime-shim controlplane examples; exit 1; }
	$(GO) vet -tags full ./...
	$(LINT) run
	$(GO) mod verify
	$(MAKE) --no-print-directory golden
	git diff --exit-code

golden: ## Rewrite every golden file and what is generated.
	$(GO) generate ./...
	UPDATE=1 $(GO) test ./...

bench: build ## Measure, as ratios, and write docs/benchmarks.md.
	$(GO) run ./runtime-shim/calltest/internal/bench

fuzz: ## Fuzz what reads the language: YAML, expressions, formatter, language server. FUZZ=20s each.
	for target in source:FuzzParse expr:FuzzParse format:FuzzFile lsp:FuzzServer; do \
	  $(GO) test ./flow/$${target%:*} -run '^$$' -fuzz "^$${target#*:}$$" -fuzztime $${FUZZ:-20s} -fuzzminimizetime 10x || exit 1; \
	done

soak: ## Long searches: fuzzing, seeds, kills. SOAK=10m sets how long each.
	SOAK=$${SOAK:-10m} ./.ci/soak

clean: ## Remove what was built.
	rm -rf bin dist
