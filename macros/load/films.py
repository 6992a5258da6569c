"""Films: whether a file is one, and what of it is published."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from macros.load.unfit import UnfitError

_EMPTY = "影片是空的，或者没有传完，请重新放一次"
_NOT_MP4 = "这不是 MP4 影片，只是名字是 .mp4，请用转换工具转成 MP4"
# Where phones and cameras write place, device and owner.
_TELLING = (b"udta", b"meta", b"uuid")
# Tracks in which cameras write the way they were carried.
_TRACKS = (b"gpmd", b"camm")


class Box(NamedTuple):
    """A part of an MP4 file: its kind, and the bytes from its head to its end."""

    kind: bytes
    start: int
    inside: int
    end: int


def film_trouble(path: Path) -> str:
    """Why a film can't be played; empty when nothing speaks against it."""
    with path.open("rb") as file:
        head = file.read(4096)
        if path.suffix.lower() == ".webm":
            whole = head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head and b"\x18\x53\x80\x67" in head
            return "" if whole else "这不是 WebM 影片，只是名字是 .webm，请用转换工具转成 MP4"
        if not head:
            return _EMPTY
        if head[4:8] != b"ftyp":
            return _NOT_MP4
        if head[8:12] == b"qt  ":
            return "这是苹果手机的 MOV 影片，只是名字是 .mp4，请用转换工具转成 MP4"
        try:
            return _mp4_trouble(file, list(_boxes(file, 0, path.stat().st_size)))
        except UnfitError as error:
            return str(error)


def _mp4_trouble(file: BinaryIO, boxes: list[Box]) -> str:
    about = next((box for box in boxes if box.kind == b"moov"), None)
    if about is None or not any(box.kind in (b"mdat", b"moof") for box in boxes):
        return _EMPTY
    # Walked for what it holds, so that a broken part is told here and not when it is published.
    list(_telling(file, boxes))
    file.seek(about.start)
    header = file.read(about.end - about.start)
    if any(track in header for track in _TRACKS):
        return "影片里记着拍摄时走过的路线，请用剪辑软件重新导出一次再放"
    return ""


def film_seconds(path: Path) -> int | None:
    """How long a sound film is, as its header says; None where that isn't known."""
    if path.suffix.lower() != ".mp4":
        return None
    with path.open("rb") as file:
        about = next(box for box in _boxes(file, 0, path.stat().st_size) if box.kind == b"moov")
        header = next((box for box in _boxes(file, about.inside, about.end) if box.kind == b"mvhd"), None)
        if header is None:
            return None
        file.seek(header.inside)
        return _seconds(file.read(header.end - header.inside))


def _seconds(header: bytes) -> int | None:
    # Behind a version and two dates, of eight bytes each where the version is 1: ticks a second, ticks.
    layout = ">20xIQ" if header[:1] == b"\x01" else ">12xII"
    if len(header) < struct.calcsize(layout):
        return None
    rate, ticks = struct.unpack_from(layout, header)
    return round(ticks / rate) or None if rate else None


def clean_film(path: Path) -> bytes | None:
    """The film without what it says about place, device and owner; None when it says nothing."""
    if path.suffix.lower() not in (".mp4", ".m4a"):
        return None
    size = path.stat().st_size
    with path.open("rb") as file:
        telling = list(_telling(file, list(_boxes(file, 0, size))))
        if not telling:
            return None
        file.seek(0)
        content = bytearray(file.read())
    for box in telling:
        # As long as before: what follows is found by its distance from the start.
        content[box.start + 4 : box.start + 8] = b"free"
        content[box.inside : box.end] = bytes(box.end - box.inside)
    return bytes(content)


def _telling(file: BinaryIO, boxes: list[Box]) -> Iterator[Box]:
    for box in boxes:
        if box.kind in _TELLING:
            yield box
        elif box.kind in (b"moov", b"trak"):
            yield from _telling(file, list(_boxes(file, box.inside, box.end)))


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places of a file; raises UnfitError where one ends too late."""
    while start + 8 <= end:
        file.seek(start)
        head = file.read(16)
        size, inside = struct.unpack(">I", head[:4])[0], start + 8
        if size == 1 and len(head) == 16:
            size, inside = struct.unpack(">Q", head[8:])[0], start + 16
        elif size == 0:
            size = end - start
        if size < inside - start or start + size > end:
            raise UnfitError(_EMPTY)
        yield Box(head[4:8], start, inside, start + size)
        start += size
