"""Events as plain text, to paste into a village's WeChat group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from macros.domain.contacts import asking_phone
from macros.domain.days import short, spoken
from macros.domain.occurrences import Occurrence
from macros.models.contacts import Phone
from macros.models.dates import PartialDate
from macros.models.events import Event
from macros.models.places import Place
from macros.models.town import Town

# Of more nobody reads on; the page has the rest.
MOST = 12


def partial(date: PartialDate, *, year: bool = True) -> str:
    """A date as precisely as it is known: `2022年`, `2022年12月`, `2022年12月4日`.

    Without its year a day is `12月4日`; what is known less precisely keeps it.
    """
    if date.day and not year:
        return f"{date.month}月{date.day}日"
    if not date.month:
        return f"{date.year}年"
    return f"{date.year}年{date.month}月" + (f"{date.day}日" if date.day else "")


def when_words(event: Event, *, year: bool = False) -> str:
    """When it is, as precisely as is known: `12月5日 星期六 07:30–09:30`."""
    until = event.until if event.until != event.date else None
    days = [
        _day(event.date, year=year),
        *([_day(until, year=until.year != event.date.year)] if until else []),
    ]
    hours = f" {event.hours}" if event.hours else ""
    return "至".join(days) + hours


def where_words(event: Event, place: Place | None) -> str:
    """The place and the spot in it; empty where neither is known."""
    return "，".join(filter(None, (place.name if place else "", event.venue or "")))


def change_words(event: Event) -> str:
    """What has become of it, where it doesn't take place as announced; else empty."""
    why = event.reason if isinstance(event, Occurrence) and event.reason else ""
    if event.cancelled:
        return f"取消：{event.cancelled}"
    if event.postponed:
        return f"延期：{event.postponed}，新的日子还没有定"
    if event.was:
        old = "、".join(_day(day, year=False) for day in event.was)
        return f"改日子了，原定{old}" + (f"（{why}）" if why else "")
    return why


def asking(town: Town, event: Event, place: Place | None) -> str:
    """Whom to ask and the number, one that needs nobody's consent: a copy can't be taken back."""
    office = town.site.office
    own: tuple[tuple[str, tuple[Phone, ...]], ...] = (
        ((event.contact.label or office.name, (event.contact,)),) if event.contact else ()
    )
    there = ((place.name, place.phones),) if place else ()
    found = ((name, asking_phone(phones)) for name, phones in (*own, *there, (office.name, office.phones)))
    name, phone = next((name, phone) for name, phone in found if phone)
    return f"{name} {phone.number}{'（示例）' if phone.sample else ''}"


def event_text(town: Town, event: Event) -> str:
    """The message about one event."""
    place = town.place_by_id[event.place] if event.place else None
    lines = [f"【{town.site.name}】{event.title}{'（示例）' if event.sample else ''}"]
    if change := change_words(event):
        lines.append(change)
    told = (
        ("时间", when_words(event)),
        ("地点", where_words(event, place)),
        ("面向", event.audience or ""),
        ("请带", "、".join(event.bring)),
        ("想问", asking(town, event, place)),
    )
    return "\n".join((*lines, *(f"{label}：{words}" for label, words in told if words)))


def week_text(town: Town, events: Iterable[Event], first: dt.date, last: dt.date, of: str = "") -> str:
    """The message about the events from one day to another, of a village for example."""
    lines = [f"【{town.site.name}】{of}{short(first)}—{short(last)}的活动"]
    found = sorted(within(events, first, last), key=_order)
    for day, held in groupby(found[:MOST], key=lambda one: max(one.date.first, first)):
        lines += ["", spoken(day), *(line for event in held for line in _lines(town, event))]
    if len(found) > MOST:
        lines += ["", f"还有 {len(found) - MOST} 场，在活动的页面上。"]
    if not found:
        lines.append("没有安排活动。想听什么，可以打电话告诉我们。")
    phone = asking_phone(town.site.office.phones)
    number = f" {phone.number}{'（示例）' if phone.sample else ''}" if phone else ""
    return "\n".join((*lines, "", f"想问：{town.site.office.name}{number}"))


def within(events: Iterable[Event], first: dt.date, last: dt.date) -> Iterator[Event]:
    """The events whose day is known and that are, or were to be, between the two."""
    for event in events:
        if event.date.day and event.date.first <= last and event.last.last >= first:
            yield event


def _order(event: Event) -> tuple[dt.date, dt.time, str]:
    return event.date.first, event.hours.start if event.hours else dt.time.max, event.id


def _lines(town: Town, event: Event) -> Iterator[str]:
    place = town.place_by_id[event.place] if event.place else None
    sample = "（示例）" if event.sample else ""
    hours = f"{event.hours} " if event.hours else ""
    yield f"{hours}{event.title}{sample}" + (f"，{where}" if (where := where_words(event, place)) else "")
    if change := change_words(event):
        yield f"　{change}"


def _day(day: PartialDate, *, year: bool) -> str:
    words = partial(day, year=year)
    return f"{words} {spoken(day.first).split()[1]}" if day.day else words
