"""Two rosters are compared shift by shift."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from macros.domain.duty.comparison import Change, Side, changes
from macros.domain.duty.shift import Names, Shift
from macros.models.dates import Session

NAMES = Names({"people/a": "甲", "people/b": "乙"})
MORNING = Session(dt.time(9), dt.time(11))
LATER = Session(dt.time(10), dt.time(12))
SHIFT = Shift(dt.date(2026, 11, 25), MORNING, "room", ("a",), "east")


def compared(before: list[Shift], after: list[Shift], names: Names = NAMES) -> tuple[Change, ...]:
    return changes(Side(before, NAMES), Side(after, names))


def test_the_same_people_in_another_order_are_no_change() -> None:
    both = replace(SHIFT, people=("a", "b"))
    assert compared([both], [replace(both, people=("b", "a"), notes=("说明",))]) == ()


def test_a_shift_that_another_rotation_takes_over_unchanged_is_no_change() -> None:
    assert compared([SHIFT], [replace(SHIFT, rotation="party")]) == ()


def test_other_people_other_hours_and_another_state_are_changes() -> None:
    for after in (
        replace(SHIFT, people=("b",)),
        replace(SHIFT, session=LATER),
        replace(SHIFT, people=(), state="vacant"),
    ):
        assert compared([SHIFT], [after]) == (Change(SHIFT, after),)


def test_another_day_is_a_shift_gone_and_a_new_one() -> None:
    moved = replace(SHIFT, date=dt.date(2026, 11, 26))
    assert compared([SHIFT], [moved]) == (Change(SHIFT, None), Change(None, moved))


def test_one_of_two_shifts_of_a_day_is_told_apart_by_its_hours() -> None:
    second = replace(SHIFT, session=LATER)
    assert compared([SHIFT, second], [second]) == (Change(SHIFT, None),)


def test_another_name_under_the_same_id_is_a_change() -> None:
    assert len(compared([SHIFT], [SHIFT], Names({"people/a": "丙"}))) == 1


def test_what_is_today_is_not_past() -> None:
    change = Change(None, SHIFT)
    assert not change.past(SHIFT.date)
    assert change.past(SHIFT.date + dt.timedelta(days=1))


def test_two_shifts_of_a_day_that_both_got_other_hours_are_compared_in_order() -> None:
    second, later = (replace(SHIFT, session=Session(dt.time(hour), dt.time(hour + 2))) for hour in (13, 14))
    first = replace(SHIFT, session=LATER)
    for before in ([SHIFT, second], [second, SHIFT]):
        found = compared(before, [later, first])
        assert found == (Change(SHIFT, first), Change(second, later))
