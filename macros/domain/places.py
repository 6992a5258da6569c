"""Places: which belong together, which serve a village, which can be drawn and what is near."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass

from macros.domain import geo
from macros.models.places import GROUPS, Group, Place
from macros.models.site import Site


@dataclass(frozen=True)
class Way:
    """How far it is from one place to another, and in which direction."""

    metres: float
    direction: str
    surveyed: bool
    """Whether both positions are; otherwise the numbers are only a hint."""


def grouped(places: Iterable[Place]) -> tuple[tuple[Group, tuple[Place, ...]], ...]:
    """The places of each group that has any, in the order of groups, inside it as in the file."""
    places = tuple(places)
    groups = ((group, tuple(place for place in places if place.group == group)) for group in GROUPS)
    return tuple((group, members) for group, members in groups if members)


def serving(places: Iterable[Place], village: str) -> tuple[Place, ...]:
    """The places that serve a village, the one that serves fewest others first."""
    found = (place for place in places if village in place.villages)
    return tuple(sorted(found, key=lambda place: len(place.villages)))


def drawable(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places whose position is known."""
    return tuple(place for place in places if place.position)


def is_approximate(place: Place) -> bool:
    """Whether it is drawn only somewhere near where it is."""
    return place.position is not None and (place.position.precision == "approximate" or is_sample(place))


def is_sample(place: Place) -> bool:
    """Whether its position is made up."""
    return "position" in place.sample


def point(place: Place) -> geo.Point | None:
    """Where a place is, in WGS-84; None when that isn't known."""
    return geo.wgs84(place.position) if place.position else None


def known_point(place: Place) -> geo.Point | None:
    """Where a place is, for ways and distances: a made-up position leads nowhere."""
    return None if is_sample(place) else point(place)


def way(origin: Place, target: Place) -> Way | None:
    """The way between two places; None when a position isn't known or is made up."""
    start, end = known_point(origin), known_point(target)
    if start is None or end is None:
        return None
    surveyed = not is_approximate(origin) and not is_approximate(target)
    return Way(geo.metres(start, end), geo.direction(start, end), surveyed)


@dataclass(frozen=True)
class Surroundings:
    """All places with their points, worked out once for everybody who asks what is near."""

    points: tuple[tuple[Place, geo.Point], ...]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Surroundings:
        """Those of some places; one without a position, or with a made-up one, is near nothing."""
        return cls(tuple((place, where) for place in places if (where := known_point(place))))

    def nearest(self, place: Place, count: int) -> tuple[tuple[Place, Way], ...]:
        """The `count` places that are nearest to one, with the way there; those of one distance by id."""
        if (start := known_point(place)) is None:
            return ()
        wide = math.cos(math.radians(start.latitude))

        def far(pair: tuple[Place, geo.Point]) -> tuple[float, str]:
            east = (pair[1].longitude - start.longitude) * wide
            # In 1e-5 of a degree, about a metre: what is nearer than that is at the same place.
            return round(math.hypot(east, pair[1].latitude - start.latitude), 5), pair[0].id

        others = (pair for pair in self.points if pair[0].id != place.id)
        found = ((other, way(place, other)) for other, _ in heapq.nsmallest(count, others, key=far))
        return tuple((other, there) for other, there in found if there)


def main_station(places: Iterable[Place]) -> Place | None:
    """The first station with a known position, from which the others are described."""
    return next((place for place in places if place.group == "station" and known_point(place)), None)


def short_name(place: Place, site: Site) -> str:
    """The few words that stand beside a place on a drawing; the mark there says which group it is of."""
    own = place.name.removesuffix(site.groups.of(place.group).name)
    return own if own not in ("", site.town) else place.name.removeprefix(site.town) or place.name
