"""Whose turn it is, and at which place."""

from __future__ import annotations

from tests.domain.duty_parts import TURN, Entry, days, on, only, rotation, segment, town, year


def test_area_sends_people_to_its_places_in_turn() -> None:
    found = year(town(rotation(kind="area", people=TURN, places=["aiguo", "qixiao"]))).shifts[:6]
    assert [(shift.people[0], shift.place) for shift in found] == [
        ("zhang", "aiguo"),
        ("li", "qixiao"),
        ("wang", "aiguo"),
        ("zhang", "qixiao"),
        ("li", "aiguo"),
        ("wang", "qixiao"),
    ]


def test_area_with_a_seat_stays_there() -> None:
    found = year(town(rotation(kind="area", places=["aiguo", "qixiao"], seat="station")))
    assert {shift.place for shift in found.shifts} == {"station"}


def test_one_team_tours_several_points() -> None:
    found = year(town(rotation(places=["aiguo", "qixiao", "station"], people=["zhang", "li"], wanted="2")))
    assert {shift.people for shift in found.shifts} == {("zhang", "li")}
    assert [shift.place for shift in found.shifts[:4]] == ["aiguo", "qixiao", "station", "aiguo"]


def test_stationed_person_is_always_there() -> None:
    found = year(town(rotation(kind="stationed", people=["zhang"])))
    assert {(shift.people, shift.place) for shift in found.shifts} == {(("zhang",), "aiguo")}


def test_all_sessions_of_a_day_belong_to_one_turn() -> None:
    parts = town(rotation(people=TURN, when="每个工作日 9:00-11:30、13:30-17:00", **{"from": "2026-01-05"}))
    monday, tuesday = on(parts, "2026-01-05"), on(parts, "2026-01-06")
    assert [shift.people for shift in monday] == [("zhang",), ("zhang",)]
    assert [shift.people for shift in tuesday] == [("li",), ("li",)]


def test_two_wanted_take_the_next_two() -> None:
    found = year(town(rotation(wanted="2", people=TURN))).shifts
    assert [shift.people for shift in found[:3]] == [("zhang", "li"), ("wang", "zhang"), ("li", "wang")]


def test_start_names_whose_turn_is_first() -> None:
    assert year(town(rotation(start="wang"))).shifts[0].people == ("wang",)


def test_continue_carries_on_with_whoever_was_next() -> None:
    later = segment(start="continue", people=["chen", "wang", "li"], **{"from": "2026-01-15"})
    found = year(town(rotation(segments=[segment(people=TURN), later]))).shifts
    assert [shift.people[0] for shift in found[:5]] == ["zhang", "li", "wang", "li", "chen"]


def test_tour_of_places_carries_on_in_a_new_segment() -> None:
    later = segment(people=["chen"], **{"from": "2026-01-15"})
    found = year(
        town(rotation(kind="area", places=["aiguo", "qixiao", "station"], segments=[segment(), later]))
    )
    assert [shift.place for shift in found.shifts[:4]] == ["aiguo", "qixiao", "station", "aiguo"]


def test_nothing_exists_before_or_after_a_segment() -> None:
    found = year(town(rotation(**{"from": "2026-03-04", "to": "2026-03-31"})))
    assert days(found) == ["03-04", "03-11", "03-18", "03-25"]


def test_turns_go_by_the_day_served_so_that_a_later_segment_changes_nothing_before_it() -> None:
    friday_off = {"days": [{"date": "2026-11-13", "kind": "off", "name": "节", "notice": "示例"}]}
    pattern: Entry = {"people": TURN, "when": "每周五、六 9:00-11:00", "from": "2026-11-06"}
    later = segment(people=["chen"], **{"from": "2026-11-16"})
    alone = rotation(holidays="postpone", segments=[segment(**pattern)])
    followed = rotation(holidays="postpone", segments=[segment(**pattern), later])
    for one in (alone, followed):
        parts = town(one, holidays=friday_off)
        assert only(parts, "2026-11-07").people == ("li",)
        assert only(parts, "2026-11-14").people == ("wang",)
    assert only(town(alone, holidays=friday_off), "2026-11-16").people == ("zhang",)
    assert on(town(followed, holidays=friday_off), "2026-11-16") == []


def test_turns_go_on_over_a_change_of_how_many_are_wanted() -> None:
    later = segment(start="continue", wanted="2", people=TURN, **{"from": "2026-01-15"})
    found = year(town(rotation(segments=[segment(people=TURN), later]))).shifts
    assert [shift.people for shift in found[:4]] == [
        ("zhang",),
        ("li",),
        ("wang", "zhang"),
        ("li", "wang"),
    ]


def test_a_village_leaves_a_tour_from_a_day_on() -> None:
    first = segment(places=["aiguo", "qixiao", "station"])
    later = segment(places=["aiguo", "station"], **{"from": "2026-01-22"})
    before, after = (
        year(town(rotation(kind="area", segments=segments))).shifts for segments in ([first], [first, later])
    )
    assert before[:3] == after[:3]
    assert [shift.place for shift in after[3:6]] == ["aiguo", "station", "aiguo"]


def test_two_patterns_that_meet_on_a_day_are_one_turn_with_the_hours_of_both() -> None:
    when = ["每周三 13:30-16:00", "每月第1、3个周三 9:00-11:00"]
    found = year(town(rotation(people=TURN, when=when))).shifts[:5]
    assert [(f"{shift.date:%m-%d}", str(shift.session), shift.people) for shift in found] == [
        ("01-07", "09:00–11:00", ("zhang",)),
        ("01-07", "13:30–16:00", ("zhang",)),
        ("01-14", "13:30–16:00", ("li",)),
        ("01-21", "09:00–11:00", ("wang",)),
        ("01-21", "13:30–16:00", ("wang",)),
    ]


def test_turns_that_a_holiday_brought_forward_go_by_the_day_they_were_meant_for() -> None:
    monday_off = {"days": [{"date": "2026-11-16", "kind": "off", "name": "节", "notice": "示例"}]}
    pattern: Entry = {"people": TURN, "when": "每周一、六 9:00-11:00", "from": "2026-11-12"}
    parts = town(rotation(holidays="advance", **pattern), holidays=monday_off)
    # Saturday's turn comes before Monday's, which is served on Friday.
    assert only(parts, "2026-11-14").people == ("zhang",)
    assert only(parts, "2026-11-13").people == ("li",)
