"""Whether every leave keeps somebody from a duty, and whether the named substitute really steps in."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.checks.scope import Scope, duty, some
from macros.domain.days import spoken
from macros.domain.duty.shift import Shift
from macros.errors import Finding
from macros.models.duty import Leave


def leave(scope: Scope) -> Iterator[Finding]:
    """What is wrong with leave, wherever it is dated."""
    turns: dict[str, list[Shift]] = {}
    for turn in dict.fromkeys((*scope.applied.turns, *scope.applied.due)):
        for person in turn.people:
            turns.setdefault(person, []).append(turn)
    entries = scope.town.duty.leave
    for number, entry in enumerate(entries):
        hit = [turn for turn in turns.get(entry.person, ()) if _keeps_from(entry, turn)]
        if not hit:
            yield from _unused(scope, number, entry, turns.get(entry.person, []))
        for earlier, other in enumerate(entries[:number]):
            if any(_keeps_from(other, turn) for turn in hit) and other.person == entry.person:
                yield _twice(number, earlier, differs=other.substitute != entry.substitute)
        yield from _passed_over(scope, number, entry)


def _keeps_from(entry: Leave, turn: Shift) -> bool:
    return entry.rotation in (None, turn.rotation) and entry.absent(turn.date, turn.session)


def _unused(scope: Scope, number: int, entry: Leave, turns: list[Shift]) -> Iterator[Finding]:
    name = scope.names.person(entry.person)
    if scope.far(entry.from_):
        yield duty("error", f"{entry.from_} 太远了，请检查年份", "leave", number, "from")
    elif entry.from_ <= scope.known and not _met(scope, entry):
        span = f"{entry.from_}" if entry.last == entry.from_ else f"{entry.from_} 到 {entry.last}"
        there = [turn for turn in turns if entry.covers(turn.date)]
        told = "、".join(list(dict.fromkeys(f"{spoken(turn.date)} {turn.session}" for turn in there))[:2])
        why = f"，班次是 {told}" if told else ""
        message = f"{name}在 {span} 请假的时间里没有值班{why}，请检查日期"
        yield duty("warning", message, "leave", number, "from")


def _met(scope: Scope, entry: Leave) -> bool:
    """Whether the leave may matter although it is nobody's turn: by an exception, or for stepping in."""
    there = (shift for shift in scope.applied.due if _keeps_from(entry, shift))
    if any(entry.person in (*shift.planned, *shift.people) for shift in there):
        return True
    others = (other for other in scope.town.duty.leave if other.person != entry.person)
    return any(other.from_ <= entry.last and entry.from_ <= other.last for other in others)


def _twice(number: int, other: int, *, differs: bool) -> Finding:
    if differs:
        message = f"和请假第 {other + 1} 条的日子重叠，代班人却不同，只能留一条"
        return duty("error", message, "leave", number, "from")
    return duty("warning", f"和请假第 {other + 1} 条的日子重叠", "leave", number, "from")


def _passed_over(scope: Scope, number: int, entry: Leave) -> Iterator[Finding]:
    if entry.substitute is None:
        return
    missed = []
    for due, shift in scope.covered:
        if entry.person not in due.people or not _keeps_from(entry, due):
            continue
        # A vacancy is told by itself.
        if shift.state == "on" and entry.substitute not in shift.people:
            missed.append(f"{spoken(shift.date)} {shift.session} 改由{scope.names.people(shift.people)}代")
    if missed:
        message = f"{scope.names.person(entry.substitute)}那时有班或请假，不能代班：{some(missed, '次')}"
        yield duty("warning", message, "leave", number, "substitute")
