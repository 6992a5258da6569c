"""A recording is told from what only has its name, and only its sound is published."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from macros.load.media import MOST_RECORDING, Media
from macros.load.recordings import clean_recording, recording_trouble
from macros.publish.media import published
from tests.films import box, mp4

FRAMES = (b"\xff\xfb\x90\x00" + bytes(413)) * 3
PLACE = b"GEOB Shanghai 31.5"
ID3V1 = b"TAG" + b"Owner".ljust(125, b"\0")


def id3(content: bytes, *, foot: bool = False) -> bytes:
    """A tag at the beginning, whose size is written in four times seven bits."""
    size = bytes(len(content) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00" + bytes([0x10 if foot else 0]) + size + content + b"3DI".ljust(10, b"\0") * foot


def ape(content: bytes, *, head: bool) -> bytes:
    """A tag at the end; its size counts the foot, not the head."""
    flags = 0x80000000 if head else 0
    edge = b"APETAGEX" + struct.pack("<IIII8x", 2000, len(content) + 32, 1, flags)
    return edge * head + content + edge


def recording(folder: Path, content: bytes, name: str = "a.mp3") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize(
    "whole",
    [
        FRAMES,
        id3(PLACE) + FRAMES,
        id3(PLACE * 20) + id3(PLACE) + FRAMES,
        id3(PLACE, foot=True) + FRAMES,
        FRAMES + ID3V1,
        FRAMES + ape(PLACE, head=True) + ID3V1,
        FRAMES + ape(PLACE, head=False),
        id3(PLACE) + FRAMES + ape(PLACE, head=True) + ID3V1,
    ],
)
def test_of_an_mp3_only_the_sound_is_published(tmp_path: Path, whole: bytes) -> None:
    path = recording(tmp_path, whole)
    assert recording_trouble(path) == ""
    assert clean_recording(path) == (FRAMES if whole != FRAMES else None)


@pytest.mark.parametrize(
    "content",
    [
        b"hello",
        b"RIFF....WAVEfmt ",
        b"\xff\xf1\x50\x80" + bytes(99),
        id3(PLACE),
        id3(PLACE)[:8],
        b"\xff",
        ID3V1,
        mp4(),
    ],
)
def test_what_is_no_mp3_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "不是 MP3 录音" in recording_trouble(recording(tmp_path, content))


def test_an_m4a_is_published_without_place_and_owner(tmp_path: Path) -> None:
    told = mp4(box(b"udta", PLACE), brand=b"M4A ")
    path = recording(tmp_path, told, "a.m4a")
    assert recording_trouble(path) == ""
    clean = published(path)
    assert clean is not None
    assert len(clean) == len(told)
    assert PLACE not in clean


@pytest.mark.parametrize(
    ("content", "said"),
    [(FRAMES, "这不是 M4A 录音"), (b"", "这不是 M4A 录音"), (mp4(brand=b"M4A ")[:-4], "录音没有传完")],
)
def test_what_is_no_m4a_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in recording_trouble(recording(tmp_path, content, "a.m4a"))


def test_the_loader_looks_into_recordings_and_refuses_large_ones(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    recording(tmp_path / "media", FRAMES, "good.mp3")
    recording(tmp_path / "media", b"no sound at all", "bad.mp3")
    recording(tmp_path / "media", FRAMES + bytes(MOST_RECORDING), "large.mp3")
    found = dict(Media(tmp_path))
    assert found["media/good.mp3"] == ""
    assert "不是 MP3 录音" in found["media/bad.mp3"]
    assert "文件太大" in found["media/large.mp3"]
