"""Data of an earlier version is rewritten, with its comments; data of today stays as it is."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from macros.domain.duty import shifts
from macros.load import load
from tests.commands.conftest import Fahu
from tests.conftest import ROOT

OLD_DUTY = """\
# 谁值班
rotations:
  # 东片
  - id: east
    name: 东片轮值
    kind: point
    places: [aiguo-room]  # 只有一处
    holidays: postpone
    segments:
      - from: 2026-01-05  # 开张
        when: 每周三 13:30-16:00
        people: [zhang, li]
"""
OLD_EVENTS = """\
categories: [讲座]
series:
  - 宪法周
# 报告里的
years:
  - year: 2022
    figures:
      leaflets: 1000+
    source: 年度报告
events:
  - id: xian
    title: 讲宪法
    date: 2026-12-04
    category: 讲座
    series: 宪法周
    summary: 讲一讲。
"""


def test_earlier_shapes_become_todays(data: Path, fahu: Fahu) -> None:
    (data / "duty.yml").write_text(OLD_DUTY, "utf-8")
    (data / "events.yml").write_text(OLD_EVENTS, "utf-8")
    fahu("check", status=1)
    was = shifts(load(data, past=True).town, dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    assert "还没有写" in fahu("migrate")
    assert (data / "duty.yml").read_text("utf-8") == OLD_DUTY
    printed = fahu("migrate", "--write")
    assert "duty.yml：轮值 east 的 places、holidays 移进了最早的一段" in printed
    assert "events.yml：系列有了编号：宪法周 是 xianfazhou" in printed
    assert "events.yml：2022 年的数字移到了 years/2022.yml" in printed
    assert "没有发现错误" in fahu("check")
    assert shifts(load(data).town, dt.date(2026, 1, 1), dt.date(2027, 1, 1)) == was
    written = (data / "duty.yml").read_text("utf-8")
    assert all(comment in written for comment in ("# 谁值班", "# 东片", "# 只有一处", "# 开张"))
    assert load(data).town.years.years[0].figures.leaflets
    assert "没有旧的写法" in fahu("migrate")


@pytest.mark.parametrize("town", ["data", "tests/town"])
def test_data_of_today_stays(fahu: Fahu, town: str) -> None:
    shutil.copytree(ROOT / town, "town", ignore=shutil.ignore_patterns("media"))
    before = {path: path.read_bytes() for path in Path("town").rglob("*.yml")}
    assert "没有旧的写法" in fahu("migrate", "--write", "--data", "town")
    assert before == {path: path.read_bytes() for path in Path("town").rglob("*.yml")}


def test_a_file_that_would_be_written_over_is_told(data: Path, fahu: Fahu) -> None:
    (data / "events.yml").write_text(OLD_EVENTS, "utf-8")
    (data / "years").mkdir()
    (data / "years" / "2022.yml").write_text("years: []\n", "utf-8")
    fahu("migrate", "--write", status=2)
    assert (data / "events.yml").read_text("utf-8") == OLD_EVENTS


def test_a_broken_file_is_one_line(data: Path, fahu: Fahu) -> None:
    (data / "duty.yml").write_text("rotations: [\n", "utf-8")
    fahu("migrate", status=2)
