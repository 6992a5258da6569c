"""fahu stats prints the numbers of a year."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.commands.conftest import Fahu


def test_the_tables_name_people_places_and_how_even_it_is(fahu: Fahu) -> None:
    printed = fahu("stats", "--year", "2026")
    assert "张律师  25    62.5  22" in printed
    assert "爱国村法律服务室  50    125   44" in printed
    assert "东片轮值  2     25    25    0" in printed


def test_a_promise_is_told_beside_what_was_done(data: Path, fahu: Fahu) -> None:
    places = data / "places.yml"
    places.write_text(places.read_text("utf-8") + "    cover: {visits: 4, per: month}\n", "utf-8")
    assert "每月 4 次  爱国村法律服务室  50 次  125   10/12 段时间  0 次" in fahu("stats", "--year", "2026")


def test_a_year_without_a_notice_is_called_so(fahu: Fahu) -> None:
    assert "2027年放假安排待国务院办公厅公布，下面按平常的日子算" in fahu("stats", "--year", "2027")


def test_json_and_csv_have_the_same_numbers(fahu: Fahu) -> None:
    found = json.loads(fahu("stats", "--format", "json"))
    assert found["year"] == 2026
    assert found["people"][0] == {
        "id": "zhang",
        "duties": 25,
        "minutes": 3750,
        "past": 22,
        "name": "张律师",
    }
    rows = list(csv.DictReader(io.StringIO(fahu("stats", "--format", "csv").removeprefix("\ufeff"))))
    assert [(row["类别"], row["次数"], row["小时"]) for row in rows if row["编号"] == "zhang"] == [
        ("人员", "25", "62.5")
    ]


def test_what_was_logged_stands_beside_what_was_held(data: Path, fahu: Fahu) -> None:
    log = "visits:\n  - {date: 2026-11-18, place: aiguo-room, asked: 4, about: {land: 3, work: 1}}\n"
    (data / "visits.yml").write_text(log, "utf-8")
    assert "爱国村法律服务室  44    1     4     土地、宅基地" in fahu("stats", "--year", "2026")
    found = json.loads(fahu("stats", "--format", "json"))
    about = {"土地、宅基地": 3, "工资、工伤": 1}
    assert found["logs"] == [{"place": "aiguo-room", "logged": 1, "asked": 4, "about": about}]
    rows = list(csv.DictReader(io.StringIO(fahu("stats", "--format", "csv").removeprefix("\ufeff"))))
    assert [(row["记下"], row["来问"]) for row in rows if row["编号"] == "aiguo-room"] == [("1", "4")]
