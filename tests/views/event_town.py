"""A town whose events are in every state, for the files that followers get."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from macros.domain.edition import Edition
from macros.domain.event_told import as_new
from macros.models.events import Events
from tests.making import edition
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
UPDATED = dt.date(2026, 11, 20)
ENTRY = {"category": "讲座", "summary": "讲一讲；带上 a,b\\c"}
FILE: dict[str, Any] = {
    "categories": ["讲座"],
    "units": ["柳溪镇司法所", "妇联"],
    "series": [{"id": "dongri", "name": "冬日送法", "summary": "冷天里的讲座。"}],
    "lectures": ["邻里纠纷"],
    "events": [
        {
            "id": "talk",
            "title": "讲座：<遗嘱>",
            "date": "2026-12-04",
            "hours": "9:00-10:30",
            "bring": ["身份证"],
        }
        | {"place": "taoyuan-room", "organisers": ["柳溪镇司法所"], "partners": ["妇联"], "series": "dongri"},
        {"id": "week", "title": "咨询周", "date": "2026-12-21", "until": "2026-12-25", "hours": "9:00-11:00"},
        {"id": "whole", "title": "宣传日", "date": "2026-12-10", "venue": "集市", "villages": ["桃源村"]},
        {"id": "moved", "title": "改了日子", "date": "2026-12-11", "was": "2026-12-04", "hours": "8:00-9:00"},
        {"id": "late", "title": "等消息", "date": "2026-12-12", "postponed": "下雨"},
        {"id": "off", "title": "不办了", "date": "2026-12-13", "cancelled": "停电", "sample": "true"},
        {"id": "vague", "title": "新春", "date": "2027-01"},
        {"id": "held", "title": "办过了", "date": "2026-11-20", "figures": {"present": "60"}}
        | {"recap": {"text": "来了很多人。"}},
        {
            "id": "market",
            "title": "早市",
            "when": "每月第一个周六 7:30-9:30",
            "from": "2026-10-01",
            "to": "2027-02-28",
        }
        | {"series": "dongri", "villages": ["桃源村"]}
        | {
            "dates": [
                {"date": "2026-12-05", "cancelled": "下雪"},
                {"date": "2027-01-09", "was": "2027-01-02", "reason": "元旦"},
                {"date": "2026-11-07", "recap": {"text": "问工钱的多。"}},
            ]
        },
        {
            "id": "laba",
            "title": "腊八",
            "when": "农历腊月初八 8:00-10:00",
            "from": "2026-11-01",
            "to": "2027-02-28",
        },
    ],
}


def event_edition(file: dict[str, Any] = FILE, today: dt.date = TODAY) -> Edition:
    """The second town with these events, which nobody had before."""
    entries = [ENTRY | entry for entry in file["events"]]
    events = Events.model_validate(file | {"events": entries})
    town = TOWN.model_copy(update={"events": events})
    return replace(edition(town, today), event_follows=as_new(town, today, UPDATED))


def joined(html: str) -> str:
    """The HTML without what keeps dates and times from being broken at an end of a line."""
    return re.sub(r'<(s|span) class="fh-unbroken">(.*?)</\1>', _plain, html)


def _plain(found: re.Match[str]) -> str:
    return f"<s>{found[2]}</s>" if found[1] == "s" else found[2]
