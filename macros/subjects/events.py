"""events.yml on the site: the list of all, a page each, and pages of years where they are many."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views.events import event_list, event_page, year_page, year_pages
from macros.views.search import Entry


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for event in edition.town.events.events:
        made = page(f"events/{event.id}", event.title, event_page, edition, event)
        about = f"示例：{event.summary}" if event.sample else event.summary
        yield made.described(about).below("活动", "events.html")
    for year in year_pages(edition):
        yield page(year.path, year.title, year_page, year)


def _entries(town: Town) -> Iterator[Entry]:
    for event in town.events.events:
        yield Entry(event.title, "活动", f"events/{event.id}.html", (), event.summary)


EVENTS = Subject(
    "events",
    macros={"event_list": event_list},
    pages=_pages,
    entries=_entries,
)
