"""The cells of a workbook (.xlsx, .xls, .ods, .csv), and what is wrong at one of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.errors import one_line
from macros.models.base import narrow

# Larger than any roster; a sheet with a stray cell in its last row would keep the machine busy.
MOST_ROWS, MOST_COLUMNS = 5000, 300
Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


class SheetError(Exception):
    """The file can't be read as a table at all; the text says why, in Chinese."""


@dataclass(frozen=True)
class Cell:
    """A value and where it stands, rows and columns counted from 1."""

    sheet: str
    row: int
    column: int
    value: Value

    @property
    def typed(self) -> str:
        """What a clerk sees in the cell, without blanks at its ends."""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        if isinstance(self.value, bool):
            return "是" if self.value else "否"
        return str(self.value).strip()

    @property
    def text(self) -> str:
        """The same with full-width digits, letters and signs made half-width, to be understood."""
        return narrow(self.typed)


@dataclass(frozen=True, order=True)
class Slip:
    """One line for the clerk: a sheet, a row, a column, and a Chinese sentence."""

    sheet: str
    row: int
    column: int
    message: str

    @classmethod
    def at(cls, cell: Cell, message: str, right: str = "") -> Slip:
        """What is wrong with a cell, with what was written there."""
        told = f"{message}（写的是 {cell.text}）" if cell.text else message
        return cls(cell.sheet, cell.row, cell.column, f"{told}，{right}" if right else told)

    def __str__(self) -> str:
        sheet = f"“{self.sheet}” " if self.sheet else ""
        return one_line(f"{sheet}第 {self.row} 行 {letters(self.column)} 列：{self.message}")


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet, row by row; a merged cell's value stands in all that it covers."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def letters(column: int) -> str:
    """A column as spreadsheets call it: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def sheets(path: Path) -> tuple[Sheet, ...]:
    """The visible sheets of a file with something in them; raises SheetError where it is no table."""
    try:
        data = path.read_bytes()
    except OSError:
        raise SheetError(f"{path} 打不开，请检查有没有这个文件") from None
    read = _csv if path.suffix.lower() == ".csv" else _workbook
    found = tuple(sheet for sheet in read(data) if any(cell.text for row in sheet.rows for cell in row))
    if not found:
        raise SheetError(f"{path.name} 里什么也没有")
    return found


def _workbook(data: bytes) -> Iterator[Sheet]:
    # It is large, and only spreadsheets need it.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for about in book.sheets_metadata:
            if about.visible != SheetVisibleEnum.Visible:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
                raise SheetError(
                    f"“{about.name}”太大，超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列；"
                    "多半是表格外面远处还有字，请删掉"
                )
            yield _sheet(about.name, sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or ())
    except PasswordError:
        raise SheetError("这个文件有密码，请先去掉密码，另存一份") from None
    except (CalamineError, ValueError, OSError):
        raise SheetError("读不出来，不像是电子表格；请用 WPS 或 Excel 打开，另存为 .xlsx") from None


def _csv(data: bytes) -> Iterator[Sheet]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield _sheet("", list(csv.reader(io.StringIO(text))), ())
        return
    raise SheetError("读不出来，请用 WPS 或 Excel 打开，另存为 .xlsx")


def _sheet(name: str, values: Any, merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> Sheet:
    rows = [list(row) for row in values]
    for (top, left), (bottom, right) in merged:
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [rows[top][left]] * len(row[left : right + 1])
    return Sheet(
        name,
        tuple(
            tuple(Cell(name, row, column, value) for column, value in enumerate(values, 1))
            for row, values in enumerate(rows, 1)
        ),
    )
