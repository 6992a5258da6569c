# Needs Python 3.11 or newer and git. The rest is installed into .venv from requirements.lock, and again
# only when that file or pyproject.toml changes. Another Python: make PYTHON=/path/to/python3.12 ...
#
#   make serve   look at the site while editing data/, at http://127.0.0.1:8000/
#   make site    build it into site/
#   make zip     the same as site.zip, for a portal that somebody else runs (tools/deploy/README.md)
#   make check   only look for mistakes in data/
#   make test    the tests, in a real browser too (some of them: make test T="tests/domain -k duty");
#                two at a time, as PROCESSES=2 says
#   make bench   what a year of duty and a build cost beside others that do such work (make bench N=3000: a
#                larger town too; Hugo is compared with where it is installed)
#   make lint    ruff and mypy; biome for scripts and style sheets
#   make format  let ruff mend what it can
#   make lock    write requirements.lock anew, after a change of the dependencies in pyproject.toml
#   make posters every place's poster in one PDF, posters.pdf; needs Chromium (SITE_URL=https://… for the codes)
#   make handbook-pictures   what residents see after each act of the handbook, anew; needs Chromium
#   make preview what the data at hand changes against a revision: the pages, the site and pictures of those
#                concerned, in preview/ (make preview REV=main)
#   make schema  what an editor knows of data/*.yml, from the models, into tools/schema/
#   make admin   the form for clerks, at admin/ of the site that make site built: make admin REPO=OWNER/NAME; needs npm
#   make sample-videos   films to try the player with, from data/videos.yml; needs ffmpeg
#
# Another town's folder: FAHU_DATA=DIR make serve (or site, check).

RUN := .venv/bin/python -m
ADDRESS ?= 127.0.0.1:8000
T ?=
PROCESSES ?= 2

# Material's notice of its own end in 2027 would bury the lines that matter.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site zip check test bench lint format lock posters handbook-pictures preview schema admin sample-videos venv

help:
	@sed -n 's/^#   /  /p' Makefile

serve: venv
	$(RUN) mkdocs serve --dev-addr $(ADDRESS)

site: venv
	$(RUN) mkdocs build

zip: site
	$(RUN) tools.portal_zip site site.zip

check: venv
	.venv/bin/fahu check

test: venv
	CHROMIUM=$$(.ci/chromium) && WEBKIT=$$(.ci/webkit) && export CHROMIUM WEBKIT && $(RUN) pytest -n $(PROCESSES) --dist loadfile $(T)

bench: venv
	$(RUN) tests.bench.duty
	$(RUN) tests.bench.build $(N)

lint: venv
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	.venv/bin/biome lint --error-on-warnings docs/assets tools/admin/*.js

format: venv
	$(RUN) ruff check --fix
	$(RUN) ruff format

# uv only resolves; it stays out of the lock and of .venv.
lock: venv
	$(RUN) venv --clear .venv/lock
	.venv/lock/bin/python -m pip install -qq uv
	.venv/lock/bin/uv pip compile --quiet --no-config --universal --generate-hashes --no-emit-index-url \
	    --no-header --group dev pyproject.toml --output-file requirements.lock >/dev/null
	rm -rf .venv/lock

venv: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml
	@PYTHON="$(PYTHON)" .ci/venv

posters: venv
	CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(RUN) tools.posters $(or $(FAHU_DATA),data) posters.pdf

handbook-pictures: venv
	CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(RUN) tools.handbook_pictures .github/pictures/handbook

# What it prints is the summary of a pull request.
preview: venv
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(RUN) tools.preview $(or $(REV),HEAD) preview

schema: venv
	$(RUN) tools.schemas

# Only what the lock's hashes name, and no package's own script.
admin: venv tools/admin/node_modules
	$(RUN) tools.admin_form $(if $(REPO),--repo $(REPO))

tools/admin/node_modules: tools/admin/package-lock.json
	npm ci --prefix tools/admin --ignore-scripts --no-audit --no-fund
	@touch $@

sample-videos: venv
	$(RUN) tools.sample_videos $(or $(FAHU_DATA),data)
