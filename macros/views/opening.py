"""Whether places are open, as HTML; the browser says it with the schedules that stand beside."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from macros.domain.openings import Openings
from macros.models.places import Place
from macros.views.templates import render


def opening_line(openings: Openings, place: Place, near: Iterable[str] = ()) -> Markup:
    """Whether one place is open, with the schedules that say so of it and of those near it, by their ids."""
    schedules = opening_data(openings, (place.id, *near))
    return render("opening-line", view=openings.views[place.id], schedules=schedules)


def opening_data(openings: Openings, places: Iterable[str]) -> Markup:
    """The schedules of these places, for opening.js."""
    return render("opening-data", schedules=openings.data(places))
