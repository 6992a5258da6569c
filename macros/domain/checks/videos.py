"""What is wrong about films: taken down and still there, scenes that begin too early or too late."""

from __future__ import annotations

from collections.abc import Iterator

from macros.errors import Finding
from macros.models.town import Town
from macros.models.videos import Programme


def videos(town: Town) -> Iterator[Finding]:
    """What the office must put right."""
    there = {video.id for video in town.videos.videos}
    for number, film in enumerate(town.videos.taken_down):
        if film.id in there:
            message = "这部片子还写在 videos 里，要撤下就把那一条删掉；不撤就删掉这一条"
            yield Finding("videos", ("taken_down", number, "id"), message)
    for number, video in enumerate(town.videos.videos):
        if video.programme:
            yield from _scenes(number, video.programme, video.length)


def _scenes(number: int, programme: Programme, length: int | None) -> Iterator[Finding]:
    last = -1
    for place, scene in enumerate(programme.scenes):
        if scene.start is None:
            continue
        loc = ("videos", number, "programme", "scenes", place, "start")
        if scene.start <= last:
            yield Finding("videos", loc, "要比前一场晚，请核对这一场从几分几秒开始")
        elif length is not None and scene.start >= length:
            yield Finding("videos", loc, "片子那时候已经放完了，请核对 start 和 length")
        last = max(last, scene.start)
