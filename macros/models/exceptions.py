"""Exceptions of data/duty.yml: leave, overrides, closures, temporary schedules and swaps."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Id, Labels, Line, Model, Text, narrow
from macros.models.dates import Day, Session
from macros.models.people import PersonRef
from macros.models.places import PlaceRef
from macros.models.rotations import Held, Manner, People, Places, RotationRef, check_way

FURTHEST = 366
# The last day of a closure that ends when somebody says so.
WITHOUT_END = dt.date.max
UNTIL_TOLD = "另行通知"
ACTIONS = ("cancel", "replace", "move", "add", "split")
Half = Literal["上午", "下午"]


class Span(Model):
    """Days from `from` to `to`, both included; without `to` a single day."""

    labels: ClassVar[Labels] = {
        "from": "从哪天起",
        "to": ("到哪天止", "只有一天不写"),
    }

    from_: Day = Field(alias="from")
    to: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to is not None and self.to < self.from_:
            raise wrong("结束日期早于开始日期", at="to")
        if self.last != WITHOUT_END and (self.last - self.from_).days > FURTHEST:
            raise wrong("超过一年，请检查年份", at="to")
        return self

    @property
    def last(self) -> dt.date:
        """The last day; `WITHOUT_END` where nobody knows it yet."""
        return self.to or self.from_

    def covers(self, day: dt.date) -> bool:
        """Whether the day is one of them."""
        return self.from_ <= day <= self.last


class Leave(Span):
    """A person's absence: whole days, half days or hours of each day."""

    labels: ClassVar[Labels] = {
        "person": "谁请假",
        "half": ("只请半天", "上午或下午"),
        "hours": ("只请几点到几点", "例如 9:00-11:00"),
        "rotation": ("只请哪条轮值的班", "不写就是所有的班"),
        "substitute": ("谁代班", "不写就找候补，再找下一个人"),
        "reason": ("原因", "不登出"),
    }

    person: PersonRef
    half: Half | None = None
    hours: Session | None = None
    rotation: RotationRef | None = None
    substitute: PersonRef | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if self.half and self.hours:
            raise wrong("half 和 hours 只写一个", at="hours")
        if self.substitute == self.person:
            raise wrong("代班的不能是请假的人自己", at="substitute")
        return self

    def absent(self, day: dt.date, session: Session) -> bool:
        """Whether the person is away during a part of the session."""
        if not self.covers(day):
            return False
        if self.hours:
            return session.overlaps(self.hours)
        noon = dt.time(12)
        return self.half is None or (session.start < noon if self.half == "上午" else session.end > noon)


class Move(Model):
    """Where a shift goes; what is absent stays as it was."""

    labels: ClassVar[Labels] = {
        "date": "改到哪天",
        "hours": ("改到几点", "例如 13:30-16:00"),
        "place": "改到哪里",
    }

    date: Day | None = None
    hours: Session | None = None
    place: PlaceRef | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.date is None and self.hours is None and self.place is None:
            raise wrong("移到哪里？请写 date、hours 或 place")
        return self


class Part(Model):
    """A part of a shift that others take over."""

    labels: ClassVar[Labels] = {
        "hours": "几点到几点",
        "people": "谁",
    }

    hours: Session
    people: People


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


Parts = Annotated[
    tuple[Part, ...],
    BeforeValidator(_one_or_more, json_schema_input_type=Part | tuple[Part, ...]),
    Field(min_length=1),
]


class ShiftAt(Model):
    """Which shift is meant: by its date and rotation, and by place or hours where there are several."""

    labels: ClassVar[Labels] = {
        "date": "哪一天的班",
        "rotation": "哪条轮值的班",
        "place": ("哪个地方的班", "那天只有一班不用写"),
        "hours": ("几点的班", "那天只有一班不用写"),
    }

    date: Day
    rotation: RotationRef
    place: PlaceRef | None = None
    hours: Session | None = None


class Override(ShiftAt):
    """A dated exception: exactly one of cancel, replace, move, add, split."""

    labels: ClassVar[Labels] = {
        "cancel": "停一次",
        "replace": "换成谁",
        "move": "改日子、时间、地方",
        "add": "加一次，谁来",
        "split": "分两段，各有各的人",
        "reason": ("原因", "乡亲会看到"),
    }

    cancel: Flag = False
    replace: People | None = None
    move: Move | None = None
    add: People | None = None
    split: Parts | None = None
    reason: Line | None = None

    @model_validator(mode="after")
    def _one_action(self) -> Self:
        asked = [name for name in ACTIONS if getattr(self, name)]
        if len(asked) != 1:
            said = f"写了 {'、'.join(asked)}" if asked else "没有写要怎么调"
            raise wrong(said, right=f"请在 {'、'.join(ACTIONS)} 里选一种", at=asked[1] if asked else "date")
        if self.add and self.hours is None:
            raise wrong("加班次要写 hours", right="例如 hours: 13:30-16:00", at="add")
        if self.move and self.move.date and abs((self.move.date - self.date).days) > FURTHEST:
            raise wrong("移动超过一年，请检查年份", at="move")
        for number, part in enumerate(self.split or ()):
            if any(part.hours.overlaps(other.hours) for other in (self.split or ())[:number]):
                raise wrong("split 里的几段时间重叠了", at="split")
        return self

    @property
    def action(self) -> str:
        """The name of the key that says what happens."""
        return next(name for name in ACTIONS if getattr(self, name))


def _until_told(value: Any) -> Any:
    if not isinstance(value, str) or any(sign.isdigit() for sign in value):
        return value
    if narrow(value) == UNTIL_TOLD:
        return WITHOUT_END
    raise wrong("看不懂是哪一天", right=f"写 2026-01-05 的样子；还不知道哪天，写 to: {UNTIL_TOLD}")


class Closure(Span):
    """A place that is closed for a span of days, or until further notice."""

    labels: ClassVar[Labels] = {
        "to": ("到哪天止", "只关一天不写；还不知道哪天，写 另行通知"),
        "place": "哪个地方",
        "reason": ("原因", "乡亲会看到"),
    }

    place: PlaceRef
    to: Annotated[
        Day | None, BeforeValidator(_until_told, json_schema_input_type=Day | Literal["另行通知"])
    ] = None
    reason: Line | None = None

    @property
    def open_ended(self) -> bool:
        """Whether it lasts until further notice."""
        return self.last == WITHOUT_END


class Planned(Held):
    """One shift of a temporary schedule."""

    labels: ClassVar[Labels] = {
        "date": "日期",
        "hours": ("几点到几点", "例如 9:00-11:00"),
        "place": "在哪里",
        "people": "谁值班",
    }

    date: Day
    hours: Session
    place: PlaceRef
    people: People

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        check_way(self.by or "place", self.way, self.way, "")
        return self

    @property
    def manner(self) -> Manner:
        """What it is for, and how it is held."""
        return Manner(self.for_ or "", self.by or "place", self.way or "")


class Temporary(Span):
    """A schedule that replaces every shift of a span, everywhere or at the named places."""

    labels: ClassVar[Labels] = {
        "id": ("编号", "例如 chunjie-2027"),
        "name": ("名称", "例如 春节值班"),
        "places": ("只换哪些地方", "不写就是所有地方"),
        "shifts": "这几天的班",
        "reason": "原因",
        "sample": "是示例",
    }

    id: Id
    name: Line
    places: Places | None = None
    shifts: tuple[Planned, ...] = ()
    reason: Line | None = None
    sample: Flag = False

    @model_validator(mode="after")
    def _inside(self) -> Self:
        for number, shift in enumerate(self.shifts, 1):
            if not self.covers(shift.date):
                span = f"{self.from_} 到 {self.last}"
                raise wrong(f"第 {number} 个班次（{shift.date}）不在 {span} 之间", at="shifts")
            if self.places is not None and shift.place not in self.places:
                raise wrong(f"第 {number} 个班次的场所 {shift.place} 不在 places 里", at="shifts")
        return self


class Swap(Model):
    """Two shifts whose people change places."""

    labels: ClassVar[Labels] = {
        "a": "这一班",
        "b": "和这一班对调",
        "reason": ("原因", "乡亲会看到"),
    }

    a: ShiftAt
    b: ShiftAt
    reason: Line | None = None

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.a == self.b:
            raise wrong("对调的是同一个班次", at="b")
        if abs((self.a.date - self.b.date).days) > FURTHEST:
            raise wrong("两个班次相隔超过一年，请检查年份", at="b")
        return self
