"""From a rotation to its shifts in turn: candidate dates, closures, holidays, people and places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Literal, NamedTuple

from macros.domain.days import short
from macros.domain.holidays import FARTHEST_WORKING_DAY, Calendar
from macros.domain.segments import places_of, with_last_days
from macros.domain.shift import Dropped, Names, Shift, Why, with_reason
from macros.models.dates import Session
from macros.models.duty import CONTINUE, Closure, Duty, Rotation, Segment
from macros.models.when import When


@dataclass
class Turns:
    """Shifts, and what was dropped before it became one."""

    shifts: list[Shift] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What every rotation is worked out in."""

    calendar: Calendar
    names: Names
    closures: Mapping[str, Sequence[Closure]]
    # A town has many rotations and few patterns; the dates of each are worked out once.
    _dates: dict[tuple[When, dt.date, dt.date, bool], list[dt.date]] = field(default_factory=dict)

    @classmethod
    def of(cls, duty: Duty, calendar: Calendar, names: Names) -> Setting:
        """The setting for a duty file; closures are kept by place."""
        closures: dict[str, list[Closure]] = {}
        for closure in sorted(duty.closures, key=repr):
            closures.setdefault(closure.place, []).append(closure)
        return cls(calendar, names, closures)

    def dates(self, when: When, first: dt.date, last: dt.date, *, makeup_days: bool) -> list[dt.date]:
        """The days of a pattern that starts on `first`."""
        key = (when, first, last, makeup_days)
        if key not in self._dates:
            self._dates[key] = self.calendar.dates(when, first, last, first, makeup_days=makeup_days)
        return self._dates[key]

    def closure(self, place: str, day: dt.date) -> Closure | None:
        """Why the place is closed that day, if it is."""
        return next((closure for closure in self.closures.get(place, ()) if closure.covers(day)), None)


class Ring:
    """People or places in order, and who is next."""

    def __init__(self, members: tuple[str, ...], at: int = 0) -> None:
        self.members = members
        self.at = at

    def take(self, count: int = 1) -> tuple[str, ...]:
        """The next ones; the turn goes on behind them."""
        size = len(self.members)
        taken = (self.members * 2)[self.at : self.at + count]
        self.at = (self.at + count) % size
        return taken

    def carried(self, members: tuple[str, ...]) -> Ring:
        """Other members in order, starting with the first of those who were next here."""
        if members == self.members:
            return self
        upcoming = (self.members * 2)[self.at : self.at + len(self.members)]
        return Ring(members, next((members.index(one) for one in upcoming if one in members), 0))


class _Slot(NamedTuple):
    day: dt.date
    sessions: tuple[Session, ...]
    fate: Literal["serve", "forfeit", "closed"] = "serve"
    note: str = ""


def turns(rotation: Rotation, until: dt.date, setting: Setting) -> Turns:
    """Every shift of a rotation from its first day to `until`, before leave and exceptions.

    Turns are always counted from the start, so a later window sees the same people.
    """
    result = Turns()
    people = places = Ring(())
    for number, (segment, end) in enumerate(with_last_days(rotation)):
        if segment.from_ > until:
            break
        members = places_of(rotation, segment)
        places = places.carried(members) if number else Ring(members)
        people = _people(segment, people)
        _SegmentTurns(rotation, segment, end, setting, result).serve(people, places, until)
    return result


def _people(segment: Segment, before: Ring) -> Ring:
    if segment.start == CONTINUE:
        return before.carried(segment.people)
    return Ring(segment.people, segment.people.index(segment.start) if segment.start else 0)


@dataclass(frozen=True)
class _SegmentTurns:
    rotation: Rotation
    segment: Segment
    end: dt.date
    setting: Setting
    result: Turns

    def serve(self, people: Ring, places: Ring, until: dt.date) -> None:
        """Hand out the turns of the segment."""
        rotation, add = self.rotation, self.result.shifts.append
        name, sample = rotation.id, rotation.sample
        for day, sessions, fate, note in self._slots(until):
            if fate == "closed":
                place = places.members[places.at]
                for session in sessions:
                    add(Shift(day, session, place, (), name, "cancelled", (note,), True, sample))
                continue
            who = people.take(rotation.wanted)
            place, passed = self._place(places, day)
            if fate == "forfeit":
                continue
            notes = (note,) * bool(note) + passed
            for session in sessions:
                add(Shift(day, session, place, who, name, "on", notes, True, sample, who))

    def _slots(self, until: dt.date) -> Iterator[_Slot]:
        step = {"postpone": 1, "advance": -1}.get(self.rotation.holidays, 0)
        if not step:
            for day, sessions in self._candidates(until).items():
                yield from self._standing(day, sessions)
            return
        # A holiday shortly after the window may move a shift into it, or take a date that one would move to.
        candidates = self._candidates(until + dt.timedelta(days=FARTHEST_WORKING_DAY))
        off = self.setting.calendar.off
        taken = {day for day in candidates if day not in off}
        settled: list[tuple[dt.date, _Slot]] = []
        for day, sessions in candidates.items():
            slots = self._moved(day, sessions, step, taken) if day in off else self._standing(day, sessions)
            # Turns go by the later of both days: a segment added later can't touch those before it.
            settled += [(max(day, slot.day), slot) for slot in slots]
        yield from (slot for _, slot in sorted(settled, key=itemgetter(0)))

    def _standing(self, day: dt.date, sessions: tuple[Session, ...]) -> Iterator[_Slot]:
        off = self.setting.calendar.off
        if note := self._closed(day):
            yield _Slot(day, sessions, "closed", note)
        elif day not in off:
            yield _Slot(day, sessions)
        elif self.rotation.holidays == "keep":
            yield _Slot(day, sessions, note=f"{off[day]}放假期间照常值班")
        elif self.rotation.holidays == "forfeit":
            self._drop(day, "forfeit", f"因{off[day]}放假取消，不补")
            yield _Slot(day, sessions, "forfeit")
        else:
            self._drop(day, "holiday", f"因{off[day]}放假停一次")

    def _candidates(self, until: dt.date) -> dict[dt.date, tuple[Session, ...]]:
        first, last, makeup = self.segment.from_, min(until, self.end), self.rotation.makeup_days
        days: dict[dt.date, tuple[Session, ...]] = {}
        for when in self.segment.when:
            for day in self.setting.dates(when, first, last, makeup_days=makeup):
                days[day] = tuple(sorted({*days[day], *when.sessions})) if day in days else when.sessions
        return days if len(self.segment.when) == 1 else dict(sorted(days.items()))

    def _moved(
        self, day: dt.date, sessions: tuple[Session, ...], step: int, taken: set[dt.date]
    ) -> Iterator[_Slot]:
        if note := self._closed(day):
            return (yield _Slot(day, sessions, "closed", note))
        calendar, name = self.setting.calendar, self.setting.calendar.off[day]
        target = calendar.nearest_working(day, step, makeup_days=self.rotation.makeup_days)
        how = f"因{name}放假{'顺延' if step > 0 else '提前'}"
        if target is None or not self.segment.from_ <= target <= self.end:
            return self._drop(day, "collision", f"{how}后超出了这一段轮值的日期，取消")
        if target in taken:
            return self._drop(day, "collision", f"{how}至{short(target)}，与本轮值的另一次重合，取消")
        if self._closed(target):
            return self._drop(day, "collision", f"{how}至{short(target)}，而那天场所不开放，取消")
        taken.add(target)
        yield _Slot(target, sessions, note=f"原定{short(day)}，{how}至{short(target)}")

    def _closed(self, day: dt.date) -> str:
        setting = self.setting
        if not setting.closures:
            return ""
        closures = [setting.closure(place, day) for place in places_of(self.rotation, self.segment)]
        if any(closure is None for closure in closures):
            return ""
        return with_reason("场所暂停服务", next((closure.reason for closure in closures if closure), None))

    def _place(self, places: Ring, day: dt.date) -> tuple[str, tuple[str, ...]]:
        place, names, setting = places.take()[0], self.setting.names, self.setting
        passed: list[str] = []
        while setting.closures and len(passed) < len(places.members) and setting.closure(place, day):
            passed.append(place)
            place = places.take()[0]
        if not passed:
            return place, ()
        return place, (f"{'、'.join(map(names.place, passed))}暂停服务，改在{names.place(place)}",)

    def _drop(self, day: dt.date, why: Why, note: str) -> None:
        places = self.rotation.places
        place = places[0] if len(places) == 1 else None
        session, said = (
            self.segment.when[0].sessions[0],
            note.removeprefix("因").replace("放假停", "放假，停"),
        )
        self.result.dropped.append(Dropped(day, session, place, self.rotation.id, why, note, said))
