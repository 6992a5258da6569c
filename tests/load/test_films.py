"""A film is told from what only has its name, and only what tells of its owner is taken out of it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from macros.load.films import clean_film, film_seconds, film_trouble
from tests.films import box, mp4

EMPTY = "影片是空的，或者没有传完，请重新放一次"
NOT_MP4 = "这不是 MP4 影片，只是名字是 .mp4，请用转换工具转成 MP4"
NOT_WEBM = "这不是 WebM 影片，只是名字是 .webm，请用转换工具转成 MP4"
ROUTE = "影片里记着拍摄时走过的路线，请用剪辑软件重新导出一次再放"
FTYP = box(b"ftyp", b"isom", bytes(4))
MOOV = box(b"moov", box(b"mvhd", bytes(100)))
MDAT = box(b"mdat", b"pictures")
HEAD, DOCTYPE, SEGMENT = b"\x1a\x45\xdf\xa3", b"\x42\x82\x84webm", b"\x18\x53\x80\x67"


def long(kind: bytes, content: bytes) -> bytes:
    """A part of an MP4 file whose size is written in eight bytes."""
    return struct.pack(">I4sQ", 1, kind, len(content) + 16) + content


def last(kind: bytes, content: bytes) -> bytes:
    """A part of an MP4 file that goes on to its end."""
    return struct.pack(">I4s", 0, kind) + content


def film(folder: Path, content: bytes, name: str = "a.mp4") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (mp4(), ""),
        (b"", EMPTY),
        (b"hello, this is no film", NOT_MP4),
        (mp4(brand=b"qt  "), "这是苹果手机的 MOV 影片，只是名字是 .mp4，请用转换工具转成 MP4"),
        (FTYP + MOOV, EMPTY),
        (FTYP + MDAT, EMPTY),
        (FTYP + MOOV + box(b"moof", b"x"), ""),
        (FTYP + MOOV + last(b"mdat", b"pictures"), ""),
        (FTYP + long(b"mdat", b"pictures") + MOOV, ""),
        (FTYP + long(b"mdat", b"") + MOOV, ""),
        (FTYP + MOOV + MDAT + box(b"free"), ""),
        # A size that leaves no room for its own head, and one that goes beyond the end.
        (FTYP + MOOV + MDAT + struct.pack(">I4s", 7, b"free"), EMPTY),
        (FTYP + MOOV + MDAT + struct.pack(">I4sQ", 1, b"free", 15), EMPTY),
        (FTYP + MOOV + MDAT + struct.pack(">I4s", 1, b"free") + bytes(7), EMPTY),
        (FTYP + MOOV + MDAT + struct.pack(">I4s", 9, b"free"), EMPTY),
        # What is too short to be a part is nobody's trouble.
        (FTYP + MOOV + MDAT + bytes(7), ""),
        (mp4(box(b"trak", struct.pack(">I4s", 999, b"udta"))), EMPTY),
        (mp4(box(b"trak", b"gpmd")), ROUTE),
        (mp4(box(b"trak", b"camm")), ROUTE),
        # Pictures may hold any letters.
        (FTYP + MOOV + box(b"mdat", b"gpmd camm"), ""),
        (FTYP + box(b"mdat", b"gpmd camm") + MOOV, ""),
    ],
)
def test_a_film_is_played_or_told_why_not(tmp_path: Path, content: bytes, said: str) -> None:
    assert film_trouble(film(tmp_path, content)) == said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + DOCTYPE + SEGMENT, ""),
        (HEAD + DOCTYPE + bytes(4096 - 4 - 7 - 4) + SEGMENT, ""),
        (HEAD + DOCTYPE + bytes(4096 - 4 - 7 - 3) + SEGMENT, NOT_WEBM),
        (bytes(1) + HEAD + DOCTYPE + SEGMENT, NOT_WEBM),
        (HEAD + SEGMENT, NOT_WEBM),
        (HEAD + DOCTYPE, NOT_WEBM),
        (DOCTYPE + SEGMENT, NOT_WEBM),
        (SEGMENT, NOT_WEBM),
        (b"", NOT_WEBM),
    ],
)
@pytest.mark.parametrize("name", ["a.webm", "a.WebM"])
def test_a_webm_film_is_played_or_told_why_not(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    assert film_trouble(film(tmp_path, content, name)) == said


def gone(size: int) -> bytes:
    return box(b"free", bytes(size))


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        (FTYP + MOOV + MDAT, None),
        (
            FTYP + box(b"moov", box(b"mvhd", b"x"), box(b"udta", b"place")) + MDAT,
            FTYP + box(b"moov", box(b"mvhd", b"x"), gone(5)) + MDAT,
        ),
        (
            FTYP + box(b"moov", box(b"trak", box(b"tkhd", b"x"), box(b"meta", b"owner"))) + MDAT,
            FTYP + box(b"moov", box(b"trak", box(b"tkhd", b"x"), gone(5))) + MDAT,
        ),
        # Whatever stands in other parts is pictures and sound.
        (FTYP + MOOV + box(b"mdat", box(b"udta", b"place")), None),
        (
            FTYP + long(b"uuid", b"device") + MOOV + MDAT,
            FTYP + struct.pack(">I4sQ", 1, b"free", 22) + bytes(6) + MOOV + MDAT,
        ),
        (FTYP + MOOV + MDAT + last(b"meta", b"place"), FTYP + MOOV + MDAT + last(b"free", bytes(5))),
        (FTYP + long(b"mdat", b"x") + box(b"udta", b"y") + MOOV, FTYP + long(b"mdat", b"x") + gone(1) + MOOV),
    ],
)
@pytest.mark.parametrize("name", ["a.mp4", "a.MP4"])
def test_only_what_tells_of_the_owner_is_emptied(
    tmp_path: Path, name: str, given: bytes, clean: bytes | None
) -> None:
    assert film_trouble(film(tmp_path, given, name)) == ""
    assert clean_film(tmp_path / name) == clean


def test_a_film_of_another_kind_is_left_as_it_is(tmp_path: Path) -> None:
    assert clean_film(film(tmp_path, FTYP + MOOV + box(b"udta", b"place") + MDAT, "a.webm")) is None


def header(rate: int, ticks: int, version: int = 0) -> bytes:
    """The part of a film that says how long it is."""
    layout, dates = (">IQ", 16) if version else (">II", 8)
    return box(b"mvhd", bytes([version, 0, 0, 0]), bytes(dates), struct.pack(layout, rate, ticks), bytes(80))


@pytest.mark.parametrize(
    ("about", "seconds"),
    [
        (header(1000, 24_600), 25),
        (header(90_000, 90_000 * 4_000_000, version=1), 4_000_000),
        (header(1000, 100), None),
        (header(0, 1000), None),
        (box(b"mvhd", bytes(4)), None),
        (b"", None),
    ],
)
def test_a_film_says_how_long_it_is(tmp_path: Path, about: bytes, seconds: int | None) -> None:
    assert film_seconds(film(tmp_path, FTYP + box(b"moov", about) + MDAT)) == seconds
    assert film_seconds(film(tmp_path, FTYP + box(b"moov", about) + MDAT, "a.webm")) is None
