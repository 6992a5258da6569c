"""Visits: how many came to ask during a duty, and about what. Nothing personal fits into its fields."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Labels, Model, Whole
from macros.models.data_file import DataFile
from macros.models.dates import Day
from macros.models.places import PlaceRef

# More than a day has room for is a slip, or a number that was none.
Asked = Annotated[Whole, Field(le=500)]
# What people ask about, in words wide enough that nobody is known by them.
ABOUT: dict[str, str] = {
    "family": "婚姻家庭、养老、继承",
    "neighbours": "邻里纠纷",
    "land": "土地、宅基地",
    "work": "工资、工伤",
    "injury": "交通事故、受伤赔偿",
    "money": "借钱、合同",
    "consumer": "买东西、物业",
    "fraud": "被骗",
    "authority": "不服罚款和处罚",
    "aid": "法律援助",
    "other": "其他",
}


class About(Model):
    """How many asked about what; each key is a kind of matter."""

    labels: ClassVar[Labels] = {
        "family": "婚姻家庭",
        "neighbours": "邻里",
        "land": "土地和房子",
        "work": "工资和劳动",
        "injury": "受伤赔偿",
        "money": "借钱和合同",
        "consumer": "买东西",
        "fraud": "被骗",
        "authority": "对政府部门不服",
        "aid": "法律援助",
        "other": "其他",
    }

    family: Asked = 0
    neighbours: Asked = 0
    land: Asked = 0
    work: Asked = 0
    injury: Asked = 0
    money: Asked = 0
    consumer: Asked = 0
    fraud: Asked = 0
    authority: Asked = 0
    aid: Asked = 0
    other: Asked = 0


class Visit(Model):
    """One day of duty at one place; who asks about two matters is one of `asked`, and two of `about`."""

    labels: ClassVar[Labels] = {
        "date": "日期",
        "place": "在哪里",
        "asked": "来问的人数",
        "about": "问了什么",
        "sample": "是示例",
    }

    date: Day
    place: PlaceRef
    asked: Asked
    about: About = About()
    sample: Flag = False

    @model_validator(mode="after")
    def _no_matter_has_more_than_asked(self) -> Visit:
        for key in ABOUT:
            if (count := getattr(self.about, key)) > self.asked:
                message = f"来问的一共 {self.asked} 人，问这件事的却有 {count} 人"
                raise wrong(message, right="请核对 asked 和 about", at=f"about.{key}")
        return self


class Visits(Model):
    """The file visits.yml."""

    labels: ClassVar[Labels] = {
        "visits": "值班记录",
    }

    visits: tuple[Visit, ...] = ()

    @model_validator(mode="after")
    def _once_a_day_and_place(self) -> Visits:
        first: dict[tuple[object, str], int] = {}
        for number, one in enumerate(self.visits):
            if (before := first.setdefault((one.date, one.place), number)) != number:
                message = f"和第 {before + 1} 条是同一天、同一处，请并成一条"
                raise wrong(message, at=f"visits.{number}.date")
        return self


VISITS = DataFile("visits", "值班记录", Visits, optional=True, counted=("visits", "次值班记录"))
