"""People: those who are on duty for residents."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import model_validator

from macros.errors import wrong
from macros.models.base import Flag, Id, Line, Model
from macros.models.contacts import (
    NO_CONSENT,
    NO_CONSENT_RIGHT,
    Consent,
    PhoneNumber,
    is_mobile,
    is_sample_phone,
)
from macros.models.dates import Day

Role = Literal["adviser", "mediator", "judge", "public_lawyer"]
ROLE_NAMES: dict[Role, str] = {
    "adviser": "村居法律顾问",
    "mediator": "专职调解员",
    "judge": "驻村法官",
    "public_lawyer": "镇公职律师",
}


class Person(Model):
    """Somebody a resident can meet; `until` is the last day of somebody who leaves."""

    id: Id
    name: Line
    role: Role
    organisation: Line | None = None
    specialities: tuple[Line, ...] = ()
    phone: PhoneNumber | None = None
    consent: Consent | None = None
    until: Day | None = None
    sample: Flag = False

    @model_validator(mode="after")
    def _phone_is_allowed(self) -> Person:
        if self.phone is None:
            return self
        if self.sample != is_sample_phone(self.phone):
            if self.sample:
                raise wrong("示例人员不能用真实号码", right="请用 021-0000-0001 这样的示例号码", at="phone")
            raise wrong("这是示例号码", right="请换成真实号码，或者标上 sample: true", at="phone")
        if is_mobile(self.phone) and not (self.consent and "phone" in self.consent.scope):
            raise wrong(NO_CONSENT, right=NO_CONSENT_RIGHT, at="phone")
        return self

    @property
    def role_name(self) -> str:
        """The role in words."""
        return ROLE_NAMES[self.role]

    def public_phone(self, today: dt.date) -> str | None:
        """The number that may stand on a page of that day."""
        if self.phone is None or not is_mobile(self.phone):
            return self.phone
        return self.phone if self.consent and self.consent.covers("phone", today) else None


class People(Model):
    """The file people.yml."""

    people: tuple[Person, ...] = ()
