"""People: those who are on duty for residents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Id, ImageFile, Labels, Line, Model
from macros.models.contacts import (
    NO_CONSENT,
    NO_CONSENT_DESK,
    NO_CONSENT_RIGHT,
    Consent,
    PhoneNumber,
    is_landline,
    is_mobile,
    is_sample_phone,
)
from macros.models.data_file import DataFile
from macros.models.dates import Day
from macros.models.reference import OFFICE_NUMBERS, Reading, Ref, context_of

# What stands behind the name of a firm as long as nobody is named.
NAMED_LATER = "（律师姓名待定）"
Role = Literal["adviser", "mediator", "judge", "public_lawyer"]
ROLE_NAMES: dict[Role, str] = {
    "adviser": "村居法律顾问",
    "mediator": "专职调解员",
    "judge": "驻村法官",
    "public_lawyer": "镇公职律师",
}
NO_FACE = "这是个人的照片，没有登记本人同意，不能公开"
NO_FACE_RIGHT = "请在 consent（同意公开）的 scope 里加上 photo，或者删掉这一项"


class Person(Model):
    """Somebody a resident can meet; `until` is the last day of somebody who leaves."""

    labels: ClassVar[Labels] = {
        "id": ("编号", "拼音，例如 zhang；定了不再改"),
        "name": "姓名",
        "role": "身份",
        "organisation": ("单位", "例如哪家律师事务所"),
        "specialities": ("擅长什么", "乡亲的说法，例如 婚姻家庭"),
        "phone": ("电话", "个人号码要登记本人同意"),
        "portrait": ("照片", "例如 media/zhang.jpg；要登记本人同意"),
        "consent": "本人同意",
        "until": ("做到哪天为止", "离开的人才写"),
        "sample": "是示例",
    }

    id: Id
    name: Line
    role: Role
    organisation: Line | None = None
    specialities: tuple[Line, ...] = ()
    phone: PhoneNumber | None = None
    portrait: ImageFile | None = None
    consent: Consent | None = None
    until: Day | None = None
    sample: Flag = False

    @model_validator(mode="after")
    def _phone_is_allowed(self, info: ValidationInfo) -> Person:
        if self.phone is None:
            return self
        if self.sample != is_sample_phone(self.phone):
            if self.sample:
                raise wrong("示例人员不能用真实号码", right="请用 021-0000-0001 这样的示例号码", at="phone")
            raise wrong("这是示例号码", right="请换成真实号码，或者标上 sample: true", at="phone")
        context = context_of(info)
        office = context.known.get(OFFICE_NUMBERS)
        if self._agreed or (office and self.phone in office.names):
            return self
        if is_mobile(self.phone):
            raise wrong(NO_CONSENT, right=NO_CONSENT_RIGHT, at="phone")
        # Data that was published before this was asked for can still be compared with.
        if is_landline(self.phone) and context.reading is Reading.TO_PUBLISH:
            raise wrong(NO_CONSENT_DESK, right=NO_CONSENT_RIGHT, at="phone")
        return self

    @model_validator(mode="after")
    def _portrait_is_allowed(self) -> Person:
        if self.portrait is None:
            return self
        if self.sample:
            raise wrong("示例人员不用照片", right="请删掉这一项，换成真人再放", at="portrait")
        if not (self.consent and "photo" in self.consent.scope):
            raise wrong(NO_FACE, right=NO_FACE_RIGHT, at="portrait")
        return self

    @property
    def _agreed(self) -> Consent | None:
        return self.consent if self.consent and "phone" in self.consent.scope else None

    @property
    def role_name(self) -> str:
        """The role in words."""
        return ROLE_NAMES[self.role]

    def public_phone(self, today: dt.date) -> str | None:
        """The number that may stand on a page of that day; one that needs no consent is an office's."""
        if self._agreed and not self._agreed.covers("phone", today):
            return None
        return self.phone

    def public_portrait(self, today: dt.date) -> str | None:
        """The picture that may stand on a page of that day: agreed to, and of somebody who hasn't left."""
        left = self.until is not None and self.until < today
        agreed = self.consent is not None and self.consent.covers("photo", today)
        return self.portrait if agreed and not left else None


PersonRef = Annotated[Line, Ref(Person, "人员编号")]


class Team(Person):
    """Several people who take one turn together; `head` is whom to ask for."""

    labels: ClassVar[Labels] = {
        "name": ("组的名字", "例如 调解一组"),
        "members": ("有哪些人", "人员编号，至少两个"),
        "head": "组长",
    }

    members: Annotated[tuple[PersonRef, ...], Field(min_length=2)]
    head: PersonRef

    @model_validator(mode="after")
    def _head_is_one_of_them(self) -> Team:
        if self.head not in self.members:
            raise wrong("组长要是组里的人", right=f"请写 {'、'.join(self.members)} 里的一个", at="head")
        return self

    @property
    def in_order(self) -> tuple[str, ...]:
        """The members, whom to ask for first."""
        return (self.head, *(member for member in self.members if member != self.head))


def _named_later(value: str) -> str:
    return f"{value}{NAMED_LATER}"


class Firm(Person):
    """A law firm that sends a lawyer whose name is known later."""

    labels: ClassVar[Labels] = {
        "name": ("律师事务所", "页面上会加“律师姓名待定”"),
        "role": ("派来的是什么人", "不写就是村居法律顾问"),
    }

    name: Annotated[Line, AfterValidator(_named_later)]
    role: Role = "adviser"


class People(Model):
    """The file people.yml."""

    labels: ClassVar[Labels] = {
        "people": "人员",
        "teams": ("组", "几个人一起轮值"),
        "firms": ("律师事务所", "先排单位，律师姓名以后再定"),
    }

    people: tuple[Person, ...] = ()
    teams: tuple[Team, ...] = ()
    firms: tuple[Firm, ...] = ()

    @model_validator(mode="after")
    def _known_by_one_id(self) -> People:
        people = {person.id for person in self.people}
        others: set[str] = set()
        for key, listed in (("teams", self.teams), ("firms", self.firms)):
            for number, one in enumerate(listed):
                if one.id in people | others:
                    raise wrong(
                        f"编号 {one.id} 已经用了",
                        right="人员、组、律师事务所的编号都不能重",
                        at=f"{key}.{number}.id",
                    )
                others.add(one.id)
        for number, team in enumerate(self.teams):
            if strangers := [member for member in team.members if member in others]:
                raise wrong("组里只写人", right=f"{strangers[0]} 不是人", at=f"teams.{number}.members")
        return self

    @property
    def everybody(self) -> tuple[Person, ...]:
        """People, teams and firms: whoever can have a turn."""
        return (*self.people, *self.teams, *self.firms)


def spot(people: Sequence[Person], number: int) -> tuple[str, int]:
    """The list of people.yml in which one of everybody stands, and the number there."""
    kind = type(people[number])
    key = {Team: "teams", Firm: "firms"}.get(kind, "people")
    return key, sum(type(one) is kind for one in people[:number])


PEOPLE = DataFile("people", "人员", People, part="everybody", counted=("people", "位人员"))
