"""Duty as iCalendar (RFC 5545): a file for each place, each person, the whole town, and changes only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.followed import Follow, Told, identity, now_told
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from macros.views.ics import calendar, lines, local, midnight, text
from macros.views.templates import render

FOLDER = "calendars"


def calendar_files(town: Town, followed: Iterable[Follow]) -> Iterator[tuple[str, bytes]]:
    """Every calendar with its path on the site; a place or person without any entry has none."""
    ending = identity(town)
    shown = [_Shown(one, now_told(one), ending) for one in sorted(followed, key=_order)]
    name = town.site.name
    yield f"{FOLDER}/all.ics", calendar(f"{name}值班", (one.event for one in shown))
    changed = (one.event for one in shown if one.told.unusual or one.follow.altered)
    yield f"{FOLDER}/changes.ics", calendar(f"{name}值班变动", changed)
    at = _grouped(shown, lambda one: one.follow.places)
    for place in town.places:
        if here := at.get(place.id):
            yield _path("places", place), calendar(f"{place.name}值班", (one.event for one in here))
    of = _grouped(shown, lambda one: one.follow.people)
    for person in town.people:
        if own := of.get(person.id):
            title = f"{person.name}（{person.role_name}）值班"
            yield _path("people", person), calendar(title, (one.event_of(person) for one in own))


def calendar_link(place: Place) -> Markup:
    """The way to a place's own calendar."""
    return render("calendar-link", name=f"{place.name}值班", path=_path("places", place))


def calendar_list(edition: Edition) -> Markup:
    """Every calendar with a duty in it, with its address to subscribe to."""
    town, there = edition.town, [one.told for one in edition.follows if not one.gone]
    places = {one.place for one in there}
    people = {person for one in there for person in one.owners}
    at = [(one.name, _path("places", one), False) for one in town.places if one.id in places]
    of = [(one.name, _path("people", one), one.sample) for one in town.people if one.id in people]
    return render(
        "calendar-list",
        whole=[("全部值班", f"{FOLDER}/all.ics", False), ("只看变动", f"{FOLDER}/changes.ics", False)],
        groups=[("一个地方的值班", at), ("一个人的值班", of)],
    )


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
