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
