"""Whether a place is open at an instant, until when, and when it opens again.

`opening` decides in Python what docs/assets/javascripts/opening-words.js decides in the
visitor's browser from the same schedule; a test compares the two minute by minute.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from macros.domain.days import ONE_DAY, each, short, weekday
from macros.domain.schedule import AHEAD, OpenDay, Schedule
from macros.models.dates import Session
from macros.models.exceptions import Closure

Kind = Literal["open", "planned", "break", "later", "over", "off", "holiday", "closed", "unknown"]
UNANNOUNCED = "放假安排还没公布，先打电话问"
WAIT = "哪天开门等通知"
ASK_WHEN = "哪天开门请打电话问"
NO_DUTY = "今天没有律师来值班"
RUN_OUT = ("开门时间还没有更新", "先打电话问")
_NOON_FROM, _NOON_TO = dt.time(11), dt.time(15)


@dataclass(frozen=True, slots=True)
class Opening:
    """What is said of a door at an instant: a word that stands out, and the rest of the sentence."""

    kind: Kind
    word: str
    more: str

    def __str__(self) -> str:
        return "，".join(part for part in (self.word, self.more) if part)


def opening(
    schedule: Schedule, day: dt.date, time: dt.time, duty: Collection[dt.date] | None = None
) -> Opening:
    """Whether the place is open at that time in Shanghai, and what comes next.

    `duty` are the days on which somebody is on duty there; None where nobody ever is.
    """
    if not schedule.first <= day <= schedule.last:
        return Opening("unknown", *RUN_OUT)
    if closure := schedule.closure(day):
        return Opening("closed", reason(closure), _closed_until(schedule, closure, day))
    if schedule.unknown:
        return Opening("unknown", *schedule.unknown)
    today = schedule.days[day]
    if not today.sessions:
        kind: Kind = "holiday" if today.why else "off"
        return Opening(kind, today.why or "今天不开门", _next(schedule, day, told=today.why))
    if time >= today.sessions[-1].end:
        return Opening("over", "已经关门", _next(schedule, day))
    planned = day.year in schedule.planned
    said = _during(today, time, planned=planned)
    # Who is told to call first needs no more.
    if planned or duty is None or day in duty:
        return said
    return Opening(said.kind, said.word, f"{said.more}；{NO_DUTY}")


def _during(today: OpenDay, time: dt.time, *, planned: bool) -> Opening:
    current = next((session for session in today.sessions if session.start <= time < session.end), None)
    coming = next((session for session in today.sessions if time < session.start), None)
    if current:
        return _open(today, current, coming, planned=planned)
    assert coming is not None
    start = clock(coming.start)
    if coming != today.sessions[0]:
        before = [session for session in today.sessions if session.end <= time][-1]
        word = "午休" if _is_noon(before, coming) else "现在关门"
        return Opening("break", word, _promised(f"{start} 再开", planned=planned))
    if today.why:
        return Opening("later", today.why, f"{start} 开门")
    return Opening("later", "还没开门", _promised(f"今天 {start} 开门", planned=planned))


def _promised(said: str, *, planned: bool) -> str:
    return f"按计划{said}，{UNANNOUNCED}" if planned else said


def _open(today: OpenDay, current: Session, coming: Session | None, *, planned: bool) -> Opening:
    more = f"{clock(current.end)} 关门"
    if coming:
        rest = "午休" if _is_noon(current, coming) else "关门"
        more = f"{clock(current.end)} {rest}，{clock(coming.start)} 再开"
    if planned:
        return Opening("planned", "按计划今天开门", f"{more}，{UNANNOUNCED}")
    return Opening("open", f"{today.why}，现在开门" if today.why else "现在开门", more)


def _is_noon(before: Session, after: Session) -> bool:
    return before.end >= _NOON_FROM and after.start <= _NOON_TO


def _closed_until(schedule: Schedule, closure: Closure, day: dt.date) -> str:
    if closure.open_ended:
        return WAIT
    until = "今天不开门" if closure.last == day else f"{short(closure.last)}以前不开门"
    return until if schedule.unknown else f"{until}，{_next(schedule, day, told=reason(closure))}"


def _next(schedule: Schedule, day: dt.date, *, told: str = "") -> str:
    """When it opens after that day; `told` is what has been said of the day itself."""
    found, why = _coming(schedule, day)
    when = _when(schedule, day, found, dated=bool(why or told)) if found else ASK_WHEN
    return when if why in ("", told) else f"{why}，{when}"


def _coming(schedule: Schedule, day: dt.date) -> tuple[dt.date | None, str]:
    """The next day with hours, and the first reason that puts it off."""
    why = ""
    for later in each(day + ONE_DAY, day + AHEAD * ONE_DAY):
        if closure := schedule.closure(later):
            why = why or reason(closure)
        elif schedule.days[later].sessions:
            return later, why
        else:
            why = why or schedule.days[later].why
    return None, why


def _when(schedule: Schedule, day: dt.date, found: dt.date, *, dated: bool) -> str:
    near = {1: "明天", 2: "后天"}.get((found - day).days, f"{short(found)} {weekday(found)}")
    start = clock(schedule.days[found].sessions[0].start)
    said = f"{short(found) if dated else near} {start} 开门"
    return f"按计划{said}，先打电话问" if found.year in schedule.planned else said


def reason(closure: Closure) -> str:
    """Why a place is closed, in the clerk's words."""
    return closure.reason or "暂停服务"


def closure_words(closure: Closure) -> str:
    """The closure with its first and last day, as it is announced before it begins."""
    if closure.last == closure.from_:
        return f"{short(closure.from_)}，{reason(closure)}，不开门"
    until = WAIT if closure.open_ended else f"{short(closure.last)}以前不开门"
    return f"{short(closure.from_)}起，{reason(closure)}，{until}"


def clock(time: dt.time) -> str:
    """The time as people say it: 8:30."""
    return f"{time.hour}:{time:%M}"
