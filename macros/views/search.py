"""Search: the entries that the page for it looks through, and that page's own part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.views import villages
from macros.views.data_script import data_script
from macros.views.templates import render
from macros.views.traditional import fold_for

FILE = "assets/search-data.js"


@dataclass(frozen=True)
class Entry:
    """What can be found: its name, its kind, where it leads, other names, text, what people say of it."""

    name: str
    kind: str
    address: str
    also: tuple[str, ...] = ()
    text: str = ""
    says: tuple[str, ...] = ()


def search_page(edition: Edition) -> Markup:
    """The field and the list that fills while somebody types."""
    site = edition.town.site
    return render("search-page", office=site.office, hotline=site.hotlines[0], data=FILE)


def search_file(town: Town, found: Sequence[Entry]) -> str:
    """The script with everything that can be found, in the order in which equals are shown."""
    names = [name for entry in found for name in (entry.name, *entry.also)]
    own = [[entry.says, number] for number, entry in enumerate(found) if entry.says]
    said = [word for words in town.site.words for word in words.say]
    said += [word for entry in found for word in entry.says]
    data = {
        "entries": [[each.name, each.kind, each.address, each.also, each.text] for each in found],
        "words": [
            *own,
            *(
                [words.say, number]
                for words in town.site.words
                if (number := _index(town, words.to, found)) is not None
            ),
        ],
        "pinyin": villages.readings(names),
        "fold": fold_for((*names, *said)),
    }
    return data_script("searchData", data)


def _index(town: Town, to: str, found: Iterable[Entry]) -> int | None:
    """Which entry somebody means who writes a page, a number, a trouble's title or a place's id."""
    titles = {door.title: town.addresses[door.to] for door in town.site.doors if door.title}
    address = town.addresses.get(to) or titles.get(to)
    for number, entry in enumerate(found):
        if entry.name == to or entry.address == address:
            return number
    return None
