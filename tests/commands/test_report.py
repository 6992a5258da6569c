"""fahu report says the same as Markdown and as a document for Word."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.commands.conftest import Fahu

YEARS = """\
years:
  - year: 2022
    figures: {leaflets: 1000+, lawsuits: 0}
    source: 2022 年工作报告
"""
EVENTS = """\
categories: [讲座]
events:
  - {id: a, title: 讲|土地, date: 2022-05-04, category: 讲座, venue: 集市, summary: 讲,
     figures: {present: 30}}
  - {id: b, title: 讲民法典, date: 2022-06, category: 讲座, summary: 讲}
"""
VISITS = "visits:\n  - {date: 2026-11-18, place: aiguo-room, asked: 4, about: {land: 3, work: 1}}\n"


@pytest.fixture(autouse=True)
def files(data: Path) -> None:
    (data / "years").mkdir()
    (data / "years" / "2022.yml").write_text(YEARS, "utf-8")
    (data / "events.yml").write_text(EVENTS, "utf-8")
    (data / "visits.yml").write_text(VISITS, "utf-8")


def test_a_year_has_the_report_and_what_was_held(fahu: Fahu) -> None:
    printed = fahu("report", "--year", "2022")
    assert printed.splitlines()[:3] == ["# 法治样板这一年：2022", "", "样板镇司法所整理。"]
    assert "| 发放资料 | 超过 1000 份 |\n| 镇里被告上法院（行政诉讼） | 0 件 |\n" in printed
    assert "| 2022年5月4日 | 讲\\|土地 | 讲座 | 集市 |\n| 2022年6月 | 讲民法典 | 讲座 |  |\n" in printed
    assert "| 到场 | 30 人 |" in printed


def test_a_month_has_only_its_own(fahu: Fahu) -> None:
    printed = fahu("report", "--year", "2022", "--month", "5")
    assert "# 法治样板：2022年5月" in printed
    assert "讲\\|土地" in printed
    assert "讲民法典" not in printed
    assert "1000" not in printed


def test_this_year_is_told_up_to_yesterday(fahu: Fahu) -> None:
    printed = fahu("report")
    assert "算到2026年11月22日" in printed
    assert "| 来问的人 | 4 人 |" in printed
    assert "| 土地、宅基地 | 3 人 |" in printed
    assert "还没有" not in printed


def test_nothing_to_tell_is_said(fahu: Fahu) -> None:
    assert "这段时间没有登记内容" in fahu("report", "--year", "2021")


def test_the_document_says_what_the_text_says(fahu: Fahu, tmp_path: Path) -> None:
    file = tmp_path / "2022.docx"
    assert fahu("report", "--year", "2022", "--output", str(file)) == f"写好了：{file}\n"
    document = Document(str(file))
    assert document.paragraphs[0].text == "法治样板这一年：2022"
    assert document.core_properties.author == "样板镇司法所"
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    printed = fahu("report", "--year", "2022").replace("\\|", "¦")
    lines = [line.strip("| ").split(" | ") for line in printed.splitlines() if line.startswith("| ")]
    told = [[cell.replace("|", "¦") for cell in row] for row in rows]
    assert [[cell.strip("| ") for cell in line] for line in lines if "---" not in line[0]] == [
        [cell for cell in row if cell] for row in told
    ]


def test_two_documents_of_the_same_data_are_the_same_bytes(fahu: Fahu, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.docx", "b.docx")]
    for file in files:
        fahu("report", "--year", "2022", "--output", str(file))
    assert files[0].read_bytes() == files[1].read_bytes()
    with zipfile.ZipFile(files[0]) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_markdown_can_be_written_too(fahu: Fahu, tmp_path: Path) -> None:
    file = tmp_path / "2022.md"
    fahu("report", "--year", "2022", "--output", str(file))
    assert file.read_text("utf-8") == fahu("report", "--year", "2022")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--month", "13"), "要写 1 到 12"),
        (("--output", "a.pdf"), "后缀要写 .docx 或 .md"),
        (("--output", "nowhere/a.docx"), "写不进去"),
    ],
)
def test_what_cannot_be_done_is_said(
    words: tuple[str, ...], said: str, fahu: Fahu, capsys: pytest.CaptureFixture[str]
) -> None:
    from macros.cli import main

    assert main(("report", *words)) == 2
    assert said in capsys.readouterr().err
