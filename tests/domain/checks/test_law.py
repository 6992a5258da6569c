"""Nothing is stated about the law without naming it, and what was looked up long ago is reminded of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from macros.domain.checks import findings
from macros.errors import Finding
from macros.models.events import Events
from macros.models.site import Site
from tests.domain.duty_parts import SITE, town

TODAY = dt.date(2026, 11, 25)
LAW = {"name": "人民调解法", "article": "4", "checked_on": "2026-11-01"}


def found(site: Site = SITE, events: Events | None = None) -> list[Finding]:
    parts = replace(town(), site=site, events=events or Events())
    return [one for one in findings(parts, TODAY, TODAY) if one.subject in ("site", "events")]


def site(**changes: Any) -> Site:
    return Site.model_validate(SITE.model_dump(mode="python") | changes)


def door(hint: str, **more: Any) -> Site:
    return site(doors=[{"title": "邻居起纠纷", "hint": hint, "to": "duty", **more}])


@pytest.mark.parametrize(
    "hint",
    ["村里调解，不花钱", "60 天内要提出", "最晚离职后一年内", "两个月以内", "可以申请帮助", "不收取任何费用"],
)
def test_a_limit_a_right_or_free_of_charge_needs_a_law(hint: str) -> None:
    (finding,) = found(door(hint))
    assert finding.loc == ("doors", 0, "hint")
    assert finding.level == "warning"
    assert "依据" in finding.message
    assert not found(door(hint, law=LAW))


@pytest.mark.parametrize("hint", ["先问村里的律师", "国内新闻", "一年一次"])
def test_other_words_need_none(hint: str) -> None:
    assert not found(door(hint))


def test_every_file_with_words_for_residents_is_looked_at() -> None:
    event = {"id": "a", "title": "咨询", "date": "2026-12-04", "category": "讲座", "summary": "咨询不收费。"}
    for law, count in ((None, 1), (LAW, 0)):
        events = Events.model_validate({"categories": ["讲座"], "events": [{**event, "law": law}]})
        assert len(found(events=events)) == count
    about = found(site(about=["没有依据，免费。", {"text": "调解不收费。", "law": LAW}]))
    assert [finding.loc for finding in about] == [("about", 0)]


@pytest.mark.parametrize(
    ("checked_on", "said"),
    [("2025-11-25", None), ("2025-11-24", "超过一年"), ("2026-11-26", "还没有到")],
)
def test_a_law_is_looked_up_once_a_year(checked_on: str, said: str | None) -> None:
    findings = found(door("不收费", law={**LAW, "checked_on": checked_on}))
    assert [said in finding.message for finding in findings if said] == [True] * (said is not None)
    assert len(findings) == (said is not None)


def test_the_same_article_is_reminded_of_once() -> None:
    old = {**LAW, "checked_on": "2025-01-01"}
    doors = [{"title": name, "hint": "不收费", "to": "duty", "law": old} for name in ("甲", "乙")]
    (finding,) = found(site(doors=doors))
    assert finding.loc == ("doors", 0, "law", "checked_on")
    assert "一共 2 处" in finding.message
