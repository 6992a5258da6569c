"""People on pages: in the order of their names where they are many, by what they know, by their duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.domain.roster import Roster
from macros.domain.shift_view import ShiftView
from macros.domain.wards import by_name, parts
from macros.models.people import Person

# With a card and a calendar each, so many people fit on a page.
TOGETHER = 60
# In a row each, so many.
IN_ROWS = 150


@dataclass(frozen=True)
class Knowing:
    """A matter, those who know about it, and the page and place on it where they stand."""

    matter: str
    people: tuple[Person, ...]
    path: str
    number: int


def shelves(people: Sequence[Person]) -> list[tuple[Person, ...]]:
    """The people of each page, as in the file where one page holds all."""
    if len(people) <= TOGETHER:
        return [tuple(people)]
    return parts(sorted(people, key=_by_name), TOGETHER)


def shelf_of(people: Sequence[Person]) -> dict[str, int]:
    """The number of the page on which each person stands, by id; the first is 1."""
    return {
        person.id: number for number, members in enumerate(shelves(people), start=1) for person in members
    }


def by_matter(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """Those who know about each matter, by its name: specialities first, then what somebody is."""
    people = tuple(people)
    found: dict[str, list[Person]] = {}
    for person in people:
        for matter in dict.fromkeys(person.specialities):
            found.setdefault(matter, []).append(person)
    # Those of whom most is known come first, those of one count as they are spelt.
    ordered = sorted(found.items(), key=lambda one: (-len(one[1]), by_name(one[0])))
    for person in people:
        found.setdefault(person.role_name, [])
        if person not in found[person.role_name]:
            found[person.role_name].append(person)
    named = dict(ordered) | {name: held for name, held in found.items() if name not in dict(ordered)}
    return {matter: tuple(held) for matter, held in named.items()}


def knowing(people: Iterable[Person], path: str) -> list[list[Knowing]]:
    """The matters of each page: on one where it holds all, else on pages of a matter, or of a part of it.

    `path` is that of the first page; the others are numbered below it.
    """
    every = by_matter(people)
    whole = sum(map(len, every.values())) <= IN_ROWS
    pages: list[list[Knowing]] = []
    for matter, held in every.items():
        for part in parts(sorted(held, key=_by_name), IN_ROWS):
            own = path if whole else f"{path}/{len(pages) + 1}"
            entry = Knowing(matter, part, own, 1 + (len(pages[0]) if whole and pages else 0))
            if whole and pages:
                pages[0].append(entry)
            else:
                pages.append([entry])
    return pages


def by_person(roster: Roster) -> Mapping[str, Roster]:
    """The part of each person who has a shift, by id; what doesn't take place is nobody's."""
    found: dict[str, list[ShiftView]] = {}
    for shift in roster.shifts:
        if shift.state == "on":
            for person in shift.people:
                found.setdefault(person.id, []).append(shift)
    return {person: replace(roster, shifts=tuple(shifts), stops=()) for person, shifts in found.items()}


def _by_name(person: Person) -> tuple[bytes, str]:
    return by_name(person.name), person.id
