"""Notices: dated sentences on top of the pages they concern."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Labels, Line, Model
from macros.models.dates import Day
from macros.models.rotations import Places

# What is read at a glance on a phone.
LONGEST = 120
FURTHEST = 366


class Notice(Model):
    """What everybody should know from one day to another, both included; without `places` on every page."""

    labels: ClassVar[Labels] = {
        "text": ("通知", "一句话"),
        "from": "从哪天起",
        "until": "到哪天止",
        "places": ("只在哪些地方的页面上", "不写就是每一页"),
        "urgent": "要紧",
        "sample": "是示例",
    }

    text: Line = Field(max_length=LONGEST)
    from_: Day = Field(alias="from")
    until: Day
    places: Places | None = None
    urgent: Flag = False
    sample: Flag = False

    @model_validator(mode="after")
    def _in_order(self) -> Notice:
        if self.until < self.from_:
            raise wrong("结束日期早于开始日期", at="until")
        if (self.until - self.from_).days > FURTHEST:
            raise wrong("超过一年，请检查年份", at="until")
        return self

    def concerns(self, place: str) -> bool:
        """Whether it is about this place in particular."""
        return self.places is not None and place in self.places

    def over(self, day: dt.date) -> bool:
        """Whether its last day has passed."""
        return self.until < day
