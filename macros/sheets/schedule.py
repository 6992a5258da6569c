"""A month's table as a temporary schedule: only the days and places at which it differs from the rules."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from macros.domain.duty import shifts
from macros.domain.duty.shift import Shift
from macros.edit.entries import Entry, Value
from macros.models.dates import Session
from macros.models.rotations import Manner
from macros.models.town import Town
from macros.sheets.cells import Slip
from macros.sheets.roster import Duty, Listed

_Spot = tuple[dt.date, str]
_Held = tuple[Session, tuple[str, ...], Manner]
_Spots = dict[_Spot, frozenset[_Held]]


def schedules(town: Town, listed: Iterable[Listed], today: dt.date) -> dict[str, Entry | None]:
    """The schedules that make duty be as tables say, by id; None for one that has to go.

    Nothing before today changes. A later table of a month takes the place of an earlier one.
    """
    found: dict[dt.date, list[Listed]] = defaultdict(list)
    for table in listed:
        for first in _months(max(table.first, today), table.last):
            found[first].append(table)
    entries: dict[str, Entry | None] = {}
    for first, tables in sorted(found.items()):
        name = f"table-{first:%Y-%m}"
        earlier = [one.id for one in town.duty.temporary if one.id.startswith(name)]
        entries |= dict.fromkeys(earlier)
        for number, entry in enumerate(_entries(town, first, tables, today, earlier), 1):
            id = name if number == 1 else f"{name}-{number}"
            entries[id] = {"id": id, **entry}
    return entries


def past_slips(town: Town, listed: Iterable[Listed], today: dt.date) -> Iterator[Slip]:
    """The duties of days before today that weren't as the tables say."""
    for table in listed:
        past = [duty for duty in table.duties if duty.date < today]
        if not past:
            continue
        held = _spots(shifts(town, min(duty.date for duty in past), today))
        for duty in past:
            if (duty.session, duty.people, duty.manner) not in held.get((duty.date, duty.place), frozenset()):
                yield Slip.at(duty.cell, "这一天已经过去，和登出过的不一样，表格不能改过去的值班")


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + dt.timedelta(days=31)).replace(day=1)


def _entries(
    town: Town, first: dt.date, tables: list[Listed], today: dt.date, earlier: Collection[str]
) -> Iterator[Entry]:
    last = _last_of(first)
    wanted = _spots(shifts(town, first, last))
    for table in tables:
        for spot in [*wanted]:
            if max(table.first, today) <= spot[0] <= table.last and spot[1] in table.places:
                del wanted[spot]
        wanted |= _spots(duty for duty in table.duties if first <= duty.date <= last and duty.date >= today)
    plain = _spots(shifts(_without(town, earlier), first, last))
    differing = sorted(spot for spot in {*wanted, *plain} if wanted.get(spot) != plain.get(spot))
    for spots in _runs(differing, _excepted(town)):
        days, places = [day for day, _ in spots], {place for _, place in spots}
        kept = {
            (day, place): held
            for (day, place), held in wanted.items()
            if days[0] <= day <= days[-1] and place in places
        }
        yield _written(town, days[0], days[-1], places, kept)


def _runs(spots: list[_Spot], excepted: set[dt.date]) -> Iterator[list[_Spot]]:
    """The spots in stretches of days; a day that has an exception and stays as it is lies in none of them."""
    kept = sorted(excepted - {day for day, _ in spots})
    for _, found in groupby(spots, lambda spot: bisect(kept, spot[0])):
        yield list(found)


def _excepted(town: Town) -> set[dt.date]:
    duty = town.duty
    moved = {one.move.date for one in duty.overrides if one.move and one.move.date}
    swapped = {side.date for one in duty.swaps for side in (one.a, one.b)}
    return {one.date for one in duty.overrides} | moved | swapped


def _written(town: Town, first: dt.date, last: dt.date, places: set[str], held: _Spots) -> Entry:
    rows: list[dict[str, Value]] = [
        {
            "date": str(day),
            "hours": f"{session.start.hour}:{session.start:%M}-{session.end.hour}:{session.end:%M}",
            "place": place,
            "people": list(people),
            **_manner(manner),
        }
        for (day, place), found in sorted(held.items())
        for session, people, manner in sorted(found)
    ]
    invented = {person.id for person in town.people if person.sample}
    sample = any(invented.intersection(people) for found in held.values() for _, people, _ in found)
    entry: dict[str, Value] = {
        "name": f"{first.year}年{first.month}月值班表",
        "from": str(first),
        "to": str(last),
        "places": [place.id for place in town.places if place.id in places],
        "shifts": rows,
        "sample": "true" if sample else "",
    }
    return {key: value for key, value in entry.items() if value}


def _manner(manner: Manner) -> dict[str, Value]:
    """The keys that aren't plain."""
    by = "" if manner.at_place else manner.by
    return {key: word for key, word in (("for", manner.for_), ("by", by), ("way", manner.way)) if word}


def _without(town: Town, ids: Collection[str]) -> Town:
    temporary = tuple(one for one in town.duty.temporary if one.id not in ids)
    return town.model_copy(update={"duty": town.duty.model_copy(update={"temporary": temporary})})


def _last_of(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def _spots(found: Iterable[Shift | Duty]) -> _Spots:
    spots: dict[_Spot, set[_Held]] = defaultdict(set)
    for one in found:
        if isinstance(one, Duty) or one.state == "on":
            spots[one.date, one.place].add((one.session, one.people, one.manner))
    return {spot: frozenset(held) for spot, held in spots.items()}
