"""Who steps in for those on leave: named substitute, standby, next in order, or nobody.

Leave comes last, whatever brought a person to a shift. Where the clerk named the people of
a shift, only the named substitute steps in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from macros.domain.days import each
from macros.domain.duty.segments import segment_on
from macros.domain.duty.shift import Names, Shift, Teams, order
from macros.models.dates import Session
from macros.models.duty import Duty, Leave, Rotation


@dataclass(frozen=True)
class Absences:
    """Leave by person."""

    by_person: Mapping[str, Sequence[Leave]]
    # Who has leave on a day: most shifts of a year are on days on which nobody is away.
    days: Mapping[dt.date, set[str]]

    @classmethod
    def of(cls, duty: Duty) -> Absences:
        """Those of a duty file, in an order that doesn't depend on the file's."""
        by_person: dict[str, list[Leave]] = {}
        for leave in sorted(duty.leave, key=_said):
            by_person.setdefault(leave.person, []).append(leave)
        days: dict[dt.date, set[str]] = {}
        for leave in duty.leave:
            for day in each(leave.from_, leave.last):
                days.setdefault(day, set()).add(leave.person)
        return cls(by_person, days)

    def touch(self, shift: Shift) -> bool:
        """Whether somebody of the shift is away."""
        away = self.days.get(shift.date, ())
        return any(
            person in away and self.leave(person, shift.date, shift.session, shift.rotation)
            for person in shift.people
        )

    def leave(self, person: str, day: dt.date, session: Session, rotation: str) -> Leave | None:
        """The leave that keeps a person from a session; one that names a substitute comes first."""
        found = None
        for leave in self.by_person.get(person, ()):
            if leave.rotation in (None, rotation) and leave.absent(day, session):
                if leave.substitute:
                    return leave
                found = found or leave
        return found


def _said(leave: Leave) -> tuple[dt.date, dt.date, str, str, str, str, str]:
    words = (leave.half, leave.hours, leave.rotation, leave.substitute, leave.reason)
    half, hours, rotation, substitute, reason = (str(word or "") for word in words)
    return leave.from_, leave.last, half, hours, rotation, substitute, reason


def cover_leave(
    due: Sequence[Shift],
    turns: Iterable[Shift],
    duty: Duty,
    names: Names,
    teams: Teams,
    firms: frozenset[str],
) -> list[Shift]:
    """The shifts with everybody on leave replaced, each at the same number; own shifts aren't touched.

    `due` are the shifts after every other exception, `turns` those before any.
    """
    result = list(due)
    if not duty.leave:
        return result
    absences = Absences.of(duty)
    touched = [
        number for number, shift in enumerate(due) if shift.date in absences.days and absences.touch(shift)
    ]
    days = {due[number].date for number in touched}
    rotations = {rotation.id: rotation for rotation in duty.rotations}
    cover = _Cover(absences, rotations, names, Busy.on(days, due), Busy.on(days, turns), teams, firms)
    for number in sorted(touched, key=lambda number: _first_served(due[number])):
        result[number] = cover.covered(due[number])
    return result


def _first_served(shift: Shift) -> tuple[object, ...]:
    return (*order(shift), shift.by_name, shift.people, shift.planned)


@dataclass(frozen=True)
class Busy:
    """Who has something to do when."""

    sessions: dict[tuple[str, dt.date], list[Session]] = field(default_factory=dict)

    @classmethod
    def on(cls, days: set[dt.date], shifts: Iterable[Shift]) -> Busy:
        """Whoever is on duty on one of the days."""
        found = cls()
        for shift in shifts:
            if shift.date in days:
                for person in shift.people:
                    found.add(person, shift)
        return found

    def add(self, person: str, shift: Shift) -> None:
        """Remember that the person has this shift."""
        self.sessions.setdefault((person, shift.date), []).append(shift.session)

    def during(self, person: str, shift: Shift) -> bool:
        """Whether the person has something to do during the shift."""
        held = self.sessions.get((person, shift.date), ())
        return any(session.overlaps(shift.session) for session in held)


@dataclass(frozen=True)
class _Cover:
    absences: Absences
    rotations: Mapping[str, Rotation]
    names: Names
    busy: Busy
    # Whoever lost a turn to an exception isn't called elsewhere: that would change a shift it doesn't name.
    planned: Busy
    teams: Teams
    firms: frozenset[str]

    def covered(self, shift: Shift) -> Shift:
        """The shift with those on leave replaced."""
        people, notes = list(shift.people), list(shift.notes)
        for person in shift.people:
            leave = self.absences.leave(person, shift.date, shift.session, shift.rotation)
            if leave is None:
                continue
            place = people.index(person)
            stand_in = self._stand_in(leave, person, shift, people)
            name = self.names.person(person)
            if stand_in is None:
                people.pop(place)
                notes.append(f"{name}请假，暂无人代班")
                continue
            people[place] = stand_in
            self.busy.add(stand_in, shift)
            notes.append(f"{name}请假，由{self.names.person(stand_in)}代")
        state = shift.state if people else "vacant"
        return replace(shift, people=tuple(people), state=state, notes=tuple(notes))

    def _stand_in(self, leave: Leave, person: str, shift: Shift, people: Sequence[str]) -> str | None:
        if leave.substitute and self._free(leave.substitute, shift, people):
            return leave.substitute
        if shift.by_name:
            return None
        others = self._next(person, shift)
        return next(
            (one for one in others if self._free(one, shift, people) and not self._kept(one, shift)), None
        )

    def _next(self, person: str, shift: Shift) -> Iterator[str]:
        stretch = segment_on(self.rotations[shift.rotation], shift.date)
        yield from stretch.standby
        teams = [self.teams[one] for one in stretch.people if one in self.teams]
        if any(person in team.members for team in teams):
            # The others of the team are there already; nobody is called from another one.
            return
        people = [one for one in stretch.people if one not in self.teams and one not in self.firms]
        # A swap may have brought somebody from another rotation.
        behind = (people.index(one) + 1 for one in (person, *shift.planned) if one in people)
        at = next(behind, 0)
        yield from (*people[at:], *people[:at])

    def _kept(self, person: str, shift: Shift) -> bool:
        return self.planned.during(person, shift)

    def _free(self, person: str, shift: Shift, people: Sequence[str]) -> bool:
        if person in people or self.busy.during(person, shift):
            return False
        return not self.absences.leave(person, shift.date, shift.session, shift.rotation)
