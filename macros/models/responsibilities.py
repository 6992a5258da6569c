"""Who publicises which law: 普法责任清单, with the plan of what is done when."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Id, Labels, Line, Model
from macros.models.data_file import DataFile, PageAt
from macros.models.dates import KnownDate, PartialDate
from macros.models.events import Event
from macros.models.law import LawName
from macros.models.reference import Ref

EventRef = Annotated[Line, Ref(Event, "活动编号")]


class Step(Model):
    """One thing of the plan: a month, a day or a stretch, and the events by which it is done."""

    labels: ClassVar[Labels] = {
        "what": "做什么",
        "date": "哪一天、哪个月",
        "until": "最晚哪天",
        "events": "办过的活动",
    }

    what: Line
    date: KnownDate
    until: KnownDate | None = None
    events: tuple[EventRef, ...] = ()

    @model_validator(mode="after")
    def _dates_agree(self) -> Step:
        if self.until and self.until.last < self.date.first:
            raise wrong("结束日期早于开始日期", at="until")
        if len(set(self.events)) < len(self.events):
            raise wrong("同一场活动写了两遍", at="events")
        return self

    @property
    def last(self) -> PartialDate:
        """When it is to be done."""
        return self.until or self.date


class Responsibility(Model):
    """A unit, the laws that it makes known, to whom, and what it does for that."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "name": "单位",
        "laws": "宣传哪些法律",
        "audience": "面向什么人",
        "plan": "今年的安排",
        "sample": "是示例",
    }

    id: Id
    name: Line
    laws: Annotated[tuple[LawName, ...], Field(min_length=1)]
    audience: Annotated[tuple[Line, ...], Field(min_length=1)]
    plan: tuple[Step, ...] = ()
    sample: Flag = False


class Responsibilities(Model):
    """The file responsibilities.yml."""

    labels: ClassVar[Labels] = {
        "responsibilities": "普法责任清单",
    }

    responsibilities: tuple[Responsibility, ...] = ()

    @model_validator(mode="after")
    def _one_entry_a_unit(self) -> Responsibilities:
        first: dict[str, int] = {}
        for number, one in enumerate(self.responsibilities):
            if (before := first.setdefault(one.name, number)) != number:
                message = f"第 {before + 1} 条已经是这个单位了，请并成一条"
                raise wrong(message, at=f"responsibilities.{number}.name")
        return self


RESPONSIBILITIES = DataFile(
    "responsibilities",
    "普法责任清单",
    Responsibilities,
    optional=True,
    counted=("responsibilities", "个单位的普法责任"),
    pages=(PageAt("responsibilities", "普法责任清单", "responsibilities.html"),),
    page_of="responsibilities/units/{}.html",
)
