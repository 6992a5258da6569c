"""Of what is wrong, as much is told as a clerk can read, the worst first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.errors import MOST_TOLD, DataError, Level, Problem, told, wrong
from macros.load import load


def problems(file: str, lines: range, level: Level = "error") -> list[Problem]:
    return [Problem(file, line, 2, "值班", "错", level) for line in lines]


def mistakes(data: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(data)
    return str(caught.value).splitlines()


def test_a_hundred_of_each_file_are_told_and_the_rest_counted_at_the_first_of_them() -> None:
    other, full = problems("a.yml", range(1, 2)), problems("b.yml", range(1, MOST_TOLD + 1))
    assert told([*reversed(full), *other, *full]) == [*other, *full]
    more = problems("b.yml", range(MOST_TOLD + 1, MOST_TOLD + 4))
    rest = Problem("b.yml", MOST_TOLD + 1, 2, "", "还有 3 处，改好上面的再看", "error")
    error = DataError([*more, *full, *other])
    assert error.problems == (*other, *full, rest)
    assert str(error) == "\n".join(str(one) for one in (*other, *full, rest))


def test_a_reminder_makes_room_for_an_error() -> None:
    reminders = problems("a.yml", range(1, 4), "warning")
    errors = problems("a.yml", range(10, 9 + MOST_TOLD))
    rest = Problem("a.yml", 2, 2, "", "还有 2 处，改好上面的再看", "warning")
    assert told([*reminders, *errors]) == [reminders[0], rest, *errors]


@pytest.mark.parametrize(
    "row", ["{id: a%d, name: 甲%d, rolle: judge}", "{rolle: judge, name: 甲%d, id: a%d}"]
)
def test_beyond_a_hundred_complaints_of_a_file_only_the_place_is_told(data: Path, row: str) -> None:
    rows = (f"  - {row.replace('%d', str(number))}\n" for number in range(10, 62))
    (data / "people.yml").write_text("people:\n" + "".join(rows), "utf-8")
    found = [line for line in mistakes(data) if line.startswith("data/people.yml:")]
    assert found[49] == (
        f"data/people.yml:51:{5 + row.replace('%d', '00').index('rolle')}: 人员 › 第 50 条（a59） › rolle:"
        " 不认识 rolle 这一项，是不是想写 role？"
    )
    # A key that is missing is so at its entry, one that is too many at its value.
    value = 5 + row.replace("%d", "00").index("judge")
    assert found[50:] == [
        f"data/people.yml:{line}:{column}: 人员: 这里也不对，改好上面的再看"
        for line in (52, 53)
        for column in (5, value)
    ]


def test_complaints_are_counted_file_by_file(data: Path) -> None:
    (data / "people.yml").unlink()
    (data / "people").mkdir()
    for part in ("a", "b"):
        rows = (f"  - {{id: {part}{number}, name: 甲{part}{number}, rolle: judge}}\n" for number in range(40))
        (data / "people" / f"{part}.yml").write_text("people:\n" + "".join(rows), "utf-8")
    found = [line for line in mistakes(data) if line.startswith("data/people/")]
    assert len(found) == 80
    assert all(line.endswith("不认识 rolle 这一项，是不是想写 role？") for line in found)


@pytest.mark.parametrize(
    ("make", "context"),
    [
        (lambda: wrong("错"), {"message": "错", "right": "", "at": "", "near": None}),
        (
            lambda: wrong("错", right="对", at="a.1", near=("b", ["c"])),
            {"message": "错", "right": "对", "at": "a.1", "near": ("b", ["c"])},
        ),
    ],
)
def test_what_a_model_finds_wrong_says_so_by_itself(make: Callable[[], object], context: object) -> None:
    error = make()
    assert str(error) == "错"
    assert getattr(error, "context", None) == context
    assert getattr(error, "type", None) == "fahu"
