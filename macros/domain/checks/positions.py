"""Whether places are where they can be: one wrong digit moves a place to another county."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from macros.domain.checks.scope import Scope
from macros.domain.geo import Point, metres
from macros.errors import Finding
from macros.models.places import System
from macros.models.site import Bounds

# A position is strange that is several times as far out as the others, and not just next door.
TIMES_AS_FAR, NEAR = 4, 5_000
_SYSTEMS: dict[str, System] = {"高德": "gcj02", "腾讯": "gcj02", "百度": "bd09"}


def positions(scope: Scope) -> Iterator[Finding]:
    """What is wrong or strange about where places are."""
    bounds = scope.town.site.bounds
    yield from _outside(scope, bounds) if bounds else _far_out(scope)
    yield from _on_one_spot(scope)
    for number, place in enumerate(scope.town.places):
        if place.position and (message := copied(place.position.source, place.position.system)):
            yield Finding("places", ("places", number, "position", "system"), message, "warning")


def _outside(scope: Scope, bounds: Bounds) -> Iterator[Finding]:
    for number, place in enumerate(scope.town.places):
        point = scope.points.get(place.id)
        for key, value, low, high in (
            (
                ("longitude", point.longitude, bounds.west, bounds.east),
                ("latitude", point.latitude, bounds.south, bounds.north),
            )
            if point
            else ()
        ):
            if not low <= value <= high:
                message = f"不在本镇范围内，请核对（site.yml 的 bounds 是 {low:g} 到 {high:g}）"
                yield Finding("places", ("places", number, "position", key), message)


def _far_out(scope: Scope) -> Iterator[Finding]:
    points = list(scope.points.values())
    if len(points) < 4:
        return
    middle = Point(median(p.longitude for p in points), median(p.latitude for p in points))
    far = {place: metres(middle, point) for place, point in scope.points.items()}
    limit = max(NEAR, TIMES_AS_FAR * median(far.values()))
    for number, place in enumerate(scope.town.places):
        if far.get(place.id, 0) > limit:
            message = f"离其他场所有 {far[place.id] / 1000:.0f} 公里，请核对经纬度"
            yield Finding("places", ("places", number, "position"), message, "warning")


def _on_one_spot(scope: Scope) -> Iterator[Finding]:
    found: dict[Point, int] = {}
    for number, place in enumerate(scope.town.places):
        point = scope.points.get(place.id)
        if point and (first := found.setdefault(point, number)) != number:
            other = scope.town.places[first]
            message = f"和第 {first + 1} 条（{other.id}）的位置一模一样，不在一栋楼里的话请核对"
            yield Finding("places", ("places", number, "position"), message, "notice")


def copied(source: str, system: System) -> str:
    """What to say of numbers that were copied from a map of another system; empty where nothing."""
    for map_app, right in _SYSTEMS.items():
        if map_app in source and system != right:
            return f"从{map_app}抄来的位置，system 应写 {right}，不然会偏几百米"
    return ""
