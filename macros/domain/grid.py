"""Places on a grid, one a cell, so that who lies north of whom and who is near whom stays as true as it can.

A sketch to read, not to measure: villages lie close together in one part of a town and far apart in
another, and on a phone their names would cover each other. Each place wants the cell where it lies,
halfway between where it is and where it would be if all lay equally far apart, and wants to see its
neighbours where they are. The cells are exchanged until no exchange makes that better.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product

from macros.domain import geo
from macros.domain.geo import Point

# Empty cells let gaps on the ground be gaps on the grid.
_ROOM = 1.5
_NEIGHBOURS = 4
# What it is worth to see a neighbour where it lies, not at a right angle to that: squares of a cell off.
_TURN = 2.0
# Rows that an exchange may reach: farther ones never help, and would take long.
_REACH = 2
# What rounding alone makes better would go round in circles.
_BETTER = 1e-9


@dataclass(frozen=True, order=True)
class Cell:
    """A cell of a grid, from 1, counted from the north and from the west."""

    row: int
    column: int


def grid(points: Mapping[str, Point], columns: int) -> dict[str, Cell]:
    """The cell of each place, by the same keys; no row is empty."""
    points = dict(sorted(points.items()))
    rows = math.ceil(len(points) * _ROOM / columns)
    across = _wanted({key: (point.longitude, point.latitude) for key, point in points.items()}, columns)
    down = _wanted({key: (-point.latitude, point.longitude) for key, point in points.items()}, rows)
    wanted = {key: (down[key], across[key]) for key in points}
    layout = _Layout(wanted, _directions(points))
    layout.begin([Cell(row, column) for row, column in product(range(1, rows + 1), range(1, columns + 1))])
    while layout.improved():
        pass
    used = {row: at for at, row in enumerate(sorted({cell.row for cell in layout.given.values()}), start=1)}
    return {key: Cell(used[cell.row], cell.column) for key, cell in layout.given.items()}


def _wanted(values: Mapping[str, tuple[float, float]], count: int) -> dict[str, float]:
    """Where each would lie between 1 and `count`: half by distance, half by rank."""
    ranked = sorted(values, key=lambda key: (values[key], key))
    low, high = (values[ranked[end]][0] for end in (0, -1)) if ranked else (0.0, 0.0)
    found = {}
    for rank, key in enumerate(ranked):
        by_rank = (rank + 0.5) / len(ranked)
        by_distance = (values[key][0] - low) / (high - low) if high > low else 0.5
        found[key] = 1 + (count - 1) * (by_rank + by_distance) / 2
    return found


def _directions(points: Mapping[str, Point]) -> dict[str, dict[str, complex]]:
    """Of each place its neighbours, and where they lie: a number of length 1, east and south."""
    found: dict[str, dict[str, complex]] = {key: {} for key in points}
    for key, point in points.items():
        others = (other for other in points if points[other] != point)
        ranked = sorted(others, key=lambda other: (geo.metres(point, points[other]), other))
        for other in ranked[:_NEIGHBOURS]:
            wide = math.cos(math.radians(point.latitude))
            there = points[other]
            way = complex((there.longitude - point.longitude) * wide, point.latitude - there.latitude)
            found[key][other], found[other][key] = way / abs(way), -way / abs(way)
    return found


@dataclass
class _Layout:
    """Which place has which cell, while they are exchanged."""

    wanted: Mapping[str, tuple[float, float]]
    near: Mapping[str, Mapping[str, complex]]
    given: dict[str, Cell] = field(default_factory=dict)
    held: dict[Cell, str | None] = field(default_factory=dict)

    def begin(self, cells: list[Cell]) -> None:
        """Nothing; each place has the free cell that is nearest to where it wants to be."""
        self.held = dict.fromkeys(cells)
        for key in sorted(self.wanted, key=lambda key: (self.wanted[key], key)):
            free = [cell for cell in cells if self.held[cell] is None]
            self.given[key] = min(free, key=lambda cell: (self._off(key, cell), cell))
            self.held[self.given[key]] = key

    def improved(self) -> bool:
        """Whether an exchange of cells was made, free or taken; all that help are made in one go."""
        helped = False
        for key, cell in product(self.wanted, self.held):
            mine, other = self.given[key], self.held[cell]
            if cell == mine or abs(cell.row - mine.row) > _REACH:
                continue
            before = self._together(key, other)
            self._exchange(key, mine, other, cell)
            if before - self._together(key, other) > _BETTER:
                helped = True
            else:
                self._exchange(key, cell, other, mine)
        return helped

    def _exchange(self, key: str, mine: Cell, other: str | None, cell: Cell) -> None:
        self.given[key], self.held[cell], self.held[mine] = cell, key, other
        if other:
            self.given[other] = mine

    def _off(self, key: str, cell: Cell) -> float:
        row, column = self.wanted[key]
        return (row - cell.row) ** 2 + (column - cell.column) ** 2

    def _together(self, key: str, other: str | None) -> float:
        """How wrong two places are; what each is to the other counts once, or exchanges would never end."""
        return self._cost(key) + (self._cost(other, but=key) if other else 0)

    def _cost(self, key: str, but: str = "") -> float:
        """How wrong it is where a place has its cell, and where its neighbours but one have theirs."""
        cell = self.given[key]
        cost = self._off(key, cell)
        for other, way in self.near[key].items():
            if other == but:
                continue
            there = self.given[other]
            seen = complex(there.column - cell.column, there.row - cell.row)
            cost += _TURN * (1 - (way.conjugate() * seen).real / abs(seen))
        return cost
