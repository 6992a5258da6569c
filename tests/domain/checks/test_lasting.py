"""Errors depend on what the files say and never on the day; what time brings up is a reminder."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from macros.domain.checks import CheckedTown, lasting, wrong
from macros.domain.checks.reach import AHEAD, Reach, duty_dates
from macros.errors import Finding
from macros.load import load
from macros.models.duty import Duty
from macros.models.people import Person
from macros.models.town import Town
from tests.domain.duty_parts import WEDNESDAY, Parts, rotation, segment, town
from tests.second_town import TOWN as SECOND

ROOT = Path(__file__).parents[3]
TODAY, SHOWN = dt.date(2026, 11, 23), dt.timedelta(days=125)
DAYS = [TODAY + dt.timedelta(days=number) for number in range(401)]


def on(parts: CheckedTown, day: dt.date) -> list[Finding]:
    return lasting(parts, day, day + SHOWN)


def errors(parts: CheckedTown, day: dt.date) -> list[Finding]:
    return [finding for finding in on(parts, day) if finding.level == "error"]


def said(parts: CheckedTown, day: dt.date, text: str) -> list[str]:
    return [finding.level for finding in on(parts, day) if text in finding.message]


def turning(parts: Town) -> list[dt.date]:
    """The days around every date of the file, where something begins or ends, and some others."""
    dates = [day for day in duty_dates(parts.duty) if day < DAYS[-1]]
    around = {day + dt.timedelta(days=number) for day in dates for number in (-1, 0, 1)}
    return sorted(around.intersection(DAYS).union(DAYS[::20]))


@pytest.mark.parametrize("parts", [load(ROOT / "data").town, SECOND], ids=["first", "second"])
def test_data_that_can_be_published_today_can_be_on_every_day_of_the_coming_400(parts: Town) -> None:
    # `wrong` isn't told the day, so what it finds is the same on all of them.
    assert wrong(parts) == []
    assert {day: found for day in turning(parts) if (found := errors(parts, day))} == {}


MOVED = {"date": "2026-12-17", "rotation": "aiguo", "move": {"date": "2026-12-08"}}
THURSDAYS = rotation(when="每周四 13:30-16:00")
IN_JUNE = rotation(
    "other", places=["qixiao"], people=["zhao"], when="每月第1个周三 15:00-17:00", **{"from": "2027-06-01"}
)
SWAPPED = {"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-02"}}
TOWNS = {
    "a move to an earlier day": (town(THURSDAYS, overrides=[MOVED]), 0),
    "a clash in June": (town(rotation(people=["zhao"]), IN_JUNE), 1),
    "a row that hits nothing": (town(overrides=[{**WEDNESDAY, "date": "2026-11-26", "cancel": "true"}]), 1),
    "a year of 2062": (town(leave=[{"person": "li", "from": "2062-11-25"}]), 1),
    "swapped twice": (town(swaps=[SWAPPED, SWAPPED]), 1),
    "a promise without anybody": (
        town(
            rotation(people=["zhao"]),
            covers={"aiguo": {"visits": "1", "per": "month"}},
            leave=[{"person": "zhao", "from": "2027-03-03"}],
        ),
        1,
    ),
}


@pytest.mark.parametrize(("parts", "count"), TOWNS.values(), ids=TOWNS)
def test_the_errors_of_a_file_are_the_same_on_every_day(parts: Parts, count: int) -> None:
    found = wrong(parts)
    assert len(found) == count
    assert all(errors(parts, day) == found for day in DAYS[::9])


def test_a_move_to_a_day_that_has_passed_is_a_reminder_for_as_long_as_the_old_day_is_to_come() -> None:
    parts = town(THURSDAYS, overrides=[MOVED])
    levels = [said(parts, dt.date(2026, 12, day), "已经过去了") for day in (8, 9, 17, 18)]
    assert levels == [[], ["warning"], ["warning"], []]


def test_a_clash_behind_everything_that_is_written_is_a_reminder_when_it_comes_near() -> None:
    first, second = ([f"{kind}{number}" for number in range(size)] for kind, size in (("a", 8), ("b", 9)))
    # Both reach their common member in week 64.
    first[0] = second[1] = "zhao"
    parts = town(rotation(people=first), rotation("other", people=second, places=["qixiao"]))
    people = tuple(Person(id=one, name=one, role="adviser") for one in {*first, *second})
    parts = replace(parts, people=people)
    assert Reach.of(parts).last == dt.date(2026, 1, 1) + AHEAD
    assert said(parts, dt.date(2026, 1, 10), "同一时间") == []
    assert said(parts, TODAY, "同一时间有两个班次") == ["warning"]
    assert errors(parts, dt.date(2027, 4, 14)) == []


def test_errors_are_looked_for_from_the_first_day_of_all() -> None:
    parts = town(
        rotation(people=["zhao"], to="2026-03-31"),
        rotation("other", people=["zhao"], places=["qixiao"], to="2026-03-31"),
    )
    assert [finding.loc for finding in errors(parts, DAYS[-1])] == [("rotations", 1)]


@pytest.mark.parametrize(
    ("dates", "newest"),
    [
        (["2026-01-01"], "2026-01-01"),
        (["2026-01-01", "2027-12-31"], "2027-12-31"),
        (["2026-01-01", "2062-01-01"], "2026-01-01"),
        (["1926-01-01", "2026-01-01", "2026-12-01"], "2026-12-01"),
        (["2019-01-01", "2026-12-01"], "2026-12-01"),
    ],
)
def test_the_newest_date_is_one_of_those_that_lie_together(dates: list[str], newest: str) -> None:
    parts = town(rotation(segments=[segment(**{"from": day}) for day in dates]))
    assert Reach.of(parts).newest == dt.date.fromisoformat(newest)


def test_a_town_without_any_date_has_nothing_wrong() -> None:
    bare = town()
    assert on(Parts(Duty(), bare.holidays, (), ()), TODAY) == []
