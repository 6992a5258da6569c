"""A correction excuses the days that it names, however a clerk writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from macros.domain.duty.corrections import EXAMPLE, Correction, corrections, suggested

TODAY = dt.date(2027, 1, 20)


def named(line: str) -> list[str]:
    """The days that the only correction of a text excuses."""
    (found,) = corrections(line, TODAY)
    every = [TODAY - dt.timedelta(days=number) for number in range(800)]
    return sorted(str(day) for day in every if found.excuses(day))


def days(*months_and_days: str) -> list[str]:
    """Those days of December 2026, or as written."""
    return [day if len(day) > 2 else f"2026-12-{day}" for day in months_and_days]


@pytest.mark.parametrize(
    "line",
    [
        EXAMPLE,
        "更正：12月2日是陈律师值的班",
        "更正 12月2日：陈律师值的班",
        "更正12月2号 陈律师值的班",
        "更正：2026年12月2日，陈律师值的班",
        "更正 2026/12/2: 陈律师值的班",
        "更正 12-02：陈律师值的班",
        "更正 12.2：陈律师值的班",
        "  更正：１２月２日（星期三）陈律师值的班",
        "* 更正 2026-12-02：陈律师值的班",
        "更正 12月2日 9 点以后是陈律师",
        "更正：12月2日，9 个人来过，陈律师值的班",
        "更正：12月2日陈律师值班，12月9日没有变",
    ],
)
def test_one_day_in_all_the_ways_it_is_written(line: str) -> None:
    assert named(line) == ["2026-12-02"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("更正 12月2日、12月9日：换了人", days("02", "09")),
        ("更正 12月2、9日：换了人", days("02", "09")),
        ("更正 12月2日和9日：换了人", days("02", "09")),
        ("更正 2026-12-02，2026-12-09：换了人", days("02", "09")),
        ("更正 2026-12-02 2026-12-09：换了人", days("02", "09")),
        ("更正 12月2日（周三）、12月9日（周三）：换了人", days("02", "09")),
        ("更正 12月2日至12月5日：换了人", days("02", "03", "04", "05")),
        ("更正 12月2日到5日：换了人", days("02", "03", "04", "05")),
        ("更正 2026-12-02—2026-12-03：换了人", days("02", "03")),
        ("更正 2026-12-02 ~ 12-03、12月9日：换了人", days("02", "03", "09")),
        ("更正 12月31日至1月1日：换了人", days("31", "2027-01-01")),
        ("更正 2026年12月31日至1月1日：换了人", days("31", "2027-01-01")),
        ("更正 2025年12月31日、2026年1月2日：换了人", ["2025-12-31", "2026-01-02"]),
        ("更正 1月25日：去年的", ["2026-01-25"]),
        ("更正 12月1日、12月3日至5日、12月8日至9日：换了人", days("01", "03", "04", "05", "08", "09")),
        ("更正 12月2日至3日至8日：一段只有两头", days("02", "03")),
        ("更正 12月2日 9：只隔空格的数字不是日子", days("02")),
        ("更正 2025-12-02、12-03：换了人", ["2025-12-02", "2025-12-03"]),
        ("更正 2025年12月31日至1月1日：换了人", ["2025-12-31", "2026-01-01"]),
    ],
)
def test_several_days_and_spans(line: str, expected: list[str]) -> None:
    assert named(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "更正：原因",
        "更正：昨天是陈律师值的班",
        "更正 2026-12-02",
        "更正 2026-12-02：",
        "更正 2026-02-30：写错了",
        "更正 2026-02-30至2026-03-02：写错了",
        "更正 2026-12-05至2025-12-20：年份写错了",
        "更正X2026-12-02：原因",
        "更正 12月5日至12月2日：写反了",
        "更正 2026-12-05至12-02：写反了",
        "更正 2日：没有写月份",
        "更正",
    ],
)
def test_a_line_without_a_day_or_a_reason_excuses_nothing(line: str) -> None:
    assert named(line) == []
    assert not corrections(line, TODAY)[0].understood


def test_only_lines_that_begin_so_are_corrections() -> None:
    text = "改值班\n\n请勿更正 2026-12-02：原因\n更正 2026-12-03：甲\n说明\n更正：昨天\n"
    assert [found.line for found in corrections(text, TODAY)] == ["更正 2026-12-03：甲", "更正：昨天"]


def test_the_29th_of_february_is_the_last_one_there_was() -> None:
    (found,) = corrections("更正 2月29日：换了人", TODAY)
    assert found.spans == ((dt.date(2024, 2, 29), dt.date(2024, 2, 29)),)


def test_what_is_suggested_is_understood_once_the_reason_is_written() -> None:
    missing = [dt.date(2026, 12, day) for day in (2, 3, 4, 9)]
    line = suggested(missing)
    assert line == "更正 2026-12-02至2026-12-04、2026-12-09：（写原因）"
    assert named(line) == []
    assert named(line.replace("（写原因）", "换了人")) == days("02", "03", "04", "09")


def test_a_span_over_new_year_is_short_unless_both_years_are_written() -> None:
    assert len(named("更正 2025年12月1日至2月1日：换了人")) == 63
    assert named("更正 2025年12月1日至2月2日：换了人") == []
    assert len(named("更正 2025-12-01至2026-03-31：换了人")) == 121


def test_the_line_and_its_reason_are_kept_as_they_are_written() -> None:
    (found,) = corrections("更正 2026-12-02：X 代 Y。", TODAY)
    assert (found.line, found.reason) == ("更正 2026-12-02：X 代 Y。", "X 代 Y")
    wrong = "更正 2026-02-30：写错了"
    assert corrections(wrong, TODAY) == (Correction(wrong, (), ""),)


def test_the_29th_of_february_may_be_eight_years_ago() -> None:
    (found,) = corrections("更正 2月29日：换了人", dt.date(2104, 1, 20))
    assert found.spans == ((dt.date(2096, 2, 29), dt.date(2096, 2, 29)),)
