"""What those who follow a town's events in a calendar or a feed are told of each, in words.

It doesn't depend on the day: that something is over changes nothing in a follower's copy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from macros.domain.duty.ledger import Followed, Span
from macros.domain.event_words import asking, change_words, when_words, where_words
from macros.domain.events import villages
from macros.domain.occurrences import AHEAD, Occurrence, occurrences
from macros.models.dates import Session
from macros.models.events import Event
from macros.models.places import Place
from macros.models.town import Town

# How it was is often told weeks later.
KEPT = dt.timedelta(days=90)
Fate = Literal["planned", "moved", "postponed", "cancelled"]


@dataclass(frozen=True)
class ToldEvent:
    """An event, or one day of it, in the words it is told in; two that are equal say the same.

    It takes place from `day` to `last`. `due` is the last day it can mean. `dated` where the day
    is known, so that it can stand in a calendar, and `single` where it is not one day of several.
    `places` and `people` are none: nobody has a calendar of their events.
    """

    event: str
    day: dt.date
    last: dt.date
    due: dt.date
    dated: bool
    single: bool
    session: Session | None
    fate: Fate
    title: str
    when: str
    location: str
    change: str
    lines: tuple[str, ...]
    recap: str
    address: str
    series: str | None
    villages: tuple[str, ...]
    places: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    @property
    def essence(self) -> Hashable:
        """When and where it is, what has become of it, and how it was."""
        return self.day, self.last, self.session, self.location, self.fate, self.recap


EventFollow = Followed[ToldEvent]


def event_span(today: dt.date) -> Span:
    """The days whose events followers of a site built on that day are told of."""
    return Span(today - KEPT, today + AHEAD, AHEAD)


def told_events(town: Town, span: Span) -> dict[str, ToldEvent]:
    """What is told of each event of those days, and of each day of it if it has several, by its name."""
    return {name: told for event in town.events.events for name, told in _named(town, event, span)}


def as_new(town: Town, today: dt.date, updated: dt.date) -> tuple[EventFollow, ...]:
    """The events for somebody who never had them before."""
    none: frozenset[str] = frozenset()
    return tuple(
        Followed(name, told, 0, updated, gone=False, altered=False, places=none, people=none)
        for name, told in told_events(town, event_span(today)).items()
    )


def event_now(one: EventFollow) -> ToldEvent:
    """What is told of an event now, also when it isn't there any more."""
    if not one.gone:
        return one.told
    change = "这场活动已经不在安排里。"
    return replace(one.told, fate="cancelled", change=change, lines=(change,), address="events.html")


def _named(town: Town, event: Event, span: Span) -> Iterator[tuple[str, ToldEvent]]:
    if event.when is None:
        if span.first <= event.last.last and event.date.first <= span.last:
            yield event.id, _told(town, event)
        return
    if event.last.last >= span.first and event.date.first <= span.last:
        # The rule itself; its days tell the rest.
        yield event.id, _told(town, event)
    for one in occurrences(event, span.first, span.last):
        assert isinstance(one, Occurrence)
        if span.first <= one.date.first <= span.last:
            # Without a dot in any part, no two share a name.
            yield f"{event.id}.{one.slot}", _told(town, one)


def _told(town: Town, event: Event) -> ToldEvent:
    place = town.place_by_id[event.place] if event.place else None
    sample = "（示例）" if event.sample else ""
    change = change_words(event)
    lines = [change] if change else []
    lines += [*event.summary.splitlines()[:1], *_facts(event), asking(town, event, place)]
    if event.sample:
        lines.append("这是示例，不是真的安排。")
    return ToldEvent(
        event=event.id,
        day=event.date.first,
        last=event.last.last,
        due=event.date.first if event.when else event.last.last,
        dated=event.date.day is not None and event.when is None,
        single=not isinstance(event, Occurrence),
        session=event.hours,
        fate=_fate(event),
        title=f"{event.title}{sample}",
        when=str(event.when) if event.when else when_words(event, year=True),
        location=_location(event, place),
        change=change,
        lines=tuple(lines),
        recap=event.recap.text if event.recap else "",
        address=event.address,
        series=event.series,
        villages=villages(event, town.place_by_id),
    )


def _fate(event: Event) -> Fate:
    if event.cancelled:
        return "cancelled"
    if event.postponed:
        return "postponed"
    return "moved" if event.was else "planned"


def _facts(event: Event) -> Iterator[str]:
    if event.audience:
        yield f"面向：{event.audience}"
    if event.bring:
        yield f"请带：{'、'.join(event.bring)}"


def _location(event: Event, place: Place | None) -> str:
    words = where_words(event, place)
    if place and place.address:
        words += f"，{place.address}{'（示例地址）' if 'address' in place.sample else ''}"
    return words
