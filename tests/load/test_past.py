"""A town that was published once is read as it was, whatever is asked of one that is to be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.errors import DataError
from macros.load import load

VIDEOS = """categories: [片]
videos:
  - {id: a, title: 片, date: 2022, category: 片, summary: 说法, sources: [{file: media/a.mp4}]}
"""
MISSING = "视频 › 第 1 条（a） › sources › 第 1 条 › file: 没有这个文件（写的是 media/a.mp4）"


def mistakes(data: Path, *, past: bool = False) -> list[str]:
    try:
        load(data, past=past)
    except DataError as error:
        return str(error).splitlines()
    return []


@pytest.fixture
def films(data: Path) -> Path:
    (data / "videos.yml").write_text(VIDEOS, "utf-8")
    (data / "media").mkdir()
    return data


def test_a_film_of_the_past_is_not_looked_into(films: Path) -> None:
    (films / "media" / "a.mp4").write_bytes(b"no film")
    assert len(mistakes(films)) == 1
    assert mistakes(films, past=True) == []


def test_a_film_of_the_past_was_there(films: Path) -> None:
    assert mistakes(films, past=True) == [f"data/videos.yml:3:78: {MISSING}"]


def test_rotations_of_an_earlier_version_are_read_in_the_past_only(data: Path) -> None:
    text = (data / "duty.yml").read_text("utf-8")
    old = text.replace("        places: [aiguo-room]\n", "").replace(
        "    kind: point\n", "    kind: point\n    places: [aiguo-room]\n"
    )
    (data / "duty.yml").write_text(old, "utf-8")
    assert len(mistakes(data)) == 1
    assert load(data, past=True).town.duty.rotations[0].segments[0].places == ("aiguo-room",)


def test_a_key_that_has_moved_is_told_and_was_right_in_the_past(data: Path) -> None:
    old = "years:\n  - {year: 2022, figures: {leaflets: 1000+}}\n"
    events = data / "events.yml"
    events.write_text(old + events.read_text("utf-8"), "utf-8")
    (line,) = mistakes(data)
    assert line.startswith("data/events.yml:1:1: 活动 › years: 年度数字现在写在 years 文件夹")
    assert mistakes(data, past=True) == []
