"""A visit on a day without duty is told, one on a day to come is a mistake."""

from __future__ import annotations

import datetime as dt

from macros.domain.checks.visits import visits
from macros.domain.duty import Resolved
from macros.errors import Finding
from macros.models.duty import Duty
from macros.models.visits import Visits
from tests.duty_town import ROOM, rotation
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
WEEKLY = rotation("weekly", "2026-01-01", "每周三 9:00-11:00", "ding", "fang")


def found(day: str, place: str = ROOM) -> list[Finding]:
    duty = Duty.model_validate(
        {"rotations": [WEEKLY], "overrides": [{"date": "2026-11-11", "rotation": "weekly", "cancel": "true"}]}
    )
    log = Visits.model_validate({"visits": [{"date": day, "place": place, "asked": "2"}]})
    town = TOWN.model_copy(update={"duty": duty, "visits": log})
    return list(visits(town, Resolved.of(town, TODAY), TODAY))


def test_a_visit_during_a_duty_is_right() -> None:
    assert found("2026-11-18") == []


def test_a_visit_without_a_duty_there_is_told() -> None:
    for day, place in (("2026-11-19", ROOM), ("2026-11-18", "jishi-point"), ("2026-11-11", ROOM)):
        (one,) = found(day, place)
        assert (one.level, one.loc) == ("warning", ("visits", 0, "date"))
        assert "没有排值班" in one.message


def test_a_visit_on_a_day_to_come_is_a_mistake_and_today_is_none() -> None:
    (one,) = found("2026-11-25")
    assert (one.level, "还没有到" in one.message) == ("error", True)
    assert [each.level for each in found("2026-11-23")] == ["warning"]
