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


@pytest.mark.parametrize("end", ["2027-01-01", "2027-10-01"])
def test_what_the_file_plans_of_the_year_ends_with_its_last_day(end: str) -> None:
    one = rotation("one", "2026-03-04", "每周五 9:00-11:00", "ding")
    one["segments"][0]["to"] = end
    found = draft(one)
    assert (found.segment, found.missed) == (None, ())
    assert str(found.holidays[-1][0]) == end


def test_a_rotation_that_begins_with_the_year_is_planned_already() -> None:
    assert draft(rotation("one", "2027-01-01", "每周三 9:00-11:00", "ding")).segment is None


def test_a_rotation_that_ended_on_new_years_day_of_the_year_before_is_still_asked_about() -> None:
    one = rotation("one", "2025-03-05", "每周三 9:00-11:00", "ding")
    one["segments"][0]["to"] = "2026-01-01"
    assert draft(one).ends == dt.date(2026, 1, 1)


def test_a_draft_begins_with_the_year_or_where_every_second_week_comes_out_the_same() -> None:
    weekly = draft(rotation("one", "2026-03-08", "每周六、日 9:00-11:00", "ding"))
    assert weekly.segment is not None
    assert (weekly.segment.from_, weekly.missed) == (FIRST, ())
    one = rotation("one", "2026-03-08", "每两周的周六、日 9:00-11:00", "ding")
    going_on = draft(one)
    assert going_on.segment is not None
    # Sunday to Saturday is a week of this one; 2 January is the end of such a week.
    assert (str(going_on.segment.from_), going_on.missed) == ("2027-01-10", ())
    one["segments"][0]["to"] = "2026-12-31"
    assert draft(one).missed == (dt.date(2027, 1, 2),)


def test_a_make_up_day_that_nobody_plans_is_missed_where_the_rotation_serves_on_it() -> None:
    when = ["每个工作日 9:00-11:00", "每两周的周六、日 13:00-15:00"]
    one = rotation("one", "2025-03-09", "每天 9:00-11:00", "ding")
    one["segments"][0] |= {"when": when, "to": "2025-12-31"}
    makeup = dt.date(2026, 1, 4)
    for asked in ("true", "false"):
        one["segments"][0]["makeup_days"] = asked
        (found,) = drafts(town(one), 2026)
        assert (makeup in found.missed) == (asked == "true")
