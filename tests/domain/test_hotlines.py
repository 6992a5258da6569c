"""Who is in danger finds the number before all others."""

from __future__ import annotations

from macros.domain.hotlines import urgent, urgent_first
from macros.models.site import Hotline


def line(number: str, *, hurry: bool = False) -> Hotline:
    """A hotline."""
    return Hotline(number=number, name="热线", use="什么都能问", urgent=hurry)


def test_urgent_numbers_come_first_and_the_rest_keeps_its_order() -> None:
    lines = (line("12348"), line("110", hurry=True), line("12345"), line("96110", hurry=True))
    assert [each.number for each in urgent(lines)] == ["110", "96110"]
    assert [each.number for each in urgent_first(lines)] == ["110", "96110", "12348", "12345"]
