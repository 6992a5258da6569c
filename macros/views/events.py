"""Events as HTML: the list of all, the next few, those of a place, and the page of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain import events as domain
from macros.domain.contacts import asking_phone
from macros.domain.edition import Edition
from macros.models.contacts import Phone
from macros.models.dates import PartialDate
from macros.models.events import Event, Figures, Year
from macros.models.places import Place
from macros.models.town import Town
from macros.views.filters import FilterGroup, filter_group
from macros.views.templates import render

# Kept ready behind the few that show, for the weeks in which nobody builds the site anew.
RESERVE = 9


@dataclass(frozen=True)
class EventCard:
    """An event with its place, and whether it waits behind the first few.

    `left` is set on the card that stands at a day from which the event has moved.
    """

    event: Event
    place: Place | None
    waiting: bool = False
    left: PartialDate | None = None

    @property
    def villages(self) -> tuple[str, ...]:
        """The villages it is for: those named, or those its place serves."""
        return self.event.villages or (self.place.villages if self.place else ())


@dataclass(frozen=True)
class YearGroup:
    """A year of the list; one without events or figures waits for events to pass."""

    year: int
    cards: tuple[EventCard, ...]
    summary: Year | None = None


@dataclass(frozen=True)
class Contact:
    """Who answers questions about events."""

    name: str
    phone: Phone | None


def event_list(edition: Edition) -> Markup:
    """The list of all events: those to come, then those of each year, with filters."""
    town, today = edition.town, edition.today
    cards = _cards(town, town.events.events)
    return render(
        "event-overview",
        coming=_agenda(town, town.events.events, today),
        years=_years(town, today),
        filters=_filters(town, cards),
        total=len(cards),
        contact=_contact(town),
    )


def coming_events(edition: Edition, limit: int = 3) -> Markup:
    """The next few events, for the home page."""
    town, today = edition.town, edition.today
    cards = _agenda(town, town.events.events, today, limit)
    return render("coming-events", cards=cards, limit=limit, contact=_contact(town))


def place_events(edition: Edition, place: Place, limit: int = 5) -> Markup:
    """The next few events at a place or for its villages."""
    town, today = edition.town, edition.today
    here = domain.at_place(town.events.events, place)
    cards = _agenda(town, here, today, limit)
    return render("coming-events", cards=cards, limit=limit, contact=_contact(town))


def event_page(edition: Edition, event: Event) -> Markup:
    """The page of one event."""
    town, place = edition.town, _place(edition.town, event)
    figures = event.figures or Figures()
    return render(
        "event-page",
        card=EventCard(event, place),
        figures=figures if figures.named else None,
        contact=_contact(town, place),
    )


def _agenda(
    town: Town, events: Iterable[Event], today: dt.date, limit: int | None = None
) -> tuple[EventCard, ...]:
    chosen = domain.agenda(events, today)[: None if limit is None else limit + RESERVE]
    return tuple(
        EventCard(
            entry.event,
            _place(town, entry.event),
            waiting=limit is not None and number >= limit,
            left=entry.left,
        )
        for number, entry in enumerate(chosen)
    )


def _cards(town: Town, events: Iterable[Event]) -> tuple[EventCard, ...]:
    return tuple(EventCard(event, _place(town, event)) for event in events)


def _place(town: Town, event: Event) -> Place | None:
    return town.place_by_id[event.place] if event.place else None


def _years(town: Town, today: dt.date) -> tuple[YearGroup, ...]:
    groups = {
        year.year: YearGroup(year.year, _cards(town, year.events), year.summary)
        for year in domain.years(town.events, today)
    }
    for event in domain.coming(town.events.events, today):
        groups.setdefault(event.date.year, YearGroup(event.date.year, ()))
    return tuple(groups[year] for year in sorted(groups, reverse=True))


def _filters(town: Town, cards: tuple[EventCard, ...]) -> tuple[FilterGroup, ...]:
    categories = [[card.event.category] for card in cards]
    villages = [village for place in town.places for village in place.villages]
    return (
        *filter_group("category", "类别", town.events.categories, categories),
        *filter_group("village", "村居", villages, [card.villages for card in cards], unused=True),
    )


def _contact(town: Town, place: Place | None = None) -> Contact:
    if place and (phone := asking_phone(place.phones)):
        return Contact(place.name, phone)
    return Contact(town.site.office.name, asking_phone(town.site.office.phones))
