"""Lists of events beside the one of all: of a series, of a village, for the notice board, and by village."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain import events as domain
from macros.domain.days import ONE_DAY, monday
from macros.domain.edition import Edition
from macros.domain.event_words import change_words, week_text, where_words, within
from macros.domain.wards import parts
from macros.models.events import Event, Series
from macros.views.event_calendars import ALL as ALL_CALENDAR
from macros.views.event_calendars import series_calendar, village_calendar
from macros.views.event_feeds import ALL as ALL_FEED
from macros.views.event_feeds import series_feed, village_feed
from macros.views.event_months import month_path, totals_path
from macros.views.event_villages import village_slug
from macros.views.events import EventCard, cards_of, contact
from macros.views.templates import render

BOARD, FOLLOW = "events/lists/board", "events/lists/follow"
# A sheet on a board hangs for two months, and holds so many.
HANGS, ON_BOARD = dt.timedelta(days=62), 60
# Texts for so many weeks wait in the page, for when nobody builds the site anew.
WEEKS = 5
# Of a series with more the pages of years have the rest.
IN_SERIES = 60
# Months that one would look at; each leads to the one after it.
NEAR = 3
# A row of a list of villages is small.
VILLAGES = 400


@dataclass(frozen=True)
class BoardRow:
    """A line on the notice board: an event, its place in words, and what has become of it."""

    card: EventCard
    address: str
    where: str
    change: str


@dataclass(frozen=True)
class Week:
    """The message about a week, which the reader's clock chooses."""

    first: dt.date
    last: dt.date
    text: str


@dataclass(frozen=True)
class VillagePage:
    """A page of the list of villages that have events: its path, and each with its address and count."""

    path: str
    rows: tuple[tuple[str, str, int], ...]


def event_ways(edition: Edition) -> Markup:
    """The ways to other lists of events: months, villages, the board, calendars, totals."""
    book = edition.events
    months = [month for month in book.months if month >= edition.today.replace(day=1)][:NEAR]
    years = [(totals.year, totals_path(totals.year)) for totals in book.totals[:1]]
    return render(
        "event-ways",
        months=[(month, month_path(month)) for month in months],
        villages=next((page.path for page in villages(edition)), ""),
        board=BOARD,
        follow=FOLLOW,
        totals=years,
    )


def event_wish(edition: Edition) -> Markup:
    """Whom to tell which lecture one would like to hear."""
    lectures = edition.town.events.lectures
    example = f"（比如：{lectures[0]}）" if lectures else ""
    message = f"我是____村的，想听{example}：____。方便的时间：____。"
    return render("event-wish", lectures=lectures, contact=contact(edition.town), message=message)


def board(edition: Edition) -> Markup:
    """What a notice board says of the next two months, and the messages about the next weeks."""
    return _sheet(edition, edition.events.every, edition.town.site.town, "", ALL_CALENDAR, ALL_FEED)


def village_page(edition: Edition, name: str) -> Markup:
    """The events of a village as its own notice board has them."""
    town = edition.town
    paths = village_calendar(town, name), village_feed(town, name)
    return _sheet(edition, edition.events.villages[name], name, name, *paths)


def series_page(edition: Edition, series: Series) -> Markup:
    """A series: what it is, its events to come and past."""
    held, today = edition.events.series.get(series.id, ()), edition.today
    over = domain.past(held, today)[:IN_SERIES]
    return render(
        "event-series",
        series=series,
        coming=cards_of(edition, domain.coming(held, today)[:IN_SERIES]),
        past=cards_of(edition, over),
        contact=contact(edition.town),
        calendar=series_calendar(series.id),
        feed=series_feed(series.id),
    )


def follow(edition: Edition) -> Markup:
    """The calendars and feeds of events: of all, and of each series."""
    town = edition.town
    series = [(one.name, series_calendar(one.id), False) for one in town.events.series]
    return render(
        "event-follow-page",
        whole=[("全部活动", ALL_CALENDAR, False)],
        series=series,
        feed=ALL_FEED,
        villages=[page.path for page in villages(edition)][:1],
    )


def villages(edition: Edition) -> list[VillagePage]:
    """The pages that lead to those of the villages; none where no event is for a village."""
    town = edition.town
    rows = [
        (name, f"events/villages/{village_slug(town, name)}", _coming(edition, held))
        for name, held in edition.events.villages.items()
    ]
    return [
        VillagePage("events/lists/villages" + (f"-{number}" if number > 1 else ""), part)
        for number, part in enumerate(parts(rows, VILLAGES), start=1)
    ]


def village_list(pages: list[VillagePage], page: VillagePage) -> Markup:
    """One of these pages."""
    others = [(each.rows[0][0], each.rows[-1][0], each.path) for each in pages if each is not page]
    return render("event-villages", page=page, others=others)


def _coming(edition: Edition, held: Iterable[Event]) -> int:
    return sum(1 for _ in within(held, edition.today, edition.today + HANGS))


def _sheet(
    edition: Edition, events: tuple[Event, ...], title: str, of: str, calendar: str, feed: str
) -> Markup:
    town, today = edition.town, edition.today
    near = sorted(within(events, today, today + HANGS), key=lambda one: (one.date.first, _start(one), one.id))
    return render(
        "event-board",
        title=title,
        of=of,
        rows=tuple(_rows(edition, near[:ON_BOARD])),
        more=max(0, len(near) - ON_BOARD),
        first=today,
        last=today + HANGS,
        weeks=tuple(_weeks(edition, events, of)),
        contact=contact(town),
        calendar=calendar,
        feed=feed,
    )


def _start(event: Event) -> dt.time:
    return event.hours.start if event.hours else dt.time.max


def _rows(edition: Edition, events: Iterable[Event]) -> Iterator[BoardRow]:
    for card in cards_of(edition, events):
        yield BoardRow(
            card,
            edition.events.address(card.event),
            where_words(card.event, card.place),
            change_words(card.event),
        )


def _weeks(edition: Edition, events: tuple[Event, ...], of: str) -> Iterator[Week]:
    start = monday(edition.today)
    for first in (start + dt.timedelta(weeks=number) for number in range(WEEKS)):
        last = first + 6 * ONE_DAY
        yield Week(first, last, week_text(edition.town, events, first, last, of))
