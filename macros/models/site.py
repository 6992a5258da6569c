"""Site: whose service this is, the numbers to call, and the words the pages use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Degrees, Flag, Https, Line, Model, Text
from macros.models.contacts import Phone, PhoneNumber, is_mobile
from macros.models.data_file import DataFile, PageAt
from macros.models.law import Law, Said
from macros.models.map_tiles import MapTiles
from macros.models.notices import Notice
from macros.models.places import Group
from macros.models.reference import Names
from macros.models.when import When

# The hosts whose players a page may show.
PLAYERS = Names()


class Office(Model):
    """The office behind the site, which answers when nobody is on duty."""

    name: Line
    phones: tuple[Phone, ...] = Field(min_length=1)
    address: Line | None = None
    hours: tuple[When, ...] = ()

    @model_validator(mode="after")
    def _always_reachable(self) -> Office:
        first = self.phones[0]
        if is_mobile(first.number) and not first.office:
            raise wrong(
                "第一个电话不能是个人手机号", right="没人值班时页面上只留它，请写办公室电话", at="phones"
            )
        return self


class Hotline(Model):
    """A number anybody can call; the first one is shown on every page."""

    number: PhoneNumber
    name: Line
    use: Line
    urgent: Flag = False


class Danger(Model):
    """What to do at once in danger, beside the numbers that are urgent."""

    title: Line
    advice: tuple[Line, ...] = ()


class Door(Model):
    """A trouble in a resident's words, and where to go with it; a topic has words of its own."""

    title: Line | None = None
    hint: Line | None = None
    law: Law | None = None
    to: Line
    urgent: Flag = False


class Words(Model):
    """What residents say of a thing, and the page, number, trouble or place that search leads them to."""

    say: tuple[Line, ...] = Field(min_length=1)
    to: Line


class Elsewhere(Model):
    """A service above the town: what it is for, and where it is as far as somebody has looked."""

    name: Line
    use: Line
    address: Https | None = None
    number: PhoneNumber | None = None


class GroupWords(Model):
    """What a group of places is called, explained, and what every place of it offers."""

    name: Line
    plain: Line
    mark: Line = Field(max_length=1)
    about: Text
    rights: tuple[Said, ...] = ()
    services: tuple[Line, ...] = ()
    bring: tuple[Line, ...] = ()


class Groups(Model):
    """The words for every group of places."""

    station: GroupWords
    room: GroupWords
    point: GroupWords
    culture_venue: GroupWords | None = None
    reconsideration_point: GroupWords | None = None

    def of(self, group: Group) -> GroupWords:
        """The words for a group that is used, which has some: the town sees to it."""
        words: GroupWords = getattr(self, group)
        return words


class Bounds(Model):
    """The rectangle that the whole town lies in, in degrees of WGS-84."""

    west: Degrees
    south: Degrees
    east: Degrees
    north: Degrees

    @model_validator(mode="after")
    def _are_in_order(self) -> Bounds:
        if self.west >= self.east:
            raise wrong("西边的经度应小于东边的", right="west 写小的，east 写大的", at="west")
        if self.south >= self.north:
            raise wrong("南边的纬度应小于北边的", right="south 写小的，north 写大的", at="south")
        return self


class Footer(Model):
    """Entries at the foot of every page; an empty one is absent."""

    organiser: Line | None = None
    supporter: Line | None = None
    icp: Line | None = None
    police_record: Line | None = None
    site_code: Line | None = None
    sample: tuple[Literal["organiser", "supporter"], ...] = ()


class Site(Model):
    """The file site.yml."""

    name: Line
    town: Line
    district: Line | None = None
    mark: Line = Field(max_length=1)
    bounds: Bounds | None = None
    map: MapTiles | None = None
    headline: Line
    tagline: Line
    office: Office
    hotlines: tuple[Hotline, ...] = Field(min_length=1)
    danger: Danger | None = None
    doors: tuple[Door, ...] = ()
    words: tuple[Words, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    groups: Groups
    about: tuple[Said, ...] = ()
    footer: Footer = Footer()
    players: Annotated[tuple[Line, ...], PLAYERS] = ()
    notices: tuple[Notice, ...] = ()
    sample_notice: Line | None = None

    @model_validator(mode="after")
    def _danger_has_a_number(self) -> Site:
        if self.danger and not any(line.urgent for line in self.hotlines):
            raise wrong(
                "有危险时打哪个号码没有写", right="给 hotlines 里的 110 加上 urgent: true", at="danger"
            )
        return self


SITE = DataFile(
    "site",
    "网站",
    Site,
    pages=(PageAt("hotlines", "热线", "index.html#hotlines"), PageAt("about", "关于", "about.html")),
)
