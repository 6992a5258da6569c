"""The plan in the order of its days, with what of it has been held."""

from __future__ import annotations

import datetime as dt
from typing import Any

from macros.domain.responsibilities import Planned, by_month, by_year, plan
from macros.models.events import Event
from macros.models.responsibilities import Responsibility
from tests.making import event

TODAY = dt.date(2026, 11, 23)


def unit(*steps: dict[str, Any], name: str = "a") -> Responsibility:
    entry = {"id": name, "name": name, "laws": ["《民法典》"], "audience": ["村民"], "plan": steps}
    return Responsibility.model_validate(entry)


def planned(*steps: dict[str, Any], events: tuple[Event, ...] = ()) -> tuple[Planned, ...]:
    return plan([unit(*steps)], {one.id: one for one in events}, TODAY)


def step(date: str, *events: str, **more: Any) -> dict[str, Any]:
    return {"what": date, "date": date, "events": events} | more


def test_a_law_is_named_without_its_marks() -> None:
    assert unit().laws == ("民法典",)


def test_steps_are_sorted_by_the_day_they_are_due() -> None:
    found = planned(step("2026-12"), step("2026"), step("2026-03", until="2026-05"), step("2026-03-04"))
    assert [one.step.what for one in found] == ["2026", "2026-03", "2026-03-04", "2026-12"]
    months = [(month, [one.step.what for one in steps]) for month, steps in by_month(found)]
    assert months == [(0, ["2026"]), (3, ["2026-03", "2026-03-04"]), (12, ["2026-12"])]


def test_years_come_latest_first() -> None:
    assert list(by_year(planned(step("2025"), step("2027-01"), step("2026-12")))) == [2027, 2026, 2025]


def test_a_deed_is_held_when_its_event_is_over_and_took_place() -> None:
    events = (
        event("2026-11-22", "done"),
        event("2026-11-23", "today", hours="9:00-10:30"),
        event("2026-11-01", "off", cancelled="下雨"),
        event("2026-11-01", "late", postponed="下雨"),
        event("2026-11-01", "long", until="2026-12"),
    )
    (one,) = planned(step("2026-11", *(each.id for each in events)), events=events)
    assert [(deed.event.id, deed.held, deed.off) for deed in one.deeds] == [
        ("done", True, False),
        ("today", False, False),
        ("off", False, True),
        ("late", False, True),
        ("long", False, False),
    ]
    assert [deed.over for deed in one.deeds][:2] == ["2026-11-23T00:00", "2026-11-23T10:30"]
    assert one.deeds[-1].over == "2027-01-01T00:00"


def test_of_what_is_held_again_and_again_the_first_day_of_the_time_counts() -> None:
    entry = {"id": "market", "title": "早市", "category": "早市", "summary": "问法"}
    pattern = {"when": "每月第1个周六 7:30-9:30", "from": "2026-01-01"}
    market = Event.model_validate(entry | pattern)
    found = planned(step("2026-11", "market"), step("2026-12", "market"), events=(market,))
    assert [(str(one.deeds[0].event.date), one.deeds[0].held) for one in found] == [
        ("2026-11-07", True),
        ("2026-12-05", False),
    ]
    assert found[1].deeds[0].over == "2026-12-05T09:30"
