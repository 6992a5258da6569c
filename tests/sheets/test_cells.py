"""Cells are read as a clerk sees them, and a file that is no table says so in one line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from macros.sheets.cells import Cell, SheetError, Slip, letters, sheets
from tests.sheets.books import Rows, book


def test_a_cell_says_where_it_stands_though_the_table_begins_further_down(tmp_path: Path) -> None:
    found = sheets(book(tmp_path / "a.xlsx", [[], ["", "日期"]]))[0]
    assert found.name == "12月"
    cell = found.rows[1][1]
    assert (cell.row, cell.column, cell.text) == (2, 2, "日期")
    assert str(Slip.at(cell, "看不懂", "请改")) == "“12月” 第 2 行 B 列：看不懂（写的是 日期），请改"


def test_a_merged_value_stands_in_all_that_it_covers(tmp_path: Path) -> None:
    rows: Rows = [["日期", "谁"], [dt.date(2026, 12, 2), "张律师"], ["", "李律师"]]
    found = sheets(book(tmp_path / "a.xlsx", rows, merged=("A2:A3",)))[0]
    assert [row[0].value for row in found.rows[1:]] == [dt.date(2026, 12, 2)] * 2


def test_numbers_have_no_point_and_wide_digits_and_blanks_count_as_what_they_are() -> None:
    found = [Cell("", 1, 1, value).text for value in (12.0, 1.5, True, "　１２：３０ ")]
    assert found == ["12", "1.5", "是", "12:30"]


def test_a_hidden_sheet_is_left_out_and_a_hidden_row_is_not(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as made:
        shown, hidden = made.add_worksheet("看"), made.add_worksheet("草稿")
        shown.write_column(0, 0, ["一", "二"])
        shown.set_row(1, None, None, {"hidden": True})
        hidden.write(0, 0, "三")
        hidden.hide()
    found = sheets(tmp_path / "a.xlsx")
    assert [[cell.text for cell in row] for sheet in found for row in sheet.rows] == [["一"], ["二"]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_csv_of_either_windows_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("日期,谁\n12月2日,张律师\n".encode(encoding))
    assert [cell.text for cell in sheets(tmp_path / "a.csv")[0].rows[1]] == ["12月2日", "张律师"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "读不出来"),
        ("a.xlsx", b"PK\x03\x04nothing", "读不出来"),
        ("a.doc", "值班".encode(), "读不出来"),
        ("a.csv", b"", "什么也没有"),
        ("a.csv", b" , \n", "什么也没有"),
        ("a.csv", b"\xff\xff\xff", "读不出来"),
    ],
)
def test_what_is_no_table_says_so(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SheetError, match=said):
        sheets(tmp_path / name)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="打不开"):
        sheets(tmp_path / "a.xlsx")


def test_a_stray_cell_far_away_says_so_instead_of_taking_minutes(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as made:
        sheet = made.add_worksheet("12月")
        sheet.write(0, 0, "日期")
        sheet.write(1_000_000, 2, "x")
    with pytest.raises(SheetError, match="太大"):
        sheets(tmp_path / "a.xlsx")


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_called_as_spreadsheets_call_them(column: int, name: str) -> None:
    assert letters(column) == name
