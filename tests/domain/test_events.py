"""Events are coming or past by the day, and belong to places and years."""

from __future__ import annotations

import datetime as dt

import pytest

from macros.domain import events
from macros.models.events import Event, Events
from macros.models.years import Year
from tests.making import event as make
from tests.making import place

TODAY = dt.date(2026, 11, 23)


def names(found: tuple[Event, ...]) -> list[str]:
    return [event.id for event in found]


@pytest.mark.parametrize(
    ("date", "until", "past"),
    [
        ("2026-11-22", None, True),
        ("2026-11-23", None, False),
        ("2026-11-20", "2026-11-23", False),
        ("2026-11-20", "2026-11-22", True),
        ("2026-11", None, False),
        ("2026-10", None, True),
        ("2026", None, False),
        ("2025", None, True),
        ("2026-10-01", "2026", False),
    ],
)
def test_an_event_is_past_when_the_last_day_it_can_mean_is_over(
    date: str, until: str | None, past: bool
) -> None:
    assert events.is_past(make(date, until=until), TODAY) is past


def test_coming_puts_the_next_first_and_a_vague_date_behind_what_it_covers() -> None:
    found = events.coming(
        [
            make("2026", "year"),
            make("2026-12", "month"),
            make("2026-12-04", "afternoon", hours="13:30-15:00"),
            make("2026-12-04", "morning", hours="8:00-9:00"),
            make("2026-12-04", "anytime"),
            make("2026-11-20", "running", until="2026-11-25"),
            make("2026-11-01", "over"),
        ],
        TODAY,
    )
    assert names(found) == ["running", "morning", "afternoon", "anytime", "year", "month"]


def test_past_puts_the_latest_first_and_a_vague_date_behind_what_it_covers() -> None:
    found = events.past(
        [
            make("2022", "year"),
            make("2022-12", "month"),
            make("2022-12-04", "day"),
            make("2026-11-22", "yesterday"),
            make("2025-12-30", "turn", until="2026-01-02"),
            make("2026-11-23", "today"),
        ],
        TODAY,
    )
    assert names(found) == ["yesterday", "turn", "day", "month", "year"]


def test_events_of_the_same_date_keep_the_order_of_the_file() -> None:
    same = [make("2022", "b"), make("2022", "a"), make("2022", "c")]
    assert names(events.past(same, TODAY)) == ["b", "a", "c"]


def test_each_place_has_its_own_events_and_those_for_its_villages_in_the_order_of_the_file() -> None:
    places = [
        place("room", villages=["甲村", "丙村"]),
        place("station", tier="station", villages=["甲村", "乙村"]),
        place("point", tier="point"),
    ]
    found = events.by_place(
        [
            make("2026", "here", place="room", villages=["甲村", "丙村"]),
            make("2026", "village", place="station", villages=["乙村", "甲村"]),
            make("2026", "elsewhere", place="station", villages=["乙村"]),
            make("2026", "nowhere"),
        ],
        places,
    )
    assert {key: names(held) for key, held in found.items()} == {
        "room": ["here", "village"],
        "station": ["here", "village", "elsewhere"],
        "point": [],
    }


def test_years_have_their_past_events_and_figures() -> None:
    file = Events(events=(make("2022", "old"), make("2026-01", "new"), make("2027", "later")))
    said = [Year.model_validate({"year": "2021", "figures": {"gifts": "300+"}, "source": "年度报告"})]
    every = events.years(file.events, said, TODAY)
    found = [(year.year, names(year.events), year.summary is not None) for year in every]
    assert found == [(2026, ["new"], False), (2022, ["old"], False), (2021, [], True)]


def test_a_postponed_event_is_to_come_until_somebody_says_otherwise() -> None:
    late = make("2026-11-01", "late", postponed="下雨")
    soon = make("2026-12-30", "soon", postponed="下雨")
    found = (late, soon, make("2026-12-31", "next"))
    assert not events.is_past(late, TODAY)
    assert [each.id for each in events.coming(found, TODAY)] == ["soon", "next", "late"]
    assert events.past(found, TODAY) == ()


def test_the_days_that_an_event_has_left_are_on_the_agenda_while_it_takes_place() -> None:
    moved = make("2026-12-11", "moved", was=["2026-12-04", "2026-12", "2026-11-01"])
    lists = [
        [(entry.event.id, str(entry.left) if entry.left else None) for entry in events.agenda(found, TODAY)]
        for found in (
            [moved],
            [moved.model_copy(update={"cancelled": "下雨"})],
            [moved.model_copy(update={"postponed": "下雨"})],
        )
    ]
    assert lists == [[("moved", "2026-12-04"), ("moved", None)], [("moved", None)], [("moved", None)]]


def test_what_is_today_is_neither_left_nor_forgotten() -> None:
    moved = make("2026-12-11", "moved", was=["2026-11-23"])
    late = make("2026-11-23", "late", postponed="下雨")
    found = [(entry.event.id, entry.left is not None) for entry in events.agenda((moved, late), TODAY)]
    assert found == [("late", False), ("moved", True), ("moved", False)]
