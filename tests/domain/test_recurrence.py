"""The rules of a list of dates say exactly those dates."""

from __future__ import annotations

import datetime as dt

from dateutil.rrule import MO, WEEKLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from macros.domain.recurrence import Weekly, weekly

MONDAY = dt.date(2026, 11, 23)


def day(number: int) -> dt.date:
    """So many days after a Monday."""
    return MONDAY + dt.timedelta(days=number)


def said(rule: Weekly) -> list[dt.date]:
    """The days of a rule, as RFC 5545 has them."""
    start, until = (dt.datetime.combine(end, dt.time()) for end in (rule.first, rule.last))
    found = rrule(WEEKLY, dtstart=start, until=until, interval=rule.every, byweekday=rule.weekdays, wkst=MO)
    return [moment.date() for moment in found]


@given(st.sets(st.integers(0, 130)))
def test_the_rules_say_the_dates_and_no_other(numbers: set[int]) -> None:
    dates = sorted(map(day, numbers))
    assert sorted(date for rule in weekly(dates) for date in said(rule)) == dates


def test_working_days_around_a_holiday_are_three_rules() -> None:
    dates = [day(number) for number in range(28) if number % 7 < 5 and number != 9]
    assert weekly(dates) == [
        Weekly(day(0), day(4), (0, 1, 2, 3, 4)),
        Weekly(day(7), day(11), (0, 1, 3, 4)),
        Weekly(day(14), day(25), (0, 1, 2, 3, 4)),
    ]


def test_every_other_week_is_one_rule() -> None:
    assert weekly(map(day, (2, 16, 30))) == [Weekly(day(2), day(30), (2,), every=2)]
    assert weekly([]) == []
