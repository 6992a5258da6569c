"""Duty as iCalendar (RFC 5545): a file for each place, each person, the whole town, and changes only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText
from markupsafe import Markup

from macros.domain.changes import Entry, changed
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from macros.views.roster import Roster, ShiftView
from macros.views.templates import render

FOLDER = "calendars"
ZONE = "Asia/Shanghai"
OFFSET = dt.timedelta(hours=8)
REFRESH = dt.timedelta(hours=12)
# Ends every name, as other people's calendars have shifts of the same date and place.
ENDING = "@fahu"


@dataclass(frozen=True)
class _Shown:
    """An entry with what is said about it; `body` is its event, ready to be put into a file."""

    entry: Entry
    view: ShiftView
    body: bytes


def calendar_files(
    town: Town, entries: Iterable[Entry], *, today: dt.date, updated: dt.date
) -> dict[str, bytes]:
    """Every calendar by its path on the site; `updated` is the day of the last change of the data."""
    found = tuple(entries)
    writer = _Writer(town, today, updated)
    views = Roster.of(town, (entry.shift for entry in found), today, today).shifts
    shown = [_Shown(entry, view, writer.event(entry, view)) for entry, view in zip(found, views, strict=True)]
    kept = {entry.name for entry in changed(found)}
    name = town.site.name
    files = {
        f"{FOLDER}/all.ics": writer.file(f"{name}值班", shown),
        f"{FOLDER}/changes.ics": writer.file(
            f"{name}值班变动", (one for one in shown if one.entry.name in kept)
        ),
    }
    at = _grouped(shown, lambda one: (one.view.place.id,))
    for place in town.places:
        files[_path("places", place)] = writer.file(f"{place.name}值班", at.get(place.id, ()))
    of = _grouped(shown, lambda one: {*one.entry.shift.people, *one.entry.shift.planned})
    for person in town.people:
        own = f"{person.name}（{person.role_name}）值班"
        files[_path("people", person)] = writer.file(own, of.get(person.id, ()), person)
    return files


def calendar_link(place: Place, root: str) -> Markup:
    """The way to a place's own calendar."""
    return render("calendar-link", name=f"{place.name}值班", path=_path("places", place), root=root)


def calendar_list(town: Town, entries: Collection[Entry], root: str) -> Markup:
    """Every calendar that holds something, with its address to subscribe to."""
    places = {entry.shift.place for entry in entries}
    people = {person for entry in entries for person in entry.shift.people}
    at = [(one.name, _path("places", one), False) for one in town.places if one.id in places]
    of = [(one.name, _path("people", one), one.sample) for one in town.people if one.id in people]
    return render(
        "calendar-list",
        whole=[("全部值班", f"{FOLDER}/all.ics", False), ("只看变动", f"{FOLDER}/changes.ics", False)],
        groups=[("一个地方的值班", at), ("一个人的值班", of)],
        root=root,
    )


def _path(kind: str, entry: Place | Person) -> str:
    return f"{FOLDER}/{kind}/{entry.id}.ics"


def _grouped(shown: Iterable[_Shown], keys: Callable[[_Shown], Iterable[str]]) -> dict[str, list[_Shown]]:
    found: dict[str, list[_Shown]] = {}
    for one in shown:
        for key in keys(one):
            found.setdefault(key, []).append(one)
    return found


@dataclass(frozen=True)
class _Writer:
    town: Town
    today: dt.date
    updated: dt.date

    def file(self, name: str, shown: Iterable[_Shown], person: Person | None = None) -> bytes:
        """The calendar of that name; in a person's own, what others took over is cancelled."""
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
        # Events are in several files each and are written once.
        shell: bytes = calendar.to_ical()
        head, end = shell.split(b"END:VCALENDAR")
        bodies = (self._own(one, person) if person else one.body for one in shown)
        return head + b"".join(bodies) + b"END:VCALENDAR" + end

    def _own(self, one: _Shown, person: Person) -> bytes:
        shift = one.entry.shift
        if person.id in shift.people or shift.state == "cancelled":
            return one.body
        return self.event(one.entry, one.view, taken_over=True)

    def event(self, entry: Entry, view: ShiftView, *, taken_over: bool = False) -> bytes:
        """One shift; `taken_over` for the person whose turn it was."""
        shift = entry.shift
        event = Event()
        event.add("uid", entry.name + ENDING)
        event.add("summary", _summary(entry, view, taken_over=taken_over))
        for key, time in (("dtstart", shift.session.start), ("dtend", shift.session.end)):
            event.add(key, dt.datetime.combine(shift.date, time), parameters={"TZID": ZONE})
        event.add("location", _location(view.place))
        event.add("description", "\n".join(self._description(view)))
        event.add("status", "CANCELLED" if taken_over else _status(view))
        event.add("sequence", entry.changes)
        stamp = dt.datetime.combine(self.updated, dt.time(), dt.UTC) - OFFSET
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        body: bytes = event.to_ical()
        return body

    def _description(self, view: ShiftView) -> Iterator[str]:
        office = self.town.site.office
        for person in view.people:
            yield f"{person.name}，{person.role_name}"
        if view.state == "vacant":
            yield f"这一次暂时没有人值班，请打电话问{office.name}。"
        yield from view.notes
        yield f"电话 {view.desk.number}{'（示例）' * view.desk.sample}"
        if view.sample:
            yield "这是示例，不是真的值班安排。"


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", dt.datetime(1970, 1, 1))  # noqa: DTZ001 - local time, as the standard wants it
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone


def _summary(entry: Entry, view: ShiftView, *, taken_over: bool) -> str:
    off = "已调整" if entry.left else "停一次"
    who = {"cancelled": off, "vacant": "暂缺"}.get(view.state) or "改由" * taken_over + view.names
    return f"{view.short}：{who}{'（示例）' * view.sample}"


def _location(place: Place) -> str:
    address = f"，{place.address}" if place.address else ""
    return f"{place.name}{address}{'（示例地址）' * ('address' in place.sample)}"


def _status(view: ShiftView) -> str:
    if view.state == "cancelled":
        return "CANCELLED"
    return "TENTATIVE" if view.state == "vacant" or not view.announced else "CONFIRMED"
