"""What the whole engine makes of a file: known dates, holidays, order."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter

from macros.domain.duty import roster
from macros.domain.holidays import WAITING
from tests.domain.duty_parts import TURN, Entry, absent, days, on, only, rotation, town, year


def test_wednesday_turns_of_five_people_are_ten_each_in_2026() -> None:
    found = year(town(rotation(people=["zhang", "li", "wang", "zhao", "chen"])))
    assert set(Counter(person for shift in found.shifts for person in shift.people).values()) == {10}
    assert [(f"{drop.date:%m-%d}", drop.note) for drop in found.dropped] == [
        ("02-18", "因春节放假停一次"),
        ("10-07", "因国庆节放假停一次"),
    ]


def test_fifth_wednesday_gives_four_shifts_in_2026() -> None:
    found = year(town(rotation(when="每月第5个周三 9:00-11:00")))
    assert days(found) == ["04-29", "07-29", "09-30", "12-30"]


def test_make_up_days_are_no_duty_days_unless_the_rotation_says_so() -> None:
    plain = set(days(year(town(rotation(when="每个工作日 9:00-11:30")))))
    asked = set(days(year(town(rotation(when="每个工作日 9:00-11:30", makeup_days="true")))))
    assert asked - plain == {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}
    assert plain <= asked


def test_saturday_pattern_keeps_its_saturday_though_others_make_up_work() -> None:
    assert "10-10" in days(year(town(rotation(when="每周六 9:00-11:00"))))


def test_skipped_person_stays_next() -> None:
    parts = town()
    assert only(parts, "2026-09-30").people == ("zhang",)
    assert on(parts, "2026-10-07") == []
    assert only(parts, "2026-10-14").people == ("li",)


def test_forfeited_turn_is_lost() -> None:
    parts = town(rotation(holidays="forfeit", people=TURN, **{"from": "2026-09-30"}))
    assert only(parts, "2026-09-30").people == ("zhang",)
    assert only(parts, "2026-10-14").people == ("wang",)


def test_postponed_shift_says_where_it_comes_from() -> None:
    shift = only(town(rotation(holidays="postpone")), "2026-10-08")
    assert shift.notes == ("原定10月7日，因国庆节放假顺延至10月8日",)


def test_advanced_shift_says_where_it_comes_from() -> None:
    shift = only(town(rotation(holidays="advance", when="每周四 13:30-16:00")), "2026-09-30")
    assert shift.notes == ("原定10月1日，因国庆节放假提前至9月30日",)


def test_postponed_onto_the_own_next_shift_is_dropped_and_keeps_the_turn() -> None:
    parts = town(
        rotation(holidays="postpone", people=TURN, when="每周三、四 9:00-11:00", **{"from": "2026-09-30"})
    )
    found = roster(parts, dt.date(2026, 9, 30), dt.date(2026, 10, 8))
    assert [(f"{s.date:%m-%d}", s.people) for s in found.shifts] == [
        ("09-30", ("zhang",)),
        ("10-08", ("li",)),
    ]
    assert {(f"{drop.date:%m-%d}", drop.why) for drop in found.dropped} == {
        ("10-01", "collision"),
        ("10-07", "collision"),
    }


def test_two_shifts_postponed_to_one_day_are_never_merged() -> None:
    parts = town(rotation(holidays="postpone", when="每周一、三 9:00-11:00"))
    found = roster(parts, dt.date(2026, 10, 1), dt.date(2026, 10, 10))
    assert days(found) == ["10-08"]
    assert [drop.why for drop in found.dropped] == ["postponed", "collision"]


def test_make_up_day_takes_a_postponed_shift_only_if_asked_for() -> None:
    holidays = {
        "days": [{"from": "2026-09-24", "to": "2026-09-25", "kind": "off", "name": "节", "notice": "x"}]
    }
    holidays["days"].append({"date": "2026-09-26", "kind": "work", "name": "节", "notice": "x"})
    thursdays: Entry = {"holidays": "postpone", "when": "每周四 9:00-11:00"}
    assert on(town(rotation(**thursdays), holidays=holidays), "2026-09-26") == []
    assert on(town(rotation(makeup_days="true", **thursdays), holidays=holidays), "2026-09-26")


def test_kept_shift_says_that_it_is_on_a_holiday() -> None:
    assert only(town(rotation(holidays="keep")), "2026-10-07").notes == ("国庆节放假期间照常值班",)


def test_shift_of_an_unannounced_year_waits_for_the_notice() -> None:
    shift = only(town(), "2027-01-06")
    assert not shift.announced
    assert shift.notes == (WAITING,)
    assert only(town(), "2026-12-30").announced


def test_shifts_are_sorted_by_date_session_and_place() -> None:
    parts = town(rotation("b", places=["station"]), rotation("a"), rotation("c", when="每周三 9:00-11:00"))
    keys = [(shift.date, shift.session, shift.place) for shift in year(parts).shifts]
    assert keys == sorted(keys)


def test_a_rotation_has_the_same_shifts_however_many_others_there_are() -> None:
    found = year(town(*(rotation(f"r{number}") for number in range(40)))).shifts
    alone = year(town(rotation("r7"))).shifts
    assert tuple(shift for shift in found if shift.rotation == "r7") == alone


def test_sample_rotation_marks_its_shifts() -> None:
    assert all(shift.sample for shift in year(town(rotation(sample="true"))).shifts)


def test_every_shift_of_a_busy_file_says_how_it_came_about() -> None:
    parts = town(
        rotation(holidays="postpone"),
        leave=[absent(person="wang", **{"from": "2026-01-01", "to": "2026-12-31"})],
    )
    plain = [shift for shift in year(parts).shifts if not shift.notes]
    assert all(shift.people == shift.planned for shift in plain)
    pairs = itertools.pairwise(shift.planned for shift in year(parts).shifts)
    assert all(one != other for one, other in pairs)
