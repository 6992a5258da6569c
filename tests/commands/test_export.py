"""People and events go out as a table and come back with what was changed in it, and nothing else."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from macros.load import load
from macros.load.tree import plain
from macros.load.yamltext import read
from tests.commands.conftest import Fahu
from tests.conftest import ROOT
from tests.sheets.books import Rows, book

PEOPLE = ["编号", "姓名", "身份", "单位", "擅长什么", "电话", "是示例"]


@pytest.mark.parametrize("town", ["data", "tests/town"])
@pytest.mark.parametrize("what", ["people", "events"])
def test_what_was_written_reads_back_without_a_change(
    fahu: Fahu, tmp_path: Path, town: str, what: str
) -> None:
    shutil.copytree(ROOT / town, "town")
    file = str(tmp_path / "a.xlsx")
    fahu("export", what, "--output", file, "--data", "town")
    assert "没有变化" in fahu("import", file, "--data", "town")


def test_a_changed_cell_changes_its_line_and_a_new_row_adds_an_entry(
    data: Path, fahu: Fahu, tmp_path: Path
) -> None:
    rows: Rows = [
        PEOPLE,
        ["zhang", "张律师", "村居法律顾问", "某某律师事务所", "婚姻家庭、土地", "", ""],
        ["li", "李律师", "村居法律顾问", "", "", "", ""],
        ["", "孙调解员", "专职调解员", "", "邻里", "021-0000-0008", "是"],
    ]
    people = data / "people.yml"
    people.write_text("# 谁\n" + people.read_text("utf-8"), "utf-8")
    fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write")
    assert people.read_text("utf-8") == (
        "# 谁\npeople:\n"
        "  - id: zhang\n    name: 张律师\n    role: adviser\n"
        "    organisation: 某某律师事务所\n    specialities: [婚姻家庭, 土地]\n"
        "  - id: li\n    name: 李律师\n    role: adviser\n"
        "  - id: suntiaojieyuan\n    name: 孙调解员\n    role: mediator\n    specialities: [邻里]\n"
        "    phone: 021-0000-0008\n    sample: true\n"
    )
    assert "没有发现错误" in fahu("check")


def test_an_emptied_cell_takes_its_key_away(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    people = data / "people.yml"
    people.write_text(
        people.read_text("utf-8").replace("role: adviser\n", "role: adviser\n    organisation: 甲所\n", 1),
        "utf-8",
    )
    rows: Rows = [PEOPLE[:4], ["zhang", "张律师", "村居法律顾问", ""]]
    fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write")
    assert load(data).town.people[0].organisation is None


def test_events_have_dates_times_and_places_as_a_table_has_them(
    data: Path, fahu: Fahu, tmp_path: Path
) -> None:
    (data / "events.yml").write_text("categories: [讲座]\nevents: []\n", "utf-8")
    rows: Rows = [
        ["编号", "活动名称", "日期", "时间", "类别", "服务场所", "面向哪些村居", "说明"],
        [
            "",
            "反诈讲座",
            dt.date(2026, 12, 4),
            "9:00-11:00",
            "讲座",
            "爱国村",
            "爱国村",
            "讲防骗，请您来听。",
        ],
        ["nianhui", "年会", "2027-01", "", "讲座", "", "", "还没定。"],
    ]
    fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write")
    first, second = load(data).town.events.events
    assert (first.id, str(first.date), str(first.hours)) == ("2026-12-04", "2026-12-04", "09:00–11:00")
    assert (first.place, first.villages, first.summary) == (
        "aiguo-room",
        ("爱国村",),
        "讲防骗，请您来听。",
    )
    assert (second.id, str(second.date)) == ("nianhui", "2027-01")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", "孙调解员", "调解员", "", "", "", ""], "“12月” 第 2 行 C 列：没有这种写法"),
        (["", "孙调解员", "专职调解员", "", "", "13912345678", ""], "第 2 行 F 列：这是个人手机号"),
        (["Sun", "孙调解员", "专职调解员", "", "", "", ""], "第 2 行 A 列：编号只能用小写字母"),
    ],
)
def test_a_mistake_is_told_at_its_cell(
    data: Path, fahu: Fahu, tmp_path: Path, row: list[str], said: str
) -> None:
    before = (data / "people.yml").read_bytes()
    assert said in fahu("import", str(book(tmp_path / "a.xlsx", [PEOPLE, row])), "--write", status=1)
    assert (data / "people.yml").read_bytes() == before


def test_one_id_in_two_rows_is_told(fahu: Fahu, tmp_path: Path) -> None:
    rows: Rows = [PEOPLE[:3], *[["sun", "孙调解员", "专职调解员"]] * 2]
    assert "第 3 行 A 列：这个编号和第 2 行一样" in fahu(
        "import", str(book(tmp_path / "a.xlsx", rows)), status=1
    )


def test_a_file_written_in_a_way_of_its_own_is_left_to_its_clerk(
    data: Path, fahu: Fahu, tmp_path: Path
) -> None:
    people = data / "people.yml"
    people.write_text(people.read_text("utf-8").replace("role: adviser", "role:   adviser"), "utf-8")
    before = people.read_bytes()
    rows: Rows = [PEOPLE[:4], ["zhang", "张律师", "村居法律顾问", "甲所"]]
    fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write", status=2)
    assert people.read_bytes() == before


@pytest.mark.parametrize(
    "mistake",
    [
        "dash-missing-in-phone",
        "desk-private",
        "device-for-an-id",
        "digit-missing-in-landline",
        "digit-missing-in-mobile",
        "phone-bad",
        "phone-private",
        "role-unknown",
    ],
)
def test_a_mistake_is_answered_in_a_table_as_in_the_file(
    data: Path, fahu: Fahu, tmp_path: Path, mistake: str
) -> None:
    wrong = ROOT / "tests" / "mistakes" / f"people-{mistake}.yml"
    root = read(wrong.read_bytes(), "").root
    assert root is not None
    entries = plain(root)["people"]
    keys = {"id": "编号", "name": "姓名", "role": "身份", "phone": "电话"}
    rows = [[*keys.values()], *([entry.get(key, "") for key in keys] for entry in entries)]
    printed = fahu("import", str(book(tmp_path / "a.xlsx", rows)), status=1)
    for line in wrong.with_suffix(".txt").read_text("utf-8").splitlines():
        said = line.split(": ", 2)[2]
        assert f"列：{said}" in printed
