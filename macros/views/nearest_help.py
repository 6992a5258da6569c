"""Where to go when the next duty of one's own place is more than a week off."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

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


def nearest_help(edition: Edition, place: Place, since: dt.date, known: dt.date, later: str) -> Markup:
    """The soonest duties within reach of a place, complete through `known`, after which `later` says more.

    Nothing where nobody ever waits more than a week.
    """
    roster, around = edition.rosters[place.id], edition.reach.around(place)
    own = _met(roster, since)
    if not _waits(own, since, roster.last):
        return Markup()
    office = roster.town.site.office
    all_near = [_near(other, there, _met(edition.rosters[other.id], since), office) for other, there in around]
    near = sorted((entry for entry in all_near if entry.duties), key=lambda entry: _start(entry.duties[0]))
    first = _first(near, own)
    return render(
        "nearest-help",
        own=_through(known, own, 1),
        near=_known(near, known),
        first=first,
        wait=bool(first) and (not own or own[0].date - since > WAIT),
        known=known,
        later=later if known < roster.last else "",
        last=roster.last,
    )


def _known(near: list[Near], known: dt.date) -> list[Near]:
    """Those of them that are offered on some day through `known`, each with the duties that are."""
    every = sorted((shift for entry in near for shift in entry.duties), key=_start)
    kept = {id(shift) for shift in _through(known, every, OFFERED)}
    cut = (replace(entry, duties=tuple(each for each in entry.duties if id(each) in kept)) for entry in near)
    return [entry for entry in cut if entry.duties]


def _through(known: dt.date, shifts: Sequence[ShiftView], more: int) -> tuple[ShiftView, ...]:
    """The shifts through a day, and the next few."""
    until = sum(1 for shift in shifts if shift.date <= known)
    return tuple(shifts[: until + more])


def _met(roster: Roster, since: dt.date) -> tuple[ShiftView, ...]:
    return tuple(shift for shift in roster.shifts if shift.state == "on" and shift.date >= since)


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
