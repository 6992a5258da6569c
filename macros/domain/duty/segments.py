"""The stretches of a rotation: which one a day is in, and until when it lasts."""

from __future__ import annotations

import datetime as dt

from macros.domain.days import ONE_DAY
from macros.models.duty import Rotation, Stretch


def segment_on(rotation: Rotation, day: dt.date) -> Stretch:
    """The stretch that a day is in or behind; the first one for what is moved or added before it."""
    stretches = rotation.stretches
    return next((stretch for stretch in reversed(stretches) if stretch.from_ <= day), stretches[0])


def with_last_days(rotation: Rotation) -> tuple[tuple[Stretch, dt.date], ...]:
    """The stretches in order of time, each with its last day: its own, or the one before the next begins."""
    stretches = rotation.stretches
    following = (*(stretch.from_ - ONE_DAY for stretch in stretches[1:]), dt.date.max)
    return tuple((stretch, stretch.to or end) for stretch, end in zip(stretches, following, strict=True))
