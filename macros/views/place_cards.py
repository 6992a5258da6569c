"""Places in short: the card of one, the list of all, and links to map apps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from macros.domain import geo, places
from macros.domain.calls import Listed, listed_for
from macros.domain.edition import Edition
from macros.domain.openings import OpeningView
from macros.domain.shift_view import Coming
from macros.models.notices import Notice
from macros.models.places import Group, Place
from macros.models.site import GroupWords, Site
from macros.models.town import Town
from macros.views.notices import concerning
from macros.views.opening import opening_data
from macros.views.place_filters import Sought, sought
from macros.views.templates import render
from macros.views.text import query
from macros.views.wards import place_rows, ward_list
from macros.views.weight import fits

SEARCH_WARNING = "门口的位置还没有核实，到了请打电话问"
APPROXIMATE_WARNING = "位置是大概的，去之前请打电话问"
_SEPARATORS = str.maketrans({":": "：", ";": "；", ",": "，", "|": "｜"})


@dataclass(frozen=True)
class MapLink:
    """A place in a map app."""

    app: str
    href: str


@dataclass(frozen=True)
class MapWays:
    """Links to map apps: to the place itself, or a search for `sought`; and a warning to read first."""

    links: tuple[MapLink, ...]
    sought: str
    warning: str
    villages: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceCard:
    """What the card of a place shows."""

    place: Place
    words: GroupWords
    approximate: bool
    way: tuple[str, ...]
    hours: tuple[str, ...]
    phones: tuple[Listed, ...]
    coming: Coming
    shows_duty: bool
    office: str
    ways: MapWays
    opening: OpeningView
    notices: tuple[Notice, ...]
    sought: Sought | None = None


@dataclass(frozen=True)
class PlaceGroup:
    """A group with the cards of its places."""

    id: Group
    words: GroupWords
    cards: tuple[PlaceCard, ...]

    @property
    def size(self) -> int:
        """How many places it has."""
        return len(self.cards)


def map_links(place: Place, site: Site) -> tuple[MapLink, ...]:
    """The place in 高德, 百度 and 腾讯, all in GCJ-02; none when its position isn't known or is made up."""
    if not place.position or places.is_sample(place):
        return ()
    point = geo.gcj02(place.position)
    longitude, latitude = f"{point.longitude:.6f}", f"{point.latitude:.6f}"
    name, text = query(place.name), query(place.address or place.name)
    source = query(site.name)
    # In Tencent's own syntax these characters part one field from the next.
    title, address = (query(word.translate(_SEPARATORS)) for word in (place.name, place.address or ""))
    spot = f"coord:{latitude},{longitude};title:{title}" + (f";addr:{address}" if address else "")
    return (
        MapLink(
            "高德",
            f"https://uri.amap.com/marker?position={longitude},{latitude}&name={name}"
            "&coordinate=gaode&callnative=1",
        ),
        MapLink(
            "百度",
            f"https://api.map.baidu.com/marker?location={latitude},{longitude}&title={name}&content={text}"
            f"&coord_type=gcj02&output=html&src={source}",
        ),
        MapLink("腾讯", f"https://apis.map.qq.com/uri/v1/marker?marker={spot}&coord_type=2&referer={source}"),
    )


def search_words(place: Place, site: Site) -> str:
    """What to look for instead of a position: the village, or the town; empty for a known one."""
    if place.position and not places.is_sample(place):
        return ""
    if not place.villages and not place.position:
        return ""
    # The town with it: villages of the same name lie in other towns.
    return f"{site.district or ''}{site.town}{place.villages[0] if place.villages else ''}"


def search_links(words: str, site: Site) -> tuple[MapLink, ...]:
    """A search for these words in the map apps whose address for it is documented."""
    sought, source = query(words), query(site.name)
    return (
        MapLink("高德", f"https://uri.amap.com/search?keyword={sought}&view=map&src={source}&callnative=1"),
        MapLink("腾讯", f"https://apis.map.qq.com/uri/v1/search?keyword={sought}&referer={source}"),
    )


def ways_to(place: Place, site: Site) -> MapWays:
    """How map apps can help to find a place."""
    if words := search_words(place, site):
        return MapWays(search_links(words, site), words, SEARCH_WARNING, place.villages)
    warning = APPROXIMATE_WARNING if places.is_approximate(place) else ""
    return MapWays(map_links(place, site), "", warning)


def place_links(town: Town, place: Place) -> Markup:
    """Buttons that show the place in map apps, with a warning when its position isn't exact."""
    ways = ways_to(place, town.site)
    return render("map-links", ways=ways) if ways.links else Markup()


def card(edition: Edition, place: Place) -> PlaceCard:
    """What the card of a place shows."""
    town, today, coming = edition.town, edition.today, edition.coming[place.id]
    found = place.directions
    ways = (found.landmark, found.bus, found.door) if found else ()
    return PlaceCard(
        place=place,
        words=town.site.groups.of(place.group),
        approximate=places.is_approximate(place),
        way=tuple(part for part in ways if part),
        hours=tuple(map(str, place.hours)),
        phones=listed_for(town.site, place, today),
        coming=coming,
        shows_duty=bool(coming.shifts) or place.group != "culture_venue",
        office=town.site.office.name,
        ways=ways_to(place, town.site),
        opening=edition.openings.views[place.id],
        notices=concerning(town.site.notices, place.id, today),
    )


def place_card(edition: Edition, place: Place) -> Markup:
    """One place in short."""
    return render("place-card", card=card(edition, place), today=edition.today)


def place_list(edition: Edition) -> Markup:
    """All places by group, complete without the map: in cards, else a row each; by ward in a large town."""
    if edition.wards:
        wards = ward_list(edition, "places")
        return render("ward-overview", wards=wards, count=len(edition.town.places))
    cards = _cards(edition)
    return cards if fits(cards) else place_rows(edition, edition.town.places)


def _cards(edition: Edition) -> Markup:
    town = edition.town
    entries = sought(edition, town.places)
    groups = [
        PlaceGroup(
            group,
            town.site.groups.of(group),
            tuple(replace(card(edition, place), sought=entries[place.id]) for place in members),
        )
        for group, members in places.grouped(town.places)
    ]
    schedules = opening_data(edition.openings, (place.id for place in town.places))
    return render("place-list", groups=groups, today=edition.today, schedules=schedules)
