"""Workbooks as an office might keep them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

Rows = Sequence[Sequence[object]]


def book(path: Path, rows: Rows, name: str = "12月", merged: tuple[str, ...] = ()) -> Path:
    """A workbook with one sheet of these cells; what is merged keeps the value of its first cell."""
    options = {"default_date_format": "yyyy-mm-dd", "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as made:
        sheet = made.add_worksheet(name)
        for cells in merged:
            sheet.merge_range(cells, "")
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(number, column, value)
    return path
