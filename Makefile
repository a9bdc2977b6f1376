# make run     set up what is needed, then open her2guide   (make run ARGS="--help")
# make test    set up what is needed, then run the tests    (make test ARGS="tests/model -x", WORKERS=0 for one process)
# make lint    style, types and layers        make format   put the style right
# make bench   start-up, memory, PDF times (ARGS="--only window --walks 1000")    make lock     write packaging/requirements*.txt anew
# make grades  reading grade of each section
# make screens  pictures of the window's pages and parts in build/screens
# make journeys  write the kept guides of tests/journeys and docs/sample anew
# make fuzz    read odd texts as reports, by the thousand (ARGS="--count 1000000 --jobs 2")
# make verapdf  check every kind of PDF with veraPDF, a second opinion on its tags (Java; skips where there is none)
# make kiosk-keys  press every key, with every set of held keys, on every kind of page of a shared screen (minutes)
# make kiosk-monkey  do anything at all to a shared screen (ARGS="--steps 20000 --seed 1", minutes)
# make truth-table  write docs/truth-table.md anew: which answers give which HER2 word and pages
# make mutants  change each rule a little, in every way, and list the changes that no test notices (ARGS="logic", takes minutes)
# make scorecard  write docs/scorecard.md from its scores (BY="your name": you read what changed, and the scores hold)
# make seen    drawings in gray, as color-blind readers see them, at 200 % and mirrored, in build/seen
# make visit-kills  kill the saving of a visit at every call that touches a file, 200 times (ARGS="--kills 2000")
# make kiosk-residue  300 real sessions with words in every field, then a search for them (ARGS="--sessions 30")
# make kiosk-soak  10,000 sessions in one process: memory and open files (ARGS="--sessions 1000")
# make kiosk-strace  the sockets of whole sessions, by strace
# make kiosk-picture  the shared screen in cage under another account: pictures, and how fast it is back (installs what it needs)
# make sbom    list what the app ships with, as CycloneDX, in build/sbom.cdx.json
# make clean   remove everything make made

PYTHON ?= python3
ARGS ?=
BY ?=
WORKERS ?= auto
BIN := .venv/bin
SBOM := .cache/sbom/bin/cyclonedx-py
UV_COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/.cache/hypothesis

.PHONY: run test lint format bench screens journeys grades fuzz kiosk-keys kiosk-monkey truth-table mutants scorecard seen verapdf visit-kills sbom lock clean setup setup-dev

run: setup
	@$(BIN)/her2guide $(ARGS)

test: setup-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadgroup $(ARGS)

lint: setup-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter

format: setup-dev
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

bench: setup-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench $(ARGS)

screens: setup-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.screens $(or $(ARGS),build/screens/parts)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.window_screens $(or $(ARGS),build/screens/pages)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.kiosk.window.screens $(or $(ARGS),build/screens/kiosk)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.consult_screens $(or $(ARGS),build/screens/consult)

journeys: setup-dev
	$(BIN)/python -m tests.journeys.write

grades: setup-dev
	$(BIN)/python -m tests.content.grades

truth-table: setup-dev
	$(BIN)/python -m tests.guide.truth_table

scorecard: setup-dev
	$(BIN)/python -m tests.scorecard --by "$(BY)"

seen: setup-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.seen $(or $(ARGS),build/seen)

mutants: setup-dev
	$(BIN)/python -m tests.mutants $(ARGS)


kiosk-monkey: setup-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.kiosk.window.monkey $(ARGS)

kiosk-keys: setup-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.kiosk.window.press_keys $(ARGS)

fuzz: setup-dev
	$(BIN)/python -m tests.intake.fuzz $(ARGS)

.PHONY: kiosk-picture kiosk-residue kiosk-soak kiosk-strace
kiosk-residue: setup-dev
	$(BIN)/python -m tests.kiosk.residue $(ARGS)

kiosk-soak: setup-dev
	$(BIN)/python -m tests.kiosk.soak $(ARGS)

kiosk-strace: setup-dev
	$(BIN)/python -m tests.kiosk.calls $(ARGS)

kiosk-picture: setup
	@tests/kiosk/picture.sh build/kiosk

verapdf: setup-dev
	$(BIN)/python -m tests.verapdf $(ARGS)

visit-kills: setup-dev
	$(BIN)/python -m tests.files.kills $(ARGS)

sbom: $(SBOM)
	@mkdir -p build
	$(SBOM) requirements packaging/requirements.txt --pyproject pyproject.toml --output-reproducible \
		--output-format JSON --output-file build/sbom.cdx.json

$(SBOM): packaging/requirements-sbom.txt
	$(PYTHON) -m venv --clear .cache/sbom
	.cache/sbom/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		--requirement packaging/requirements-sbom.txt
	@touch $(SBOM)

# Keeps the versions it finds; ARGS=--upgrade takes newer ones.
lock:
	$(UV_COMPILE) $(ARGS) pyproject.toml --output-file packaging/requirements.txt
	$(UV_COMPILE) $(ARGS) pyproject.toml --extra dev --constraints packaging/requirements.txt \
		--output-file packaging/requirements-dev.txt
	$(UV_COMPILE) $(ARGS) --group sbom --output-file packaging/requirements-sbom.txt
	$(UV_COMPILE) $(ARGS) --group verapdf --output-file packaging/requirements-verapdf.txt

clean:
	rm -rf .venv .cache build dist
	find her2guide tests packaging -name __pycache__ -prune -exec rm -rf {} +

setup:
	@$(PYTHON) packaging/bootstrap.py run

setup-dev:
	@$(PYTHON) packaging/bootstrap.py dev
