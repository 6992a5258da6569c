"""A roster as offices keep it: a row a duty, or days down and places across."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from macros.models.dates import Session
from macros.models.rotations import BY_NAMES, IN_PERSON, By, Manner
from macros.sheets.cells import Cell, Sheet, Slip
from macros.sheets.headings import Table, table
from macros.sheets.values import (
    NOBODY,
    NotUnderstoodError,
    Words,
    check_weekday,
    day,
    hours_in,
    session,
    sessions,
    wrong,
)

_IGNORED = ("说明", "备注", "状态", "轮值编号", "示例", "电话", "序号", "片区")


@dataclass(frozen=True)
class Duty:
    """One duty that a table lists, and the cell to name when something is wrong with it."""

    date: dt.date
    session: Session
    place: str
    people: tuple[str, ...]
    manner: Manner
    cell: Cell = field(compare=False)


@dataclass(frozen=True)
class Listed:
    """What one sheet says: the duties of its days at its places; there are no others."""

    sheet: str
    first: dt.date
    last: dt.date
    places: frozenset[str]
    duties: tuple[Duty, ...]
    slips: tuple[Slip, ...]


def read(sheet: Sheet, places: Words, people: Words) -> Listed | None:
    """What a sheet says of duty; None when it is no roster at all."""
    found = table(sheet)
    if found is None:
        return None
    reader = _Reader(found, places, people)
    duties = tuple(reader.duties())
    return reader.listed(duties)


class _Reader:
    def __init__(self, found: Table, places: Words, people: Words) -> None:
        self._table, self._places, self._people = found, places, people
        self._slips: list[Slip] = []
        self._seen: dict[tuple[dt.date, str], list[Duty]] = {}
        self._days: set[dt.date] = set()
        self._across = {} if self._by_row else dict(self._columns())

    @property
    def _by_row(self) -> bool:
        return "people" in self._table.columns

    def listed(self, duties: tuple[Duty, ...]) -> Listed | None:
        """All of it together; None where the sheet names no day."""
        days, month = self._days, self._table.month
        if not days and not self._slips:
            return None
        first, last = (min(days), max(days)) if days else (dt.date.max, dt.date.max)
        if month and days:
            first, last = month, (month + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        covered = {duty.place for duty in duties} | {place for place, _ in self._across.values()}
        return Listed(
            self._table.sheet.name, first, last, frozenset(covered), duties, tuple(sorted(self._slips))
        )

    def duties(self) -> Iterator[Duty]:
        """The duties of all rows that can be understood."""
        for row in self._table.rows:
            if not self._says_something(row):
                continue
            try:
                date = self._date(row)
            except NotUnderstoodError as problem:
                self._slips.append(problem.slip)
                continue
            self._days.add(date)
            yield from self._in_row(row, date) if self._by_row else self._in_columns(row, date)

    def _says_something(self, row: Sequence[Cell]) -> bool:
        filled = [cell.text for cell in row if cell.text]
        # A remark across the whole width stands in every cell that it covers.
        return len(set(filled)) > 1 and any(row[number].text for number in self._telling())

    def _telling(self) -> list[int]:
        if self._by_row:
            return [
                self._table.columns[key] for key in ("people", "place", "hours") if key in self._table.columns
            ]
        return list(self._across)

    def _date(self, row: Sequence[Cell]) -> dt.date:
        cell = self._table.cell(row, "date")
        assert cell is not None
        if not cell.text:
            raise wrong(cell, "没有写日期")
        found, month = day(cell, self._table.month), self._table.month
        if month and (found.year, found.month) != (month.year, month.month):
            raise wrong(cell, f"不是 {month.year}年{month.month}月里的日子")
        check_weekday(cell, found)
        if (weekday := self._table.cell(row, "weekday")) and weekday.text:
            check_weekday(weekday, found)
        return found

    def _in_row(self, row: Sequence[Cell], date: dt.date) -> Iterator[Duty]:
        who = self._table.cell(row, "people")
        where = self._table.cell(row, "place_id") or self._table.cell(row, "place")
        assert who is not None
        if where is None or not where.text:
            self._slips.append(Slip.at(where or who, "没有写在哪里"))
            return
        yield from self._told(date, where, who, self._row_hours(row), row)

    def _row_hours(self, row: Sequence[Cell]) -> tuple[Cell, ...]:
        found = [self._table.cell(row, key) for key in ("hours", "start", "end")]
        hours, start, end = found
        if start and end and start.text:
            return (start, end)
        return (hours,) if hours and hours.text else ()

    def _manner(self, row: Sequence[Cell]) -> Manner:
        # A sentence keeps its signs, which the text of a cell has half-width.
        what, by, way = (self._table.cell(row, key) for key in ("for", "by", "way"))
        ways: dict[str, By] = {called: key for key, called in BY_NAMES.items()}
        if by and by.text and by.text not in ways:
            raise wrong(by, "没有这种方式", f"只能写 {'、'.join(ways)}")
        held = ways[by.text] if by and by.text else "place"
        return Manner(_written(what), held, _written(way))

    def _told(
        self, date: dt.date, where: Cell, who: Cell, hours: tuple[Cell, ...], row: Sequence[Cell]
    ) -> Iterator[Duty]:
        try:
            place, manner = self._places.id(where, where.text), self._manner(row)
            yield from self._duties(date, place, who, hours, "", manner)
        except NotUnderstoodError as problem:
            self._slips.append(problem.slip)

    def _in_columns(self, row: Sequence[Cell], date: dt.date) -> Iterator[Duty]:
        for number, (place, hours) in self._across.items():
            try:
                yield from self._duties(date, place, row[number], self._row_hours(row), hours, IN_PERSON)
            except NotUnderstoodError as problem:
                self._slips.append(problem.slip)

    def _duties(
        self, date: dt.date, place: str, who: Cell, hours: tuple[Cell, ...], usual: str, manner: Manner
    ) -> Iterator[Duty]:
        names, own = hours_in(who.text)
        if names in NOBODY:
            return
        people = self._people.ids(who, names)
        for held in self._sessions(who, own, usual, hours):
            duty = Duty(date, held, place, people, manner, who)
            before = self._seen.setdefault((date, place), [])
            if any(held.overlaps(one.session) and one.manner == manner for one in before):
                raise wrong(who, "这个地方这个时间，表里已经有一班")
            before.append(duty)
            yield duty

    def _sessions(self, who: Cell, own: str, usual: str, hours: tuple[Cell, ...]) -> tuple[Session, ...]:
        if own or usual:
            return sessions(who, own or usual)
        if len(hours) == 2:
            return (session(*hours),)
        if not hours or not (found := sessions(hours[0])):
            raise wrong(who, "没有写几点到几点", "例如 13:30-16:00")
        return found

    def _columns(self) -> Iterator[tuple[int, tuple[str, str]]]:
        """The columns of places: each with its place, and the hours that its heading names."""
        known = set(self._table.columns.values())
        for number, cell in enumerate(self._table.header):
            if number in known or not cell.text or cell.text in _IGNORED:
                continue
            name, hours = hours_in(cell.text)
            try:
                yield number, (self._places.id(cell, name), hours)
            except NotUnderstoodError as problem:
                self._slips.append(problem.slip)


def _written(cell: Cell | None) -> str:
    """What stands in the cell, as it was typed."""
    return "" if cell is None or cell.value is None else str(cell.value).strip()
