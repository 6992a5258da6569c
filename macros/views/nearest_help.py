"""Where to go when the next duty of one's own place is more than a week off."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from macros.domain import days
from macros.domain.calls import called
from macros.domain.contacts import asking_phone
from macros.domain.edition import Edition
from macros.domain.places import Way
from macros.domain.shift_view import ShiftView
from macros.models.contacts import Phone
from macros.models.dates import Session
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
    roster = edition.rosters[place.id]
    own, office = roster.met(since), roster.town.site.office
    if not _waits(own, since, roster.last):
        return Markup()
    around = edition.reach.around(place)
    duties = ((other, there, edition.rosters[other.id].met(since)) for other, there in around)
    all_near = [_near(other, there, found, office) for other, there, found in duties if found]
    near = sorted(all_near, key=lambda entry: _start(entry.duties[0]))
    kept = _known(near, own, since, known)
    first = _first(kept, own)
    return render(
        "nearest-help",
        own=told(_through(known, own, 1), roster.today),
        near=kept,
        data=_data(kept, roster.today),
        today=roster.today,
        first=first,
        wait=bool(first) and (not own or own[0].date - since > WAIT),
        known=known,
        later=later if known < roster.last else "",
        last=roster.last,
    )


def _known(near: list[Near], own: Sequence[ShiftView], since: dt.date, known: dt.date) -> list[Near]:
    """Those of them that are offered on some day through `known`, each with the duties that are."""
    every = sorted((shift for entry in near for shift in entry.duties), key=_start)
    kept: set[int] = set()
    for day in _waiting(own, since, known):
        kept.update(id(shift) for shift in _of_day(every, day))
    cut = (replace(entry, duties=tuple(each for each in entry.duties if id(each) in kept)) for entry in near)
    return [entry for entry in cut if entry.duties]


def _waiting(own: Sequence[ShiftView], since: dt.date, known: dt.date) -> Iterator[dt.date]:
    """The days through `known` on which one's own next duty is more than a week off, or there is none."""
    dates = [since, *(shift.date for shift in own)]
    for day, coming in itertools.pairwise(dates):
        yield from days.each(day, min(known, coming - WAIT - days.ONE_DAY))
    yield from days.each(dates[-1], known)


def _of_day(every: Sequence[ShiftView], day: dt.date) -> Sequence[ShiftView]:
    """The duties of a day, and the next few: when those are over, these are left."""
    first = bisect_left(every, day, key=_date)
    return every[first : bisect_right(every, day, key=_date) + OFFERED]


def _data(near: Iterable[Near], today: dt.date) -> str:
    """What nearest-help.js draws a place from: id, name, how far, whom to call, number, sample, duties."""
    rows = [
        [
            entry.place.id,
            entry.place.name,
            entry.far,
            entry.whom,
            entry.phone.number,
            int(entry.phone.sample),
            told(entry.duties, today),
        ]
        for entry in near
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def told(shifts: Iterable[ShiftView], today: dt.date) -> str:
    """Shifts as hours and days from today: `09:00-11:00 0 3 41?`, with ? in a year without a notice."""
    found: dict[Session, list[str]] = {}
    for shift in shifts:
        ahead = str((shift.date - today).days)
        found.setdefault(shift.session, []).append(ahead if shift.announced else f"{ahead}?")
    return ";".join(f"{hours.start:%H:%M}-{hours.end:%H:%M} {' '.join(on)}" for hours, on in found.items())


def _through(known: dt.date, shifts: Sequence[ShiftView], more: int) -> tuple[ShiftView, ...]:
    """The shifts through a day, and the next few."""
    until = sum(1 for shift in shifts if shift.date <= known)
    return tuple(shifts[: until + more])


def _waits(own: tuple[ShiftView, ...], today: dt.date, last: dt.date) -> bool:
    dates = [today, *(shift.date for shift in own), last]
    return any(later - earlier > WAIT for earlier, later in itertools.pairwise(dates))


def _near(place: Place, way: Way | None, duties: tuple[ShiftView, ...], office: Office) -> Near:
    own = asking_phone(place.phones)
    whom = called(place) if own else office.name
    return Near(place, ways.distance(way) if way else "", whom, own or office.phones[0], duties)


def _first(near: list[Near], own: tuple[ShiftView, ...]) -> list[ShiftView]:
    """The soonest duties before the own one."""
    until = own[0].date if own else dt.date.max
    sooner = (shift for entry in near for shift in entry.duties if shift.date < until)
    return sorted(sooner, key=_start)[:OFFERED]


def _date(shift: ShiftView) -> dt.date:
    return shift.date


def _start(shift: ShiftView) -> tuple[dt.date, dt.time]:
    return shift.date, shift.session.start
