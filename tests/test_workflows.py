"""The workflows are YAML that GitHub reads, and no way to publish goes around the comparison."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.commands.arguments import Parser
from macros.commands.diff import COMMAND

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(name: str) -> dict[str, Any]:
    """A workflow; `on` keeps its name, which YAML 1.1 takes for a truth value."""
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes only texts
    return found


def steps(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(name)["jobs"][job]["steps"]
    return found


def position(run: str) -> int:
    """Where in the build a command stands."""
    (number,) = [n for n, step in enumerate(steps("pages", "build")) if run in step.get("run", "")]
    return number


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_workflow_names_its_events_its_jobs_and_what_it_may_do(file: Path) -> None:
    workflow = read(file.stem)
    assert workflow["on"]
    assert workflow["jobs"]
    assert "permissions" in workflow


def test_every_event_that_publishes_compares_before_it_builds() -> None:
    assert set(read("pages")["on"]) == {"push", "pull_request", "workflow_dispatch", "workflow_call"}
    assert position("make venv") < position("fahu diff --site") < position("make site")
    compared = steps("pages", "build")[position("fahu diff --site")]
    assert "if" not in compared
    assert "continue-on-error" not in compared


def test_the_night_publishes_by_the_same_workflow() -> None:
    assert read("nightly")["jobs"]["pages"]["uses"] == "./.github/workflows/pages.yml"


def test_the_command_is_one_that_fahu_understands() -> None:
    run = steps("pages", "build")[position("fahu diff --site")]["run"]
    words = shlex.split(run.split(" >> ")[0].replace("$SITE_URL", "https://a.example/").replace("$ANEW", ""))
    parser = Parser(prog="diff")
    COMMAND.add_options(parser)
    found = parser.parse_args(words[2:])
    assert words[:2] == [".venv/bin/fahu", "diff"]
    assert (found.site, found.anew, found.revision) == ("https://a.example/", "", None)


def test_what_is_published_carries_its_revision() -> None:
    build = steps("pages", "build")
    (upload,) = [n for n, step in enumerate(build) if "upload-pages-artifact" in step.get("uses", "")]
    assert position("make site") < position("git rev-parse HEAD > site/published.txt") < upload


def test_only_the_whole_history_can_be_compared_with() -> None:
    assert steps("pages", "build")[0]["with"]["fetch-depth"] == "0"
    assert steps("duty", "diff")[0]["with"]["fetch-depth"] == "0"


def test_the_reason_for_not_comparing_is_given_by_hand_only() -> None:
    events = read("pages")["on"]
    assert events["workflow_dispatch"]["inputs"]["anew"]["default"] == ""
    assert not events["workflow_call"]


def test_every_action_is_pinned_and_everywhere_at_the_same_revision() -> None:
    used = [
        one for file in FILES for one in re.findall(r"uses: (actions/\S+@\S+ # \S+)", file.read_text("utf-8"))
    ]
    assert len({one.split("@")[0] for one in used}) == len(set(used))
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v[\d.]+", one) for one in used)
    assert "".join(file.read_text("utf-8") for file in FILES).count("uses: actions/") == len(used)


def test_a_pull_request_shows_its_mistakes_its_shifts_and_then_its_pages() -> None:
    job = steps("duty", "diff")
    runs = [step.get("run", "") for step in job]
    check, diff, preview = (
        next(number for number, run in enumerate(runs) if run.startswith(words))
        for words in (
            ".venv/bin/fahu check",
            ".venv/bin/fahu diff HEAD^1",
            "make --silent preview REV=HEAD^1",
        )
    )
    assert check < diff < preview
    assert job[preview + 1]["with"]["path"] == "preview"
    assert read("duty")["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("name", ["nightly", "town"])
def test_the_night_tells_by_issues_and_may_do_nothing_else(name: str) -> None:
    job = read(name)["jobs"]["notices"]
    assert job["permissions"] == {"contents": "read", "issues": "write"}
    told = job["steps"][-1]
    assert told["run"].startswith(".venv/bin/python -m tools.nightly")
    assert told["env"]["GH_TOKEN"] == "${{ github.token }}"  # noqa: S105 - it names where one is, and is none
    assert "secrets." not in (ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")


def test_a_town_of_data_alone_allows_what_the_called_workflow_asks_for() -> None:
    caller = (ROOT / "macros" / "newtown" / "files" / "town.yml").read_text("utf-8")
    (allowed,) = re.findall(r"^permissions: {(.+)}$", caller, re.MULTILINE)
    asked = {item for job in read("town")["jobs"].values() for item in job["permissions"].items()}
    given = dict(one.split(": ") for one in allowed.split(", "))
    assert all(given.get(what) in (how, "write") for what, how in asked)
