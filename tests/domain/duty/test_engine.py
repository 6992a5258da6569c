"""What the whole engine makes of a file: known dates, holidays, order."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from dataclasses import replace

import pytest

from macros.domain.duty import Resolved, window
from macros.domain.duty.holidays import WAITING
from macros.domain.duty.shift import Dropped
from macros.models.dates import Session
from tests.domain.duty_parts import TURN, Entry, Parts, absent, days, on, only, rotation, segment, town, year

DAY = dt.date(2026, 11, 25)


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
    found = window(parts, dt.date(2026, 9, 30), dt.date(2026, 10, 8))
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
    found = window(parts, dt.date(2026, 10, 1), dt.date(2026, 10, 10))
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


@pytest.mark.parametrize("day", ["2027-01-01", "2027-02-05", "2027-02-08", "2027-04-05", "2027-09-15"])
@pytest.mark.parametrize("policy", ["skip", "forfeit", "postpone", "advance"])
def test_days_of_the_law_carry_no_duty_in_a_year_without_a_notice(day: str, policy: str) -> None:
    assert on(town(rotation(when="每天 9:00-11:00", holidays=policy)), day) == []


def test_days_of_the_law_can_be_kept() -> None:
    shift = only(town(rotation(when="每天 9:00-11:00", holidays="keep")), "2027-01-01")
    assert shift.notes == ("元旦放假期间照常值班", WAITING)


def test_other_days_of_such_a_year_are_on_but_not_announced() -> None:
    assert not only(town(rotation(when="每天 9:00-11:00")), "2027-01-02").announced


def _dropped(parts: Parts, day: str) -> list[tuple[str, str | None, str, str]]:
    date = dt.date.fromisoformat(day)
    found = window(parts, date, date).dropped
    return [(drop.why, drop.place, str(drop.session), drop.said) for drop in found]


def test_what_a_holiday_ate_says_so_in_a_few_words() -> None:
    said = ("13:30–16:00", "国庆节放假，停一次")
    tour: Entry = {"kind": "area", "places": ["aiguo", "qixiao"]}
    assert _dropped(town(), "2026-10-07") == [("holiday", "aiguo", *said)]
    # On a tour that keeps the turn no one place is meant.
    assert _dropped(town(rotation(**tour)), "2026-10-07") == [("holiday", None, *said)]
    lost = town(rotation(holidays="forfeit", **tour))
    assert _dropped(lost, "2026-02-18") == [("forfeit", "aiguo", said[0], "春节放假，停一次")]
    assert only(lost, "2026-02-25").place == "qixiao"


def test_every_session_that_a_holiday_ate_is_told() -> None:
    parts = town(rotation(when="每周三 9:00-11:00、13:30-16:00"))
    assert [session for _, _, session, _ in _dropped(parts, "2026-10-07")] == ["09:00–11:00", "13:30–16:00"]


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("postpone", "国庆节放假，已顺延到10月8日 13:30–16:00"),
        ("advance", "国庆节放假，已提前到9月30日 13:30–16:00"),
    ],
)
def test_a_holiday_that_sent_its_duty_on_says_where(policy: str, said: str) -> None:
    when = "每周四 13:30-16:00" if policy == "advance" else "每周三 13:30-16:00"
    day = "2026-10-01" if policy == "advance" else "2026-10-07"
    parts = town(rotation(holidays=policy, when=when, kind="area", places=["aiguo", "qixiao"]))
    ((why, place, _, words),) = _dropped(parts, day)
    assert (why, words) == ("postponed", said)
    assert place in ("aiguo", "qixiao")


def test_a_duty_that_was_sent_on_to_days_planned_otherwise_stops() -> None:
    temporary = {"id": "t", "name": "节后安排", "from": "2026-10-08", "to": "2026-10-09"}
    parts = town(rotation(holidays="postpone"), temporary=[temporary])
    assert _dropped(parts, "2026-10-07") == [("postponed", "aiguo", "13:30–16:00", "国庆节放假，停一次")]
    assert on(parts, "2026-10-08") == []


CHANGES: list[Entry] = [
    {"places": ["qixiao", "station"]},
    {"seat": "station"},
    {"wanted": "2"},
    {"holidays": "keep"},
    {"makeup_days": "true"},
    {"standby": ["chen"]},
    {"when": "每周四 9:00-11:00"},
    {"people": ["zhao", "chen"]},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_whatever_changes_from_a_day_on_leaves_every_earlier_shift_as_it_was(change: Entry) -> None:
    first: Entry = segment(when="每个工作日 9:00-11:00", people=TURN, places=["aiguo", "qixiao"])
    later = {**first, "from": "2026-07-01", "start": "continue", "places": ["aiguo", "qixiao"], **change}
    away = [absent(**{"from": "2026-06-01", "to": "2026-07-31"})]
    before, after = (
        year(town(rotation(kind="area", segments=segments), leave=away)).shifts
        for segments in ([first], [first, later])
    )
    turned = dt.date(2026, 7, 1)
    assert [s for s in before if s.date < turned] == [s for s in after if s.date < turned]
    assert [s for s in before if s.date >= turned] != [s for s in after if s.date >= turned]


@pytest.mark.parametrize(
    ("policy", "stretch", "day"),
    [
        ("advance", {"when": "每周四 9:00-11:00", "from": "2026-09-30"}, "2026-09-30"),
        ("postpone", {"when": "每周三 9:00-11:00", "from": "2026-10-07", "to": "2026-10-08"}, "2026-10-08"),
    ],
)
def test_a_holiday_sends_duty_as_far_as_the_first_and_the_last_day_of_a_stretch(
    policy: str, stretch: Entry, day: str
) -> None:
    assert only(town(rotation(holidays=policy, **stretch)), day).people == ("wang",)


def test_a_holiday_sends_no_duty_beyond_its_stretch_and_says_so() -> None:
    thursdays = rotation(holidays="advance", when="每周四 9:00-11:00", **{"from": "2026-10-01"})
    found = window(town(thursdays), dt.date(2026, 9, 28), dt.date(2026, 10, 2))
    assert found.shifts == ()
    assert [drop.note for drop in found.dropped] == ["因国庆节放假提前后超出了这一段轮值的日期，取消"]


def test_a_year_whose_notice_was_not_there_yet_was_not_announced() -> None:
    before, since = (
        Resolved.of(town(), DAY, dt.date(2025, 10, day)).window(DAY, DAY).shifts for day in (24, 25)
    )
    assert [(shift.announced, shift.notes) for shift in (*before, *since)] == [
        (False, (WAITING,)),
        (True, ()),
    ]


@pytest.mark.parametrize("why", ["holiday", "postponed"])
def test_what_holidays_took_from_several_rotations_is_all_told(why: str) -> None:
    policy = {"holiday": "skip", "postponed": "postpone"}[why]
    last = rotation("c", when="每周六 9:00-11:00")
    parts = town(rotation("a", holidays=policy), rotation("b", holidays=policy), last)
    holiday = dt.date(2026, 10, 7)
    dropped = window(parts, holiday, holiday).dropped
    assert [(drop.rotation, drop.why) for drop in dropped] == [("a", why), ("b", why)]


def test_what_was_dropped_comes_in_one_order_whatever_it_was_found_in() -> None:
    session, later = Session(dt.time(9), dt.time(11)), Session(dt.time(13), dt.time(15))
    told = Dropped(DAY, session, "aiguo", "b", "holiday", "a", "a")
    right = [
        replace(told, date=DAY - dt.timedelta(days=1), rotation="c"),
        replace(told, rotation="a", session=later),
        # Ids may begin with a number: no place comes before every place.
        replace(told, place=None),
        replace(told, place="1-cun"),
        told,
        replace(told, said="b"),
        replace(told, note="b"),
        replace(told, why="moved", note="a"),
        replace(told, place="qixiao", why="forfeit"),
        replace(told, session=later, place="1-cun"),
    ]
    resolved = Resolved.of(town(), DAY)
    for found in (right, right[::-1]):
        resolved.applied.dropped = found
        assert resolved.window(dt.date.min, dt.date.max).dropped == tuple(right)
