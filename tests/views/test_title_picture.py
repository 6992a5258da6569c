"""A poster is drawn from the title, whatever its length, and the same each time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from macros import kept
from macros.views import title_drawing
from macros.views.title_drawing import HEIGHT, NAVY, PAPER, WIDTH, drawn, fitted
from macros.views.title_picture import title_picture


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("守护养老钱 幸福享晚年", ["守护养老钱", "幸福享晚年"]),
        ("扁担戏：阿婆的存折", ["扁担戏：", "阿婆的存折"]),
        ("《谣言》", ["《谣言》"]),
        ("接到“公检法”电话怎么办", ["接到“公检法”", "电话怎么办"]),
    ],
)
def test_lines_end_where_a_reader_would_end_them(title: str, lines: list[str]) -> None:
    assert fitted(title)[1] == lines


def test_a_long_title_is_smaller_and_a_very_long_one_cut_off() -> None:
    size, lines = fitted("村里修路占了承包地，青苗和地上附着物的补偿款到底应该由谁来领怎么分")
    assert size < 128
    assert len(lines) <= 3
    _, lines = fitted("法" * 200)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_the_picture_is_whole_small_and_in_the_towns_colours() -> None:
    content = drawn("接到“公检法”电话怎么办", "动漫", "柳溪镇法律服务")
    assert len(content) < 40_000
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1000) or ()}
    assert {NAVY, PAPER} <= colours


def test_the_same_title_is_the_same_picture() -> None:
    assert drawn("片", "动漫", "镇") == drawn("片", "动漫", "镇")
    assert drawn("片", "动漫", "镇") != drawn("片", "示例短片", "镇")


def test_a_picture_that_was_drawn_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    first = title_picture("片", "动漫", "镇")
    assert first == drawn("片", "动漫", "镇")
    monkeypatch.setattr(title_drawing, "drawn", lambda *_: b"another")
    assert title_picture("片", "动漫", "镇") == first
    assert title_picture("片", "示例短片", "镇") == b"another"
