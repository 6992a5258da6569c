"""Whom to see about a topic: who knows it, and where it is open, for a village chosen on the device."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

from markupsafe import Markup

from macros.domain.calls import called, desk_call
from macros.domain.edition import Edition
from macros.domain.places import Way, main_station, serving
from macros.domain.shift_view import ShiftView
from macros.domain.topics import knowing
from macros.models.people import Person
from macros.models.places import Place
from macros.views import ways
from macros.views.data_script import data_script
from macros.views.matters import matter_pages
from macros.views.opening import opening_data
from macros.views.templates import render

# So many stand on the page, and of them two show: the others take the place of what is over.
DRAWN, SHOWN = 8, 2
# So many places near a village may be the one that is open.
NEAR = 8
# A file holds so many shifts: the soonest.
MOST = 1500
WHOLE = "all"


def topic_help(edition: Edition, matters: Collection[str], title: str) -> Markup:
    """The card that says whom to see; topic-help.js goes by the reader's clock and village."""
    town = edition.town
    coming = (shift for shift in edition.roster.shifts if shift.date >= edition.today)
    shifts = first_few(knowing(coming, matters), DRAWN)
    station = _station(town.places)
    wards = edition.wards
    known = matter_pages(edition)
    return render(
        "topic-help",
        shifts=shifts,
        matters=tuple(matters),
        title=title,
        shown=SHOWN,
        villages=() if wards else tuple(serving(town.places)),
        wards=wards,
        file=_path("{part}"),
        part="" if wards else WHOLE,
        office=town.site.office,
        last=edition.last,
        station=station,
        call=desk_call(town.site, station, edition.today) if station else None,
        opening=edition.openings.views[station.id] if station else None,
        schedules=opening_data(edition.openings, [station.id] if station else []),
        knows=next((known[matter] for matter in matters if matter in known), ""),
    )


def first_few(shifts: Iterable[ShiftView], count: int) -> list[ShiftView]:
    """The first of them, of one hour at one place only one."""
    found: dict[tuple[object, ...], ShiftView] = {}
    for shift in shifts:
        found.setdefault((shift.date, shift.session, shift.place.id), shift)
        if len(found) == count:
            break
    return list(found.values())


def help_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """What the card knows of a village, in one file, or in one for each ward of a large town."""
    if not edition.town.topics.topics:
        return
    for part, places in [(ward.id, ward.places) for ward in edition.wards] or [(WHOLE, edition.town.places)]:
        yield _path(part), data_script("help", _data(edition, places)).encode()


def _path(part: str) -> str:
    return f"assets/help/{part}.js"


def _data(edition: Edition, places: Sequence[Place]) -> dict[str, object]:
    held = serving(places)
    near = {village: _near(edition, own[0]) for village, own in held.items()}
    named = dict.fromkeys([*places, *(place for found in near.values() for place, _ in found)])
    every = {place.id: number for number, place in enumerate(named)}
    shifts = [shift for shift in _coming(edition) if shift.place.id in every][:MOST]
    people = tuple(dict.fromkeys(person for shift in shifts for person in shift.people))
    ids = {person.id: number for number, person in enumerate(people)}
    return {
        "from": edition.today.isoformat(),
        "places": [_place(edition, place) for place in named],
        "villages": [
            [village, every[own[0].id], [[every[place.id], far] for place, far in near[village]]]
            for village, own in held.items()
        ],
        "people": [_person(person) for person in people],
        "shifts": [_shift(shift, edition.today, every[shift.place.id], ids) for shift in shifts],
        "schedules": edition.openings.data(every),
    }


def _coming(edition: Edition) -> Iterator[ShiftView]:
    return (shift for shift in edition.roster.shifts if shift.state == "on" and shift.date >= edition.today)


def _near(edition: Edition, place: Place) -> list[tuple[Place, str]]:
    """The places near one, and the station, which everybody knows."""
    found = [(other, _far(way)) for other, way in edition.around.nearest(place, NEAR) if other.tier]
    station = _station(edition.town.places)
    if station and station.id != place.id and station not in [other for other, _ in found]:
        found.append((station, ""))
    return found


def _station(places: Iterable[Place]) -> Place | None:
    places = tuple(places)
    return main_station(places) or next((place for place in places if place.group == "station"), None)


def _far(way: Way) -> str:
    return ways.distance(way) if way.surveyed else ""


def _place(edition: Edition, place: Place) -> list[object]:
    call = desk_call(edition.town.site, place, edition.last)
    opening = edition.openings.views[place.id]
    return [
        place.id,
        called(place),
        call.whom,
        call.number,
        int(call.sample),
        opening.key,
        int(opening.sample),
    ]


def _person(person: Person) -> list[object]:
    return [person.name, int(person.sample), person.role_name, *person.specialities]


def _shift(shift: ShiftView, today: dt.date, place: int, people: dict[str, int]) -> list[object]:
    hours = f"{shift.session.start:%H:%M}-{shift.session.end:%H:%M}"
    state = int(shift.sample) + 2 * (not shift.announced)
    return [place, (shift.date - today).days, hours, [people[person.id] for person in shift.people], state]
