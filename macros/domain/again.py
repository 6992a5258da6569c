"""What was made last time of the same: a server keeps it from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Again:
    """What was made on one ground, by its name; where the ground is another, nothing of it holds any more."""

    def __init__(self) -> None:
        self._ground: object = None
        self._made: dict[str, tuple[object, Any]] = {}

    def on(self, ground: object) -> Again:
        """Itself, with what was made on an equal ground."""
        if ground != self._ground:
            self._ground, self._made = ground, {}
        return self

    def once(self, name: str, of: object, make: Callable[[], T]) -> T:
        """What `make` makes; what it made last time under that name if it was `of` an equal thing."""
        if (found := self._made.get(name)) and found[0] == of:
            kept: T = found[1]
            return kept
        made = make()
        self._made[name] = of, made
        return made
