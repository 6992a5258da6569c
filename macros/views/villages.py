"""找我的村: the names under which a resident may look for a village, in characters and in pinyin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.places import serving
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


@dataclass(frozen=True)
class Village:
    """A village, the place that serves it first, and what it is found by: names and spellings."""

    name: str
    place: Place
    names: tuple[str, ...]
    spellings: tuple[str, ...]


def villages(town: Town) -> tuple[Village, ...]:
    """Every village that a place serves, in the order of the file."""
    return tuple(_village(name, held) for name, held in serving(town.places).items())


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


def _village(name: str, serving: tuple[Place, ...]) -> Village:
    names = tuple(dict.fromkeys((name, *(other for place in serving for other in place.also))))
    spelt = dict.fromkeys(spelling for each in names for spelling in spellings(each))
    return Village(name, serving[0], names, tuple(spelt))


@cache
def spellings(name: str) -> tuple[str, ...]:
    """A name in pinyin without tones, a syllable a word: `ai guo cun`; in every reading of its characters."""
    # Costs a tenth of a second, which only a build pays.
    from pypinyin import Style, pinyin

    readings = pinyin(_stem(name), style=Style.NORMAL, heteronym=True)
    return tuple(" ".join(found).lower() for found in islice(product(*readings), READINGS))


def readings(names: Iterable[str]) -> dict[str, str]:
    """The pinyin of each Chinese character of the names, in its readings: `{"重": "zhong chong"}`."""
    from pypinyin import Style, pinyin

    letters = sorted({letter for name in names for letter in name if "\u3400" <= letter <= "\u9fff"})
    found = ((letter, pinyin(letter, style=Style.NORMAL, heteronym=True)[0]) for letter in letters)
    return {letter: " ".join(dict.fromkeys(each[:READINGS_OF_ONE])).lower() for letter, each in found}


def _stem(name: str) -> str:
    ending = next((ending for ending in ENDINGS if name.endswith(ending) and name != ending), "")
    return name.removesuffix(ending)
