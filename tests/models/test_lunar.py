"""Days of the old calendar: what is read, and which days they are."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.models.lunar import LUNAR_EXAMPLES, EventWhen, LunarWhen
from macros.models.when import When

READ = TypeAdapter[When | LunarWhen](EventWhen)
SINCE = dt.date(2025, 1, 1)


def days(text: str, until: str = "2027-12-31") -> list[str]:
    """The days that a text names from 2025 on."""
    return [str(day) for day in READ.validate_python(text).dates(SINCE, dt.date.fromisoformat(until))]


@pytest.mark.parametrize("text", LUNAR_EXAMPLES)
def test_each_example_is_read_back_from_its_own_words(text: str) -> None:
    assert str(READ.validate_python(text)) == text


# New year, lanterns, dragon boats and the moon are known days.
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("农历腊月初八 7:30-9:30", ["2025-01-07", "2026-01-26", "2027-01-15"]),
        ("除夕 9:00-11:00", ["2025-01-28", "2026-02-16", "2027-02-05"]),
        ("农历正月十五 9:00-11:00", ["2025-02-12", "2026-03-03", "2027-02-20"]),
        ("阴历八月十五 9:00-11:00", ["2025-10-06", "2026-09-25", "2027-09-15"]),
        ("农历五月初五 9:00-11:00", ["2025-05-31", "2026-06-19", "2027-06-09"]),
    ],
)
def test_days_are_those_of_the_calendar(text: str, found: list[str]) -> None:
    assert days(text) == found


def test_a_leap_month_has_none_of_its_days_but_those_of_every_month() -> None:
    # The sixth month of 2025 comes twice, on June 25 and July 25.
    assert days("农历六月初一 9:00-11:00", "2025-12-31") == ["2025-06-25"]
    assert "2025-07-25" in days("农历每月初一 9:00-11:00", "2025-12-31")


def test_months_and_days_have_several_names() -> None:
    assert days("农历十一月二十三 8:00-9:00") == days("农历冬月廿三 8:00-9:00")
    assert days("十二月初八，正月十五 8:00-9:00") == days("农历腊月初八、正月十五 8:00-9:00")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("农历腊月三十 9:00-11:00", "有的年份没有腊月三十"),
        ("农历初八 9:00-11:00", "看不懂是农历哪一天"),
        ("农历腊月初八", "没有写时间"),
        ("周三 9:00-10:00、14:00-15:00", "一天只能写一段时间"),
        ("每个工作日 9:00-10:00", "活动不能写“每个工作日”"),
    ],
)
def test_what_is_no_day_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        READ.validate_python(text)
