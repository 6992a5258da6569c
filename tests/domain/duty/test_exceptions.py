"""What overrides, temporary schedules and swaps do to shifts."""

from __future__ import annotations

import datetime as dt

from macros.domain.duty import window
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
    found = window(town(temporary=[temporary]), dt.date(2026, 2, 9), dt.date(2026, 2, 27))
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


def test_a_swap_with_a_shift_that_stays_vacant_brings_its_person_to_the_other_day() -> None:
    # Li is away on 25 November and nobody else is there.
    parts = town(
        rotation(),
        rotation("other", places=["qixiao"], people=["chen"], when="每周四 9:00-11:00"),
        leave=[absent(), absent(person="wang"), absent(person="zhang"), absent(person="chen")],
        swaps=[{"a": WEDNESDAY, "b": {"date": "2026-11-26", "rotation": "other"}}],
    )
    first, second = only(parts, "2026-11-25"), only(parts, "2026-11-26")
    assert (first.state, first.people) == ("vacant", ())
    assert first.notes == ("原为李律师，与11月26日的陈律师对调", "陈律师请假，暂无人代班")
    assert (second.state, second.people) == ("on", ("li",))


def test_two_shifts_moved_to_one_day_are_found_however_far_they_come() -> None:
    moves = [
        {"date": day, "rotation": name, "move": {"date": "2026-03-03"}}
        for day, name in (("2026-11-25", "aiguo"), ("2026-04-01", "other"))
    ]
    for rows in (moves, moves[::-1]):
        assert len(on(town(rotation(), rotation("other"), overrides=rows), "2026-03-03")) == 2


def test_parts_that_end_or_begin_where_the_shift_does_leave_no_empty_piece() -> None:
    parts = [
        {"hours": hours, "people": ["chen"]}
        for hours in ("16:00-17:00", "15:00-16:00", "12:30-13:30", "13:30-14:00")
    ]
    found = on(town(overrides=[{**WEDNESDAY, "split": parts}]), "2026-11-25")
    assert [(str(shift.session), shift.people) for shift in found] == [
        ("13:30–14:00", ("chen",)),
        ("14:00–15:00", ("li",)),
        ("15:00–16:00", ("chen",)),
    ]


def test_a_swap_takes_along_that_the_clerk_named_somebody() -> None:
    parts = town(
        overrides=[{**WEDNESDAY, "replace": ["chen"]}],
        swaps=[{"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-02"}}],
    )
    first, second = only(parts, "2026-11-25"), only(parts, "2026-12-02")
    assert (first.people, first.by_name) == (("wang",), False)
    assert (second.people, second.by_name) == (("chen",), True)


def test_a_cancelled_shift_is_swapped_with_nobody() -> None:
    swap = {"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-02"}}
    parts = town(overrides=[{**WEDNESDAY, "cancel": "true"}], swaps=[swap])
    assert (only(parts, "2026-11-25").state, only(parts, "2026-12-02").people) == ("cancelled", ("wang",))


def test_of_two_swaps_of_one_shift_the_same_one_holds_in_any_order() -> None:
    days = [{**WEDNESDAY, "date": f"2026-{day}"} for day in ("11-25", "12-02", "12-09")]
    swaps = [{"a": days[0], "b": days[1]}, {"a": days[2], "b": days[0]}]
    turned = [{"a": swap["b"], "b": swap["a"]} for swap in swaps]
    found = [year(town(swaps=rows)) for rows in (swaps, swaps[::-1], turned, [swaps[0], turned[1]])]
    assert all(one == found[0] for one in found)


def test_swaps_that_miss_or_clash_stop_no_later_one() -> None:
    days = [{**WEDNESDAY, "date": f"2026-{day}"} for day in ("11-10", "11-18", "11-25", "12-02", "12-09")]
    swaps = [{"a": days[one], "b": days[other]} for one, other in ((0, 1), (1, 2), (1, 4), (3, 4))]
    parts = town(swaps=swaps)
    assert [only(parts, day["date"]).notes != () for day in days[1:]] == [True] * 4


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


def test_an_override_that_clashes_on_one_session_still_does_the_other() -> None:
    morning = {**WEDNESDAY, "hours": "9:00-11:00", "place": "aiguo", "cancel": "true"}
    rows = [morning, {**WEDNESDAY, "replace": ["chen"]}]
    found = [
        on(town(rotation(when="每周三 9:00-11:00、13:30-16:00"), overrides=given), "2026-11-25")
        for given in (rows, rows[::-1])
    ]
    assert found[0] == found[1]
    assert [(shift.state, shift.people) for shift in found[0]] == [("cancelled", ()), ("on", ("chen",))]


def test_a_move_early_in_a_window_does_not_shorten_it() -> None:
    early = {**WEDNESDAY, "date": "2026-01-14", "move": {"date": "2026-01-15"}}
    assert len(year(town(overrides=[early])).shifts) == len(year(town()).shifts)
