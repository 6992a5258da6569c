"""Events: lectures, markets and campaigns, past and to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema

from macros.errors import wrong
from macros.models.base import Flag, Id, Line, Model, Text, VillageRef, narrow, parsed
from macros.models.data_file import DataFile, PageAt
from macros.models.dates import KnownDate, PartialDate, Session
from macros.models.law import Law
from macros.models.places import PlaceRef
from macros.models.reference import Names, Ref

CATEGORIES, SERIES = Names(), Names()

_COUNT = re.compile(r"(超过)?(\d{1,9})(\+|多)?")


@dataclass(frozen=True)
class Count:
    """A number of people or things, exact or `more` than that."""

    number: int
    more: bool = False

    @classmethod
    def parse(cls, text: str) -> Count:
        """The count written as `1000` or `1000+`."""
        found = _COUNT.fullmatch(narrow(text).replace(",", ""))
        if not found:
            raise wrong("数量应写成 1000，或者 1000+（超过1000）")
        return cls(int(found[2]), bool(found[1] or found[3]))

    def __str__(self) -> str:
        return f"超过 {self.number}" if self.more else str(self.number)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return parsed(cls, cls.parse)


class Figures(Model):
    """What came of an event, or of a year: the keys that both have."""

    events: Count | None = None
    present: Count | None = None
    consulted: Count | None = None
    leaflets: Count | None = None
    gifts: Count | None = None
    study: Count | None = None

    @property
    def named(self) -> tuple[tuple[str, Count, str], ...]:
        """Label, count and unit of each figure that is known."""
        every = (
            ("举办活动", self.events, "场"),
            ("到场", self.present, "人"),
            ("现场咨询", self.consulted, "人"),
            ("发放资料", self.leaflets, "份"),
            ("发放宣传品", self.gifts, "份"),
            ("干部学法", self.study, "次"),
        )
        return tuple((label, count, unit) for label, count, unit in every if count is not None)


_NO_REASON = ("true", "false", "yes", "no", "是", "否", "1", "0")


def _reason(what: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if narrow(value).lower() in _NO_REASON:
            raise wrong(f"这里写{what}的原因，乡亲看得到", right=f"例如 {example}；没有{what}就删掉这一行")
        return value

    return AfterValidator(check)


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Event(Model):
    """One event, dated as precisely as is known.

    `was` are the days it was announced for before it moved to `date`. While it is
    `postponed` nobody knows the new day, and `date` is the one that doesn't hold.
    """

    id: Id
    title: Line
    date: KnownDate
    until: KnownDate | None = None
    hours: Session | None = None
    category: Annotated[Line, Ref(CATEGORIES, "活动类别")]
    series: Annotated[Line, Ref(SERIES, "系列")] | None = None
    place: PlaceRef | None = None
    venue: Line | None = None
    villages: tuple[VillageRef, ...] = ()
    summary: Text
    figures: Figures | None = None
    law: Law | None = None
    cancelled: Annotated[Line, _reason("取消", "cancelled: 因下雨取消")] | None = None
    postponed: Annotated[Line, _reason("延期", "postponed: 场地维修")] | None = None
    was: Annotated[tuple[KnownDate, ...], BeforeValidator(_one_or_more)] = ()
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
        if self.cancelled and self.postponed:
            raise wrong(
                "取消和延期只能写一个", right="还要办的写 postponed，不办了写 cancelled", at="postponed"
            )
        if self.date in self.was:
            raise wrong("was 写原来的日子，现在和 date 一样", right="改了日子，新的写在 date", at="was")
        if len(set(self.was)) < len(self.was):
            raise wrong("原来的日子写了两遍", at="was")
        return self

    @property
    def last(self) -> PartialDate:
        """When it is over."""
        return self.until or self.date


class Events(Model):
    """The file events.yml."""

    categories: Annotated[tuple[Line, ...], CATEGORIES] = ()
    series: Annotated[tuple[Line, ...], SERIES] = ()
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
