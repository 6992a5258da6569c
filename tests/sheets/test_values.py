"""A cell is understood in every form that offices use; what is unclear is said, never guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from macros.models.dates import Session
from macros.sheets.cells import Cell, Value
from macros.sheets.values import (
    NotUnderstoodError,
    Words,
    check_weekday,
    clock,
    day,
    hours_in,
    month_named,
    session,
    sessions,
)

# What a spreadsheet's moment is: it knows no zone.
AT_HALF_PAST_ONE = dt.datetime(1899, 12, 31, 13, 30, tzinfo=None)  # noqa: DTZ001
DECEMBER = dt.date(2026, 12, 1)
NAMES = {"zhang": ["张律师"], "li": ["李律师"], "li-2": ["李律师"], "si": ["司马 相如"]}
PEOPLE = Words.of(
    "人", [("zhang", ["张律师"]), ("li", ["李律师"]), ("li-2", ["李律师"]), ("si", ["司马 相如"])]
)


def cell(value: Value) -> Cell:
    """A cell with this value."""
    return Cell("12月", 3, 2, value)


def refused(call: Callable[[], object]) -> str:
    """The line that a clerk gets."""
    with pytest.raises(NotUnderstoodError) as caught:
        call()
    return str(caught.value.slip)


@pytest.mark.parametrize(
    "value",
    [
        dt.date(2026, 12, 5),
        AT_HALF_PAST_ONE.replace(2026, 12, 5),
        46361,
        46361.0,
        "2026-12-05",
        "2026/12/5",
        "２０２６．１２．５",
        "2026年12月5日",
        "2026年12月5日（周六）",
        "12月5日",
        "12月5日 星期六",
        "12.5",
        "5日",
        "5",
        " 12月5日 ",
    ],
)
def test_a_day_is_read_in_every_form(value: Value) -> None:
    assert day(cell(value), DECEMBER) == dt.date(2026, 12, 5)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("12月5日", "没有写是哪一年"),
        ("2026-12-32", "没有这一天"),
        ("下周三", "看不懂是哪一天"),
        ("5日", "看不懂是哪一天"),
        (5, "看不懂是哪一天"),
        (True, "看不懂是哪一天"),
        (9e9, "看不懂是哪一天"),
    ],
)
def test_a_day_that_is_unclear_is_not_guessed(value: Value, said: str) -> None:
    assert said in refused(lambda: day(cell(value), None))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026年12月值班表", DECEMBER),
        ("中兴镇 2026-12", DECEMBER),
        ("２０２６年１２月", DECEMBER),
        ("12月值班表", None),
        ("2026年值班表", None),
        ("2026年13月", None),
    ],
)
def test_a_title_names_a_month_only_with_its_year(text: str, month: dt.date | None) -> None:
    assert month_named(text) == month


@pytest.mark.parametrize("text", ["六", "周六", "星期六", "12月5日（周六）", "12月5日", "", "元旦"])
def test_a_right_day_of_the_week_or_none_is_taken(text: str) -> None:
    check_weekday(cell(text), dt.date(2026, 12, 5))


@pytest.mark.parametrize("text", ["日", "周天", "星期五", "12月5日 周日"])
def test_a_wrong_day_of_the_week_is_told(text: str) -> None:
    assert "12月5日是星期六" in refused(lambda: check_weekday(cell(text), dt.date(2026, 12, 5)))


@pytest.mark.parametrize(
    "value", [0.5625, dt.time(13, 30), dt.timedelta(hours=13, minutes=30), "13:30", "13：30", "13:30:00",
              AT_HALF_PAST_ONE],
)  # fmt: skip
def test_a_time_of_day_is_read_in_every_form(value: Value) -> None:
    assert clock(cell(value)) == dt.time(13, 30)


@pytest.mark.parametrize("value", ["25:00", "下午", 1.5, True, dt.timedelta(days=2)])
def test_a_time_that_is_none_is_told(value: Value) -> None:
    assert "第 3 行 B 列" in refused(lambda: clock(cell(value)))


def test_hours_are_one_or_several() -> None:
    morning, afternoon = Session(dt.time(9), dt.time(11)), Session(dt.time(13, 30), dt.time(16))
    assert sessions(cell("9:00-11:00、13：30～16：00")) == (morning, afternoon)
    assert session(cell(0.375), cell("11:00")) == morning


def test_wrong_hours_have_the_words_of_the_data() -> None:
    assert "下午 4 点写 16" in refused(lambda: sessions(cell("13:30-4:00")))
    assert "结束时间不能早于" in refused(lambda: session(cell("11:00"), cell("9:00")))


def test_hours_stand_beside_a_name() -> None:
    assert hours_in("张律师（9:00-11:00）") == ("张律师", "9:00-11:00")
    assert hours_in("爱国村\n9:00-11:00、13:30-16:00") == ("爱国村", "9:00-11:00、13:30-16:00")


@pytest.mark.parametrize("text", ["张律师、zhang", "张律师", "张 律师", "zhang", "张律师/暂缺"])
def test_people_are_meant_by_name_or_id(text: str) -> None:
    assert PEOPLE.ids(cell(text), text) == ("zhang",)


@pytest.mark.parametrize("text", ["", "—", "无", "停", "取消"])
def test_nobody_is_nobody(text: str) -> None:
    assert PEOPLE.ids(cell(text), text) == ()


def test_a_name_with_a_blank_is_one_person() -> None:
    assert PEOPLE.ids(cell("司马 相如"), "司马 相如") == ("si",)


def test_who_is_unknown_or_not_alone_is_told() -> None:
    assert "没有“章律师”这个人（写的是 章律师），是不是想写 李律师 或 张律师" in refused(
        lambda: PEOPLE.ids(cell("章律师"), "章律师")
    )
    assert "请写编号：li、li-2" in refused(lambda: PEOPLE.ids(cell("李律师"), "李律师"))
