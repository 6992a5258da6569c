"""The films, pictures and captions of a town, and which of them can't be shown to residents."""

from __future__ import annotations

from pathlib import Path

_PICTURES, _FILMS = (".jpg", ".jpeg", ".png", ".webp"), (".mp4", ".webm")
# What a village's network still loads, and what GitHub takes without a complaint.
MOST_PICTURE, MOST_FILM = 1_000_000, 50_000_000


def media_files(folder: Path) -> dict[str, str]:
    """The files below media/, as data refers to them, with what is wrong with each, if anything."""
    files = sorted(path for path in (folder / "media").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _trouble(path) for path in files}


def _trouble(path: Path) -> str:
    kind, size = path.suffix.lower(), path.stat().st_size
    if kind in _PICTURES and size > MOST_PICTURE:
        return f"图片太大（{_told(size)}），村里网慢打不开，请压缩到 {_told(MOST_PICTURE)} 以内"
    if kind in _FILMS and size > MOST_FILM:
        return f"影片太大（{_told(size)}），请压缩到 {_told(MOST_FILM)} 以内"
    if kind == ".vtt" and size > MOST_PICTURE:
        return "字幕文件太大，里面好像不是字幕"
    # An empty file is one that is still to come.
    return _captions(path) if kind == ".vtt" and size else ""


def _captions(path: Path) -> str:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return "字幕文件不是 UTF-8 编码，请用记事本另存为 UTF-8"
    except OSError:
        return "字幕文件打不开"
    if not text.startswith("WEBVTT"):
        return "字幕文件不是 WebVTT：第一行应是 WEBVTT，.srt 的字幕要先转换"
    return ""


def _told(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
