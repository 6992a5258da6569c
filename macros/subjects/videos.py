"""videos.yml on the site: the list of all, a page each, pages of those that are gone, and drawn posters."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain import videos as domain
from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Made, Subject, page
from macros.views.search import Entry
from macros.views.title_picture import title_picture
from macros.views.video_page import gone_page, video_page
from macros.views.videos import list_page, list_pages, video_list


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    file = edition.town.videos
    after = domain.following(domain.newest_first(file.videos))
    for video in file.videos:
        made = page(f"videos/{video.id}", video.title, video_page, edition, video, after[video.id])
        yield made.described(video.summary, sample=video.sample).below("视频", "videos.html")
    for film in file.taken_down:
        made = page(f"videos/{film.id}", film.title or "撤下的视频", gone_page, film)
        yield made.described(f"这部片子已经撤下：{film.reason}").below("视频", "videos.html")
    shelves = list_pages(edition)
    for shelf in shelves[1:]:
        yield page(shelf.path, shelf.title, list_page, shelf, shelves).below("视频", "videos.html")


def _files(edition: Edition, _: str) -> Iterator[Made]:
    for video in edition.town.videos.videos:
        if not video.poster:
            above = " · ".join((video.category, *(("示例短片",) if video.sample else ())))
            yield domain.poster(video), title_picture(video.title, above, edition.town.site.name)


def _entries(town: Town) -> Iterator[Entry]:
    for video in town.videos.videos:
        words = (video.summary, *(one.text for one in video.teaches))
        yield Entry(video.title, "视频", f"videos/{video.id}.html", (), "\n".join(words))


VIDEOS = Subject(
    "videos",
    macros={"video_list": video_list},
    pages=_pages,
    files=_files,
    entries=_entries,
)
