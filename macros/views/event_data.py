"""An event as machines read it (schema.org): when and where it is, and whether it takes place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.event_words import where_words
from macros.domain.events import Status, status
from macros.models.events import Event
from macros.models.town import Town
from macros.views.structured import structured

# Of what is held again and again the next few are enough.
MOST = 6
# What has been held went as scheduled: there is no word for it.
_STATUS: dict[Status, str] = {
    "planned": "EventScheduled",
    "moved": "EventRescheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
    "held": "EventScheduled",
}


def event_data(edition: Edition, days: Iterable[Event]) -> Markup:
    """The structured data of an event's page; nothing that is a sample, or vague, is in it."""
    known = [day for day in days if day.date.day and not day.sample]
    coming = [day for day in known if day.last.last >= edition.today] or known[-1:]
    return Markup().join(structured("Event", _about(edition, day)) for day in coming[:MOST])


def _about(edition: Edition, event: Event) -> dict[str, Any]:
    town = edition.town
    return {
        "name": event.title,
        "startDate": _moment(event, first=True),
        "endDate": _moment(event, first=False),
        "previousStartDate": [str(day) for day in event.was if day.day][-1:],
        "eventStatus": f"https://schema.org/{_STATUS[status(event, edition.today)]}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": _location(town, event),
        "description": event.cancelled or event.postponed or event.summary,
        "organizer": [_unit(name) for name in event.organisers] or [_unit(town.site.office.name)],
        "contributor": [_unit(name) for name in event.partners],
        "audience": {"@type": "Audience", "audienceType": event.audience} if event.audience else None,
        "superEvent": next(
            (
                {"@type": "EventSeries", "name": one.name}
                for one in town.events.series
                if one.id == event.series
            ),
            None,
        ),
    }


def _moment(event: Event, *, first: bool) -> str:
    day = event.date.first if first else event.last.last
    if event.hours is None:
        return str(day)
    return f"{day}T{(event.hours.start if first else event.hours.end):%H:%M}:00+08:00"


def _location(town: Town, event: Event) -> dict[str, Any] | None:
    place = town.place_by_id[event.place] if event.place else None
    words = where_words(event, place)
    if not words:
        return None
    known = place.address if place and place.address and "address" not in place.sample else None
    return {"@type": "Place", "name": words, "address": known or town.site.town}


def _unit(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}
