"""Search: the entries that the page for it looks through, and that page's own part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.views import villages
from macros.views.data_script import data_script
from macros.views.search_parts import kinds_in_parts, parted
from macros.views.templates import render
from macros.views.traditional import fold_for

FILE, PART = "assets/search-data.js", "assets/search/{}.js"
# In a town of more places than that the names are asked for when they are typed.
LARGE = 300


@dataclass(frozen=True)
class Entry:
    """What can be found: its name, what kind of thing it is, where it leads, other names, text."""

    name: str
    kind: str
    address: str
    also: tuple[str, ...] = ()
    text: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All of its names."""
        return self.name, *self.also

    @property
    def row(self) -> list[object]:
        """What search.js knows of it."""
        return [self.name, self.kind, self.address, self.also, self.text]


def search_page(edition: Edition) -> Markup:
    """The field and the list that fills while somebody types."""
    site = edition.town.site
    return render("search-page", office=site.office, hotline=site.hotlines[0], data=FILE, part=PART)


def search_files(town: Town, found: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """The script that the first touch of the field asks for, and a large town's with its many names."""
    pinyin = villages.readings(name for entry in found for name in entry.names)
    said = [
        (words.say, number)
        for words in town.site.words
        if (number := _index(town, words.to, found)) is not None
    ]
    kinds = kinds_in_parts(each.kind for each in found) if len(town.places) > LARGE else set()
    wanted = {number for _, number in said}
    many = {n: each for n, each in enumerate(found) if each.kind in kinds and n not in wanted}
    first = [number for number in range(len(found)) if number not in many]
    parts = parted({number: each.names for number, each in many.items()}, pinyin)
    data = {
        "entries": [found[number].row for number in first],
        "words": [[say, first.index(number)] for say, number in said],
        "pinyin": pinyin,
        "fold": fold_for(
            (*(name for each in found for name in each.names), *(word for words, _ in said for word in words))
        ),
        "parts": [part.start for part in parts],
    }
    yield FILE, data_script("searchData", data)
    for number, part in enumerate(parts):
        rows = [[one, *found[one].row] for one in part.numbers]
        yield PART.format(number), data_script("searchPart", rows)


def _index(town: Town, to: str, found: Iterable[Entry]) -> int | None:
    """Which entry somebody means who writes a page, a number, a trouble's title or a place's id."""
    address = town.addresses.get(to)
    for number, entry in enumerate(found):
        if entry.name == to or entry.address == address:
            return number
    return None
