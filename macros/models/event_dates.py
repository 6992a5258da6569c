"""Single days of an event that is held again and again: what is different, and what came of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Labels, Line, Model, narrow
from macros.models.dates import Day, Session
from macros.models.figures import Figures
from macros.models.places import PlaceRef
from macros.models.recaps import Recap

_NO_REASON = ("true", "false", "yes", "no", "是", "否", "1", "0")


def _reason(what: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if narrow(value).lower() in _NO_REASON:
            raise wrong(f"这里写{what}的原因，乡亲看得到", right=f"例如 {example}；没有{what}就删掉这一行")
        return value

    return AfterValidator(check)


Cancelled = Annotated[Line, _reason("取消", "cancelled: 因下雨取消")]
Postponed = Annotated[Line, _reason("延期", "postponed: 场地维修")]
_ONE_OF = "取消和延期只能写一个"
_ONE_OF_RIGHT = "还要办的写 postponed，不办了写 cancelled"


def one_of(cancelled: str | None, postponed: str | None) -> None:
    """Nothing; raises where something is both cancelled and postponed."""
    if cancelled and postponed:
        raise wrong(_ONE_OF, right=_ONE_OF_RIGHT, at="postponed")


class EventDate(Model):
    """A day of such an event, or a new one: `was` is the day it was to be, `add` says that there was none."""

    labels: ClassVar[Labels] = {
        "date": "日期",
        "was": "原来是哪天",
        "add": "加办一次",
        "hours": ("时间", "例如 9:00-11:00"),
        "place": "服务场所",
        "venue": ("地点", "不在服务场所时写"),
        "reason": ("原因", "乡亲会看到"),
        "cancelled": "取消",
        "postponed": "推迟",
        "figures": "数字",
        "recap": "办完以后的回顾",
    }

    date: Day
    was: Day | None = None
    add: Flag = False
    hours: Session | None = None
    place: PlaceRef | None = None
    venue: Line | None = None
    reason: Line | None = None
    cancelled: Cancelled | None = None
    postponed: Postponed | None = None
    figures: Figures | None = None
    recap: Recap | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> EventDate:
        one_of(self.cancelled, self.postponed)
        if self.was and self.add:
            raise wrong("was（改日子）和 add（加一次）只能写一个", at="add")
        if self.was == self.date:
            raise wrong("was 写原来的日子，现在和 date 一样", right="改了日子，新的写在 date", at="was")
        if self.was and self.postponed:
            raise wrong("延期的写原来的日子", right="date 写原来的，新日子定了再改成 was", at="was")
        if not self.add and self.model_fields_set <= {"date", "reason"}:
            right = "例如 cancelled: 因下雨取消，或者 hours、venue、recap"
            raise wrong("没有写这一天有什么不一样", right=right, at="date")
        return self
