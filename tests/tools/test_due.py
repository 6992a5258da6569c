"""What falls due is told a month ahead, once, and no longer than it lasts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.load import load
from macros.models.town import Town
from tools.due import due

TOWN = Path(__file__).parents[1] / "mistakes" / "town"
BORN = dt.date(2026, 11, 23)


def town(tmp_path: Path, **files: str) -> Town:
    """The town of tests/mistakes with texts added to its files."""
    for file in TOWN.iterdir():
        (tmp_path / file.name).write_text(file.read_text("utf-8") + files.pop(file.stem, ""), "utf-8")
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, "utf-8")
    return load(tmp_path).town


def told(of: Town, day: str, since: dt.date | None = None) -> list[str]:
    return [f"{one.subject}: {one.message}" for one in due(of, dt.date.fromisoformat(day), since)]


@pytest.mark.parametrize(("day", "count"), [("2029-11-30", 0), ("2029-12-01", 1), ("2029-12-31", 1)])
def test_the_notice_of_holidays_is_asked_for_in_december(tmp_path: Path, day: str, count: int) -> None:
    found = told(town(tmp_path), day)
    assert len(found) == count
    assert all(line.startswith("holidays: 到 12 月了，2030 年放假安排") for line in found)


def test_a_notice_in_the_data_is_enough(tmp_path: Path) -> None:
    # In a year without a notice of its own it needs the 13 days that the law fixes.
    notice = "kind: off, notice: 国办发明电〔示例〕号"
    spans = (("01-01", "01-03", "元旦"), ("02-02", "02-08", "春节"), ("10-01", "10-07", "国庆节"))
    days = (f"  - {{from: 2030-{a}, to: 2030-{b}, name: {name}, {notice}}}\n" for a, b, name in spans)
    holidays = "days:\n" + "".join(days)
    assert told(town(tmp_path, holidays=holidays), "2029-12-01") == []


CONSENT = """\
  - id: qian
    name: 钱律师
    role: adviser
    phone: "13900000000"
    consent: {scope: [phone], until: 2027-03-31}
"""


@pytest.mark.parametrize(
    ("day", "words"),
    [("2027-03-01", ""), ("2027-03-02", "请续签后改这个日期"), ("2027-04-01", "已经不登了")],
)
def test_a_consent_is_asked_for_again_a_month_before_it_ends(tmp_path: Path, day: str, words: str) -> None:
    found = told(town(tmp_path, people=CONSENT), day)
    assert [words in line and line.startswith("people: ") for line in found] == [True] * bool(words)


@pytest.mark.parametrize(("day", "count"), [("2027-10-02", 0), ("2027-10-03", 1), ("2028-10-03", 1)])
def test_a_law_is_looked_up_again_once_a_year(tmp_path: Path, day: str, count: int) -> None:
    one = "{id: %s, title: %s, from: 2026-11-%s, text: 别转账。, script: 乡亲们，别转账。, law: %s}\n"
    law = "{name: 反电信网络诈骗法, article: %s, checked_on: 2026-11-01}"
    text = "tips:\n" + "".join(f"  - {one % (n, n, d, law % d)}" for n, d in (("a", 23), ("b", 30)))
    found = told(town(tmp_path, tips=text), day)
    assert len([line for line in found if line.startswith("tips: 《反电信网络诈骗法》查对满一年")]) == count


@pytest.mark.parametrize(
    ("since", "day", "count"),
    [(BORN, "2027-02-22", 0), (BORN, "2027-02-23", 1), (None, "2027-02-23", 0)],
)
def test_a_sample_is_not_one_for_ever(tmp_path: Path, since: dt.date | None, day: str, count: int) -> None:
    sample = "  - {id: qian, name: 钱律师, role: adviser, sample: true}\n"
    found = told(town(tmp_path, people=sample), day, since)
    assert len([line for line in found if line.startswith("people: 试用满三个月了，还有 1 处示例")]) == count
