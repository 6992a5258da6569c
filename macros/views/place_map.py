"""The page of all places: grid map, the map of real positions and the list, narrowed and chosen together."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain import places
from macros.domain.edition import Edition
from macros.views.map import service_map
from macros.views.place_cards import place_list
from macros.views.place_filters import place_filters
from macros.views.place_grid import place_grid
from macros.views.templates import render


def place_map(edition: Edition) -> Markup:
    """Both maps, of which one is seen, beside the list of places."""
    town = edition.town
    grid = place_grid(edition)
    listed = not edition.wards
    return render(
        "place-map",
        filters=place_filters(edition) if town.places else (),
        grid=grid,
        ground=service_map(edition),
        places=place_list(edition),
        office=town.site.office,
        both=bool(grid) and bool(places.drawable(town.places)),
        # Only positions that lead somewhere can be near to a visitor.
        near=listed and any(map(places.known_point, town.places)),
    )
