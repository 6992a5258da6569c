"""找我的村: the names under which a resident may look for a village, in characters and in pinyin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import islice, product
from pathlib import Path

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.places import serving
from macros.kept import kept
from macros.models.places import Place
from macros.models.town import Town
from macros.views.data_script import data_script
from macros.views.templates import render
from macros.views.traditional import fold_for

FILE = "assets/villages.js"
SHOWN_ON_HOME = 16
ON_A_PAGE = 400
# A name of many characters with several readings each would have thousands; what nobody types stays out.
READINGS = 12
# The rest are readings of old books.
READINGS_OF_ONE = 2
# Told apart by what stands before, and left out by whoever types only that.
ENDINGS = ("居民委员会", "村民委员会", "居委会", "村委会", "社区", "村")

_CODE = (Path(__file__).read_bytes(), version("pypinyin"))


@dataclass(frozen=True)
class Village:
    """A village, the place that serves it first, and what it is found by: names and spellings."""

    name: str
    place: Place
    names: tuple[str, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class VillageList:
    """A page with a part of the villages, and the first and the last of them."""

    path: str
    first: str
    last: str


def villages(town: Town) -> tuple[Village, ...]:
    """Every village that a place serves, in the order of the file."""
    served = {name: (_names(name, held), held[0]) for name, held in serving(town.places).items()}
    spelt = _spelt(dict.fromkeys(each for names, _ in served.values() for each in names))
    return tuple(
        Village(
            name, place, names, tuple(dict.fromkeys(spelling for each in names for spelling in spelt[each]))
        )
        for name, (names, place) in served.items()
    )


def home_finder(edition: Edition) -> Markup:
    """Type a village, or choose one of the first few."""
    every = villages(edition.town)
    return _finder(edition, every[:SHOWN_ON_HOME], count=len(every))


def village_finder(edition: Edition) -> Markup:
    """Type or choose a village of all; of very many the first part, and the ways to the others."""
    return _finder(edition, *_parts(edition.town)[:1], lists=_lists(edition.town))


def ward_finder(edition: Edition) -> Markup:
    """Type a village of a large town, or choose one of the first few: the pages of wards have the others."""
    return _finder(edition, villages(edition.town)[:SHOWN_ON_HOME], lists=_lists(edition.town)[:1])


def village_pages(edition: Edition) -> Iterator[tuple[str, Markup]]:
    """The pages with the other parts of very many villages, by their path."""
    lists = _lists(edition.town)
    for each, part in list(zip(lists, _parts(edition.town), strict=True))[1:]:
        finder = _finder(edition, part, lists=lists)
        yield each.path.removesuffix(".html"), render("village-page", finder=finder)


def village_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The script with every village and its spellings, which the finder asks for at the first touch."""
    found, openings = villages(edition.town), edition.openings
    data = {
        "villages": [
            [each.name, each.place.id, each.names[1:], each.spellings, openings.views[each.place.id].key]
            for each in found
        ],
        "fold": fold_for(name for each in found for name in each.names),
        "schedules": openings.data(each.place.id for each in found),
    }
    yield FILE, data_script("villages", data).encode()


def _finder(
    edition: Edition, shown: tuple[Village, ...] = (), *, count: int = 0, lists: tuple[VillageList, ...] = ()
) -> Markup:
    return render(
        "village-finder",
        villages=shown,
        count=count,
        lists=lists,
        file=FILE,
        office=edition.town.site.office,
        openings=edition.openings,
    )


def _parts(town: Town) -> list[tuple[Village, ...]]:
    every = villages(town)
    return [every[first : first + ON_A_PAGE] for first in range(0, len(every), ON_A_PAGE)]


def _lists(town: Town) -> tuple[VillageList, ...]:
    """Where each part of the villages is listed; the first stands on the page of the menu."""
    return tuple(
        VillageList(f"villages/{number}.html" if number > 1 else "villages.html", part[0].name, part[-1].name)
        for number, part in enumerate(_parts(town), 1)
    )


def _names(name: str, held: tuple[Place, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, *(other for place in held for other in place.also))))


def _spelt(names: Iterable[str]) -> dict[str, list[str]]:
    """The spellings of each name; the library's words take a fifth of a second and 40 MB to load."""
    names = tuple(names)
    return kept("spellings", (*_CODE, *names), lambda: {name: list(spellings(name)) for name in names})


@cache
def spellings(name: str) -> tuple[str, ...]:
    """A name in pinyin without tones, a syllable a word: `ai guo cun`; in every reading of its characters."""
    from pypinyin import Style, pinyin

    readings = pinyin(_stem(name), style=Style.NORMAL, heteronym=True)
    return tuple(" ".join(found).lower() for found in islice(product(*readings), READINGS))


def readings(names: Iterable[str]) -> dict[str, str]:
    """The pinyin of each Chinese character of the names, in its readings: `{"重": "zhong chong"}`."""
    letters = sorted({letter for name in names for letter in name if "\u3400" <= letter <= "\u9fff"})
    return kept("readings", (*_CODE, *letters), lambda: _read(letters))


def _read(letters: Iterable[str]) -> dict[str, str]:
    from pypinyin import Style, pinyin

    found = ((letter, pinyin(letter, style=Style.NORMAL, heteronym=True)[0]) for letter in letters)
    return {letter: " ".join(dict.fromkeys(each[:READINGS_OF_ONE])).lower() for letter, each in found}


def _stem(name: str) -> str:
    ending = next((ending for ending in ENDINGS if name.endswith(ending) and name != ending), "")
    return name.removesuffix(ending)
