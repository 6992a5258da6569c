"""Videos as HTML: the list of all, in parts where they are many, and the latest one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from macros.domain import videos as domain
from macros.domain.edition import Edition
from macros.domain.event_words import partial
from macros.models.videos import Video
from macros.views.filters import FilterGroup, filter_group
from macros.views.templates import render
from macros.views.video_words import length_text, size_text


@dataclass(frozen=True)
class VideoCard:
    """A video and what is said about it; `link` works without a script.

    Only our own file plays within a card; what is elsewhere is seen on the video's own page, which is
    the only one that may load something of another site.
    """

    video: Video
    files: tuple[str, ...]
    link: str
    facts: tuple[str, ...]

    @property
    def poster(self) -> str:
        """Its picture before it plays."""
        return domain.poster(self.video)


@dataclass(frozen=True)
class ListPage:
    """A page of a long list: `number` of so many, the newest first."""

    number: int
    of: int
    cards: tuple[VideoCard, ...]

    @property
    def path(self) -> str:
        """Where it is; the first is the page of the menu."""
        return "videos" if self.number == 1 else f"videos/list/{self.number}"

    @property
    def title(self) -> str:
        """What it is called."""
        return f"视频（第 {self.number} 页，共 {self.of} 页）"

    @property
    def span(self) -> str:
        """The years that its videos are from."""
        newest, oldest = (partial(self.cards[at].video.date)[:5] for at in (0, -1))
        return newest if newest == oldest else f"{newest}到{oldest}"


def video_list(edition: Edition) -> Markup:
    """The list of all videos, newest first, with filters; of many the newest, and the way to the others."""
    pages = list_pages(edition)
    cards = pages[0].cards if pages else ()
    filters = _filters(edition, cards) if len(pages) == 1 else ()
    return render("video-list", cards=cards, filters=filters, pages=pages, page=None)


def list_pages(edition: Edition) -> list[ListPage]:
    """The pages that hold all videos, the newest first; none where there is no video."""
    videos = domain.newest_first(edition.town.videos.videos)
    count = ceil(len(videos) / domain.TOGETHER)
    parts = (videos[start : start + domain.TOGETHER] for start in range(0, len(videos), domain.TOGETHER))
    return [
        ListPage(number, count, tuple(card(edition, video) for video in part))
        for number, part in enumerate(parts, start=1)
    ]


def list_page(page: ListPage, pages: Sequence[ListPage]) -> Markup:
    """One page of a long list but the first."""
    return render("video-list", cards=page.cards, filters=(), pages=pages, page=page)


def latest_video(edition: Edition) -> Markup:
    """The newest video that can be played, for the home page."""
    video = domain.latest(edition.town.videos.videos)
    return render("latest-video", card=card(edition, video) if video else None)


def card(edition: Edition, video: Video) -> VideoCard:
    """The video with what is said about it beforehand."""
    files = domain.files(video)
    page = f"videos/{video.id}.html"
    return VideoCard(video, files, files[0] if files else page, tuple(facts(edition, video)))


def facts(edition: Edition, video: Video) -> list[str]:
    """What to know before pressing: category, language, length, size."""
    found = [video.category]
    if video.language:
        found.append(video.language)
    if (length := domain.length(video, edition.seconds)) is not None:
        found.append(length_text(length))
    files = domain.files(video)
    if files and files[0] in edition.sizes:
        found.append(size_text(edition.sizes[files[0]]))
    return found


def _filters(edition: Edition, cards: Sequence[VideoCard]) -> tuple[FilterGroup, ...]:
    file, videos = edition.town.videos, [card.video for card in cards]
    return (
        *filter_group("category", "类别", file.categories, [[video.category] for video in videos]),
        *filter_group("series", "系列", file.series, [[video.series or ""] for video in videos]),
        *filter_group("language", "语言", file.languages, [[video.language or ""] for video in videos]),
    )
