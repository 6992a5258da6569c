"""Which other places are within reach of one, for somebody who can't wait for its own next duty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.domain.places import Surroundings, Way, is_sample, way
from macros.models.places import Place

# In metres. A town is some kilometres wide; what is known to be farther is another day's trip.
FAR = 10_000
# So many places are all offered; of more only the nearest, and the stations that everybody knows.
FEW, NEAREST = 40, 12


@dataclass(frozen=True)
class Reach:
    """The places that have a duty, and where those are whose position isn't made up."""

    places: tuple[Place, ...]
    known: Surroundings
    stations: tuple[Place, ...]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Reach:
        """The reach among these places."""
        places = tuple(places)
        known = Surroundings.of(place for place in places if not is_sample(place))
        return cls(places, known, tuple(place for place in places if place.group == "station"))

    def around(self, place: Place) -> tuple[tuple[Place, Way | None], ...]:
        """The others within reach, in their order; with the way only where both positions are surveyed."""
        ways = (
            (other, _known_way(place, other)) for other in self._candidates(place) if other.id != place.id
        )
        near = ((other, there) for other, there in ways if there is None or there.metres <= FAR)
        return tuple((other, there if there and there.surveyed else None) for other, there in near)

    def _candidates(self, place: Place) -> tuple[Place, ...]:
        if len(self.places) <= FEW:
            return self.places
        near = [] if is_sample(place) else [other for other, _ in self.known.nearest(place, NEAREST)]
        return tuple({other.id: other for other in (*near, *self.stations)}.values())


def _known_way(origin: Place, target: Place) -> Way | None:
    return None if is_sample(origin) or is_sample(target) else way(origin, target)
