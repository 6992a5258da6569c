"""How often each entry that followers have was changed, and when, from the revisions of the data.

A revision counts for an entry where it differs from a revision right before it. The count
is over all revisions that the present one is made of, so with every further one it can only
grow, and it grows whenever the entry changes: whatever is merged, and in whichever order.
Revisions from long before the entry was first published don't count, so that few are needed.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, Protocol, TypeVar

# A change may be written down before an entry is published, and published with it.
EARLIER = dt.timedelta(days=60)


class Sight(Protocol):
    """What a follower is told of an entry; two that are equal say the same."""

    @property
    def day(self) -> dt.date:
        """The day it is on."""

    @property
    def due(self) -> dt.date:
        """The day it was to be on, which is a part of its name."""

    @property
    def places(self) -> frozenset[str]:
        """The places in whose calendars it is."""

    @property
    def people(self) -> frozenset[str]:
        """The people in whose calendars it is."""

    @property
    def essence(self) -> Hashable:
        """When and where it is, and who is there: what isn't only words."""


T = TypeVar("T", bound=Sight)


@dataclass(frozen=True)
class Revision(Generic[T]):
    """A revision of the data: those right before it, its day, and what it tells, None where it can't be read.

    `hidden` is at least how often an entry may have changed before it where that isn't known.
    """

    id: str
    before: tuple[str, ...]
    day: dt.date
    told: Mapping[str, T] | None
    hidden: int = 0


@dataclass(frozen=True)
class Followed(Generic[T]):
    """An entry as followers have it: what is told, the count of its changes, the day of the last.

    `gone` when it isn't there any more and `told` is what it was; `altered` when more
    than words ever changed; `places` and `people` are all whose calendars have ever had it.
    """

    name: str
    told: T
    sequence: int
    changed: dt.date
    gone: bool
    altered: bool
    places: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True)
class _Gone(Generic[T]):
    was: T


_State = Mapping[str, T | _Gone[T]]


@dataclass(frozen=True)
class Span:
    """The days that are looked at, `first` to `last`, and how long `ahead` of a day it is published."""

    first: dt.date
    last: dt.date
    ahead: dt.timedelta

    @property
    def earliest(self) -> dt.date:
        """The first day whose changes count for an entry of these days."""
        return self.since(self.first)

    def since(self, day: dt.date) -> dt.date:
        """The first day whose changes count for an entry that was to be on a day."""
        return day - self.ahead - EARLIER


def followed(revisions: Iterable[Revision[T]], span: Span, today: dt.date) -> tuple[Followed[T], ...]:
    """What followers have of those days; a revision comes after those before it, last the present one."""
    walk: _Walk[T] = _Walk(span)
    present = ""
    for revision in revisions:
        walk.take(revision)
        present = revision.id
    return tuple(walk.followed(today, present))


@dataclass
class _Walk(Generic[T]):
    span: Span
    states: dict[str, _State[T] | None] = field(default_factory=dict)
    days: dict[str, dt.date] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    changed: dict[str, dt.date] = field(default_factory=dict)
    altered: set[str] = field(default_factory=set)
    had: dict[str, set[T]] = field(default_factory=dict)
    hidden: list[tuple[dt.date, int]] = field(default_factory=list)

    def take(self, revision: Revision[T]) -> None:
        """Goes on to a revision."""
        # Of two commits the later one may have the earlier date, if a clock was wrong.
        day = max(revision.day, *(self.days[one] for one in revision.before), dt.date.min)
        before = [self.states[one] for one in revision.before]
        known = [state for state in before if state is not None]
        self.days[revision.id] = day
        if revision.hidden:
            self.hidden.append((day, revision.hidden))
        told = revision.told
        readable = next((state for state in known if state), None)
        if told is None and readable:
            # With a mistake in it, it was never published.
            told = {name: one for name, one in readable.items() if not isinstance(one, _Gone)}
        if told is not None:
            blind = len(known) < len(before)
            self.states[revision.id] = dict(self._state(told, known, day, blind=blind))
        else:
            # In a shape of old times, it was, and may have changed everything.
            self.states[revision.id] = None
            self.hidden.append((day, 1))

    def _state(
        self, told: Mapping[str, T], known: Sequence[_State[T]], day: dt.date, *, blind: bool
    ) -> Iterator[tuple[str, T | _Gone[T]]]:
        for name in dict.fromkeys(chain(told, *known)):
            was = [state[name] for state in known if name in state]
            now = told[name] if name in told else self._gone(was[0], day)
            if now is not None:
                self._count(name, now, was, day, blind=blind)
                yield name, now

    def _gone(self, was: T | _Gone[T], day: dt.date) -> _Gone[T] | None:
        if isinstance(was, _Gone):
            return was
        published = self.span.first <= was.due <= self.span.last and day >= self.span.since(was.due)
        return _Gone(was) if published else None

    def _count(
        self, name: str, now: T | _Gone[T], was: Sequence[T | _Gone[T]], day: dt.date, *, blind: bool
    ) -> None:
        if day < self.span.since(_sight(now).due):
            return
        other = [one for one in was if one != now]
        if other or blind:
            self.counts[name] += 1
        if other or not was:
            self.changed[name] = max(day, self.changed.get(name, day))
        if any(_essence(one) != _essence(now) for one in other):
            self.altered.add(name)
        self.had.setdefault(name, set()).update(map(_sight, other))

    def followed(self, today: dt.date, present: str) -> Iterator[Followed[T]]:
        """The entries of the present revision, and those that are gone."""
        for name, state in (self.states[present] or {}).items():
            told = _sight(state)
            since = self.span.since(told.due)
            published = min(told.due, told.day) - self.span.ahead
            had = {told, *self.had.get(name, ())}
            yield Followed(
                name=name,
                told=told,
                sequence=self.counts[name] + sum(count for day, count in self.hidden if day >= since),
                changed=min(max(published, self.changed.get(name, published)), today),
                gone=isinstance(state, _Gone),
                altered=name in self.altered,
                places=frozenset(chain.from_iterable(one.places for one in had)),
                people=frozenset(chain.from_iterable(one.people for one in had)),
            )


def _sight(state: T | _Gone[T]) -> T:
    return state.was if isinstance(state, _Gone) else state


def _essence(state: T | _Gone[T]) -> Hashable:
    return None if isinstance(state, _Gone) else state.essence
