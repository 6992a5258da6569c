"""The page of one place."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain.calls import listed_for
from macros.domain.places import Surroundings
from macros.domain.roster import Roster
from macros.models.places import Place
from macros.models.town import Town
from macros.views import duty
from macros.views.calendars import calendar_link
from macros.views.events import place_events
from macros.views.notices import notices_at
from macros.views.opening import Openings
from macros.views.place_cards import place_links
from macros.views.place_sketch import place_sketch
from macros.views.templates import render


def place_page(
    town: Town,
    place: Place,
    roster: Roster,
    patterns: tuple[str, ...],
    around: Surroundings,
    openings: Openings,
    nearest: Markup,
    root: str,
) -> Markup:
    """Everything about one place; `roster` holds its own shifts, `nearest` says where to go meanwhile."""
    words = town.site.groups.of(place.group)
    return render(
        "place-page",
        place=place,
        words=words,
        services=place.services or words.services,
        bring=place.bring or words.bring,
        phones=listed_for(town.site, place, roster.today),
        patterns=patterns,
        notices=notices_at(town.site.notices, place, roster.today),
        opening=openings.line(place),
        now=duty.duty_now(roster, root, place),
        nearest=nearest,
        calendar=calendar_link(place, root) if roster.shifts else Markup(),
        table=duty.duty_table(roster, f"{place.name}的值班日期"),
        sketch=place_sketch(town, place, around, root=root),
        links=place_links(town, place),
        events=place_events(town, place, roster.today, root),
        root=root,
    )
