"""找我的村: the names under which a resident may look for a village, in characters and in pinyin."""

from __future__ import annotations

from collections.abc import Iterable
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
from macros.views.templates import render
from macros.views.traditional import fold_for

SHOWN_ON_HOME = 16
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


def village_finder(edition: Edition, *, every: bool) -> Markup:
    """Type or choose a village: the first few on the home page, or every one."""
    found = villages(edition.town)
    return render(
        "village-finder",
        villages=found,
        shown=len(found) if every else SHOWN_ON_HOME,
        fold=fold_for(name for village in found for name in village.names),
        office=edition.town.site.office,
        openings=edition.openings,
        reads_query=every,
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
