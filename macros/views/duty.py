"""Duty as residents read it: weeks, months, and the dates of one place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain import days
from macros.domain.edition import Edition
from macros.domain.roster import DutyDay, DutyWeek, Roster
from macros.models.places import Place
from macros.views.templates import render

WEEKS_SHOWN = 5
PLACES_WITH_TABLES = 40


@dataclass(frozen=True)
class Beyond:
    """Where a page's own dates end before the roster: the months go on from `first`.

    They are offered from `from_day` on, when little or nothing is left on the page.
    """

    from_day: dt.date
    first: dt.date
    last: dt.date


def beyond(roster: Roster, shown: dt.date, from_day: dt.date) -> Beyond | None:
    """What a page that ends on the day `shown` says of later ones; None when it has all there is."""
    if shown >= roster.last:
        return None
    return Beyond(from_day, shown + days.ONE_DAY, roster.last)


def weeks_end(roster: Roster) -> dt.date:
    """The last day of the weeks that the duty page has."""
    return min(days.monday(roster.today) + dt.timedelta(weeks=WEEKS_SHOWN, days=-1), roster.last)


def duty_weeks(edition: Edition) -> Markup:
    """This week, the next, and some spare ones for the day the site isn't rebuilt."""
    roster = edition.roster
    monday, end = days.monday(roster.today), weeks_end(roster)
    mondays = [monday + dt.timedelta(weeks=number) for number in range(WEEKS_SHOWN)]
    every = roster.days(monday)
    weeks = [
        DutyWeek(first, tuple(day for day in every if days.monday(day.date) == first)) for first in mondays
    ]
    return render(
        "duty-weeks",
        weeks=weeks,
        beyond=beyond(roster, end, mondays[-1]),
        office=roster.town.site.office,
        last=roster.last,
    )


def duty_months(edition: Edition) -> Markup:
    """The way to each month's calendar."""
    return render("duty-months", months=months_of(edition.roster))


def duty_table(edition: Edition, place: Place) -> Markup:
    """Every date of a place, by month."""
    return render(
        "duty-table",
        months=edition.rosters[place.id].months(),
        caption=f"{place.name}的值班日期",
        office=edition.town.site.office,
        last=edition.last,
    )


def duty_places(edition: Edition) -> Markup:
    """A table for each place that has a duty; only links where the tables would be too many."""
    patterns, rosters = edition.patterns, edition.rosters
    entries = [
        {"place": place, "months": rosters[place.id].months(), "pattern": patterns.get(place.id, ())}
        for place in edition.town.places
        if rosters[place.id].shifts
    ]
    return render(
        "duty-places",
        entries=entries,
        whole=len(entries) <= PLACES_WITH_TABLES,
        office=edition.town.site.office,
        last=edition.last,
    )


def months_of(roster: Roster) -> list[dt.date]:
    """The first days of the months that the roster touches."""
    first, found = roster.today.replace(day=1), []
    while first <= roster.last:
        found.append(first)
        first = days.next_month(first)
    return found


def duty_kinds(edition: Edition) -> Markup:
    """What each kind of rotation that the town has means."""
    return render("duty-kinds", kinds={rotation.kind for rotation in edition.town.duty.rotations})


def duty_month(edition: Edition, month: dt.date) -> Markup:
    """One month as a calendar, with links to the months beside it."""
    roster = edition.roster
    months = months_of(roster)
    place = months.index(month)
    on = {day.date: day for day in roster.days(month)}
    start, after = days.monday(month), days.next_month(month)
    grid = [
        [on.get(day, DutyDay(day, ())) for day in (monday + dt.timedelta(days=n) for n in range(7))]
        for monday in (start + dt.timedelta(weeks=week) for week in range(6))
        if monday < after
    ]
    return render(
        "duty-month",
        grid=grid,
        month=month,
        planned=any(day.planned for day in on.values() if day.date < after),
        before=months[place - 1] if place else None,
        after=months[place + 1] if place + 1 < len(months) else None,
        office=roster.town.site.office,
        last=roster.last,
    )
