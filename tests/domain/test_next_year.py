"""A draft of the next year goes on where this year stops."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.domain.duty import shifts
from macros.domain.next_year import Draft, drafts
from macros.models.duty import Duty, Rotation
from macros.models.town import Town
from tests.duty_town import rotation
from tests.second_town import TOWN

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2027, 12, 31)


def town(*rotations: dict[str, Any] | Rotation) -> Town:
    return TOWN.model_copy(update={"duty": Duty.model_validate({"rotations": list(rotations)})})


def draft(one: dict[str, Any]) -> Draft:
    (found,) = drafts(town(one), 2027)
    return found


@pytest.mark.parametrize(
    "when",
    [
        "每周三 9:00-11:00",
        "每月第2、4个周三 13:30-16:00",
        "每月5日、20日 9:00-11:30",
        "每两周的周五 9:00-11:00",
        "每3周的周二、五 9:00-11:00",
    ],
)
def test_a_rotation_that_goes_on_is_the_same_with_the_draft_as_without(when: str) -> None:
    one = rotation("one", "2026-03-04", when, "ding", "fang", "qian")
    found = draft(one)
    assert found.segment is not None
    pasted = found.rotation.model_copy(update={"segments": (*found.rotation.segments, found.segment)})
    assert shifts(town(pasted), FIRST, LAST) == shifts(town(one), FIRST, LAST) == found.shifts


def test_a_rotation_that_ends_this_year_is_continued_with_whose_turn_it_is() -> None:
    one = rotation("one", "2026-03-04", "每周三 9:00-11:00", "ding", "fang", "qian")
    going_on = shifts(town(one), FIRST, LAST)
    one["segments"][0]["to"] = "2026-12-31"
    found = draft(one)
    assert found.ends == dt.date(2026, 12, 31)
    assert found.missed == ()
    assert found.shifts == going_on


def test_a_rotation_that_ended_long_ago_is_left_alone() -> None:
    one = rotation("one", "2024-03-04", "每周三 9:00-11:00", "ding")
    one["segments"][0]["to"] = "2025-12-31"
    assert drafts(town(one), 2027) == ()


def test_a_rotation_planned_into_the_year_gets_no_new_segment() -> None:
    one = rotation("one", "2026-03-04", "每周三 9:00-11:00", "ding")
    one["segments"][0]["to"] = "2027-06-30"
    assert (draft(one).segment, draft(one).ends) == (None, dt.date(2027, 6, 30))


def test_days_of_the_pattern_that_are_off_are_listed() -> None:
    found = draft(rotation("one", "2026-03-04", "每周五 9:00-11:00", "ding"))
    assert found.holidays == (
        (dt.date(2027, 1, 1), "元旦"),
        (dt.date(2027, 2, 5), "春节"),
        (dt.date(2027, 10, 1), "国庆节"),
    )
    assert all(shift.date != dt.date(2027, 1, 1) for shift in found.shifts)
