"""events.yml on the site: all, each, by series, village, month and year; calendars and feeds."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Made, Subject, page
from macros.views import event_lists, event_months
from macros.views.event_calendars import event_calendar_files
from macros.views.event_feeds import event_feed, event_feed_files
from macros.views.event_page import event_page
from macros.views.event_villages import village_slug
from macros.views.events import event_list, year_page, year_pages
from macros.views.search import Entry


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for event in edition.town.events.events:
        made = page(f"events/{event.id}", event.title, event_page, edition, event)
        yield made.described(event.summary, sample=event.sample).below("活动", "events.html")
    for made in (*_years(edition), *_lists(edition)):
        yield made.below("活动", "events.html")


def _years(edition: Edition) -> Iterator[GeneratedPage]:
    for year in year_pages(edition):
        yield page(year.path, year.title, year_page, year)
    for month in edition.events.months:
        title = f"{month.year}年{month.month}月的活动"
        yield page(event_months.month_path(month), title, event_months.event_month, edition, month)
    for totals in edition.events.totals:
        path, title = event_months.totals_path(totals.year), f"{totals.year}年办了多少活动"
        yield page(path, title, event_months.event_totals, edition, totals)


def _lists(edition: Edition) -> Iterator[GeneratedPage]:
    yield page(event_lists.BOARD, "近期活动", event_lists.board, edition)
    yield page(event_lists.FOLLOW, "把活动放进手机日历", event_lists.follow, edition)
    for series in edition.town.events.series:
        yield page(f"events/series/{series.id}", series.name, event_lists.series_page, edition, series)
    villages = event_lists.villages(edition)
    for each in villages:
        yield page(each.path, "各村的活动", event_lists.village_list, villages, each)
    for name in edition.events.villages:
        path = f"events/villages/{village_slug(edition.town, name)}"
        yield page(path, f"{name}的活动", event_lists.village_page, edition, name)


def _files(edition: Edition, address: str) -> Iterator[Made]:
    yield from event_calendar_files(edition, address)
    yield from event_feed_files(edition, address)


def _entries(town: Town) -> Iterator[Entry]:
    for event in town.events.events:
        yield Entry(event.title, "活动", f"events/{event.id}.html", (), event.summary)
    for series in town.events.series:
        yield Entry(series.name, "活动", f"events/series/{series.id}.html", (), series.summary or "")


EVENTS = Subject(
    "events",
    macros={
        "event_ways": event_lists.event_ways,
        "event_list": event_list,
        "event_wish": event_lists.event_wish,
    },
    pages=_pages,
    files=_files,
    feed=event_feed,
    entries=_entries,
)
