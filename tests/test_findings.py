"""Every finding of every check is told at the line and column of what it is about."""

from __future__ import annotations

import ast
import datetime as dt
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from macros.commands.check import not_announced
from macros.domain.checks import lasting
from macros.domain.checks.contacts import contacts
from macros.domain.checks.leads import leads
from macros.domain.checks.topics import topics
from macros.domain.checks.videos import videos
from macros.domain.checks.visits import visits
from macros.domain.duty import Resolved
from macros.domain.edition import HORIZON
from macros.errors import Finding
from macros.load import Loaded, build, load
from macros.load.text_files import parse
from macros.models.town import FILES
from tests.findings import MARK, ROWS, TOWN, Files
from tests.second_town import FOLDER as SECOND

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 23)
NAMES = [f"{number}-{said}" for number, (said, _) in enumerate(ROWS)]
# A line of the code at which a finding is made.
Site = tuple[str, int]


def town(files: Files) -> Loaded:
    """The town of these files, the others being those without any finding."""
    texts = {file.name: "{}\n" for file in FILES if file.optional} | TOWN | files
    return build(
        {name: parse(text.encode(), f"{name}.yml") for name, text in texts.items()}, {"media/a.jpg": ""}
    )


def found(loaded: Loaded, today: dt.date = TODAY) -> Iterator[Finding]:
    yield from lasting(loaded.town, today, today + HORIZON)
    yield from contacts(loaded.town)
    yield from leads(loaded.town)
    yield from topics(loaded.town)
    yield from videos(loaded.town)
    yield from visits(loaded.town, Resolved.of(loaded.town, today), today)
    yield from not_announced(loaded.town, today, today + HORIZON)


def marked(files: Files) -> tuple[Files, tuple[str, int, int]]:
    """The files without the mark, and where it was."""
    ((name, text),) = [(name, text) for name, text in files.items() if MARK in text]
    before, after = text.split(MARK)
    line = before.count("\n") + 1
    return {**files, name: before + after}, (f"{name}.yml", line, len(before.rpartition("\n")[2]) + 1)


def callers(frame: FrameType | None) -> Iterator[Site]:
    while frame:
        yield frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back


@cache
def outcome(number: int) -> tuple[list[tuple[str, int, int]], set[Site]]:
    """Where the row's finding is told, and the lines of the code that made it."""
    said, files = ROWS[number]
    made: dict[Finding, set[Site]] = {}
    init: Any = Finding.__init__

    def recorded(finding: Finding, *args: Any, **more: Any) -> None:
        init(finding, *args, **more)
        made.setdefault(finding, set()).update(callers(sys._getframe(1)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Finding, "__init__", recorded)
        loaded = town(marked(files)[0])
        told = [finding for finding in found(loaded) if said in finding.message]
    problems = [loaded.problem(finding) for finding in told]
    places = [(problem.file, problem.line, problem.column) for problem in problems]
    # What a reminder was made of as an error counts as well.
    sites = {site for finding, sites in made.items() for site in sites if said in finding.message}
    return places, sites


@pytest.mark.parametrize("number", range(len(ROWS)), ids=NAMES)
def test_a_finding_is_told_at_its_spot(number: int) -> None:
    assert outcome(number)[0] == [marked(ROWS[number][1])[1]]


def makers(trees: dict[str, ast.Module]) -> set[str]:
    """The names of what makes a finding: the class, and each function that returns a single one."""
    functions = [
        node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    ]
    return {"Finding"} | {
        node.name for node in functions if isinstance(node.returns, ast.Name) and node.returns.id == "Finding"
    }


def test_every_line_that_makes_a_finding_has_a_row() -> None:
    trees = {str(path): ast.parse(path.read_text("utf-8")) for path in (ROOT / "macros").rglob("*.py")}
    named = makers(trees)
    reached = set().union(*(outcome(number)[1] for number in range(len(ROWS))))
    without = [
        f"{Path(file).name}:{node.lineno}: {ast.unparse(node)}"
        for file, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in named
        if not any((file, line) in reached for line in range(node.lineno, (node.end_lineno or 0) + 1))
    ]
    assert without == []


def test_the_town_around_the_rows_has_no_finding_but_that_next_year_is_not_announced() -> None:
    assert {finding.message.partition("，")[0] for finding in found(town({}))} == {
        "2027年放假安排待国务院办公厅公布"
    }


@pytest.mark.parametrize("folder", [ROOT / "data", SECOND], ids=["first", "second"])
def test_the_findings_of_both_towns_lead_to_something_written(folder: Path) -> None:
    loaded = load(folder)
    assert all(loaded.problem(finding).line for finding in found(loaded))
