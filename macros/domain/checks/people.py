"""Whether people can do what the file asks of them, and whether everybody gets a turn."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from macros.domain.checks.scope import Loc, Scope, duty, some
from macros.domain.days import spoken
from macros.domain.duty.segments import with_last_days
from macros.domain.duty.shift import Shift, Teams, firms_of, members, teams_of
from macros.domain.geo import metres
from macros.errors import Finding
from macros.models.duty import Rotation, Stretch
from macros.models.people import Firm, Team, spot

# Somebody on an electric bicycle, by winding roads.
MINUTES_PER_KILOMETRE = 4
# Time enough to ask somebody to sign again.
SOON = dt.timedelta(days=30)
# In which a firm says whom it sends.
WEEK = dt.timedelta(days=7)


def people(scope: Scope) -> Iterator[Finding]:
    """What is wrong about the people on duty in the window."""
    yield from _booked_twice(scope)
    yield from _on_leave(scope)
    yield from _gone(scope)
    yield from _consent_over(scope)
    yield from _portrait_over(scope)
    yield from _same_name(scope)
    yield from _nowhere(scope)
    yield from _not_a_person(scope)
    yield from _to_be_named(scope)
    for number, rotation in enumerate(scope.town.duty.rotations):
        yield from _never_served(scope, number, rotation)


def _pairs(scope: Scope) -> Iterator[tuple[str, Shift, Shift]]:
    days: dict[tuple[str, dt.date], list[Shift]] = {}
    # A firm can send two at a time.
    firms = firms_of(scope.town)
    for shift in scope.on_duty:
        for person in shift.people:
            if person in firms:
                continue
            days.setdefault((person, shift.date), []).append(shift)
    for (person, _), shifts in days.items():
        # Sorted by start: whoever overlaps anything overlaps the next one.
        for one, other in pairwise(shifts):
            yield person, one, other


def _booked_twice(scope: Scope) -> Iterator[Finding]:
    clashes: dict[tuple[str, Loc], list[tuple[Shift, Shift]]] = {}
    hurries: dict[tuple[str, Loc], list[tuple[Shift, Shift]]] = {}
    for person, one, other in _pairs(scope):
        # The one that comes from an exception is the likelier slip.
        loc = max(scope.source(one), scope.source(other), key=lambda at: (at[0] != "rotations", at[1:]))
        if one.session.overlaps(other.session):
            clashes.setdefault((person, loc), []).append((one, other))
        elif _too_far(scope, one, other):
            hurries.setdefault((person, loc), []).append((one, other))
    for (person, loc), pairs in clashes.items():
        message = f"{scope.names.person(person)}同一时间有两个班次：{_both(scope, pairs)}"
        yield duty("error", message, *loc)
    for (person, loc), pairs in hurries.items():
        message = f"{scope.names.person(person)}半天里的两个场所离得太远，赶不到：{_both(scope, pairs)}"
        yield duty("warning", message, *loc)


def _both(scope: Scope, pairs: list[tuple[Shift, Shift]]) -> str:
    one, other = pairs[0]
    more = f"（这样的日子共 {len(pairs)} 天）" if len(pairs) > 1 else ""
    return f"{scope.told(one)}，{other.session} {scope.names.place(other.place)}{more}"


def _too_far(scope: Scope, one: Shift, other: Shift) -> bool:
    if not (one.manner.at_place and other.manner.at_place):
        return False
    noon = dt.time(12)
    here, there = scope.points.get(one.place), scope.points.get(other.place)
    if (one.session.start < noon) != (other.session.start < noon) or here is None or there is None:
        return False
    earlier, later = sorted((one.session, other.session))
    gap = (later.start.hour - earlier.end.hour) * 60 + later.start.minute - earlier.end.minute
    return gap < metres(here, there) / 1000 * MINUTES_PER_KILOMETRE


def _on_leave(scope: Scope) -> Iterator[Finding]:
    for due, shift in scope.covered:
        if due.by_name and len(shift.people) < len(due.people):
            absent = scope.names.people(person for person in due.people if person not in shift.people)
            left = scope.names.people(shift.people)
            message = f"{absent}{spoken(due.date)}请假，没有人代，只剩{left}" if shift.people else ""
            message = message or f"{absent}{spoken(due.date)}请假，没有人代，页面写“暂缺”"
            message += "；请在请假那一条写代班人（substitute），或者这里换一个人"
            yield duty("warning", message, *scope.source(due))


def _gone(scope: Scope) -> Iterator[Finding]:
    last_days = {person.id: person.until for person in scope.town.people if person.until}
    late: dict[tuple[str, Loc], list[Shift]] = {}
    for shift in scope.on_duty if last_days else ():
        for person in shift.people:
            if person in last_days and shift.date > last_days[person]:
                loc = _stepped_in(scope, shift, person) or scope.source(shift)
                late.setdefault((person, loc), []).append(shift)
    for (person, loc), shifts in late.items():
        when = some((spoken(shift.date) for shift in shifts), "天")
        message = f"{scope.names.person(person)}只到 {last_days[person]} 为止，之后还排了值班：{when}"
        yield duty("error", message, *loc)


def _stepped_in(scope: Scope, shift: Shift, person: str) -> Loc | None:
    """Where the leave stands that names a person to step in at a shift."""
    for number, entry in enumerate(scope.town.duty.leave):
        meant = entry.person in shift.planned and entry.rotation in (None, shift.rotation)
        if meant and entry.substitute == person and entry.absent(shift.date, shift.session):
            return ("leave", number, "substitute")
    return None


def _consent_over(scope: Scope) -> Iterator[Finding]:
    lasting = {
        person.id: person.consent.until
        for person in scope.town.people
        if person.phone and person.consent and "phone" in person.consent.scope
    }
    late = Counter(
        person for s in scope.on_duty for person in s.people if person in lasting and s.date > lasting[person]
    )
    for number, person in enumerate(scope.town.people):
        until = lasting.get(person.id)
        soon = until is not None and scope.first <= until < scope.first + SOON
        if soon or late[person.id]:
            told = f"，之后还有 {late[person.id]} 个班次" if late[person.id] else ""
            message = f"公开电话的同意到 {until} 为止{told}，改用办公室电话；续签以后请改这个日期"
            loc = (*spot(scope.town.people, number), "consent", "until")
            yield Finding("people", loc, message, "warning" if soon else "notice")


def _portrait_over(scope: Scope) -> Iterator[Finding]:
    for number, person in enumerate(scope.town.people):
        until = person.consent.until if person.portrait and person.consent else None
        if until is not None and until < scope.first + SOON:
            over = "照片已经撤下" if until < scope.first else "到期照片自己撤下"
            message = f"公开照片的同意到 {until} 为止，{over}；续签以后请改这个日期"
            yield Finding(
                "people", (*spot(scope.town.people, number), "consent", "until"), message, "warning"
            )


def _same_name(scope: Scope) -> Iterator[Finding]:
    names: dict[str, int] = {}
    for number, person in enumerate(scope.town.people):
        if (first := names.setdefault(person.name, number)) != number:
            before = spot(scope.town.people, first)[1] + 1
            message = f"和第 {before} 条（{scope.town.people[first].id}）同名，请核对"
            yield Finding("people", (*spot(scope.town.people, number), "name"), message, "warning")


def _nowhere(scope: Scope) -> Iterator[Finding]:
    duties = scope.town.duty
    named = {person for shift in scope.applied.shifts for person in (*shift.people, *shift.planned)}
    for rotation in duties.rotations:
        named.update(*((*stretch.people, *stretch.standby) for stretch in rotation.stretches))
    named.update(entry.substitute for entry in duties.leave if entry.substitute)
    for number, person in enumerate(scope.town.people):
        if duties.rotations and person.id not in named:
            message = f"{person.name}没有排任何值班"
            yield Finding("people", (*spot(scope.town.people, number), "id"), message, "notice")


def _never_served(scope: Scope, number: int, rotation: Rotation) -> Iterator[Finding]:
    turns = [shift for shift in scope.turns.get(rotation.id, ()) if shift.planned]
    teams = teams_of(scope.town)
    for stretch, last in with_last_days(rotation):
        served = [turn for turn in turns if stretch.from_ <= turn.date <= min(last, scope.last)]
        if idle := _idle(stretch, served, teams):
            names = some((scope.names.person(person) for person in idle), "人")
            message = f"{len(stretch.people)} 个人轮值，到 {served[-1].date} 为止 {names} 一次也轮不到"
            yield duty("warning", message, "rotations", number, "segments", stretch.number, "people")


def _idle(stretch: Stretch, served: list[Shift], teams: Teams) -> list[str]:
    # Two full cycles: somebody may only wait for the first turn.
    if len({turn.date for turn in served}) * stretch.wanted < 2 * len(stretch.people):
        return []
    busy = {person for turn in served for person in turn.planned}
    return [person for person in members(stretch.people, teams) if person not in busy]


def _not_a_person(scope: Scope) -> Iterator[Finding]:
    """Leave is somebody's own, and only somebody can step in."""
    others = {one.id: one.name for one in scope.town.people if isinstance(one, Team | Firm)}
    for number, leave in enumerate(scope.town.duty.leave):
        for key in ("person", "substitute"):
            if (who := getattr(leave, key)) in others:
                yield duty("error", f"{others[who]}不是一个人，请写人员编号", "leave", number, key)
    for number, rotation in enumerate(scope.town.duty.rotations):
        for place, segment in enumerate(rotation.segments):
            for at, who in enumerate(segment.standby or ()):
                if who in others:
                    loc = ("rotations", number, "segments", place, "standby", at)
                    yield duty("error", f"候补要写人，{others[who]}不是一个人", *loc)


def _to_be_named(scope: Scope) -> Iterator[Finding]:
    """Shifts of the next week for which a firm hasn't named anybody."""
    firms = {one.id: one.name for one in scope.town.people if isinstance(one, Firm)}
    for shift in scope.on_duty:
        named = [firms[one] for one in shift.people if one in firms]
        if named and scope.first <= shift.date <= scope.first + WEEK:
            right = f"定了就在 overrides 里写 replace: [人员编号]，日期写 {shift.date}"
            message = f"{spoken(shift.date)} {shift.session} {'、'.join(named)}，{right}"
            yield duty("warning", message, *scope.source(shift))
