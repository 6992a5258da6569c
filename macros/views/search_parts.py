"""The search of a large town in parts, by what names begin with: the first touch asks for little.

A name stands under each of its characters from there on, as the reading of the first and then the
characters: `ai爱国村`, `guo国村`. The parts are runs of these; search-parts.js looks up which to ask for.
"""

from __future__ import annotations

import unicodedata
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.views.traditional import pairs

# Kinds of which there are more stand in parts, and a part has so many entries.
MANY, SIZE = 60, 150
# So much of a name says where it stands.
LONGEST = 6
_DIGITS = {letter: str(number) for number, letter in enumerate("零一二三四五六七八九")}
_PLAIN = str.maketrans({traditional: simplified for simplified, traditional in pairs()} | _DIGITS)


@dataclass
class Part:
    """The numbers of some entries, and what the first of them stands under."""

    start: str
    numbers: list[int] = field(default_factory=list)


def plain(text: str) -> str:
    """A name as plain-text.js writes it: `３組` as `3组`."""
    narrow = unicodedata.normalize("NFKC", text).lower().translate(_PLAIN)
    return "".join(letter for letter in narrow if letter not in "'’" and not letter.isspace())


def kinds_in_parts(kinds: Iterable[str]) -> set[str]:
    """The kinds of which there are many."""
    return {kind for kind, count in Counter(kinds).items() if count > MANY}


def parted(names: Mapping[int, Sequence[str]], readings: Mapping[str, str]) -> list[Part]:
    """The parts of entries that are given as their names by their number."""
    found = sorted(_keys(names, readings), key=lambda pair: (pair[0].encode("utf-16-be"), pair[1]))
    parts: list[Part] = []
    for key, number in found:
        if not parts or len(parts[-1].numbers) == SIZE:
            parts.append(Part(key))
        if number not in parts[-1].numbers:
            insort(parts[-1].numbers, number)
    return parts


def _keys(names: Mapping[int, Sequence[str]], readings: Mapping[str, str]) -> Iterable[tuple[str, int]]:
    written = {number: [plain(name) for name in own] for number, own in names.items()}
    common = Counter(letter for own in written.values() for letter in set("".join(own)))
    for number, own in written.items():
        for name in own:
            for place, letter in enumerate(name):
                # In 公共法律服务室 nobody looks for 律, which would lead everywhere.
                if place == 0 or common[letter] * 10 <= len(written):
                    yield reading(letter, readings) + name[place : place + LONGEST], number


def reading(letter: str, readings: Mapping[str, str]) -> str:
    """What a character is sorted by."""
    return readings.get(letter, letter).split(" ")[0]
