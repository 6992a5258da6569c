"""A closed place uses up the turns that fall on it and changes nothing else."""

from __future__ import annotations

import pytest

from tests.domain.duty_parts import TURN, WEDNESDAY, Entry, on, only, rotation, segment, town, year

AREA = rotation(kind="area", places=["aiguo", "qixiao", "station"], people=TURN)
CLOSED = {"place": "aiguo", "from": "2026-11-23", "to": "2026-12-06", "reason": "装修"}


def test_a_shift_at_a_closed_place_is_cancelled_with_the_reason_and_uses_up_the_turn() -> None:
    parts = town(rotation(people=TURN), closures=[{"place": "aiguo", "from": "2026-01-14", "reason": "装修"}])
    shift = only(parts, "2026-01-14")
    assert (shift.state, shift.people, shift.notes) == ("cancelled", (), ("场所暂停服务（装修）",))
    assert shift.planned == ("li",)
    assert only(parts, "2026-01-21").people == ("wang",)


def test_two_weeks_of_one_room_change_no_shift_of_any_other_village() -> None:
    before, after = year(town(AREA)).shifts, year(town(AREA, closures=[CLOSED])).shifts
    changed = [one for one, other in zip(before, after, strict=True) if one != other]
    assert changed
    assert {shift.place for shift in changed} == {"aiguo"}
    assert all("2026-11-23" <= str(shift.date) <= "2026-12-06" for shift in changed)


def test_a_shift_moved_away_from_a_closed_place_takes_place() -> None:
    moved = {**WEDNESDAY, "move": {"place": "qixiao"}}
    assert only(town(closures=[CLOSED], overrides=[moved]), "2026-11-25").people == ("li",)


def test_a_shift_moved_to_a_day_on_which_its_place_is_closed_does_not() -> None:
    moved = {**WEDNESDAY, "date": "2026-12-09", "move": {"date": "2026-12-03"}}
    assert only(town(closures=[CLOSED], overrides=[moved]), "2026-12-03").state == "cancelled"


def test_the_other_half_of_a_swap_with_a_closed_shift_takes_place() -> None:
    parts = town(closures=[CLOSED], swaps=[{"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-09"}}])
    assert only(parts, "2026-11-25").state == "cancelled"
    assert only(parts, "2026-12-09").people == ("li",)


def test_nobody_steps_in_at_a_closed_place() -> None:
    parts = town(closures=[CLOSED], leave=[{"person": "li", "from": "2026-11-25", "substitute": "chen"}])
    assert only(parts, "2026-11-25").state == "cancelled"


def test_a_new_stretch_of_a_closed_place_is_cancelled_too() -> None:
    later = segment(**{"from": "2026-11-30", "when": "每周三 9:00-11:00"})
    assert [
        s.state for s in on(town(rotation(segments=[segment(), later]), closures=[CLOSED]), "2026-12-02")
    ] == ["cancelled"]


@pytest.mark.parametrize(
    "action", [{"replace": ["chen"]}, {"split": {"hours": "14:00-15:00", "people": ["chen"]}}]
)
def test_whoever_an_override_puts_at_a_closed_place_is_not_there(action: Entry) -> None:
    found = on(town(closures=[CLOSED], overrides=[{**WEDNESDAY, **action}]), "2026-11-25")
    assert {(shift.state, shift.people, shift.notes[-1]) for shift in found} == {
        ("cancelled", (), "场所暂停服务（装修）")
    }


def test_a_cancelled_shift_at_a_closed_place_keeps_the_reason_that_was_given_first() -> None:
    cancelled = {**WEDNESDAY, "cancel": "true", "reason": "检修"}
    shift = only(town(closures=[CLOSED], overrides=[cancelled]), "2026-11-25")
    assert shift.notes == ("本次取消（检修）",)


def test_of_two_closures_of_a_day_the_one_that_lasts_longest_says_why() -> None:
    longer = {"place": "aiguo", "from": "2026-11-25", "to": "另行通知", "reason": "危房"}
    for closures in ([CLOSED, longer], [longer, CLOSED]):
        assert only(town(closures=closures), "2026-11-25").notes == ("场所暂停服务（危房）",)


@pytest.mark.parametrize("reasons", [("装修", "漏水"), ("漏水", "装修"), (None, "装修"), ("装修", None)])
def test_of_two_closures_that_last_as_long_the_reason_does_not_depend_on_the_files_order(
    reasons: tuple[str | None, str | None],
) -> None:
    span = {key: value for key, value in CLOSED.items() if key != "reason"}
    closures = [span | ({"reason": reason} if reason else {}) for reason in reasons]
    said = max(filter(None, reasons))
    assert only(town(closures=closures), "2026-11-25").notes == (f"场所暂停服务（{said}）",)
