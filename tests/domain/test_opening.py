"""Whether a door is open: every minute that other sites got wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

import pytest

from macros.domain.duty import shifts
from macros.domain.duty.holidays import Calendar
from macros.domain.opening import closure_words, opening
from macros.domain.schedule import OpenDay, Schedule
from macros.models.exceptions import Closure
from macros.models.holidays import Holidays
from macros.models.when import When
from tests.domain.duty_parts import town

OFFICE = "每个工作日 8:30-11:00、13:30-16:00"
STATION = "每个工作日 8:30-11:30、13:30-17:00"
REPAIR = {"from": "2026-12-07", "to": "2026-12-31", "reason": "室内维修"}
JANUARY = "按计划1月4日 8:30 开门，先打电话问"
PHONE = "放假安排还没公布，先打电话问"


def schedule(*hours: str, closures: Collection[dict[str, Any]] = (), **holidays: Any) -> Schedule:
    """The schedule of a place from September 2026 to the end of March 2027."""
    return Schedule.of(
        tuple(map(When.parse, hours)),
        [Closure.model_validate({"place": "a", **closure}) for closure in closures],
        Calendar.of(Holidays.model_validate(holidays)),
        dt.date(2026, 9, 1),
        dt.date(2027, 3, 31),
    )


def said(moment: str, *hours: str, duty: Collection[dt.date] | None = None, **more: Any) -> str:
    """What stands at the door at a moment in Shanghai."""
    at = dt.datetime.fromisoformat(moment)
    return str(opening(schedule(*(hours or (OFFICE,)), **more), at.date(), at.time(), duty))


@pytest.mark.parametrize(
    ("moment", "right"),
    [
        ("2026-11-25 00:00", "还没开门，今天 8:30 开门"),
        ("2026-11-25 08:29", "还没开门，今天 8:30 开门"),
        ("2026-11-25 08:30", "现在开门，11:00 午休，13:30 再开"),
        ("2026-11-25 10:59", "现在开门，11:00 午休，13:30 再开"),
        ("2026-11-25 11:00", "午休，13:30 再开"),
        ("2026-11-25 12:00", "午休，13:30 再开"),
        ("2026-11-25 13:29", "午休，13:30 再开"),
        ("2026-11-25 13:30", "现在开门，16:00 关门"),
        ("2026-11-25 15:59", "现在开门，16:00 关门"),
        ("2026-11-25 16:00", "已经关门，明天 8:30 开门"),
        ("2026-11-25 23:59", "已经关门，明天 8:30 开门"),
        ("2026-11-27 09:00", "现在开门，11:00 午休，13:30 再开"),
        # Friday after closing, the weekend, and the first minute of Monday.
        ("2026-11-27 16:00", "已经关门，11月30日 星期一 8:30 开门"),
        ("2026-11-28 10:00", "今天不开门，后天 8:30 开门"),
        ("2026-11-29 10:00", "今天不开门，明天 8:30 开门"),
        ("2026-11-30 00:00", "还没开门，今天 8:30 开门"),
    ],
)
def test_a_week_of_office_hours(moment: str, right: str) -> None:
    assert said(moment) == right


@pytest.mark.parametrize(
    ("moment", "right"),
    [
        ("2026-09-30 16:00", "已经关门，国庆放假，10月8日 8:30 开门"),
        ("2026-10-01 09:00", "国庆放假，10月8日 8:30 开门"),
        ("2026-10-03 09:00", "今天不开门，国庆放假，10月8日 8:30 开门"),
        ("2026-10-07 20:00", "国庆放假，10月8日 8:30 开门"),
        ("2026-10-08 09:00", "现在开门，11:00 午休，13:30 再开"),
        ("2026-10-09 16:00", "已经关门，明天 8:30 开门"),
        ("2026-10-10 08:00", "今天补班，8:30 开门"),
        ("2026-10-10 09:00", "今天补班，现在开门，11:00 午休，13:30 再开"),
        ("2026-10-10 14:00", "今天补班，现在开门，16:00 关门"),
        ("2026-10-10 16:00", "已经关门，后天 8:30 开门"),
        ("2026-10-11 09:00", "今天不开门，明天 8:30 开门"),
    ],
)
def test_holidays_and_the_make_up_day_behind_them(moment: str, right: str) -> None:
    assert said(moment) == right


@pytest.mark.parametrize(
    ("hours", "holiday", "makeup"),
    [
        ("周一至周五 9:00-17:00", "国庆放假，10月8日 9:00 开门", "今天不开门，后天 9:00 开门"),
        ("周一至周六 9:00-17:00", "国庆放假，10月8日 9:00 开门", "现在开门，17:00 关门"),
        ("每天 9:00-17:00", "现在开门，17:00 关门", "现在开门，17:00 关门"),
        ("每月第1、2个周一至周日 9:00-17:00", "国庆放假，10月8日 9:00 开门", "现在开门，17:00 关门"),
        ("周一至周日 9:00-17:00", "现在开门，17:00 关门", "现在开门，17:00 关门"),
        (
            "每月5日、20日 9:00-17:00",
            "今天不开门，国庆放假，10月20日 9:00 开门",
            "今天不开门，10月20日 星期二 9:00 开门",
        ),
    ],
)
def test_holidays_and_make_up_days_go_by_the_words_of_the_hours(
    hours: str, holiday: str, makeup: str
) -> None:
    assert said("2026-10-01 10:00", hours) == holiday
    assert said("2026-10-10 10:00", hours) == makeup


@pytest.mark.parametrize(
    ("moment", "right"),
    [
        ("2026-12-04 16:00", f"已经关门，室内维修，{JANUARY}"),
        ("2026-12-07 09:00", f"室内维修，12月31日以前不开门，{JANUARY}"),
        ("2026-12-31 23:59", f"室内维修，今天不开门，元旦放假，{JANUARY}"),
        ("2027-01-01 00:00", f"元旦放假，{JANUARY}"),
    ],
)
def test_a_closure_with_an_end(moment: str, right: str) -> None:
    assert said(moment, closures=[REPAIR]) == right


@pytest.mark.parametrize(
    ("moment", "right"),
    [
        ("2026-12-06 09:00", "今天不开门，室内维修，哪天开门请打电话问"),
        ("2026-12-07 09:00", "室内维修，哪天开门等通知"),
        ("2027-03-31 09:00", "室内维修，哪天开门等通知"),
    ],
)
def test_a_closure_without_an_end(moment: str, right: str) -> None:
    assert said(moment, closures=[{**REPAIR, "to": "另行通知"}]) == right


def test_a_closure_without_an_end_stops_every_later_duty() -> None:
    parts = town(closures=[{"place": "aiguo", "from": "2026-12-07", "to": "另行通知"}])
    held = {shift.date: shift.state for shift in shifts(parts, dt.date(2026, 11, 25), dt.date(2027, 6, 30))}
    assert {state for day, state in held.items() if day < dt.date(2026, 12, 7)} == {"on"}
    assert {state for day, state in held.items() if day >= dt.date(2026, 12, 7)} == {"cancelled"}


def test_of_closures_on_one_day_the_longest_counts() -> None:
    short = {"from": "2026-12-07", "to": "2026-12-08", "reason": "开会"}
    for closures in ([short, REPAIR], [REPAIR, short]):
        assert said("2026-12-07 09:00", closures=closures).startswith("室内维修，12月31日以前不开门")
    assert (
        said("2026-12-07 09:00", closures=[{"from": "2026-12-07"}])
        == "暂停服务，今天不开门，12月8日 8:30 开门"
    )


def test_a_closure_is_announced_with_its_days() -> None:
    def words(**entry: str) -> str:
        return closure_words(Closure.model_validate({"place": "a", **entry}))

    assert words(**REPAIR) == "12月7日起，室内维修，12月31日以前不开门"
    assert words(**{**REPAIR, "to": "另行通知"}) == "12月7日起，室内维修，哪天开门等通知"
    assert words(**{"from": "2026-12-07"}) == "12月7日，暂停服务，不开门"


def test_without_hours_nothing_is_guessed() -> None:
    nobody_knows = schedule()
    at = (dt.date(2026, 11, 25), dt.time(9))
    assert str(opening(nobody_knows, *at)) == "开门时间没有登记，先打电话问"
    closed = schedule(closures=[{**REPAIR, "from": "2026-11-25"}])
    assert str(opening(closed, *at)) == "室内维修，12月31日以前不开门"
    assert said("2026-11-25 09:00", "每两周的周三 9:00-11:00") == "开门的日子不固定，先打电话问"


@pytest.mark.parametrize(
    ("moment", "kind", "right"),
    [
        ("2026-12-31 16:00", "over", f"已经关门，元旦放假，{JANUARY}"),
        ("2027-01-01 09:00", "holiday", f"元旦放假，{JANUARY}"),
        ("2027-02-05 09:00", "holiday", "春节放假，按计划2月9日 8:30 开门，先打电话问"),
        ("2027-01-12 08:00", "later", f"还没开门，按计划今天 8:30 开门，{PHONE}"),
        ("2027-01-12 09:00", "planned", f"按计划今天开门，11:00 午休，13:30 再开，{PHONE}"),
        ("2027-01-12 12:00", "break", f"午休，按计划13:30 再开，{PHONE}"),
        ("2027-01-12 14:00", "planned", f"按计划今天开门，16:00 关门，{PHONE}"),
    ],
)
def test_a_year_without_a_notice_is_planned_and_never_open(moment: str, kind: str, right: str) -> None:
    at = dt.datetime.fromisoformat(moment)
    found = opening(schedule(OFFICE), at.date(), at.time())
    assert (found.kind, str(found)) == (kind, right)


def test_every_day_needs_no_notice_and_an_announced_year_is_certain() -> None:
    assert said("2027-01-12 09:00", "每天 9:00-17:00") == "现在开门，17:00 关门"
    assert said("2027-01-12 14:00", years=["2027"]) == "现在开门，16:00 关门"


def test_a_local_holiday_of_the_file_closes_the_door() -> None:
    local = {"date": "2026-11-25", "kind": "off", "name": "镇庆", "notice": "镇政府通知"}
    assert said("2026-11-25 09:00", days=[local]) == "镇庆放假，11月26日 8:30 开门"


def test_an_open_door_says_that_no_lawyer_comes_today() -> None:
    duty = {dt.date(2026, 11, 24)}
    assert said("2026-11-25 14:00", STATION, duty=duty) == "现在开门，17:00 关门；今天没有律师来值班"
    assert said("2026-11-24 14:00", STATION, duty=duty) == "现在开门，17:00 关门"
    assert said("2026-11-25 17:00", STATION, duty=duty) == "已经关门，明天 8:30 开门"
    # Who is told to call first needs no more.
    assert said("2027-01-12 14:00", STATION, duty=duty) == f"按计划今天开门，17:00 关门，{PHONE}"


def test_only_a_gap_at_noon_is_a_rest() -> None:
    evening = "每天 9:00-17:00、18:30-20:00"
    assert said("2026-11-25 10:00", evening) == "现在开门，17:00 关门，18:30 再开"
    assert said("2026-11-25 18:00", evening) == "现在关门，18:30 再开"
    assert said("2026-11-25 12:00", "每天 8:00-9:00、10:00-11:30、13:30-17:00") == "午休，13:30 再开"


def test_hours_that_meet_or_overlap_are_one() -> None:
    assert said("2026-11-25 10:00", "每天 9:00-12:00、12:00-17:00") == "现在开门，17:00 关门"
    assert said("2026-11-25 10:00", "每天 9:00-17:00", "每周三 16:00-20:00") == "现在开门，20:00 关门"
    assert said("2026-11-26 10:00", "每天 9:00-17:00", "每周三 16:00-20:00") == "现在开门，17:00 关门"
    assert said("2026-11-25 10:00", "每天 9:00-17:00", "每周三 10:00-12:00") == "现在开门，17:00 关门"


def test_outside_the_days_of_the_schedule_nothing_is_said_to_be_open() -> None:
    for moment in ("2026-08-31 09:00", "2027-04-01 09:00"):
        assert said(moment) == "开门时间还没有更新，先打电话问"
    assert said("2027-03-31 16:00") == "已经关门，按计划明天 8:30 开门，先打电话问"
    assert (
        said("2027-03-31 16:00", "每月20日 9:00-11:00")
        == "今天不开门，按计划4月20日 星期二 9:00 开门，先打电话问"
    )


@pytest.mark.parametrize(
    ("moment", "kind"),
    [
        ("2026-08-31 09:00", "unknown"),
        ("2026-09-01 09:00", "open"),
        ("2026-11-25 08:00", "later"),
        ("2026-11-25 12:00", "break"),
        ("2026-11-25 18:00", "over"),
        ("2026-11-28 10:00", "off"),
        ("2026-10-01 10:00", "holiday"),
        ("2026-10-10 08:00", "later"),
        ("2026-10-10 09:00", "open"),
        ("2026-12-07 09:00", "closed"),
        ("2027-03-31 09:00", "planned"),
        ("2027-04-01 09:00", "unknown"),
    ],
)
def test_every_state_has_a_kind(moment: str, kind: str) -> None:
    at = dt.datetime.fromisoformat(moment)
    assert opening(schedule(OFFICE, closures=[REPAIR]), at.date(), at.time()).kind == kind
    assert opening(schedule(), dt.date(2026, 11, 25), dt.time(9)).kind == "unknown"


def test_a_pause_until_three_is_still_noon() -> None:
    assert said("2026-11-25 12:00", "每天 8:00-11:00、15:00-17:00") == "午休，15:00 再开"
    assert said("2026-11-25 12:00", "每天 8:00-11:00、15:01-17:00") == "现在关门，15:01 再开"


def test_a_holiday_leaves_no_hours_and_is_called_by_its_name() -> None:
    typhoon = {"date": "2026-11-25", "kind": "off", "name": "台风放假", "notice": "镇通知"}
    found = schedule(OFFICE, days=[typhoon]).days
    assert found[dt.date(2026, 11, 25)] == OpenDay((), "台风放假")
    assert found[dt.date(2026, 10, 1)] == OpenDay((), "国庆放假")


@pytest.mark.parametrize("hours", [(), ("每两周的周三 9:00-11:00",)])
def test_a_place_whose_days_cannot_be_told_still_has_its_closures(hours: tuple[str, ...]) -> None:
    found = schedule(*hours, closures=[REPAIR])
    assert (found.days, len(found.closures)) == ({}, 1)
    assert found.unknown


def test_that_nobody_is_on_duty_leaves_the_door_open() -> None:
    found = opening(schedule(OFFICE), dt.date(2026, 11, 25), dt.time(9), duty=())
    assert (found.kind, found.more.endswith("今天没有律师来值班")) == ("open", True)


def test_closures_stand_in_one_order_whatever_the_order_of_the_file() -> None:
    rows = [REPAIR, REPAIR | {"reason": "停电"}]
    assert schedule(OFFICE, closures=rows).closures == schedule(OFFICE, closures=rows[::-1]).closures
