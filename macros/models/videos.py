"""Videos: short films that explain the law, and programmes of an old art that do."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ValidationInfo, model_validator

from macros.errors import wrong
from macros.models.base import CaptionsFile, Flag, Id, ImageFile, Labels, Line, Model, Text, VideoFile, narrow
from macros.models.data_file import DataFile, PageAt
from macros.models.dates import Day, KnownDate
from macros.models.law import Law, Said, Statement
from macros.models.players import PlayerAddress
from macros.models.reference import Names, Reading, Ref, context_of
from macros.models.topics import Topic

CATEGORIES, SERIES, LANGUAGES = Names(), Names(), Names()


def _length(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"(\d{1,3}):([0-5]\d)", narrow(value))
    if not found:
        raise wrong("时长应写成 1:20（1分20秒）的样子")
    return int(found[1]) * 60 + int(found[2])


Seconds = Annotated[int, BeforeValidator(_length, json_schema_input_type=str)]


class Channels(Model):
    """A film in WeChat's 视频号, which no page can play: the picture of its code, and whose account it is."""

    labels: ClassVar[Labels] = {
        "picture": "视频号的二维码图片",
        "account": "视频号名称",
    }

    picture: ImageFile
    account: Line | None = None


class Source(Model):
    """Where a video comes from: a file of our own, the player of an allowed host, or 视频号."""

    labels: ClassVar[Labels] = {
        "file": "影片文件",
        "embed": ("网站上的影片", "贴网址"),
        "channels": "视频号",
    }

    file: VideoFile | None = None
    embed: PlayerAddress | None = None
    channels: Channels | None = None

    @model_validator(mode="after")
    def _one_of_three(self) -> Source:
        if sum(one is not None for one in (self.file, self.embed, self.channels)) != 1:
            raise wrong(
                "file（自己的文件）、embed（外站播放器）、channels（视频号）要写一个，也只能写一个",
                right="有几处就写几条",
            )
        return self


class Role(Model):
    """Who is in a programme, and what kind of person that is."""

    labels: ClassVar[Labels] = {
        "name": "角色",
        "about": "是什么人",
    }

    name: Line
    about: Line | None = None


class Scene(Model):
    """A part of a programme, and when in the film it begins."""

    labels: ClassVar[Labels] = {
        "title": "标题",
        "start": "从几分几秒起",
        "summary": "说明",
    }

    title: Line
    start: Seconds | None = None
    summary: Text | None = None


class Point(Statement):
    """What an article says, in words for everybody."""

    labels: ClassVar[Labels] = {
        "law": "依据",
    }

    law: Law


class Programme(Model):
    """A piece of a stage art, such as 扁担戏, and the articles that it is about."""

    labels: ClassVar[Labels] = {
        "performers": "谁演的",
        "roles": "角色",
        "scenes": "一场一场",
        "laws": "讲到哪些法律",
    }

    performers: Line | None = None
    roles: tuple[Role, ...] = ()
    scenes: tuple[Scene, ...] = ()
    laws: tuple[Point, ...] = ()


class Video(Model):
    """One film; without `sources` it is listed, not played."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "title": "标题",
        "date": "日期",
        "category": "类别",
        "series": "系列",
        "language": "什么话",
        "summary": "说明",
        "teaches": "看了知道什么",
        "topics": "和哪些事有关",
        "programme": "节目单",
        "length": "多长",
        "sources": "在哪里看",
        "poster": "封面图片",
        "captions": "字幕文件",
        "transcript": "文字稿",
        "without_captions": "为什么没有字幕",
        "licence": "谁的、能不能转",
        "sample": "是示例",
    }

    id: Id
    title: Line
    date: KnownDate
    category: Annotated[Line, Ref(CATEGORIES, "视频类别")]
    series: Annotated[Line, Ref(SERIES, "系列")] | None = None
    language: Annotated[Line, Ref(LANGUAGES, "语言")] | None = None
    summary: Text
    teaches: tuple[Said, ...] = ()
    topics: tuple[Annotated[Line, Ref(Topic, "遇事找法编号")], ...] = ()
    programme: Programme | None = None
    length: Seconds | None = None
    sources: tuple[Source, ...] = ()
    poster: ImageFile | None = None
    captions: CaptionsFile | None = None
    transcript: Text | None = None
    without_captions: Line | None = None
    licence: Line | None = None
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


class TakenDown(Model):
    """A film that was on the site; its page says since when and why it isn't any more."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "title": "标题",
        "date": "哪天撤下的",
        "reason": "原因",
    }

    id: Id
    title: Line | None = None
    date: Day
    reason: Line


class Videos(Model):
    """The file videos.yml."""

    labels: ClassVar[Labels] = {
        "categories": "类别",
        "series": "系列",
        "languages": "什么话",
        "videos": "视频",
        "taken_down": "撤下的视频",
    }

    categories: Annotated[tuple[Line, ...], CATEGORIES] = ()
    series: Annotated[tuple[Line, ...], SERIES] = ()
    languages: Annotated[tuple[Line, ...], LANGUAGES] = ()
    videos: tuple[Video, ...] = ()
    taken_down: tuple[TakenDown, ...] = ()


VIDEOS = DataFile(
    "videos",
    "视频",
    Videos,
    counted=("videos", "部视频"),
    pages=(PageAt("videos", "视频", "videos.html"),),
    page_of="videos/{}.html",
)
