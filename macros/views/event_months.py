"""A month of events as a table of its days, and what each year came to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain import days
from macros.domain.edition import Edition
from macros.domain.event_totals import YearTotals
from macros.domain.event_words import change_words
from macros.models.events import Event
from macros.views.templates import render

# A day of more would make the page too large; the pages of years have them all.
ON_A_DAY = 6
# Names of units and villages in a table that slow phones can take.
ROWS = 300


@dataclass(frozen=True)
class MonthDay:
    """A day of the month with its events, each with its address and change; so many more aren't shown."""

    date: dt.date
    events: tuple[tuple[Event, str, str], ...] = ()
    more: int = 0


def month_path(month: dt.date) -> str:
    """The path of the page of a month."""
    return f"events/months/{month:%Y-%m}"


def totals_path(year: int) -> str:
    """The path of the page of a year's totals."""
    return f"events/totals/{year}"


def event_month(edition: Edition, month: dt.date) -> Markup:
    """One month as a calendar, with links to those beside it."""
    months = list(edition.events.months)
    place = months.index(month)
    after = days.next_month(month)
    on = _by_day(edition.events.months[month], month, after - days.ONE_DAY)
    grid = [
        [_day(edition, day, on.get(day, ())) for day in days.each(monday, days.sunday(monday))]
        for monday in days.each(days.monday(month), after - days.ONE_DAY)
        if monday.weekday() == 0
    ]
    return render(
        "event-month",
        month=month,
        grid=grid,
        before=months[place - 1] if place else None,
        after=months[place + 1] if place + 1 < len(months) else None,
    )


def event_totals(edition: Edition, totals: YearTotals) -> Markup:
    """What the events of a year come to."""
    years = [(one.year, totals_path(one.year)) for one in edition.events.totals]
    groups = (("按类别", totals.categories), ("按村居", totals.villages), ("按单位", totals.units))
    shown = [(title, parts[:ROWS], len(parts) - ROWS) for title, parts in groups if parts]
    return render("event-totals", totals=totals, groups=shown, years=years)


def _by_day(events: Iterable[Event], first: dt.date, last: dt.date) -> dict[dt.date, list[Event]]:
    found: dict[dt.date, list[Event]] = {}
    for event in sorted(events, key=lambda one: (one.hours.start if one.hours else dt.time.min, one.id)):
        for day in days.each(max(event.date.first, first), min(event.last.last, last)):
            found.setdefault(day, []).append(event)
    return found


def _day(edition: Edition, day: dt.date, events: Iterable[Event]) -> MonthDay:
    held = tuple((event, edition.events.address(event), change_words(event)) for event in events)
    return MonthDay(day, held[:ON_A_DAY], max(0, len(held) - ON_A_DAY))
