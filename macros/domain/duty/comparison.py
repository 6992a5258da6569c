"""What differs between two rosters of the same days, shift by shift."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from macros.domain.duty.shift import Names, Shift, order

_Key = Callable[[Shift], Hashable]
# From the closest likeness on: a shift that only got other hours is still the same shift.
_LIKENESS: tuple[_Key, ...] = (
    lambda shift: (shift.date, shift.place, shift.session, shift.rotation),
    lambda shift: (shift.date, shift.place, shift.session),
    lambda shift: (shift.date, shift.place, shift.rotation),
)


@dataclass(frozen=True)
class Change:
    """A shift before and after; one of the two is missing when it is new or gone."""

    before: Shift | None
    after: Shift | None

    @property
    def shift(self) -> Shift:
        """The shift as it is now, or as it was when it is gone."""
        shift = self.after or self.before
        assert shift is not None
        return shift

    def past(self, today: dt.date) -> bool:
        """Whether it changes what has already happened."""
        return self.shift.date < today


@dataclass(frozen=True)
class Side:
    """A roster with the names its town used."""

    shifts: Iterable[Shift]
    names: Names

    def seen(self, shift: Shift) -> Hashable:
        """What of a shift a resident would notice: hours, state, what for, and who is there by which name."""
        who = sorted((person, self.names.person(person)) for person in shift.people)
        return (shift.session, shift.state, shift.manner, tuple(who))


def changes(before: Side, after: Side) -> tuple[Change, ...]:
    """Every shift that differs, in the order of shifts."""
    old, new = list(before.shifts), list(after.shifts)
    pairs: list[tuple[Shift, Shift]] = []
    for likeness in _LIKENESS:
        found, old, new = _paired(old, new, likeness)
        pairs += found
    differing = [Change(was, now) for was, now in pairs if before.seen(was) != after.seen(now)]
    differing += [Change(was, None) for was in old] + [Change(None, now) for now in new]
    return tuple(sorted(differing, key=lambda change: order(change.shift)))


def _paired(
    old: list[Shift], new: list[Shift], key: _Key
) -> tuple[list[tuple[Shift, Shift]], list[Shift], list[Shift]]:
    waiting: dict[Hashable, list[Shift]] = {}
    for shift in sorted(old, key=order, reverse=True):
        waiting.setdefault(key(shift), []).append(shift)
    pairs, alone = [], []
    for shift in sorted(new, key=order):
        if like := waiting.get(key(shift)):
            pairs.append((like.pop(), shift))
        else:
            alone.append(shift)
    return pairs, [shift for rest in waiting.values() for shift in rest], alone
