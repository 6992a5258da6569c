"""What people want to know before they come: a line each, of a group of places or of one place."""

from __future__ import annotations

from typing import ClassVar, Literal

from macros.models.base import Labels, Model
from macros.models.law import Said

Asking = Literal["cost", "booking", "confidential", "home_visits", "dialect"]


class Before(Model):
    """Does it cost, must I book, who hears it, can somebody come to me, which dialect is spoken.

    A line that isn't known is absent; `sample` names those that are made up.
    """

    labels: ClassVar[Labels] = {
        "cost": ("收不收费", "写到法律的要有 law"),
        "booking": "要不要预约",
        "confidential": "说的事谁会知道",
        "home_visits": "能不能上门",
        "dialect": "说不说本地话",
        "sample": "哪几句是示例",
    }

    cost: Said | None = None
    booking: Said | None = None
    confidential: Said | None = None
    home_visits: Said | None = None
    dialect: Said | None = None
    sample: tuple[Asking, ...] = ()
