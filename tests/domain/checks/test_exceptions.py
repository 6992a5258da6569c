"""Overrides, swaps and temporary schedules that don't mean what they say."""

from __future__ import annotations

import pytest

from macros.errors import Finding
from tests.domain.checks.found import found, one
from tests.domain.duty_parts import WEDNESDAY, Entry, rotation, town


def test_override_that_hits_nothing_names_the_nearest_shifts() -> None:
    parts = town(overrides=[{**WEDNESDAY, "date": "2026-11-26", "cancel": "true"}])
    assert one(parts) == Finding(
        "duty",
        ("overrides", 0, "date"),
        "没有命中任何值班：11月26日 星期四没有值班，最近的是 11月25日 星期三 和 12月2日 星期三",
        "error",
    )


def test_override_on_a_lost_holiday_is_told_the_holiday() -> None:
    parts = town(overrides=[{**WEDNESDAY, "date": "2026-10-07", "cancel": "true"}])
    assert "10月7日 星期三没有值班（因国庆节放假停一次），最近的是 9月30日" in one(parts).message


@pytest.mark.parametrize("pick", [{"hours": "9:00-11:00"}, {"place": "qixiao"}])
def test_override_that_picks_the_wrong_session_or_place_is_told_what_there_is(pick: Entry) -> None:
    parts = town(overrides=[{**WEDNESDAY, **pick, "cancel": "true"}])
    assert one(parts).message == "没有命中任何值班：11月25日 星期三的班次是 13:30–16:00 爱国村服务室"


def test_override_that_no_longer_hits_is_found_outside_the_window_too() -> None:
    parts = town(rotation(to="2027-01-31"), overrides=[{**WEDNESDAY, "date": "2027-03-03", "cancel": "true"}])
    assert "没有命中任何值班" in found(parts)[0].message


def test_override_far_in_the_future_is_taken_for_a_wrong_year() -> None:
    parts = town(overrides=[{**WEDNESDAY, "date": "2096-11-25", "cancel": "true"}])
    assert "请检查年份" in one(parts).message


def test_two_overrides_of_one_shift_are_a_mistake_of_the_later_one() -> None:
    parts = town(overrides=[{**WEDNESDAY, "replace": ["chen"]}, {**WEDNESDAY, "cancel": "true"}])
    finding = one(parts)
    assert (finding.loc, finding.level) == (("overrides", 1, "date"), "error")
    assert finding.message == "和第 1 条改的是同一个班次，只能留一条"


def test_override_into_a_temporary_schedule_hits_nothing() -> None:
    temporary = {"id": "t", "name": "临时安排", "from": "2026-11-23", "to": "2026-11-27"}
    parts = town(overrides=[{**WEDNESDAY, "cancel": "true"}], temporary=[temporary])
    assert "（按临时安排执行）" in one(parts).message


def test_move_of_several_sessions_to_one_time_needs_hours() -> None:
    parts = town(
        rotation(when="每周三 9:00-11:00、13:30-16:00"),
        overrides=[{**WEDNESDAY, "move": {"hours": "14:00-15:00"}}],
    )
    errors = [finding for finding in found(parts) if finding.loc == ("overrides", 0, "move")]
    assert "不知道移动哪一个" in errors[0].message


def test_part_outside_its_shift_is_a_mistake() -> None:
    split = {"hours": "15:00-17:00", "people": ["chen"]}
    assert "超出了这个班次的时间" in one(town(overrides=[{**WEDNESDAY, "split": split}])).message


def test_replacing_somebody_by_themselves_is_remarked_on() -> None:
    finding = one(town(overrides=[{**WEDNESDAY, "replace": ["li"]}]))
    assert (finding.level, finding.message) == ("warning", "替换后还是原来的人")


def test_two_people_where_one_is_wanted_are_remarked_on() -> None:
    finding = one(town(overrides=[{**WEDNESDAY, "replace": ["chen", "zhao"]}]))
    assert (finding.level, finding.message) == ("warning", "“aiguo轮值”每次要 1 人，这里写了 2 人")


def test_added_shift_over_an_existing_one_is_a_mistake() -> None:
    added = {**WEDNESDAY, "add": ["chen"], "hours": "15:00-17:00"}
    errors = [finding for finding in found(town(overrides=[added])) if finding.level == "error"]
    assert [finding.loc for finding in errors] == [("overrides", 0)]
    assert "同一时间有两个班次" in errors[0].message


def test_added_shift_of_a_tour_needs_a_place() -> None:
    added = {**WEDNESDAY, "add": ["chen"], "hours": "9:00-10:00"}
    parts = town(rotation(kind="area", places=["aiguo", "qixiao"]), overrides=[added])
    assert "请写 place" in one(parts).message


def test_swap_needs_both_shifts() -> None:
    finding = one(town(swaps=[{"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-03"}}]))
    assert (finding.loc, finding.level) == (("swaps", 0, "b", "date"), "error")
    assert "没有命中任何值班" in finding.message


def test_swap_of_a_day_with_two_sessions_needs_hours() -> None:
    parts = town(
        rotation(when="每周三 9:00-11:00、13:30-16:00"),
        swaps=[{"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-02", "hours": "9:00-11:00"}}],
    )
    assert "请用 hours 写明是哪一个" in one(parts).message


def test_shift_in_two_swaps_is_a_mistake() -> None:
    first = {"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-02"}}
    second = {"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-09"}}
    finding = one(town(swaps=[first, second]))
    assert (finding.loc[:2], finding.level) == (("swaps", 1), "error")


def test_swap_of_the_same_person_changes_nothing() -> None:
    parts = town(swaps=[{"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-16"}}])
    assert (one(parts).level, one(parts).loc) == ("warning", ("swaps", 0))


def test_temporary_schedules_that_overlap_are_a_mistake() -> None:
    first = {"id": "a", "name": "甲", "from": "2026-11-01", "to": "2026-11-10"}
    second = {"id": "b", "name": "乙", "from": "2026-11-10", "to": "2026-11-20"}
    assert one(town(temporary=[first, second])).loc == ("temporary", 1, "from")
    apart = [{**first, "places": ["aiguo"]}, {**second, "places": ["qixiao"]}]
    assert found(town(temporary=apart)) == []
