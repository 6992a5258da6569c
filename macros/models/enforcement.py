"""What the town may enforce, by which unit and law, and how to object: 行政执法公示."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Id, Labels, Line, Model, Text
from macros.models.data_file import DataFile, PageAt
from macros.models.law import Law, Statement
from macros.models.reference import Ref

# As the law calls them.
Kind = Literal["行政处罚", "行政强制", "行政检查", "行政许可", "行政裁决", "行政征收", "行政确认", "其他"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Unit(Model):
    """A unit that enforces, in a resident's words; its number is the office's until it has one of its own."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "name": "名称",
        "about": "管什么",
        "sample": "是示例",
    }

    id: Id
    name: Line
    about: Line
    sample: Flag = False


class Matter(Model):
    """One thing that a unit may do, and by which law; only a sample may leave the law open."""

    labels: ClassVar[Labels] = {
        "name": "事项",
        "unit": "执法单位",
        "kind": "哪一类",
        "law": ("依据", "哪部法律、第几条、哪天查对的"),
        "sample": "是示例",
    }

    name: Line
    unit: Annotated[Line, Ref(Unit, "执法单位编号")]
    kind: Kind
    law: Law | None = None
    sample: Flag = False

    @model_validator(mode="after")
    def _has_a_law(self) -> Matter:
        if self.law is None and not self.sample:
            right = "例如 law: {name: 土地管理法, article: 62, checked_on: 2026-11-25}"
            raise wrong("没有依据的，不能公示", right=right, at="name")
        return self


class Ground(Statement):
    """A sentence about the law, which is never without it."""

    labels: ClassVar[Labels] = {
        "law": ("依据", "哪部法律、第几条、哪天查对的"),
    }

    law: Law


class Objection(Model):
    """One way to object: its name, what it is in plain words, and what the law says of it."""

    labels: ClassVar[Labels] = {
        "title": "标题",
        "text": "怎么做",
        "points": "要点",
    }

    title: Line
    text: Text
    points: Annotated[tuple[Ground, ...], Field(min_length=1)]


class Enforcement(Model):
    """The file enforcement.yml."""

    labels: ClassVar[Labels] = {
        "objections": "不服怎么办",
        "units": "执法单位",
        "matters": "执法事项",
    }

    objections: tuple[Objection, ...] = ()
    units: tuple[Unit, ...] = ()
    matters: tuple[Matter, ...] = ()

    @model_validator(mode="after")
    def _whoever_is_told_can_object(self) -> Enforcement:
        if self.matters and not self.objections:
            raise wrong("写了执法事项，就要写不服怎么办（objections）", at="matters")
        return self


ENFORCEMENT = DataFile(
    "enforcement",
    "行政执法公示",
    Enforcement,
    optional=True,
    counted=("matters", "项执法事项"),
    pages=(PageAt("enforcement", "行政执法公示", "enforcement.html"),),
)
