"""Captions are shown, or told why not in one whole sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.captions import captions_trouble, cues
from macros.models.captions import Cue

TIMES = "字幕第 {} 行的时间写得不对，应写成 00:00:05.000 --> 00:00:10.000 的样子"
LATER = "字幕第 {} 行的结束时间不晚于开始时间"
WRONG = "字幕文件里有一段写得不对{}：每段先空一行，再写时间，下一行写文字"
CUE = "00:01.000 --> 00:02.000\n甲\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"WEBVTT\n\n{CUE}", ""),
        (f"\ufeffWEBVTT\n\n{CUE}", ""),
        ("WEBVTT\n\n 00:01.000 \t-->\t00:02.000 align:start\n甲\n", ""),
        ("WEBVTT\n\n59:59.999 --> 100:00:00.000\n甲\n", ""),
        ("", "字幕文件是空的"),
        (" \n", "字幕文件是空的"),
        (f"\n{CUE}", "字幕文件不是 WebVTT：第一行应是 WEBVTT，.srt 的字幕要先转换"),
        (f"WEBVTT\n\n{CUE[:-1]}\u200b\n", "字幕第 4 行有看不见的字符（U+200B）"),
        (f"WEBVTT\n\n{CUE}\n00:03 --> 00:04\n乙\n", TIMES.format(6)),
        ("WEBVTT\n\n00:60.000 --> 01:01.000\n甲\n", TIMES.format(3)),
        ("WEBVTT\n\n1:00:00.000 --> 1:00:01.000\n甲\n", TIMES.format(3)),
        ("WEBVTT\n\n00:01.000-->00:02.000\n甲\n", TIMES.format(3)),
        ("WEBVTT\n\n00:01.000 --> 00:02.0001\n甲\n", TIMES.format(3)),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\n甲\n", LATER.format(3)),
        ("WEBVTT\n\n01:00:00.000 --> 59:59.999\n甲\n", LATER.format(3)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "字幕文件里一句字幕也没有"),
        ("WEBVTT\n\nREGION\nsize:1\n", WRONG.format("")),
        (f"WEBVTT\n\n{CUE}\nREGION\nid:00:01.000\n", WRONG.format("")),
        (f"WEBVTT\n\n甲\n乙\n{CUE}", WRONG.format("（在 00:01.000 附近）")),
        (f"WEBVTT\n\n{CUE}00:03.000 --> 00:04.000\n乙\n", WRONG.format("（在 00:03.000 附近）")),
    ],
)
def test_captions_are_shown_or_told_why_not(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.vtt").write_text(text, "utf-8")
    assert captions_trouble(tmp_path / "a.vtt") == said


def test_what_is_said_and_when_is_read_without_its_looks(tmp_path: Path) -> None:
    first = "00:05.500 --> 00:08.000 align:start\n<v 阿婆>先挂断，\n再打电话\n"
    text = f"WEBVTT\n\n{first}\n01:00:00.000 --> 01:00:01.000\n好\n"
    (tmp_path / "a.vtt").write_text(text, "utf-8")
    assert cues(tmp_path / "a.vtt") == (Cue(5.5, "先挂断， 再打电话"), Cue(3600, "好"))
