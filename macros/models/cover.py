"""Cover: what a place is promised."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Labels, Model, Whole


class Cover(Model):
    """What a place is promised: visits or hours in a week, month or quarter, lectures in a quarter."""

    labels: ClassVar[Labels] = {
        "visits": ("多久至少来一次人", "次数，例如 1"),
        "hours": "多久至少几个小时",
        "per": ("多久", "每周、每月还是每季度；只答应讲座的不写"),
        "lectures": ("每季度至少几场讲座", "按活动里的讲座算"),
    }

    visits: Annotated[Whole, Field(ge=1)] | None = None
    hours: Annotated[Whole, Field(ge=1)] | None = None
    per: Literal["week", "month", "quarter"] | None = None
    lectures: Annotated[Whole, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.per is None and self.counted:
            raise wrong(
                "没有写 per（多久）", right="例如 per: month", at="visits" if self.visits else "hours"
            )
        if not self.counted and (self.per or not self.lectures):
            at = "per" if self.per else ""
            raise wrong("要写 visits（次数）、hours（小时）或 lectures（每季度几场讲座）", at=at)
        return self

    @property
    def counted(self) -> bool:
        """Whether it promises that somebody comes."""
        return self.visits is not None or self.hours is not None
