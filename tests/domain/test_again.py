"""What is kept is kept as long as it would be made of the same."""

from __future__ import annotations

from macros.domain.again import Again


def test_what_is_of_the_same_is_made_once() -> None:
    again = Again()
    assert again.once("x", 1, lambda: "one") == "one"
    assert again.once("x", 1, lambda: "two") == "one"
    assert again.once("y", 1, lambda: "three") == "three"


def test_what_is_of_another_is_made_anew() -> None:
    again = Again()
    again.once("x", 1, lambda: "one")
    assert again.once("x", 2, lambda: "two") == "two"
    assert again.once("x", 1, lambda: "three") == "three"


def test_on_another_ground_nothing_is_kept() -> None:
    again = Again().on("a")
    again.once("x", 1, lambda: "one")
    assert again.on("a").once("x", 1, lambda: "two") == "one"
    assert again.on("b").once("x", 1, lambda: "two") == "two"
