"""From a rotation to its shifts in turn: candidate dates, holidays, people and places."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from macros.domain.days import short
from macros.domain.duty.holidays import FARTHEST_WORKING_DAY, Calendar
from macros.domain.duty.segments import with_last_days
from macros.domain.duty.shift import Dropped, Shift, Teams, Why, members
from macros.models.dates import Session
from macros.models.duty import CONTINUE, Rotation, Stretch
from macros.models.when import When


@dataclass
class Turns:
    """Shifts, what was dropped before it became one, and what a holiday moved, with what it left behind."""

    shifts: list[Shift] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    postponed: list[tuple[Shift, Dropped]] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What every rotation is worked out in."""

    calendar: Calendar
    # The first day of any rotation.
    first: dt.date
    # A town has many rotations and few patterns; the dates of each are worked out once.
    _dates: dict[tuple[When, dt.date, dt.date, bool], list[dt.date]] = field(default_factory=dict)

    def dates(self, when: When, first: dt.date, last: dt.date, *, makeup_days: bool) -> list[dt.date]:
        """The days of a pattern from `first` on; the weeks that are left out are counted from there."""
        begin = first if when.every > 1 else min(first, self.first)
        key = (when, begin, last, makeup_days)
        if key not in self._dates:
            self._dates[key] = self.calendar.dates(when, begin, last, makeup_days=makeup_days)
        dates = self._dates[key]
        return dates[bisect_left(dates, first) :]


class Ring:
    """People or places in order, and who is next."""

    def __init__(self, members: tuple[str, ...], at: int = 0) -> None:
        self.members = members
        self.at = at

    @property
    def upcoming(self) -> tuple[str, ...]:
        """All of them, the next one first."""
        return self.members[self.at :] + self.members[: self.at]

    def take(self, count: int = 1) -> tuple[str, ...]:
        """The next ones; the turn goes on behind them."""
        end = self.at + count
        taken = self.members[self.at : end] if end <= len(self.members) else self.upcoming[:count]
        self.at = end % len(self.members)
        return taken

    def carried(self, members: tuple[str, ...]) -> Ring:
        """Other members in order, starting with the first of those who were next here."""
        if members == self.members:
            return self
        return Ring(members, next((members.index(one) for one in self.upcoming if one in members), 0))


class _Slot(NamedTuple):
    """A turn and the day that it is used on; `was` is the holiday that it was meant for."""

    day: dt.date
    sessions: tuple[Session, ...]
    note: str = ""
    was: dt.date | None = None
    forfeit: bool = False


def turns(rotation: Rotation, until: dt.date, setting: Setting, teams: Teams) -> Turns:
    """Every shift of a rotation from its first day to `until`, before any exception.

    Turns are always counted from the start, so a later window sees the same people.
    """
    result = Turns()
    people = places = Ring(())
    for stretch, end in with_last_days(rotation):
        if stretch.from_ > until:
            break
        places = places.carried(stretch.tour)
        people = _people(stretch, people)
        _StretchTurns(rotation, stretch, end, setting, result, teams).serve(people, places, until)
    return result


def _people(stretch: Stretch, before: Ring) -> Ring:
    if stretch.start == CONTINUE:
        return before.carried(stretch.people)
    return Ring(stretch.people, stretch.people.index(stretch.start) if stretch.start else 0)


@dataclass(frozen=True)
class _StretchTurns:
    rotation: Rotation
    stretch: Stretch
    end: dt.date
    setting: Setting
    result: Turns
    teams: Teams

    def serve(self, people: Ring, places: Ring, until: dt.date) -> None:
        """Hand out the turns of the stretch."""
        name, sample, manner = self.rotation.id, self.rotation.sample, self.stretch.manner
        for slot in self._slots(until):
            taken, place = people.take(self.stretch.wanted), places.take()[0]
            if slot.forfeit:
                self._drop(slot.day, slot.sessions, "forfeit", slot.note, place)
                continue
            who, called = self._members(taken) if self.teams else (taken, ())
            notes = (*called, slot.note) if slot.note else called
            for session in slot.sessions:
                shift = Shift(
                    slot.day, session, place, who, name, "on", notes, True, sample, who, False, manner
                )
                self.result.shifts.append(shift)
                if slot.was:
                    self.result.postponed.append((shift, self._left(slot.was, shift)))

    def _members(self, taken: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those who come, and what the teams among them are called."""
        return members(taken, self.teams), tuple(self.teams[one].name for one in taken if one in self.teams)

    def _left(self, was: dt.date, shift: Shift) -> Dropped:
        how = "顺延" if shift.date > was else "提前"
        said = f"{self._holiday(was)}放假，已{how}到{short(shift.date)} {shift.session}"
        return Dropped(was, shift.session, shift.place, shift.rotation, "postponed", shift.notes[-1], said)

    def _slots(self, until: dt.date) -> Iterator[_Slot]:
        step = {"postpone": 1, "advance": -1}.get(self.stretch.holidays, 0)
        holiday = self.setting.calendar.holiday
        if not step:
            for day, sessions in self._candidates(until).items():
                if name := holiday(day):
                    yield from self._standing(day, sessions, name)
                else:
                    yield _Slot(day, sessions)
            return
        # A holiday shortly after the window may move a shift into it, or take a date that one would move to.
        candidates = self._candidates(until + dt.timedelta(days=FARTHEST_WORKING_DAY))
        taken = {day for day in candidates if not holiday(day)}
        settled: list[tuple[dt.date, _Slot]] = []
        for day, sessions in candidates.items():
            slots = self._moved(day, sessions, step, taken) if holiday(day) else [_Slot(day, sessions)]
            # Turns go by the later of both days: a segment added later can't touch those before it.
            settled += [(max(day, slot.day), slot) for slot in slots]
        yield from (slot for _, slot in sorted(settled))

    def _standing(self, day: dt.date, sessions: tuple[Session, ...], name: str) -> Iterator[_Slot]:
        """The turn of a holiday that isn't moved, if it is used at all."""
        if self.stretch.holidays == "keep":
            yield _Slot(day, sessions, f"{name}放假期间照常值班")
        elif self.stretch.holidays == "forfeit":
            yield _Slot(day, sessions, f"因{name}放假取消，不补", forfeit=True)
        else:
            self._drop(day, sessions, "holiday", f"因{name}放假停一次")

    def _candidates(self, until: dt.date) -> dict[dt.date, tuple[Session, ...]]:
        first, last, makeup = self.stretch.from_, min(until, self.end), self.stretch.makeup_days
        days: dict[dt.date, tuple[Session, ...]] = {}
        for when in self.stretch.when:
            for day in self.setting.dates(when, first, last, makeup_days=makeup):
                days[day] = tuple(sorted({*days[day], *when.sessions})) if day in days else when.sessions
        return days if len(self.stretch.when) == 1 else dict(sorted(days.items()))

    def _moved(
        self, day: dt.date, sessions: tuple[Session, ...], step: int, taken: set[dt.date]
    ) -> Iterator[_Slot]:
        target = self.setting.calendar.nearest_working(day, step, makeup_days=self.stretch.makeup_days)
        how = f"因{self._holiday(day)}放假{'顺延' if step > 0 else '提前'}"
        if target is None or not self.stretch.from_ <= target <= self.end:
            return self._drop(day, sessions, "collision", f"{how}后超出了这一段轮值的日期，取消")
        if target in taken:
            note = f"{how}至{short(target)}，与本轮值的另一次重合，取消"
            return self._drop(day, sessions, "collision", note)
        taken.add(target)
        yield _Slot(target, sessions, f"原定{short(day)}，{how}至{short(target)}", day)

    def _holiday(self, day: dt.date) -> str:
        return self.setting.calendar.holiday(day) or ""

    def _drop(
        self, day: dt.date, sessions: tuple[Session, ...], why: Why, note: str, place: str | None = None
    ) -> None:
        # Where a tour keeps the turn, nobody can say which place the day was meant for.
        tour, said = self.stretch.tour, stopped(self._holiday(day))
        place = place or (tour[0] if len(tour) == 1 else None)
        for session in sessions:
            self.result.dropped.append(Dropped(day, session, place, self.rotation.id, why, note, said))


def stopped(holiday: str) -> str:
    """The words for a duty that a holiday ate."""
    return f"{holiday}放假，停一次"
