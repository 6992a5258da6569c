"""Where a roster's table begins in a sheet, and which of its columns says what."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.sheets.cells import Cell, Sheet
from macros.sheets.values import month_named

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


def table(sheet: Sheet) -> Table | None:
    """The table below the row that has a date in its headings; None where there is no such row."""
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
