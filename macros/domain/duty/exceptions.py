"""Dated exceptions: temporary schedules, then overrides, then swaps.

Every override is matched against the shifts as they were before any override, so the
order of the list doesn't matter and none can change what another one hits. Each uses up
the turn of the shifts it hits and changes no other shift.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from macros.domain.days import short
from macros.domain.duty.segments import segment_on
from macros.domain.duty.shift import Dropped, Names, Shift, Why, with_reason
from macros.models.dates import Session
from macros.models.duty import Duty, Override, Rotation, ShiftAt, Temporary

_Key = tuple[str, dt.date]


@dataclass
class Applied:
    """Shifts after exceptions, what each exception hit, by its number in the file, and what was before.

    `turns` are the shifts before any exception, `closed` those that a closure cancelled, as
    they were before it, `due` all before leave, each at the number of the shift that became
    of it. `postponed` are turns that a holiday moved, with what they left behind.
    """

    shifts: list[Shift]
    turns: list[Shift] = field(default_factory=list)
    closed: list[Shift] = field(default_factory=list)
    due: list[Shift] = field(default_factory=list)
    postponed: list[tuple[Shift, Dropped]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    hits: dict[int, list[Shift]] = field(default_factory=dict)
    clashes: dict[int, int] = field(default_factory=dict)
    swap_hits: dict[int, tuple[list[Shift], list[Shift]]] = field(default_factory=dict)
    swap_clashes: dict[int, int] = field(default_factory=dict)


def apply_exceptions(shifts: Sequence[Shift], duty: Duty, names: Names) -> Applied:
    """The shifts with every exception of the file applied."""
    applied = Applied(list(shifts))
    for temporary in sorted(duty.temporary, key=lambda entry: (entry.from_, entry.id)):
        _replace_span(applied, temporary)
    if duty.overrides:
        _override(applied, duty, names)
    if duty.swaps:
        _swap(applied, duty, names)
    return applied


def matches(named: ShiftAt, shift: Shift) -> bool:
    """Whether the shift is one of those that `named` means, its date and rotation being right."""
    return (
        shift.state != "cancelled"
        and named.place in (None, shift.place)
        and named.hours in (None, shift.session)
    )


def home(rotation: Rotation, day: dt.date) -> tuple[str, ...]:
    """The places where a rotation's shift of that day can be."""
    return segment_on(rotation, day).tour


def takes_over(temporary: Temporary, shift: Shift) -> bool:
    """Whether the schedule replaces the shift, be it a turn of that day or one that a holiday moved there."""
    return temporary.covers(shift.date) and (not temporary.places or shift.place in temporary.places)


def _replace_span(applied: Applied, temporary: Temporary) -> None:
    kept = []
    note, said = with_reason(f"按{temporary.name}执行", temporary.reason), f"按{temporary.name}，停一次"
    for shift in applied.shifts:
        if not takes_over(temporary, shift):
            kept.append(shift)
        else:
            applied.dropped.append(_gone(shift, "temporary", note, said))
    notes = (with_reason(temporary.name, temporary.reason),)
    for one in temporary.shifts:
        shift = Shift(one.date, one.hours, one.place, one.people, temporary.id, "on", notes)
        shift = replace(shift, sample=temporary.sample, planned=one.people, by_name=True)
        kept.append(replace(shift, manner=one.manner))
    applied.shifts = kept


def _gone(shift: Shift, why: Why, note: str, said: str) -> Dropped:
    return Dropped(shift.date, shift.session, shift.place, shift.rotation, why, note, said)


def _positions(shifts: Iterable[Shift], wanted: set[_Key]) -> dict[_Key, list[int]]:
    found: dict[_Key, list[int]] = {}
    days = {day for _, day in wanted}
    for number, shift in enumerate(shifts):
        if shift.date in days and (shift.rotation, shift.date) in wanted:
            found.setdefault((shift.rotation, shift.date), []).append(number)
    return found


def _override(applied: Applied, duty: Duty, names: Names) -> None:
    shifts, changed = applied.shifts, dict[int, list[Shift]]()
    owner: dict[int, int] = {}
    added: list[Shift] = []
    rotations = {rotation.id: rotation for rotation in duty.rotations}
    at = _positions(shifts, {(override.rotation, override.date) for override in duty.overrides})
    for number, override in sorted(enumerate(duty.overrides), key=lambda entry: repr(entry[1])):
        if override.add:
            added.append(_added(override, rotations[override.rotation]))
            continue
        found = [n for n in at.get((override.rotation, override.date), ()) if matches(override, shifts[n])]
        applied.hits[number] = [shifts[n] for n in found]
        for n in found:
            if n in owner:
                applied.clashes[number] = owner[n]
                continue
            owner[n] = number
            changed[n] = _changed(shifts[n], override, names)
            if override.move:
                moved = changed[n][0]
                applied.dropped.append(
                    _gone(shifts[n], "moved", moved.notes[-1], _went(shifts[n], moved, names))
                )
    applied.shifts = [new for n, old in enumerate(shifts) for new in changed.get(n, (old,))] + added


def _added(override: Override, rotation: Rotation) -> Shift:
    assert override.add is not None
    assert override.hours is not None
    place = override.place or home(rotation, override.date)[0]
    notes = (with_reason("临时增加", override.reason),)
    shift = Shift(override.date, override.hours, place, override.add, rotation.id, "on", notes)
    meant = shift.slot._replace(added=True)
    manner = segment_on(rotation, override.date).manner
    added = replace(shift, sample=rotation.sample, planned=override.add, by_name=True)
    return replace(added, manner=manner, meant=meant)


def _changed(shift: Shift, override: Override, names: Names) -> list[Shift]:
    if override.cancel:
        changed, note = replace(shift, people=(), state="cancelled"), "本次取消"
    elif override.replace:
        changed = replace(shift, people=override.replace, by_name=True)
        note = f"原为{names.people(shift.people)}，改由{names.people(override.replace)}值班"
    elif move := override.move:
        day, session = move.date or shift.date, move.hours or shift.session
        place = move.place or shift.place
        changed = replace(shift, date=day, session=session, place=place, meant=shift.slot)
        note = _moved(shift, changed, names)
    else:
        return _split(shift, override, names)
    return [replace(changed, notes=(*shift.notes, with_reason(note, override.reason)))]


def _moved(shift: Shift, moved: Shift, names: Names) -> str:
    was, now = [], []
    if moved.date != shift.date:
        was.append(short(shift.date))
        now.append(short(moved.date))
    if moved.session != shift.session:
        was.append(str(shift.session))
        now.append(str(moved.session))
    if moved.place != shift.place:
        was.append(f"在{names.place(shift.place)}")
        now.append(f"在{names.place(moved.place)}")
    return f"原定{' '.join(was)}，改为{' '.join(now)}"


def _went(shift: Shift, moved: Shift, names: Names) -> str:
    where = f"，在{names.place(moved.place)}" if moved.place != shift.place else ""
    return f"已改到{short(moved.date)} {moved.session}{where}"


def _split(shift: Shift, override: Override, names: Names) -> list[Shift]:
    pieces, rest = [], shift.session.start
    whole = replace(shift, meant=shift.slot)
    for part in sorted(override.split or (), key=lambda part: part.hours):
        start, end = max(part.hours.start, rest), min(part.hours.end, shift.session.end)
        if start >= end:
            continue
        if rest < start:
            pieces.append(replace(whole, session=Session(rest, start)))
        note = f"原为{names.people(shift.people)}，这一段改由{names.people(part.people)}值班"
        piece = replace(whole, session=Session(start, end), people=part.people, by_name=True)
        pieces.append(replace(piece, notes=(*shift.notes, with_reason(note, override.reason))))
        rest = end
    if rest < shift.session.end:
        pieces.append(replace(whole, session=Session(rest, shift.session.end)))
    return pieces


def _swap(applied: Applied, duty: Duty, names: Names) -> None:
    shifts = applied.shifts
    ends = [(number, swap, swap.a, swap.b) for number, swap in enumerate(duty.swaps)]
    at = _positions(shifts, {(one.rotation, one.date) for _, _, a, b in ends for one in (a, b)})
    owner: dict[int, int] = {}
    before = tuple(shifts)
    for number, swap, *named in sorted(ends, key=lambda entry: sorted(map(repr, entry[2:]))):
        found = []
        for one in named:
            here = at.get((one.rotation, one.date), ())
            found.append([n for n in here if matches(one, before[n])])
        applied.swap_hits[number] = ([before[n] for n in found[0]], [before[n] for n in found[1]])
        if len(found[0]) != 1 or len(found[1]) != 1 or found[0] == found[1]:
            continue
        pair = (found[0][0], found[1][0])
        if taken := [owner[n] for n in pair if n in owner]:
            applied.swap_clashes[number] = taken[0]
            continue
        for mine, other in (pair, pair[::-1]):
            owner[mine] = number
            shifts[mine] = _swapped(before[mine], before[other], swap.reason, names)


def _swapped(mine: Shift, other: Shift, reason: str | None, names: Names) -> Shift:
    who = names.people(other.people)
    note = with_reason(f"原为{names.people(mine.people)}，与{short(other.date)}的{who}对调", reason)
    return replace(mine, people=other.people, by_name=other.by_name, notes=(*mine.notes, note))


def links(duty: Duty) -> Mapping[dt.date, dt.date]:
    """Pairs of dates, earlier to later, of which one can put something on the other."""
    found: dict[dt.date, dt.date] = {}
    pairs = [(o.date, o.move.date) for o in duty.overrides if o.move and o.move.date]
    pairs += [(swap.a.date, swap.b.date) for swap in duty.swaps]
    for pair in pairs:
        found[min(pair)] = max(*pair, found.get(min(pair), dt.date.min))
    return found
