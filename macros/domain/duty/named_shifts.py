"""Shifts for those who follow them elsewhere: each with a name of its own, and whether it is unusual.

A shift is named after its rotation and the date, start and place it was to have, never after
a person or after what else is there. Moved, split or with other people it keeps its name, so
that a follower's copy is brought up to date instead of doubled. A turn that a temporary
schedule took the place of stays behind as a cancelled one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from macros.domain.duty.engine import Resolved, Window
from macros.domain.duty.shift import Dropped, DutyTown, Shift, Slot, order

# Whoever looks rarely still finds out that a shift didn't take place.
KEPT = dt.timedelta(days=60)
_Key = tuple[str, Slot]


@dataclass(frozen=True, slots=True)
class NamedShift:
    """A shift with its name; `unusual` when it isn't what somebody who knows the rotation expects.

    `left` is a turn that a temporary schedule took the place of.
    """

    shift: Shift
    name: str
    unusual: bool
    left: bool = False


def named_shifts(
    town: DutyTown, first: dt.date, last: dt.date, as_of: dt.date = dt.date.max
) -> tuple[NamedShift, ...]:
    """Every shift that is, or was to be, from `first` to `last`, and every turn left, in order.

    Only the notices of holidays that may have been known on the day `as_of` count.
    """
    return named_shifts_of(Resolved.of(town, last, as_of), first, last)


def named_shifts_of(resolved: Resolved, first: dt.date, last: dt.date) -> tuple[NamedShift, ...]:
    """The same of duty that is worked out already, up to `last` or farther."""
    applied = resolved.applied
    turns = {_key(turn): turn for turn in applied.turns if first <= turn.slot.date <= last}
    seen = _seen(resolved, first, last)
    plain = {_exact(turn) for turn in applied.turns}
    here: dict[_Key, list[Shift]] = {}
    for shift in seen.shifts:
        if first <= shift.date <= last or first <= shift.slot.date <= last:
            here.setdefault(_key(shift), []).append(shift)
    found = [NamedShift(shift, name, _unusual(shift, plain)) for name, shift in _named(here)]
    why = _reasons(seen.dropped)
    found += [_left(turn, why) for key, turn in turns.items() if key not in here]
    return tuple(sorted(found, key=lambda entry: (order(entry.shift), entry.name)))


def _seen(resolved: Resolved, first: dt.date, last: dt.date) -> Window:
    # What was moved out of the window is still followed.
    followed = [shift.date for shift in resolved.applied.shifts if first <= shift.slot.date <= last]
    days = [first, last, *followed]
    return resolved.window(min(days), max(days))


def _key(shift: Shift) -> _Key:
    return shift.rotation, shift.slot


def _exact(shift: Shift) -> tuple[object, ...]:
    return (shift.rotation, shift.date, shift.session, shift.place)


def _name(rotation: str, slot: Slot) -> str:
    # Without a dot in any part, so that no two slots share a name.
    name = f"{slot.date}T{slot.start:%H%M}.{slot.place}.{rotation}"
    return f"{name}.added" if slot.added else name


def _named(here: Mapping[_Key, Sequence[Shift]]) -> Iterator[tuple[str, Shift]]:
    """Each shift with its name: of the parts of a split one the first keeps it."""
    for (rotation, slot), shifts in here.items():
        name, taken = _name(rotation, slot), set[str]()
        for shift in sorted(shifts, key=lambda shift: (order(shift), shift.people)):
            own = f"{name}.{shift.session.start:%H%M}"
            offered = chain((name, own), (f"{own}.{number}" for number in count(2)))
            mine = next(one for one in offered if one not in taken)
            taken.add(mine)
            yield mine, shift


def _unusual(shift: Shift, plain: set[tuple[object, ...]]) -> bool:
    # Every exception leaves a note; what one splits off an untouched shift has none. That a
    # year isn't announced is a note too, but nothing unusual.
    waiting = 0 if shift.announced else 1
    return len(shift.notes) > waiting or _exact(shift) not in plain


def _reasons(dropped: Iterable[Dropped]) -> dict[tuple[dt.date, str], list[str]]:
    found: dict[tuple[dt.date, str], list[str]] = {}
    for drop in dropped:
        if drop.why == "temporary":
            found.setdefault((drop.date, drop.rotation), []).append(drop.note)
    return found


def _left(turn: Shift, why: Mapping[tuple[dt.date, str], Sequence[str]]) -> NamedShift:
    notes = (*turn.notes, *dict.fromkeys(why[turn.date, turn.rotation]))
    shift = replace(turn, people=(), state="cancelled", notes=notes)
    return NamedShift(shift, _name(*_key(turn)), unusual=True, left=True)
