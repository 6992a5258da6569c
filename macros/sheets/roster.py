"""A roster as offices keep it: a row a duty, or days down and places across."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from macros.models.dates import Session
from macros.models.rotations import BY_NAMES, IN_PERSON, By, Manner
from macros.sheets.cells import Cell, Sheet, Slip
from macros.sheets.values import (
    NOBODY,
    NotUnderstoodError,
    Words,
    check_weekday,
    day,
    hours_in,
    month_named,
    session,
    sessions,
    wrong,
)

# What stands above the table: a title, a line about it.
_ABOVE = 10
COLUMNS: dict[str, tuple[str, ...]] = {
    "date": ("日期", "值班日期", "日子"),
    "weekday": ("星期", "周几", "礼拜"),
    "hours": ("时间", "值班时间", "时段", "时间段"),
    "start": ("开始", "开始时间", "起"),
    "end": ("结束", "结束时间", "止"),
    "place_id": ("场所编号",),
    "place": ("地点", "值班地点", "场所", "服务场所", "地方", "村居"),
    "people": ("谁值班", "值班", "值班人", "值班人员", "人员", "姓名", "律师", "值班律师", "法律顾问"),
    "for": ("办什么", "事项", "窗口"),
    "by": ("方式",),
    "way": ("怎么连上",),
}
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


@dataclass(frozen=True)
class Table:
    """The part of a sheet below its header; `columns` are numbers of cells in a row, from 0."""

    sheet: Sheet
    header: tuple[Cell, ...]
    columns: dict[str, int]
    rows: tuple[tuple[Cell, ...], ...]
    month: dt.date | None

    def cell(self, row: Sequence[Cell], column: str) -> Cell | None:
        """The cell of a row below a heading; None where the table has no such column."""
        number = self.columns.get(column)
        return None if number is None else row[number]


def read(sheet: Sheet, places: Words, people: Words) -> Listed | None:
    """What a sheet says of duty; None when it is no roster at all."""
    table = _table(sheet)
    if table is None:
        return None
    reader = _Reader(table, places, people)
    duties = tuple(reader.duties())
    return reader.listed(duties)


def _table(sheet: Sheet) -> Table | None:
    for number, row in enumerate(sheet.rows[:_ABOVE]):
        columns = {
            key: place
            for key, names in COLUMNS.items()
            for place, cell in reversed(list(enumerate(row)))
            if re.sub(r"\s", "", cell.text) in names
        }
        if "date" in columns:
            above = [sheet.name, *(cell.text for line in sheet.rows[:number] for cell in line)]
            month = next(filter(None, map(month_named, above)), None)
            return Table(sheet, row, columns, sheet.rows[number + 1 :], month)
    return None


class _Reader:
    def __init__(self, table: Table, places: Words, people: Words) -> None:
        self._table, self._places, self._people = table, places, people
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
