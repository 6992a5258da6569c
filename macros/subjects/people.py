"""people.yml on the site: the list of everybody."""

from __future__ import annotations

from macros.subjects.subject import Subject
from macros.views.people import people_list

PEOPLE = Subject(
    "people",
    lambda town: any(person.sample for person in town.people),
    macros={"people_list": people_list},
)
