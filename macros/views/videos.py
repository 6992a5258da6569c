"""Videos as HTML: the list of all, and the latest one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from markupsafe import Markup

from macros.domain import videos as domain
from macros.domain.edition import Edition
from macros.models.videos import Video
from macros.views.filters import filter_group
from macros.views.templates import render

# What sharing buttons add to tell who passed a link on to whom.
_TRACKING = ("utm_", "spm", "share", "vd_source", "from", "timestamp", "unique_k")


@dataclass(frozen=True)
class VideoCard:
    """A video and what is said about it; `link` works without a script."""

    video: Video
    files: tuple[str, ...]
    embed: str | None
    host: str | None
    facts: tuple[str, ...]

    @property
    def playable(self) -> bool:
        """Whether there is anything to press."""
        return bool(self.files or self.embed)


def video_list(edition: Edition) -> Markup:
    """The list of all videos, newest first, with filters."""
    town, sizes = edition.town, edition.sizes
    videos = domain.newest_first(town.videos.videos)
    filters = (
        *filter_group("category", "类别", town.videos.categories, [[video.category] for video in videos]),
        *filter_group(
            "series", "系列", town.videos.series, [[video.series] if video.series else [] for video in videos]
        ),
    )
    return render("video-list", cards=[_card(video, sizes) for video in videos], filters=filters)


def latest_video(edition: Edition) -> Markup:
    """The newest video that can be played, for the home page."""
    video = domain.latest(edition.town.videos.videos)
    return render("latest-video", card=_card(video, edition.sizes) if video else None)


def length_text(seconds: int) -> str:
    """A length in words: `20 秒`, `1 分 20 秒`, `3 分钟`."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} 秒"
    return f"{minutes} 分 {rest} 秒" if rest else f"{minutes} 分钟"


def size_text(size: int) -> str:
    """A size in words, rounded up so that nobody pays for more than was said: `约 420 KB`, `约 4 MB`."""
    if size <= 1_000:
        return "约 1 KB"
    if size <= 990_000:
        step = 10_000 if size > 100_000 else 1_000
        return f"约 {-(-size // step) * step // 1_000} KB"
    tenths = -(-size // 100_000)
    return f"约 {tenths // 10} MB" if tenths % 10 == 0 else f"约 {tenths / 10:.1f} MB"


def embed_address(address: str) -> str:
    """The player's address as it is opened after a press: starting at once, telling nobody who shared it."""
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0])]
    if "autoplay" not in dict(query):
        query.append(("autoplay", "1"))
    return urlunsplit(parts._replace(query=urlencode(query)))


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith(("utm_", "spm_", "share_"))


def _card(video: Video, sizes: Mapping[str, int]) -> VideoCard:
    files, embed = domain.files(video), domain.embed(video)
    facts = [video.category]
    if video.length is not None:
        facts.append(length_text(video.length))
    if files and files[0] in sizes:
        facts.append(size_text(sizes[files[0]]))
    return VideoCard(
        video,
        files,
        embed_address(embed) if embed else None,
        urlsplit(embed).hostname if embed else None,
        tuple(facts),
    )
