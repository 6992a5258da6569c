"""The fahu command says what is wrong, or that nothing is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.cli import main

MISTAKES = Path(__file__).parent / "mistakes"


pytestmark = pytest.mark.usefixtures("data")


def test_right_data_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "没有发现错误（2 处服务场所，2 位人员，" in capsys.readouterr().out


def test_mistakes_are_printed_and_the_status_is_1(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(MISTAKES / "duty-people-unknown.yml", data / "duty.yml")
    assert main(["check", "--data", "data"]) == 1
    assert capsys.readouterr().out == (MISTAKES / "duty-people-unknown.txt").read_text("utf-8")


def test_what_the_checks_find_is_printed_too(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (data / "duty.yml").open("a", encoding="utf-8") as duty:
        duty.write("overrides:\n  - {date: 2026-12-03, rotation: east, cancel: true}\n")
    assert main(["check"]) == 1
    assert "data/duty.yml:11:" in capsys.readouterr().out


def test_github_gets_annotations(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shutil.copy(MISTAKES / "duty-people-unknown.yml", data / "duty.yml")
    main(["check"])
    assert "\n::error file=data/duty.yml,line=8,col=18::值班 › " in capsys.readouterr().out


def test_another_folder_is_named_by_the_environment(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAHU_DATA", "elsewhere")
    assert main(["check"]) == 2
    assert capsys.readouterr().err.startswith("fahu: 没有 elsewhere 这个文件夹")


def test_a_year_that_is_not_announced_is_refused_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert main(["check", "--strict-holidays"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "duty.yml:6:15: 值班 › " in line]
    assert "2027年放假安排待国务院办公厅公布，从 2027-01-06 起有 12 个班次" in told[0]


def test_a_temporary_schedule_of_such_a_year_is_named_too(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (data / "duty.yml").open("a", encoding="utf-8") as duty:
        duty.write(
            "temporary:\n  - {id: party, name: 临时, from: 2027-02-01, to: 2027-02-01, "
            "shifts: [{date: 2027-02-01, hours: 9:00-11:00, place: station, people: [li]}]}\n"
        )
    assert main(["check", "--strict-holidays"]) == 1
    assert "临时安排第 1 条（party） › from: 2027年" in capsys.readouterr().out


def test_a_year_that_the_town_announced_is_not_refused(data: Path) -> None:
    (data / "holidays.yml").write_text("years: [2027]\n", "utf-8")
    assert main(["check", "--strict-holidays"]) == 0


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ("", "少了 命令；用法见 fahu -h"),
        ("chek", "没有 chek 这个命令，是不是想写 check？；用法见 fahu -h"),
        ("check --strict-holidays=1", "--strict-holidays 后面不写值；"),
        ("check --strict", "不认识 --strict；"),
        ("roster --month", "--month 后面要写一个值；"),
        ("roster --month 2027", "--month 应写成 2027-01 的样子（写的是 2027）；"),
        ("roster --month 2027-01-05", "--month 应写成 2027-01 的样子（写的是 2027-01-05）；"),
        ("roster --month 2027-13", "--month 没有这个月份（写的是 2027-13）；"),
        ("roster --month 9999-12", "--month 年份要在 2000 到 2100 之间（写的是 9999-12）；"),
        ("roster --from 2026-02-30", "--from 没有这一天（写的是 2026-02-30）；"),
        ("roster --from 0000-01-01", "--from 没有这一天（写的是 0000-01-01）；"),
        ("roster --to 明天", "--to 日期应写成 2026-01-05 的样子（写的是 明天）；"),
        ("roster --from 2026-12-02 --to 2026-12-01", "--to（2026-12-01）早于 --from（2026-12-02）"),
        ("roster --month 2027-01 --to 2027-01-05", "--month 和 --from、--to 只写一种"),
        ("roster --format xml", "--format 没有 xml 这种写法，可以写 table、csv、json、ics、text、xlsx；"),
        ("roster --place 爱国", "没有“爱国”这个服务场所，是不是想写 爱国村法律服务室（aiguo-room）？"),
        ("roster --person zhagn", "没有“zhagn”这个人员，是不是想写 张律师（zhang）？"),
        ("roster --person 王", "没有“王”这个人员"),
        ("roster --data nowhere", "没有 nowhere 这个文件夹，"),
        ("stats --year 今年", "--year 应写成 2027 的样子（写的是 今年）；"),
        ("stats --year 0000", "--year 年份要在 2000 到 2100 之间（写的是 0000）；"),
        ("next-year --year 2027-01", "--year 应写成 2027 的样子（写的是 2027-01）；"),
        ("map --output a.txt", "--output 后缀要写 .html（写的是 a.txt）；"),
        ("diff", "少了 REV；"),
        ("diff HEAD", "data 不在 git 仓库里"),
    ],
)
def test_wrong_usage_is_one_chinese_line_and_the_status_is_2(
    argv: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv.split()) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"fahu: {said}")
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("command", ["roster", "stats", "next-year", "map"])
def test_data_with_mistakes_is_refused_by_every_command(
    command: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(MISTAKES / "duty-people-unknown.yml", data / "duty.yml")
    assert main([command]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (MISTAKES / "duty-people-unknown.txt").read_text("utf-8")


def test_a_clock_that_is_no_number_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "fahu: 环境变量 SOURCE_DATE_EPOCH 应是一个秒数\n"


@pytest.mark.parametrize("command", ["check", "roster", "diff", "stats", "next-year", "map"])
def test_help_is_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main([command, "-h"])
    assert done.value.code == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"用法：fahu {command} ")
    assert "usage" not in printed
    assert "options" not in printed
