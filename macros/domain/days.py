"""Days: the weeks and months they are in, and how they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

WEEKDAYS = "一二三四五六日"
ONE_DAY = dt.timedelta(days=1)
FORTNIGHT = dt.timedelta(weeks=2)


def each(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from the first to the last."""
    return (first + number * ONE_DAY for number in range((last - first).days + 1))


def monday(day: dt.date) -> dt.date:
    """The Monday of the day's week."""
    return day - day.weekday() * ONE_DAY


def sunday(day: dt.date) -> dt.date:
    """The Sunday of the day's week."""
    return monday(day) + 6 * ONE_DAY


def next_month(day: dt.date) -> dt.date:
    """The first day of the month after the day's."""
    return (day.replace(day=1) + 31 * ONE_DAY).replace(day=1)


def short(day: dt.date) -> str:
    """The date as 11月25日."""
    return f"{day.month}月{day.day}日"


def weekday(day: dt.date) -> str:
    """The day of the week as 星期三."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def spoken(day: dt.date) -> str:
    """The date as 11月25日 星期三."""
    return f"{short(day)} {weekday(day)}"


def year(day: dt.date) -> str:
    """The year in words, such as 2026年."""
    return f"{day.year}年"


def month(day: dt.date) -> str:
    """The month as 2026年11月."""
    return f"{day.year}年{day.month}月"
