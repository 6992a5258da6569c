"""Duty as iCalendar (RFC 5545): a file for each place, each person, the whole town, and changes only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText
from icalendar.parser import Contentline
from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.followed import Follow, Told, identity, now_told
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from macros.views.templates import render

FOLDER = "calendars"
ZONE = "Asia/Shanghai"
OFFSET = dt.timedelta(hours=8)
REFRESH = dt.timedelta(hours=12)
_Lines = list[Contentline]


def calendar_files(town: Town, followed: Iterable[Follow]) -> Iterator[tuple[str, bytes]]:
    """Every calendar with its path on the site; a place or person without any entry has none."""
    shown = [_Shown(one, now_told(one), identity(town)) for one in sorted(followed, key=_order)]
    name = town.site.name
    yield f"{FOLDER}/all.ics", _file(f"{name}值班", (one.lines for one in shown))
    changed = (one.lines for one in shown if one.told.unusual or one.follow.altered)
    yield f"{FOLDER}/changes.ics", _file(f"{name}值班变动", changed)
    at = _grouped(shown, lambda one: one.follow.places)
    for place in town.places:
        if here := at.get(place.id):
            yield _path("places", place), _file(f"{place.name}值班", (one.lines for one in here))
    of = _grouped(shown, lambda one: one.follow.people)
    for person in town.people:
        if own := of.get(person.id):
            title = f"{person.name}（{person.role_name}）值班"
            yield _path("people", person), _file(title, (one.lines_of(person) for one in own))


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
        self.name = f"{follow.name}@{ending}"
        self.own = f"{follow.name}_{{}}@{ending}"
        self.event = _event(follow, told)
        self.lines = _lines(self.event, self.name)

    def lines_of(self, person: Person) -> _Lines:
        """The event in a person's own calendar."""
        event, told = self.event, self.told
        if person.id not in told.owners and told.status != "CANCELLED":
            who = f"改由{told.who}" if told.owners else told.who
            event = _event(self.follow, replace(told, status="CANCELLED", who=who))
        return _lines(event, self.own.format(person.id))


def _grouped(shown: Iterable[_Shown], keys: Callable[[_Shown], Iterable[str]]) -> dict[str, list[_Shown]]:
    found: dict[str, list[_Shown]] = {}
    for one in shown:
        for key in keys(one):
            found.setdefault(key, []).append(one)
    return found


def _order(one: Follow) -> tuple[dt.date, dt.time, str]:
    return one.told.day, one.told.session.start, one.name


def _file(name: str, events: Iterable[_Lines]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//fahu//duty//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # An unknown property would be written as it is, with its commas.
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    calendar.add_component(_zone())
    lines = calendar.content_lines()
    # The last two are the calendar's end and an empty one.
    lines[-2:-2] = [line for event in events for line in event]
    written: bytes = lines.to_ical()
    return written


def _lines(event: Event, name: str) -> _Lines:
    event["uid"] = vText(name)
    lines: _Lines = event.content_lines()[:-1]
    return lines


def _event(follow: Follow, told: Told) -> Event:
    event = Event()
    event.add("summary", f"{told.short}：{told.who}")
    for key, time in (("dtstart", told.session.start), ("dtend", told.session.end)):
        event.add(key, dt.datetime.combine(told.day, time), parameters={"TZID": ZONE})
    event.add("location", told.location)
    event.add("description", "\n".join(told.lines))
    event.add("status", told.status)
    event.add("sequence", follow.sequence)
    stamp = dt.datetime.combine(follow.changed, dt.time(), dt.UTC) - OFFSET
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    return event


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", dt.datetime(1970, 1, 1))  # noqa: DTZ001 - local time, as the standard wants it
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone
