"""People on pages: together where they are few, else in the order of their names."""

from __future__ import annotations

from collections.abc import Sequence

from macros.domain.wards import by_name, parts
from macros.models.people import Person

# With a card and a calendar each, so many people fit on a page.
TOGETHER = 60


def shelves(people: Sequence[Person]) -> list[tuple[Person, ...]]:
    """The people of each page, as in the file where one page holds all."""
    if len(people) <= TOGETHER:
        return [tuple(people)]
    return parts(sorted(people, key=lambda person: (by_name(person.name), person.id)), TOGETHER)


def shelf_of(people: Sequence[Person]) -> dict[str, int]:
    """The number of the page on which each person stands, by id; the first is 1."""
    return {
        person.id: number for number, members in enumerate(shelves(people), start=1) for person in members
    }
