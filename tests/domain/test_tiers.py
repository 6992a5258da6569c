"""A point belongs to the room of its village, a room to the station of its town."""

from __future__ import annotations

from macros.domain.tiers import Tiers
from tests.making import place as make

STATION = make("station", at=None, tier="station", code="310151109")
ROOM = make("room", at=None, villages=["甲村"], code="310151109201")
WIDE = make("wide", at=None, villages=["甲村", "乙村"])
POINT = make("point", at=None, tier="point", villages=["丙村", "甲村"])
LONE = make("lone", at=None, tier="point")
VENUE = make("venue", at=None, kind="culture_venue", villages=["甲村"])


def test_a_point_belongs_to_the_room_of_its_village_and_a_room_to_the_station() -> None:
    tiers = Tiers.of([WIDE, STATION, ROOM, POINT, LONE, VENUE])
    above = {place: parent.id for place, parent in tiers.above.items()}
    # The village's own room before one that serves several; without a room the station.
    assert above == {"wide": "station", "room": "station", "point": "room", "lone": "station"}
    assert {parent: [place.id for place in held] for parent, held in tiers.below.items()} == {
        "station": ["wide", "room", "lone"],
        "room": ["point"],
    }


def test_of_several_stations_only_the_one_of_the_same_town_counts() -> None:
    other = make("other", at=None, tier="station", code="310151110000")
    tiers = Tiers.of([STATION, other, ROOM, WIDE, LONE])
    assert {place: parent.id for place, parent in tiers.above.items()} == {"room": "station"}
    # Two with one code are as good as none.
    double = make("double", at=None, tier="station", code="310151109")
    assert Tiers.of([STATION, double, ROOM]).above == {}


def test_without_a_station_nothing_is_above_a_room() -> None:
    assert Tiers.of([ROOM]) == Tiers({}, {})
