"""Whether the town's sketch of roads and rivers lies where the town does."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain import geo
from macros.domain.checks.positions import copied
from macros.domain.checks.scope import Loc, Scope
from macros.errors import Finding
from macros.models.lines import Lines, Spot
from macros.models.places import System
from macros.models.site import Bounds


def lines(scope: Scope) -> Iterator[Finding]:
    """What is wrong or strange about the lines and words below the places."""
    drawn, bounds = scope.town.lines, scope.town.site.bounds
    for loc, source, system in _entries(drawn):
        if message := copied(source, system):
            yield Finding("lines", (*loc, "system"), message, "warning")
    for loc, spot, system in _spots(drawn):
        if bounds and not _inside(bounds, geo.read_off(spot, system)):
            yield Finding("lines", loc, _outside(bounds))


def _entries(drawn: Lines) -> Iterator[tuple[Loc, str, System]]:
    for number, line in enumerate(drawn.lines):
        yield ("lines", number), line.source, line.system
    for number, word in enumerate(drawn.points):
        yield ("points", number), word.source, word.system


def _spots(drawn: Lines) -> Iterator[tuple[Loc, Spot, System]]:
    for number, line in enumerate(drawn.lines):
        for step, spot in enumerate(line.points):
            yield ("lines", number, "points", step), spot, line.system
    for number, word in enumerate(drawn.points):
        yield ("points", number, "at"), word.at, word.system


def _inside(bounds: Bounds, point: geo.Point) -> bool:
    east = bounds.west <= point.longitude <= bounds.east
    return east and bounds.south <= point.latitude <= bounds.north


def _outside(bounds: Bounds) -> str:
    across = f"经度 {bounds.west:g} 到 {bounds.east:g}"
    up = f"纬度 {bounds.south:g} 到 {bounds.north:g}"
    return f"不在本镇范围内，请核对（site.yml 的 bounds 是{across}、{up}）"
