"""Duty changes as a feed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from macros.domain.days import spoken
from macros.domain.followed import Follow, feed_id, now_told
from macros.domain.news import News
from macros.models.town import Town
from macros.views.atom import Feed

PATH = "feeds/changes.xml"


def changes_feed(town: Town, followed: Iterable[Follow], updated: dt.date) -> Feed:
    """The feed of all that differs from the usual duty, the latest day first."""
    found = sorted(
        (one for one in followed if one.altered or now_told(one).unusual),
        key=lambda one: (one.told.day, one.told.session.start, one.name),
        reverse=True,
    )
    news = tuple(_news(town, one) for one in found)
    return Feed(PATH, "值班变更", "duty.html", news, updated, feed_id(town))


def _news(town: Town, one: Follow) -> News:
    told = now_told(one)
    sample = "（示例）" if told.sample else ""
    held = [] if told.status == "CANCELLED" else [f"值班：{told.who}"]
    return News(
        name=one.name,
        title=f"{spoken(told.day)} {told.place_name}：{told.what}{sample}",
        changed=one.changed,
        address=f"places/{told.place}.html" if told.place in town.place_by_id else "duty.html",
        # A reader runs the lines of a text together.
        text="；".join((f"{spoken(told.day)} {told.session}", *held, *told.notes)),
    )
