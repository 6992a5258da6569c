"""Several files of one subject are one, and every line is told in its own file."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest.mock import ANY

import pytest

from macros.errors import DataError
from macros.load import load, text_files
from macros.load.folder import DUTY, some_parts
from macros.load.media import Media
from macros.load.text_files import gather, joined, parse
from macros.load.tree import plain
from macros.models.holidays import Holidays
from tests.second_town import FOLDER as SECOND
from tests.second_town import TOWN


def mistakes(data: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(data)
    return str(caught.value).splitlines()


def parted(data: Path, name: str, **parts: str) -> None:
    """The file of a subject as a folder of parts, the first of which is the file itself."""
    (data / name).mkdir()
    shutil.move(data / f"{name}.yml", data / name / "a.yml")
    for part, text in parts.items():
        (data / name / f"{part}.yml").write_text(text, "utf-8")


def test_parts_that_are_joined_twice_stay_as_they_were() -> None:
    parts = [parse(f"leave: [{name}]\n".encode(), f"{name}.yml") for name in ("a", "b")]
    for _ in range(2):
        root = joined(parts, "duty").root
        assert root is not None
        assert plain(root) == {"leave": ["a", "b"]}
    assert joined(parts[:1], "duty") is parts[0]
    assert [str(problem) for problem in joined([], "duty").problems] == [
        "duty:1:1: duty: 文件夹里没有 .yml 文件"
    ]


def test_the_parts_that_duty_needs_are_read_from_their_files_alone() -> None:
    named = {name: name for name in DUTY}
    texts = gather(SECOND, named, ["holidays"])
    parts = some_parts(texts, DUTY)
    assert parts == {name: getattr(TOWN, name) if name != "places" else ANY for name in DUTY}
    assert parts["places"][0].id == TOWN.places[0].id
    assert some_parts({name: one for name, one in texts.items() if name != "people"}, DUTY) is None
    for name, text in {"people": "people: [", "duty": "rotations: 无", "site": "name: 甲"}.items():
        assert some_parts({**texts, name: parse(f"{text}\n".encode(), f"{name}.yml")}, DUTY) is None
    # A slip is no reason to guess, though what was meant is plain.
    slip = (SECOND / "people.yml").read_text("utf-8").replace("丁律师", '"丁\n      律师"')
    assert some_parts({**texts, "people": parse(slip.encode(), "people.yml")}, DUTY) is None
    # Who isn't there can't be on duty; a file of holidays may be missing, a photo isn't asked for.
    assert some_parts({**texts, "people": parse(b"people: []\n", "people.yml")}, DUTY) is None
    without = some_parts({name: one for name, one in texts.items() if name != "holidays"}, DUTY)
    assert without is not None
    assert without["holidays"] == Holidays()


def test_an_empty_folder_is_told(data: Path) -> None:
    (data / "people.yml").unlink()
    (data / "people").mkdir()
    assert mistakes(data) == ["data/people:1:1: 人员: 文件夹里没有 .yml 文件"]


def test_a_list_and_a_text_under_one_heading_are_not_joined(data: Path) -> None:
    parted(data, "people", b="people: 王律师\n")
    assert mistakes(data) == ["data/people/b.yml:1:1: 人员: people 在 data/people/a.yml 第 1 行已经写过"]


def test_what_is_missing_in_all_parts_is_told_at_the_first(data: Path) -> None:
    parted(data, "site", b="sample_notice: 试用\n")
    text = (data / "site" / "a.yml").read_text("utf-8").replace("mark: 法\n", "")
    (data / "site" / "a.yml").write_text(f"# 网站\n{text}", "utf-8")
    assert mistakes(data) == ["data/site/a.yml:2:1: 网站: 少了 mark 这一项：网站图标上的一个字"]


def test_a_private_number_is_found_in_each_part(data: Path) -> None:
    parted(
        data, "people", b="people:\n  - {id: wu, name: 吴律师, role: judge, organisation: 打 13800138000}\n"
    )
    (line,) = mistakes(data)
    assert line.startswith("data/people/b.yml:2:54: 人员 › 第 3 条（wu） › organisation: 文字里有手机号")


def test_a_file_that_belongs_nowhere_is_told_where_to_put_it(data: Path) -> None:
    (data / "照片.jpg").touch()
    right = "照片和视频请放进 media 文件夹，其他文件请移走"
    assert mistakes(data) == [f"data/照片.jpg:1:1: 这里不用这个名字的文件，{right}"]


def test_a_file_that_cannot_be_opened_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    file = data / "duty.yml"
    with monkeypatch.context() as patch:
        patch.setattr(type(file), "open", refused)
        source = text_files._Reader({}, text_files.Parsing()).read(file)
    assert [str(problem) for problem in source.problems] == ["data/duty.yml:1:1: 文件打不开"]


def test_other_files_in_media_are_nobodys_trouble(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.txt").write_text("甲", "utf-8")
    media = Media(tmp_path)
    assert dict(media) == {"media/a.txt": ""}
    assert (media.captions("media/a.txt"), media.captions("media/b.vtt")) == ("甲", "")
