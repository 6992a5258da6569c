"""people.yml on the site: the list of everybody, on pages of its own where it is long."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.domain.people import TOGETHER, shelf_of, shelves
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views.people import people_list, people_page
from macros.views.search import Entry


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    found = shelves(edition.town.people)
    if len(found) == 1:
        return
    for number, people in enumerate(found, start=1):
        title = f"人员：{people[0].name}—{people[-1].name}"
        yield page(f"people/{number}", title, people_page, edition, people)


def _entries(town: Town) -> Iterator[Entry]:
    pages = shelf_of(town.people)
    for person in town.people:
        name = f"{person.name}（示例）" if person.sample else person.name
        own = f"people/{pages[person.id]}.html#person-{person.id}"
        address = own if len(pages) > TOGETHER else "about.html"
        yield Entry(name, person.role_name, address, person.specialities, person.organisation or "")


PEOPLE = Subject(
    "people",
    macros={"people_list": people_list},
    pages=_pages,
    entries=_entries,
)
