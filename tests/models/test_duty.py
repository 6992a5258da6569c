"""What data/duty.yml may say, and how a wrong entry is told."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.errors import did_you_mean
from macros.models.cover import Cover
from macros.models.duty import Duty
from macros.models.people import Person
from macros.models.places import Place
from macros.models.reference import Context, Known, Reading, Target
from macros.models.rotations import Rotation

Entry = dict[str, Any]


def segment(**changes: Any) -> Entry:
    own = {"from": "2026-01-07", "when": "每周三 13:30-16:00", "people": ["zhang", "li"], "places": ["aiguo"]}
    return {**own, **changes}


def rotation(**changes: Any) -> Entry:
    base = {
        "id": "aiguo",
        "name": "爱国村轮值",
        "kind": "point",
        "segments": [segment()],
    }
    return {**base, **changes}


def override(**action: Any) -> Entry:
    return {"date": "2026-12-02", "rotation": "aiguo", **action}


def mistake(**file: Any) -> tuple[tuple[int | str, ...], str, str]:
    with pytest.raises(ValidationError) as caught:
        Duty.model_validate({"rotations": [rotation()], **file})
    error = caught.value.errors()[0]
    return error["loc"], error["msg"], error.get("ctx", {}).get("at", "")


def test_single_line_and_list_of_lines_say_the_same() -> None:
    one = Duty.model_validate({"rotations": [rotation()]})
    several = Duty.model_validate({"rotations": [rotation(segments=[segment(when=["每周三 13:30-16:00"])])]})
    assert one == several


def test_segments_are_in_order_of_time_whatever_the_order_of_the_file() -> None:
    late = segment(**{"from": "2026-07-01"})
    duty = Duty.model_validate({"rotations": [rotation(segments=[late, segment()])]})
    assert [segment.from_.month for segment in duty.rotations[0].stretches] == [1, 7]


@pytest.mark.parametrize(
    ("changes", "said", "at"),
    [
        ({"segments": [segment(seat="aiguo")]}, "只有分片轮值", "segments.0.seat"),
        ({"segments": [segment(wanted="3")]}, "每次要 3 人（wanted），这一段只有 2 人", "segments.0.people"),
        ({"kind": "stationed"}, "定期驻点是固定的人，这一段有 2 人", "segments.0.people"),
        (
            {"kind": "stationed", "segments": [segment(wanted="2", places=["a", "b"])]},
            "定期驻点只有一个场所",
            "segments.0.places",
        ),
        # What goes on from the first stretch contradicts the people of the second.
        (
            {"segments": [segment(wanted="2"), segment(people=["li"], **{"from": "2026-07-01"})]},
            "每次要 2 人（wanted），这一段只有 1 人",
            "segments.1.people",
        ),
        ({"segments": [segment(places=None)]}, "最早的一段没有写 places", "segments.0.places"),
        (
            {"segments": [segment(), segment(places=None, **{"from": "2026-01-01"})]},
            "最早的一段没有写 places",
            "segments.1.places",
        ),
        ({"places": ["aiguo"], "standby": ["li"]}, "places、standby 不能写在这里", "places"),
        ({"segments": [segment(start="continue")]}, "前面没有可以接着轮的", "segments.0.start"),
        ({"segments": [segment(), segment()]}, "两段都从 2026-01-07 开始", "segments.1.from"),
        (
            {"segments": [segment(to="2026-07-01"), segment(**{"from": "2026-07-01"})]},
            "重叠",
            "segments.1.from",
        ),
    ],
)
def test_contradiction_in_a_rotation_is_told_at_its_key(changes: Entry, said: str, at: str) -> None:
    loc, message, key = mistake(rotations=[rotation(**changes)])
    assert loc == ("rotations", 0)
    assert said in message
    assert key == at


def test_a_rotation_of_an_earlier_version_is_read_where_the_past_is_looked_at() -> None:
    plain = {"from": "2026-01-07", "when": "每周三 13:30-16:00", "people": ["zhang", "li"]}
    segments = [plain, {**plain, "from": "2026-07-01", "places": ["b"]}, {**plain, "from": "2026-08-01"}]
    old = rotation(segments=segments, places=["a"], wanted="2", holidays="keep")
    read = Duty.model_validate({"rotations": [old]}, context=Context(reading=Reading.PAST))
    found = read.rotations[0].stretches
    assert [stretch.places for stretch in found] == [("a",), ("b",), ("a",)]
    assert {(stretch.wanted, stretch.holidays) for stretch in found} == {(2, "keep")}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"start": "zhan"}, "start 要写 people 里的人"),
        ({"to": "2026-01-06"}, "结束日期早于开始日期"),
    ],
)
def test_contradiction_in_a_segment_is_told_there(changes: Entry, said: str) -> None:
    loc, message, _ = mistake(rotations=[rotation(segments=[segment(**changes)])])
    assert loc == ("rotations", 0, "segments", 0)
    assert said in message


def test_person_named_twice_in_a_turn_is_refused() -> None:
    loc, message, _ = mistake(rotations=[rotation(segments=[segment(people=["li", "li"])])])
    assert loc[-1] == "people"
    assert "同一个人写了两次" in message


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ({}, "没有写要怎么调"),
        ({"cancel": "false"}, "没有写要怎么调"),
        ({"cancel": "true", "replace": ["li"]}, "写了 cancel、replace"),
        ({"add": ["li"]}, "加班次要写 hours"),
        ({"move": {}}, "移到哪里"),
        ({"move": {"date": "2028-12-02"}}, "超过一年"),
        (
            {"split": [{"hours": "9:00-10:00", "people": ["li"]}, {"hours": "9:30-11:00", "people": ["li"]}]},
            "重叠",
        ),
    ],
)
def test_override_says_exactly_one_thing(action: Entry, said: str) -> None:
    _, message, _ = mistake(overrides=[override(**action)])
    assert said in message


def test_override_knows_its_action() -> None:
    actions: list[Entry] = [{"cancel": "是"}, {"replace": ["li"]}, {"move": {"place": "b"}}]
    actions += [{"add": ["li"], "hours": "9:00-10:00"}, {"split": {"hours": "14:00-15:00", "people": ["li"]}}]
    duty = Duty.model_validate({"overrides": [override(**action) for action in actions]})
    assert [one.action for one in duty.overrides] == ["cancel", "replace", "move", "add", "split"]


@pytest.mark.parametrize(
    ("leave", "said"),
    [
        ({"half": "上午", "hours": "9:00-10:00"}, "只写一个"),
        ({"substitute": "zhang"}, "不能是请假的人自己"),
        ({"to": "2026-11-24"}, "结束日期早于开始日期"),
    ],
)
def test_leave_that_makes_no_sense_is_refused(leave: Entry, said: str) -> None:
    _, message, _ = mistake(leave=[{"person": "zhang", "from": "2026-11-25", **leave}])
    assert said in message


@pytest.mark.parametrize(
    ("shift", "said"),
    [({"date": "2026-03-01"}, "不在 2026-02-15 到 2026-02-23 之间"), ({"place": "qixiao"}, "不在 places 里")],
)
def test_temporary_schedule_stays_in_its_span_and_places(shift: Entry, said: str) -> None:
    plan = {"date": "2026-02-19", "hours": "9:00-11:00", "place": "aiguo", "people": ["li"], **shift}
    entry = {"id": "chunjie", "name": "春节", "from": "2026-02-15", "to": "2026-02-23", "places": ["aiguo"]}
    _, message, _ = mistake(temporary=[{**entry, "shifts": [plan]}])
    assert said in message


def test_swap_of_a_shift_with_itself_is_refused() -> None:
    name = {"date": "2026-12-02", "rotation": "aiguo"}
    _, message, _ = mistake(swaps=[{"a": name, "b": name}])
    assert "同一个班次" in message


def test_rotation_and_temporary_schedule_share_no_id() -> None:
    plan = {"id": "aiguo", "name": "春节", "from": "2026-02-15"}
    _, message, at = mistake(temporary=[plan])
    assert "编号 aiguo 用了两次" in message
    assert at == "temporary"


def test_unknown_ids_are_refused_with_what_may_be_meant() -> None:
    known: dict[Target, Known] = {
        Person: Known(["zhang", "li"]),
        Place: Known(["aiguo"]),
        Rotation: Known(["aiguo"]),
    }
    with pytest.raises(ValidationError) as caught:
        Duty.model_validate(
            {"overrides": [override(rotation="aigou", cancel="true")]}, context=Context(known)
        )
    error = caught.value.errors()[0]
    assert error["loc"] == ("overrides", 0, "rotation")
    assert did_you_mean(*error["ctx"]["near"]) == "是不是想写 aiguo？"


def test_promise_without_a_number_is_refused() -> None:
    with pytest.raises(ValidationError):
        Cover.model_validate({"per": "month"})
