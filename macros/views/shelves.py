"""What is too much for one page, on several: each with its address and its title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.domain.wards import parts

_T = TypeVar("_T")


@dataclass(frozen=True)
class Shelf(Generic[_T]):
    """A page's share of some entries: `number` of so many pages."""

    path: str
    title: str
    number: int
    of: int
    items: tuple[_T, ...]


def shelved(path: str, title: str, items: Sequence[_T], size: int) -> list[Shelf[_T]]:
    """The entries on pages of at most `size`; the first has the address itself, and there is always one."""
    found = parts(items, size) or [()]
    return [
        Shelf(
            path if number == 1 else f"{path}-{number}",
            f"{title}（{number}/{len(found)}）" if len(found) > 1 else title,
            number,
            len(found),
            tuple(each),
        )
        for number, each in enumerate(found, start=1)
    ]
