"""The duty as open data: every shift of the days that the site knows, and what each key means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.views.open_data_places import about
from macros.views.tables import as_json, as_records

_TEXT, _FLAG = {"type": "string"}, {"type": "boolean"}
_TEXTS = {"type": "array", "items": _TEXT}
_DAY = {"type": "string", "format": "date"}
_CLOCK = {"type": "string", "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$"}
_KINDS = ("area", "point", "stationed", "temporary")
# What is told of a shift: what the key means, and which values it has.
SHIFT: dict[str, tuple[str, dict[str, Any]]] = {
    "date": ("哪一天", _DAY),
    "from": ("几点开始（北京时间）", _CLOCK),
    "to": ("几点结束", _CLOCK),
    "place": ("地方的编号，和 places.geojson 里的一样", _TEXT),
    "place_name": ("地方的名称", _TEXT),
    "people": ("谁值班；没有人时是空的", _TEXTS),
    "kind": (
        "哪种轮值：area 分片轮值，point 点位轮值，stationed 定期驻点，temporary 临时安排",
        {"enum": _KINDS},
    ),
    "status": (
        "on 有人，cancelled 这一次取消了，vacant 暂时没有人",
        {"enum": ("on", "cancelled", "vacant")},
    ),
    "certain": ("那一年的放假安排公布了没有；false 就只是按计划", _FLAG),
    "notes": ("这一次是怎么来的，例如谁替谁、为什么取消", _TEXTS),
    "sample": ("是不是示例", _FLAG),
}
# What is told of the file itself.
WHOLE: dict[str, tuple[str, dict[str, Any]]] = {
    "title": ("这是谁的服务", _TEXT),
    "publisher": ("谁公布的", _TEXT),
    "date": ("这份文件是哪一天的", _DAY),
    "updated": ("内容最近哪天改过", _DAY),
    "licence": ("怎样可以用；空的就是还没有写明", {"type": ("string", "null")}),
    "sample_notice": ("有示例时说明哪些是示例", {"type": ("string", "null")}),
    "from": ("从哪一天起", _DAY),
    "to": ("到哪一天止", _DAY),
}


def duty(edition: Edition) -> bytes:
    """Every shift from the first day that pages know to the last, one a line."""
    first = edition.first
    span = {"from": first.isoformat(), "to": edition.last.isoformat()}
    return as_records(about(edition) | span, "shifts", _shifts(edition, first))


def schema() -> bytes:
    """What the file of duty holds, as JSON Schema."""
    shift = _object(SHIFT)
    whole = _object(WHOLE)
    whole["properties"]["shifts"] = {"type": "array", "items": shift}
    whole["required"].append("shifts")
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "值班（duty.json）"}
    return as_json(named | whole).encode()


def _object(keys: dict[str, tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    properties = {key: {"description": said, **kind} for key, (said, kind) in keys.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": list(keys),
        "additionalProperties": False,
    }


def _shifts(edition: Edition, first: dt.date) -> Iterator[dict[str, Any]]:
    town = edition.town
    kinds = _kinds(town)
    for shift in edition.resolved.window(first, edition.last).shifts:
        people = [town.person_by_id[person] for person in shift.people]
        yield {
            "date": shift.date.isoformat(),
            "from": f"{shift.session.start:%H:%M}",
            "to": f"{shift.session.end:%H:%M}",
            "place": shift.place,
            "place_name": town.place_by_id[shift.place].name,
            "people": [person.name for person in people],
            "kind": kinds[shift.rotation],
            "status": shift.state,
            "certain": shift.announced,
            "notes": shift.notes,
            "sample": shift.sample or any(person.sample for person in people),
        }


def _kinds(town: Town) -> dict[str, str]:
    temporary = {one.id: "temporary" for one in town.duty.temporary}
    return temporary | {rotation.id: rotation.kind for rotation in town.duty.rotations}
