"""Lines by which somebody owns up to having written down a past duty wrongly, and the days they name.

`更正 2026-12-02：陈律师值的班` excuses that day and no other. Several days and spans may be
named, with or without the year; a line that names none excuses nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from macros.domain.days import ONE_DAY
from macros.models.base import narrow

EXAMPLE = "更正 2026-12-02：陈律师值的班"
# A merge on GitHub makes a list of the messages.
_LINE = re.compile(r"^\s*(?:[*+-]\s+)?(更正(.*))$", re.MULTILINE)
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(?:(\d{1,2})[-/.月])?(\d{1,2})(?!\d)([日号]?)")
_WEEKDAY = re.compile(r"\s*[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?")
_AND = re.compile(r"\s*[、,，;；和及与]\s*|\s+")
_TO = re.compile(r"\s*(?:至|到|~|～|〜|–|-+|—+)\s*")
# What may follow a number that stands for a day without saying so.
_OPEN = re.compile(r"\s*(?:$|[:：、,，;；和及与至到~～〜–—-])")
_LEAP = 8
_OVER_NEW_YEAR = dt.timedelta(days=62)
_REASON = "写原因"


class _Written(NamedTuple):
    year: int | None
    month: int
    day: int


@dataclass(frozen=True)
class Correction:
    """A line, the spans of days that it names, and the reason it gives."""

    line: str
    spans: tuple[tuple[dt.date, dt.date], ...]
    reason: str

    @property
    def understood(self) -> bool:
        """Whether it says both what it is about and why."""
        return bool(self.spans and self.reason)

    def excuses(self, day: dt.date) -> bool:
        """Whether it names the day."""
        return self.understood and any(first <= day <= last for first, last in self.spans)


def corrections(text: str, today: dt.date) -> tuple[Correction, ...]:
    """Every line of a text that begins as a correction; a day without a year is the last such one."""
    return tuple(_read(found[1].strip(), found[2], today) for found in _LINE.finditer(text))


def suggested(days: Iterable[dt.date]) -> str:
    """The line that would excuse these days, its reason left to be written."""
    spans: list[tuple[dt.date, dt.date]] = []
    for day in sorted(set(days)):
        if spans and day - spans[-1][1] == ONE_DAY:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    told = "、".join(f"{first}" if first == last else f"{first}至{last}" for first, last in spans)
    return f"更正 {told}：（{_REASON}）"


def _read(line: str, rest: str, today: dt.date) -> Correction:
    text = narrow(rest).lstrip(" :：")
    written, end = _written(text)
    spans = [_resolved(pair, today) for pair in written]
    if None in spans:
        return Correction(line, (), "")
    reason = text[end:].strip(" :：,，。()（）")
    return Correction(line, tuple(span for span in spans if span), "" if reason == _REASON else reason)


def _written(text: str) -> tuple[list[tuple[_Written, ...]], int]:
    """The days and spans that a text begins with, and where they end."""
    found: list[tuple[_Written, ...]] = []
    before: _Written | None = None
    at = end = 0
    spaced = joined = False
    while taken := _taken(text, at, before, spaced=spaced):
        before, end = taken
        found = [*found[:-1], (*found[-1], before)] if joined else [*found, (before,)]
        to = None if joined else _TO.match(text, end)
        link = to or _AND.match(text, end)
        if not link:
            break
        joined, spaced, at = to is not None, not link[0].strip(), link.end()
    return found, end


def _taken(text: str, at: int, before: _Written | None, *, spaced: bool) -> tuple[_Written, int] | None:
    found = _DAY.match(text, at)
    if not found or (found[2] is None and (before is None or spaced)):
        return None
    year, month, end = found[1], found[2], found.end()
    if not found[4] and not (month and re.match(r"\s", text[end:])) and not _OPEN.match(text, end):
        return None
    if weekday := _WEEKDAY.match(text, end):
        end = weekday.end()
    inherited = before and before.year
    number = int(month) if month else before.month if before else 0
    return _Written(int(year) if year else inherited, number, int(found[3])), end


def _resolved(pair: tuple[_Written, ...], today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that are meant; None where there is no such day."""
    last = _dated(pair[-1], today)
    if last is None:
        return None
    first = _dated(pair[0], last)
    if first and first > last and pair[-1].year == pair[0].year:
        # 2026-12-30至1月2日: the second one inherited the year.
        last = _dated(pair[-1]._replace(year=last.year + 1), today) or last
    if first is None or first > last:
        return None
    # Over New Year without both years written: a slip such as 12月5日至12月2日 is no span of a year.
    guessed = (pair[0].year, pair[-1].year) != (first.year, last.year) and first.year != last.year
    return None if guessed and last - first > _OVER_NEW_YEAR else (first, last)


def _dated(written: _Written, latest: dt.date) -> dt.date | None:
    years = [written.year] if written.year else range(latest.year, latest.year - _LEAP - 1, -1)
    for year in years:
        try:
            day = dt.date(year, written.month, written.day)
        except ValueError:
            continue
        if written.year or day <= latest:
            return day
    return None
