"""Places that are closed for a span of days: a shift that ends up there doesn't take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.domain.duty.shift import Shift, with_reason
from macros.models.duty import Closure, Duty


@dataclass(frozen=True)
class Closures:
    """Closures by place."""

    by_place: Mapping[str, Sequence[Closure]]

    @classmethod
    def of(cls, duty: Duty) -> Closures:
        """Those of a duty file."""
        by_place: dict[str, list[Closure]] = {}
        for closure in duty.closures:
            by_place.setdefault(closure.place, []).append(closure)
        return cls(by_place)

    def on(self, place: str, day: dt.date) -> Closure | None:
        """Why the place is closed that day; of several the one that lasts longest, with a reason."""
        found = (closure for closure in self.by_place.get(place, ()) if closure.covers(day))
        return max(found, key=lambda closure: (closure.last, closure.reason or ""), default=None)


def close(shifts: Sequence[Shift], duty: Duty) -> list[Shift]:
    """The shifts, those at a closed place cancelled; their turns are used up, so no other one changes."""
    closures = Closures.of(duty)
    closed = closures.by_place.keys()
    return [_closed(shift, closures) if shift.place in closed else shift for shift in shifts]


def _closed(shift: Shift, closures: Closures) -> Shift:
    closure = closures.on(shift.place, shift.date)
    if closure is None or shift.state == "cancelled":
        return shift
    note = with_reason("场所暂停服务", closure.reason)
    return replace(shift, people=(), state="cancelled", notes=(*shift.notes, note))
