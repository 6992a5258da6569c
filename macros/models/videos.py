"""Videos: short films that explain the law."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

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
    Ref,
    Text,
    VideoFile,
    narrow,
)
from macros.models.dates import KnownDate


def _length(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"(\d{1,3}):([0-5]\d)", narrow(value))
    if not found:
        raise wrong("时长应写成 1:20（1分20秒）的样子")
    return int(found[1]) * 60 + int(found[2])


def _allowed_player(value: str, info: ValidationInfo) -> str:
    players = (info.context or {}).get("player")
    host = urlsplit(value).hostname or ""
    if players is not None and host not in players:
        raise wrong(f"site.yml 的 players 里没有 {host}", right=did_you_mean(host, players))
    return value


Seconds = Annotated[int, BeforeValidator(_length)]


class Source(Model):
    """Where a video comes from: a file of our own, or the player of an allowed host."""

    file: VideoFile | None = None
    embed: Annotated[Https, AfterValidator(_allowed_player)] | None = None

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
    category: Annotated[Line, Ref("video_category", "视频类别")]
    series: Annotated[Line, Ref("video_series", "系列")] | None = None
    summary: Text
    length: Seconds | None = None
    sources: tuple[Source, ...] = ()
    poster: ImageFile | None = None
    captions: CaptionsFile | None = None
    transcript: Text | None = None
    sample: Flag = False


class Videos(Model):
    """The file videos.yml."""

    categories: tuple[Line, ...] = ()
    series: tuple[Line, ...] = ()
    videos: tuple[Video, ...] = ()
