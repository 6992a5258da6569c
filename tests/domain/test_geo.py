"""Coordinates agree with published vectors and come back from every conversion."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.domain import geo
from macros.domain.geo import Point
from macros.models.places import Position

VECTORS = [
    pytest.param({key: float(value) for key, value in row.items() if key != "name"}, id=row["name"])
    for row in csv.DictReader(
        Path(__file__).with_name("coord-reference-vectors.csv").read_text("utf-8").splitlines()
    )
]
TOWN = Point(121.75369, 31.5258)
in_china = st.builds(Point, st.floats(73.5, 135), st.floats(3.5, 53.5))


def _near(point: Point, longitude: float, latitude: float, tolerance: float = 2e-9) -> bool:
    return abs(point.longitude - longitude) < tolerance and abs(point.latitude - latitude) < tolerance


def _position(system: str, point: Point) -> Position:
    return Position.model_validate(
        {
            "longitude": f"{point.longitude:.9f}",
            "latitude": f"{point.latitude:.9f}",
            "system": system,
            "precision": "surveyed",
            "source": "测试",
        }
    )


@pytest.mark.parametrize("row", VECTORS)
def test_reference_vectors(row: dict[str, float]) -> None:
    gcj = geo.wgs84_to_gcj02(Point(row["wgs_lon"], row["wgs_lat"]))
    assert _near(gcj, row["gcj_lon"], row["gcj_lat"])
    assert _near(geo.gcj02_to_bd09(gcj), row["bd_lon"], row["bd_lat"])


@pytest.mark.parametrize("row", VECTORS)
def test_every_system_gives_the_same_place(row: dict[str, float]) -> None:
    points = {name: Point(row[f"{name}_lon"], row[f"{name}_lat"]) for name in ("wgs", "gcj", "bd")}
    for system, name in (("wgs84", "wgs"), ("gcj02", "gcj"), ("bd09", "bd")):
        position = _position(system, points[name])
        assert _near(geo.wgs84(position), points["wgs"].longitude, points["wgs"].latitude, 1e-6)
        assert _near(geo.gcj02(position), points["gcj"].longitude, points["gcj"].latitude, 1e-6)


@given(in_china)
def test_conversions_come_back(point: Point) -> None:
    assert _near(geo.gcj02_to_wgs84(geo.wgs84_to_gcj02(point)), point.longitude, point.latitude, 1e-9)
    assert _near(geo.bd09_to_gcj02(geo.gcj02_to_bd09(point)), point.longitude, point.latitude, 1e-9)


def test_systems_differ_by_what_the_town_knows() -> None:
    gcj = geo.wgs84_to_gcj02(TOWN)
    assert 460 < geo.metres(TOWN, gcj) < 470
    assert 1100 < geo.metres(TOWN, geo.gcj02_to_bd09(gcj)) < 1140


@given(in_china, in_china)
def test_distance_is_symmetric_and_nothing_only_to_itself(one: Point, other: Point) -> None:
    assert geo.metres(one, one) == 0
    assert geo.metres(one, other) == pytest.approx(geo.metres(other, one))


@pytest.mark.parametrize(
    ("east", "north", "expected"),
    [
        (0, 1, "北"),
        (1, 1, "东北"),
        (1, 0, "东"),
        (1, -1, "东南"),
        (0, -1, "南"),
        (-1, -1, "西南"),
        (-1, 0, "西"),
    ],
)
def test_direction(east: int, north: int, expected: str) -> None:
    metre = geo.degrees_per_metre(TOWN.latitude)
    there = Point(TOWN.longitude + east * 900 * metre.longitude, TOWN.latitude + north * 900 * metre.latitude)
    assert geo.direction(TOWN, there) == expected
    assert geo.metres(TOWN, there) == pytest.approx(900 * (east**2 + north**2) ** 0.5, rel=1e-3)


def test_bounds_leave_room_around_a_single_point() -> None:
    bounds = geo.around([TOWN], margin=1500)
    assert geo.metres(TOWN, Point(TOWN.longitude, bounds.northeast.latitude)) == pytest.approx(1500, rel=1e-3)
    assert geo.metres(TOWN, Point(bounds.southwest.longitude, TOWN.latitude)) == pytest.approx(1500, rel=1e-3)


@given(st.lists(in_china, min_size=1, max_size=5))
def test_grid_stays_inside_and_small(points: list[Point]) -> None:
    bounds = geo.around(points, margin=1000)
    step, longitudes, latitudes = geo.grid(bounds, lines=12)
    assert step > 0
    assert all(mark <= bounds.northeast.longitude + 1e-6 for mark in longitudes)
    assert all(mark <= bounds.northeast.latitude + 1e-6 for mark in latitudes)
