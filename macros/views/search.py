"""Search: the entries that the page for it looks through, and that page's own part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.people import TOGETHER, shelf_of
from macros.models.site import PAGES, Door, Hotline
from macros.models.town import Town
from macros.views import villages
from macros.views.templates import render
from macros.views.traditional import fold_for

FILE = "assets/search-data.js"


@dataclass(frozen=True)
class Entry:
    """What can be found: its name, what kind of thing it is, where it leads, other names, text."""

    name: str
    kind: str
    address: str
    also: tuple[str, ...] = ()
    text: str = ""


def search_page(edition: Edition) -> Markup:
    """The field and the list that fills while somebody types."""
    site = edition.town.site
    return render("search-page", office=site.office, hotline=site.hotlines[0], data=FILE)


def search_file(town: Town, pages: Mapping[str, str]) -> str:
    """The script with everything that can be found; `pages` are the addresses of pages by their titles."""
    found = entries(town, pages)
    names = [name for entry in found for name in (entry.name, *entry.also)]
    said = [word for words in town.site.words for word in words.say]
    data = {
        "entries": [[each.name, each.kind, each.address, each.also, each.text] for each in found],
        "words": [
            [words.say, number]
            for words in town.site.words
            if (number := _index(town, words.to, found)) is not None
        ],
        "pinyin": villages.readings(names),
        "fold": fold_for((*names, *said)),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # Old engines end a line at these even within a text.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"fahu.searchData={text};\n"


def entries(town: Town, pages: Mapping[str, str]) -> list[Entry]:
    """Everything that can be found, in the order in which equals are shown."""
    return [
        *map(_hotline, town.site.hotlines),
        *_doors(town.site.doors),
        *(Entry(title, "页面", address) for title, address in pages.items()),
        *_places(town),
        *_people(town),
        *_events(town),
        *_videos(town),
    ]


def _index(town: Town, to: str, found: Iterable[Entry]) -> int | None:
    """Which entry somebody means who writes a page, a number, a trouble's title or a place's id."""
    numbers = {line.number for line in town.site.hotlines}
    address = PAGES.get(to) or (f"tel:{to}" if to in numbers else f"places/{to}.html")
    for number, entry in enumerate(found):
        if entry.name == to or entry.address == address:
            return number
    return None


def _hotline(line: Hotline) -> Entry:
    return Entry(f"{line.number} {line.name}", "电话", f"tel:{line.number}", (line.name,), line.use)


def _doors(doors: Iterable[Door]) -> Iterator[Entry]:
    for door in doors:
        yield Entry(door.title, "遇到的事", PAGES[door.to], (), door.hint)


def _places(town: Town) -> Iterator[Entry]:
    served: dict[str, list[str]] = {}
    for village in villages.villages(town):
        served.setdefault(village.place.id, []).append(village.name)
    for place in town.places:
        kind = town.site.groups.of(place.group).plain
        also = tuple(dict.fromkeys((*served.get(place.id, ()), *place.also)))
        text = "，".join(filter(None, (place.address, *place.services)))
        yield Entry(place.name, kind, f"places/{place.id}.html", also, text)


def _people(town: Town) -> Iterator[Entry]:
    pages = shelf_of(town.people)
    for person in town.people:
        name = f"{person.name}（示例）" if person.sample else person.name
        own = f"people/{pages[person.id]}.html#person-{person.id}"
        address = own if len(pages) > TOGETHER else "about.html"
        yield Entry(name, person.role_name, address, person.specialities, person.organisation or "")


def _events(town: Town) -> Iterator[Entry]:
    for event in town.events.events:
        yield Entry(event.title, "活动", f"events/{event.id}.html", (), event.summary)


def _videos(town: Town) -> Iterator[Entry]:
    for video in town.videos.videos:
        yield Entry(video.title, "视频", f"videos.html#{video.id}", (), video.summary)
