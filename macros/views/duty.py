"""Duty as residents read it: months, the dates of one place, and where a page's own dates end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from macros.domain import days
from macros.domain.edition import Edition
from macros.domain.roster import Roster
from macros.domain.shift_view import DutyDay
from macros.models.places import Place
from macros.views.templates import render

WEEKS_SHOWN = 5


@dataclass(frozen=True)
class Beyond:
    """Where a page's own dates end before the roster: where the days from `first` on are to be found.

    They are offered from `from_day` on, when little or nothing is left on the page.
    """

    from_day: dt.date
    first: dt.date
    last: dt.date
    by: Literal["month", "ward", "place"]


def beyond(
    edition: Edition, shown: dt.date, from_day: dt.date, by: Literal["ward", "place"] = "ward"
) -> Beyond | None:
    """What a page that ends on the day `shown` says of later ones; None when it has all there is.

    They are on the pages of months; in a large town, which has none, in its wards or places.
    """
    if shown >= edition.last:
        return None
    return Beyond(from_day, shown + days.ONE_DAY, edition.last, by if edition.wards else "month")


def weeks_end(roster: Roster) -> dt.date:
    """The last day of the weeks that the duty page has."""
    return min(days.monday(roster.today) + dt.timedelta(weeks=WEEKS_SHOWN, days=-1), roster.last)


def duty_table(edition: Edition, place: Place) -> Markup:
    """Every date of a place, by month."""
    return render(
        "duty-table",
        stretches=edition.rosters[place.id].stretches(),
        caption=f"{place.name}的值班日期",
        office=edition.town.site.office,
        last=edition.last,
    )


def duty_places(edition: Edition, places: Iterable[Place], *, whole: bool) -> Markup:
    """How often there is a duty at each place that has one: with a table of its dates, or a link there."""
    patterns, rosters = edition.patterns, edition.rosters
    entries = [
        {
            "place": place,
            "stretches": rosters[place.id].stretches() if whole else (),
            "pattern": patterns.get(place.id, ()),
        }
        for place in places
        if rosters[place.id].shifts
    ]
    return render(
        "duty-places", entries=entries, whole=whole, office=edition.town.site.office, last=edition.last
    )


def months_of(edition: Edition) -> list[dt.date]:
    """The first days of the months that have a page: all that the roster touches, none in a large town."""
    if edition.wards:
        return []
    first, found = edition.today.replace(day=1), []
    while first <= edition.last:
        found.append(first)
        first = days.next_month(first)
    return found


def duty_kinds(edition: Edition) -> Markup:
    """What each kind of rotation that the town has means."""
    return render("duty-kinds", kinds={rotation.kind for rotation in edition.town.duty.rotations})


def duty_month(edition: Edition, month: dt.date) -> Markup:
    """One month as a calendar, with links to the months beside it."""
    roster = edition.roster
    months = months_of(edition)
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
