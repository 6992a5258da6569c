"""A promise is counted in full weeks, months and quarters."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest

from macros.domain.duty.cover import by_period, kept, promise
from macros.domain.duty.shift import Shift
from macros.models.cover import Cover
from macros.models.dates import Session

FIRST, LAST = dt.date(2026, 2, 2), dt.date(2026, 7, 30)


def shift(day: dt.date) -> Shift:
    return Shift(day, Session(dt.time(9), dt.time(11)), "room", ("zhang",), "weekly")


@pytest.mark.parametrize(
    ("per", "first", "last", "count"),
    [
        ("week", "2026-02-02", "2026-07-20", 25),
        ("month", "2026-03-01", "2026-06-01", 4),
        ("quarter", "2026-04-01", "2026-04-01", 1),
    ],
)
def test_only_full_periods_are_counted(
    per: Literal["week", "month", "quarter"], first: str, last: str, count: int
) -> None:
    starts = [str(start) for start, _ in by_period(Cover(visits=1, per=per), (), FIRST, LAST)]
    assert (starts[0], starts[-1], len(starts)) == (first, last, count)


def test_a_period_has_the_shifts_from_its_first_to_its_last_day() -> None:
    days = [dt.date(2026, 2, 28), dt.date(2026, 3, 1), dt.date(2026, 3, 31), dt.date(2026, 4, 1)]
    (_, march), *_ = by_period(Cover(visits=1, per="month"), map(shift, days), FIRST, LAST)
    assert [held.date.day for held in march] == [1, 31]


def test_two_sessions_of_a_day_are_one_visit_and_all_their_hours() -> None:
    twice = [shift(FIRST), shift(FIRST)]
    assert not kept(twice, Cover(visits=2, per="month"))
    assert kept(twice, Cover(hours=4, per="month"))


def test_a_promise_is_said_with_its_visits_and_hours() -> None:
    assert promise(Cover(visits=2, hours=8, per="quarter")) == "每季度 2 次、8 小时"


@pytest.mark.parametrize(("cover", "words"), [({"visits": 2}, "每月 2 次"), ({"hours": 8}, "每月 8 小时")])
def test_a_promise_of_one_kind_says_nothing_of_the_other(cover: dict[str, int], words: str) -> None:
    assert promise(Cover.model_validate({**cover, "per": "month"})) == words


def test_visits_may_be_short_and_hours_may_be_missing() -> None:
    short = Shift(FIRST, Session(dt.time(9), dt.time(9, 30)), "room", ("zhang",), "weekly")
    assert kept([short], Cover(visits=1, per="month"))
    assert not kept([shift(FIRST)], Cover(hours=3, per="month"))
    assert not kept([], Cover(visits=1, per="month"))


@pytest.mark.parametrize("per", ["week", "month", "quarter"])
def test_the_first_full_period_of_any_day_is_the_next_that_begins(
    per: Literal["week", "month", "quarter"],
) -> None:
    days = [FIRST + dt.timedelta(days=number) for number in range(500)]
    begins = {
        "week": {day for day in days if day.weekday() == 0},
        "month": {day for day in days if day.day == 1},
        "quarter": {day for day in days if day.day == 1 and day.month in (1, 4, 7, 10)},
    }
    for day in days[:400]:
        right = min(begun for begun in begins[per] if begun >= day)
        start, _ = next(by_period(Cover(visits=1, per=per), (), day, day + dt.timedelta(days=200)))
        assert start == right
