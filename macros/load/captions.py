"""Captions: whether a .vtt file is one, read by the library for it, and told by line."""

from __future__ import annotations

import re
from pathlib import Path

from macros.load.unfit import UnfitError
from macros.models.captions import Cue
from macros.models.hidden import hidden

_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMES = re.compile(rf"\s*({_TIME})\s+-->\s+({_TIME})(?=\s|$)")


def captions_text(path: Path) -> str:
    """The text of a file of captions; raises UnfitError when it isn't one."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UnfitError("字幕文件不是 UTF-8 编码，请用记事本另存为 UTF-8") from None
    except OSError:
        raise UnfitError("字幕文件打不开") from None


def cues(path: Path) -> tuple[Cue, ...]:
    """What a file of captions says and when, without what it says of looks; the file is known to be sound."""
    import webvtt

    found = webvtt.from_string(captions_text(path)).captions
    spoken = ((_seconds(cue.start), " ".join(cue.text.split())) for cue in found)
    return tuple(Cue(start, text) for start, text in spoken if text)


def captions_trouble(path: Path) -> str:
    """Why captions can't be shown; empty when nothing speaks against them."""
    try:
        text = captions_text(path)
    except UnfitError as error:
        return str(error)
    if not text.strip():
        return "字幕文件是空的"
    if not text.startswith("WEBVTT"):
        return "字幕文件不是 WebVTT：第一行应是 WEBVTT，.srt 的字幕要先转换"
    for number, line in enumerate(text.split("\n"), 1):
        if told := _line_trouble(number, line):
            return told
    return _cues_trouble(text)


def _line_trouble(number: int, line: str) -> str:
    if found := hidden(line):
        return f"字幕第 {number} 行{found.message}"
    if "-->" not in line:
        return ""
    times = _TIMES.match(line)
    if not times:
        return f"字幕第 {number} 行的时间写得不对，应写成 00:00:05.000 --> 00:00:10.000 的样子"
    if _seconds(times[1]) >= _seconds(times[2]):
        return f"字幕第 {number} 行的结束时间不晚于开始时间"
    return ""


def _cues_trouble(text: str) -> str:
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        cues = webvtt.from_string(text, strict=True).captions
    except (MalformedFileError, MalformedCaptionError) as error:
        times = re.findall(r"[\d:]+\.\d{3}", str(error))
        near = f"（在 {times[-2]} 附近）" if len(times) > 1 else ""
        return f"字幕文件里有一段写得不对{near}：每段先空一行，再写时间，下一行写文字"
    if not any(cue.text.strip() for cue in cues):
        return "字幕文件里一句字幕也没有"
    return ""


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds
