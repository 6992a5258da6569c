"""The page of one film: what plays it, what it teaches, every line of it, and what machines read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from markupsafe import Markup

from macros.domain import videos as domain
from macros.domain.edition import Edition
from macros.domain.transcripts import Passage, transcript
from macros.models.law import Law
from macros.models.players import called, page_of
from macros.models.videos import TakenDown, Video
from macros.views.links import link
from macros.views.structured import structured
from macros.views.templates import render
from macros.views.videos import card

# What sharing buttons add to tell who passed a link on to whom.
_TRACKING = ("utm_", "spm", "share", "vd_source", "from", "timestamp", "unique_k")


@dataclass(frozen=True)
class Elsewhere:
    """A film on another site: what the site is called, the film's page there, and its player."""

    called: str
    page: str
    player: str


def video_page(edition: Edition, video: Video, following: Sequence[Video]) -> Markup:
    """Everything about one film, with a few to see after it."""
    elsewhere = [Elsewhere(called(one), page_of(one), embed_address(one)) for one in domain.players(video)]
    passages = transcript(video, edition.spoken.get(video.captions or "", ()))
    return render(
        "video-page",
        card=card(edition, video),
        elsewhere=elsewhere,
        channels=domain.channels(video),
        topics=[topic for topic in edition.town.topics.topics if topic.id in video.topics],
        passages=passages,
        following=[card(edition, one) for one in following],
        about=_about(edition, video, passages),
    )


def gone_page(film: TakenDown) -> Markup:
    """The page of a film that is on the site no more."""
    return render("video-gone", film=film)


def embed_address(address: str) -> str:
    """The player's address as it is opened after a press: starting at once, telling nobody who shared it."""
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0])]
    if "autoplay" not in dict(query):
        query.append(("autoplay", "1"))
    return urlunsplit(parts._replace(query=urlencode(query)))


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith(("utm_", "spm_", "share_"))


def _about(edition: Edition, video: Video, passages: Sequence[Passage]) -> Markup:
    """The film as machines read it; nothing of one that can't be played here."""
    files, players = domain.files(video), domain.players(video)
    if not files and not players:
        return Markup()
    length = domain.length(video, edition.seconds)
    return structured("VideoObject", {
        # What a search engine shows doesn't pass for a film of the town's.
        "name": f"示例短片：{video.title}" if video.sample else video.title,
        "description": video.summary,
        "thumbnailUrl": link(domain.poster(video)),
        "uploadDate": str(video.date),
        "duration": f"PT{length}S" if length else None,
        "contentUrl": link(files[0]) if files else None,
        "embedUrl": players[0] if players else None,
        "contentSize": str(edition.sizes[files[0]]) if files and files[0] in edition.sizes else None,
        "genre": video.category,
        "inLanguage": {"@type": "Language", "name": video.language} if video.language else "zh-CN",
        "copyrightNotice": video.licence,
        "teaches": [one.text for one in video.teaches],
        "about": list(dict.fromkeys(f"《{law.name}》{law.article}" for law in _laws(video))),
        "hasPart": list(_parts(video)),
        "transcript": "\n".join(passage.text for passage in passages),
    })  # fmt: skip


def _laws(video: Video) -> Iterator[Law]:
    yield from (one.law for one in video.teaches if one.law)
    yield from (one.law for one in video.programme.laws) if video.programme else ()


def _parts(video: Video) -> Iterator[dict[str, Any]]:
    for scene in video.programme.scenes if video.programme else ():
        if scene.start is not None:
            yield {"@type": "Clip", "name": scene.title, "startOffset": scene.start}
