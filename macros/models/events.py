"""Events: lectures, markets and campaigns, past and to come."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticKnownError

from macros.errors import wrong
from macros.models.base import Flag, Id, Labels, Line, Model, Text, VillageRef
from macros.models.contacts import Phone
from macros.models.data_file import DataFile, PageAt
from macros.models.dates import Day, KnownDate, PartialDate, Session
from macros.models.event_dates import Cancelled, EventDate, Postponed, one_of
from macros.models.figures import Count, Figures
from macros.models.law import Law
from macros.models.lunar import EventWhen
from macros.models.places import PlaceRef
from macros.models.recaps import Picture, Recap
from macros.models.reference import Names, Reading, Ref, context_of

__all__ = ["EVENTS", "Count", "Event", "Events", "Figures", "Series"]

CATEGORIES, UNITS = Names(), Names()
# Of what is held again and again without an end nobody knows the last day.
WITHOUT_END = PartialDate(2100, 12, 31)
# Each of them belongs to one day of it.
_OF_ONE_DAY = ("hours", "until", "was", "cancelled", "postponed", "figures", "recap")


class Series(Model):
    """Events that belong together, with a page of their own."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "name": "名称",
        "summary": "说明",
    }

    id: Id
    name: Line
    summary: Text | None = None


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _first_day(entry: dict[str, Any]) -> Any:
    """The date of an entry without one: the first day of what is held again and again."""
    if not entry["when"]:
        return None
    first = entry["from_"]
    return PartialDate(first.year, first.month, first.day) if first else WITHOUT_END


def _there(value: Any) -> Any:
    if value is None:
        raise PydanticKnownError("missing")
    return value


def _with_ids(value: Any, info: ValidationInfo) -> Any:
    """The series; in an earlier version they were mere names."""
    if not isinstance(value, list) or not any(isinstance(each, str) for each in value):
        return value
    if context_of(info).reading is Reading.PAST:
        return [each for each in value if not isinstance(each, str)]
    raise wrong("系列有自己的页面，要写编号和名称", right="例如 - {id: xianfa, name: 宪法周}，活动里写编号")


class Event(Model):
    """One event, dated as precisely as is known, or held again and again `when` a pattern says.

    `was` are the days it was announced for before it moved to `date`. While it is
    `postponed` nobody knows the new day, and `date` is the one that doesn't hold.
    """

    labels: ClassVar[Labels] = {
        "id": ("编号", "网址用，小写字母、数字、短横线；定了不再改"),
        "title": "活动名称",
        "when": ("定期办的规律", "例如 每月第一个周六 7:30-9:30；只办一次的不写"),
        "from": ("从哪天起", "定期办的才写"),
        "to": ("到哪天止", "定期办的才写"),
        "date": ("日期", "只办一次的写"),
        "until": ("最后一天", "办几天的才写"),
        "hours": ("时间", "例如 9:00-11:00"),
        "dates": "某几天不一样",
        "category": "类别",
        "series": "系列",
        "place": "服务场所",
        "venue": ("地点", "不在服务场所时写"),
        "villages": "面向哪些村居",
        "organisers": "主办单位",
        "partners": "协办单位",
        "audience": "面向什么人",
        "contact": "联系电话",
        "bring": "要带什么",
        "picture": "照片",
        "summary": ("说明", "一两句话"),
        "figures": ("数字", "办完以后填"),
        "recap": "办完以后的回顾",
        "law": "依据",
        "cancelled": ("取消", "写原因"),
        "postponed": ("推迟", "还不知道哪天"),
        "was": ("原来是哪天", "改了日子时写"),
        "sample": "是示例",
    }

    id: Id
    title: Line
    when: EventWhen | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    date: Annotated[KnownDate, BeforeValidator(_there)] = Field(
        default_factory=_first_day, validate_default=True
    )
    until: KnownDate | None = None
    hours: Session | None = None
    dates: tuple[EventDate, ...] = ()
    category: Annotated[Line, Ref(CATEGORIES, "活动类别")]
    series: Annotated[Line, Ref(Series, "系列编号")] | None = None
    place: PlaceRef | None = None
    venue: Line | None = None
    villages: tuple[VillageRef, ...] = ()
    organisers: tuple[Annotated[Line, Ref(UNITS, "单位")], ...] = ()
    partners: tuple[Annotated[Line, Ref(UNITS, "单位")], ...] = ()
    audience: Line | None = None
    contact: Phone | None = None
    bring: tuple[Line, ...] = ()
    picture: Picture | None = None
    summary: Text
    figures: Figures | None = None
    recap: Recap | None = None
    law: Law | None = None
    cancelled: Cancelled | None = None
    postponed: Postponed | None = None
    was: Annotated[
        tuple[KnownDate, ...],
        BeforeValidator(_one_or_more, json_schema_input_type=KnownDate | tuple[KnownDate, ...]),
    ] = ()
    sample: Flag = False

    @model_validator(mode="after")
    def _dates_agree(self) -> Event:
        if self.until and self.until.last < self.date.first:
            raise wrong("结束日期早于开始日期", at="until")
        if self.hours and not self.date.day:
            raise wrong("写了时间，就要写明是哪一天", right="例如 date: 2026-12-04", at="date")
        return self

    @model_validator(mode="after")
    def _says_one_thing(self) -> Event:
        one_of(self.cancelled, self.postponed)
        if self.date in self.was:
            raise wrong("was 写原来的日子，现在和 date 一样", right="改了日子，新的写在 date", at="was")
        if len(set(self.was)) < len(self.was):
            raise wrong("原来的日子写了两遍", at="was")
        return self

    @model_validator(mode="after")
    def _once_or_again(self) -> Event:
        if self.when is None:
            for key in (key for key in ("from", "to", "dates") if getattr(self, _attribute(key))):
                right = "定期办的写 when；只办一次的写 date，几天的再写 until"
                raise wrong(f"没有写 when，{key} 用不上", right=right, at=key)
            return self
        if "date" in self.model_fields_set:
            right = "从哪天起写 from，到哪天止写 to"
            raise wrong("定期办的（写了 when）不写 date", right=right, at="date")
        for key in (key for key in _OF_ONE_DAY if getattr(self, key)):
            right = "时间写在 when 里" if key == "hours" else "某一天的写进 dates；以后不办了写 to"
            raise wrong(f"定期办的（写了 when）不写 {key}", right=right, at=key)
        if self.from_ is None:
            raise wrong("定期办的（写了 when）要写从哪天起", right="例如 from: 2026-12-01", at="when")
        if self.to and self.to < self.from_:
            raise wrong("结束日期早于开始日期", at="to")
        return self

    @model_validator(mode="after")
    def _days_are_of_the_pattern(self) -> Event:
        if self.when is None:
            return self
        if self.to and not self.days(self.date.first, self.to):
            raise wrong("从 from 到 to，这样的日子一次也没有", at="when")
        taken: set[dt.date] = set()
        for number, one in enumerate(self.dates):
            self._check(one, f"dates.{number}")
            for day in {one.date, one.was or one.date}:
                if day in taken:
                    raise wrong(f"{day} 写了两遍", at=f"dates.{number}.date")
                taken.add(day)
        return self

    def _check(self, one: EventDate, at: str) -> None:
        day, key = (one.was, "was") if one.was else (one.date, "date")
        there = bool(self.days(day, day))
        if one.add and there:
            raise wrong(f"{day} 本来就办，不用加", right="删掉 add", at=f"{at}.add")
        if not one.add and not there:
            assert self.when is not None
            right = f"加办一次写 add: true；规律是{self.when.pattern}"
            raise wrong(f"{day} 本来就不办", right=right, at=f"{at}.{key}")

    def days(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The days that its pattern names, from `first` to `last`."""
        begin, end = max(first, self.date.first), min(last, self.to or last)
        return self.when.dates(begin, end, self.date.first) if self.when and begin <= end else []

    @property
    def last(self) -> PartialDate:
        """When it is over."""
        if self.when:
            return PartialDate(self.to.year, self.to.month, self.to.day) if self.to else WITHOUT_END
        return self.until or self.date

    @property
    def address(self) -> str:
        """Where it is told of on the site."""
        return f"events/{self.id}.html"


def _attribute(key: str) -> str:
    return "from_" if key == "from" else key


class Events(Model):
    """The file events.yml; `lectures` are those that residents may ask for."""

    labels: ClassVar[Labels] = {
        "categories": "类别",
        "units": "单位",
        "series": "系列",
        "lectures": "可以点的讲座",
        "events": "活动",
    }

    categories: Annotated[tuple[Line, ...], CATEGORIES] = ()
    units: Annotated[tuple[Line, ...], UNITS] = ()
    series: Annotated[tuple[Series, ...], BeforeValidator(_with_ids)] = ()
    lectures: tuple[Line, ...] = ()
    events: tuple[Event, ...] = ()


EVENTS = DataFile(
    "events",
    "活动",
    Events,
    counted=("events", "场活动"),
    pages=(PageAt("events", "活动", "events.html"),),
    page_of="events/{}.html",
    moved={"years": "年度数字现在写在 years 文件夹，一年一个文件，例如 data/years/2022.yml"},
)
