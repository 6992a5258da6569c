"""The next weeks of duty: of a whole town, of the wards of a large one; and the ways to every other date."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from macros.domain import days
from macros.domain.edition import Edition
from macros.domain.fitting import Fitting, fitting
from macros.domain.roster import Roster
from macros.domain.shift_view import DutyWeek
from macros.domain.wards import Ward
from macros.views.duty import Beyond, beyond, duty_places, months_of, weeks_end
from macros.views.templates import render
from macros.views.wards import ward_list
from macros.views.weight import first_fitting, fits

# So many rows of a table, or of a list, a page usually holds; fewer where a row has many people or notes.
WEEK_ROWS = (150, 75, 40, 20)
DAY_ROWS = (200, 100, 50, 25)


def duty_weeks(edition: Edition) -> Markup:
    """This week, the next, and some spare ones for the day the site isn't rebuilt.

    Of a large town only the next days.
    """
    line = render("my-village", shows="duty")
    if edition.wards:
        beside = ward_list(edition, "duty")
        return line + first_fitting((_next_days(edition, most) for most in DAY_ROWS), beside)
    places = duty_places(edition, edition.town.places, whole=False)
    return line + first_fitting((_town_weeks(edition, most) for most in WEEK_ROWS), places)


def _next_days(edition: Edition, most: int) -> Markup:
    """Today and the days after it with everybody in them, as many as have so many rows."""
    roster = edition.roster
    found = fitting(roster.days(), roster.last, most)
    return render(
        "duty-days",
        days=found.days,
        towns={place.id: ward.town for ward in edition.wards for place in ward.places},
        beyond=beyond(edition, found.last, max(found.last, roster.today)),
        office=roster.town.site.office,
        last=roster.last,
    )


def _town_weeks(edition: Edition, most: int) -> Markup:
    found = fitting_weeks(edition.roster, most)
    return _weeks(edition.roster, found, beyond(edition, found.last, _from_day(found, edition.today)))


def _ward_weeks(edition: Edition, ward: Ward, most: int) -> Markup:
    roster = edition.ward_rosters[ward.id]
    found = fitting_weeks(roster, most)
    return _weeks(roster, found, beyond(edition, found.last, _from_day(found, edition.today), by="place"))


def fitting_weeks(roster: Roster, most: int) -> Fitting:
    """The days of the weeks with so many rows: from this Monday on, or from today where they are too many."""
    end = weeks_end(roster)
    for first in (days.monday(roster.today), roster.today):
        found = fitting([day for day in roster.days(first) if day.date <= end], end, most)
        if found.last == end:
            break
    return found


def _from_day(found: Fitting, today: dt.date) -> dt.date:
    """The day from which little is left on the page: the Monday of its last week."""
    return max(days.monday(found.last), today)


def _weeks(roster: Roster, found: Fitting, later: Beyond | None) -> Markup:
    first, end = days.monday(roster.today), weeks_end(roster)
    weeks = [
        DutyWeek(monday, tuple(day for day in found.days if days.monday(day.date) == monday))
        for monday in days.each(first, end)
        if monday.weekday() == 0
    ]
    # Of a week that is left out nothing is known here, not even that it is empty.
    known = [week for week in weeks if week.days or min(week.last, end) <= found.last]
    return render("duty-weeks", weeks=known, beyond=later, office=roster.town.site.office, last=roster.last)


def duty_ways(edition: Edition) -> Markup:
    """The ways to every date: by month and by place, in a large town by ward."""
    if edition.wards:
        return render("duty-ways", wards=ward_list(edition, "duty"), months=Markup(), places=Markup())
    months = render("duty-months", months=months_of(edition))
    tables = duty_places(edition, edition.town.places, whole=True)
    light = not fits(duty_weeks(edition), months, tables)
    places = duty_places(edition, edition.town.places, whole=False) if light else tables
    return render("duty-ways", wards=Markup(), months=months, places=places)


def ward_duty(edition: Edition, ward: Ward) -> Markup:
    """The page of a ward's duty: its weeks as far as the page holds them, and the way to every date."""
    places = duty_places(edition, ward.places, whole=False)
    weeks = first_fitting((_ward_weeks(edition, ward, most) for most in WEEK_ROWS), places)
    return render("ward-duty", ward=ward, weeks=weeks, places=places)
