"""Visits added up: how many came to ask, and about what. A single day's are told to nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.visits import ABOUT, Visit


@dataclass(frozen=True)
class VisitSum:
    """Some visits together: how many days were logged, how many people asked, and about what, most first."""

    logged: int = 0
    asked: int = 0
    about: tuple[tuple[str, int], ...] = ()
    sample: bool = False

    @classmethod
    def of(cls, visits: Iterable[Visit]) -> VisitSum:
        """The sum of these visits."""
        visits = tuple(visits)
        counts = [(name, sum(getattr(one.about, key) for one in visits)) for key, name in ABOUT.items()]
        about = sorted(((name, count) for name, count in counts if count), key=lambda one: -one[1])
        asked, sample = sum(one.asked for one in visits), any(one.sample for one in visits)
        return cls(len(visits), asked, tuple(about), sample)
