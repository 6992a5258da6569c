"""Calendars of events are read by another's parser, and say what has become of each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar
import pytest

from macros.views.event_calendars import event_calendar_files
from tests.making import event as make
from tests.views.event_town import ENTRY, FILE, event_edition

GOLDEN = Path(__file__).parent / "golden"
ADDRESS = "https://example.org/fa/"
FILES = dict(event_calendar_files(event_edition(), ADDRESS))


def entries(content: bytes) -> dict[str, Any]:
    """The entries of a calendar by the part of their name that isn't the town's."""
    read = icalendar.Calendar.from_ical(content)
    return {str(one["UID"]).partition("@")[0]: one for one in read.walk("VEVENT")}


ALL = entries(FILES["calendars/events.ics"])


@pytest.mark.parametrize("path", sorted(FILES))
def test_each_calendar_is_as_it_was(path: str) -> None:
    golden = GOLDEN / path.replace("/", "_")
    assert FILES[path].decode() == golden.read_bytes().decode(), f"{golden} is what was right"


def test_there_is_one_for_all_each_event_each_series_and_each_village() -> None:
    assert sorted(FILES) == [
        "calendars/events.ics",
        *(f"calendars/events/{name}.ics" for name in ("held", "laba", "late", "market", "moved", "off")),
        "calendars/events/series/dongri.ics",
        *(f"calendars/events/{name}.ics" for name in ("talk",)),
        *(f"calendars/events/villages/{name}.ics" for name in ("taoyuan", "taoyuanxin")),
        *(f"calendars/events/{name}.ics" for name in ("week", "whole")),
    ]
    assert entries(FILES["calendars/events/series/dongri.ics"]).keys() == {
        "talk",
        *(f"market.{day}" for day in ("2026-10-03", "2026-11-07", "2026-12-05", "2027-01-02", "2027-02-06")),
    }
    assert "whole" in entries(FILES["calendars/events/villages/taoyuan.ics"])
    assert "whole" not in entries(FILES["calendars/events/villages/taoyuanxin.ics"])


@pytest.mark.parametrize(
    ("name", "status", "summary"),
    [
        ("talk", "CONFIRMED", "讲座：<遗嘱>"),
        ("moved", "CONFIRMED", "改了日子"),
        ("late", "CANCELLED", "延期：等消息"),
        ("off", "CANCELLED", "取消：不办了（示例）"),
        ("market.2026-12-05", "CANCELLED", "取消：早市"),
        ("market.2027-01-02", "CONFIRMED", "早市"),
    ],
)
def test_what_has_become_of_it_is_said(name: str, status: str, summary: str) -> None:
    assert (str(ALL[name]["STATUS"]), str(ALL[name]["SUMMARY"])) == (status, summary)


def test_a_moved_day_keeps_its_name_and_has_the_new_day() -> None:
    assert ALL["market.2027-01-02"]["DTSTART"].dt.date() == dt.date(2027, 1, 9)
    assert "原定1月2日 星期六（元旦）" in ALL["market.2027-01-02"]["DESCRIPTION"]


def test_hours_of_several_days_are_those_of_each_and_days_without_hours_are_whole() -> None:
    week, whole = ALL["week"], ALL["whole"]
    assert week["RRULE"] == {"FREQ": ["DAILY"], "COUNT": [5]}
    assert (week["DTEND"].dt - week["DTSTART"].dt) == dt.timedelta(hours=2)
    assert (whole["DTSTART"].dt, whole["DTEND"].dt) == (dt.date(2026, 12, 10), dt.date(2026, 12, 11))


def test_a_vague_date_is_in_no_calendar() -> None:
    assert not [name for name in ALL if name.startswith("vague")]


def test_what_is_said_leads_to_the_page_and_to_a_number() -> None:
    talk = ALL["talk"]
    assert str(talk["URL"]) == f"{ADDRESS}events/talk.html"
    assert "请带：身份证" in talk["DESCRIPTION"]
    assert "0500-0000-0003（示例）" in talk["DESCRIPTION"]
    assert ALL["market.2026-12-05"]["URL"].endswith("events/market.html#d2026-12-05")


def test_a_private_number_is_never_in_a_calendar() -> None:
    contact = {"number": "13800138000", "consent": {"scope": ["phone"], "until": "2027-12-01"}}
    file = FILE | {"events": [ENTRY | {"id": "a", "title": "a", "date": "2026-12-04", "contact": contact}]}
    (made,) = {
        content for path, content in event_calendar_files(event_edition(file), "") if path.endswith("/a.ics")
    }
    assert b"13800138000" not in made
    assert make("2026-12-04", contact=contact).contact is not None
