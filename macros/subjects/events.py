"""events.yml on the site: the list of all, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views.events import event_list, event_page


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for event in edition.town.events.events:
        yield page(f"events/{event.id}", event.title, event_page, edition, event)


EVENTS = Subject(
    "events",
    lambda town: any(event.sample for event in town.events.events),
    macros={"event_list": event_list},
    pages=_pages,
)
