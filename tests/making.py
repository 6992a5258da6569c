"""Entries as the loader would make them, with as little in them as they may have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from macros.domain.duty import Resolved
from macros.domain.edition import HORIZON, Edition
from macros.models.events import Event
from macros.models.places import Place
from macros.models.quiz import Question
from macros.models.tips import Tip
from macros.models.town import Town
from macros.models.videos import Video


def place(
    name: str = "a", /, *, at: tuple[str, str] | None = ("121.75369", "31.52580"), **more: Any
) -> Place:
    """A place, a room unless something else is said; `at` is longitude and latitude."""
    entry: dict[str, Any] = {"id": name, "name": f"{name}村公共法律服务室"} | more
    if "kind" not in entry:
        entry.setdefault("tier", "room")
    if at:
        longitude, latitude = (f"{float(degrees):.7f}" for degrees in at)
        position = {"longitude": longitude, "latitude": latitude, "system": "wgs84", "precision": "surveyed"}
        entry["position"] = position | {"source": "测试"} | entry.get("position", {})
    return Place.model_validate(entry)


def event(date: str, name: str = "e", **more: Any) -> Event:
    """An event on a day, or in a month or year."""
    entry = {"id": name, "title": name, "date": date, "category": "讲座", "summary": "说明"}
    return Event.model_validate(entry | more)


def video(name: str = "v", date: str = "2022", **more: Any) -> Video:
    """A video without anything to play."""
    entry = {"id": name, "title": "守护养老钱", "date": date, "category": "动漫", "summary": "说明"}
    return Video.model_validate(entry | more)


def question(name: str = "q", **more: Any) -> Question:
    """A question with two choices."""
    entry: dict[str, Any] = {"id": name, "category": "防骗", "ask": f"{name}怎么办？", "reason": "越早越好。"}
    entry |= {"choices": ["等等看", "报警"], "answer": "报警"}
    law = {"name": "反电信网络诈骗法", "article": "20", "checked_on": "2026-11-01"}
    return Question.model_validate(entry | {"law": law} | more)


def tip(name: str = "t", from_: str = "2026-11-23", **more: Any) -> Tip:
    """A tip with a short text and script."""
    entry = {
        "id": name,
        "title": f"{name}提示",
        "from": from_,
        "text": "别转账。",
        "script": "乡亲们，别转账。",
    }
    return Tip.model_validate(entry | more)


def edition(town: Town, today: dt.date, sizes: Mapping[str, int] | None = None) -> Edition:
    """The town on a day, as a build would hand it to views."""
    return Edition(town, today, Resolved.of(town, today + HORIZON), today, sizes or {})
