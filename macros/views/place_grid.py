"""The grid map: one cell a place or ward, north above; it prints and needs no script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from markupsafe import Markup

from macros.domain import places
from macros.domain.edition import Edition
from macros.domain.geo import Point
from macros.domain.grid import grid
from macros.domain.shift_view import Upcoming
from macros.domain.wards import Ward
from macros.models.places import Place
from macros.views.place_filters import in_order
from macros.views.templates import render

# So many names fit beside each other on the narrowest phone.
COLUMNS = 4
# Who has to look through more looks for a name.
_MOST = 60


@dataclass(frozen=True)
class GridCell:
    """A cell with what it leads to; a ward has `count` places, a place `number`, `mark`, next duties."""

    name: str
    address: str
    place: Place | None = None
    mark: str = ""
    approximate: bool = False
    shifts: tuple[Upcoming, ...] = ()
    count: int = 0
    number: int = 0

    @property
    def sample(self) -> bool:
        """Whether something that it shows is made up."""
        drawn = self.place is not None and places.is_sample(self.place)
        return drawn or any(shift["sample"] for shift in self.shifts)


def place_grid(edition: Edition) -> Markup:
    """The grid of a town's places, of a large one's wards."""
    town = edition.town
    cells, points = _ward_cells(edition) if edition.wards else _place_cells(edition)
    if not 1 < len(points) <= _MOST:
        return Markup()
    return render(
        "place-grid",
        rows=_rows(cells, points),
        whole=town.site.town,
        undrawn=len(cells) - len(points),
        sample=any(cell.sample for cell in cells.values()),
        wards=bool(edition.wards),
    )


def _place_cells(edition: Edition) -> tuple[dict[str, GridCell], dict[str, Point]]:
    site = edition.town.site
    cells = {
        place.id: GridCell(
            places.short_name(place, site),
            f"places/{place.id}.html",
            place,
            site.groups.of(place.group).mark,
            places.is_approximate(place),
            tuple(shift for shift in edition.coming[place.id].shifts if shift["people"] != "暂缺"),
            number=number,
        )
        for number, place in enumerate(in_order(edition.town.places), start=1)
    }
    return cells, {place.id: point for place in edition.town.places if (point := places.point(place))}


def _ward_cells(edition: Edition) -> tuple[dict[str, GridCell], dict[str, Point]]:
    cells = {
        ward.id: GridCell(ward.name, f"wards/places/{ward.id}.html", count=len(ward.places))
        for ward in edition.wards
    }
    return cells, {ward.id: point for ward in edition.wards if (point := _middle(ward))}


def _middle(ward: Ward) -> Point | None:
    found = [point for place in ward.places if (point := places.point(place))]
    if not found:
        return None
    return Point(median(point.longitude for point in found), median(point.latitude for point in found))


def _rows(cells: Mapping[str, GridCell], points: Mapping[str, Point]) -> list[list[GridCell | None]]:
    """The cells from north to south, each row from west to east; None where a cell is empty."""
    given = grid(points, COLUMNS)
    rows: list[list[GridCell | None]] = [[None] * COLUMNS for _ in range(max(c.row for c in given.values()))]
    for key, cell in given.items():
        rows[cell.row - 1][cell.column - 1] = cells[key]
    return rows
