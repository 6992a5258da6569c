"""What shifts are sorted by, what they remember, and what people and places are called."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from macros.domain.duty import resolve
from macros.domain.duty.holidays import Calendar
from macros.domain.duty.shift import Names, Shift, Slot, order
from macros.models.dates import Session
from tests.domain.duty_parts import WEDNESDAY, town

DAY = dt.date(2026, 11, 25)
SHIFT = Shift(DAY, Session(dt.time(9), dt.time(11)), "b", ("li",), "y")


def test_a_shift_that_is_moved_or_split_keeps_the_slot_it_was_meant_for() -> None:
    assert SHIFT.slot == Slot(DAY, dt.time(9), "b", added=False)
    changes = {
        "move": {"date": "2026-11-26", "hours": "15:00-16:00", "place": "qixiao"},
        "split": [{"hours": "14:00-15:00", "people": ["wang"]}],
    }
    for action, change in changes.items():
        parts = town(overrides=[{**WEDNESDAY, action: change, "reason": "开会"}])
        made = resolve(parts, Calendar.of(parts.holidays), DAY + dt.timedelta(days=1)).shifts
        found = [shift for shift in made if shift.slot.date == DAY]
        assert len(found) == (1 if action == "move" else 3)
        assert {shift.slot for shift in found} == {Slot(DAY, dt.time(13, 30), "aiguo")}


def test_shifts_go_by_date_start_end_place_and_rotation() -> None:
    longer = replace(SHIFT, session=Session(dt.time(9), dt.time(12)), place="a")
    right = [replace(SHIFT, place="a", rotation="z"), replace(SHIFT, rotation="x"), SHIFT, longer]
    shuffled = [right[2], right[0], right[3], right[1]]
    assert sorted(shuffled, key=order) == right


def test_whoever_is_unknown_stands_for_himself_and_nobody_is_called_so() -> None:
    names = Names({"people/li": "李律师"})
    assert names.people(["li", "wang"]) == "李律师、wang"
    assert (names.place("li"), names.people(())) == ("li", "暂缺")


def test_the_shifts_that_a_closure_stopped_are_known_as_they_were() -> None:
    parts = town(closures=[{"place": "aiguo", "from": "2026-11-25"}])
    applied = resolve(parts, Calendar.of(parts.holidays), DAY)
    assert [(shift.date, shift.people) for shift in applied.closed] == [(DAY, ("li",))]
