"""How fast a year of duty is expanded, beside a bare dateutil loop that makes only the dates.

Run by `make bench`. Both work on the same patterns in the same run, so that the ratio
means the same on every machine.
"""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Callable
from dataclasses import dataclass

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from macros.domain.duty import shifts
from macros.models.dates import Session
from macros.models.duty import Duty, Rotation, Segment
from macros.models.holidays import Holidays
from macros.models.when import When

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
SIZES = (12, 300, 6000)
PEOPLE = tuple(f"person-{number}" for number in range(5))
HOURS = Session(dt.time(13, 30), dt.time(16))


@dataclass(frozen=True)
class Bare:
    """A thing with an id and a name."""

    id: str
    name: str


@dataclass(frozen=True)
class Town:
    """The parts of a town that duty needs."""

    duty: Duty
    holidays: Holidays
    people: tuple[Bare, ...]
    places: tuple[Bare, ...]


def town(size: int) -> Town:
    """A town whose places each have about four visits a month, every one with a start of its own."""
    places = tuple(Bare(f"place-{number}", f"第{number}村") for number in range(size))
    people = tuple(Bare(person, person) for person in PEOPLE)
    rotations = tuple(rotation(number) for number in range(size))
    return Town(Duty.model_validate({"rotations": rotations, **exceptions(size)}), Holidays(), people, places)


def exceptions(size: int) -> dict[str, list[dict[str, str]]]:
    """What a year brings: everybody away for a week, a closed place in ten, an override in five."""
    away = [
        {"person": person, "from": f"2026-0{number + 2}-01", "to": f"2026-0{number + 2}-07"}
        for number, person in enumerate(PEOPLE)
    ]
    closed = [
        {"place": f"place-{number}", "from": "2026-06-01", "to": "2026-06-14", "reason": "维修"}
        for number in range(0, size, 10)
    ]
    stopped = [
        {"date": str(first_date(number)), "rotation": f"r-{number}", "cancel": "true", "reason": "开会"}
        for number in range(0, size, 5)
    ]
    return {"leave": away, "closures": closed, "overrides": stopped}


def first_date(number: int) -> dt.date:
    """A day in September on which the rotation has a duty."""
    return when(number).dates(dt.date(2026, 9, 1), dt.date(2026, 9, 30), start(number))[0]


def rotation(number: int) -> Rotation:
    """One place, five people in turn."""
    segment = Segment.model_validate(
        {"from": start(number), "when": (when(number),), "people": PEOPLE, "places": (f"place-{number}",)}
    )
    return Rotation(id=f"r-{number}", name=f"轮值{number}", kind="point", segments=(segment,))


def when(number: int) -> When:
    """A weekday of every week, or, for every third place, two weekdays twice a month."""
    if number % 3:
        return When(sessions=(HOURS,), weekdays=(number % 5,))
    return When(sessions=(HOURS,), weekdays=(number % 4, number % 4 + 1), nth=(1, 3))


def start(number: int) -> dt.date:
    """One of the first days of the year."""
    return FIRST + dt.timedelta(days=number % 28)


def bare(size: int) -> int:
    """How many dates the bare loop makes of the same patterns."""
    count = 0
    for number in range(size):
        pattern, begins = when(number), dt.datetime.combine(start(number), dt.time())
        until = dt.datetime.combine(LAST, dt.time())
        if pattern.nth:
            days = [weekday(day, nth) for nth in pattern.nth for day in pattern.weekdays]
            rule = rrule(MONTHLY, byweekday=days, dtstart=begins, until=until)
        else:
            rule = rrule(WEEKLY, byweekday=pattern.weekdays, dtstart=begins, until=until)
        count += sum(1 for _ in rule)
    return count


def timed(work: Callable[[], int], rounds: int) -> tuple[int, float]:
    """What the work returned, and its shortest CPU time in seconds."""
    best, count = float("inf"), 0
    # As in a build, which makes no garbage in circles.
    gc.disable()
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        count = work()
        best = min(best, time.process_time() - began)
    return count, best


def main() -> None:
    """Prints a table, a row for each size."""
    print("places    shifts   shifts/s   bare dates/s   time of ours / bare   µs per shift")
    each = []
    for size in SIZES:
        made, rounds = town(size), max(3, min(30, 3000 // size))

        def ours(made: Town = made) -> int:
            return len(shifts(made, FIRST, LAST))

        def theirs(size: int = size) -> int:
            return bare(size)

        count, seconds = timed(ours, rounds)
        dates, bare_seconds = timed(theirs, rounds)
        each.append(seconds / count * 1e6)
        rates = f"{count / seconds:>10,.0f} {dates / bare_seconds:>14,.0f}"
        print(f"{size:>6,} {count:>9,} {rates} {seconds / bare_seconds:>18.2f} x {each[-1]:>14.2f}")
    growth = each[-1] / min(each[:-1])
    print(f"growth: a shift of the largest town takes {growth:.2f} x that of a smaller one (linear: 1)")


if __name__ == "__main__":
    main()
