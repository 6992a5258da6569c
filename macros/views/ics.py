"""iCalendar (RFC 5545) as text: the calendar around its events, and lines as the standard folds them.

A library makes an object of each value of each event; it took an eighth of a build.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

ZONE = "Asia/Shanghai"
OFFSET = dt.timedelta(hours=8)
# In octets; one more stands for the space before what is folded.
_LONGEST = 74
_REFRESH = "PT12H"
# Without summer time since 1991.
_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZNAME:CST",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar(name: str, events: Iterable[bytes], *, product: str = "duty") -> bytes:
    """A whole calendar with its events, which are ready; `product` is what the project made them of."""
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//fahu//{product}//ZH",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        f"X-PUBLISHED-TTL:{_REFRESH}",
        f"X-WR-TIMEZONE:{ZONE}",
        *_ZONE_LINES,
    )
    return b"".join((lines(head), *events, b"END:VCALENDAR\r\n"))


def lines(written: Iterable[str]) -> bytes:
    """The lines, folded where they are too long and ended as the standard wants."""
    return b"".join(_folded(line.encode()) for line in written)


def text(value: str) -> str:
    """The text with what would end or part it escaped."""
    return value.translate(_ESCAPED)


def local(day: dt.date, time: dt.time) -> str:
    """A property's parameters and value: a time in Shanghai."""
    return f";TZID={ZONE}:{day:%Y%m%d}T{time:%H%M%S}"


def midnight(day: dt.date) -> str:
    """The moment at which a day begins in Shanghai, in universal time."""
    return f"{dt.datetime.combine(day, dt.time(), dt.UTC) - OFFSET:%Y%m%dT%H%M%SZ}"


def _folded(line: bytes) -> bytes:
    parts, start = [], 0
    while len(line) - start > _LONGEST:
        end = start + _LONGEST
        # No character is parted, nor what is escaped from what escapes it.
        while line[end] & 0xC0 == 0x80:
            end -= 1
        if line[end - 1 : end] == b"\\":
            end -= 1
        parts.append(line[start:end])
        start = end
    return b"\r\n ".join((*parts, line[start:])) + b"\r\n"
