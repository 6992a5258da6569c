"""Tables as a workbook to print and to change: a sheet each, A4, its heading on every page."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

# No moment of its own, so that a workbook of the same data has the same bytes.
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_DATE = 'm"月"d"日"'
_INK, _HEAD, _LINE = "#1a2433", "#e3e9f1", "#b9c2ce"


@dataclass(frozen=True)
class Column:
    """A heading, and how many characters its cells have."""

    heading: str
    width: int


@dataclass(frozen=True)
class Page:
    """One sheet: its name, a title and a remark above its table; a date cell is written as a date."""

    name: str
    title: str
    remark: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[str | dt.date], ...]


def workbook(pages: Iterable[Page]) -> bytes:
    """The bytes of an .xlsx file."""
    # It takes a while to import, and nothing else needs it.
    import xlsxwriter

    content = io.BytesIO()
    # What looks like a formula or an address stays the text it is.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _MADE})
        plain = {"font_name": "宋体", "font_size": 11, "font_color": _INK, "valign": "vcenter"}
        cell = {**plain, "border": 1, "border_color": _LINE, "text_wrap": True}
        formats = {
            "title": book.add_format({**plain, "bold": True, "font_size": 16}),
            "remark": book.add_format({**plain, "text_wrap": True}),
            "head": book.add_format({**cell, "bold": True, "bg_color": _HEAD}),
            "text": book.add_format({**cell, "num_format": "@"}),
            "date": book.add_format({**cell, "num_format": _DATE, "align": "left"}),
        }
        for page in pages:
            _write(book.add_worksheet(page.name), page, formats)
    return content.getvalue()


def _write(sheet: Any, page: Page, formats: dict[str, Any]) -> None:
    last = len(page.columns) - 1
    sheet.merge_range(0, 0, 0, last, page.title, formats["title"])
    sheet.merge_range(1, 0, 1, last, page.remark, formats["remark"])
    sheet.set_row(0, 28)
    sheet.set_row(1, 34)
    for number, column in enumerate(page.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(2, number, column.heading, formats["head"])
    for row, cells in enumerate(page.rows, 3):
        for number, value in enumerate(cells):
            if isinstance(value, dt.date):
                moment = dt.datetime.combine(value, dt.time())
                sheet.write_datetime(row, number, moment, formats["date"])
            else:
                sheet.write_string(row, number, value, formats["text"])
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")
