"""An event that is dated a year too early is asked about; the order of the file and its id show it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from macros.domain.checks import findings
from macros.models.events import Event, Events
from tests.domain.duty_parts import town
from tests.making import event

TODAY = dt.date(2026, 11, 23)


def asked(*events: Event) -> list[tuple[str | int, ...]]:
    """Where somebody is asked to look at the year."""
    parts = replace(town(), events=Events(events=events))
    found = findings(parts, TODAY, TODAY + dt.timedelta(days=125))
    return [finding.loc for finding in found if "请核对年份" in finding.message]


@pytest.mark.parametrize(
    ("date", "name", "count"),
    [
        ("2025-12-04", "xianfari-2026", 1),
        ("2025-12", "xianfari-2026-12-04", 1),
        ("2026-12-04", "xianfari-2026", 0),
        ("2027-01-04", "put-off-2026", 0),
        ("2025-12-04", "room-12026", 0),
    ],
)
def test_a_date_before_the_year_of_its_id_is_asked_about(date: str, name: str, count: int) -> None:
    assert asked(event(date, name)) == [("events", 0, "date")] * count


OLD = [event("2026-10-08", "a"), event("2026-12-02", "b"), event("2026-12-20", "d")]


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ([OLD[0], OLD[1], event("2025-12-09", "c"), OLD[2]], 2),
        ([*OLD, event("2026-01-15", "e"), event("2027-02-01", "f")], 3),
        ([*OLD, event("2025-12-30", "e")], 3),
        ([OLD[2], event("2025-12-09", "c"), OLD[1], OLD[0]], 1),
        ([event("2025-12-30", "e"), *OLD[::-1]], 0),
    ],
)
def test_a_date_that_is_a_year_before_its_neighbours_is_asked_about(rows: list[Event], at: int) -> None:
    assert asked(*rows) == [("events", at, "date")]


@pytest.mark.parametrize(
    "rows",
    [
        OLD,
        OLD[::-1],
        [event("2025-12-09", "z"), *OLD],
        [*OLD[::-1], event("2025-12-09", "z")],
        [OLD[0], event("2022", "c"), OLD[1]],
        [OLD[0], event("2025-12-09", "c", figures={"present": "60"}), OLD[1]],
        [event("2025-12-09", "c")],
    ],
)
def test_files_in_order_and_events_with_a_result_are_silent(rows: list[Event]) -> None:
    assert asked(*rows) == []
