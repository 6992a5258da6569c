"""The people of a town: all of them, each on a page of their own, and who knows about what."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from macros.domain.edition import KNOWS, Edition
from macros.domain.people import Knowing, shelf_of, shelves
from macros.domain.roster import Roster
from macros.models.people import Person
from macros.models.topics import Topic
from macros.views.calendars import people_calendars, person_calendar
from macros.views.duty_now import now_of
from macros.views.matters import matter_pages
from macros.views.templates import render

LISTS = "people/lists"
# So many of the next duties stand beside a name.
NEXT = 2
# Of somebody who is on duty at many places every day a page holds so many; those of the places have the rest.
DATES = 150


def people_list(edition: Edition) -> Markup:
    """Everybody whom residents may meet, or the way to the pages of many; and to those who know a matter."""
    found = shelves(edition.town.persons)
    if len(found) > 1:
        pages = [(shelf[0].name, shelf[-1].name, len(shelf)) for shelf in found]
        return render("people-pages", pages=pages, knows=KNOWS)
    return render("people-list", people=edition.town.persons, knows=KNOWS)


def people_page(edition: Edition, people: tuple[Person, ...]) -> Markup:
    """A page of some of many people, with their calendars."""
    return render(
        "people-page",
        first=people[0].name,
        last=people[-1].name,
        people=render("people-list", people=people, knows=""),
        calendars=people_calendars(edition, people),
    )


def person_page(edition: Edition, person: Person) -> Markup:
    """A person: what they do, what they know about, when and where they are next."""
    none: Roster = replace(edition.roster, shifts=(), stops=())
    roster = edition.person_rosters.get(person.id, none)
    known = matter_pages(edition)
    coming = roster.met(edition.today)
    return render(
        "person-page",
        person=person,
        portrait=person.public_portrait(edition.today),
        left=person.until is not None and person.until < edition.today,
        matters=[(matter, known.get(matter)) for matter in person.specialities],
        topics=_topics(edition, person),
        now=now_of(edition, roster),
        stretches=replace(roster, shifts=coming[:DATES]).stretches(),
        more=len(coming) > DATES,
        calendar=person_calendar(person) if coming else Markup(),
        office=edition.town.site.office,
        last=edition.last,
        above=above(edition, person),
    )


def above(edition: Edition, person: Person) -> str:
    """The page with everybody on which a person stands."""
    many = len(shelves(edition.town.persons)) > 1
    return f"{LISTS}/{shelf_of(edition.town.persons)[person.id]}.html" if many else "about.html"


def knows_page(edition: Edition, held: list[Knowing]) -> Markup:
    """A page of matters with those who know about them, and when each is there next."""
    coming = edition.person_rosters
    nexts = {
        person.id: coming[person.id].met(edition.today)[:NEXT]
        for one in held
        for person in one.people
        if person.id in coming
    }
    return render("knows-page", matters=held, nexts=nexts, whole=len(edition.knowing) == 1)


def knows_list(edition: Edition) -> Markup:
    """The first page: all of them, or the way to each matter of many people."""
    if len(edition.knowing) == 1:
        return knows_page(edition, edition.knowing[0])
    return render("knows-list", matters=[one for page in edition.knowing for one in page])


def _topics(edition: Edition, person: Person) -> list[Topic]:
    own = {person.role_name, *person.specialities}
    return [topic for topic in edition.town.topics.topics if not own.isdisjoint(topic.specialities)]
