"""videos.yml on the site: the list of all."""

from __future__ import annotations

from macros.subjects.subject import Subject
from macros.views.videos import video_list

VIDEOS = Subject(
    "videos",
    lambda town: any(video.sample for video in town.videos.videos),
    macros={"video_list": video_list},
)
