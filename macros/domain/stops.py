"""What residents count on and doesn't take place: stopped, eaten by a holiday, moved away or vacant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from macros.domain.duty.segments import segment_on
from macros.domain.duty.shift import Dropped, State, with_reason
from macros.domain.places import short_name
from macros.models.dates import Session
from macros.models.duty import IN_PERSON, Manner, Rotation
from macros.models.places import Place
from macros.models.town import Town

# More of one day and reason than these are counted.
NAMED = 3


@dataclass(frozen=True)
class Stop:
    """A duty that its rotation promises and that doesn't take place there: a cancelled shift of nobody."""

    date: dt.date
    session: Session
    place: Place | None
    where: str
    short: str
    said: str
    manner: Manner = IN_PERSON
    state: ClassVar[State] = "cancelled"
    people: ClassVar[tuple[()]] = ()
    details: ClassVar[tuple[()]] = ()
    announced: ClassVar[bool] = True
    sample: ClassVar[bool] = False
    known: ClassVar[tuple[()]] = ()


class Said(Protocol):
    """A stop, or a shift without anybody."""

    @property
    def date(self) -> dt.date: ...

    @property
    def session(self) -> Session: ...

    @property
    def where(self) -> str: ...

    @property
    def said(self) -> str: ...


@dataclass(frozen=True)
class StopGroup:
    """What doesn't take place on one day for one reason."""

    date: dt.date
    said: str
    rows: tuple[Said, ...]

    @property
    def words(self) -> str:
        """What stands behind the day: 停一次（…）, 的值班已改到…."""
        return f"的值班{self.said}" if self.said.startswith("已") else self.said

    @property
    def named(self) -> tuple[Said, ...]:
        """The few that are named."""
        return self.rows[:NAMED]

    @property
    def unnamed(self) -> int:
        """How many more there are."""
        return len(self.rows) - len(self.named)


def words_for(state: State, notes: tuple[str, ...]) -> str:
    """What is said of a shift instead of a name; empty when somebody is there."""
    if state == "cancelled":
        # The exception's note stands last, with its reason.
        return notes[-1].replace("本次取消", "停一次") if notes else "停一次"
    return "暂缺" if state == "vacant" else ""


def stop_views(town: Town, dropped: Iterable[Dropped], held: set[tuple[str, dt.date]]) -> tuple[Stop, ...]:
    """What was dropped; not where a temporary schedule only puts something else in its place."""
    names = {rotation.id: rotation.name for rotation in town.duty.rotations}
    desks = {
        r.id: r for r in town.duty.rotations if any(segment.for_ or segment.by for segment in r.segments)
    }
    shown = [drop for drop in dropped if drop.why != "temporary" or (drop.place or "", drop.date) not in held]
    found = (_view(town, names, desks.get(drop.rotation), drop) for drop in shown)
    return tuple(sorted(found, key=lambda stop: (stop.date, stop.session, stop.where)))


def by_reason(rows: Iterable[Said]) -> list[StopGroup]:
    """The rows of each day that are said in the same words, together."""
    found: dict[tuple[dt.date, str], list[Said]] = {}
    for row in rows:
        found.setdefault((row.date, row.said), []).append(row)
    return [StopGroup(day, said, tuple(same)) for (day, said), same in found.items()]


def _view(town: Town, names: Mapping[str, str], desk: Rotation | None, drop: Dropped) -> Stop:
    manner = segment_on(desk, drop.date).manner if desk else IN_PERSON
    place = town.place_by_id[drop.place] if drop.place else None
    name = names.get(drop.rotation, "")
    return Stop(
        date=drop.date,
        session=drop.session,
        place=place,
        where=with_reason(place.name if place else name, manner.words),
        short=short_name(place, town.site) if place else name,
        said=drop.said,
        manner=manner,
    )
