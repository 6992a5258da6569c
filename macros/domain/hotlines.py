"""Hotlines: which are for danger."""

from __future__ import annotations

from collections.abc import Sequence

from macros.models.site import Hotline


def urgent(hotlines: Sequence[Hotline]) -> tuple[Hotline, ...]:
    """Those to call in danger, in the order of the file."""
    return tuple(line for line in hotlines if line.urgent)


def urgent_first(hotlines: Sequence[Hotline]) -> tuple[Hotline, ...]:
    """All of them, those to call in danger before the others."""
    return (*urgent(hotlines), *(line for line in hotlines if not line.urgent))
