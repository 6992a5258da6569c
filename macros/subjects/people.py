"""people.yml on the site: the list of everybody."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.town import Town
from macros.subjects.subject import Subject
from macros.views.people import people_list
from macros.views.search import Entry


def _entries(town: Town) -> Iterator[Entry]:
    for person in town.people:
        name = f"{person.name}（示例）" if person.sample else person.name
        yield Entry(name, person.role_name, "about.html", person.specialities, person.organisation or "")


PEOPLE = Subject(
    "people",
    macros={"people_list": people_list},
    entries=_entries,
)
