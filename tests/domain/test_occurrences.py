"""What is held again and again, day by day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.domain import events as domain
from macros.domain.event_totals import year_totals
from macros.domain.occurrences import AHEAD, Occurrence, expanded, listed
from macros.models.events import Event
from tests.making import event as make
from tests.making import place

TODAY = dt.date(2026, 11, 23)
MARKET = "每月第一个周六 7:30-9:30"


def series(when: str = MARKET, name: str = "market", **more: Any) -> Event:
    """An event that is held again and again."""
    entry = {
        "id": name,
        "title": name,
        "when": when,
        "from": "2026-10-01",
        "category": "讲座",
        "summary": "说明",
    }
    return Event.model_validate(entry | more)


def days(*events: Event) -> list[str]:
    """The days of the events, in the order in which they come."""
    return [str(one.date) for one in expanded(events, TODAY)]


def test_it_is_held_from_its_first_day_to_its_last() -> None:
    assert days(series(to="2027-01-31")) == ["2026-10-03", "2026-11-07", "2026-12-05", "2027-01-02"]
    assert days(make("2026-12-01")) == ["2026-12-01"]


def test_what_has_no_end_reaches_more_than_a_year_ahead() -> None:
    assert max(days(series())) == "2027-12-04"
    assert "2027-01-15" in days(series("农历腊月初八 9:00-10:00"))
    assert dt.timedelta(days=385) < AHEAD, "the longest year of the old calendar"


def test_each_day_can_be_different() -> None:
    found = expanded(
        [
            series(
                to="2027-02-28",
                venue="集市",
                dates=[
                    {"date": "2026-12-05", "cancelled": "下雨"},
                    {"date": "2027-01-09", "was": "2027-01-02", "reason": "元旦"},
                    {"date": "2027-02-06", "hours": "9:00-10:00", "venue": "村委会"},
                    {"date": "2027-01-20", "add": "true"},
                ],
            )
        ],
        TODAY,
    )
    told = {str(one.date): one for one in found if isinstance(one, Occurrence)}
    assert [domain.status(one, TODAY) for one in told.values()] == [
        *["held", "held", "cancelled", "moved", "planned", "planned"]
    ]
    assert (told["2026-12-05"].cancelled, told["2027-01-09"].reason) == ("下雨", "元旦")
    assert [str(day) for day in told["2027-01-09"].was] == ["2027-01-02"]
    assert (str(told["2027-02-06"].hours), told["2027-02-06"].venue) == ("09:00–10:00", "村委会")
    assert (str(told["2027-01-20"].hours), told["2027-01-20"].venue) == ("07:30–09:30", "集市")


def test_a_moved_day_keeps_its_name() -> None:
    (*_, moved) = expanded(
        [series(to="2026-12-31", dates=[{"date": "2026-12-06", "was": "2026-12-05"}])], TODAY
    )
    assert (moved.address, str(moved.date)) == ("events/market.html#d2026-12-05", "2026-12-06")
    assert make("2026-12-01").address == "events/e.html"


def test_what_was_told_of_a_day_stays_for_good() -> None:
    old = series(**{"from": "2020-01-01"}, dates=[{"date": "2020-02-01", "figures": {"present": "9"}}])
    assert days(old)[:2] == ["2020-02-01", "2025-11-01"]


def test_lists_show_the_next_few_and_at_least_one() -> None:
    def shown(*events: Event) -> list[str]:
        return [str(one.date) for one in listed(expanded(events, TODAY), TODAY) if one.date.first >= TODAY]

    assert shown(series()) == ["2026-12-05", "2027-01-02"]
    assert shown(series("农历正月十五 9:00-10:00")) == ["2027-02-20"]
    assert len(shown(series("每天 9:00-10:00"))) == 9


def test_of_a_year_that_is_past_lists_show_some_and_all_that_something_is_told_of() -> None:
    daily = series("每天 9:00-10:00", dates=[{"date": "2026-10-02", "figures": {"present": "9"}}])
    past = [str(one.date) for one in listed(expanded([daily], TODAY), TODAY) if one.date.last < TODAY]
    assert (len(past), past[0], past[-1]) == (13, "2026-11-22", "2026-10-02")


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"date": "2026-11-22"}, "held"),
        ({"date": "2026-11-23"}, "planned"),
        ({"date": "2026-12-01", "was": "2026-11-30"}, "moved"),
        ({"date": "2026-11-01", "postponed": "下雨"}, "postponed"),
        ({"date": "2026-11-01", "cancelled": "下雨"}, "cancelled"),
        ({"date": "2026-11-20", "was": "2026-11-01"}, "held"),
    ],
)
def test_what_becomes_of_an_event(more: dict[str, Any], status: str) -> None:
    assert domain.status(make(**more), TODAY) == status


def test_a_year_adds_up_by_category_village_and_unit() -> None:
    room = place("room", villages=["桃源村", "桃源新村"])
    (year, earlier) = year_totals(
        [
            make("2026-03-01", "a", place="room", organisers=["司法所"], figures={"present": "30"}),
            make("2026-04-01", "b", villages=["桃源村"], partners=["司法所"], figures={"present": "20+"}),
            make("2026-05-01", "c", category="早市"),
            make("2026-06-01", "d", cancelled="下雨"),
            make("2026-12-01", "e"),
            make("2026-07-01", "sample", sample="true"),
            make("2022", "f", figures={"events": "12"}),
        ],
        {"room": room},
        TODAY,
    )
    assert (year.year, year.whole.held, str(year.whole.figures.present)) == (2026, 3, "超过 50")
    assert [(one.name, one.held) for one in year.categories] == [("讲座", 2), ("早市", 1)]
    assert [(one.name, one.held) for one in year.villages] == [("桃源村", 2), ("桃源新村", 1)]
    assert [(one.name, one.held, str(one.figures.present)) for one in year.units] == [
        ("司法所", 2, "超过 50")
    ]
    assert (earlier.year, earlier.whole.held, earlier.villages) == (2022, 12, ())
