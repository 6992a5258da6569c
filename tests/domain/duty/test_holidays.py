"""Which days are off, made up or plain, and which years are announced."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from macros.domain.days import each
from macros.domain.duty.holidays import Calendar
from macros.domain.duty.legal_holidays import legal_holidays
from macros.models.holidays import Holidays
from macros.models.when import When

NOTICES = Path(__file__).with_name("cn-holidays-2025-2026.csv")
NATIONAL = "国办发明电〔2026〕9号"


def calendar(*days: dict[str, Any], years: tuple[str, ...] = ()) -> Calendar:
    return Calendar.of(Holidays.model_validate({"days": days, "years": years}))


def rows() -> list[dict[str, str]]:
    with NOTICES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_calendar_says_what_the_notices_of_2025_and_2026_say() -> None:
    plain = calendar()
    listed = {dt.date.fromisoformat(row["date"]): row["kind"] for row in rows()}
    for number in range(730):
        day = dt.date(2025, 1, 1) + dt.timedelta(days=number)
        kind = "off" if day in plain.off else "work" if day in plain.makeup else None
        assert kind == listed.get(day), day


def test_weekdays_lost_to_holidays_in_2026_are_the_known_ones() -> None:
    lost = {
        weekday: [
            f"{day:%m-%d}" for day in sorted(calendar().off) if day.year == 2026 and day.weekday() == weekday
        ]
        for weekday in (0, 2, 4)
    }
    assert lost[2] == ["02-18", "10-07"]
    assert lost[0] == ["02-16", "02-23", "04-06", "05-04", "10-05"]
    assert lost[4] == ["01-02", "02-20", "05-01", "06-19", "09-25", "10-02"]


def test_make_up_days_of_2026_are_the_known_ones() -> None:
    made_up = [f"{day:%m-%d}" for day in sorted(calendar().makeup) if day.year == 2026]
    assert made_up == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


def test_make_up_day_is_a_working_day_only_where_asked_for() -> None:
    day = dt.date(2026, 10, 10)
    assert not calendar().working(day)
    assert calendar().working(day, makeup_days=True)


def test_year_without_a_notice_is_not_announced_and_only_has_the_days_of_the_law() -> None:
    plain = calendar()
    assert plain.announced(dt.date(2026, 12, 31))
    assert not plain.announced(dt.date(2027, 1, 4))
    assert plain.working(dt.date(2027, 1, 4))
    assert not plain.working(dt.date(2027, 1, 1))
    off = [day for day in each(dt.date(2027, 1, 1), dt.date(2027, 12, 31)) if plain.holiday(day)]
    assert [f"{day:%m-%d}" for day in off] == [
        "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15",
        "10-01", "10-02", "10-03",
    ]  # fmt: skip


def test_holidays_have_names_by_the_law_alone() -> None:
    names = ["元旦", "春节", "清明", "端午", "中秋", "国庆节"]
    days = [(1, 1), (2, 5), (4, 5), (6, 9), (9, 15), (10, 3)]
    assert [calendar().holiday(dt.date(2027, *day)) for day in days] == names
    assert calendar().holiday(dt.date(2027, 10, 4)) is None


@pytest.mark.parametrize("year", [2025, 2026])
def test_announced_years_hold_the_13_days_of_the_law_under_the_same_names(year: int) -> None:
    law, noticed = legal_holidays(year), calendar().off
    assert len(law) == 13
    assert {day: noticed[day] for day in law} == law


def test_a_year_that_is_announced_by_name_alone_still_has_the_days_of_the_law() -> None:
    assert calendar(years=("2027",)).holiday(dt.date(2027, 2, 6)) == "春节"


def test_days_of_the_law_in_a_year_far_off_and_two_on_one_day() -> None:
    assert [day.day for day, name in legal_holidays(2033).items() if name == "春节"] == [30, 31, 1, 2]
    # The 15th of the eighth month is 3 October.
    assert len(legal_holidays(2028)) == 12
    assert legal_holidays(2024) == {}


def test_national_notice_announces_its_year_and_a_local_one_does_not() -> None:
    entry = {"from": "2027-02-05", "to": "2027-02-11", "kind": "off", "name": "春节"}
    assert calendar({**entry, "notice": NATIONAL}).announced(dt.date(2027, 6, 1))
    assert not calendar({**entry, "notice": "中兴镇通知"}).announced(dt.date(2027, 6, 1))


def test_year_can_be_announced_by_name() -> None:
    assert calendar(years=("2027",)).announced(dt.date(2027, 1, 1))


def test_own_file_wins_over_the_package_in_both_directions() -> None:
    own = calendar(
        {"date": "2026-10-07", "kind": "work", "name": "防汛", "notice": NATIONAL},
        {"date": "2026-10-10", "kind": "off", "name": "台风", "notice": NATIONAL},
    )
    assert own.working(dt.date(2026, 10, 7))
    assert dt.date(2026, 10, 10) not in own.makeup
    assert own.off[dt.date(2026, 10, 10)] == "台风"


def test_next_working_day_after_the_national_holiday_is_the_eighth() -> None:
    assert calendar().nearest_working(dt.date(2026, 10, 1), 1) == dt.date(2026, 10, 8)
    assert calendar().nearest_working(dt.date(2026, 10, 7), -1) == dt.date(2026, 9, 30)


def test_workdays_gain_make_up_weekends_only_if_asked() -> None:
    when = When.parse("每个工作日 9:00-11:30")
    span = (dt.date(2026, 10, 5), dt.date(2026, 10, 11))
    assert len(calendar().dates(when, *span)) == 5
    assert dt.date(2026, 10, 10) in calendar().dates(when, *span, makeup_days=True)


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"date": "2027-01-01", "from": "2027-01-01", "to": "2027-01-03"},
        {"from": "2027-01-01"},
        {"date": "2027-01-01", "to": "2027-01-03"},
        {"from": "2027-01-03", "to": "2027-01-01"},
        {"from": "2027-01-01", "to": "2028-01-03"},
    ],
)
def test_entry_is_one_day_or_one_short_span(entry: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        calendar({"kind": "off", "name": "元旦", "notice": NATIONAL, **entry})


def test_day_is_not_both_off_and_worked() -> None:
    entry = {"date": "2027-01-02", "name": "元旦", "notice": NATIONAL}
    with pytest.raises(ValidationError, match="又写了放假又写了上班"):
        calendar({**entry, "kind": "off"}, {**entry, "kind": "work"})


def test_a_make_up_day_during_the_week_is_not_counted_twice() -> None:
    entry = {"date": "2026-12-02", "kind": "work", "name": "照常", "notice": "区里通知"}
    when = When.parse("每个工作日 9:00-11:30")
    days = calendar(entry).dates(when, dt.date(2026, 12, 1), dt.date(2026, 12, 4), makeup_days=True)
    assert [day.day for day in days] == [1, 2, 3, 4]


def test_the_own_name_of_a_holiday_of_the_law_wins() -> None:
    own = calendar({"date": "2027-10-01", "kind": "off", "name": "国庆、中秋", "notice": NATIONAL})
    assert own.holiday(dt.date(2027, 10, 1)) == "国庆、中秋"


def test_a_working_day_is_found_behind_a_break_of_thirty_days() -> None:
    long = {"from": "2026-11-02", "to": "2026-11-30", "kind": "off", "name": "防汛", "notice": "示例"}
    assert calendar(long).nearest_working(dt.date(2026, 11, 1), 1) == dt.date(2026, 12, 1)


def test_make_up_days_are_gained_in_order_at_both_ends_of_a_span_and_none_twice() -> None:
    work = [
        {"date": f"2026-11-{day}", "kind": "work", "name": "补班", "notice": "示例"}
        for day in ("13", "14", "15", "21")
    ]
    when = When.parse("每个工作日 9:00-11:30")
    found = calendar(*work).dates(when, dt.date(2026, 11, 14), dt.date(2026, 11, 21), makeup_days=True)
    assert [day.day for day in found] == [14, 15, 16, 17, 18, 19, 20, 21]
    found = calendar(*work).dates(when, dt.date(2026, 11, 12), dt.date(2026, 11, 13), makeup_days=True)
    assert [day.day for day in found] == [12, 13]


@pytest.mark.parametrize(
    ("as_of", "last"), [("2024-10-24", 2024), ("2024-10-25", 2025), ("2025-01-01", 2025)]
)
def test_before_the_day_of_the_notice_only_the_years_up_to_its_own_are_known(as_of: str, last: int) -> None:
    known = Calendar.of(Holidays(), dt.date.fromisoformat(as_of))
    assert max(known.years) == last
    assert {day.year for day in known.off} == known.years
    assert max(known.makeup).year == last


def test_the_nearest_working_day_is_a_make_up_day_only_where_asked_for() -> None:
    friday = dt.date(2026, 10, 9)
    assert calendar().nearest_working(friday, 1) == dt.date(2026, 10, 12)
    assert calendar().nearest_working(friday, 1, makeup_days=True) == dt.date(2026, 10, 10)


def test_every_year_has_the_13_days_of_the_law_under_their_names() -> None:
    assert [f"{day:%m-%d} {name}" for day, name in legal_holidays(2026).items()] == [
        "01-01 元旦", "02-16 春节", "02-17 春节", "02-18 春节", "02-19 春节", "04-05 清明", "05-01 劳动节",
        "05-02 劳动节", "06-19 端午", "09-25 中秋", "10-01 国庆节", "10-02 国庆节", "10-03 国庆节",
    ]  # fmt: skip
