"""Places that can't be told apart, lie elsewhere, or are shut while somebody is on duty."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros.errors import Finding
from macros.models.places import Place
from tests.domain.checks.found import found
from tests.domain.duty_parts import Parts, rotation, town


def placed(*places: dict[str, Any]) -> Parts:
    """A town with these places after its first one, which has the duty."""
    base = [{"id": "aiguo", "name": "爱国村服务室", "tier": "room"}]
    entries = [Place.model_validate({**base[0], **place}) for place in (*base, *places)]
    return replace(town(rotation()), places=tuple(entries))


def at(number: int, longitude: float) -> dict[str, Any]:
    """One of many places, at a longitude."""
    position = {"latitude": "31.5", "system": "wgs84", "precision": "approximate", "source": "地图"}
    return {
        "id": f"p{number}",
        "name": f"第{number}室",
        "position": {**position, "longitude": str(longitude)},
    }


def test_a_copied_name_is_refused() -> None:
    assert found(placed({"id": "other"})) == [
        Finding("places", ("places", 1, "name"), "和第 1 条（aiguo）同名，乡亲分不清，请改名", "error")
    ]


def test_a_village_with_two_rooms_is_remarked_on() -> None:
    rooms = [{"id": f"r{n}", "name": f"室{n}", "villages": ["爱国村"]} for n in range(2)]
    (finding,) = found(placed(*rooms))
    assert (finding.loc, finding.level) == (("places", 2, "villages", 0), "warning")


def test_a_position_far_from_all_others_is_remarked_on() -> None:
    near = [at(n, 121.7 + n / 100) for n in range(6)]
    assert found(placed(*near)) == []
    (finding,) = found(placed(*near, at(9, 122.7)))
    assert finding.message == "离其他场所有 92 公里，请核对经纬度"


def test_a_duty_outside_the_opening_hours_is_remarked_on() -> None:
    assert found(placed({"hours": ["每个工作日 8:30-11:30、13:30-17:00"], "id": "b", "name": "乙"})) == []
    parts = placed()
    closed = parts.places[0].model_validate(
        {"id": "aiguo", "name": "爱国村服务室", "tier": "room", "hours": ["每周三 8:30-15:00"]}
    )
    (finding,) = found(replace(parts, places=(closed,)))
    assert finding.level == "warning"
    assert finding.message.startswith("爱国村服务室的开放时间是 每周三 8:30-15:00，值班却在这以外：1月7日")
