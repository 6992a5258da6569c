"""fahu next-year prints a draft that can be pasted, and touches nothing."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.commands.conftest import Fahu, add


def test_the_draft_is_yaml_that_loads_where_it_is_pasted(data: Path, fahu: Fahu) -> None:
    before = fahu("roster", "--month", "2027-01", "--format", "csv")
    printed = fahu("next-year")
    segment = printed[printed.index("      - from:") :].rstrip()
    add(data, f"{segment}\n")
    assert "start: continue" in (data / "duty.yml").read_text("utf-8")
    assert fahu("roster", "--month", "2027-01", "--format", "csv") == before


def test_nothing_is_written_into_the_data(data: Path, fahu: Fahu) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*")}
    fahu("next-year")
    assert {path: path.read_bytes() for path in data.rglob("*")} == before


def test_holidays_are_listed_once_they_are_announced(data: Path, fahu: Fahu) -> None:
    assert "2027年的放假安排待国务院办公厅公布" in fahu("next-year")
    (data / "holidays.yml").write_text(
        "days:\n  - {date: 2027-01-06, kind: off, name: 冬节, notice: 国办发明电〔2026〕0号}\n", "utf-8"
    )
    printed = fahu("next-year")
    assert "2027年的放假安排已经公布" in printed
    assert "# 遇到节假日停一次，轮到的人不变：1月6日 星期三（冬节）" in printed


def test_a_year_that_is_planned_already_needs_no_draft(data: Path, fahu: Fahu) -> None:
    add(data, "      - {from: 2027-01-01, when: 每周四 9:00-11:00, people: [li]}\n")
    printed = fahu("next-year")
    assert "东片轮值：已经安排好了，不用粘贴" in printed
    assert yaml.safe_load(printed) == {"rotations": []}
