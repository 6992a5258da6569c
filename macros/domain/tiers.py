"""站 → 室 → 点: to which place of the tier above a place belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.domain.places import serving
from macros.models.places import Place

# The code of a village begins with that of its town.
_TOWN = 9


@dataclass(frozen=True)
class Tiers:
    """The place above each that has one, and the places below each that has some, by id."""

    above: Mapping[str, Place]
    below: Mapping[str, tuple[Place, ...]]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Tiers:
        """A point belongs to the room of its village, a room to the station of its town."""
        places = tuple(places)
        rooms = serving(place for place in places if place.tier == "room")
        stations = [place for place in places if place.tier == "station"]
        above: dict[str, Place] = {}
        below: dict[str, list[Place]] = {}
        for place in places:
            if place.tier not in ("room", "point"):
                continue
            room = _room(place, rooms) if place.tier == "point" else None
            if found := room or _station(place, stations):
                above[place.id] = found
                below.setdefault(found.id, []).append(place)
        return cls(above, {parent: tuple(held) for parent, held in below.items()})


def _room(point: Place, rooms: Mapping[str, tuple[Place, ...]]) -> Place | None:
    return next((rooms[village][0] for village in point.villages if village in rooms), None)


def _station(place: Place, stations: list[Place]) -> Place | None:
    """The only station, or the one in the same town by its code: of several none is guessed."""
    if len(stations) == 1:
        return stations[0]
    code = (place.code or "")[:_TOWN]
    same = [each for each in stations if len(code) == _TOWN and (each.code or "")[:_TOWN] == code]
    return same[0] if len(same) == 1 else None
