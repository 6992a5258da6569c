"""Numbers that belong to one person and stand in a text: a mobile phone's, an identity card's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

LENGTH = 11
_HAN = str.maketrans("〇零一二三四五六七八九幺", "001234567891")
# What stands between the groups of a number, or between its digits one by one.
_BETWEEN = r"[\s\-‐-―−.·•、，,/()~]{1,3}"
_GROUPS = "|".join(
    _BETWEEN.join(rf"\d{{{size}}}" for size in sizes)
    for sizes in ((11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 3, 4), (4, 7), (5, 6), (6, 5), (3, 5, 3))
)
_SPELLED = r"\d(?:[\s\-]{1,2}\d){10}"
_MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00)?86[\s\-]*|0)?(?=1[\s\-]{{0,2}}[3-9])({_GROUPS}|{_SPELLED})(?!\d)")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![\dA-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Marked:
    """An annotation of a text that isn't read as a sentence: a number's own field, another site's address."""

    what: str


NUMBER, ADDRESS = Marked("number"), Marked("address")


class Private(NamedTuple):
    """Where such a number begins and ends, whose kind it is of, and its digits."""

    start: int
    end: int
    kind: str
    number: str


def private_numbers(text: str) -> list[Private]:
    """The numbers of persons in a text, however they are typed."""
    # Most texts have hardly any digits.
    return sorted(_found(_digits(text))) if sum(map(str.isnumeric, text)) >= LENGTH else []


def _found(digits: str) -> Iterator[Private]:
    for found in _MOBILE.finditer(digits):
        yield Private(found.start(), found.end(), "mobile", re.sub(r"\D", "", found[1]))
    for found in _IDENTITY.finditer(digits):
        if _checks(found.group().upper()):
            yield Private(found.start(), found.end(), "identity", found.group())


def _digits(text: str) -> str:
    """The text, as long as before, with every digit written as 0 to 9 and every sign half-width."""
    signs = (sign if sign.isascii() else unicodedata.normalize("NFKC", sign) for sign in text)
    narrow = "".join(sign if len(sign) == 1 else " " for sign in signs)
    return re.sub(r"[〇零一二三四五六七八九幺]{11}", lambda found: found.group().translate(_HAN), narrow)


def _checks(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[-1]
