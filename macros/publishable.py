"""A folder of data as what the site is built from; or why nothing of it is published."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from macros.checked import checked
from macros.domain.again import Again
from macros.domain.edition import Edition, span_of
from macros.errors import DataError, Problem
from macros.followers import Memory, Texts, event_followers, followers
from macros.history import last_change
from macros.load import Loaded
from macros.load.captions import cues
from macros.load.films import film_seconds
from macros.load.text_files import Parsing


class MistakesError(Exception):
    """The data can't be published; `problems` says why, remarks among them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.errors = [problem for problem in problems if problem.level == "error"]
        super().__init__("\n".join(("data/ 里有错误，网站没有更新：", *map(str, self.errors))))


@dataclass
class Remembered:
    """What a server keeps from one build to the next: files it has parsed, what revisions told, views."""

    parsing: Parsing = field(default_factory=Parsing)
    memory: Memory = field(default_factory=dict)
    again: Again | None = None


def publishable(folder: Path, today: dt.date, kept: Remembered) -> tuple[Edition, list[Problem]]:
    """The folder's town on that day, and what is to be looked at; MistakesError if it can't be published."""
    try:
        found = checked(folder, today, parsing=kept.parsing)
    except DataError as error:
        raise MistakesError(list(error.problems)) from None
    if any(problem.level == "error" for problem in found.problems):
        raise MistakesError(found.problems)
    town, resolved = found.loaded.town, found.resolved
    withheld = town.withheld(today)
    sizes = {file: (folder / file).stat().st_size for file in town.media if file not in withheld}
    texts: Texts = {}
    films = {source.file for video in town.videos.videos for source in video.sources if source.file}
    seconds = {film: length for film in films if (length := film_seconds(folder / film)) is not None}
    spoken = {file: cues(folder / file) for file in town.media if file.endswith(".vtt")}
    edition = Edition(
        town,
        today,
        resolved,
        last_change(folder, today),
        sizes,
        followers(folder, town, resolved, span_of(today), today, kept.memory, texts),
        seconds=seconds,
        spoken=spoken,
        again=kept.again,
        event_follows=event_followers(folder, town, today, kept.memory, texts),
        lines=_lines(folder.absolute(), found.loaded),
    )
    if kept.again:
        kept.again.on(edition.ground)
    return edition, found.problems


def _lines(folder: Path, loaded: Loaded) -> dict[str, str]:
    """The file, from the folder on, and the line of each place, by its id."""
    spots = (
        (place.id, loaded.mark("places", "places", number)) for number, place in enumerate(loaded.town.places)
    )
    return {
        place: f"{Path(spot.file).absolute().relative_to(folder).as_posix()} 第 {spot.line} 行"
        for place, spot in spots
    }
