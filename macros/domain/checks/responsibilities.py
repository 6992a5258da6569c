"""Promises of the plan that nobody has linked to an event, and events that don't fit their month."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.checks.scope import Loc, Scope
from macros.domain.responsibilities import Planned, plan
from macros.errors import Finding


def responsibilities(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    units = scope.town.responsibilities.responsibilities
    events = {event.id: event for event in scope.town.events.events}
    for number, unit in enumerate(units):
        for at, step in enumerate(unit.plan):
            (one,) = plan([unit.model_copy(update={"plan": (step,)})], events, scope.first)
            loc: Loc = ("responsibilities", number, "plan", at)
            yield from _apart(one, loc)
            if step.last.last < scope.first and not any(deed.held for deed in one.deeds):
                message = f"到 {step.last} 为止，还没有关联办过的活动；办过了，请写进 events"
                yield Finding("responsibilities", (*loc, "what"), message, "warning")


def _apart(one: Planned, loc: Loc) -> Iterator[Finding]:
    for place, deed in enumerate(one.deeds):
        event = deed.event
        if event.last.last < one.step.date.first or event.date.first > one.step.last.last:
            message = f"这场活动在 {event.date}，不在这一项的时间里，请核对"
            yield Finding("responsibilities", (*loc, "events", place), message, "warning")
