"""A poster has as many dates as fit, and says until when they are all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from macros.domain.posters import ASK, ROOM, Table, cut, hours, quarter_end, table
from macros.models.town import Town
from tests.making import edition
from tests.poster_town import TODAY, full_edition


def shown(when: str, taken: int = 0) -> Table:
    """The table of a place with duty as often as said."""
    return table(full_edition(when).rosters["full"], taken)


@pytest.mark.parametrize(
    ("today", "end"),
    [
        ("2026-10-08", "2026-12-31"),
        ("2026-12-10", "2026-12-31"),
        ("2026-12-11", "2027-03-31"),
        ("2027-01-01", "2027-03-31"),
    ],
)
def test_a_quarter_that_is_nearly_over_goes_on_with_the_next(today: str, end: str) -> None:
    assert quarter_end(dt.date.fromisoformat(today)) == dt.date.fromisoformat(end)


def test_few_dates_are_large_and_hold_to_the_end_of_the_quarter() -> None:
    found = shown("每月第1个周三 9:00-11:00")
    assert [(str(line.date), line.time, line.who) for line in found.lines] == [
        ("2026-12-02", "09:00–11:00", "欧阳1律师")
    ]
    assert (found.size, found.until, found.over) == ("large", dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    assert (found.more, found.sample) == (False, True)


def test_more_dates_are_smaller() -> None:
    assert shown("每周六 9:00-11:00").size == "normal"
    assert shown("每周六 9:00-11:00", taken=2).size == "middle"


def test_too_many_dates_end_with_a_whole_day_and_say_so() -> None:
    found = shown("每个工作日 9:00-11:00")
    assert (found.size, found.more) == ("small", True)
    assert len(found.lines) == ROOM["small"][0] - 1
    assert found.until == found.lines[-1].date < dt.date(2026, 12, 31)


def test_a_day_is_never_cut_in_two() -> None:
    found = shown("每个工作日 9:00-11:00、13:30-16:00")
    assert len(found.lines) % 2 == 0
    assert found.lines[-2].date == found.lines[-1].date


def test_whoever_comes_stands_once_with_where_they_work() -> None:
    assert len(shown("每个工作日 9:00-11:00").people) == 1


def test_a_duty_that_stops_is_said(town: Town) -> None:
    found = table(edition(town, TODAY).rosters["congge-point"])
    assert [(line.who, line.off) for line in found.lines if line.off] == [("停一次（服务点检修电路）", True)]


def test_a_year_without_a_notice_is_only_planned(town: Town) -> None:
    roster = replace(edition(town, dt.date(2026, 12, 14)).rosters["congge-point"])
    found = table(roster)
    assert found.planned
    assert {"（按计划）" in line.who for line in found.lines if line.date.year == 2027 and not line.off} == {
        True
    }


def test_hours_are_never_cut_within() -> None:
    short, long = "每周六 9:00-11:00", "每个工作日 8:30-11:30、13:30-17:00"
    assert hours([short], 19, 3) == ((short,), 1)
    assert hours([long, short, short, long], 19, 3) == ((long, short, short, ASK), 3)
    assert cut("上畈中畈下畈", 6) == "上畈中畈下畈"
    assert cut("上畈中畈下畈村", 6) == "上畈中畈下…"
