"""The flow goes one way: errors <- models <- load, domain <- views <- plugin; only edges ask the world."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "macros").rglob("*.py"))
ALLOWED = {
    "glossary": set[str](),
    "errors": {"glossary"},
    "clock": set[str](),
    "history": {"clock"},
    "models": {"errors", "models"},
    "load": {"errors", "models", "load"},
    "domain": {"errors", "models", "domain"},
    "views": {"errors", "models", "domain", "views"},
    "publish": {"publish"},
    "checked": {"errors", "load", "domain"},
    "followers": {"history", "models", "load", "domain", "views", "checked"},
    "sample_videos": {"models", "load"},
    "commands": {
        "errors",
        "history",
        "models",
        "load",
        "domain",
        "views",
        "checked",
        "followers",
        "commands",
    },
    "cli": {"errors", "clock", "commands"},
    "plugin": {
        "errors",
        "clock",
        "history",
        "load",
        "models",
        "domain",
        "views",
        "publish",
        "checked",
        "followers",
    },
    "hooks": {"plugin"},
    "__init__": {"plugin"},
}
ONLY_IN = {
    "argparse": {"commands"},
    "os": {"cli", "commands", "plugin"},
    "random": set[str](),
    "subprocess": {"history", "sample_videos"},
    "time": set[str](),
    "mkdocs": {"plugin", "hooks"},
    "jinja2": {"views"},
    "folium": {"views"},
    "branca": {"views"},
    "icalendar": {"views"},
    "yaml": {"load"},
    "PIL": {"load"},
    "webvtt": {"load"},
}


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def layer(module: Path) -> str:
    return module.relative_to(ROOT / "macros").parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_its_layer_and_those_below(module: Path) -> None:
    ours = {name.split(".")[1] for name in imported(module) if name.startswith("macros.")}
    assert ours <= ALLOWED[layer(module)]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_a_library_with_a_home_is_imported_only_there(module: Path) -> None:
    for name in imported(module):
        home = ONLY_IN.get(name.split(".")[0])
        assert home is None or layer(module) in home, f"{name} belongs to {home}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_only_the_clock_asks_what_time_it_is(module: Path) -> None:
    asked = {
        node.func.attr
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert layer(module) == "clock" or asked.isdisjoint({"now", "utcnow", "today"})


SCRIPTS = sorted((ROOT / "docs" / "assets" / "javascripts").glob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_only_clock_js_asks_what_time_it_is(script: Path) -> None:
    text = script.read_text("utf-8")
    assert script.name == "clock.js" or not re.search(r"new Date\(|Date\.now\(|setInterval\(", text)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_whatever_depends_on_the_day_is_refreshed_by_the_clock(script: Path) -> None:
    text = script.read_text("utf-8")
    asks = re.search(r"fahu\.(now|today|time|daysUntil)\(", text)
    assert script.name == "clock.js" or not asks or "fahu.onTick(" in text
    # Asked for once, when the page was opened, a day is yesterday's after midnight.
    assert not re.search(r"^ {2}(var|let|const) .*fahu\.(now|today|time)\(", text, re.MULTILINE)
