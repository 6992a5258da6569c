"""What the town's texts say about the law: which sentences state a limit or a right, and on what ground."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from macros.models.base import Model
from macros.models.enforcement import Enforcement
from macros.models.events import Events
from macros.models.law import Law, Statement
from macros.models.places import Place
from macros.models.quiz import Quiz
from macros.models.responsibilities import Responsibilities
from macros.models.site import Site
from macros.models.tips import Tips
from macros.models.topics import Topics
from macros.models.videos import Videos
from macros.models.years import Years

# A law that nobody has looked up for longer may have been amended.
VALID = dt.timedelta(days=365)
_TERM = r"[\d一二三四五六七八九十两半百]+ *个?(?:工作日|小时|月|天|日|年) *[以之]?内"
_STATES = re.compile(rf"免费|不收费|不收[取任]|不收钱|不花钱|不要钱|可以申请|有权|时效|{_TERM}")
Loc = tuple[str | int, ...]


class WordedTown(Protocol):
    """The parts of a town that hold sentences for residents."""

    @property
    def tips(self) -> Tips: ...

    @property
    def site(self) -> Site: ...

    @property
    def places(self) -> tuple[Place, ...]: ...

    @property
    def topics(self) -> Topics: ...

    @property
    def events(self) -> Events: ...

    @property
    def quiz(self) -> Quiz: ...

    @property
    def videos(self) -> Videos: ...

    @property
    def responsibilities(self) -> Responsibilities: ...

    @property
    def enforcement(self) -> Enforcement: ...

    @property
    def years(self) -> Years: ...


@dataclass(frozen=True)
class Sentence:
    """A text of a town, where it stands, and the law that it or its entry names."""

    subject: str
    loc: Loc
    text: str
    law: Law | None


def states(text: str) -> bool:
    """Whether the text states a time limit, a right or that something is free."""
    return _STATES.search(text) is not None


def sentences(town: WordedTown) -> Iterator[Sentence]:
    """Every text of a town."""
    for subject, value, loc in _roots(town):
        for at, text, law in _texts(value, loc, None):
            yield Sentence(subject, at, text, law)


def laws(town: WordedTown) -> Iterator[tuple[str, Loc, Law]]:
    """Every law that a town names, with its subject and place."""
    for subject, value, loc in _roots(town):
        yield from ((subject, at, law) for at, law in _laws(value, loc))


def _roots(town: WordedTown) -> Iterator[tuple[str, object, Loc]]:
    yield "site", town.site, ()
    places = tuple(place.model_copy(update={"phones": place.own_phones}) for place in town.places)
    yield "places", places, ("places",)
    yield "topics", town.topics, ()
    yield "events", town.events, ()
    yield "quiz", town.quiz, ()
    yield "tips", town.tips, ()
    # A film's words are the film's own; what we say that it teaches is ours.
    for number, video in enumerate(town.videos.videos):
        yield "videos", video.teaches, ("videos", number, "teaches")
        if video.programme:
            yield "videos", video.programme, ("videos", number, "programme")
    yield "responsibilities", town.responsibilities, ()
    yield "enforcement", town.enforcement, ()
    yield "years", town.years, ()


def _parts(value: object, loc: Loc) -> Iterator[tuple[object, Loc]]:
    if isinstance(value, Model):
        for name, info in type(value).model_fields.items():
            yield getattr(value, name), (*loc, info.alias or name)
    elif isinstance(value, tuple):
        yield from ((each, (*loc, number)) for number, each in enumerate(value))


def _texts(value: object, loc: Loc, law: Law | None) -> Iterator[tuple[Loc, str, Law | None]]:
    if isinstance(value, str):
        yield loc, value, law
    elif isinstance(value, Statement):
        # It may be written as a mere text.
        yield loc, value.text, value.law or law
    elif not isinstance(value, Law):
        law = getattr(value, "law", None) or law
        for part, at in _parts(value, loc):
            yield from _texts(part, at, law)


def _laws(value: object, loc: Loc) -> Iterator[tuple[Loc, Law]]:
    if isinstance(value, Law):
        yield loc, value
    else:
        for part, at in _parts(value, loc):
            yield from _laws(part, at)
