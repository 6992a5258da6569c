"""How texts and numbers are written for residents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

# A date, a weekday, a time or a span of time, a number with what it counts.
_WHOLE = re.compile(
    r"\d+月\d+日|\d+年(?:\d+月)?|(?:星期|每?周)[一二三四五六日]|\d{1,2}:\d{2}(?:[–-]\d{1,2}:\d{2})?"
    r"|\d[\d-]*\+? ?[\u4e00-\u9fff]?"
)


def pieces(text: str, names: Iterable[str] = ()) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether no line may end inside it: dates, times, numbers, names."""
    there = sorted((name for name in names if name in text), key=len, reverse=True)
    start = 0
    while found := _first(text, there, start):
        if start < found[0]:
            yield text[start : found[0]], False
        start = found[1]
        yield text[found[0] : start], True
    if start < len(text):
        yield text[start:], False


def _first(text: str, names: Iterable[str], start: int) -> tuple[int, int] | None:
    """Where the next piece begins and ends: of two that begin together the name, the longest one."""
    # A pattern of the names would have to be compiled anew for nearly every text.
    spans = [(at, at + len(name)) for name in names if (at := text.find(name, start)) >= 0]
    if found := _WHOLE.search(text, start):
        spans.append(found.span())
    return min(spans, key=lambda span: span[0], default=None)


def query(text: str) -> str:
    """The text as a value in an address; browsers themselves encode what isn't Latin."""
    return "".join(quote(letter, safe="") if letter.isascii() else letter for letter in text)


def tel(number: str) -> str:
    """The number as a `tel:` link (RFC 3966) wants it: digits only."""
    return "tel:" + re.sub(r"\D", "", number)
