"""The page of one event: before it what it will be, after it how it was; of several days each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.event_words import event_text
from macros.domain.occurrences import shown
from macros.models.events import Event, Figures
from macros.models.places import Place
from macros.models.recaps import Recap
from macros.models.town import Town
from macros.views.event_calendars import event_calendar, in_calendar
from macros.views.event_data import event_data
from macros.views.event_feeds import event_feed_of
from macros.views.events import EventCard, contact_of
from macros.views.templates import render


@dataclass(frozen=True)
class RecapShown:
    """How a day was, with the pictures that may be shown, and the film's title and address."""

    text: str
    pictures: tuple[tuple[str, str], ...]
    video: tuple[str, str] | None

    @property
    def paragraphs(self) -> list[str]:
        """The text's paragraphs."""
        return [line for line in self.text.splitlines() if line.strip()]


@dataclass(frozen=True)
class EventDay:
    """A day of an event that is held again and again, whether it is elsewhere, and how it was."""

    card: EventCard
    elsewhere: bool
    figures: Figures | None
    recap: RecapShown | None


def event_page(edition: Edition, event: Event) -> Markup:
    """The page of one event."""
    town, today = edition.town, edition.today
    days = edition.events.days.get(event.id, (event,)) if event.when else (event,)
    place = _place(town, event)
    coming, past = shown(days, today) if event.when else ((event,), ())
    picture = event.picture if event.picture and event.picture.published(today) else None
    page = render(
        "event-page",
        card=EventCard(event, place),
        picture=(picture.file, picture.alt) if picture else None,
        figures=_figures(event),
        recap=recap_shown(edition, event.recap),
        contact=contact_of(town, today, event, place),
        series=next((one for one in town.events.series if one.id == event.series), None),
        message=event_text(town, coming[0]) if coming else "",
        coming=list(_shown(edition, event, coming)) if event.when else [],
        years=[(year, list(held)) for year, held in groupby(_shown(edition, event, past), key=_year)],
        calendar=event_calendar(event.id) if in_calendar(edition, event) else "",
        feed=event_feed_of(event.id) if event.id in edition.events.told else "",
    )
    return page + event_data(edition, days)


def recap_shown(edition: Edition, recap: Recap | None) -> RecapShown | None:
    """A recap as it may be shown on that day."""
    if recap is None:
        return None
    town = edition.town
    pictures = tuple((one.file, one.alt) for one in recap.pictures if one.published(edition.today))
    video = next((one for one in town.videos.videos if one.id == recap.video), None)
    film = (video.title, town.addresses.get(video.id, "videos.html")) if video else None
    return RecapShown(recap.text, pictures, film)


def _shown(edition: Edition, event: Event, days: Iterable[Event]) -> Iterator[EventDay]:
    for day in days:
        card = EventCard(day, _place(edition.town, day))
        elsewhere = (day.place, day.venue) != (event.place, event.venue)
        yield EventDay(card, elsewhere, _figures(day), recap_shown(edition, day.recap))


def _figures(event: Event) -> Figures | None:
    return event.figures if event.figures and event.figures.named else None


def _year(day: EventDay) -> int:
    return day.card.event.date.year


def _place(town: Town, event: Event) -> Place | None:
    return town.place_by_id[event.place] if event.place else None
