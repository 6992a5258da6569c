"""How often a place has a duty, in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.domain.duty.patterns import place_patterns
from macros.models.duty import Duty
from tests.duty_town import ROOM, STATION, rotation

LATER = {"from": "2026-12-07", "when": "每周四 9:00-11:00", "people": ["fang"]}


def patterns(day: str, *later: dict[str, Any], **first: Any) -> dict[str, tuple[str, ...]]:
    """The patterns on a day of a rotation on Wednesdays at the room, with later segments."""
    one = rotation("one", "2026-03-01", "每周三 9:00-11:00", "ding")
    one["segments"] = [one["segments"][0] | first, *later]
    return place_patterns(Duty.model_validate({"rotations": [one]}), dt.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "when"), [("2026-12-06", "每周三 9:00-11:00"), ("2026-12-07", "每周四 9:00-11:00")]
)
def test_a_new_stretch_brings_its_own_pattern_on_its_first_day(day: str, when: str) -> None:
    assert patterns(day, LATER) == {ROOM: (when,)}


def test_a_new_stretch_may_bring_other_places() -> None:
    assert patterns("2026-12-07", LATER | {"places": [STATION]}) == {STATION: ("每周四 9:00-11:00",)}


def test_in_a_gap_the_coming_stretch_is_told_and_after_the_end_none() -> None:
    assert patterns("2026-12-03", LATER, to="2026-11-30") == {ROOM: ("每周四 9:00-11:00",)}
    assert patterns("2027-01-01", LATER | {"to": "2026-12-31"}) == {}


def test_a_tour_says_that_its_places_take_turns() -> None:
    found = patterns("2026-12-01", places=[ROOM, STATION])
    assert set(found.values()) == {("每周三 9:00-11:00（2 处轮流，看准日期再来）",)}


def test_two_patterns_of_a_stretch_stand_beside_each_other() -> None:
    both = ["每周二 9:00-11:00", "每周三 9:00-11:00"]
    assert patterns("2026-12-01", when=both) == {ROOM: ("每周二 9:00-11:00、每周三 9:00-11:00",)}


def test_a_rotation_that_has_ended_leaves_the_next_one_to_be_told() -> None:
    ended = rotation("ended", "2026-03-01", "每周一 9:00-11:00", "ding")
    ended["segments"][0]["to"] = "2026-06-30"
    going = rotation("going", "2026-03-01", "每周三 9:00-11:00", "ding")
    duty = Duty.model_validate({"rotations": [ended, going]})
    assert place_patterns(duty, dt.date(2026, 12, 1)) == {ROOM: ("每周三 9:00-11:00",)}
