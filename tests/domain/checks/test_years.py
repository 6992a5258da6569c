"""Years that are a slip of the pen."""

from __future__ import annotations

import pytest

from macros.errors import Finding
from tests.domain.checks.found import found, one
from tests.domain.duty_parts import WEDNESDAY, Entry, rotation, segment, town

OFF = {"kind": "off", "name": "元旦", "notice": "国办发明电〔2026〕0号"}


def test_a_stretch_far_in_the_future_is_refused() -> None:
    parts = town(rotation(segments=[segment(), segment(**{"from": "2062-01-01"})]))
    loc = ("rotations", 0, "segments", 1, "from")
    assert one(parts) == Finding("duty", loc, "2062-01-01 太远了，请检查年份", "error")


def test_a_later_stretch_with_an_earlier_date_is_remarked_on() -> None:
    parts = town(rotation(segments=[segment(), segment(**{"from": "2025-01-01"})]))
    assert "早于前一段的 2026-01-01" in one(parts).message


@pytest.mark.parametrize(
    ("day", "level"), [("2062-12-28", "error"), ("2025-12-28", "warning"), ("2026-12-28", None)]
)
def test_closures_temporary_schedules_and_additions_are_of_a_likely_year(day: str, level: str | None) -> None:
    every: list[Entry] = [
        {"closures": [{"place": "qixiao", "from": day}]},
        {"temporary": [{"id": "chunjie", "name": "春节", "from": day}]},
        {"overrides": [{**WEDNESDAY, "date": day, "hours": "8:00-9:00", "add": ["zhao"]}]},
    ]
    for entries in every:
        assert [f.level for f in found(town(**entries))] == ([level] if level else [])


@pytest.mark.parametrize(
    ("day", "level"), [("2025-12-24", "warning"), ("2026-12-24", None), ("2027-02-24", "warning")]
)
def test_a_shift_moved_into_the_past_or_far_away_is_remarked_on(day: str, level: str | None) -> None:
    parts = town(overrides=[{**WEDNESDAY, "move": {"date": day}}])
    assert [f.level for f in found(parts) if "请检查年份" in f.message] == ([level] if level else [])


def test_an_override_of_the_wrong_year_is_told_the_years() -> None:
    parts = town(overrides=[{**WEDNESDAY, "date": "2025-11-25", "cancel": "true"}])
    assert "2025年11月25日 星期二没有值班，最近的是 2026年1月7日" in one(parts).message


def test_a_notice_with_a_few_of_its_days_is_refused() -> None:
    days = [{**OFF, "from": "2027-01-01", "to": "2027-01-03"}]
    (finding,) = found(town(holidays={"days": days}))
    assert (finding.subject, finding.level) == ("holidays", "error")
    assert "2027年只写了 3 天放假" in finding.message


@pytest.mark.parametrize(
    "file",
    [
        {"days": [{**OFF, "from": "2027-02-01", "to": "2027-02-13"}]},
        {"years": ["2027"], "days": [{**OFF, "date": "2027-01-01"}]},
        {"days": [{**OFF, "date": "2027-01-01", "notice": "区里通知"}]},
        {"days": [{**OFF, "date": "2026-01-05"}]},
    ],
)
def test_a_whole_notice_and_a_local_one_are_fine(file: Entry) -> None:
    assert found(town(holidays=file)) == []


@pytest.mark.parametrize(
    ("day", "wrong"), [("2027-02-06", True), ("2027-02-09", False), ("2026-10-07", False)]
)
def test_a_day_off_by_law_cannot_be_made_a_working_day(day: str, wrong: bool) -> None:
    entry = {"date": day, "kind": "work", "name": "补班", "notice": "区里通知"}
    findings = [f for f in found(town(holidays={"days": [entry]})) if f.subject == "holidays"]
    assert [(f.loc, f.level) for f in findings] == [(("days", 0, "kind"), "error")] * wrong
    assert not wrong or "2月6日是春节，法定放假的日子" in findings[0].message


def test_the_wrong_one_of_several_days_is_named() -> None:
    entry = {"kind": "work", "name": "补班", "notice": "区里通知"}
    days = [{**entry, "date": "2027-02-20"}, {**entry, "date": "2027-02-06"}]
    (finding,) = [f for f in found(town(holidays={"days": days})) if f.subject == "holidays"]
    assert finding.loc == ("days", 1, "kind")
