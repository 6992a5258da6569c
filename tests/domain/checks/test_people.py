"""People who are asked for too much, or never."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from macros.domain.checks import findings
from macros.errors import Finding
from macros.models.people import Person
from macros.models.places import Place
from tests.domain.checks.found import found, one
from tests.domain.duty_parts import WEDNESDAY, YEAR, Parts, rotation, town

FAR = {
    "aiguo": {"longitude": "121.7500", "latitude": "31.5200"},
    "qixiao": {"longitude": "121.8500", "latitude": "31.5200"},
}


def placed(parts: Parts) -> Parts:
    """The parts with two places nine kilometres apart."""
    common = {"system": "wgs84", "precision": "surveyed", "source": "测量"}
    places = [
        Place.model_validate(
            {"id": place.id, "name": place.name, "tier": "room", "position": {**FAR[place.id], **common}}
        )
        if place.id in FAR
        else place
        for place in parts.places
    ]
    return dataclasses.replace(parts, places=tuple(places))


def test_person_at_two_places_at_once_is_a_mistake_told_once() -> None:
    other = rotation("other", people=["zhao"], places=["qixiao"], when="每周三 15:00-17:00")
    finding = one(town(rotation(people=["zhao"]), other))
    assert (finding.loc, finding.level) == (("rotations", 1), "error")
    assert finding.message == (
        "赵律师同一时间有两个班次：1月7日 星期三 13:30–16:00 爱国村服务室，"
        "15:00–17:00 七滧村服务室（这样的日子共 50 天）"
    )


def test_sessions_that_only_touch_are_no_clash() -> None:
    other = rotation("other", people=["zhao"], when="每周三 16:00-17:00")
    assert found(town(rotation(people=["zhao"]), other)) == []


def test_clash_made_by_an_override_is_told_at_the_override() -> None:
    other = rotation("other", people=["chen"], places=["qixiao"])
    finding = one(town(rotation(), other, overrides=[{**WEDNESDAY, "replace": ["chen"]}]))
    assert finding.loc == ("overrides", 0)


def test_two_places_too_far_apart_in_half_a_day_are_remarked_on() -> None:
    far = rotation("other", people=["zhao"], places=["qixiao"], when="每周三 16:10-17:00")
    later = rotation("other", people=["zhao"], places=["qixiao"], when="每周三 17:00-18:00")
    finding = one(placed(town(rotation(people=["zhao"]), far)))
    assert (finding.level, finding.loc) == ("warning", ("rotations", 1))
    assert "离得太远" in finding.message
    assert found(placed(town(rotation(people=["zhao"]), later))) == []


def test_somebody_on_leave_called_in_by_an_override_is_remarked_on() -> None:
    parts = town(
        overrides=[{**WEDNESDAY, "replace": ["chen"]}],
        leave=[{"person": "chen", "from": "2026-11-23", "to": "2026-11-27"}],
    )
    assert one(parts) == Finding(
        "duty",
        ("overrides", 0),
        "陈律师11月25日 星期三请假，没有人代，页面写“暂缺”；"
        "请在请假那一条写代班人（substitute），或者这里换一个人",
        "warning",
    )


def test_one_of_two_who_were_called_in_and_is_away_is_remarked_on() -> None:
    parts = town(
        overrides=[{**WEDNESDAY, "replace": ["chen", "zhao"]}],
        leave=[{"person": "chen", "from": "2026-11-25"}],
    )
    assert any("没有人代，只剩赵律师" in finding.message for finding in found(parts))


def test_those_who_never_get_a_turn_are_named() -> None:
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=number) for number in range(365)]
    weekends = [day for day in days if day.weekday() > 4]
    notice = [{"date": str(day), "kind": "off", "name": "周末", "notice": "示例"} for day in weekends]
    people = [f"p{number:02}" for number in range(14)]
    parts = town(
        rotation(when="每天 9:00-11:00", people=people, holidays="forfeit", **{"from": "2026-01-05"}),
        holidays={"days": notice},
    )
    # Of 2026's holidays on weekdays each takes a turn from somebody else; they don't matter here.
    (finding,) = [f for f in found(parts) if f.level == "warning"]
    assert finding.loc == ("rotations", 0, "segments", 0, "people")
    assert finding.message == "14 个人轮值，到 2026-12-31 为止 p05、p06、p12 等 4 人 一次也轮不到"


@pytest.mark.parametrize(
    ("until", "level"), [("2025-12-31", "notice"), ("2026-01-20", "warning"), ("2026-02-20", "notice")]
)
def test_consent_that_ends_soon_is_a_warning(until: str, level: str) -> None:
    parts = town(rotation())
    consent = {"scope": ["phone"], "until": until}
    asked = {"id": "zhang", "name": "张律师", "role": "adviser", "phone": "13800138000", "consent": consent}
    people = (Person.model_validate(asked), *(one for one in parts.people if one.id != "zhang"))
    (finding,) = found(dataclasses.replace(parts, people=people))
    assert (finding.loc, finding.level) == (("people", 0, "consent", "until"), level)


def test_a_copied_name_and_somebody_without_any_duty_are_remarked_on() -> None:
    parts = town(rotation())
    twin = Person(id="sun", name="张律师", role="adviser")
    told = findings(dataclasses.replace(parts, people=(*parts.people, twin)), *YEAR)
    assert {"张律师没有排任何值班", "和第 1 条（zhang）同名，请核对"} <= {finding.message for finding in told}


def leaving(parts: Parts, person: str, day: dt.date) -> Parts:
    """The parts with a last day for somebody."""
    people = (one.model_copy(update={"until": day}) if one.id == person else one for one in parts.people)
    return dataclasses.replace(parts, people=tuple(people))


def test_a_shift_after_somebodys_last_day_is_a_mistake_at_its_rotation() -> None:
    finding = one(leaving(town(rotation(people=["zhao"])), "zhao", dt.date(2026, 12, 22)))
    assert (finding.loc, finding.level) == (("rotations", 0), "error")
    assert finding.message == "赵律师只到 2026-12-22 为止，之后还排了值班：12月23日 星期三、12月30日 星期三"


def test_the_last_day_itself_is_still_served() -> None:
    assert found(leaving(town(rotation(people=["zhao"])), "zhao", dt.date(2026, 12, 30))) == []


def test_a_substitute_who_has_left_is_told_at_the_leave() -> None:
    leave = [{"person": "zhao", "from": "2026-12-23", "substitute": "li"}]
    parts = leaving(town(rotation(people=["zhao"]), leave=leave), "li", dt.date(2026, 12, 22))
    finding = one(parts)
    assert (finding.loc, finding.level) == (("leave", 0, "substitute"), "error")
    assert finding.message == "李律师只到 2026-12-22 为止，之后还排了值班：12月23日 星期三"
