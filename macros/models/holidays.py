"""data/holidays.yml: public holidays and make-up working days that the notices name."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Labels, Line, Model, Whole
from macros.models.data_file import DataFile
from macros.models.dates import Day

Year = Annotated[Whole, Field(ge=2000, le=2100)]
LONGEST = 31


class Holiday(Model):
    """One day or span of a notice: `off` is a holiday, `work` a make-up working day."""

    labels: ClassVar[Labels] = {
        "date": ("日期", "只有一天的写"),
        "from": "从哪天起",
        "to": "到哪天止",
        "kind": "放假还是上班",
        "name": "节日",
        "notice": "通知的名称或文号",
    }

    date: Day | None = None
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None
    kind: Literal["off", "work"]
    name: Line
    notice: Line

    @model_validator(mode="after")
    def _one_span(self) -> Self:
        if (self.date is None) == (self.from_ is None):
            said = "一天和几天写到一起了" if self.date else "没有写是哪一天"
            raise wrong(
                said, right="请写 date（一天），或者 from 和 to（几天）", at="date" if self.date else ""
            )
        if self.date is not None and self.to is not None:
            raise wrong("只有一天的写 date，不写 to", at="to")
        if self.from_ is not None and self.to is None:
            raise wrong("写了 from，还要写 to", at="from")
        if self.last < self.first:
            raise wrong("结束日期早于开始日期", at="to")
        if (self.last - self.first).days >= LONGEST:
            raise wrong(f"超过 {LONGEST} 天，请检查年份和月份", at="to")
        return self

    @property
    def first(self) -> dt.date:
        """The first day."""
        return self.date or self.from_ or dt.date.min

    @property
    def last(self) -> dt.date:
        """The last day."""
        return self.date or self.to or dt.date.min

    @property
    def national(self) -> bool:
        """Whether it comes from the State Council's yearly notice, which announces a whole year."""
        return "国办" in self.notice or "国务院" in self.notice


class Holidays(Model):
    """What the file adds to the calendar; `years` are announced although nothing is listed."""

    labels: ClassVar[Labels] = {
        "years": "已经公布的年份",
        "days": "放假和补班的日子",
    }

    years: tuple[Year, ...] = ()
    days: tuple[Holiday, ...] = ()

    @model_validator(mode="after")
    def _no_contradiction(self) -> Self:
        seen: dict[dt.date, str] = {}
        for entry in self.days:
            for offset in range((entry.last - entry.first).days + 1):
                day = entry.first + dt.timedelta(days=offset)
                if seen.setdefault(day, entry.kind) != entry.kind:
                    raise wrong(f"{day:%Y-%m-%d} 又写了放假又写了上班", at="days")
        return self


HOLIDAYS = DataFile("holidays", "节假日", Holidays, optional=True)
