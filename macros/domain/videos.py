"""Which videos there are to see, and which of a video's sources is played."""

from __future__ import annotations

from collections.abc import Iterable

from macros.models.videos import Video


def newest_first(videos: Iterable[Video]) -> tuple[Video, ...]:
    """The videos by date, latest first; those of the same date as the file has them."""
    return tuple(sorted(videos, key=lambda video: video.date.first, reverse=True))


def files(video: Video) -> tuple[str, ...]:
    """Our own files of the video, in the order in which a browser should try them."""
    return tuple(source.file for source in video.sources if source.file)


def embed(video: Video) -> str | None:
    """The player of another site, when we have no file of our own."""
    if files(video):
        return None
    return next((source.embed for source in video.sources if source.embed), None)


def latest(videos: Iterable[Video]) -> Video | None:
    """The newest video that can be played, or the newest of all."""
    ordered = newest_first(videos)
    return next((video for video in ordered if video.sources), ordered[0] if ordered else None)
