"""The page of one place, and what each group of places is."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from macros.domain.before import told_before
from macros.domain.calls import called, listed_for
from macros.domain.days import short
from macros.domain.duty.cover import promise
from macros.domain.edition import Edition
from macros.domain.lectures import lectures
from macros.domain.places import grouped, short_name
from macros.models.places import Place
from macros.models.site import GroupWords
from macros.models.town import Town
from macros.views.calendars import calendar_link
from macros.views.contact_card import card_path
from macros.views.duty import duty_table
from macros.views.duty_now import place_now
from macros.views.events import place_events
from macros.views.notices import notices_at
from macros.views.opening import opening_line
from macros.views.place_cards import place_links
from macros.views.place_data import place_data
from macros.views.place_sketch import place_sketch
from macros.views.templates import render

# So many of the places below one are named on its page.
BELOW = 24


def place_page(edition: Edition, place: Place) -> Markup:
    """Everything about one place."""
    town = edition.town
    words = town.site.groups.of(place.group)
    now, nearest = place_now(edition, place)
    above = edition.tiers.above.get(place.id)
    shown = render(
        "place-page",
        place=place,
        words=words,
        above=(above, called(above)) if above else None,
        notices=notices_at(town.site.notices, place, edition.today),
        opening=opening_line(edition.openings, place, [near.id for near, _ in edition.near(place)]),
        now=now,
        nearest=nearest,
        services=_services(words, place),
        before=_before(town, words, place),
        below=_below(edition, place),
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
    )


def _before(town: Town, words: GroupWords, place: Place) -> Markup:
    """What to know and to bring; what every matter needs isn't said of each."""
    bring = place.bring or words.bring
    known = {topic.id: topic for topic in town.topics.topics}
    more = [
        (known[each], [thing for thing in known[each].bring if thing not in bring]) for each in words.topics
    ]
    told = told_before(place.before, words.before)
    return render(
        "place-before", told=told, topics=[pair for pair in more if pair[1]], place=place, bring=bring
    )


def _below(edition: Edition, place: Place) -> Markup:
    below, site = edition.tiers.below.get(place.id, ()), edition.town.site
    named = [(each, short_name(each, site)) for each in below[:BELOW]]
    return render("place-below", below=named, count=len(below), wide=place.tier == "station")


def _way(edition: Edition, place: Place) -> Markup:
    return render(
        "place-way",
        place=place,
        patterns=edition.patterns.get(place.id, ()),
        promised=_promised(edition, place),
        phones=listed_for(edition.town.site, place, edition.today),
        card=card_path(place),
        sketch=place_sketch(edition.town, place, edition.around, edition.openings.views),
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
