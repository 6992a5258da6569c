"""The wards of a large town: the way to their pages, and the places of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from macros.domain import places
from macros.domain.calls import Listed, listed_for
from macros.domain.edition import Edition
from macros.domain.openings import OpeningView
from macros.domain.wards import Ward
from macros.models.places import Group, Place
from macros.models.site import GroupWords
from macros.views.opening import opening_data
from macros.views.place_filters import Sought, sought
from macros.views.templates import render


@dataclass(frozen=True)
class PlaceRow:
    """A place in one row: what it is, where, whether it is open, and whom to call."""

    place: Place
    phones: tuple[Listed, ...]
    opening: OpeningView
    sought: Sought | None


@dataclass(frozen=True)
class RowGroup:
    """A group with the rows of its places."""

    id: Group
    words: GroupWords
    rows: tuple[PlaceRow, ...]


def ward_list(edition: Edition, page: Literal["places", "duty", "subscribe"]) -> Markup:
    """The way to one of the pages of each ward."""
    return render("ward-list", wards=edition.wards, page=page)


def ward_places(edition: Edition, ward: Ward) -> Markup:
    """The page of a ward's places."""
    return render("ward-places", ward=ward, rows=place_rows(edition, ward.places))


def place_rows(edition: Edition, shown: tuple[Place, ...]) -> Markup:
    """Places in a row each, by group."""
    town = edition.town
    # The pages of wards are not narrowed.
    entries = {} if edition.wards else sought(edition, shown)
    groups = [
        RowGroup(
            group,
            town.site.groups.of(group),
            tuple(_row(edition, place, entries.get(place.id)) for place in members),
        )
        for group, members in places.grouped(shown)
    ]
    return render(
        "place-rows",
        groups=groups,
        schedules=opening_data(edition.openings, (place.id for place in shown)),
    )


def _row(edition: Edition, place: Place, entry: Sought | None) -> PlaceRow:
    listed = listed_for(edition.town.site, place, edition.today)
    lasting = next((phone for phone in listed if not phone.until and not phone.after), None)
    return PlaceRow(place, (lasting,) if lasting else listed, edition.openings.views[place.id], entry)
