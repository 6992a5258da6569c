"""Small films, pictures and captions, as sound or as broken as a test needs them."""

from __future__ import annotations

import io
import struct
from typing import Any

from PIL import Image

VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n不信谣\n"


def box(kind: bytes, *inside: bytes) -> bytes:
    """A part of an MP4 file."""
    content = b"".join(inside)
    return struct.pack(">I4s", len(content) + 8, kind) + content


def mp4(*about: bytes, brand: bytes = b"isom") -> bytes:
    """A film that any program takes for one, with more boxes in its header."""
    header = box(b"moov", box(b"mvhd", bytes(100)), *about)
    return box(b"ftyp", brand, bytes(4), brand) + header + box(b"mdat", b"pictures")


def picture(kind: str = "JPEG", size: tuple[int, int] = (8, 6), mode: str = "RGB", **how: Any) -> bytes:
    """A picture, its left half red and its right half blue."""
    drawn = Image.new(mode, size, "blue")
    drawn.paste("red", (0, 0, size[0] // 2, size[1]))
    content = io.BytesIO()
    drawn.save(content, kind, **how)
    return content.getvalue()


def sound(name: str) -> bytes:
    """A sound file of the kind that the name says."""
    kind = name.rpartition(".")[2]
    if kind == "vtt":
        return VTT.encode()
    return mp4() if kind == "mp4" else picture({"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[kind])
