"""What the poster of a place says of its duty: as much as fits on a sheet, and until when that holds."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.domain.days import ONE_DAY, next_month
from macros.domain.roster import Roster
from macros.domain.shift_view import DutyDay, Row

Size = Literal["large", "normal", "middle", "small"]
# How many lines of each size a sheet has room for, and how many characters for whoever is there.
ROOM: dict[Size, tuple[int, int]] = {"large": (2, 6), "normal": (6, 9), "middle": (9, 12), "small": (12, 13)}
# Nobody hangs up a sheet for less than that.
_SOON = dt.timedelta(weeks=3)
_LONGEST, _PEOPLE = 36, 3
# Of a line of who they are.
_PERSON = 29
_NARROW = 0.56
# So many faces stand beside each other, where so many lines are left.
_FACES = 2
_FACE_LINES: dict[Size, int] = {"large": 1, "normal": 2}
ASK = "其他时间请打电话问"
PLANNED = "（按计划）"


@dataclass(frozen=True)
class Line:
    """A duty as a line of the table; `off` where nobody is there."""

    date: dt.date
    time: str
    who: str
    off: bool


@dataclass(frozen=True)
class Face:
    """Somebody's picture, agreed to for as long as the sheet hangs."""

    name: str
    file: str


@dataclass(frozen=True)
class Table:
    """The next duties of a place in a size in which they fit, and the last day of which all are in it.

    `more` says that later ones of these months are left out.
    """

    lines: tuple[Line, ...]
    size: Size
    until: dt.date
    people: tuple[str, ...]
    more: bool
    planned: bool
    sample: bool
    faces: tuple[Face, ...] = ()

    @property
    def over(self) -> dt.date:
        """The first day on which the sheet is out of date."""
        return self.until + ONE_DAY


def quarter_end(today: dt.date) -> dt.date:
    """The last day of the quarter of the year; of the next one where this is nearly over."""
    month = (today + _SOON).replace(day=1)
    while month.month % 3:
        month = next_month(month)
    return next_month(month) - ONE_DAY


def table(roster: Roster, taken: int = 0) -> Table:
    """The duties from the roster's day on to the end of the quarter; `taken` lines are needed above them."""
    end = min(quarter_end(roster.today), roster.last)
    found = [day for day in roster.days() if day.date <= end]
    rows = [row for day in found for row in day.rows]
    taken += any(not row.announced for row in rows)
    for size, (lines, _) in ROOM.items():
        free = lines - taken - sum(_high(row, size) for row in rows)
        if free >= 0:
            return _table(rows, size, end, more=False, faces=free >= _FACE_LINES.get(size, free + 1))
    # That there are more takes a line too.
    fitting = list(_fitting(found, ROOM["small"][0] - taken - 1))
    return _table(fitting, "small", fitting[-1].date, more=True)


def _fitting(days: Iterable[DutyDay], left: int) -> Iterator[Row]:
    """What fits in the smallest size: whole days, so that nobody takes a day for a free one."""
    for number, day in enumerate(days):
        high = sum(_high(row, "small") for row in day.rows)
        if high > left and number:
            return
        yield from day.rows[:left]
        left -= high


def _table(rows: Sequence[Row], size: Size, until: dt.date, *, more: bool, faces: bool = False) -> Table:
    return Table(
        tuple(Line(row.date, str(row.session), who(row), row.state != "on") for row in rows),
        size,
        until,
        _people(rows),
        more,
        any(not row.announced for row in rows),
        any(row.sample for row in rows),
        _faces(rows, until) if faces else (),
    )


def _faces(rows: Iterable[Row], until: dt.date) -> tuple[Face, ...]:
    people = dict.fromkeys(person for row in rows for person in row.people)
    shown = ((person.name, person.public_portrait(until)) for person in people)
    return tuple(Face(name, file) for name, file in shown if file)[:_FACES]


def _people(rows: Iterable[Row]) -> tuple[str, ...]:
    """Those who come, by what they are and where they work, in a line each."""
    groups: dict[str, dict[str, None]] = {}
    for person in dict.fromkeys(person for row in rows for person in row.people):
        what = "，".join(filter(None, (person.role_name, person.organisation)))
        groups.setdefault(what, {})[person.name] = None
    lines = (f"{'、'.join(names)}：{what}" for what, names in groups.items())
    return tuple(cut(line, _PERSON) for line in lines)[:_PEOPLE]


def _high(row: Row, size: Size) -> int:
    return math.ceil(width(who(row)) / ROOM[size][1])


def who(row: Row) -> str:
    """Who is there, or what is said instead."""
    names = "、".join(person.name for person in row.people)
    said = f"{row.said or names}{'' if row.announced else PLANNED}"
    return cut(said, _LONGEST)


def cut(text: str, longest: int) -> str:
    """The text, or its beginning where it is wider than so many Chinese characters."""
    if width(text) <= longest:
        return text
    while width(text) > longest - 1:
        text = text[:-1]
    return f"{text}…"


def width(text: str) -> float:
    """How many Chinese characters are as wide as the text."""
    return sum(_NARROW if letter.isascii() else 1 for letter in text)


def hours(whens: Sequence[str], wide: int, lines: int) -> tuple[tuple[str, ...], int]:
    """Those hours that fit into some lines, never a part of one, and how many lines they take."""
    shown: list[str] = []
    left = lines
    for when in whens:
        left -= math.ceil(width(when) / wide)
        if left < 0:
            return (*shown, ASK), lines
        shown.append(when)
    return tuple(shown), lines - left
