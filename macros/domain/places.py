"""Places: which belong together, which serve a village, which can be drawn and what is near."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

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


def serving(places: Iterable[Place]) -> dict[str, tuple[Place, ...]]:
    """The places that serve each village, by its name in the order of the file; the one with fewest first."""
    found: dict[str, list[Place]] = {}
    for place in places:
        for village in dict.fromkeys(place.villages):
            found.setdefault(village, []).append(place)
    return {
        village: tuple(sorted(held, key=lambda place: len(place.villages))) for village, held in found.items()
    }


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


_Known = tuple[Place, geo.Point]
# In a net of cells that hold so many places on average, a look at a few of them finds the nearest.
_IN_A_CELL, _RINGS = 4, 12
# In degrees, about a metre: what is nearer than that is at the same place.
_SAME_DIGITS = 5


@dataclass(frozen=True)
class Surroundings:
    """All places with their points, worked out once for everybody who asks what is near.

    They stand in the cells of a net, each `size` degrees wide and high.
    """

    known: tuple[_Known, ...]
    station: Place | None
    size: float
    cells: Mapping[tuple[int, int], list[_Known]]
    _nearest: dict[tuple[str, int], tuple[tuple[Place, Way], ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @classmethod
    def of(cls, places: Iterable[Place]) -> Surroundings:
        """Those of some places; one without a position, or with a made-up one, is near nothing."""
        known = tuple((place, where) for place in places if (where := known_point(place)))
        size = _cell_size([where for _, where in known])
        cells: dict[tuple[int, int], list[_Known]] = {}
        for pair in known:
            cells.setdefault(_cell(pair[1], size), []).append(pair)
        return cls(known, main_station(place for place, _ in known), size, cells)

    def nearest(self, place: Place, count: int) -> tuple[tuple[Place, Way], ...]:
        """The `count` places that are nearest to one, with the way there; those of one distance by id."""
        # A page asks, and files with more than it.
        asked = place.id, count
        if asked not in self._nearest:
            self._nearest[asked] = self._found(place, count)
        return self._nearest[asked]

    def _found(self, place: Place, count: int) -> tuple[tuple[Place, Way], ...]:
        if (start := known_point(place)) is None:
            return ()
        wide = math.cos(math.radians(start.latitude))

        def far(pair: _Known) -> tuple[float, str]:
            east = (pair[1].longitude - start.longitude) * wide
            return round(math.hypot(east, pair[1].latitude - start.latitude), _SAME_DIGITS), pair[0].id

        near: list[tuple[tuple[float, str], Place]] = []
        for ring, pairs in enumerate(self._rings(start)):
            near = sorted([*near, *((far(pair), pair[0]) for pair in pairs if pair[0].id != place.id)])[
                :count
            ]
            # Whatever stands in a cell farther out is farther than the width of the rings.
            if len(near) == count and near[-1][0][0] < ring * self.size * wide - 10**-_SAME_DIGITS:
                break
        found = ((other, way(place, other)) for _, other in near)
        return tuple((other, there) for other, there in found if there)

    def _rings(self, start: geo.Point) -> Iterator[Iterable[_Known]]:
        """The places in the cell of a point, in those around it, and so on; at last all the others."""
        column, row = _cell(start, self.size)
        for ring in range(_RINGS):
            cells = (self.cells.get((column + x, row + y), ()) for x, y in _ring(ring))
            yield (pair for cell in cells for pair in cell)
        yield (pair for pair in self.known if _steps(_cell(pair[1], self.size), (column, row)) >= _RINGS)


def _cell_size(points: Sequence[geo.Point]) -> float:
    if not points:
        return 1
    wide = max(point.longitude for point in points) - min(point.longitude for point in points)
    high = max(point.latitude for point in points) - min(point.latitude for point in points)
    share = _IN_A_CELL / len(points)
    return math.sqrt(wide * high * share) or max(wide, high) * share or 1


def _cell(where: geo.Point, size: float) -> tuple[int, int]:
    return math.floor(where.longitude / size), math.floor(where.latitude / size)


def _steps(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


@cache
def _ring(ring: int) -> tuple[tuple[int, int], ...]:
    """The cells that are so many steps from one."""
    span = range(-ring, ring + 1)
    return tuple((x, y) for x in span for y in span if _steps((x, y), (0, 0)) == ring)


def main_station(places: Iterable[Place]) -> Place | None:
    """The first station with a known position, from which the others are described."""
    return next((place for place in places if place.group == "station" and known_point(place)), None)


def short_name(place: Place, site: Site) -> str:
    """The few words that stand beside a place on a drawing; the mark there says which group it is of."""
    if place.short:
        return place.short
    own = place.name.removesuffix(site.groups.of(place.group).name)
    return own if own not in ("", site.town) else place.name.removeprefix(site.town) or place.name
