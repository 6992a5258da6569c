"""Duty as iCalendar (RFC 5545): a file for each place, each person, the whole town, and changes only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.followed import Follow, Told, identity, now_told
from macros.domain.people import shelves
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from macros.views.ics import calendar, lines, local, midnight, text
from macros.views.templates import render

FOLDER = "calendars"
ALL, CHANGES = f"{FOLDER}/all.ics", f"{FOLDER}/changes.ics"
AT, OF = "一个地方的值班", "一个人的值班"
# Name, path, and whether it is of somebody who is a sample.
_Row = tuple[str, str, bool]


def calendar_files(
    town: Town, followed: Iterable[Follow], *, whole: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Every calendar with its path on the site; a place or person without any entry has none.

    `whole` is one of everything, which for a large town nobody's phone could take.
    """
    ending = identity(town)
    shown = [_Shown(one, now_told(one), ending) for one in sorted(followed, key=_order)]
    name = town.site.name
    if whole:
        yield ALL, calendar(f"{name}值班", (one.event for one in shown))
    changed = (one.event for one in shown if one.told.unusual or one.follow.altered)
    yield CHANGES, calendar(f"{name}值班变动", changed)
    at = _grouped(shown, lambda one: one.follow.places)
    for place in town.places:
        if here := at.get(place.id):
            yield _path("places", place), calendar(f"{place.name}值班", (one.event for one in here))
    of = _grouped(shown, lambda one: one.follow.people)
    for person in town.persons:
        if own := of.get(person.id):
            title = f"{person.name}（{person.role_name}）值班"
            yield _path("people", person), calendar(title, (one.event_of(person) for one in own))


def calendar_link(place: Place) -> Markup:
    """The way to a place's own calendar."""
    return render("calendar-link", name="值班日期", path=_path("places", place))


def person_calendar(person: Person) -> Markup:
    """The way to a person's own calendar."""
    return render("calendar-link", name=f"{person.name}值班", path=_path("people", person))


def calendar_list(edition: Edition) -> Markup:
    """Every calendar with a duty in it, with its address to subscribe to; of a large town those of the whole.

    The calendars of its places are on the pages of their wards, those of many people on the people's pages.
    """
    town = edition.town
    every = [] if edition.wards else [("全部值班", ALL, False)]
    at = [] if edition.wards else _at(edition, town.places)
    many = len(shelves(town.persons)) > 1
    of = [] if many else _of(edition, town.persons)
    return render(
        "calendar-list",
        whole=[*every, ("只看变动", CHANGES, False)],
        groups=[(AT, at), (OF, of)],
        in_wards=bool(edition.wards),
        with_people=many,
    )


def place_calendars(edition: Edition, places: Iterable[Place]) -> Markup:
    """The calendars of some places."""
    return render("calendar-list", whole=[], groups=[(AT, _at(edition, places))])


def people_calendars(edition: Edition, people: Iterable[Person]) -> Markup:
    """The calendars of some people."""
    return render("calendar-list", whole=[], groups=[(OF, _of(edition, people))])


def _at(edition: Edition, places: Iterable[Place]) -> list[_Row]:
    there = {one.told.place for one in edition.follows if not one.gone}
    return [(one.name, _path("places", one), False) for one in places if one.id in there]


def _of(edition: Edition, people: Iterable[Person]) -> list[_Row]:
    there = {person for one in edition.follows if not one.gone for person in one.told.owners}
    return [(one.name, _path("people", one), one.sample) for one in people if one.id in there]


def _path(kind: str, entry: Place | Person) -> str:
    return f"{FOLDER}/{kind}/{entry.id}.ics"


class _Shown:
    """An entry with its event, which is in several files and written once.

    What has one name says the same in every file. In a person's own calendar the name is
    another one, because there it is that person's part: it is cancelled when somebody
    else takes over, while the shift takes place.
    """

    def __init__(self, follow: Follow, told: Told, ending: str) -> None:
        self.follow = follow
        self.told = told
        self.ending = ending
        self.event = _event(f"{follow.name}@{ending}", follow, told)

    def event_of(self, person: Person) -> bytes:
        """The event in a person's own calendar."""
        told = self.told
        if person.id not in told.owners and told.status != "CANCELLED":
            who = f"改由{told.who}" if told.owners else told.who
            told = replace(told, status="CANCELLED", who=who)
        return _event(f"{self.follow.name}_{person.id}@{self.ending}", self.follow, told)


def _grouped(shown: Iterable[_Shown], keys: Callable[[_Shown], Iterable[str]]) -> dict[str, list[_Shown]]:
    found: dict[str, list[_Shown]] = {}
    for one in shown:
        for key in keys(one):
            found.setdefault(key, []).append(one)
    return found


def _order(one: Follow) -> tuple[dt.date, dt.time, str]:
    return one.told.day, one.told.session.start, one.name


def _event(name: str, follow: Follow, told: Told) -> bytes:
    stamp, said = midnight(follow.changed), "\n".join(told.lines)
    return lines(
        (
            "BEGIN:VEVENT",
            f"SUMMARY:{text(f'{told.short}：{told.who}')}",
            f"DTSTART{local(told.day, told.session.start)}",
            f"DTEND{local(told.day, told.session.end)}",
            f"DTSTAMP:{stamp}",
            f"UID:{text(name)}",
            f"SEQUENCE:{follow.sequence}",
            f"DESCRIPTION:{text(said)}",
            f"LAST-MODIFIED:{stamp}",
            f"LOCATION:{text(told.location)}",
            f"STATUS:{told.status}",
            "END:VEVENT",
        )
    )
