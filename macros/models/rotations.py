"""Rotations of data/duty.yml: the rules that put people, and places, on duty in turn."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.errors import did_you_mean, wrong
from macros.models.base import Flag, Id, Line, Model, PersonRef, PlaceRef, Ref, Whole
from macros.models.dates import Day
from macros.models.when import Whens

CONTINUE = "continue"

Policy = Literal["skip", "forfeit", "postpone", "advance", "keep"]
RotationRef = Annotated[Line, Ref("rotation", "轮值编号")]
People = Annotated[tuple[PersonRef, ...], AfterValidator(lambda ids: _once(ids, "人")), Field(min_length=1)]
Places = Annotated[tuple[PlaceRef, ...], AfterValidator(lambda ids: _once(ids, "场所")), Field(min_length=1)]


def _once(ids: tuple[str, ...], called: str) -> tuple[str, ...]:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            raise wrong(f"同一个{called}写了两次：{name}")
    return ids


class Cover(Model):
    """What a place is promised: visits or hours in every week, month or quarter."""

    visits: Annotated[Whole, Field(ge=1)] | None = None
    hours: Annotated[Whole, Field(ge=1)] | None = None
    per: Literal["week", "month", "quarter"]

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.visits is None and self.hours is None:
            raise wrong("要写 visits（次数）或 hours（小时）", at="per")
        return self


class Segment(Model):
    """A span of a rotation with the same people, places and pattern; a change of them begins a new one."""

    from_: Day = Field(alias="from")
    to: Day | None = None
    when: Whens
    people: People
    places: Places | None = None
    start: Line | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.to is not None and self.to < self.from_:
            raise wrong("结束日期早于开始日期", at="to")
        if self.start not in (None, CONTINUE, *self.people):
            right = did_you_mean(str(self.start), (*self.people, CONTINUE))
            raise wrong("start 要写 people 里的人，或者 continue（接着上一段轮）", right=right, at="start")
        return self


class Rotation(Model):
    """A rule that puts people, and places, on duty in turn."""

    id: Id
    name: Line
    kind: Literal["area", "point", "stationed"]
    places: Places
    seat: PlaceRef | None = None
    holidays: Policy = "skip"
    makeup_days: Flag = False
    wanted: Annotated[Whole, Field(ge=1, le=20)] = 1
    standby: tuple[PersonRef, ...] = ()
    sample: Flag = False
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _fits_kind(self) -> Self:
        if self.seat is not None and self.kind != "area":
            raise wrong("只有分片轮值（kind: area）才写 seat", at="seat")
        if self.kind == "stationed" and any(len(s.places or self.places) > 1 for s in self.segments):
            raise wrong("定期驻点只有一个场所", right="巡回几个点请用 kind: point", at="places")
        for number, segment in enumerate(self.segments, 1):
            count = len(segment.people)
            if count < self.wanted:
                raise wrong(f"每次要 {self.wanted} 人，第 {number} 段只有 {count} 人", at="wanted")
            if self.kind == "stationed" and count > self.wanted:
                right = f"一起值班请写 wanted: {count}，轮流值班请用 kind: point"
                raise wrong(f"定期驻点是固定的人，第 {number} 段有 {count} 人", right=right, at="kind")
        return self

    @model_validator(mode="after")
    def _one_after_another(self) -> Self:
        segments = self.segments_by_time
        if segments[0].start == CONTINUE:
            right = "请写从谁开始，或者不写 start"
            raise wrong("最早的一段前面没有可以接着轮的", right=right, at=self._at(segments[0], "start"))
        for before, after in pairwise(segments):
            if before.from_ == after.from_:
                raise wrong(f"有两段都从 {after.from_} 开始", at=self._at(after, "from"))
            if before.to is not None and before.to >= after.from_:
                said = f"到 {before.to} 为止的一段和从 {after.from_} 开始的一段重叠了"
                raise wrong(said, at=self._at(after, "from"))
        return self

    def _at(self, segment: Segment, key: str) -> str:
        # Of two that are alike the later one is the slip.
        return f"segments.{max(n for n, one in enumerate(self.segments) if one is segment)}.{key}"

    @property
    def segments_by_time(self) -> tuple[Segment, ...]:
        """The segments in order of time."""
        return tuple(sorted(self.segments, key=lambda segment: segment.from_))
