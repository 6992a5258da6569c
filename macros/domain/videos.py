"""Which videos there are to see, where each can be seen, and what to see next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from macros.models.videos import Channels, Video

# So many cards are a page that a slow phone still takes.
TOGETHER = 60
NEXT = 3


def newest_first(videos: Iterable[Video]) -> tuple[Video, ...]:
    """The videos by date, latest first; those of the same date as the file has them."""
    return tuple(sorted(videos, key=lambda video: video.date.first, reverse=True))


def files(video: Video) -> tuple[str, ...]:
    """Our own files of the video, in the order in which a browser should try them."""
    return tuple(source.file for source in video.sources if source.file)


def players(video: Video) -> tuple[str, ...]:
    """The players of other sites that have the video, as the file has them."""
    return tuple(source.embed for source in video.sources if source.embed)


def channels(video: Video) -> tuple[Channels, ...]:
    """The codes by which WeChat finds the video."""
    return tuple(source.channels for source in video.sources if source.channels)


def length(video: Video, seconds: Mapping[str, int]) -> int | None:
    """How long the video is: as our own file says, which is the one that plays; else as was typed."""
    return next((seconds[file] for file in files(video) if file in seconds), video.length)


def poster(video: Video) -> str:
    """Where the video's picture is in the site: the town's own, or one that is drawn."""
    return video.poster or f"videos/posters/{video.id}.png"


def latest(videos: Iterable[Video]) -> Video | None:
    """The newest video that can be played, or the newest of all."""
    ordered = newest_first(videos)
    return next((video for video in ordered if video.sources), ordered[0] if ordered else None)


def following(videos: Sequence[Video]) -> dict[str, tuple[Video, ...]]:
    """What to see after each video, by its id: the next of its series, else of its category, in a round.

    A film that can't be played is no film to go on with.
    """
    groups: defaultdict[tuple[str, str], list[Video]] = defaultdict(list)
    for video in videos:
        groups[_group(video)].append(video)
    found: dict[str, tuple[Video, ...]] = {}
    for group in groups.values():
        playable = [video for video in group if video.sources]
        passed = 0
        for video in group:
            passed += bool(video.sources)
            round_ = [*playable[passed : passed + NEXT], *playable[:NEXT]]
            found[video.id] = tuple(dict.fromkeys(one for one in round_ if one is not video))[:NEXT]
    return found


def _group(video: Video) -> tuple[str, str]:
    return ("series", video.series) if video.series else ("category", video.category)
