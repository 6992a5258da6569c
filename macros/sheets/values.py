"""A cell as a day, hours, people or a place: what a clerk types, and what a spreadsheet makes of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from macros.errors import perhaps, similar
from macros.models.base import narrow
from macros.models.dates import Session
from macros.sheets.cells import Cell, Slip

# What stands in a cell that means nobody.
NOBODY = frozenset(
    {
        "",
        "-",
        "—",
        "——",
        "/",
        "\\",
        "无",
        "休",
        "休息",
        "停",
        "停一次",
        "取消",
        "暂缺",
        "放假",
        "没有",
        "x",
        "X",
    }
)
# How spreadsheets count days (ECMA-376 part 1, 18.17.4.1), from the first of March 1900 on.
_EPOCH = dt.date(1899, 12, 30)
_FIRST, _LAST = 36526, 73051
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?号?")
_DAY_ALONE = re.compile(r"(\d{1,2})[日号]?")
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)?([一二三四五六日天])")
_WEEKDAY_AFTER = re.compile(r"\s*[(（]?\s*(?:星期|周|礼拜)([一二三四五六日天])\s*[)）]?$")
_MONTH = re.compile(r"(\d{4})[-/.年]\s*(\d{1,2})(?:月|$|(?=\D))")
_HOURS = re.compile(r"\d{1,2}[:：]\d{2}\s*(?:-|–|—|~|～|至|到)\s*\d{1,2}[:：]\d{2}")
_BETWEEN = re.compile(r"[、,，;；/\n ]+")
_NAMED_DAYS = "一二三四五六日"


class NotUnderstoodError(Exception):
    """A cell doesn't say what it should; `slip` is the line for the clerk."""

    def __init__(self, slip: Slip) -> None:
        self.slip = slip
        super().__init__(str(slip))


def wrong(cell: Cell, message: str, right: str = "") -> NotUnderstoodError:
    """What to raise about a cell."""
    return NotUnderstoodError(Slip.at(cell, message, right))


def month_named(text: str) -> dt.date | None:
    """The first day of the month that a title names with its year, such as 2026年12月值班表."""
    if (found := _MONTH.search(narrow(text))) and 1 <= int(found[2]) <= 12 and 2000 <= int(found[1]) <= 2100:
        return dt.date(int(found[1]), int(found[2]), 1)
    return None


def day(cell: Cell, month: dt.date | None) -> dt.date:
    """The day a cell names; what it leaves out, the year or the month too, is that of the sheet's title."""
    value = cell.value
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and _FIRST <= value <= _LAST:
        return _EPOCH + dt.timedelta(days=int(value))
    text = _WEEKDAY_AFTER.sub("", cell.text)
    if found := _DAY.fullmatch(text.replace(" ", "")):
        year = int(found[1]) if found[1] else month.year if month else None
        return _date(cell, year, int(found[2]), int(found[3]))
    if month and (found := _DAY_ALONE.fullmatch(text)):
        return _date(cell, month.year, month.month, int(found[1]))
    raise wrong(cell, "看不懂是哪一天", "请写成 2026-12-05 的样子")


def _date(cell: Cell, year: int | None, month: int, day: int) -> dt.date:
    if year is None:
        raise wrong(cell, "没有写是哪一年", "请写成 2026-12-05 的样子，或者在表头写“2026年12月值班表”")
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise wrong(cell, "没有这一天") from None


def check_weekday(cell: Cell, date: dt.date) -> None:
    """Nothing; raises where the cell names another day of the week than the date has."""
    found = _WEEKDAY.fullmatch(cell.text) or _WEEKDAY_AFTER.search(cell.text)
    if found and _NAMED_DAYS.index(found[1].replace("天", "日")) != date.weekday():
        right = f"{date.month}月{date.day}日是星期{_NAMED_DAYS[date.weekday()]}，请看看是日期错了还是星期错了"
        raise wrong(cell, "星期对不上", right)


def clock(cell: Cell) -> dt.time:
    """The time of day in a cell; a spreadsheet keeps it as a part of a day."""
    value = cell.value
    if isinstance(value, dt.datetime):
        return value.time().replace(microsecond=0)
    if isinstance(value, dt.time):
        return value.replace(microsecond=0)
    if isinstance(value, dt.timedelta) and dt.timedelta() <= value < dt.timedelta(days=1):
        return _time(value / dt.timedelta(days=1))
    if isinstance(value, float) and 0 < value < 1:
        return _time(value)
    if found := re.fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", cell.text):
        if int(found[1]) < 24 and int(found[2]) < 60:
            return dt.time(int(found[1]), int(found[2]))
        raise wrong(cell, "没有这个时间", "从 00:00 到 23:59")
    raise wrong(cell, "看不懂是几点", "请写成 13:30 的样子")


def _time(share: float) -> dt.time:
    minutes = min(round(share * 24 * 60), 24 * 60 - 1)
    return dt.time(minutes // 60, minutes % 60)


def sessions(cell: Cell, text: str | None = None) -> tuple[Session, ...]:
    """The hours that a cell, or a text from it, names: 9:00-11:00, or several of them."""
    parts = [part for part in re.split(r"[、,，;；\n]+", cell.text if text is None else text) if part.strip()]
    try:
        return tuple(Session.parse(part) for part in parts)
    except PydanticCustomError as problem:
        told = problem.context or {}
        raise wrong(cell, str(told.get("message", "")), str(told.get("right", ""))) from None


def session(cell: Cell, end: Cell) -> Session:
    """The hours from one cell to another."""
    try:
        return Session.parse(f"{clock(cell):%H:%M}-{clock(end):%H:%M}")
    except PydanticCustomError as problem:
        told = problem.context or {}
        raise wrong(end, str(told.get("message", "")), str(told.get("right", ""))) from None


def hours_in(text: str) -> tuple[str, str]:
    """A text without the hours in it, and these: 张律师 9:00-11:00 is 张律师 and 9:00-11:00."""
    found = [hours[0] for hours in _HOURS.finditer(text)]
    rest = _HOURS.sub(" ", text).strip(" ()（）、,，\n")
    return rest, "、".join(found)


@dataclass(frozen=True)
class Words:
    """What entries may be called, and which are meant; several share a name that says too little."""

    called: str
    known: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, called: str, entries: Iterable[tuple[str, Iterable[str | None]]]) -> Words:
        """The words of entries, each with its id and what it is called besides."""
        known: dict[str, tuple[str, ...]] = {}
        for id, names in entries:
            for name in dict.fromkeys((id, *(_key(name) for name in names if name))):
                known[name] = (*known.get(name, ()), id)
        return cls(called, known)

    def name(self, id: str) -> str:
        """What an entry is called, its id where nothing else is known."""
        return next((word for word, ids in self.known.items() if ids == (id,) and word != id), id)

    def id(self, cell: Cell, word: str) -> str:
        """The id that a word in a cell means."""
        found = self.known.get(_key(word), ())
        if len(found) > 1:
            raise wrong(cell, f"叫“{word}”的{self.called}不止一个", f"请写编号：{'、'.join(found)}")
        if not found:
            near = perhaps(similar(_key(word), self.known))
            raise wrong(cell, f"没有“{word}”这个{self.called}", near)
        return found[0]

    def ids(self, cell: Cell, text: str) -> tuple[str, ...]:
        """The ids that the words of a cell mean, `张律师、李律师`; empty where it says nobody."""
        whole = text.strip()
        if _key(whole) in self.known:
            return (self.id(cell, whole),)
        return tuple(
            dict.fromkeys(self.id(cell, word) for word in _BETWEEN.split(whole) if word not in NOBODY)
        )


def _key(word: str) -> str:
    return re.sub(r"\s", "", narrow(word))
