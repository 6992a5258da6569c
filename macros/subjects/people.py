"""people.yml on the site: a page for each person, the list of all, who knows about what."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import KNOWS, Edition
from macros.domain.people import shelves
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views.people import LISTS, above, knows_list, knows_page, people_list, people_page, person_page
from macros.views.search import Entry

KNOWS_TITLE = "谁懂这件事"


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    found = shelves(edition.town.persons)
    for number, people in enumerate(found, start=1) if len(found) > 1 else ():
        title = f"人员：{people[0].name}—{people[-1].name}"
        yield page(f"{LISTS}/{number}", title, people_page, edition, people)
    for person in edition.town.persons:
        about = f"{person.name}，{person.role_name}。{'、'.join(person.specialities)}"
        made = page(f"people/{person.id}", person.name, person_page, edition, person)
        yield made.described(about, sample=person.sample).below("人员", above(edition, person))
    yield page(KNOWS, KNOWS_TITLE, knows_list, edition)
    for held in edition.knowing if len(edition.knowing) > 1 else ():
        yield page(held[0].path, f"谁懂{held[0].matter}", knows_page, edition, held).below(
            KNOWS_TITLE, f"{KNOWS}.html"
        )


def _entries(town: Town) -> Iterator[Entry]:
    for person in town.persons:
        name = f"{person.name}（示例）" if person.sample else person.name
        address = f"people/{person.id}.html"
        yield Entry(name, person.role_name, address, person.specialities, person.organisation or "")
    yield Entry(KNOWS_TITLE, "页面", f"{KNOWS}.html", ("谁懂", "找懂的人", "律师", "调解员"))


PEOPLE = Subject(
    "people",
    macros={"people_list": people_list},
    pages=_pages,
    entries=_entries,
)
