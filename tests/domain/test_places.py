"""Places are grouped, found by village, and told how far they are from each other."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.domain import places
from macros.models.places import Place
from tests.making import place as make
from tests.second_town import TOWN

STATION = make("station", at=("121.75", "31.52"), tier="station")
NORTH = make("north", at=("121.75", "31.54"), villages=["甲村"])
EAST = make("east", at=("121.78", "31.52"), villages=["乙村"], position={"precision": "approximate"})
UNKNOWN = make("unknown", at=None, villages=["甲村", "乙村"])
VENUE = make("venue", at=None, kind="culture_venue")
ALL = (VENUE, UNKNOWN, NORTH, STATION, EAST)


def test_grouped_keeps_the_order_of_groups_and_of_the_file() -> None:
    found = [(group, [place.id for place in members]) for group, members in places.grouped(ALL)]
    assert found == [
        ("station", ["station"]),
        ("room", ["unknown", "north", "east"]),
        ("culture_venue", ["venue"]),
    ]


def test_serving_puts_the_villages_own_room_first() -> None:
    assert [place.id for place in places.serving(ALL)["甲村"]] == ["north", "unknown"]
    assert list(places.serving(ALL)) == ["甲村", "乙村"]


def test_only_known_positions_are_drawn() -> None:
    assert places.drawable(ALL) == (NORTH, STATION, EAST)
    assert places.main_station(ALL) == STATION
    assert places.main_station([UNKNOWN]) is None


def test_way_says_distance_direction_and_how_sure() -> None:
    found = places.way(STATION, NORTH)
    assert found is not None
    assert found.direction == "北"
    assert found.metres == pytest.approx(2224, abs=2)
    assert found.surveyed
    vague = places.way(STATION, EAST)
    assert vague is not None
    assert not vague.surveyed
    assert places.way(STATION, UNKNOWN) is None


def test_nearest_leaves_out_the_place_itself_and_unknown_ones() -> None:
    assert [place.id for place, _ in places.Surroundings.of(ALL).nearest(STATION, 5)] == ["north", "east"]
    assert [place.id for place, _ in places.Surroundings.of(ALL).nearest(STATION, 1)] == ["north"]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=40), st.integers(1, 9)
)
def test_the_nearest_in_a_net_are_the_nearest_of_all(where: list[tuple[int, int]], count: int) -> None:
    # One far off makes the cells of all the others large or small.
    points = [*where, (9000, 3)]
    many = [
        make(f"p{number}", at=(f"{121 + x / 1000:.3f}", f"{31 + y / 1000:.3f}"))
        for number, (x, y) in enumerate(points)
    ]
    around = places.Surroundings.of(many)
    for start in (many[0], many[-2], many[-1]):
        by_distance = sorted((far(start, other), other.id) for other in many if other != start)
        found = [other.id for other, _ in around.nearest(start, count)]
        assert found == [name for _, name in by_distance[:count]]


def far(one: Place, other: Place) -> float:
    """How far it is, to about a metre, as if the ground around the first were flat."""
    start, end = places.known_point(one), places.known_point(other)
    assert start
    assert end
    wide = math.cos(math.radians(start.latitude))
    return round(math.hypot((end.longitude - start.longitude) * wide, end.latitude - start.latitude), 5)


def test_a_made_up_position_is_approximate_however_it_is_called() -> None:
    place = make("made-up", at=("121.75", "31.52"), sample=["position"])
    assert places.is_sample(place)
    assert places.is_approximate(place)
    assert not places.is_approximate(UNKNOWN)


def test_short_names_leave_out_what_the_mark_says() -> None:
    station = make(name=f"{TOWN.site.town}{TOWN.site.groups.station.name}", tier="station")
    room = make(name=f"桃源村{TOWN.site.groups.room.name}")
    assert places.short_name(station, TOWN.site) == TOWN.site.groups.station.name
    assert places.short_name(room, TOWN.site) == "桃源村"
