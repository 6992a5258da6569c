"""The page of one place, and what each group of places is."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from macros.domain.calls import listed_for
from macros.domain.days import short
from macros.domain.duty.cover import promise
from macros.domain.edition import Edition
from macros.domain.lectures import lectures
from macros.domain.places import grouped
from macros.models.places import Place
from macros.models.site import GroupWords
from macros.views.calendars import calendar_link
from macros.views.duty import duty_table
from macros.views.duty_now import place_now
from macros.views.events import place_events
from macros.views.notices import notices_at
from macros.views.opening import opening_line
from macros.views.place_cards import place_links
from macros.views.place_data import place_data
from macros.views.place_sketch import place_sketch
from macros.views.templates import render


def place_page(edition: Edition, place: Place) -> Markup:
    """Everything about one place."""
    town = edition.town
    words = town.site.groups.of(place.group)
    now, nearest = place_now(edition, place)
    shown = render(
        "place-page",
        place=place,
        words=words,
        notices=notices_at(town.site.notices, place, edition.today),
        opening=opening_line(edition.openings, place),
        now=now,
        nearest=nearest,
        services=_services(words, place),
        way=_way(edition, place),
        table=duty_table(edition, place),
        calendar=calendar_link(place) if edition.rosters[place.id].shifts else Markup(),
        events=place_events(edition, place),
    )
    # In a large town posters are only made for printing.
    poster = Markup() if edition.wards else render("poster-link", place=place)
    return shown + poster + place_data(edition, place)


def _services(words: GroupWords, place: Place) -> Markup:
    return render(
        "place-services",
        place=place,
        words=words,
        services=place.services or words.services,
        bring=place.bring or words.bring,
    )


def _way(edition: Edition, place: Place) -> Markup:
    return render(
        "place-way",
        place=place,
        patterns=edition.patterns.get(place.id, ()),
        promised=_promised(edition, place),
        phones=listed_for(edition.town.site, place, edition.today),
        sketch=place_sketch(edition.town, place, edition.around),
        links=place_links(edition.town, place),
    )


def _promised(edition: Edition, place: Place) -> tuple[str, ...]:
    """What the place is promised in words, and the year's lectures, if some are."""
    if place.cover is None:
        return ()
    year, town = edition.today.year, edition.town
    span = dt.date(year, 1, 1), dt.date(year, 12, 31)
    found = lectures(town.events.events, place, town.place_by_id, *span) if place.cover.lectures else ()
    told = (f"{year}年的讲座：{'、'.join(map(short, found))}",) if found else ()
    return promise(place.cover), *told


def group_words(edition: Edition) -> Markup:
    """What each kind of place is, in plain words."""
    groups = [
        {"id": group, "words": edition.town.site.groups.of(group), "count": len(members)}
        for group, members in grouped(edition.town.places)
    ]
    return render("group-words", groups=groups)
