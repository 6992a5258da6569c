"""How dates and numbers are written for residents."""

from __future__ import annotations

import datetime as dt
import re

from macros.models.dates import PartialDate

WEEKDAYS = "一二三四五六日"


def day(date: dt.date) -> str:
    """`11月25日`."""
    return f"{date.month}月{date.day}日"


def weekday(date: dt.date) -> str:
    """`星期三`."""
    return f"星期{WEEKDAYS[date.weekday()]}"


def month(date: dt.date) -> str:
    """`2026年11月`."""
    return f"{date.year}年{date.month}月"


def partial(date: PartialDate) -> str:
    """A date as precisely as it is known: `2022年`, `2022年12月`, `2022年12月4日`."""
    if not date.month:
        return f"{date.year}年"
    return f"{date.year}年{date.month}月" + (f"{date.day}日" if date.day else "")


def tel(number: str) -> str:
    """The number as a `tel:` link (RFC 3966) wants it: digits only."""
    return "tel:" + re.sub(r"\D", "", number)
