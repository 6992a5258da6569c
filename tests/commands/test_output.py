"""What is printed can't be obeyed by a terminal, nor worked out by Excel."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from macros.cli import main
from macros.commands.output import table
from macros.errors import Problem, one_line, printable
from macros.views.tables import as_csv


def test_what_a_terminal_would_obey_is_printed_as_an_escape() -> None:
    assert (
        printable("甲\x1b[31m乙\u202e\x9b\ufffe\t\u3000é\n") == "甲\\x1b[31m乙\\u202e\\x9b\\ufffe\\t\u3000é\n"
    )
    assert one_line("甲\n乙\r") == "甲\\n乙\\r"


def test_a_problem_and_its_annotation_have_no_control_characters() -> None:
    problem = Problem("data/\x1b]0;a\x07.yml", 1, 1, "人员\x1b[1m", "不认识 \x1b[2J\n::error::x")
    assert str(problem) == "data/\\x1b]0;a\\x07.yml:1:1: 人员\\x1b[1m: 不认识 \\x1b[2J\\n::error::x"
    assert problem.annotation().isprintable()


def test_a_table_has_no_control_characters() -> None:
    assert "\x1b" not in table(("名",), [("\x1b[31m甲",)])


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-1", "@SUM(A1)", "＝1", "\n=1", "\t=1", "\r=1"])
def test_a_cell_that_excel_would_work_out_is_text(cell: str) -> None:
    rows = list(
        csv.reader(io.StringIO(as_csv(("名", "数"), [(cell, -1)]).removeprefix("\ufeff"), newline=""))
    )
    assert rows == [["名", "数"], [f"'{cell}", "-1"]]


def test_a_command_says_what_it_was_asked_with_escapes(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roster", "--place", "\x1b[31m村"]) == 2
    assert "\\x1b[31m村" in capsys.readouterr().err


def test_a_stray_file_is_named_with_escapes(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "a\x1b[31m").touch()
    assert main(["check"]) == 1
    assert "data/a\\x1b[31m:1:1: " in capsys.readouterr().out
