"""What overrides, temporary schedules and swaps do to shifts."""

from __future__ import annotations

import datetime as dt

from macros.domain.duty import roster
from tests.domain.duty_parts import WEDNESDAY, absent, on, only, rotation, town, year


def test_cancelled_shift_stays_visible_with_the_reason() -> None:
    shift = only(town(overrides=[{**WEDNESDAY, "cancel": "true", "reason": "外出培训"}]), "2026-11-25")
    assert (shift.state, shift.people, shift.notes) == ("cancelled", (), ("本次取消（外出培训）",))


def test_replaced_shift_says_who_it_was() -> None:
    shift = only(town(overrides=[{**WEDNESDAY, "replace": ["chen"], "reason": "开庭"}]), "2026-11-25")
    assert shift.people == ("chen",)
    assert shift.notes == ("原为李律师，改由陈律师值班（开庭）",)


def test_moved_shift_says_where_it_was_and_leaves_a_trace_there() -> None:
    move = {"date": "2026-11-26", "hours": "9:00-11:00", "place": "qixiao"}
    parts = town(overrides=[{**WEDNESDAY, "move": move}])
    shift = only(parts, "2026-11-26")
    note = "原定11月25日 13:30–16:00 在爱国村服务室，改为11月26日 09:00–11:00 在七滧村服务室"
    assert (shift.people, shift.place, shift.notes) == (("li",), "qixiao", (note,))
    assert on(parts, "2026-11-25") == []
    assert [(drop.why, drop.note) for drop in year(parts).dropped][-1] == ("moved", note)


def test_shift_moved_into_a_window_from_beyond_it_is_found() -> None:
    parts = town(overrides=[{**WEDNESDAY, "move": {"date": "2026-03-03"}}])
    assert only(parts, "2026-03-03").people == ("li",)


def test_added_shift_stands_beside_the_turns() -> None:
    added = {
        "date": "2026-11-28",
        "rotation": "aiguo",
        "add": ["chen"],
        "hours": "9:00-11:00",
        "reason": "宪法宣传周",
    }
    shift = only(town(overrides=[added]), "2026-11-28")
    assert (shift.people, shift.place, shift.notes) == (("chen",), "aiguo", ("临时增加（宪法宣传周）",))


def test_part_of_a_shift_that_is_taken_over_splits_it() -> None:
    split = {"hours": "14:00-15:00", "people": ["chen"]}
    found = on(town(overrides=[{**WEDNESDAY, "split": split}]), "2026-11-25")
    assert [(str(shift.session), shift.people) for shift in found] == [
        ("13:30–14:00", ("li",)),
        ("14:00–15:00", ("chen",)),
        ("15:00–16:00", ("li",)),
    ]


def test_hours_pick_one_of_several_sessions() -> None:
    parts = town(
        rotation(when="每周三 9:00-11:00、13:30-16:00"),
        overrides=[{**WEDNESDAY, "hours": "9:00-11:00", "cancel": "true"}],
    )
    assert [shift.state for shift in on(parts, "2026-11-25")] == ["cancelled", "on"]


def test_temporary_schedule_replaces_everything_in_its_span() -> None:
    plan = {"date": "2026-02-12", "hours": "9:00-11:00", "place": "station", "people": ["chen"]}
    temporary = {
        "id": "chunjie",
        "name": "春节安排",
        "from": "2026-02-09",
        "to": "2026-02-27",
        "shifts": [plan],
    }
    found = roster(town(temporary=[temporary]), dt.date(2026, 2, 9), dt.date(2026, 2, 27))
    assert [(shift.people, shift.place, shift.rotation) for shift in found.shifts] == [
        (("chen",), "station", "chunjie")
    ]
    assert found.shifts[0].notes == ("春节安排",)
    assert {drop.why for drop in found.dropped} == {"holiday", "temporary"}


def test_temporary_schedule_of_one_place_leaves_the_others_alone() -> None:
    temporary = {
        "id": "chunjie",
        "name": "春节安排",
        "from": "2026-02-09",
        "to": "2026-02-13",
        "places": ["qixiao"],
    }
    assert only(town(temporary=[temporary]), "2026-02-11").people


def test_swap_exchanges_people_and_tells_both() -> None:
    parts = town(swaps=[{"a": WEDNESDAY, "b": {"date": "2026-12-02", "rotation": "aiguo"}, "reason": "商定"}])
    first, second = only(parts, "2026-11-25"), only(parts, "2026-12-02")
    assert (first.people, second.people) == (("wang",), ("li",))
    assert first.notes == ("原为李律师，与12月2日的王律师对调（商定）",)
    assert second.notes == ("原为王律师，与11月25日的李律师对调（商定）",)


def test_swap_is_symmetric() -> None:
    other = {"date": "2026-12-02", "rotation": "aiguo"}
    one = year(town(swaps=[{"a": WEDNESDAY, "b": other}]))
    assert one == year(town(swaps=[{"a": other, "b": WEDNESDAY}]))


def test_swaps_come_after_moves_and_leave_comes_last() -> None:
    parts = town(
        leave=[absent(substitute="chen", to="2026-12-02")],
        overrides=[{**WEDNESDAY, "move": {"date": "2026-11-26"}}],
        swaps=[{"a": {**WEDNESDAY, "date": "2026-11-26"}, "b": {**WEDNESDAY, "date": "2026-12-02"}}],
    )
    # Li, who is away until 2 December, was moved to 26 November and swapped to 2 December.
    assert only(parts, "2026-11-26").people == ("wang",)
    assert only(parts, "2026-12-02").people == ("chen",)


def test_what_a_shift_left_behind_says_where_it_went_in_a_few_words() -> None:
    moves = [{"date": "2026-11-26", "hours": "9:00-11:00", "place": "qixiao"}, {"date": "2026-12-01"}]
    said = []
    for move in moves:
        *_, drop = year(town(overrides=[{**WEDNESDAY, "move": move}])).dropped
        assert (str(drop.date), str(drop.session), drop.place) == ("2026-11-25", "13:30–16:00", "aiguo")
        said.append(drop.said)
    assert said == ["已改到11月26日 09:00–11:00，在七滧村服务室", "已改到12月1日 13:30–16:00"]


def test_a_shift_that_a_temporary_schedule_stops_says_so() -> None:
    temporary = {"id": "chunjie", "name": "春节安排", "from": "2026-11-23", "to": "2026-11-27"}
    *_, drop = year(town(temporary=[temporary])).dropped
    assert (str(drop.date), drop.place, drop.said) == ("2026-11-25", "aiguo", "按春节安排，停一次")


def test_a_shift_moved_into_a_temporary_span_takes_place() -> None:
    temporary = {"id": "chunjie", "name": "春节安排", "from": "2026-12-07", "to": "2026-12-13"}
    parts = town(temporary=[temporary], overrides=[{**WEDNESDAY, "move": {"date": "2026-12-08"}}])
    assert only(parts, "2026-12-08").people == ("li",)
    assert on(parts, "2026-12-09") == []


def test_two_moves_of_one_day_each_hit_their_session() -> None:
    parts = town(
        rotation(when="每周三 9:00-11:00、13:30-16:00"),
        overrides=[
            {**WEDNESDAY, "hours": "9:00-11:00", "move": {"date": "2026-11-26"}},
            {**WEDNESDAY, "hours": "13:30-16:00", "move": {"date": "2026-11-27"}},
        ],
    )
    assert on(parts, "2026-11-25") == []
    assert [str(only(parts, day).session) for day in ("2026-11-26", "2026-11-27")] == [
        "09:00–11:00",
        "13:30–16:00",
    ]


def test_an_added_shift_is_a_sample_where_its_rotation_is() -> None:
    added = {**WEDNESDAY, "add": ["chen"], "hours": "8:00-9:00"}
    assert [s.sample for s in on(town(rotation(sample="true"), overrides=[added]), "2026-11-25")] == [
        True
    ] * 2


def test_a_temporary_schedule_of_one_place_stops_the_turns_there() -> None:
    plan = {"date": "2026-02-11", "hours": "9:00-11:00", "place": "aiguo", "people": ["chen"]}
    entry = {
        "id": "chunjie",
        "name": "春节安排",
        "from": "2026-02-09",
        "to": "2026-02-13",
        "places": ["aiguo"],
    }
    shift = only(town(temporary=[{**entry, "sample": "true", "shifts": [plan]}]), "2026-02-11")
    assert (shift.people, shift.sample) == (("chen",), True)


def test_a_cancelled_shift_is_swapped_with_nobody() -> None:
    other = {**WEDNESDAY, "date": "2026-12-02"}
    parts = town(overrides=[{**WEDNESDAY, "cancel": "true"}], swaps=[{"a": WEDNESDAY, "b": other}])
    assert only(parts, "2026-11-25").state == "cancelled"
    assert only(parts, "2026-12-02").people == ("wang",)


def test_a_part_never_reaches_beyond_its_shift() -> None:
    split = {"hours": "13:00-14:00", "people": ["chen"]}
    found = on(town(overrides=[{**WEDNESDAY, "split": split}]), "2026-11-25")
    assert [str(shift.session) for shift in found] == ["13:30–14:00", "14:00–16:00"]
