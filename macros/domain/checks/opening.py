"""Hours from which nobody can tell whether a door is open."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.checks.scope import Scope
from macros.errors import Finding


def opening(scope: Scope) -> Iterator[Finding]:
    """What the office should write otherwise."""
    for number, place in enumerate(scope.town.places):
        for at, when in enumerate(place.hours):
            if when.every > 1:
                message = (
                    f"“{when.pattern}”从哪一周数起，这里没有说，页面上只能写“先打电话问”；"
                    "请改成每月第几个周几，例如 每月第2、4个周三 9:00-11:00"
                )
                yield Finding("places", ("places", number, "hours", at), message, "warning")
