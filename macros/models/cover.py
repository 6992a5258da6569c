"""Cover: what a place is promised."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Labels, Model, Whole


class Cover(Model):
    """What a place is promised: visits or hours in every week, month or quarter."""

    labels: ClassVar[Labels] = {
        "visits": ("多久至少来一次人", "次数，例如 1"),
        "hours": "多久至少几个小时",
        "per": ("多久", "每月还是每季度"),
    }

    visits: Annotated[Whole, Field(ge=1)] | None = None
    hours: Annotated[Whole, Field(ge=1)] | None = None
    per: Literal["week", "month", "quarter"]

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.visits is None and self.hours is None:
            raise wrong("要写 visits（次数）或 hours（小时）", at="per")
        return self
