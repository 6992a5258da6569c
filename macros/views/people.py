"""The people of a town, on pages of their own where they are many."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.people import shelves
from macros.models.people import Person
from macros.views.calendars import people_calendars
from macros.views.templates import render


def people_list(edition: Edition) -> Markup:
    """Everybody whom residents may meet, or the way to the pages of many."""
    found = shelves(edition.town.people)
    if len(found) > 1:
        return render("people-pages", pages=[(shelf[0].name, shelf[-1].name, len(shelf)) for shelf in found])
    return render("people-list", people=edition.town.people)


def people_page(edition: Edition, people: tuple[Person, ...]) -> Markup:
    """A page of some of many people, with their calendars."""
    return render(
        "people-page",
        first=people[0].name,
        last=people[-1].name,
        people=render("people-list", people=people),
        calendars=people_calendars(edition, people),
    )
