"""People and events as a table: a row an entry, a column a key, headed by what the key is called."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.edit.entries import Entry, Value
from macros.models.base import Model, label_of
from macros.models.events import Event
from macros.models.people import ROLE_NAMES, Person
from macros.sheets.cells import Cell, Sheet
from macros.sheets.values import NotUnderstoodError, Words, clock, day
from macros.sheets.workbook import Column, Page

_ABOVE = 10
_DATES = ("date", "until")
_LISTS = ("specialities", "villages", "organisers", "partners", "bring")
_YES = "是"
_WIDTHS = {"summary": 40, "title": 26, "organisation": 22, "specialities": 24, "venue": 22, "bring": 22}


@dataclass(frozen=True)
class Kind:
    """A list that is kept as a table: its file, its key there, its model, and the keys that fit a cell."""

    subject: str
    key: str
    model: type[Model]
    keys: tuple[str, ...]

    def heading(self, key: str) -> str:
        """What stands above the column of a key."""
        return label_of(self.model, key)[0]


PEOPLE = Kind(
    "people",
    "people",
    Person,
    ("id", "name", "role", "organisation", "specialities", "phone", "until", "sample"),
)
EVENTS = Kind(
    "events",
    "events",
    Event,
    (
        "id", "title", "date", "until", "hours", "category", "series", "place", "venue", "villages",
        "organisers", "partners", "audience", "bring", "summary", "cancelled", "postponed", "sample",
    ),
)  # fmt: skip
KINDS = {kind.subject: kind for kind in (PEOPLE, EVENTS)}


@dataclass(frozen=True)
class Row:
    """One row: the entry as its cells say, and the cell of each key; an empty cell says nothing."""

    entry: dict[str, Value]
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Called:
    """What entries that a cell refers to are called: places and series by name, roles in Chinese."""

    places: Words
    series: Words

    def shown(self, key: str, value: object) -> str | dt.date:
        """A value of a file as a cell shows it."""
        if isinstance(value, list):
            return "、".join(map(str, value))
        text = str(value).strip()
        if key == "role":
            return next((name for role, name in ROLE_NAMES.items() if role == text), text)
        if key == "sample":
            return _YES if text in ("true", "yes", _YES) else ""
        if key in _DATES and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return dt.date.fromisoformat(text)
        return self._name(key, text)

    def _name(self, key: str, text: str) -> str:
        words = {"place": self.places, "series": self.series}.get(key)
        return words.name(text) if words else text

    def read(self, key: str, cell: Cell) -> Value:
        """What a cell means, as it stands in the file; raises NotUnderstoodError."""
        text = cell.text
        if key == "role":
            return next((role for role, name in ROLE_NAMES.items() if name == text), text)
        if key == "sample":
            return "true" if text == _YES else ""
        if key == "date" and re.fullmatch(r"\d{4}(-\d\d)?", text):
            return text
        if key in _DATES:
            return str(day(cell, None))
        if key == "hours" and not isinstance(cell.value, str):
            return f"{clock(cell):%H:%M}"
        if key in _LISTS:
            return [part.strip() for part in re.split(r"[、，,;；\n]", cell.typed) if part.strip()]
        words = {"place": self.places, "series": self.series}.get(key)
        return words.id(cell, text) if words else cell.typed


def page(kind: Kind, title: str, name: str, entries: Sequence[Mapping[str, object]], called: Called) -> Page:
    """The sheet of all entries, as their file has them."""
    columns = tuple(Column(kind.heading(key), _WIDTHS.get(key, 14)) for key in kind.keys)
    rows = (
        tuple(called.shown(key, entry[key]) if key in entry else "" for key in kind.keys) for entry in entries
    )
    remark = (
        "改好以后用 fahu import 读回去。新的一行，编号空着，会自己编；表里没有的那几项不变；删掉一行不算删。"
    )
    return Page(name, title, remark, columns, tuple(rows))


def find(sheet: Sheet) -> tuple[Kind, dict[str, int], tuple[tuple[Cell, ...], ...]] | None:
    """Which list a sheet is of, its columns by key, the rows below its headings; None where it is neither."""
    for number, row in enumerate(sheet.rows[:_ABOVE]):
        texts = [re.sub(r"\s", "", cell.text) for cell in row]
        for kind in KINDS.values():
            columns = {key: texts.index(kind.heading(key)) for key in kind.keys if kind.heading(key) in texts}
            if {"name", "role"} <= columns.keys() or {"title", "date"} <= columns.keys():
                return kind, columns, sheet.rows[number + 1 :]
    return None


def rows(
    columns: Mapping[str, int], cells: Sequence[Sequence[Cell]], called: Called
) -> Iterator[Row | NotUnderstoodError]:
    """The rows with something in them, or what is wrong with one of their cells."""
    for row in cells:
        held = {key: row[number] for key, number in columns.items()}
        filled = {key: cell for key, cell in held.items() if cell.text}
        if len({cell.text for cell in filled.values()}) < 2:
            continue
        entry: dict[str, Value] = {}
        for key, cell in filled.items():
            try:
                if value := called.read(key, cell):
                    entry[key] = value
            except NotUnderstoodError as problem:
                yield problem
        yield Row(entry, held)


def changes(row: Row, old: Mapping[str, object], called: Called) -> Entry:
    """The keys of an entry whose cells say something else now; a key emptied is an empty text."""
    found: dict[str, Value] = {}
    for key in row.cells:
        shown = called.shown(key, old[key]) if key in old else ""
        now = row.entry.get(key, "")
        if called.shown(key, now) != shown and now != old.get(key, ""):
            found[key] = now
    return found
