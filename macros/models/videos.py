"""Videos: short films that explain the law."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, model_validator

from macros.errors import did_you_mean, wrong
from macros.models.base import (
    CaptionsFile,
    Flag,
    Https,
    Id,
    ImageFile,
    Line,
    Model,
    Text,
    VideoFile,
    narrow,
)
from macros.models.data_file import DataFile, PageAt
from macros.models.dates import KnownDate
from macros.models.reference import Names, Reading, Ref, context_of
from macros.models.site import PLAYERS

CATEGORIES, SERIES = Names(), Names()

_BILIBILI = "https://player.bilibili.com/player.html"
_BILIBILI_NUMBER = re.compile(r"BV[0-9A-Za-z]{10}")
_BILIBILI_PAGE = re.compile(r"(?:www\.|m\.)?bilibili\.com/video/(BV[0-9A-Za-z]{10})/?")
_EMBED_CODE = re.compile(r"""<iframe\b[^>]*?\bsrc=["']?([^"'\s>]+)""", re.IGNORECASE)


def _length(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"(\d{1,3}):([0-5]\d)", narrow(value))
    if not found:
        raise wrong("时长应写成 1:20（1分20秒）的样子")
    return int(found[1]) * 60 + int(found[2])


def _player(value: Any) -> Any:
    """The player's address of whatever a clerk copied: an embed code, Bilibili's number or page."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if code := _EMBED_CODE.search(text):
        text = code[1].replace("&amp;", "&")
    text = f"https:{text}" if text.startswith("//") else text
    if _BILIBILI_NUMBER.fullmatch(text):
        return f"{_BILIBILI}?bvid={text}"
    if not (parts := urlsplit(text)).hostname:
        return text
    if parts.hostname == "b23.tv":
        right = "请打开它，把地址栏里 BV 开头的编号抄下来"
        raise wrong("这是短网址，看不出是哪个视频", right=right)
    page = _BILIBILI_PAGE.fullmatch(f"{parts.hostname}{parts.path}")
    if not page:
        return text
    part = parse_qs(parts.query).get("p", ["1"])[0]
    return f"{_BILIBILI}?bvid={page[1]}" + (f"&p={part}" if part.isdigit() and part != "1" else "")


def _allowed_player(value: str, info: ValidationInfo) -> str:
    players = context_of(info).known.get(PLAYERS)
    host = urlsplit(value).hostname or ""
    if players is not None and host not in players.names:
        right = did_you_mean(host, players.names) or f"要用它，先在 site.yml 写 players: [{host}]"
        raise wrong(f"site.yml 的 players 里没有 {host}", right=right)
    return value


Seconds = Annotated[int, BeforeValidator(_length)]


class Source(Model):
    """Where a video comes from: a file of our own, or the player of an allowed host."""

    file: VideoFile | None = None
    embed: Annotated[Https, BeforeValidator(_player), AfterValidator(_allowed_player)] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Source:
        if (self.file is None) == (self.embed is None):
            raise wrong("file（自己的文件）和 embed（外站播放器）要写一个，也只能写一个")
        return self


class Video(Model):
    """One film; without `sources` it is listed, not played."""

    id: Id
    title: Line
    date: KnownDate
    category: Annotated[Line, Ref(CATEGORIES, "视频类别")]
    series: Annotated[Line, Ref(SERIES, "系列")] | None = None
    summary: Text
    length: Seconds | None = None
    sources: tuple[Source, ...] = ()
    poster: ImageFile | None = None
    captions: CaptionsFile | None = None
    transcript: Text | None = None
    without_captions: Line | None = None
    sample: Flag = False

    @model_validator(mode="after")
    def _can_be_followed_without_hearing(self, info: ValidationInfo) -> Video:
        said = self.captions or self.transcript
        if said and self.without_captions:
            raise wrong("已经有字幕或文字稿了", right="请删掉这一行", at="without_captions")
        to_publish = context_of(info).reading is Reading.TO_PUBLISH
        if self.sources and not said and not self.without_captions and to_publish:
            right = "请加 captions（字幕）或 transcript（文字稿）；实在没有，写 without_captions: 原因"
            raise wrong("没有字幕，也没有文字稿，耳朵不好的乡亲看不懂", right=right, at="title")
        return self


class Videos(Model):
    """The file videos.yml."""

    categories: Annotated[tuple[Line, ...], CATEGORIES] = ()
    series: Annotated[tuple[Line, ...], SERIES] = ()
    videos: tuple[Video, ...] = ()


VIDEOS = DataFile(
    "videos",
    "视频",
    Videos,
    counted=("videos", "部视频"),
    pages=(PageAt("videos", "视频", "videos.html"),),
)
