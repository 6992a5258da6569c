"""Shifts for those who follow them elsewhere: each with a name of its own, and whether it changed.

A shift is named after its date, its start and its place, never after a person, so that a
follower's copy is brought up to date instead of doubled. A slot that a shift was moved
away from stays behind as a cancelled one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from macros.domain.duty import resolve, window
from macros.domain.holidays import Calendar
from macros.domain.shift import Dropped, DutyTown, Shift, order
from macros.models.duty import Duty

# Whoever looks rarely still finds out that a shift didn't take place.
KEPT = dt.timedelta(days=60)
_Slot = tuple[dt.date, dt.time, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A shift with its name; `changes` counts what made it differ from its rotation.

    `left` is a slot that its shift was moved away from, or that a temporary schedule emptied.
    """

    shift: Shift
    name: str
    changes: int
    left: bool = False


def entries(town: DutyTown, first: dt.date, last: dt.date) -> tuple[Entry, ...]:
    """Every shift and every slot left empty from `first` to `last`, in the order of shifts."""
    calendar = Calendar.of(town.holidays)
    applied = resolve(town, calendar, last)
    seen = window(applied, calendar, first, last)
    turns = [turn for turn in applied.turns if first <= turn.date <= last]
    here, planned = _by_slot(seen.shifts), _by_slot(turns)
    since, plain = _since(town.duty), {_exact(turn) for turn in turns}
    why = _reasons(seen.dropped)
    found = []
    for slot in here.keys() | planned.keys():
        turn_of = {turn.rotation: turn for turn in planned.get(slot, ())}
        rotations = sorted(turn_of, key=lambda rotation: (since[rotation], rotation))
        named, free = _named(_name(slot), rotations, here.get(slot, ()))
        found += [Entry(shift, name, _changes(shift, plain)) for name, shift in named]
        found += [_left(turn_of[rotation], name, why) for rotation, name in free.items()]
    return tuple(sorted(found, key=lambda entry: (order(entry.shift), entry.name)))


def changed(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those that aren't what somebody who knows the rotation expects."""
    return tuple(entry for entry in found if entry.changes)


def _by_slot(shifts: Iterable[Shift]) -> dict[_Slot, list[Shift]]:
    found: dict[_Slot, list[Shift]] = {}
    for shift in shifts:
        found.setdefault((shift.date, shift.session.start, shift.place), []).append(shift)
    return found


def _exact(shift: Shift) -> tuple[object, ...]:
    return (shift.rotation, shift.date, shift.session, shift.place)


def _since(duty: Duty) -> Mapping[str, dt.date]:
    return {rotation.id: rotation.stretches[0].from_ for rotation in duty.rotations}


def _name(slot: _Slot) -> str:
    day, start, place = slot
    return f"{day}T{start:%H%M}-{place}"


def _named(
    name: str, rotations: Sequence[str], here: Sequence[Shift]
) -> tuple[list[tuple[str, Shift]], dict[str, str]]:
    """The shifts of a slot with their names, and the names that its rotations no longer use.

    The rotation that has been there longest has the plain name, so that a newcomer
    takes nobody's. Whatever stands in for a shift that left goes on under its name.
    """
    free = {rotation: f"{name}.{rotation}" if number else name for number, rotation in enumerate(rotations)}
    reserved = set(free.values())
    named: list[tuple[str, Shift]] = []
    newcomers: list[Shift] = []
    for shift in sorted(here, key=order):
        if shift.rotation in free:
            named.append((free.pop(shift.rotation), shift))
        else:
            newcomers.append(shift)
    for shift in newcomers:
        if free:
            mine = free.pop(next(iter(free)))
        else:
            own = f"{name}.{shift.rotation}"
            offered = chain((name, own), (f"{own}.{number}" for number in count(2)))
            mine = next(one for one in offered if one not in reserved)
        reserved.add(mine)
        named.append((mine, shift))
    return named, free


def _changes(shift: Shift, plain: set[tuple[object, ...]]) -> int:
    # Every exception leaves a note; what one splits off an untouched shift has none. That a
    # year isn't announced is a note too, but no change.
    return len(shift.notes) - (not shift.announced) or int(_exact(shift) not in plain)


def _reasons(dropped: Iterable[Dropped]) -> dict[tuple[dt.date, str], list[str]]:
    found: dict[tuple[dt.date, str], list[str]] = {}
    for drop in dropped:
        if drop.why in ("moved", "temporary"):
            found.setdefault((drop.date, drop.rotation), []).append(drop.note)
    return found


def _left(turn: Shift, name: str, why: Mapping[tuple[dt.date, str], Sequence[str]]) -> Entry:
    notes = (*turn.notes, *dict.fromkeys(why.get((turn.date, turn.rotation), ())))
    return Entry(replace(turn, people=(), state="cancelled", notes=notes), name, len(notes) or 1, left=True)
