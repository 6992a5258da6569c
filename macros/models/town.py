"""The town: all files of data/ together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Self

from pydantic import ValidationInfo, field_validator, model_validator

from macros.errors import wrong
from macros.models.base import Model
from macros.models.duty import DUTY, Duty
from macros.models.enforcement import ENFORCEMENT, Enforcement
from macros.models.events import EVENTS, Events
from macros.models.holidays import HOLIDAYS, Holidays
from macros.models.lines import LINES, Lines
from macros.models.people import PEOPLE, Person, Team
from macros.models.places import PLACES, Place
from macros.models.quiz import QUIZ, Quiz
from macros.models.recaps import Picture
from macros.models.responsibilities import RESPONSIBILITIES, Responsibilities
from macros.models.site import SITE, Site
from macros.models.tips import TIPS, Tips
from macros.models.topics import TOPICS, Topics
from macros.models.videos import VIDEOS, Videos
from macros.models.visits import VISITS, Visits
from macros.models.years import YEARS, Years

# Every file of data/, in the order in which it is read.
FILES = (
    SITE,
    PLACES,
    PEOPLE,
    DUTY,
    TOPICS,
    EVENTS,
    VIDEOS,
    QUIZ,
    TIPS,
    HOLIDAYS,
    RESPONSIBILITIES,
    ENFORCEMENT,
    YEARS,
    VISITS,
    LINES,
)


class Town(Model):
    """Everything a site is built from."""

    site: Site
    places: tuple[Place, ...]
    people: tuple[Person, ...]
    duty: Duty
    topics: Topics = Topics()
    events: Events
    videos: Videos
    quiz: Quiz = Quiz()
    tips: Tips = Tips()
    holidays: Holidays
    responsibilities: Responsibilities = Responsibilities()
    enforcement: Enforcement = Enforcement()
    years: Years = Years()
    visits: Visits = Visits()
    lines: Lines = Lines()

    @field_validator("places")
    @classmethod
    def _office_answers(cls, places: tuple[Place, ...], info: ValidationInfo) -> tuple[Place, ...]:
        site: Site | None = info.data.get("site")
        if site is None:
            return places
        called = f"{site.office.name}电话"
        phones = tuple(
            phone.model_copy(update={"label": phone.label or called}) for phone in site.office.phones
        )
        return tuple(
            place.model_copy(update={"phones": phones}) if place.calls_office else place for place in places
        )

    @model_validator(mode="after")
    def _groups_have_words(self) -> Town:
        for group in dict.fromkeys(place.group for place in self.places):
            if getattr(self.site.groups, group) is None:
                raise wrong(f"缺 {group} 的说法，places.yml 里有这种场所", at="site.groups")
        return self

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where everything is that data may lead to: pages, numbers, and entries with a page of their own."""
        found = {page.name: page.address for file in FILES for page in file.pages}
        for line in self.site.hotlines:
            found.setdefault(line.number, f"tel:{line.number}")
        for file in FILES:
            for entry in file.entries(self) if file.page_of else ():
                found.setdefault(entry.id, file.page_of.format(entry.id))
        return found

    @cached_property
    def place_by_id(self) -> dict[str, Place]:
        """Places by their id."""
        return {place.id: place for place in self.places}

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        """People by their id."""
        return {person.id: person for person in self.people}

    @cached_property
    def media(self) -> tuple[str, ...]:
        """The files in media/ that an entry names, sorted; no other is published."""
        named = {photo.file for place in self.places for photo in place.photos}
        for video in self.videos.videos:
            named.update(source.file for source in video.sources if source.file)
            named.update(source.channels.picture for source in video.sources if source.channels)
            named.update(file for file in (video.poster, video.captions) if file)
        named.update(tip.recording for tip in self.tips.tips if tip.recording)
        named.update(picture.file for picture in self.pictures)
        named.update(person.portrait for person in self.people if person.portrait)
        return tuple(sorted(named))

    @property
    def persons(self) -> tuple[Person, ...]:
        """People and firms: whom a page can be about; a team's duties are those of its members."""
        return tuple(one for one in self.people if not isinstance(one, Team))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other parts, and nothing that was worked out from the parts before."""
        copy = super().model_copy(update=update, deep=deep)
        for name, made in vars(Town).items():
            if isinstance(made, cached_property):
                vars(copy).pop(name, None)
        return copy

    @property
    def pictures(self) -> Iterator[Picture]:
        """The pictures of events."""
        for event in self.events.events:
            yield from (event.picture,) if event.picture else ()
            for recap in (event.recap, *(one.recap for one in event.dates)):
                yield from recap.pictures if recap else ()

    def withheld(self, today: dt.date) -> frozenset[str]:
        """The files in media/ that nobody agrees to any more on that day."""
        gone = [one.file for one in self.pictures if not one.published(today)]
        faces = (one for one in self.people if one.portrait and not one.public_portrait(today))
        return frozenset((*gone, *(one.portrait for one in faces if one.portrait)))
