"""A picture is published small and in the colours that it was meant to have."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from macros.load import pictures
from macros.load.pictures import clean_picture
from macros.load.unfit import UnfitError
from tests.films import picture
from tests.profiles import bright, printed, swapped

Colour = tuple[int, ...]
# Two pictures in one file, as phones write them.
TWO = picture("MPO", save_all=True, append_images=[Image.new("RGB", (4, 3))])


def clean(folder: Path, name: str, content: bytes) -> Image.Image:
    (folder / name).write_bytes(content)
    return Image.open(io.BytesIO(clean_picture(folder / name)))


def drawn(mode: str, colour: Colour | int, kind: str, **how: Any) -> bytes:
    content = io.BytesIO()
    Image.new(mode, (8, 6), colour).save(content, kind, **how)
    return content.getvalue()


def refusal(folder: Path, name: str, content: bytes) -> str:
    with pytest.raises(UnfitError) as caught:
        clean(folder, name, content)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "right"),
    [
        ("a.jpg", picture("PNG"), ".png"),
        ("a.webp", picture("JPEG"), ".jpg"),
        ("a.png", picture("WEBP"), ".webp"),
        ("a.PNG", TWO, ".jpg"),
    ],
)
def test_a_picture_of_another_kind_is_told_its_right_name(
    tmp_path: Path, name: str, content: bytes, right: str
) -> None:
    assert refusal(tmp_path, name, content) == (
        f"文件名是 {name[1:].lower()}，里面其实是 {right} 图片，请把文件名改成 {right} 结尾"
    )


def test_a_picture_may_have_so_many_pixels_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 48)
    assert clean(tmp_path, "a.png", picture("PNG", (8, 6))).size == (8, 6)
    said = "图片的长乘宽超过 0 万像素，请缩小以后再放"
    assert refusal(tmp_path, "b.png", picture("PNG", (7, 7))) == said


def test_a_picture_may_be_so_large_when_published_and_no_larger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_bytes(picture("PNG"))
    size = len(clean_picture(tmp_path / "a.png"))
    monkeypatch.setattr(pictures, "MOST_PUBLISHED", size)
    assert clean(tmp_path, "b.png", picture("PNG")).size == (8, 6)
    monkeypatch.setattr(pictures, "MOST_PUBLISHED", size - 1)
    said = "图片太大，缩小以后村里网慢还是打不开，请另存为 .jpg"
    assert refusal(tmp_path, "c.png", picture("PNG")) == said


@pytest.mark.parametrize(
    ("size", "smaller", "shown"),
    [((128, 64), (64, 32), (16, 8)), ((64, 128), (32, 64), (8, 16)), ((64, 63), (64, 63), (16, 16))],
)
def test_a_large_photo_is_read_at_a_fraction_of_its_size(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    smaller: tuple[int, int],
    shown: tuple[int, int],
) -> None:
    read: list[tuple[int, int]] = []
    plain = pictures._plain

    def watched(given: Image.Image) -> Image.Image:
        read.append(given.size)
        return plain(given)

    monkeypatch.setattr(pictures, "LONGEST_SIDE", 16)
    monkeypatch.setattr(pictures, "_plain", watched)
    assert clean(tmp_path, "a.jpg", picture(size=size)).size == shown
    # Twice as large as needed at least, so that it stays sharp.
    assert read == [smaller]


def test_a_picture_that_was_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    red, blue = (255, 0, 0), (0, 0, 255)
    for colour, size, time in ((red, 500, 1), (blue, 501, 1), (red, 501, 2)):
        file.write_bytes(drawn("RGB", colour, "PNG").ljust(size, b"-"))
        os.utime(file, ns=(time, time))
        assert Image.open(io.BytesIO(clean_picture(file))).getpixel((3, 3)) == colour


def test_of_two_pictures_in_one_file_the_first_is_published(tmp_path: Path) -> None:
    made = clean(tmp_path, "a.jpg", TWO)
    assert (made.format, made.size) == ("JPEG", (8, 6))


def test_a_photo_is_written_so_that_it_comes_up_at_once(tmp_path: Path) -> None:
    assert clean(tmp_path, "a.jpg", picture()).info["progressive"] == 1


@pytest.mark.parametrize(
    ("name", "content", "mode", "seen"),
    [
        ("a.png", drawn("RGB", (9, 8, 7), "PNG"), "RGB", (9, 8, 7)),
        ("a.png", drawn("L", 7, "PNG"), "RGB", (7, 7, 7)),
        ("a.png", drawn("RGBA", (9, 8, 7, 6), "PNG"), "RGBA", (9, 8, 7, 6)),
        ("a.png", drawn("RGB", (9, 8, 7), "PNG", transparency=(9, 8, 7)), "RGBA", (9, 8, 7, 0)),
        ("a.png", drawn("I;16", 0, "PNG"), "RGB", (0, 0, 0)),
        ("a.png", drawn("I;16", 0xFFFF, "PNG"), "RGB", (255, 255, 255)),
        # With a profile of its own.
        ("a.png", drawn("RGB", (255, 0, 0), "PNG", icc_profile=swapped()), "RGB", (0, 0, 255)),
        ("a.png", drawn("RGBA", (255, 0, 0, 9), "PNG", icc_profile=swapped()), "RGBA", (0, 0, 255, 9)),
        (
            "a.png",
            drawn("RGB", (255, 0, 0), "PNG", icc_profile=swapped(), transparency=(255, 0, 0)),
            "RGBA",
            (0, 0, 255, 0),
        ),
        ("a.png", drawn("P", (255, 0, 0), "PNG", icc_profile=swapped()), "RGB", (0, 0, 255)),
        (
            "a.png",
            drawn("P", (255, 0, 0), "PNG", icc_profile=swapped(), transparency=0),
            "RGBA",
            (0, 0, 255, 0),
        ),
        (
            "a.png",
            drawn("L", 128, "PNG", icc_profile=bright(), transparency=128),
            "RGBA",
            (128, 128, 128, 0),
        ),
        ("a.png", drawn("L", 128, "PNG", icc_profile=bright()), "RGB", (192, 192, 192)),
        ("a.png", drawn("I;16", 128 * 257, "PNG", icc_profile=bright()), "RGB", (192, 192, 192)),
        ("a.jpg", drawn("CMYK", (255, 0, 0, 0), "JPEG", icc_profile=printed()), "RGB", (164, 164, 164)),
        # With one that fits other pictures, or none.
        ("a.png", drawn("L", 128, "PNG", icc_profile=swapped()), "RGB", (128, 128, 128)),
        ("a.png", drawn("RGB", (9, 8, 7), "PNG", icc_profile=bright()), "RGB", (9, 8, 7)),
        ("a.png", drawn("RGB", (9, 8, 7), "PNG", icc_profile=b"broken"), "RGB", (9, 8, 7)),
        ("a.png", drawn("L", 7, "PNG", icc_profile=b"broken"), "RGB", (7, 7, 7)),
    ],
)
def test_a_picture_is_seen_as_it_was_meant(
    tmp_path: Path, name: str, content: bytes, mode: str, seen: Colour
) -> None:
    made = clean(tmp_path, name, content)
    assert (made.mode, made.getpixel((3, 3))) == (mode, seen)
    assert not {"icc_profile", "transparency"} & made.info.keys()
