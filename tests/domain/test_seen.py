"""What is kept is kept as long as all that it was made of is equal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from macros.domain.edition import Edition
from macros.domain.seen import Shown, without_edition
from macros.models.duty import Duty
from macros.models.tips import Tips
from tests.making import edition, tip
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)
EDITION = edition(TOWN, DAY)
TIPPED = edition(TOWN.model_copy(update={"tips": Tips(tips=(tip(),))}), DAY)
FREE = edition(TOWN.model_copy(update={"duty": Duty()}), DAY)


def made(shown: Shown, found: Edition, read: Callable[[Edition], object], told: frozenset[str]) -> bool:
    """Whether a build of that edition makes a file, which reads some of it."""
    seen, done = shown.begin(found), []

    def make() -> tuple[str, ...]:
        done.append(read(seen))
        return ("a.html",)

    shown.once("a", "x", make, told)
    assert list(shown.paths()) == ["a.html"]
    return bool(done)


@pytest.mark.parametrize(
    ("read", "told", "again"),
    [
        (lambda seen: seen.today, frozenset(), (False, False, True)),
        (lambda seen: seen.town.tips.tips, frozenset(), (True, False, False)),
        (lambda seen: seen.town.duty, frozenset(), (False, True, False)),
        (lambda seen: seen.roster.shifts, frozenset(), (True, True, True)),
        (lambda seen: seen.events.every, frozenset(), (False, False, True)),
        (lambda seen: seen.roster.shifts, frozenset({"roster"}), (True, False, True)),
        (lambda _: None, frozenset(), (False, False, False)),
    ],
)
def test_a_file_is_made_again_when_a_part_that_it_read_is_another(
    read: Callable[[Edition], object], told: frozenset[str], again: tuple[bool, ...]
) -> None:
    others = TIPPED, FREE, edition(TOWN, DAY + dt.timedelta(days=1))
    for other, expected in zip(others, again, strict=True):
        shown = Shown()
        assert made(shown, EDITION, read, told)
        assert not made(shown, replace(EDITION), read, told)
        assert made(shown, other, read, told) is expected
        assert not made(shown, replace(other), read, told)


def test_a_file_is_made_again_when_it_is_of_something_else() -> None:
    shown = Shown()
    found: list[str] = []
    for of, path in (("x", "a"), ("y", "b"), ("y", "c"), ("x", "d")):
        shown.begin(EDITION)
        found += shown.once("name", of, partial(tuple, path))
    assert found == ["a", "b", "b", "d"]


def test_a_file_that_a_build_had_not_is_made_again() -> None:
    shown = Shown()
    shown.begin(EDITION)
    shown.once("name", "x", lambda: ("a",))
    shown.begin(EDITION)
    assert list(shown.paths()) == []
    shown.begin(EDITION)
    assert shown.once("name", "x", lambda: ("b",)) == ("b",)


def test_the_edition_among_arguments_is_not_compared() -> None:
    seen = Shown().begin(EDITION)
    assert without_edition((seen, seen.town, "x", (seen,))) == (None, None, "x", (None,))
