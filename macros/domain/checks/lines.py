"""Whether the town's sketch of roads and rivers lies where the town does."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain import geo
from macros.domain.checks.positions import copied
from macros.domain.checks.scope import Loc, Scope
from macros.errors import Finding
from macros.models.lines import Spot
from macros.models.places import System
from macros.models.site import Bounds


def lines(scope: Scope) -> Iterator[Finding]:
    """What is wrong or strange about the lines and words below the places."""
    drawn, bounds = scope.town.lines, scope.town.site.bounds
    entries: list[tuple[Loc, System, str, list[tuple[Loc, Spot]]]] = []
    for number, line in enumerate(drawn.lines):
        spots: list[tuple[Loc, Spot]] = [(("points", place), spot) for place, spot in enumerate(line.points)]
        entries.append((("lines", number), line.system, line.source, spots))
    for number, word in enumerate(drawn.points):
        entries.append((("points", number), word.system, word.source, [(("at",), word.at)]))
    for loc, system, source, spots in entries:
        if message := copied(source, system):
            yield Finding("lines", (*loc, "system"), message, "warning")
        for step, spot in spots if bounds else ():
            if bounds and not _inside(bounds, spot, system):
                yield Finding("lines", (*loc, *step), _outside(bounds))


def _inside(bounds: Bounds, spot: Spot, system: System) -> bool:
    point = geo.read_off(spot, system)
    east = bounds.west <= point.longitude <= bounds.east
    return east and bounds.south <= point.latitude <= bounds.north


def _outside(bounds: Bounds) -> str:
    across = f"经度 {bounds.west:g} 到 {bounds.east:g}"
    up = f"纬度 {bounds.south:g} 到 {bounds.north:g}"
    return f"不在本镇范围内，请核对（site.yml 的 bounds 是{across}、{up}）"
