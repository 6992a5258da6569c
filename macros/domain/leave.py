"""Who steps in for those on leave: named substitute, standby, next in order, or nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.domain.segments import segment_on
from macros.domain.shift import Names, Shift, order
from macros.models.dates import Session
from macros.models.duty import Duty, Leave, Rotation


@dataclass(frozen=True)
class Absences:
    """Leave by person."""

    by_person: Mapping[str, Sequence[Leave]]

    @classmethod
    def of(cls, duty: Duty) -> Absences:
        """Those of a duty file, in an order that doesn't depend on the file's."""
        by_person: dict[str, list[Leave]] = {}
        for leave in sorted(duty.leave, key=repr):
            by_person.setdefault(leave.person, []).append(leave)
        return cls(by_person)

    def leave(self, person: str, day: dt.date, session: Session, rotation: str) -> Leave | None:
        """The leave that keeps a person from a session; one that names a substitute comes first."""
        found = None
        for leave in self.by_person.get(person, ()):
            if leave.rotation in (None, rotation) and leave.absent(day, session):
                if leave.substitute:
                    return leave
                found = found or leave
        return found


def cover_leave(shifts: Sequence[Shift], duty: Duty, names: Names) -> list[Shift]:
    """The shifts with everybody on leave replaced; a substitute's own turn isn't touched."""
    if not duty.leave:
        return list(shifts)
    absences = Absences.of(duty)
    away = absences.by_person.keys()
    result = list(shifts)
    touched = [
        number
        for number, shift in enumerate(shifts)
        if not away.isdisjoint(shift.people)
        and any(absences.leave(person, shift.date, shift.session, shift.rotation) for person in shift.people)
    ]
    cover = _Cover(absences, {rotation.id: rotation for rotation in duty.rotations}, names)
    cover.note_busy(shifts, {shifts[number].date for number in touched})
    for number in sorted(touched, key=lambda number: order(shifts[number])):
        result[number] = cover.covered(shifts[number])
    return result


class _Cover:
    def __init__(self, absences: Absences, rotations: Mapping[str, Rotation], names: Names) -> None:
        self.absences = absences
        self.rotations = rotations
        self.names = names
        self.busy: dict[tuple[str, dt.date], list[Session]] = {}

    def note_busy(self, shifts: Sequence[Shift], days: set[dt.date]) -> None:
        """Remember who is on duty on the days on which somebody has to step in."""
        for shift in shifts:
            if shift.date in days:
                for person in shift.people:
                    self.busy.setdefault((person, shift.date), []).append(shift.session)

    def covered(self, shift: Shift) -> Shift:
        """The shift with those on leave replaced."""
        people, notes = list(shift.people), list(shift.notes)
        for person in shift.people:
            leave = self.absences.leave(person, shift.date, shift.session, shift.rotation)
            if leave is None:
                continue
            place = people.index(person)
            candidates = self._candidates(leave, person, shift)
            stand_in = next((one for one in candidates if self._free(one, shift, people)), None)
            name = self.names.person(person)
            if stand_in is None:
                people.pop(place)
                notes.append(f"{name}请假，暂无人代班")
                continue
            people[place] = stand_in
            self.busy.setdefault((stand_in, shift.date), []).append(shift.session)
            notes.append(f"{name}请假，由{self.names.person(stand_in)}代")
        state = shift.state if people else "vacant"
        return replace(shift, people=tuple(people), state=state, notes=tuple(notes))

    def _candidates(self, leave: Leave, person: str, shift: Shift) -> Iterator[str]:
        rotation = self.rotations[shift.rotation]
        if leave.substitute:
            yield leave.substitute
        yield from rotation.standby
        people = segment_on(rotation, shift.date).people
        at = people.index(person) + 1
        yield from (*people[at:], *people[:at])

    def _free(self, person: str, shift: Shift, people: Sequence[str]) -> bool:
        if person in people:
            return False
        if self.absences.leave(person, shift.date, shift.session, shift.rotation):
            return False
        return not any(busy.overlaps(shift.session) for busy in self.busy.get((person, shift.date), ()))
