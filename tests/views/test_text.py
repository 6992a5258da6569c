"""Words in which no line may end inside a date, a time, a number or a name."""

from __future__ import annotations

from macros.views.text import pieces


def whole(text: str, *names: str) -> list[str]:
    """The pieces of a text that stay whole; together with the others they are the text."""
    found = list(pieces(text, names))
    assert "".join(piece for piece, _ in found) == text
    assert all(piece for piece, _ in found)
    return [piece for piece, together in found if together]


def test_dates_times_and_numbers_stay_whole() -> None:
    said = "原定12月4日 周五 13:30–16:00，改到2026年12月，带 2 份"
    assert whole(said) == ["12月4日", "周五", "13:30–16:00", "2026年12月", "2 份"]
    assert whole("没有日子") == []
    assert list(pieces("")) == []


def test_names_stay_whole_the_longest_that_begins_there() -> None:
    assert whole("由王小明代王小，王小明日再来", "王小", "王小明", "不在") == ["王小明", "王小", "王小明"]


def test_of_a_name_and_a_number_the_one_that_begins_first_is_whole() -> None:
    assert whole("第12村和3号房", "第12村", "号房") == ["第12村", "3号"]
    assert whole("12村", "12村") == ["12村"]
