"""Lectures at a place or for its villages, and the quarters that they are promised for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.domain.lectures import by_quarter, lectures
from macros.domain.stats import stats
from macros.models.cover import Cover
from macros.models.events import Event
from macros.models.places import Place
from tests.second_town import TOWN

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
ROOM = Place.model_validate({"id": "room", "name": "室", "tier": "room", "villages": ["桃源村"]})
OTHER = Place.model_validate({"id": "other", "name": "别处", "tier": "room"})
PLACES = {"room": ROOM, "other": OTHER}


def event(**changes: Any) -> Event:
    told = {"category": "法律讲座", "place": "room", **changes}
    told |= {} if "when" in told else {"date": "2026-05-06", **changes}
    return Event.model_validate({"id": "a", "title": "讲座", "summary": "讲法", **told})


def days(*events: Event) -> list[str]:
    return [f"{day:%m-%d}" for day in lectures(events, ROOM, PLACES, FIRST, LAST)]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["05-06"]),
        ({"place": "other", "villages": ["桃源村"]}, ["05-06"]),
        ({"place": "other"}, []),
        ({"category": "赶集普法"}, []),
        ({"cancelled": "下雨"}, []),
        ({"date": "2025-12-31"}, []),
        ({"date": "2026-05"}, ["05-01"]),
        ({"date": "2026"}, []),
    ],
)
def test_a_lecture_counts_where_it_is_held_and_for_the_villages_it_is_for(
    changes: dict[str, Any], found: list[str]
) -> None:
    assert days(event(**changes)) == found


def test_each_day_of_one_that_is_held_again_counts_but_not_a_cancelled_one() -> None:
    when = {"when": "每月第1个周三 9:00-10:00", "from": "2026-10-01"}
    off = [{"date": "2026-11-04", "cancelled": "开会"}]
    assert days(event(**when, dates=off)) == ["10-07", "12-02"]


@pytest.mark.parametrize(
    ("first", "quarters"),
    [(FIRST, [0, 1, 0, 2]), (dt.date(2026, 1, 2), [1, 0, 2]), (dt.date(2026, 10, 1), [2])],
)
def test_only_full_quarters_are_counted(first: dt.date, quarters: list[int]) -> None:
    held = [dt.date(2026, 5, 6), dt.date(2026, 10, 1), dt.date(2026, 12, 31)]
    assert [count for _, count in by_quarter(held, first, LAST)] == quarters


def test_the_numbers_of_a_year_say_how_many_quarters_had_what_was_promised() -> None:
    first = TOWN.places[0].model_copy(update={"cover": Cover(lectures=1)})
    held = tuple(event(place=first.id, date=date) for date in ("2026-05-06", "2026-06-01"))
    events = TOWN.events.model_copy(update={"events": held})
    town = TOWN.model_copy(update={"places": (first, *TOWN.places[1:]), "events": events})
    (promised,) = (one for one in stats(town, 2026, LAST).promises if one.place == first.id)
    assert (promised.lectures, promised.quarters, promised.quarters_kept) == (2, 4, 1)
    assert (promised.periods, promised.kept) == (0, 0)
