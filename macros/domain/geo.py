"""Points on the ground: the three coordinate systems in use in China, distance and direction."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from macros.models.lines import Spot
from macros.models.places import Position, System

# The ellipsoid of Krasovsky (1940), on which GCJ-02 is computed.
_AXIS, _ECCENTRICITY = 6378245.0, 0.00669342162296594323
_BD_TURN = math.pi * 3000 / 180
_EARTH = 6371008.8
_CLOSE_ENOUGH = 1e-13
_DIRECTIONS = ("北", "东北", "东", "东南", "南", "西南", "西", "西北")


@dataclass(frozen=True, order=True)
class Point:
    """A longitude and a latitude in degrees, in the order of GeoJSON."""

    longitude: float
    latitude: float

    def rounded(self) -> Point:
        """The same point to about a decimetre, so that last digits never differ between machines."""
        return Point(round(self.longitude, 6), round(self.latitude, 6))


@dataclass(frozen=True)
class Bounds:
    """The rectangle between its south-western and its north-eastern corner."""

    southwest: Point
    northeast: Point


def wgs84_to_gcj02(point: Point) -> Point:
    """The GCJ-02 coordinates of a WGS-84 point in China."""
    x, y = point.longitude - 105, point.latitude - 35
    ripple = 20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    north += (
        (ripple + _waves(y, 20, 40) + 160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30))
        * 2
        / 3
    )
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    east += (
        (ripple + _waves(x, 20, 40) + 150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi))
        * 2
        / 3
    )
    latitude = math.radians(point.latitude)
    bend = 1 - _ECCENTRICITY * math.sin(latitude) ** 2
    meridian = _AXIS * (1 - _ECCENTRICITY) / (bend * math.sqrt(bend))
    parallel = _AXIS / math.sqrt(bend) * math.cos(latitude)
    return Point(
        point.longitude + math.degrees(east / parallel), point.latitude + math.degrees(north / meridian)
    )


def _waves(value: float, first: float, second: float) -> float:
    return first * math.sin(value * math.pi) + second * math.sin(value / 3 * math.pi)


def gcj02_to_bd09(point: Point) -> Point:
    """The BD-09 coordinates of a GCJ-02 point."""
    x, y = point.longitude, point.latitude
    radius = math.hypot(x, y) + 0.00002 * math.sin(y * _BD_TURN)
    angle = math.atan2(y, x) + 0.000003 * math.cos(x * _BD_TURN)
    return Point(radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006)


def gcj02_to_wgs84(point: Point) -> Point:
    """The WGS-84 coordinates of a GCJ-02 point in China."""
    return _inverse(wgs84_to_gcj02, point)


def bd09_to_gcj02(point: Point) -> Point:
    """The GCJ-02 coordinates of a BD-09 point."""
    return _inverse(gcj02_to_bd09, point)


def _inverse(forward: Callable[[Point], Point], target: Point) -> Point:
    # The systems differ by a slowly changing shift: taking off what is too much converges in a few rounds.
    guess = target
    for _ in range(30):
        reached = forward(guess)
        east, north = target.longitude - reached.longitude, target.latitude - reached.latitude
        guess = Point(guess.longitude + east, guess.latitude + north)
        if abs(east) + abs(north) < _CLOSE_ENOUGH:
            break
    return guess


@cache
def wgs84(position: Position) -> Point:
    """Where a position is in the system of GPS and GeoJSON."""
    return read_off(position, position.system)


def read_off(spot: Position | Spot, system: System) -> Point:
    """Where numbers of a coordinate system are in that of GPS and GeoJSON."""
    point = Point(spot.longitude, spot.latitude)
    if system == "wgs84":
        return point.rounded()
    return gcj02_to_wgs84(bd09_to_gcj02(point) if system == "bd09" else point).rounded()


@cache
def gcj02(position: Position) -> Point:
    """Where a position is in the system that Chinese map apps take."""
    point = Point(position.longitude, position.latitude)
    if position.system == "gcj02":
        return point.rounded()
    return (bd09_to_gcj02(point) if position.system == "bd09" else wgs84_to_gcj02(point)).rounded()


def metres(one: Point, other: Point) -> float:
    """The distance between two WGS-84 points over the ground."""
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((north - south) / 2) ** 2
    turn = math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half + math.cos(south) * math.cos(north) * turn)))


def direction(origin: Point, target: Point) -> str:
    """In which of eight directions the target lies, such as `东北`; in a town the earth is flat enough."""
    east = (target.longitude - origin.longitude) * math.cos(math.radians(origin.latitude))
    turn = math.atan2(east, target.latitude - origin.latitude) % math.tau
    return _DIRECTIONS[round(turn / math.tau * 8) % 8]


def degrees_per_metre(latitude: float) -> Point:
    """How much of a degree one metre is, to the east and to the north."""
    north = 1 / math.radians(1) / _EARTH
    return Point(north / math.cos(math.radians(latitude)), north)


def around(points: Iterable[Point], *, margin: float, share: float = 0.15) -> Bounds:
    """The rectangle around the points with that share of its size, at least `margin` metres, on each side."""
    points = list(points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    metre = degrees_per_metre((south + north) / 2)
    aside = max((east - west) * share, margin * metre.longitude)
    above = max((north - south) * share, margin * metre.latitude)
    return Bounds(Point(west - aside, south - above), Point(east + aside, north + above))


def grid(bounds: Bounds, lines: int) -> tuple[int, tuple[float, ...], tuple[float, ...]]:
    """A net over the bounds: its step in metres, longitudes and latitudes; at most about `lines` each way."""
    corner, far = bounds.southwest, bounds.northeast
    metre = degrees_per_metre((corner.latitude + far.latitude) / 2)
    wide = (far.longitude - corner.longitude) / metre.longitude
    high = (far.latitude - corner.latitude) / metre.latitude
    step = next((s for s in (500, 1000, 2000, 5000, 10_000, 20_000) if max(wide, high) / s <= lines), 50_000)
    return (
        step,
        _marks(corner.longitude, metre.longitude * step, int(wide / step)),
        _marks(corner.latitude, metre.latitude * step, int(high / step)),
    )


def _marks(start: float, step: float, count: int) -> tuple[float, ...]:
    return tuple(round(start + step * number, 6) for number in range(count + 1))
