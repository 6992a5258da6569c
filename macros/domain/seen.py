"""An edition that notes what is read of it: what was made of equal parts needn't be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, cast

from macros.domain.edition import Edition

# All that pages are made of but the duty.
GROUND = "ground"


class _Noting:
    """Something whose parts are noted, by their names, as they are read."""

    def __init__(self, of: object, called: str, read: set[str]) -> None:
        self._of, self._called, self._read = of, called, read

    def __getattr__(self, name: str) -> Any:
        self._read.add(f"{self._called}{name}")
        return getattr(self._of, name)


class _Seen(_Noting):
    """An edition as pages are handed it; what they read of its town is noted by the part."""

    def __init__(self, edition: Edition, read: set[str]) -> None:
        super().__init__(edition, "", read)
        self.town = _Noting(edition.town, "town.", read)


@dataclass(frozen=True)
class _Made:
    """Files by their paths, what they were made of besides the edition, and what they read of that."""

    paths: tuple[str, ...]
    of: object
    read: frozenset[str]


class Shown:
    """What a server shows: which files, and what they were made of.

    Files are those of the last build if what they are `of` equals what it was then, and so does each
    part of the edition that was read while they were made. They can't have been made of anything else:
    whatever makes them is handed nothing but these two.
    """

    def __init__(self) -> None:
        self._made: dict[str, _Made] = {}
        self._last: dict[str, _Made] = {}
        self._now: Edition | None = None
        self._before: Edition | None = None
        self._read: set[str] = set()
        self._equal: dict[str, bool] = {}

    def begin(self, edition: Edition) -> Edition:
        """The edition, to make the files of the next build of."""
        # A build that was broken off has made some files, all of them of its own edition.
        self._last, self._made = self._made, {}
        self._before, self._now = self._now, edition
        self._equal.clear()
        return cast("Edition", _Seen(edition, self._read))

    def once(
        self, name: str, of: object, make: Callable[[], tuple[str, ...]], told: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """The paths of the files called so, which `make` makes if they aren't there of the same.

        Where `of` says all that they show of parts of the edition, those are `told`, and the ground counts.
        """
        made = self._last.get(name)
        if made is None or made.of != of or not all(map(self._unchanged, made.read)):
            self._read.clear()
            paths = make()
            read = self._read - told | ({GROUND} if told else set())
            made = _Made(paths, of, frozenset(read))
        self._made[name] = made
        return made.paths

    def paths(self) -> Iterator[str]:
        """The paths of all files that this build made or kept."""
        return (path for made in self._made.values() for path in made.paths)

    def _unchanged(self, part: str) -> bool:
        """Whether a part of the edition is equal to what it was in the last build."""
        if part not in self._equal:
            read = attrgetter(part)
            self._equal[part] = bool(read(self._before) == read(self._now))
        return self._equal[part]


def without_edition(values: object) -> object:
    """The arguments of a view without the edition among them, of which is noted what is read."""
    if isinstance(values, tuple):
        return tuple(map(without_edition, values))
    return None if isinstance(values, _Noting) else values
