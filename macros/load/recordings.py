"""Recordings: whether a file is one, and what of it is published."""

from __future__ import annotations

from pathlib import Path

from macros.load.films import clean_film, film_trouble

KINDS = (".mp3", ".m4a")
_BROKEN = "录音没有传完，请重新放一次"
_OTHER = "这不是 {0} 录音，只是名字是 .{1}，请用转换工具转成 MP3"
# ID3v1 at the very end, 128 bytes; the head and foot of an APE tag.
_ID3V1, _APE = 128, 32


def recording_trouble(path: Path) -> str:
    """Why a recording can't be played; empty when nothing speaks against it."""
    if path.suffix.lower() == ".mp3":
        sound = _sound(path.read_bytes())
        return "" if _is_frame(sound) else _OTHER.format("MP3", "mp3")
    with path.open("rb") as file:
        if file.read(8)[4:] != b"ftyp":
            return _OTHER.format("M4A", "m4a")
    return _BROKEN if film_trouble(path) else ""


def clean_recording(path: Path) -> bytes | None:
    """The recording without what it says about place, device and owner; None when it says nothing."""
    if path.suffix.lower() != ".mp3":
        return clean_film(path)
    whole = path.read_bytes()
    sound = _sound(whole)
    return sound if len(sound) < len(whole) else None


def _is_frame(sound: bytes) -> bool:
    # Eleven bits set, then the version and layer III.
    return len(sound) > 4 and sound[0] == 0xFF and sound[1] & 0xE0 == 0xE0 and sound[1] & 0x06 == 0x02


def _sound(whole: bytes) -> bytes:
    """What is between the tags at the beginning and the end."""
    start, end = 0, len(whole)
    while whole[start : start + 3] == b"ID3" and len(whole) >= start + 10:
        head = whole[start : start + 10]
        size = sum((byte & 0x7F) << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=True))
        start += 10 + size + (10 if head[5] & 0x10 else 0)
    while (taken := _tag_at_end(whole[start:end])) and start < end:
        end -= taken
    return whole[start:end]


def _tag_at_end(sound: bytes) -> int:
    """How many bytes at the end are a tag."""
    if sound[-_ID3V1:][:3] == b"TAG" and len(sound) >= _ID3V1:
        return _ID3V1
    foot = sound[-_APE:]
    if not foot.startswith(b"APETAGEX"):
        return 0
    # Its size counts the foot; whether there is a head says the highest bit of its flags.
    return int.from_bytes(foot[12:16], "little") + (_APE if foot[23] & 0x80 else 0)
