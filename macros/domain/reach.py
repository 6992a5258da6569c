"""Which other places are within reach of one, for somebody who can't wait for its own next duty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.domain.places import Surroundings, Way, is_sample, way
from macros.models.places import Place

# In metres. A town is some kilometres wide; what is known to be farther is another day's trip.
FAR = 10_000
# So many places are all offered; of more only the nearest, and the stations that everybody knows.
FEW, NEAREST = 40, 12
# Another place, and the way there if that is known.
Other = tuple[Place, Way | None]


@dataclass(frozen=True)
class Reach:
    """The places that have a duty, and where those are whose position isn't made up."""

    places: tuple[Place, ...]
    known: Surroundings
    stations: tuple[Place, ...]
    _found: dict[str, tuple[Other, ...]] = field(default_factory=dict, init=False, compare=False)

    @classmethod
    def of(cls, places: Iterable[Place]) -> Reach:
        """The reach among these places."""
        places = tuple(places)
        known = Surroundings.of(place for place in places if not is_sample(place))
        return cls(places, known, tuple(place for place in places if place.group == "station"))

    def around(self, place: Place) -> tuple[Other, ...]:
        """The others within reach, in their order; with the way only where both positions are surveyed."""
        # A page asks, and the file with its later days.
        if place.id not in self._found:
            self._found[place.id] = tuple(self._around(place))
        return self._found[place.id]

    def _around(self, place: Place) -> Iterable[Other]:
        ways = (pair for pair in self._candidates(place) if pair[0].id != place.id)
        near = ((other, there) for other, there in ways if there is None or there.metres <= FAR)
        return ((other, there if there and there.surveyed else None) for other, there in near)

    def _candidates(self, place: Place) -> Iterable[Other]:
        if len(self.places) <= FEW:
            return ((other, _known_way(place, other)) for other in self.places)
        near = () if is_sample(place) else self.known.nearest(place, NEAREST)
        stations = ((other, _known_way(place, other)) for other in self.stations)
        return {pair[0].id: pair for pair in (*near, *stations)}.values()


def _known_way(origin: Place, target: Place) -> Way | None:
    return None if is_sample(origin) or is_sample(target) else way(origin, target)
