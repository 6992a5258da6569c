"""How vague dates and numbers are written for residents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.models.dates import PartialDate


def partial(date: PartialDate, *, year: bool = True) -> str:
    """A date as precisely as it is known: `2022年`, `2022年12月`, `2022年12月4日`.

    Without its year a day is `12月4日`; what is known less precisely keeps it.
    """
    if date.day and not year:
        return f"{date.month}月{date.day}日"
    if not date.month:
        return f"{date.year}年"
    return f"{date.year}年{date.month}月" + (f"{date.day}日" if date.day else "")


# A date, a weekday, a time or a span of time, a number with what it counts.
_WHOLE = (
    r"\d+月\d+日|\d+年(?:\d+月)?|(?:星期|每?周)[一二三四五六日]|\d{1,2}:\d{2}(?:[–-]\d{1,2}:\d{2})?"
    r"|\d[\d-]*\+? ?[\u4e00-\u9fff]?"
)


def pieces(text: str, names: Iterable[str] = ()) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether no line may end inside it: dates, times, numbers, names."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for number, piece in enumerate(re.split(f"({known}|{_WHOLE})" if known else f"({_WHOLE})", text)):
        if piece:
            yield piece, number % 2 == 1


def tel(number: str) -> str:
    """The number as a `tel:` link (RFC 3966) wants it: digits only."""
    return "tel:" + re.sub(r"\D", "", number)
