"""Charts drawn at build: how large each part of a drawing is, and what it shows in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its number, and how long it is in percent of the longest."""

    label: str
    count: int
    length: float


@dataclass(frozen=True)
class Chart:
    """A drawing: its key on the page, its title, what is counted, and its bars."""

    key: str
    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def words(self) -> str:
        """What it shows, for whoever can't see it."""
        most = max(self.bars, key=lambda bar: bar.count)
        total = sum(bar.count for bar in self.bars)
        return f"一共 {total} {self.unit}，最多的是{most.label}，{most.count} {self.unit}。"


def chart(key: str, title: str, unit: str, counts: Sequence[tuple[str, int]]) -> Chart | None:
    """The chart of these counts; None where there is nothing to draw."""
    most = max((count for _, count in counts), default=0)
    if not most:
        return None
    bars = tuple(Bar(label, count, round(count * 100 / most, 1)) for label, count in counts)
    return Chart(key, title, unit, bars)
