"""People or events from a table: what changes in their file, or what is wrong at which cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin

from macros.edit.changed import changed
from macros.edit.draft import Draft, RefusedError
from macros.edit.entries import Entry
from macros.edit.inserted import CannotEditError, added
from macros.load import Loaded
from macros.load.tree import plain
from macros.sheets.cells import Cell, Sheet, Slip
from macros.sheets.entries import Called, Kind, Row, changes, find, rows
from macros.sheets.values import NotUnderstoodError, Words

_NUMBER = re.compile(r"第 (\d+) 条")


@dataclass(frozen=True)
class _Plan:
    """What is to be done to a list: keys of entries that are there, and entries that are new."""

    kind: Kind
    old: Sequence[Mapping[str, Any]]
    edits: dict[int, Entry]
    new: tuple[Entry, ...]
    # The row of each entry, by its number in the list as it will be.
    of: dict[int, Row]

    def text(self, before: str) -> str:
        """The file's text with all of it."""
        after = before
        for number, values in self.edits.items():
            after = changed(after, self.kind.key, number, values)
        for entry in self.new:
            after = added(after, self.kind.key, entry, short=False)
        return after

    def slip(self, where: str, message: str) -> Slip:
        """What is wrong, at the cell that it is about."""
        numbers = [int(number) - 1 for number in _NUMBER.findall(where)]
        row = self.of.get(numbers[0]) if numbers else None
        if row is None:
            return Slip("", 1, 1, f"{where}：{message}")
        keys = [key for key in self.kind.keys if key in re.split("[ ›]+", where)]
        cell = row.cells.get(keys[-1] if keys else self.kind.keys[1]) or next(iter(row.cells.values()))
        return Slip(cell.sheet, cell.row, cell.column, message)


def entries_draft(
    sheets: Sequence[Sheet], files: Loaded, folder: Path, today: dt.date
) -> Draft | list[Slip] | None:
    """The folder with what a table says, or what is wrong with it; None where no sheet is such a table."""
    found = [each for sheet in sheets if (each := find(sheet))]
    if not found:
        return None
    kind, columns, cells = found[0]
    if (folder / kind.subject).is_dir():
        raise CannotEditError(f"{kind.subject} 分成了几个文件，请直接改")
    town = files.town
    places = Words.of("地方", ((place.id, (place.name, *place.villages)) for place in town.places))
    series = Words.of("系列", ((one.id, (one.name,)) for one in town.events.series))
    called = Called(places, series)
    read = list(rows(columns, cells, called))
    if slips := [each.slip for each in read if isinstance(each, NotUnderstoodError)]:
        return slips
    old = plain(files.trees[kind.subject]).get(kind.key) or []
    listed = [each for each in read if isinstance(each, Row)]
    if slips := list(_same_ids(listed)):
        return slips
    plan = _plan(kind, old, listed, called)
    try:
        return Draft.of(folder, kind.subject, plan.text, today)
    except RefusedError as error:
        return [plan.slip(problem.where, problem.message) for problem in error.problems]


def _plan(kind: Kind, old: Sequence[Mapping[str, Any]], listed: Sequence[Row], called: Called) -> _Plan:
    ids = [str(entry.get("id")) for entry in old]
    edits: dict[int, Entry] = {}
    new: list[Entry] = []
    of: dict[int, Row] = {}
    for row in listed:
        id = str(row.entry.get("id", ""))
        if id in ids:
            number = ids.index(id)
            of[number] = row
            if differing := changes(row, old[number], called):
                edits[number] = differing
            continue
        entry = {"id": id or _new_id(row, {*ids, *(str(one["id"]) for one in new)})} | row.entry
        of[len(old) + len(new)] = row
        new.append(entry)
    return _Plan(kind, old, edits, tuple(new), of)


def _same_ids(listed: Sequence[Row]) -> Any:
    seen: dict[str, Cell] = {}
    for row in listed:
        id, cell = str(row.entry.get("id", "")), row.cells.get("id")
        if id and cell:
            if id in seen:
                yield Slip.at(cell, f"这个编号和第 {seen[id].row} 行一样")
            seen.setdefault(id, cell)


def _new_id(row: Row, known: set[str]) -> str:
    words = str(row.entry.get("name") or row.entry.get("date") or "x")
    sound = "".join(lazy_pinyin(words)).lower()
    plain_id = re.sub("-+", "-", re.sub("[^a-z0-9]", "-", sound)).strip("-") or "x"
    names = (plain_id, *(f"{plain_id}-{number}" for number in range(2, 1000)))
    return next(name for name in names if name not in known)
