"""fahu import: duty becomes what the table says, or a line says why not; nothing else changes."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from macros.cli import main
from macros.domain.duty import shifts
from macros.load import load
from tests.commands.conftest import Fahu, add
from tests.conftest import ROOT
from tests.sheets.books import Rows, book

HEAD = ["日期", "星期", "时间", "地点", "谁值班", "说明"]
SWAPPED: Rows = [
    ["2026年12月值班表"],
    HEAD,
    [dt.date(2026, 12, 2), "三", "13:30-16:00", "爱国村", "张律师", ""],
    [dt.date(2026, 12, 9), "三", "13:30-16:00", "爱国村", "李律师、张律师", ""],
    [dt.date(2026, 12, 16), "三", "9:00-11:00", "爱国村", "李律师", ""],
    [dt.date(2026, 12, 23), "", "13:30-16:00", "爱国村", "停", ""],
    ["12月30日", "周三", "13:30-16:00", "aiguo-room", "li", "请提前打电话"],
    ["注：有变动另行通知"],
]


def held(data: Path, month: int = 12) -> list[tuple[str, str, tuple[str, ...]]]:
    """The duties of a month."""
    found = shifts(load(data).town, dt.date(2026, month, 1), dt.date(2026, month, 28) + dt.timedelta(days=3))
    return [(str(one.date)[5:], str(one.session), one.people) for one in found if one.state == "on"]


def test_duty_becomes_what_the_table_says(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    table = book(tmp_path / "a.xlsx", SWAPPED)
    assert "还没有写" in fahu("import", str(table))
    assert "temporary" not in (data / "duty.yml").read_text("utf-8")
    printed = fahu("import", str(table), "--write")
    assert "12月2日 星期三 13:30–16:00：李律师 → 张律师" in printed
    assert "写好了：data/duty.yml" in printed
    assert held(data) == [
        ("12-02", "13:30–16:00", ("zhang",)),
        ("12-09", "13:30–16:00", ("li", "zhang")),
        ("12-16", "09:00–11:00", ("li",)),
        ("12-30", "13:30–16:00", ("li",)),
    ]
    assert "没有变化" in fahu("import", str(table))
    assert "没有发现错误" in fahu("check")


def test_a_later_table_of_the_month_takes_the_place_of_the_first(
    data: Path, fahu: Fahu, tmp_path: Path
) -> None:
    before = (data / "duty.yml").read_text("utf-8")
    fahu("import", str(book(tmp_path / "a.xlsx", SWAPPED)), "--write")
    plain: Rows = [SWAPPED[0], HEAD, *(
        [dt.date(2026, 12, day), "", "13:30-16:00", "爱国村", who, ""]
        for day, who in ((2, "李律师"), (9, "张律师"), (16, "李律师"), (23, "张律师"), (30, "李律师"))
    )]  # fmt: skip
    fahu("import", str(book(tmp_path / "b.xlsx", plain)), "--write")
    assert (data / "duty.yml").read_text("utf-8").rstrip() == before.rstrip()


def test_a_table_with_a_column_a_place_is_read_too(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年12月法律服务值班安排", "", "", ""],
        ["日期", "星期", "爱国村\n13:30-16:00", "站", "备注"],
        ["2日", "三", "张律师", "", ""],
        ["9日", "三", "张律师 9:00-11:00", "李律师（14:00-16:00）", ""],
        ["16日", "三", "—", "", "停"],
        ["23日", "三", "张律师", "", ""],
        ["30日", "三", "李律师", "", ""],
    ]
    rows[1][3] = "样板镇法律服务站"  # type: ignore[index]  # the rows above are lists
    fahu("import", str(book(tmp_path / "a.xlsx", rows, name="Sheet1")), "--write")
    assert held(data) == [
        ("12-02", "13:30–16:00", ("zhang",)),
        ("12-09", "09:00–11:00", ("zhang",)),
        ("12-09", "14:00–16:00", ("li",)),
        ("12-23", "13:30–16:00", ("zhang",)),
        ("12-30", "13:30–16:00", ("li",)),
    ]


def test_a_table_without_a_month_in_its_title_speaks_of_its_own_days(
    data: Path, fahu: Fahu, tmp_path: Path
) -> None:
    rows: Rows = [HEAD, [dt.date(2026, 12, 2), "", "13:30-16:00", "爱国村", "张律师", ""]]
    fahu("import", str(book(tmp_path / "a.xlsx", rows, name="Sheet1")), "--write")
    assert held(data)[:2] == [("12-02", "13:30–16:00", ("zhang",)), ("12-09", "13:30–16:00", ("zhang",))]


def test_every_mistake_is_told_at_its_cell_and_nothing_is_written(
    data: Path, fahu: Fahu, tmp_path: Path
) -> None:
    rows: Rows = [
        ["2026年12月值班表"],
        HEAD,
        ["12月2日", "四", "13:30-16:00", "爱国村", "张律师"],
        ["12月9日", "", "13:30-4:00", "爱国村", "张律师"],
        ["12月16日", "", "13:30-16:00", "爱国屯", "张律师"],
        ["12月23日", "", "13:30-16:00", "爱国村", "章律师"],
        ["1月6日", "", "13:30-16:00", "爱国村", "张律师"],
        ["", "", "13:30-16:00", "爱国村", "张律师"],
        ["12月30日", "", "", "爱国村", "张律师"],
        ["12月31日", "", "9:00-11:00", "爱国村", "张律师"],
        ["12月31日", "", "10:00-12:00", "爱国村", "李律师"],
        ["12月28日", "", "9:00-11:00", "", "李律师"],
    ]
    before = (data / "duty.yml").read_bytes()
    printed = fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write", status=1).splitlines()
    assert [line.split("：")[0].removeprefix("a.xlsx “12月” ") for line in printed] == [
        "第 3 行 B 列", "第 4 行 C 列", "第 5 行 D 列", "第 6 行 E 列", "第 7 行 A 列", "第 8 行 A 列",
        "第 9 行 E 列", "第 11 行 E 列", "第 12 行 D 列",
    ]  # fmt: skip
    assert (data / "duty.yml").read_bytes() == before


def test_the_past_stays(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年11月值班表"],
        HEAD,
        ["11月4日", "", "13:30-16:00", "爱国村", "张律师"],
        ["11月11日", "", "13:30-16:00", "爱国村", "张律师"],
        ["11月18日", "", "13:30-16:00", "爱国村", "李律师"],
        ["11月25日", "", "13:30-16:00", "爱国村", "李律师"],
    ]
    november = held(data, 11)
    printed = fahu("import", str(book(tmp_path / "a.xlsx", rows)), status=1)
    assert "a.xlsx “12月” 第 3 行 E 列：这一天已经过去" in printed
    right = [*rows[:2], *([*row[:4], who] for row, who in zip(rows[2:], [
        "李律师", "张律师", "李律师", "李律师",
    ], strict=True))]  # fmt: skip
    fahu("import", str(book(tmp_path / "b.xlsx", right)), "--write")
    changed = held(data, 11)
    assert changed[:-1] == november[:-1]
    assert (november[-1][2], changed[-1][2]) == (("zhang",), ("li",))


def test_a_team_is_written_by_its_name(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    with (data / "people.yml").open("a", encoding="utf-8") as people:
        people.write("teams:\n  - {id: zu, name: 一组, role: mediator, members: [zhang, li], head: li}\n")
    rows: Rows = [HEAD, [dt.date(2026, 12, 2), "", "13:30-16:00", "爱国村", "一组"]]
    fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write")
    assert held(data)[0] == ("12-02", "13:30–16:00", ("li", "zhang"))


def test_who_is_on_leave_cannot_be_put_on_duty(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    add(data, "leave:\n  - {person: zhang, from: 2026-12-02, substitute: li}\n")
    printed = fahu("import", str(book(tmp_path / "a.xlsx", SWAPPED)), status=1)
    assert "第 3 行 E 列：这一班排不成：" in printed
    assert "张律师请假" in printed


def test_exceptions_on_other_days_stay(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    add(data, "overrides:\n  - {date: 2026-12-09, rotation: east, cancel: true, reason: 下雪}\n")
    rows: Rows = [*SWAPPED[:3], *SWAPPED[4:]]
    fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write")
    assert "下雪" in fahu("roster", "--month", "2026-12")
    assert [day for day, _, _ in held(data)] == ["12-02", "12-16", "12-30"]


def test_a_duty_that_could_not_be_published_is_refused_in_words(
    data: Path, fahu: Fahu, tmp_path: Path
) -> None:
    rows: Rows = [
        HEAD,
        *([dt.date(2026, 12, 2), "", "13:30-16:00", place, "张律师"] for place in ("爱国村", "station")),
    ]
    printed = fahu("import", str(book(tmp_path / "a.xlsx", rows)), "--write", status=1)
    assert printed.startswith("照这样改会出错，没有写：\n")
    assert "张律师同一时间有两个班次" in printed


def test_a_table_of_something_else_says_what_is_missing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(book(tmp_path / "a.xlsx", [["姓名", "电话"], ["张律师", "021"]]))]) == 2
    assert "没有值班表：表头要有“日期”" in capsys.readouterr().err


@pytest.mark.parametrize("town", ["data", "tests/town"])
def test_what_fahu_roster_wrote_reads_back_without_a_change(fahu: Fahu, tmp_path: Path, town: str) -> None:
    shutil.copytree(ROOT / town, "town", ignore=shutil.ignore_patterns("*.mp4"))
    for name in (path for path in (ROOT / town).rglob("*.mp4")):
        shutil.copy(name, Path("town", name.relative_to(ROOT / town)))
    file = str(tmp_path / "a.xlsx")
    span = ("--from", "2026-10-01", "--to", "2027-01-31")
    fahu("roster", "--data", "town", "--format", "xlsx", *span, "--output", file)
    assert "没有变化" in fahu("import", file, "--data", "town")


@pytest.mark.parametrize(
    "words",
    [
        ("--month", "2026-12"),
        ("--output", "a.xlsx"),
        ("--output", "a.csv", "--month", "2026-12"),
        ("--output", "a.xlsx", "--from", "2026-12-02", "--to", "2026-12-31"),
        ("--output", "a.xlsx", "--month", "2026-12", "--person", "zhang"),
    ],
)
def test_a_workbook_that_could_not_be_read_back_is_not_written(fahu: Fahu, words: tuple[str, ...]) -> None:
    fahu("roster", "--format", "xlsx", *words, status=2)
    assert not Path("a.xlsx").exists()


def test_line_ends_and_mark_of_a_windows_file_stay(data: Path, fahu: Fahu, tmp_path: Path) -> None:
    file = data / "duty.yml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    fahu("import", str(book(tmp_path / "a.xlsx", SWAPPED)), "--write")
    after = file.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\r\n") == after.count(b"\n")
