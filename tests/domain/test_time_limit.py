"""The last day of a term is that of 民法典 art. 201 to 203, as far as the days off are announced."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.domain.duty.holidays import Calendar
from macros.domain.time_limit import LastDay, counted, last_day, off_days
from macros.models.holidays import Holidays
from macros.models.topics import Limit

LAW = {"name": "民法典", "article": "188", "checked_on": "2026-11-01"}
CALENDAR = Calendar.of(Holidays(), dt.date(2026, 11, 23))


def limit(**length: Any) -> Limit:
    """A term of this length."""
    texts = {name: str(value) for name, value in length.items()}
    return Limit.model_validate({"from": "那天", "until": "起诉", "law": LAW, **texts})


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("length", "start", "end"),
    [
        ({"days": 60}, "2026-11-23", "2027-01-22"),
        ({"days": 1}, "2026-12-31", "2027-01-01"),
        ({"months": 6}, "2026-08-31", "2027-02-28"),
        ({"months": 1}, "2027-01-31", "2027-02-28"),
        ({"months": 1}, "2027-02-28", "2027-03-28"),
        ({"months": 12}, "2026-12-05", "2027-12-05"),
        ({"years": 1}, "2028-02-29", "2029-02-28"),
        ({"years": 3}, "2025-03-08", "2028-03-08"),
        ({"years": 20}, "2006-06-30", "2026-06-30"),
    ],
)
def test_the_day_itself_is_not_counted_and_a_month_ends_on_its_like_or_its_last_day(
    length: dict[str, int], start: str, end: str
) -> None:
    assert counted(limit(**length), day(start)) == day(end)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        # Tuesday.
        ("2026-11-02", "2026-11-17"),
        # Sunday, so Monday.
        ("2026-11-07", "2026-11-23"),
        # In the week of the National Day, until the first working day.
        ("2026-09-18", "2026-10-08"),
        # A Saturday on which people work.
        ("2026-09-25", "2026-10-10"),
    ],
)
def test_a_last_day_that_is_off_moves_to_the_next_working_day(start: str, last: str) -> None:
    end = day(start) + dt.timedelta(days=15)
    assert last_day(limit(days=15), day(start), CALENDAR) == LastDay(day(last), end, announced=True)


def test_in_a_year_without_a_notice_nothing_is_moved() -> None:
    sunday = day("2028-12-31")
    found = last_day(limit(days=15), day("2028-12-16"), CALENDAR)
    assert found == LastDay(sunday, sunday, announced=False)


def test_a_last_day_is_never_moved_into_a_year_without_a_notice() -> None:
    calendar = Calendar(off={day("2026-12-31"): "放假"}, makeup={}, years=frozenset({2026}))
    found = last_day(limit(days=15), day("2026-12-16"), calendar)
    assert found == LastDay(day("2026-12-31"), day("2026-12-31"), announced=False)


def test_the_browser_is_told_what_differs_from_plain_weeks() -> None:
    found = dict(off_days(CALENDAR, day("2026-11-23")))
    assert found[day("2026-10-01")] is True
    assert found[day("2026-10-10")] is False
    # Fixed by law, whatever a notice adds.
    assert found[day("2029-05-01")] is True
    assert min(found).year == 2025
    assert all((one.weekday() < 5) is off for one, off in found.items())
