"""Patterns that do what their author may not expect."""

from __future__ import annotations

import datetime as dt

import pytest

from macros.domain.duty import shifts
from tests.domain.checks.found import found, one
from tests.domain.duty_parts import NAMES, PLACES, WEDNESDAY, YEAR, rotation, town


def test_fifth_wednesday_that_does_not_exist_is_noted() -> None:
    finding = one(town(rotation(when="每月第5个周三 9:00-11:00")))
    assert (finding.level, finding.loc) == ("notice", ("rotations", 0, "segments", 0, "when"))
    assert finding.message == "2026年1月第5个周三、2026年2月第5个周三、2026年3月第5个周三 等 8 次不存在，跳过"


def test_thirty_first_that_does_not_exist_is_noted() -> None:
    assert "2026年2月31日、2026年4月31日" in one(town(rotation(when="每月31日 9:00-11:00"))).message


def test_day_that_the_next_segment_no_longer_asks_for_is_not_missing() -> None:
    monthly = rotation(when="每月31日 9:00-11:00", **{"from": "2026-05-01"})
    monthly["segments"].append({**monthly["segments"][0], "from": "2026-06-01", "when": "每月5日 9:00-11:00"})
    assert found(town(monthly)) == []


def test_shift_postponed_onto_the_next_one_is_reported() -> None:
    finding = one(town(rotation(holidays="postpone", when="每周三、四 9:00-11:00", **{"from": "2026-05-06"})))
    assert (finding.level, finding.loc) == ("warning", ("rotations", 0))
    assert "10月7日 星期三因国庆节放假顺延至10月8日，与本轮值的另一次重合，取消" in finding.message


def test_a_day_of_two_sessions_that_is_lost_counts_once() -> None:
    parts = town(
        rotation(holidays="postpone", when="每周三、四 9:00-11:00、14:00-15:00", **{"from": "2026-05-06"})
    )
    assert one(parts).message.startswith("有 2 次值班没有做成：")


def test_year_that_is_not_announced_is_noted_once() -> None:
    finding = one(town(), dt.date(2027, 1, 31))
    assert (finding.level, finding.message) == (
        "notice",
        "2027年放假安排待国务院办公厅公布，4 个班次先按平常的日子排",
    )


def test_duty_on_holidays_is_noted() -> None:
    finding = one(town(rotation(holidays="keep")))
    assert finding.message == "法定节假日也有值班：2月18日 星期三（春节）、10月7日 星期三（国庆节）"


def test_rotation_that_ends_in_the_window_is_remarked_on() -> None:
    finding = one(town(rotation(to="2026-06-30")))
    assert (finding.level, finding.loc) == ("warning", ("rotations", 0, "segments", 0, "to"))


def _meetings(people: list[str], places: list[str], **more: str) -> list[str]:
    parts = town(rotation(kind="area", people=people, places=places, **more))
    return [finding.message for finding in found(parts) if "一起往下轮" in finding.message]


def test_a_tour_on_which_each_place_sees_only_some_of_the_people_is_remarked_on_with_a_cure() -> None:
    (message,) = _meetings(["zhang", "li"], ["aiguo", "qixiao"])
    assert message == (
        "“aiguo轮值”2 处场所、2 个人一起往下轮：每一处永远只轮得到其中 1 个人；"
        "要让每一处轮到每个人，可以加到 3 个人，或者把这些场所分成 1 处和 1 处两条轮值"
    )
    # The cures work.
    assert _meetings(["zhang", "li", "wang"], ["aiguo", "qixiao"]) == []
    assert _meetings(["zhang", "li"], ["aiguo"]) == []


@pytest.mark.parametrize(
    ("people", "places", "wanted"),
    [
        (["zhang"], ["aiguo", "qixiao"], "1"),
        (["zhang", "li"], ["aiguo", "qixiao"], "2"),
        (["zhang", "li", "wang", "zhao"], ["aiguo", "qixiao", "station"], "1"),
    ],
)
def test_a_tour_on_which_everybody_comes_everywhere_is_fine(
    people: list[str], places: list[str], wanted: str
) -> None:
    assert _meetings(people, places, wanted=wanted) == []


@pytest.mark.parametrize("people", range(1, 7))
@pytest.mark.parametrize("places", range(1, 4))
@pytest.mark.parametrize("wanted", [1, 2, 3])
def test_who_meets_whom_is_counted_right(people: int, places: int, wanted: int) -> None:
    if wanted > people:
        return
    who, where = list(NAMES)[:people], list(PLACES)[:places]
    if people == 6:
        who.append("sixth")
    parts = town(rotation(kind="area", people=who, places=where, wanted=str(wanted)))
    met: dict[str, set[str]] = {place: set() for place in where}
    for shift in shifts(parts, *YEAR):
        met[shift.place].update(shift.people)
    told = _meetings(who, where, wanted=str(wanted))
    assert bool(told) == any(len(seen) < people for seen in met.values())


def test_a_stretch_that_is_over_is_not_remarked_on() -> None:
    parts = town(rotation(kind="area", people=["zhang", "li"], places=["aiguo", "qixiao"], to="2026-06-30"))
    messages = [finding.message for finding in found(parts, dt.date(2026, 7, 1))]
    assert not any("一起往下轮" in message for message in messages)


SPRING = {"id": "chunjie", "name": "节后安排", "from": "2026-10-08", "to": "2026-10-09"}


def test_a_shift_postponed_into_a_temporary_schedule_is_said() -> None:
    finding = one(town(rotation(holidays="postpone", **{"from": "2026-09-01"}), temporary=[SPRING]))
    assert (finding.level, finding.loc) == ("warning", ("temporary", 0))
    assert finding.message == (
        "“aiguo轮值”原定10月7日，因国庆节放假顺延至10月8日，那天按“节后安排”，"
        "这一次就没有了；要值，请写进 shifts"
    )


def test_a_shift_moved_into_a_temporary_schedule_is_said() -> None:
    moved = {**WEDNESDAY, "date": "2026-09-30", "move": {"date": "2026-10-09"}}
    (finding,) = [
        one for one in found(town(temporary=[SPRING], overrides=[moved])) if one.loc[0] == "overrides"
    ]
    assert (finding.level, finding.loc) == ("warning", ("overrides", 0, "move"))
    assert "移到了“节后安排”（2026-10-08 到 2026-10-09）的日子里，照样值班" in finding.message


def test_a_shift_moved_beside_a_temporary_schedule_is_fine() -> None:
    for move in ({"date": "2026-10-10"}, {"date": "2026-10-09", "place": "station"}):
        parts = town(
            temporary=[{**SPRING, "places": ["aiguo"]}],
            overrides=[{**WEDNESDAY, "date": "2026-09-30", "move": move}],
        )
        assert found(parts) == []


def test_a_shift_postponed_into_a_temporary_schedule_is_said_only_in_its_time() -> None:
    parts = town(rotation(holidays="postpone", **{"from": "2026-09-01"}), temporary=[SPRING])
    messages = [finding.message for finding in found(parts, dt.date(2026, 11, 1))]
    assert not any("这一次就没有了" in message for message in messages)
