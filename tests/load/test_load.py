"""A folder of data becomes a town, or every mistake in it is told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.errors import DataError, Finding, Problem
from macros.load import SUBJECTS, load

MISTAKES = Path(__file__).parents[1] / "mistakes"


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("wrong", sorted(MISTAKES.glob("*.yml")), ids=lambda path: path.stem)
def test_a_mistake_prints_its_lines(wrong: Path, data: Path) -> None:
    shutil.copy(wrong, data / f"{wrong.name.split('-')[0]}.yml")
    assert mistakes(data) == wrong.with_suffix(".txt").read_text("utf-8").splitlines()


def test_the_real_town_and_the_right_town_load(data: Path) -> None:
    assert load(data).town.places[1].villages == ("爱国村",)
    assert load(Path(__file__).parents[2] / "data").town.site.town == "中兴镇"


def test_mistakes_of_all_files_come_in_one_run_sorted(data: Path) -> None:
    for name in ("site", "places"):
        path = data / f"{name}.yml"
        path.write_text(path.read_text("utf-8").replace("name: ", "name：", 1), "utf-8")
    (data / "duty.yml").write_text("rotatons: []\nleave: [{person: zhang, from: 明天}]\n", "utf-8")
    found = mistakes(data)
    assert [line.split(": ")[0] for line in found] == [
        "data/duty.yml:1:1",
        "data/duty.yml:2:31",
        "data/places.yml:3:9",
        "data/site.yml:1:5",
    ]


def test_references_into_a_file_that_cannot_be_read_are_not_called_unknown(data: Path) -> None:
    (data / "people.yml").write_text("people: [\n", "utf-8")
    assert all(line.startswith("data/people.yml:") for line in mistakes(data))


@pytest.mark.parametrize("subject", [subject for subject in SUBJECTS if not subject.optional])
def test_a_missing_file_is_one_line(data: Path, subject: object) -> None:
    name = getattr(subject, "name", "")
    (data / f"{name}.yml").unlink()
    (line,) = mistakes(data)
    assert line.startswith(f"data/{name}.yml:1:1: ")
    assert line.endswith("没有这个文件")


def test_a_missing_folder_is_one_line(data: Path) -> None:
    assert mistakes(data / "nowhere") == ["data/nowhere:1:1: 没有这个文件夹"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("dutty.yml", "duty.yml"), ("duty.yaml", "duty.yml"), ("video", "videos.yml"), ("照片.jpg", "media")],
)
def test_a_file_of_another_name_is_named(data: Path, name: str, said: str) -> None:
    (data / name).touch()
    (line,) = mistakes(data)
    assert line.startswith(f"data/{name}:1:1: ")
    assert said in line


@pytest.mark.parametrize("name", ["README.md", ".duty.yml.swp", "duty.yml~", "duty.yml.bak", "~$duty.yml"])
def test_backups_and_the_handbook_are_left_alone(data: Path, name: str) -> None:
    (data / name).touch()
    assert load(data).town.people


def test_a_folder_of_files_is_one_subject(data: Path) -> None:
    (data / "people").mkdir()
    shutil.move(data / "people.yml", data / "people" / "a.yml")
    (data / "people" / "b.yml").write_text("people:\n  - {id: wu, name: 吴律师, role: adviser}\n", "utf-8")
    loaded = load(data)
    assert [person.id for person in loaded.town.people] == ["zhang", "li", "wu"]
    problem = loaded.problem(Finding("people", ("people", 2, "role"), "不对"))
    assert str(problem) == "data/people/b.yml:2:31: 人员 › 第 3 条（wu） › role: 不对"


def test_an_id_used_in_another_file_of_the_folder_is_told(data: Path) -> None:
    (data / "people").mkdir()
    shutil.move(data / "people.yml", data / "people" / "a.yml")
    (data / "people" / "b.yml").write_text("people:\n  - {id: li, name: 厉律师, role: adviser}\n", "utf-8")
    (line,) = mistakes(data)
    assert line.startswith("data/people/b.yml:2:10: 人员 › 第 3 条（li） › id: 编号重复")
    assert "data/people/a.yml 第 5 行" in line


def test_a_file_and_a_folder_of_one_subject_are_refused(data: Path) -> None:
    (data / "people").mkdir()
    assert mistakes(data) == ["data/people.yml:1:1: 人员: people.yml 和文件夹 people 只能留一个"]


def test_a_key_of_two_files_that_is_no_list_is_refused(data: Path) -> None:
    (data / "site").mkdir()
    shutil.copy(data / "site.yml", data / "site" / "a.yml")
    shutil.move(data / "site.yml", data / "site" / "b.yml")
    assert "data/site/b.yml:2:1: 网站: town 在 data/site/a.yml 第 2 行已经写过" in mistakes(data)


def test_media_files_are_found_below_their_folder(data: Path) -> None:
    (data / "media" / "2022").mkdir(parents=True)
    (data / "media" / "2022" / "a.mp4").touch()
    shutil.copy(MISTAKES / "videos-file-missing.yml", data / "videos.yml")
    text = (data / "videos.yml").read_text("utf-8").replace("media/yaoyan", "media/2022/a")
    (data / "videos.yml").write_text(text, "utf-8")
    assert load(data).town.videos.videos[0].sources[0].file == "media/2022/a.mp4"


@pytest.mark.parametrize(
    ("key", "file", "content", "said"),
    [
        ("poster", "a.jpg", b"x" * 8_000_000, "图片太大（8 MB）"),
        ("poster", "a.mp4", b"x", "图片不能用这种文件"),
        ("captions", "a.vtt", b"1\n00:00:01,000 --> 00:00:02,000\n", "不是 WebVTT"),
        ("captions", "a.vtt", "WEBVTT\n\n谣言".encode("gbk"), "不是 UTF-8"),
        ("captions", "a.srt", b"1", "字幕不能用这种文件"),
        ("captions", "a.vtt", "WEBVTT\n\n谣言".encode("utf-8-sig"), ""),
    ],
)
def test_a_file_that_cannot_be_shown_is_refused(
    data: Path, key: str, file: str, content: bytes, said: str
) -> None:
    (data / "media").mkdir()
    (data / "media" / file).write_bytes(content)
    (data / "media" / "film.mp4").touch()
    text = (MISTAKES / "videos-file-missing.yml").read_text("utf-8").replace("media/yaoyan", "media/film")
    (data / "videos.yml").write_text(f"{text.rstrip()}\n    {key}: media/{file}\n", "utf-8")
    if said:
        (line,) = mistakes(data)
        assert line.startswith("data/videos.yml:10:")
        assert said in line
    else:
        load(data)


@pytest.mark.parametrize("copy", ["people - 副本.yml", "people(1).yml", "people.yml.txt", "people.yaml"])
def test_a_copy_of_a_file_is_told_from_a_renamed_one(data: Path, copy: str) -> None:
    shutil.copy(data / "people.yml", data / copy)
    assert mistakes(data)[0].endswith("已经有 people.yml 了，多出来的这份请移走")
    (data / "people.yml").unlink()
    assert any(line.endswith("请改名为 people.yml") for line in mistakes(data))


def test_a_finding_gets_the_place_of_what_it_is_about(data: Path) -> None:
    loc = ("rotations", 0, "segments", 0, "people", 1)
    found = load(data).problem(Finding("duty", loc, "太忙", "warning"))
    where = "值班 › 轮值第 1 条（east） › segments › 第 1 条 › people › 第 2 条"
    assert found == Problem("data/duty.yml", 8, 25, where, "太忙", "warning")


def test_a_finding_about_something_that_is_not_written_points_to_its_entry(data: Path) -> None:
    found = load(data).problem(Finding("holidays", ("days", 0), "没有"))
    assert (found.file, found.line, found.column) == ("data/holidays.yml", 1, 1)
