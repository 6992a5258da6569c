"""Templates are read by people: one component a file, its parameters said first, no line past the screen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from macros.views import templates
from macros.views.templates import OVERRIDES, environment

WIDTH = 160
COMPONENTS = sorted((OVERRIDES / "components").glob("*.html"))


def too_long(text: str) -> list[int]:
    """The numbers of the lines that are longer than the width."""
    return [number for number, line in enumerate(text.splitlines(), 1) if len(line) > WIDTH]


def macros(text: str) -> list[nodes.Macro]:
    """The macros of a template, in their order."""
    return list(environment().parse(text).find_all(nodes.Macro))


def unsaid(text: str) -> list[str]:
    """The parameters of a template's component that its first comment doesn't list before the dash."""
    said = re.match(r"\{#(.*?)#\}", text, re.DOTALL)
    words = set(re.findall(r"\w+", said[1].split("—")[0])) if said else set()
    return [param.name for param in macros(text)[0].args if param.name not in words]


def test_a_line_of_a_template_has_at_most_160_characters() -> None:
    found = {path.name: too_long(path.read_text("utf-8")) for path in OVERRIDES.rglob("*.html")}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_file_holds_the_one_component_of_its_name(path: Path) -> None:
    names = [macro.name for macro in macros(path.read_text("utf-8"))]
    assert names == [path.stem.replace("-", "_")]


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_components_parameters_stand_in_its_first_comment(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("{# ")
    assert unsaid(text) == []


def test_a_parameter_that_only_the_words_after_the_dash_name_is_not_listed() -> None:
    macro = "{% macro mark(place, whole=false) %}{% endmacro %}"
    assert unsaid("{# place: Place, whole: bool — its mark #}" + macro) == []
    assert unsaid("{# place: Place — its whole mark #}" + macro) == ["whole"]
    assert unsaid(macro + "{# place: Place, whole: bool — its mark #}") == ["place", "whole"]


@pytest.fixture
def components(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of components in which one uses another."""
    monkeypatch.setattr(templates, "OVERRIDES", tmp_path)
    (tmp_path / "components").mkdir()
    outer = '{% from "components/inner.html" import inner %}{% macro outer() %}{{ inner() }}{% endmacro %}'
    (tmp_path / "components" / "outer.html").write_text(outer, "utf-8")
    (tmp_path / "components" / "inner.html").write_text("{% macro inner() %}one{% endmacro %}", "utf-8")
    yield tmp_path / "components"
    templates.reread(-1)


def test_a_component_that_changed_is_read_again_by_those_that_use_it(components: Path) -> None:
    read = templates.reread(0)
    assert templates.render("outer") == "one"
    (components / "inner.html").write_text("{% macro inner() %}two{% endmacro %}", "utf-8")
    os.utime(components / "inner.html", ns=(0, 0))
    assert templates.render("outer") == "one"
    assert templates.reread(read) != read
    assert templates.render("outer") == "two"


def test_components_that_are_the_same_are_kept(components: Path) -> None:
    read = templates.reread(0)
    kept = environment()
    assert templates.reread(read) == read
    assert environment() is kept
