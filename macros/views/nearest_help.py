"""Where to go when the next duty of one's own place is more than a week off."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.calls import called
from macros.domain.contacts import asking_phone
from macros.domain.edition import Edition
from macros.domain.places import Way
from macros.domain.roster import Roster, ShiftView
from macros.models.contacts import Phone
from macros.models.places import Place
from macros.models.site import Office
from macros.views import ways
from macros.views.templates import render

WAIT = dt.timedelta(days=7)
OFFERED = 2


@dataclass(frozen=True)
class Near:
    """Another place, how far it is if that is known, whom to call there, and its duties that can be met."""

    place: Place
    far: str
    whom: str
    phone: Phone
    duties: tuple[ShiftView, ...]


def nearest_help(edition: Edition, place: Place) -> Markup:
    """The soonest duties within reach of a place; nothing where nobody ever waits more than a week."""
    roster, around = edition.rosters[place.id], edition.reach.around(place)
    own = _met(roster)
    if not _waits(own, roster.today, roster.last):
        return Markup()
    office = roster.town.site.office
    all_near = (_near(other, there, _met(edition.rosters[other.id]), office) for other, there in around)
    near = sorted((entry for entry in all_near if entry.duties), key=lambda entry: _start(entry.duties[0]))
    first = _first(near, own)
    return render(
        "nearest-help",
        own=own,
        near=near,
        first=first,
        wait=bool(first) and (not own or own[0].date - roster.today > WAIT),
        last=roster.last,
    )


def _met(roster: Roster) -> tuple[ShiftView, ...]:
    return tuple(shift for shift in roster.shifts if shift.state == "on" and shift.date >= roster.today)


def _waits(own: tuple[ShiftView, ...], today: dt.date, last: dt.date) -> bool:
    days = [today, *(shift.date for shift in own), last]
    return any(later - earlier > WAIT for earlier, later in itertools.pairwise(days))


def _near(place: Place, way: Way | None, duties: tuple[ShiftView, ...], office: Office) -> Near:
    own = asking_phone(place.phones)
    whom = called(place) if own else office.name
    return Near(place, ways.distance(way) if way else "", whom, own or office.phones[0], duties)


def _first(near: list[Near], own: tuple[ShiftView, ...]) -> list[ShiftView]:
    """The soonest duties before the own one."""
    until = own[0].date if own else dt.date.max
    sooner = (shift for entry in near for shift in entry.duties if shift.date < until)
    return sorted(sooner, key=_start)[:OFFERED]


def _start(shift: ShiftView) -> tuple[dt.date, dt.time]:
    return shift.date, shift.session.start
