"""Days know their week and month, and are called as residents say them."""

from __future__ import annotations

import datetime as dt

import pytest

from macros.domain import days


@pytest.mark.parametrize("day", ["2026-12-28", "2026-12-31", "2027-01-03"])
def test_a_week_goes_from_monday_to_sunday_over_the_end_of_a_year(day: str) -> None:
    date = dt.date.fromisoformat(day)
    assert (days.monday(date), days.sunday(date)) == (dt.date(2026, 12, 28), dt.date(2027, 1, 3))


@pytest.mark.parametrize(
    ("day", "first"),
    [("2026-01-31", "2026-02-01"), ("2026-02-01", "2026-03-01"), ("2026-12-31", "2027-01-01")],
)
def test_the_next_month_begins_on_its_first_day(day: str, first: str) -> None:
    assert str(days.next_month(dt.date.fromisoformat(day))) == first


def test_each_day_of_a_span_comes_once_with_both_ends() -> None:
    found = list(days.each(dt.date(2026, 2, 27), dt.date(2026, 3, 1)))
    assert found == [dt.date(2026, 2, 27), dt.date(2026, 2, 28), dt.date(2026, 3, 1)]
    assert list(days.each(dt.date(2026, 3, 1), dt.date(2026, 2, 28))) == []


def test_a_day_is_called_by_its_date_and_weekday() -> None:
    assert days.spoken(dt.date(2026, 11, 25)) == "11月25日 星期三"
    assert days.month(dt.date(2026, 11, 25)) == "2026年11月"
