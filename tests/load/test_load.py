"""A folder of data becomes a town, or every mistake in it is told with its place."""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest

from macros.errors import DataError, Finding, Problem
from macros.load import load
from macros.models.town import FILES
from tests.films import VTT, mp4

PATHS = {file.name: file.path for file in FILES}
MISTAKES = Path(__file__).parents[1] / "mistakes"


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("wrong", sorted(MISTAKES.glob("*.yml")), ids=lambda path: path.stem)
def test_a_mistake_prints_its_lines(wrong: Path, data: Path) -> None:
    file = data / f"{PATHS[wrong.name.split('-')[0]]}.yml"
    file.parent.mkdir(exist_ok=True)
    shutil.copy(wrong, file)
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


@pytest.mark.parametrize("subject", [subject for subject in FILES if not subject.optional])
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


def test_a_file_and_a_folder_of_one_subject_are_read_together(data: Path) -> None:
    before = load(data).town.duty
    (data / "duty").mkdir()
    (data / "duty" / "leave-1.yml").write_text("leave: [{person: li, from: 2026-12-01}]\n", "utf-8")
    after = load(data).town.duty
    assert after.rotations == before.rotations
    assert [*after.leave[:-1]] == [*before.leave]
    assert after.leave[-1].person == "li"


def test_what_stands_in_the_file_and_in_the_folder_is_told(data: Path) -> None:
    (data / "people").mkdir()
    (data / "people" / "a.yml").write_text("people:\n  - {id: li, name: 厉律师, role: adviser}\n", "utf-8")
    (line,) = mistakes(data)
    assert line.startswith("data/people/a.yml:2:10: 人员 › ")
    assert "编号重复" in line


def test_a_key_of_two_files_that_is_no_list_is_refused(data: Path) -> None:
    (data / "site").mkdir()
    shutil.copy(data / "site.yml", data / "site" / "a.yml")
    shutil.move(data / "site.yml", data / "site" / "b.yml")
    assert "data/site/b.yml:2:1: 网站: town 在 data/site/a.yml 第 2 行已经写过" in mistakes(data)


def test_media_files_are_found_below_their_folder(data: Path) -> None:
    (data / "media" / "2022").mkdir(parents=True)
    (data / "media" / "2022" / "a.mp4").write_bytes(mp4())
    shutil.copy(MISTAKES / "videos-file-missing.yml", data / "videos.yml")
    text = (data / "videos.yml").read_text("utf-8").replace("media/yaoyan", "media/2022/a")
    (data / "videos.yml").write_text(text, "utf-8")
    assert load(data).town.videos.videos[0].sources[0].file == "media/2022/a.mp4"


@pytest.mark.parametrize(
    ("key", "file", "content", "said"),
    [
        ("poster", "a.jpg", b"x" * 26_000_000, "文件太大（26 MB）"),
        ("poster", "a.mp4", b"x", "图片不能用这种文件"),
        ("captions", "a.vtt", VTT.encode("gbk"), "不是 UTF-8"),
        ("captions", "a.srt", b"1", "字幕不能用这种文件"),
        ("captions", "a.vtt", VTT.encode("utf-8-sig"), ""),
    ],
)
def test_a_file_that_cannot_be_shown_is_refused(
    data: Path, key: str, file: str, content: bytes, said: str
) -> None:
    (data / "media").mkdir()
    (data / "media" / file).write_bytes(content)
    (data / "media" / "film.mp4").write_bytes(mp4())
    text = (MISTAKES / "videos-file-missing.yml").read_text("utf-8").replace("media/yaoyan", "media/film")
    (data / "videos.yml").write_text(f"{text.rstrip()}\n    {key}: media/{file}\n", "utf-8")
    if said:
        (line,) = mistakes(data)
        assert line.startswith("data/videos.yml:11:")
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


def test_a_finding_about_a_file_that_is_not_there_points_to_where_it_would_be(data: Path) -> None:
    found = load(data).problem(Finding("holidays", (), "没有"))
    assert (found.file, found.line, found.column) == ("data/holidays.yml", 1, 1)


VIDEO = """categories: [动画]
videos:
  - id: yaoyan
    title: 谣言
    date: 2022
    category: 动画
    summary: 不信谣。
    sources: [{file: media/a.mp4}]
"""


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "data/videos.yml:4:12: 视频 › 第 1 条（yaoyan） › title: 没有字幕，也没有文字稿"),
        ("without_captions: 只有音乐，没有说话", ""),
        ("transcript: 不信谣", ""),
        (
            "transcript: 不信谣\n    without_captions: 只有音乐",
            "data/videos.yml:10:23: 视频 › 第 1 条（yaoyan） › without_captions: 已经有字幕或文字稿了",
        ),
    ],
)
def test_a_film_without_a_word_to_read_says_why(data: Path, more: str, said: str) -> None:
    (data / "media").mkdir()
    (data / "media" / "a.mp4").write_bytes(mp4())
    (data / "videos.yml").write_text(f"{VIDEO}    {more}\n" if more else VIDEO, "utf-8")
    if said:
        (line,) = mistakes(data)
        assert line.startswith(said)
    else:
        load(data)


def test_a_film_that_is_only_listed_needs_no_captions(data: Path) -> None:
    (data / "videos.yml").write_text(VIDEO.rpartition("    sources")[0], "utf-8")
    assert load(data).town.videos.videos


def test_a_place_with_the_phones_of_the_office_has_them(data: Path) -> None:
    text = (data / "places.yml").read_text("utf-8")
    (data / "places.yml").write_text(
        text.replace("tier: station", "tier: station\n    phones: office"), "utf-8"
    )
    town = load(data).town
    assert [phone.number for phone in town.places[0].phones] == ["021-0000-0001"]
    assert [phone.label for phone in town.places[0].phones] == ["样板镇司法所电话"]
    assert town.places[1].phones == ()


MANY = 3000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "people",
            "people:\n  - {id: a, name: 甲, role: judge,\n" + "     rolle%d: x,\n" * MANY + "     }\n",
        ),
        ("people", "people: []\n" + "peopel%d: x\n" * MANY),
        ("people", "people:\n" + "  - {id: a%d, nam: 甲, role: judge}\n" * MANY),
        ("people", "people:\n" + "  - {id: a, name: 甲%d, role: judge}\n" * MANY),
        ("people", "people:\n" + "  name：甲%d\n" * MANY),
        ("duty", "leave:\n" + "  - {person: zhagn%d, from: 2026-12-01}\n" * MANY),
        ("duty", "rotations: []\nleave:\n" + "  - {date: 2026-12-0%d, cancel: true}\n" * MANY),
    ],
    ids=["keys", "headings", "misspelt", "doubles", "colons", "references", "astray"],
)
def test_of_many_mistakes_a_hundred_are_told_and_the_rest_counted(
    data: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    close = difflib.get_close_matches

    def counted(word: str, known: list[str], n: int, cutoff: float) -> list[str]:
        asked.append(word)
        return close(word, known, n, cutoff)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    parts = text.split("%d")
    numbered = "".join(f"{part}{number}" for number, part in enumerate(parts[:-1])) + parts[-1]
    (data / f"{name}.yml").write_text(numbered, "utf-8")
    told = [line for line in mistakes(data) if line.startswith(f"data/{name}.yml:")]
    assert len(told) == 101
    found = re.search(r": 还有 (\d+) 处，改好上面的再看$", told[-1])
    assert found
    assert int(found[1]) >= MANY - 101
    # Words are compared for those that are told, not for the others.
    assert len(asked) <= 4 * 100
