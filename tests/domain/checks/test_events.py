"""Events that the office should look at again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.events import Events
from tests.domain.checks.found import found
from tests.domain.duty_parts import Entry, town

TALK = {"id": "talk", "title": "讲座", "date": "2026-12-09", "category": "讲座", "summary": "讲民法典。"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, None),
        ({"date": "2062-12-09"}, "太远了"),
        ({"date": "2025-12-09", "sample": "true"}, "已经过去"),
        ({"sample": "true"}, None),
        ({"figures": {"present": "60"}}, "还没办"),
        ({"place": "qixiao"}, "暂停服务"),
        ({"place": "qixiao", "cancelled": "维修"}, None),
        ({"place": "qixiao", "postponed": "维修"}, None),
        ({"place": "aiguo"}, None),
        ({"date": "2025-11-02", "postponed": "下雨"}, None),
        ({"date": "2025-11-01", "postponed": "下雨"}, "超过两个月"),
        ({"date": "2025-12-09", "postponed": "下雨", "figures": {"present": "60"}}, "怎么有数字"),
    ],
)
def test_an_event_is_looked_at(change: Entry, said: str | None) -> None:
    events = Events.model_validate({"categories": ["讲座"], "events": [{**TALK, **change}]})
    closures = [{"place": "qixiao", "from": "2026-12-09"}]
    findings = found(replace(town(closures=closures), events=events))
    assert len(findings) == (said is not None)
    assert all((said or "") in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "和第 1 条（talk）是同一场，请删掉一条"),
        ({"title": "集市"}, "和第 1 条（talk）同一时间、同一地点，请核对"),
        ({"title": "集市", "hours": "9:30-11:00"}, "和第 1 条（talk）同一时间、同一地点，请核对"),
        ({"title": "集市", "hours": "10:00-11:00"}, None),
        ({"title": "集市", "date": "2026-12-10"}, None),
        ({"title": "集市", "place": "qixiao"}, None),
        ({"title": "集市", "cancelled": "下雨"}, None),
        ({"hours": "14:00-15:00"}, None),
    ],
)
def test_the_same_event_twice_and_two_in_one_room_are_told(change: Entry, said: str | None) -> None:
    first = {**TALK, "place": "aiguo", "hours": "9:00-10:00"}
    events = Events.model_validate(
        {"categories": ["讲座"], "events": [first, {**first, "id": "b", **change}]}
    )
    findings = found(replace(town(), events=events))
    assert [(finding.message, finding.level) for finding in findings] == ([(said, "warning")] if said else [])
