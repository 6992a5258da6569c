"""A page holds whole days of duty, as many as fit, and knows the last one of which nothing is left out."""

from __future__ import annotations

import datetime as dt

import pytest

from macros.domain.fitting import fitting
from macros.domain.shift_view import DutyDay
from tests.duty_town import town
from tests.making import edition

MONDAY = dt.date(2026, 11, 30)
EDITION = edition(
    town(overrides=[{"date": "2026-12-02", "rotation": "older", "cancel": "true", "reason": "停电"}]), MONDAY
)
# Two on Wednesday the 2nd, of which one stops, and one on Friday the 4th, in each week.
DAYS = EDITION.roster.days()
LAST = EDITION.last


def rows(days: tuple[DutyDay, ...]) -> list[tuple[int, int]]:
    """The day of the month and how many rows, of each day."""
    return [(day.date.day, len(day.rows)) for day in days]


def test_where_all_fits_all_is_there_until_the_end() -> None:
    found = fitting(DAYS, LAST, sum(len(day.rows) for day in DAYS))
    assert (found.days, found.last) == (DAYS, LAST)
    assert fitting([], LAST, 0).last == LAST


@pytest.mark.parametrize(
    ("most", "shown", "last"), [(2, [(2, 2)], 3), (3, [(2, 2), (4, 1)], 8), (4, [(2, 2), (4, 1)], 8)]
)
def test_only_whole_days_are_there(most: int, shown: list[tuple[int, int]], last: int) -> None:
    found = fitting(DAYS, LAST, most)
    assert (rows(found.days), found.last.day) == (shown, last)


def test_a_first_day_with_too_many_is_begun_and_does_not_count_as_known() -> None:
    found = fitting(DAYS, LAST, 1)
    assert rows(found.days) == [(2, 1)]
    assert found.last == dt.date(2026, 12, 1)
