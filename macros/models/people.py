"""People: those who are on duty for residents."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import ValidationInfo, model_validator

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


class People(Model):
    """The file people.yml."""

    labels: ClassVar[Labels] = {
        "people": "人员",
    }

    people: tuple[Person, ...] = ()


PEOPLE = DataFile("people", "人员", People, part="people", counted=("people", "位人员"))
PersonRef = Annotated[Line, Ref(Person, "人员编号")]
