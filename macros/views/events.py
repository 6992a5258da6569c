"""Events as HTML: the list of all, the next few, those of a place, the pages of years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain import events as domain
from macros.domain.contacts import asking_phone
from macros.domain.days import month
from macros.domain.edition import Edition
from macros.domain.occurrences import few
from macros.domain.wards import parts
from macros.models.contacts import Phone, is_mobile
from macros.models.dates import PartialDate
from macros.models.events import Event
from macros.models.places import Place
from macros.models.town import Town
from macros.models.years import Year
from macros.views.filters import FilterGroup, filter_group
from macros.views.templates import render

# Kept ready behind the few that show, for the weeks in which nobody builds the site anew.
RESERVE = 2
# What is held every week would have a short list for itself.
FEW = 1
# An event has up to 20 elements, and may stand twice: at the day it was to be and at the one it has.
TOGETHER = 90
COMING = 60


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
        """The villages it is for."""
        return self.event.villages or (self.place.villages if self.place else ())

    @property
    def day(self) -> PartialDate:
        """The day at which the card stands."""
        return self.left or self.event.date

    @property
    def month(self) -> str:
        """Its month in an address, such as `2026-12`; empty where it isn't known."""
        return f"{self.day.first:%Y-%m}" if self.day.month else ""


@dataclass(frozen=True)
class YearGroup:
    """A year of the list; one without events or figures waits for events to pass."""

    year: int
    cards: tuple[EventCard, ...]
    summary: Year | None = None


@dataclass(frozen=True)
class YearPage:
    """A page of a long list: events of one year, the latest first; `number` of so many pages of that year."""

    path: str
    year: int
    number: int
    of: int
    cards: tuple[EventCard, ...]
    summary: Year | None

    @property
    def title(self) -> str:
        """What it is called."""
        more = f"（{self.number}/{self.of}）" if self.of > 1 else ""
        return f"{self.year}年的活动{more}"


@dataclass(frozen=True)
class Contact:
    """Who answers questions about events; after `until`, the end of a consent, it is `later`."""

    name: str
    phone: Phone | None
    until: dt.date | None = None
    later: Contact | None = None


def event_list(edition: Edition) -> Markup:
    """All events: those to come, then those of each year, with filters; of many the way to their years."""
    town, today = edition.town, edition.today
    if is_long(edition):
        coming = _agenda(town, edition.events.listed, today)[:COMING]
        return render(
            "event-years",
            coming=coming,
            years=year_pages(edition),
            filters=_filters(edition, coming),
            contact=contact(town),
        )
    cards = _cards(town, edition.events.listed)
    return render(
        "event-overview",
        coming=_agenda(town, edition.events.listed, today),
        years=_years(edition),
        filters=_filters(edition, cards),
        total=len(cards),
        contact=contact(town),
    )


def is_long(edition: Edition) -> bool:
    """Whether the events are more than one page can hold."""
    return len(edition.events.listed) > TOGETHER


def year_pages(edition: Edition) -> list[YearPage]:
    """The pages of a long list, the latest year first; a year of many events has several."""
    town = edition.town
    if not is_long(edition):
        return []
    summaries = {year.year: year for year in town.years.years}
    found = []
    by_year: dict[int, list[Event]] = {year: [] for year in summaries}
    for event in edition.events.listed:
        by_year.setdefault(event.date.year, []).append(event)
    for year in sorted(by_year, reverse=True):
        ordered = sorted(by_year[year], key=lambda event: event.last.first)
        shelves = parts(ordered[::-1], TOGETHER) or [()]
        for number, events in enumerate(shelves, start=1):
            address = f"events/years/{year}" if number == 1 else f"events/years/{year}-{number}"
            summary = summaries.get(year) if number == 1 else None
            found.append(YearPage(address, year, number, len(shelves), _cards(town, events), summary))
    return found


def year_page(shown: YearPage) -> Markup:
    """One page of the events of a year."""
    return render("event-year", page=shown)


def coming_events(edition: Edition, limit: int = 3) -> Markup:
    """The next few events, for the home page."""
    town, today = edition.town, edition.today
    cards = _agenda(town, few(edition.events.listed, today, FEW), today, limit)
    return render("coming-events", cards=cards, limit=limit, contact=contact(town))


def place_events(edition: Edition, place: Place, limit: int = 5, title: str = "近期活动") -> Markup:
    """The next few events at a place or for its villages; nothing where there are none."""
    town, today = edition.town, edition.today
    cards = _agenda(town, few(edition.events.at[place.id], today, FEW), today, limit)
    if not cards:
        return Markup()
    return render("coming-events", cards=cards, limit=limit, contact=None, title=title)


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


def _years(edition: Edition) -> tuple[YearGroup, ...]:
    town, today = edition.town, edition.today
    groups = {
        year.year: YearGroup(year.year, _cards(town, year.events), year.summary)
        for year in domain.years(edition.events.listed, town.years.years, today)
    }
    for event in domain.coming(edition.events.listed, today):
        groups.setdefault(event.date.year, YearGroup(event.date.year, ()))
    return tuple(groups[year] for year in sorted(groups, reverse=True))


def _filters(edition: Edition, cards: tuple[EventCard, ...]) -> tuple[FilterGroup, ...]:
    town = edition.town
    found = filter_group(
        "category", "类别", town.events.categories, [[card.event.category] for card in cards]
    )
    # Nobody finds a village among thousands in a list to choose from.
    if not edition.wards:
        villages = [village for place in town.places for village in place.villages]
        found += filter_group("village", "村居", villages, [card.villages for card in cards], unused=True)
    months = {card.month: month(card.day.first) for card in cards if card.month}
    found += filter_group(
        "month", "月份", sorted(months), [[card.month] if card.month else [] for card in cards], called=months
    )
    series = {one.id: one.name for one in town.events.series}
    of = [[card.event.series] if card.event.series else [] for card in cards]
    return found + filter_group("series", "系列", series, of, called=series)


def cards_of(edition: Edition, events: Iterable[Event]) -> tuple[EventCard, ...]:
    """The cards of some events."""
    return _cards(edition.town, events)


def contact_of(town: Town, today: dt.date, event: Event, place: Place | None) -> Contact:
    """Who answers questions about the event: whom it names, its place, or the office."""
    own = event.contact
    later = contact(town, place)
    if own is None or not own.published(today):
        return later
    name = own.label or town.site.office.name
    if own.consent is None or own.office or not is_mobile(own.number):
        return Contact(name, own)
    return Contact(name, own, own.consent.until, later)


def contact(town: Town, place: Place | None = None) -> Contact:
    """Who answers questions about what is on at a place, or anywhere."""
    if place and (phone := asking_phone(place.phones)):
        return Contact(place.name, phone)
    return Contact(town.site.office.name, asking_phone(town.site.office.phones))
