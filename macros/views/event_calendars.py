"""Events as iCalendar (RFC 5545): a file for each event, each village, each series, and the whole town.

What is postponed is cancelled in a calendar: nothing takes place on that day. The day that it
gets later is the same entry again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.domain.days import ONE_DAY
from macros.domain.edition import Edition
from macros.domain.event_told import EventFollow, ToldEvent, event_now
from macros.domain.followed import identity
from macros.domain.occurrences import Occurrence
from macros.models.events import Event
from macros.models.town import Town
from macros.views.event_villages import village_slug
from macros.views.ics import calendar, lines, local, midnight, text

FOLDER = "calendars/events"
ALL = "calendars/events.ics"
_SAID = {"cancelled": "取消：", "postponed": "延期：", "moved": "", "planned": ""}


def event_calendar_files(edition: Edition, address: str) -> Iterator[tuple[str, bytes]]:
    """Every calendar of events with its path on the site; `address` is the site's own, if it is known."""
    town, ending = edition.town, identity(edition.town)
    shown = [
        (one, _entry(one, ending, address))
        for one in sorted(edition.event_follows, key=lambda one: (one.told.day, one.name))
        if one.told.dated
    ]
    names = {event.id: event.title for event in town.events.events}
    series = {one.id: one.name for one in town.events.series}
    yield ALL, _calendar(f"{town.site.name}活动", (entry for _, entry in shown))
    for name, held in _grouped((one.told.event, entry) for one, entry in shown).items():
        yield event_calendar(name), _calendar(names.get(name, "活动"), held)
    of_series = _grouped((one.told.series, entry) for one, entry in shown if one.told.series in series)
    for name, called in series.items():
        yield series_calendar(name), _calendar(called, of_series.get(name, ()))
    of_village = _grouped((name, entry) for one, entry in shown for name in one.told.villages)
    for name in edition.events.villages:
        yield village_calendar(town, name), _calendar(f"{name}活动", of_village.get(name, ()))


def event_calendar(name: str) -> str:
    """The path of an event's own calendar."""
    return f"{FOLDER}/{name}.ics"


def series_calendar(name: str) -> str:
    """The path of the calendar of a series."""
    return f"{FOLDER}/series/{name}.ics"


def village_calendar(town: Town, name: str) -> str:
    """The path of the calendar of a village."""
    return f"{FOLDER}/villages/{village_slug(town, name)}.ics"


def in_calendar(edition: Edition, event: Event) -> bool:
    """Whether the event has a calendar of its own."""
    return not isinstance(event, Occurrence) and event.id in edition.events.followed


def _calendar(name: str, entries: Iterable[bytes]) -> bytes:
    return calendar(name, entries, product="events")


def _entry(one: EventFollow, ending: str, address: str) -> bytes:
    told, stamp = event_now(one), midnight(one.changed)
    off = told.fate in ("cancelled", "postponed")
    said = "\n".join((*told.lines, *((told.recap,) if told.recap else ())))
    return lines(
        (
            "BEGIN:VEVENT",
            f"SUMMARY:{text(_SAID[told.fate] + told.title)}",
            *_span(told),
            f"DTSTAMP:{stamp}",
            f"UID:{text(f'{one.name}@{ending}')}",
            f"SEQUENCE:{one.sequence}",
            f"DESCRIPTION:{text(said)}",
            f"LAST-MODIFIED:{stamp}",
            *((f"LOCATION:{text(told.location)}",) if told.location else ()),
            *((f"URL:{address.rstrip('/')}/{told.address}",) if address else ()),
            f"STATUS:{'CANCELLED' if off else 'CONFIRMED'}",
            "END:VEVENT",
        )
    )


def _span(told: ToldEvent) -> Iterator[str]:
    """When it is: whole days, or its hours, of each day where it takes several."""
    if told.session is None:
        yield f"DTSTART;VALUE=DATE:{told.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{told.last + ONE_DAY:%Y%m%d}"
        return
    yield f"DTSTART{local(told.day, told.session.start)}"
    yield f"DTEND{local(told.day, told.session.end)}"
    if told.last > told.day:
        yield f"RRULE:FREQ=DAILY;COUNT={(told.last - told.day).days + 1}"


def _grouped(entries: Iterable[tuple[str | None, bytes]]) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for key, entry in entries:
        if key is not None:
            found.setdefault(key, []).append(entry)
    return found
