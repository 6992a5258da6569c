"""Who steps in for somebody on leave."""

from __future__ import annotations

import pytest

from tests.domain.duty_parts import Entry, absent, on, only, rotation, town


def test_person_of_the_day_is_li_on_25_november() -> None:
    assert only(town(), "2026-11-25").people == ("li",)


@pytest.mark.parametrize(
    ("leave", "standby", "stand_in"),
    [
        ([absent(substitute="chen")], ["zhao"], "chen"),
        ([absent(substitute="chen"), absent(person="chen")], ["zhao"], "zhao"),
        ([absent()], ["zhao"], "zhao"),
        ([absent()], [], "wang"),
        ([absent(), absent(person="wang")], [], "zhang"),
    ],
)
def test_substitute_then_standby_then_next_in_order_steps_in(
    leave: list[Entry], standby: list[str], stand_in: str
) -> None:
    shift = only(town(rotation(standby=standby), leave=leave), "2026-11-25")
    assert shift.people == (stand_in,)
    assert shift.notes[0].startswith("李律师请假，由")
    assert shift.planned == ("li",)


def test_shift_is_vacant_when_everybody_is_away() -> None:
    shift = only(town(leave=[absent(), absent(person="wang"), absent(person="zhang")]), "2026-11-25")
    assert (shift.state, shift.people) == ("vacant", ())
    assert shift.notes == ("李律师请假，暂无人代班",)


def test_substitute_keeps_the_own_turn() -> None:
    parts = town(leave=[absent(substitute="wang")])
    assert only(parts, "2026-11-25").people == ("wang",)
    assert only(parts, "2026-12-02").people == ("wang",)


@pytest.mark.parametrize(
    ("part", "away"),
    [
        ({"half": "上午"}, False),
        ({"half": "下午"}, True),
        ({"hours": "15:00-15:30"}, True),
        ({"hours": "8:00-13:30"}, False),
    ],
)
def test_half_a_day_of_leave_touches_only_that_half(part: Entry, away: bool) -> None:
    assert (only(town(leave=[absent(**part)]), "2026-11-25").people != ("li",)) == away


def test_leave_from_one_rotation_leaves_the_other_alone() -> None:
    parts = town(
        rotation(),
        rotation("other", people=["li"], when="每周三 9:00-10:00"),
        leave=[absent(rotation="other")],
    )
    assert [shift.state for shift in on(parts, "2026-11-25")] == ["vacant", "on"]


def test_nobody_is_asked_who_is_on_duty_elsewhere_at_that_time() -> None:
    busy = rotation("other", people=["wang"], places=["qixiao"])
    parts = town(rotation(), busy, leave=[absent()])
    assert on(parts, "2026-11-25")[0].people == ("zhang",)


def test_reason_of_leave_stays_private() -> None:
    notes = only(town(leave=[absent(reason="手术")]), "2026-11-25").notes
    assert "手术" not in "".join(notes)


def test_one_substitute_is_not_sent_to_two_places_at_once() -> None:
    here = rotation(people=["li"], standby=["chen"])
    there = rotation("other", people=["zhang"], standby=["chen"], places=["qixiao"])
    parts = town(here, there, leave=[absent(), absent(person="zhang")])
    assert [shift.people for shift in on(parts, "2026-11-25")] == [("chen",), ()]
