"""Phone numbers, and the consent without which a private one is never published."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Labels, Line, Model, narrow
from macros.models.dates import Day
from macros.models.private import NUMBER

NO_CONSENT = "这是个人手机号，没有登记本人同意，不能公开"
NO_CONSENT_DESK = "这是个人的座机，没有登记本人同意，不能公开"
NO_CONSENT_RIGHT = "请登记 consent（同意公开），或者改用办公室电话"
_LARGE, _OTHER = r"0(?:10|2\d)", r"0[3-9]\d{2}"
_AREA = rf"(?:{_LARGE}|{_OTHER})"
_LANDLINE = rf"(?:{_LARGE}-\d{{8}}|{_OTHER}-\d{{7,8}})"
_PHONE = re.compile(
    rf"(?:{_LANDLINE}(?:-\d{{1,4}})?|1[3-9]\d{{9}}|[48]00-\d{{3}}-\d{{4}}|1\d{{2}}|1[12]\d{{3}}|9[56]\d{{3,4}})"
)
_MOBILE = re.compile(r"(?:\+?86-?)?(1[3-9]\d)-?(\d{4})-?(\d{4})")
_SAMPLE_PHONE = re.compile(rf"{_AREA}-0000-?\d{{3,4}}")


def _phone(value: str) -> str:
    number = re.sub(r"[ ()]", "", narrow(value)).replace("—", "-").replace("–", "-")
    if found := _SAMPLE_PHONE.fullmatch(number):
        return found.group()
    if found := _MOBILE.fullmatch(number):
        return "".join(found.groups())
    if not _PHONE.fullmatch(number):
        raise wrong("电话号码不对", right=_right(number))
    return number


def _right(number: str) -> str:
    if re.search(r"\d{7}[、,;/]", number):
        return "一项只能写一个号码"
    dashed = re.sub(rf"^({_AREA})", r"\1-", number)
    if re.fullmatch(_LANDLINE, dashed):
        return f"是不是想写 {dashed}？"
    if re.fullmatch(r"1[3-9]\d{8,12}", number):
        return f"手机号是 11 位，这里有 {len(number)} 位"
    if re.fullmatch(rf"{_LARGE}-\d{{6,9}}", number):
        return f"区号后面是 8 位，这里有 {len(number.split('-')[1])} 位"
    return "例如 021-59441234、13800138000 的样子、12348、400-123-4567"


def is_sample_phone(number: str) -> bool:
    """Whether nobody can have this number: no Chinese local number starts with 0."""
    return _SAMPLE_PHONE.fullmatch(number) is not None


def is_mobile(number: str) -> bool:
    """Whether the number is a mobile one, which belongs to a person unless said otherwise."""
    return re.fullmatch(r"1[3-9]\d{9}", number) is not None


def is_landline(number: str) -> bool:
    """Whether the number has an area code, and so a desk it stands on."""
    return re.fullmatch(rf"{_LANDLINE}(?:-\d{{1,4}})?", number) is not None and not is_sample_phone(number)


PhoneNumber = Annotated[Line, AfterValidator(_phone), NUMBER]


class Consent(Model):
    """A person's recorded consent to publish something (PIPL art. 13, 25); itself never published."""

    labels: ClassVar[Labels] = {
        "scope": "同意公开什么",
        "until": "同意到哪天为止",
    }

    scope: tuple[Literal["phone", "photo"], ...]
    until: Day

    def covers(self, thing: Literal["phone", "photo"], today: dt.date) -> bool:
        """Whether `thing` may be published on that day."""
        return thing in self.scope and today <= self.until


class Phone(Model):
    """A number of an office; a mobile one needs consent unless the office says it is its own."""

    labels: ClassVar[Labels] = {
        "number": ("号码", "座机写区号，例如 021-0000-0001"),
        "label": ("是谁的电话", "例如 值班室"),
        "office": ("是办公手机", "单位的手机打勾；个人手机要登记本人同意"),
        "consent": "本人同意",
    }

    number: PhoneNumber
    label: Line | None = None
    office: Flag = False
    consent: Consent | None = None

    @model_validator(mode="after")
    def _private_needs_consent(self) -> Phone:
        if (
            is_mobile(self.number)
            and not self.office
            and not (self.consent and "phone" in self.consent.scope)
        ):
            raise wrong(NO_CONSENT, right=NO_CONSENT_RIGHT, at="number")
        return self

    @property
    def sample(self) -> bool:
        """Whether nobody can have this number."""
        return is_sample_phone(self.number)

    def published(self, today: dt.date) -> bool:
        """Whether the number may stand on a page of that day."""
        if not is_mobile(self.number) or self.office:
            return True
        return self.consent is not None and self.consent.covers("phone", today)
