"""videos.yml on the site: the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.town import Town
from macros.subjects.subject import Subject
from macros.views.search import Entry
from macros.views.videos import video_list


def _entries(town: Town) -> Iterator[Entry]:
    for video in town.videos.videos:
        yield Entry(video.title, "视频", f"videos.html#{video.id}", (), video.summary)


VIDEOS = Subject(
    "videos",
    macros={"video_list": video_list},
    entries=_entries,
)
