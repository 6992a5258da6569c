"""fahu diff says who is replaced by whom, and that the past is not rewritten."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.cli import main
from tests.commands.conftest import Fahu, add
from tests.films import mp4

REPLACED = "overrides:\n  - {date: 2026-%s, rotation: east, replace: [%s]}\n"


def git(*words: str) -> None:
    who = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def repository(data: Path) -> None:
    """The town, committed."""
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "起点")


def test_a_change_to_come_is_told_and_allowed(data: Path, fahu: Fahu) -> None:
    add(data, REPLACED % ("11-25", "li"))
    assert fahu("diff", "HEAD").splitlines() == [
        "和 HEAD 相比，2026-09-24 至 2027-03-28 有 1 个班次变了",
        "",
        "爱国村法律服务室",
        "  11月25日 星期三 13:30–16:00：张律师 → 李律师",
    ]


def test_nothing_changed_is_said(fahu: Fahu) -> None:
    assert "没有班次变化" in fahu("diff", "HEAD")


def test_new_and_removed_shifts_and_other_hours_are_told(data: Path, fahu: Fahu) -> None:
    add(
        data,
        "overrides:\n"
        "  - {date: 2026-11-26, rotation: east, add: [li], hours: 9:00-11:00, place: station}\n"
        "  - {date: 2026-12-02, rotation: east, move: {date: 2027-01-07}}\n"
        "  - {date: 2026-12-09, rotation: east, cancel: true}\n"
        "  - {date: 2026-12-16, rotation: east, move: {hours: 14:00-16:00}}\n",
    )
    assert [line.strip() for line in fahu("diff", "HEAD").splitlines()[2:]] == [
        "样板镇法律服务站",
        "11月26日 星期四 09:00–11:00：没有值班 → 李律师",
        "",
        "爱国村法律服务室",
        "12月2日 星期三 13:30–16:00：李律师 → 没有值班",
        "12月9日 星期三 13:30–16:00：张律师 → 取消",
        "12月16日 星期三 13:30–16:00 → 14:00–16:00：李律师",
        "2027年1月7日 星期四 13:30–16:00：没有值班 → 李律师",
    ]


def test_a_change_of_the_past_fails(data: Path, fahu: Fahu) -> None:
    add(data, REPLACED % ("11-18", "zhang"))
    printed = fahu("diff", "HEAD", status=1)
    assert "11月18日 星期三 13:30–16:00：李律师 → 张律师（已过去）" in printed
    assert "有 1 个已经过去的班次变了，最早是 2026-11-18" in printed
    assert "没有写更正的是 2026-11-18\n" in printed
    assert "单独写一行：\n更正 2026-11-18：（写原因）\n" in printed


def test_a_change_before_the_window_fails_too(data: Path, fahu: Fahu) -> None:
    add(data, REPLACED % ("03-04", "zhang"))
    printed = fahu("diff", "HEAD", status=1)
    assert "没有班次变化，2026-09-24 以前还有 1 个" in printed


def test_another_name_for_the_same_id_rewrites_the_past(data: Path, fahu: Fahu) -> None:
    people = data / "people.yml"
    people.write_text(people.read_text("utf-8").replace("李律师", "章律师"), "utf-8")
    assert "李律师 → 章律师（已过去）" in fahu("diff", "HEAD", status=1)


def test_a_correction_on_the_command_line_allows_the_days_it_names(data: Path, fahu: Fahu) -> None:
    add(data, REPLACED % ("11-18", "zhang"))
    right, wrong = "2026-11-18：当天是张律师去的", "2026-11-11：当天是张律师去的"
    assert f"更正 {right}" in fahu("diff", "HEAD", "--correction", right)
    assert fahu("diff", "HEAD", "--correction", "11月18日：张律师去的")
    fahu("diff", "HEAD", "--correction", wrong, status=1)
    assert "这一行看不出是哪一天" in fahu("diff", "HEAD", "--correction", "张律师去的", status=1)
    fahu("diff", "HEAD", "--correction", " ", status=1)


@pytest.mark.parametrize(
    "line", ["更正：11月18日是张律师去的", "  更正 2026-11-18: 当天是张律师去的", "* 更正 11月18日：张律师"]
)
def test_a_correction_in_a_commit_message_allows_it(line: str, data: Path, fahu: Fahu) -> None:
    add(data, REPLACED % ("11-18", "zhang"))
    git("commit", "--quiet", "--all", "-m", f"改值班\n\n{line}\n")
    assert line.strip(" *") in fahu("diff", "HEAD^1")


@pytest.mark.parametrize("line", ["更正：", "更正：原因", "更正 11月18日：", "请勿更正 2026-11-18：原因"])
def test_a_correction_without_day_or_reason_or_line_of_its_own_does_not(
    line: str, data: Path, fahu: Fahu
) -> None:
    add(data, REPLACED % ("11-18", "zhang"))
    git("commit", "--quiet", "--all", "-m", f"改值班\n\n{line}\n")
    fahu("diff", "HEAD^1", status=1)


def test_one_line_excuses_one_day_of_many(data: Path, fahu: Fahu) -> None:
    duty = data / "duty.yml"
    duty.write_text(duty.read_text("utf-8").replace("[zhang, li]", "[li, zhang]"), "utf-8")
    git("commit", "--quiet", "--all", "-m", "更正 11月18日：张律师去的")
    printed = fahu("diff", "HEAD^1", status=1)
    assert "有 44 个已经过去的班次变了，最早是 2026-01-07\n更正 11月18日：张律师去的\n" in printed
    assert "、2026-04-01 等 43 天\n" in printed
    assert "更正 2026-01-07至2026-11-11：（写原因）" in printed
    git("commit", "--quiet", "--allow-empty", "-m", "补上\n\n更正 1月7日至11月11日：名字写反了")
    fahu("diff", "HEAD~2")


def test_a_correction_of_an_older_change_does_not_count(data: Path, fahu: Fahu) -> None:
    git("commit", "--quiet", "--allow-empty", "-m", "更正 11月18日：以前的事")
    add(data, REPLACED % ("11-18", "zhang"))
    fahu("diff", "HEAD", status=1)


def test_a_revision_without_data_is_an_answer_of_its_own(data: Path, fahu: Fahu) -> None:
    git("rm", "--quiet", "-r", "--cached", "data")
    git("commit", "--quiet", "-m", "空的")
    git("add", ".")
    git("commit", "--quiet", "-m", "起点")
    said = "和 HEAD^1 没法比较：那时还没有 data 这个文件夹，也看不出它是从哪个文件夹改名来的\n"
    assert fahu("diff", "HEAD^1", status=3) == said


def test_a_folder_that_was_renamed_is_followed(data: Path, fahu: Fahu) -> None:
    git("mv", "data", "town")
    git("commit", "--quiet", "-m", "改名")
    assert "没有班次变化" in fahu("diff", "HEAD^1", "--data", "town")
    add(Path("town"), REPLACED % ("11-18", "zhang"))
    assert "李律师 → 张律师（已过去）" in fahu("diff", "HEAD^1", "--data", "town", status=1)


def test_a_revision_that_does_not_load_is_said_in_one_line(data: Path, fahu: Fahu) -> None:
    duty = data / "duty.yml"
    right = duty.read_text("utf-8")
    duty.write_text(right.replace("[zhang, li]", "[zhang, nobody]"), "utf-8")
    git("commit", "--quiet", "--all", "-m", "错")
    duty.write_text(right, "utf-8")
    printed = fahu("diff", "HEAD", status=3)
    assert printed.startswith("和 HEAD 没法比较：那时的数据现在读不出来：duty.yml 第 8 行：没有这个人员编号")
    assert printed.count("\n") == 1


@pytest.mark.parametrize("name", ["events", "videos", "site"])
def test_what_says_nothing_about_duty_need_not_load_any_more(name: str, data: Path, fahu: Fahu) -> None:
    file = data / f"{name}.yml"
    right = file.read_text("utf-8")
    file.write_text(f"{right}old_key: 1\n", "utf-8")
    git("commit", "--quiet", "--all", "-m", "旧的写法")
    file.write_text(right, "utf-8")
    assert "没有班次变化" in fahu("diff", "HEAD")
    add(data, REPLACED % ("11-18", "zhang"))
    fahu("diff", "HEAD", status=1)


def test_films_and_folders_of_several_files_are_found_in_a_revision(data: Path, fahu: Fahu) -> None:
    (data / "media").mkdir()
    (data / "media" / "a.mp4").write_bytes(mp4())
    (data / "videos.yml").write_text(
        "categories: [片]\nvideos:\n  - {id: a, title: 片, date: 2022, category: 片, summary: 说法, "
        "transcript: 说法, sources: [{file: media/a.mp4}]}\n",
        "utf-8",
    )
    (data / "duty").mkdir()
    (data / "duty.yml").rename(data / "duty" / "东片.yml")
    git("add", ".")
    git("commit", "--quiet", "-m", "分开")
    assert "没有班次变化" in fahu("diff", "HEAD")


@pytest.mark.parametrize("revision", ["nope", "HEAD~9", ""])
def test_an_unknown_revision_is_wrong_usage(revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", revision]) == 2
    assert capsys.readouterr().err.startswith(f"fahu: 没有 {revision} 这个版本，")


def test_markdown_is_escaped_for_the_summary(data: Path, fahu: Fahu) -> None:
    people = data / "people.yml"
    people.write_text(people.read_text("utf-8").replace("李律师", "<b>*李*"), "utf-8")
    git("commit", "--quiet", "--all", "-m", "名字")
    add(data, REPLACED % ("11-25", "li"))
    printed = fahu("diff", "HEAD", "--format", "markdown")
    assert printed.startswith("### 值班变化\n\n和 HEAD 相比，")
    assert "\n**爱国村法律服务室**\n\n- 11月25日 星期三 13:30–16:00：张律师 → \\<b\\>\\*李\\*\n" in printed


def test_a_revision_in_the_form_of_an_earlier_version_is_compared(data: Path, fahu: Fahu) -> None:
    duty = data / "duty.yml"
    right = duty.read_text("utf-8")
    old = right.replace("        places: [aiguo-room]\n", "")
    duty.write_text(old.replace("    kind: point\n", "    kind: point\n    places: [aiguo-room]\n"), "utf-8")
    git("commit", "--quiet", "--all", "-m", "以前的写法")
    duty.write_text(right, "utf-8")
    assert "没法比较" not in fahu("diff", "HEAD")
