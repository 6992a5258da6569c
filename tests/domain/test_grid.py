"""A grid has each place once, and tells where north is and who is near."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.domain import places
from macros.domain.geo import Point
from macros.domain.grid import Cell, grid
from macros.load import load

near = st.floats(0, 0.1).map(lambda degrees: round(degrees, 5))
spots = st.builds(Point, near.map(lambda x: 121 + x), near.map(lambda y: 31 + y))
points = st.dictionaries(st.text("abc", min_size=1, max_size=4), spots)


@given(points, st.integers(1, 6))
@settings(max_examples=50, deadline=None)
def test_each_place_has_a_cell_of_its_own_and_no_row_is_empty(where: dict[str, Point], columns: int) -> None:
    made = grid(where, columns)
    assert made.keys() == where.keys()
    assert len({*made.values()}) == len(made)
    rows = {cell.row for cell in made.values()}
    assert rows == {*range(1, max(rows, default=0) + 1)}
    assert all(1 <= cell.column <= columns for cell in made.values())


@given(points)
@settings(max_examples=25, deadline=None)
def test_the_order_in_which_places_are_written_changes_nothing(where: dict[str, Point]) -> None:
    assert grid(dict(sorted(where.items())), 4) == grid(dict(sorted(where.items(), reverse=True)), 4)


def test_places_on_a_line_stay_in_line() -> None:
    assert grid({str(n): Point(121 + n / 100, 31) for n in range(4)}, 4) == {
        str(n): Cell(1, n + 1) for n in range(4)
    }
    assert grid({str(n): Point(121, 31 - n / 100) for n in range(3)}, 1) == {
        str(n): Cell(n + 1, 1) for n in range(3)
    }


def test_neighbours_of_the_first_town_lie_where_they_are() -> None:
    town = load(Path(__file__).parents[2] / "data").town
    where = {place.id: point for place in town.places if (point := places.point(place))}
    made, seen, right = grid(where, 4), 0, 0
    for one in where:
        others = (other for other in where if where[other] != where[one])
        for other in sorted(others, key=lambda other: math.dist(_flat(where[one]), _flat(where[other])))[:3]:
            seen, right = seen + 1, right + _within_45_degrees(where, made, one, other)
    assert right / seen >= 0.9


def _flat(point: Point) -> tuple[float, float]:
    return point.longitude * math.cos(math.radians(31.5)), -point.latitude


def _within_45_degrees(where: dict[str, Point], made: dict[str, Cell], one: str, other: str) -> bool:
    (x, y), (to_x, to_y) = _flat(where[one]), _flat(where[other])
    across, down = made[other].column - made[one].column, made[other].row - made[one].row
    along = (to_x - x) * across + (to_y - y) * down
    cosine = along / math.hypot(to_x - x, to_y - y) / math.hypot(across, down)
    return cosine >= math.cos(math.pi / 4) - 1e-9


@pytest.mark.parametrize("count", [0, 1, 2, 60])
def test_places_on_one_spot_get_cells_beside_each_other(count: int) -> None:
    made = grid({str(number): Point(121, 31) for number in range(count)}, 4)
    assert len({*made.values()}) == count


def test_exchanges_come_to_an_end_where_many_are_as_good_as_each_other() -> None:
    net = {str(number): Point(118.1 + number % 20 / 100, 29.5 + number // 20 / 100) for number in range(60)}
    assert len({*grid(net, 4).values()}) == 60
