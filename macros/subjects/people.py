"""people.yml on the site: the list of everybody, on pages of its own where it is long."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.domain.people import shelves
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views.people import people_list, people_page


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    found = shelves(edition.town.people)
    if len(found) == 1:
        return
    for number, people in enumerate(found, start=1):
        title = f"人员：{people[0].name}—{people[-1].name}"
        yield page(f"people/{number}", title, people_page(edition, people))


PEOPLE = Subject(
    "people",
    lambda town: any(person.sample for person in town.people),
    macros={"people_list": people_list},
    pages=_pages,
)
