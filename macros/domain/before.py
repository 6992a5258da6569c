"""What people want to know before they come to a place: its own lines, else those of its group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from macros.models.before import Asking, Before
from macros.models.law import Statement


@dataclass(frozen=True)
class Told:
    """One of the lines, and whether it is made up."""

    asking: Asking
    said: Statement
    sample: bool


def told_before(own: Before, group: Before) -> tuple[Told, ...]:
    """The lines that are known, always in one order."""
    return tuple(
        Told(asking, said, asking in lines.sample)
        for asking in get_args(Asking)
        for lines in (own if getattr(own, asking) else group,)
        if (said := getattr(lines, asking))
    )
