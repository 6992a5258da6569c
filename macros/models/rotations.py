"""Rotations of data/duty.yml: the rules that put people, and places, on duty in turn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from macros.errors import did_you_mean, wrong
from macros.models.base import Flag, Id, Labels, Line, Model, Whole
from macros.models.dates import Day
from macros.models.people import PersonRef
from macros.models.places import PlaceRef
from macros.models.reference import Reading, Ref, context_of
from macros.models.when import When, Whens

CONTINUE = "continue"

By = Literal["place", "phone", "video"]
BY_NAMES: dict[By, str] = {"place": "到场", "phone": "电话值班", "video": "视频值班"}
Policy = Literal["skip", "forfeit", "postpone", "advance", "keep"]
People = Annotated[tuple[PersonRef, ...], AfterValidator(lambda ids: _once(ids, "人")), Field(min_length=1)]
Places = Annotated[tuple[PlaceRef, ...], AfterValidator(lambda ids: _once(ids, "场所")), Field(min_length=1)]


def _once(ids: tuple[str, ...], called: str) -> tuple[str, ...]:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            raise wrong(f"同一个{called}写了两次：{name}")
    return ids


class Held(Model):
    """What says what a duty is for, and how it is held; whatever isn't said is plain or goes on."""

    labels: ClassVar[Labels] = {
        "for": ("办什么", "同一处同一时间有几个窗口，靠它分清，例如 法律援助、公证"),
        "by": ("到场还是电话、视频", "不写就是到场"),
        "way": ("怎么连上", "视频值班要写，例如 先打站里电话约好，再用微信视频"),
    }

    for_: Annotated[Line | None, Field(alias="for")] = None
    by: By | None = None
    way: Line | None = None


class Segment(Held):
    """A span of a rotation as the file writes it; a change of anything in it begins a new one.

    What decides who serves where has a date this way, so that no change of it rewrites the
    past. Whatever a later segment doesn't say goes on from the one before it.
    """

    labels: ClassVar[Labels] = {
        "from": "从哪天起",
        "to": "到哪天止",
        "when": ("什么时候", "例如 每周三 13:30-16:00"),
        "people": ("谁", "按先后轮"),
        "start": ("从谁轮起", "写编号，或者 continue 接着上一段"),
        "places": ("在哪里", "按先后轮"),
        "seat": ("固定在哪里等", "只有分片轮值写"),
        "wanted": "每次几个人",
        "holidays": "碰上放假",
        "makeup_days": "补班的日子也值班",
        "standby": "候补",
    }

    from_: Day = Field(alias="from")
    to: Day | None = None
    when: Whens
    people: People
    start: Line | None = None
    places: Places | None = None
    seat: PlaceRef | None = None
    wanted: Annotated[Whole, Field(ge=1, le=20)] | None = None
    holidays: Policy | None = None
    makeup_days: Flag | None = None
    standby: tuple[PersonRef, ...] | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.to is not None and self.to < self.from_:
            raise wrong("结束日期早于开始日期", at="to")
        if self.start not in (None, CONTINUE, *self.people):
            right = did_you_mean(str(self.start), (*self.people, CONTINUE))
            raise wrong("start 要写 people 里的人，或者 continue（接着上一段轮）", right=right, at="start")
        return self


GOES_ON = ("places", "seat", "wanted", "holidays", "makeup_days", "standby", "for_", "by", "way")


@dataclass(frozen=True, order=True)
class Manner:
    """What a duty is for, and how residents reach it: at its place, or from home and in what way."""

    for_: str = ""
    by: By = "place"
    way: str = ""

    @property
    def at_place(self) -> bool:
        """Whether somebody is there to be met."""
        return self.by == "place"

    @property
    def words(self) -> str:
        """Both in short: 法律援助，电话值班; empty where neither needs to be said."""
        return "，".join(filter(None, (self.for_, "" if self.at_place else BY_NAMES[self.by])))


IN_PERSON = Manner()


@dataclass(frozen=True)
class Stretch:
    """A segment with everything that goes on from those before it; `number` is its place in the file."""

    number: int
    from_: dt.date
    to: dt.date | None
    when: tuple[When, ...]
    people: tuple[str, ...]
    start: str | None
    places: tuple[str, ...] = ()
    seat: str | None = None
    wanted: int = 1
    holidays: Policy = "skip"
    makeup_days: bool = False
    standby: tuple[str, ...] = ()
    for_: str = ""
    by: By = "place"
    way: str = ""

    @property
    def manner(self) -> Manner:
        """What its shifts are for, and how they are held."""
        return Manner(self.for_, self.by, "" if self.by == "place" else self.way)

    @property
    def tour(self) -> tuple[str, ...]:
        """The places where its shifts can be."""
        return (self.seat,) if self.seat else self.places


def check_way(by: By, way: str | None, written: str | None, at: str) -> None:
    """Nothing; raises where nobody could tell how to get through, or needn't know; `written` stands there."""
    if by == "video" and not way:
        right = "例如 way: 打电话约好，再用微信视频"
        raise wrong("视频值班要写 way（怎么连上）", right=right, at=f"{at}by")
    if by == "place" and written:
        right = "电话、视频值班先写 by: phone 或 by: video"
        raise wrong("到场值班不写 way（怎么连上）", right=right, at=f"{at}way")


class Rotation(Model):
    """A rule that puts people, and places, on duty in turn."""

    labels: ClassVar[Labels] = {
        "id": ("编号", "定了不再改"),
        "name": "名称",
        "kind": "怎么轮",
        "sample": "是示例",
        "segments": ("安排", "换人、换时间，加一段，不改旧的"),
    }

    id: Id
    name: Line
    kind: Literal["area", "point", "stationed"]
    sample: Flag = False
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _dated(cls, value: Any, info: ValidationInfo) -> Any:
        astray = [key for key in (*GOES_ON, "for") if key in value] if isinstance(value, dict) else []
        if astray and "segments" in value:
            if context_of(info).reading is Reading.PAST:
                return _with_dates(value, astray)
            right = "请写到 segments 里最早的一段，后面的段没写就一直沿用；要从某一天起改，写在那天起的一段里"
            raise wrong(f"{'、'.join(astray)} 不能写在这里", right=right, at=astray[0])
        return value

    @model_validator(mode="after")
    def _one_after_another(self) -> Self:
        by_time = self.stretches
        if by_time[0].start == CONTINUE:
            right = "请写从谁开始，或者不写 start"
            at = f"segments.{by_time[0].number}.start"
            raise wrong("最早的一段前面没有可以接着轮的", right=right, at=at)
        for before, after in pairwise(by_time):
            at = f"segments.{after.number}.from"
            if before.from_ == after.from_:
                raise wrong(f"有两段都从 {after.from_} 开始", at=at)
            if before.to is not None and before.to >= after.from_:
                raise wrong(f"到 {before.to} 为止的一段和从 {after.from_} 开始的一段重叠了", at=at)
        if not by_time[0].places:
            right = "请写 places（在哪里值班），例如 places: [aiguo-room]"
            raise wrong("最早的一段没有写 places", right=right, at=f"segments.{by_time[0].number}.places")
        return self

    @model_validator(mode="after")
    def _fits_kind(self) -> Self:
        for stretch in self.stretches:
            self._check(stretch)
        return self

    def _check(self, stretch: Stretch) -> None:
        count, wanted, at = len(stretch.people), stretch.wanted, f"segments.{stretch.number}"
        if stretch.seat is not None and self.kind != "area":
            raise wrong("只有分片轮值（kind: area）才写 seat", at=f"{at}.seat")
        if self.kind == "stationed" and len(stretch.places) > 1:
            raise wrong("定期驻点只有一个场所", right="巡回几个点请用 kind: point", at=f"{at}.places")
        check_way(stretch.by, stretch.way, self.segments[stretch.number].way, f"{at}.")
        if count < wanted:
            message = f"每次要 {wanted} 人（wanted），这一段只有 {count} 人"
            raise wrong(message, at=f"{at}.people")
        if self.kind == "stationed" and count > wanted:
            right = f"一起值班请写 wanted: {count}，轮流值班请用 kind: point"
            raise wrong(f"定期驻点是固定的人，这一段有 {count} 人", right=right, at=f"{at}.people")

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The segments in order of time, each complete with what goes on from those before it."""
        return tuple(_complete(self.segments))


def _with_dates(rotation: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """The rotation of an earlier version, in which these keys held for all of its segments."""
    said = {key: rotation[key] for key in keys}
    segments = [said | segment for segment in rotation["segments"]]
    return {key: value for key, value in rotation.items() if key not in said} | {"segments": segments}


def _complete(segments: Sequence[Segment]) -> list[Stretch]:
    found: list[Stretch] = []
    kept: dict[str, Any] = {}
    for number, segment in sorted(enumerate(segments), key=lambda entry: entry[1].from_):
        own = {key: getattr(segment, key) for key in GOES_ON}
        kept |= {key: value for key, value in own.items() if value is not None}
        found.append(
            Stretch(number, segment.from_, segment.to, segment.when, segment.people, segment.start, **kept)
        )
    return found


RotationRef = Annotated[Line, Ref(Rotation, "轮值编号")]
