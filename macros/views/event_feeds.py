"""Events as Atom feeds: of all, of each event, each village and each series.

Of what is held again and again the rule is told once, and each day that is different from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.domain.event_told import EventFollow, event_now
from macros.domain.news import News
from macros.models.town import Town
from macros.views.atom import Feed, feed_file
from macros.views.event_villages import village_slug

FOLDER = "feeds/events"
ALL = "feeds/events.xml"
# A feed is for what is new; nobody reads on.
MOST = 100
_FATES = {"cancelled": "取消", "postponed": "延期", "moved": "改日子", "planned": ""}


def event_feed(edition: Edition) -> Feed:
    """What is new of all events."""
    return _feed(edition, ALL, "活动", "events.html", _told(edition))


def event_feed_files(edition: Edition, address: str) -> Iterator[tuple[str, bytes]]:
    """The feeds of each event, village and series by their path; `address` is the site's own, if known."""
    town, told = edition.town, _told(edition)
    by_event: dict[str, list[EventFollow]] = {}
    by_series: dict[str, list[EventFollow]] = {}
    by_village: dict[str, list[EventFollow]] = {}
    for one in told:
        by_event.setdefault(one.told.event, []).append(one)
        by_series.setdefault(one.told.series or "", []).append(one)
        for name in one.told.villages:
            by_village.setdefault(name, []).append(one)
    titles = {event.id: event.title for event in town.events.events}
    feeds = [
        _feed(edition, event_feed_of(name), titles[name], f"events/{name}.html", held)
        for name, held in by_event.items()
        if name in titles
    ]
    for series in town.events.series:
        held = by_series.get(series.id, [])
        page = f"events/series/{series.id}.html"
        feeds.append(_feed(edition, series_feed(series.id), series.name, page, held))
    for name in edition.events.villages:
        page = f"events/villages/{village_slug(town, name)}.html"
        feeds.append(
            _feed(edition, village_feed(town, name), f"{name}的活动", page, by_village.get(name, []))
        )
    for feed in feeds:
        yield feed.path, feed_file(town, feed, address)


def event_feed_of(name: str) -> str:
    """The path of an event's own feed."""
    return f"{FOLDER}/{name}.xml"


def series_feed(name: str) -> str:
    """The path of the feed of a series."""
    return f"{FOLDER}/series/{name}.xml"


def village_feed(town: Town, name: str) -> str:
    """The path of the feed of a village."""
    return f"{FOLDER}/villages/{village_slug(town, name)}.xml"


def _told(edition: Edition) -> list[EventFollow]:
    """What is worth telling, the latest change first."""
    found = [one for one in edition.event_follows if _worth(one)]
    return sorted(found, key=lambda one: (one.changed, one.told.day, one.name), reverse=True)


def _worth(one: EventFollow) -> bool:
    told = one.told
    return told.single or one.altered or told.fate != "planned" or bool(told.recap)


def _feed(edition: Edition, path: str, title: str, page: str, told: list[EventFollow]) -> Feed:
    return Feed(path, title, page, tuple(_news(one) for one in told[:MOST]), edition.updated)


def _news(one: EventFollow) -> News:
    told = event_now(one)
    fate = "办过了" if told.recap else _FATES[told.fate]
    where = (f"地点：{told.location}",) if told.location else ()
    return News(
        name=f"event.{one.name}",
        title=f"{told.when} {told.title}" + (f"：{fate}" if fate else ""),
        changed=one.changed,
        address=told.address,
        # A reader runs the lines of a text together.
        text="；".join((told.when, *where, *((told.recap,) if told.recap else told.lines))),
    )
