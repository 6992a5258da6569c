"""The flow goes one way, from room to room: models <- load, domain <- views <- plugin."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "macros").rglob("*.py"))
# A folder, or a module beside the folders, is a room; the rooms of the domain are named with it.
DOMAIN = {"domain", "domain.days", "domain.duty", "domain.checks"}
BELOW_VIEWS = {"errors", "models", *DOMAIN}
ALLOWED = {
    "errors": set[str](),
    "clock": set[str](),
    "kept": set[str](),
    "history": {"clock"},
    "models": {"errors", "models"},
    "load": {"errors", "models", "load"},
    "domain.days": set[str](),
    "domain.duty": {"models", "domain.days", "domain.duty"},
    "domain": {"models", "domain.days", "domain.duty", "domain"},
    "domain.checks": {"errors", "models", *DOMAIN},
    "views": {*BELOW_VIEWS, "kept", "views"},
    "subjects": {*BELOW_VIEWS, "views", "subjects"},
    "publish": {"kept", "load", "publish"},
    "checked": {"errors", "load", *DOMAIN},
    "followers": {"history", "models", "load", *DOMAIN},
    "edit": {"errors", "load", "checked", "edit", *DOMAIN},
    "forms": {"load", "models", "forms"},
    "newtown": {"newtown"},
    "sheets": {"errors", "models", "edit", "sheets", *DOMAIN},
    "commands": {
        *BELOW_VIEWS,
        "history",
        "load",
        "views",
        "checked",
        "followers",
        "edit",
        "newtown",
        "sheets",
        "commands",
    },
    "cli": {"errors", "clock", "commands"},
    "publishable": {"errors", "history", "load", "models", "checked", "followers", *DOMAIN},
    "plugin": {
        *BELOW_VIEWS,
        "clock",
        "views",
        "subjects",
        "publish",
        "publishable",
        "forms",
        "run",
        "plugin",
    },
    "run": {"clock", "publishable", "views", "subjects", "publish", *DOMAIN},
    "hooks": {"plugin"},
    "__init__": {"plugin"},
}
ONLY_IN = {
    "argparse": {"commands"},
    "os": {"cli", "commands", "plugin"},
    "python_calamine": {"sheets"},
    "random": set[str](),
    "ruamel": {"edit"},
    "subprocess": {"history"},
    "time": {"clock"},
    "mkdocs": {"plugin"},
    "mkdocs_macros": {"plugin"},
    "xlsxwriter": {"sheets"},
    "jinja2": {"views"},
    "folium": {"views"},
    "branca": {"views"},
    "docx": {"commands"},
    "icalendar": set[str](),
    "yaml": {"load"},
    # Files are looked into, and posters drawn.
    "PIL": {"load", "views"},
    "pylopdf_fonts_zh_cn": {"views"},
    "webvtt": {"load"},
}


def imported(module: Path) -> Iterator[str]:
    """What a module imports, each name with the module that it comes from."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(name: str) -> str:
    """The room of a module of ours, by its dotted name."""
    first, second, *_ = (*name.split(".")[1:], "")
    return f"{first}.{second}" if f"{first}.{second}" in DOMAIN else first


def own(module: Path) -> str:
    """The room that a file is in."""
    return room(".".join(module.relative_to(ROOT).with_suffix("").parts))


def layer(module: Path) -> str:
    return own(module).split(".")[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_its_layer_and_those_below(module: Path) -> None:
    ours = {room(name) for name in imported(module) if name.startswith("macros.")}
    assert ours <= ALLOWED[own(module)]


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
    assert script.name == "clock.js" or not asks or "clock.onTick(" in text
    # Asked for once, when the page was opened, a day is yesterday's after midnight.
    assert not re.search(r"^ {2}(var|let|const) .*fahu\.(now|today|time)\(", text, re.MULTILINE)
