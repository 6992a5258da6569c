"""What a duty is for, and how it is held: at its place, by telephone or by video."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from macros.domain.duty.comparison import Side, changes
from macros.domain.duty.cover import at_place
from macros.domain.duty.patterns import place_patterns
from macros.domain.duty.shift import Names
from macros.models.duty import Manner
from tests.domain.duty_parts import on, only, rotation, segment, town

AID = {"for": "法律援助", "by": "phone"}
MANNER = Manner("法律援助", "phone")


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        (Manner(), ""),
        (Manner("公证"), "公证"),
        (Manner(by="video", way="微信"), "视频值班"),
        (MANNER, "法律援助，电话值班"),
    ],
)
def test_both_are_said_in_short_and_what_is_plain_is_not(manner: Manner, words: str) -> None:
    assert manner.words == words


def test_they_begin_on_a_day_and_go_on_until_a_later_segment_says_otherwise() -> None:
    segments = [
        segment(),
        segment(**{"from": "2026-03-01"}, **AID),
        segment(**{"from": "2026-06-01"}),
        segment(**{"from": "2026-09-01"}, by="place"),
    ]
    parts = town(rotation(segments=segments))
    found = [only(parts, day).manner for day in ("2026-02-25", "2026-03-04", "2026-06-03", "2026-09-02")]
    assert found == [Manner(), MANNER, MANNER, Manner("法律援助")]


def test_a_shift_that_is_moved_or_added_keeps_them() -> None:
    name = {"date": "2026-11-25", "rotation": "aiguo"}
    moved = {**name, "move": {"date": "2026-11-26"}}
    added = {"date": "2026-11-27", "rotation": "aiguo", "hours": "9:00-10:00", "add": ["li"]}
    parts = town(rotation(**AID), overrides=[moved, added])
    assert [only(parts, f"2026-11-{day}").manner for day in (26, 27)] == [MANNER, MANNER]


def test_two_desks_of_one_hour_are_two_shifts() -> None:
    aid = rotation("aid", **{"for": "法律援助", "people": ["zhao"]})
    notary = rotation("notary", **{"for": "公证", "people": ["chen"]})
    found = on(town(aid, notary), "2026-11-25")
    assert [(shift.manner.for_, *shift.people) for shift in found] == [("法律援助", "zhao"), ("公证", "chen")]


def test_whoever_is_on_the_telephone_isnt_there() -> None:
    assert at_place(on(town(rotation(**AID)), "2026-11-25")) == []


def test_a_change_of_either_is_one_that_residents_see() -> None:
    shift, names = only(town(), "2026-11-25"), Names({})
    before, after = Side([shift], names), Side([replace(shift, manner=MANNER)], names)
    assert len(changes(before, after)) == 1
    assert not changes(before, before)


def test_when_it_is_moved_out_of_a_segment_it_stays_what_it_was() -> None:
    begun = dt.date(2026, 12, 1)
    segments = [segment(**AID), segment(**{"from": str(begun)}, by="place")]
    move = {"date": "2026-11-25", "rotation": "aiguo", "move": {"date": "2026-12-03"}}
    assert only(town(rotation(segments=segments), overrides=[move]), "2026-12-03").manner == MANNER


def test_the_pattern_of_a_place_says_them() -> None:
    duty = town(rotation(**AID)).duty
    (words,) = place_patterns(duty, dt.date(2026, 11, 23))["aiguo"]
    assert words == "每周三 13:30-16:00（法律援助，电话值班）"
