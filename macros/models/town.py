"""The town: all files of data/ together."""

from __future__ import annotations

from functools import cached_property

from pydantic import ValidationInfo, field_validator, model_validator

from macros.errors import did_you_mean, wrong
from macros.models.base import Model
from macros.models.duty import DUTY, Duty
from macros.models.events import EVENTS, Events
from macros.models.holidays import HOLIDAYS, Holidays
from macros.models.people import PEOPLE, Person
from macros.models.places import PLACES, Place
from macros.models.site import PAGES, SITE, Site
from macros.models.videos import VIDEOS, Videos

# Every file of data/, in the order in which it is read.
FILES = (SITE, PLACES, PEOPLE, DUTY, EVENTS, VIDEOS, HOLIDAYS)
_LEADS = "可以写页面（例如 duty）、热线的号码、doors 里的 title，或者服务场所的编号"


class Town(Model):
    """Everything a site is built from."""

    site: Site
    places: tuple[Place, ...]
    people: tuple[Person, ...]
    duty: Duty
    events: Events
    videos: Videos
    holidays: Holidays

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

    @model_validator(mode="after")
    def _words_lead_somewhere(self) -> Town:
        known = {*PAGES, *(line.number for line in self.site.hotlines)}
        known |= {door.title for door in self.site.doors} | {place.id for place in self.places}
        for at, words in enumerate(self.site.words):
            if words.to not in known:
                right = did_you_mean(words.to, sorted(known)) or _LEADS
                raise wrong("没有这个去处", right=right, at=f"site.words.{at}.to")
        return self

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
        photos = (place.featured.photo for place in self.places if place.featured)
        named = {photo.file for photo in photos if photo}
        for video in self.videos.videos:
            named.update(source.file for source in video.sources if source.file)
            named.update(file for file in (video.poster, video.captions) if file)
        return tuple(sorted(named))
