"""fahu roster shows the same shifts in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from macros.commands.output import table, width
from tests.commands.conftest import Fahu, add

DECEMBER = ("--month", "2026-12")
EXCEPTIONS = """\
leave:
  - {person: li, from: 2026-12-09, rotation: east}
  - {person: zhang, from: 2026-12-09}
overrides:
  - {date: 2026-12-16, rotation: east, cancel: true, reason: 下雪}
  - {date: 2026-12-23, rotation: east, move: {date: 2026-12-24}}
"""


def test_the_table_says_who_is_where_and_why(data: Path, fahu: Fahu) -> None:
    add(data, EXCEPTIONS)
    printed = fahu("roster", *DECEMBER).splitlines()
    assert printed[0] == "2026年12月1日 星期二 至 12月31日 星期四，共 5 个班次"
    assert printed[4].split() == ["12月2日", "星期三", "13:30–16:00", "爱国村法律服务室", "李律师"]
    assert "暂缺" in printed[5]
    assert printed[6].endswith("取消    本次取消（下雪）")
    assert "原定12月23日，改为12月24日" in printed[7]


def test_columns_are_aligned_for_characters_of_double_width() -> None:
    lines = table(("日期", "who"), [("11月25日", "a"), ("x", "张")]).splitlines()
    assert [width(line[: line.index(end)]) for line, end in zip(lines[2:], "a张", strict=True)] == [10, 10]


def test_days_with_nothing_say_so(fahu: Fahu) -> None:
    assert fahu("roster", "--from", "2026-11-23", "--to", "2026-11-23") == "2026年11月23日 星期一没有值班\n"


def test_a_holiday_is_said_under_the_table(fahu: Fahu) -> None:
    printed = fahu("roster", "--month", "2026年10月")
    assert "10月7日 星期三  东片轮值  因国庆节放假停一次" in printed


def test_the_usual_days_are_four_weeks_from_today(fahu: Fahu) -> None:
    assert fahu("roster").startswith("2026年11月23日 星期一 至 12月20日 星期日，共 4 个班次")


def test_a_window_over_the_new_year_names_years(fahu: Fahu) -> None:
    printed = fahu("roster", "--from", "2026-12-30", "--to", "2027-01-06")
    assert "2026年12月30日 星期三  13:30–16:00" in printed
    assert "2027年1月6日 星期三" in printed
    assert "放假安排待国务院办公厅公布" in printed


def test_places_are_meant_by_id_name_or_village(fahu: Fahu) -> None:
    printed = {fahu("roster", "--place", word) for word in ("aiguo-room", "爱国村法律服务室", "爱国村")}
    assert len(printed) == 1
    assert fahu("roster", "--place", "station").endswith("没有值班\n")


def test_a_person_sees_own_shifts_and_those_that_were_cancelled(data: Path, fahu: Fahu) -> None:
    add(data, EXCEPTIONS)
    found = json.loads(fahu("roster", *DECEMBER, "--person", "李律师", "--format", "json"))["shifts"]
    assert [(shift["date"], shift["state"]) for shift in found] == [
        ("2026-12-02", "on"),
        ("2026-12-16", "cancelled"),
        ("2026-12-30", "on"),
    ]


def test_json_has_its_documented_keys(fahu: Fahu) -> None:
    found = json.loads(fahu("roster", "--from", "2026-11-25", "--to", "2026-11-25", "--format", "json"))
    assert found == {
        "from": "2026-11-25",
        "to": "2026-11-25",
        "shifts": [
            {
                "date": "2026-11-25",
                "from": "13:30",
                "to": "16:00",
                "place": "aiguo-room",
                "place_name": "爱国村法律服务室",
                "people": ["zhang"],
                "people_names": ["张律师"],
                "planned": ["zhang"],
                "rotation": "east",
                "for": "",
                "by": "place",
                "way": "",
                "state": "on",
                "notes": [],
                "announced": True,
                "sample": False,
            }
        ],
    }


def test_csv_opens_in_a_chinese_excel(fahu: Fahu) -> None:
    printed = fahu("roster", *DECEMBER, "--format", "csv")
    assert printed.startswith("\ufeff日期,")
    assert "\r\n" in printed
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert len(rows) == 5
    assert (rows[0]["日期"], rows[0]["星期"], rows[0]["开始"]) == ("2026-12-02", "星期三", "13:30")
    assert (rows[0]["场所"], rows[0]["人员"]) == ("爱国村法律服务室", "李律师")


def test_the_calendar_holds_the_same_shifts(fahu: Fahu) -> None:
    printed = fahu("roster", *DECEMBER, "--format", "ics")
    days = re.findall(r"^DTSTART;TZID=Asia/Shanghai:202612(\d\d)T133000\r$", printed, re.MULTILINE)
    assert days == ["02", "09", "16", "23", "30"]


def test_messages_are_about_today_tomorrow_and_this_week(fahu: Fahu) -> None:
    today, tomorrow, week = fahu("roster", "--format", "text").split("—" * 12)
    assert today.startswith("【样板镇公共法律服务】11月23日 星期一值班\n没有安排值班")
    assert "11月24日 星期二值班" in tomorrow
    assert "11月25日 星期三\n13:30–16:00 爱国村法律服务室 张律师" in week


def test_a_message_about_other_days_is_one(fahu: Fahu) -> None:
    printed = fahu("roster", "--from", "2026-12-02", "--to", "2026-12-02", "--format", "text")
    assert printed.startswith("【样板镇公共法律服务】2026年12月2日 星期三值班\n13:30–16:00")
