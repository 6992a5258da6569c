"""A place in a model leads to a place in a file, and reads as a clerk would say it."""

from __future__ import annotations

import pytest

from macros.load.locate import Loc, find, shorten
from macros.load.text_files import parse

LONG = "一二三四五六七八九十" * 2


def path(text: str, loc: Loc, main: str | None) -> tuple[str, ...]:
    root = parse(text.encode(), "a.yml").root
    assert root is not None
    return find(root, loc, main).path


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        (f"{{title: {LONG}}}", f"第 1 条（{LONG}）"),
        (f"{{title: {LONG}一}}", f"第 1 条（{LONG}…）"),
        ("{title: ' ', number: 110}", "第 1 条（110）"),
        ("{text: 甲}", "第 1 条"),
    ],
)
def test_an_entry_is_called_by_what_it_is_called_itself(entry: str, label: str) -> None:
    text = f"leave: [{entry}]\n"
    assert path(text, ("leave", 0), None) == (f"请假{label}",)
    assert path(text, ("leave", 0), "请假") == (label,)


def test_what_is_not_in_the_file_is_passed_over() -> None:
    assert path("leave: [{id: a}]\n", ("leave", 1, "id"), None) == ("请假",)
    assert path("leave: [{id: a}]\n", ("duty", "leave", -1), None) == ("请假",)


@pytest.mark.parametrize(
    ("text", "short"), [("一" * 40, "一" * 40), ("一" * 41, "一" * 40 + "…"), (" a \n b ", "a b")]
)
def test_a_text_is_shown_on_one_line_of_forty_characters(text: str, short: str) -> None:
    assert shorten(text) == short
