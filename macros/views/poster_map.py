"""The grid map on posters: the part around a place, with its own cell marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.domain import geo, places
from macros.domain.edition import Edition
from macros.domain.geo import Point
from macros.domain.grid import Cell, grid
from macros.domain.posters import cut
from macros.models.places import Place
from macros.views.place_grid import COLUMNS

ROWS = 5
# Of a town with wards: so many that are near, for a grid of the whole would take long.
_AROUND = 12
# Two lines of four characters are in a cell.
_LONGEST = 8


@dataclass(frozen=True)
class PosterCell:
    """A cell with a name; `here` is the poster's own place."""

    name: str
    here: bool
    station: bool


PosterMap = list[list[PosterCell | None]]


@dataclass(frozen=True)
class PosterMaps:
    """The grid of a whole town, worked out once, of which each poster has a part."""

    edition: Edition
    named: Mapping[str, Place]
    points: Mapping[str, Point]
    whole: Mapping[str, Cell]

    @classmethod
    def of(cls, edition: Edition) -> PosterMaps:
        """That of the places whose position is known."""
        known = {place.id: point for place in edition.town.places if (point := places.point(place))}
        named = {place.id: place for place in edition.town.places}
        return cls(edition, named, known, {} if edition.wards else grid(known, COLUMNS))

    def around(self, place: Place) -> PosterMap:
        """The rows of cells around a place; none where it can't be drawn, or alone."""
        given = self.whole or self._near(place)
        if place.id not in given or len(given) < 2:
            return []
        top = self._top(given, given[place.id].row)
        rows: PosterMap = [[None] * COLUMNS for _ in range(ROWS)]
        for key, cell in given.items():
            if top <= cell.row < top + ROWS:
                rows[cell.row - top][cell.column - 1] = self._cell(key, place)
        while not any(rows[-1]):
            rows.pop()
        return rows

    @staticmethod
    def _top(given: Mapping[str, Cell], row: int) -> int:
        """The first row of those that are shown: the place is in their middle where it can be."""
        last = max(cell.row for cell in given.values())
        return max(1, min(row - ROWS // 2 + 1, last - ROWS + 1))

    def _near(self, place: Place) -> Mapping[str, Cell]:
        own = self.points.get(place.id)
        if own is None:
            return {}
        near = sorted(self.points, key=lambda key: (geo.metres(own, self.points[key]), key))[:_AROUND]
        return grid({key: self.points[key] for key in near}, COLUMNS)

    def _cell(self, key: str, place: Place) -> PosterCell:
        there = self.named[key]
        name = places.short_name(there, self.edition.town.site)
        return PosterCell(cut(name, _LONGEST), key == place.id, there.group == "station")
