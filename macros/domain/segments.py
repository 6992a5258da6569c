"""The segments of a rotation: which one a day is in, until when it lasts, and where its shifts can be."""

from __future__ import annotations

import datetime as dt

from macros.domain.days import ONE_DAY
from macros.models.duty import Rotation, Segment


def segment_on(rotation: Rotation, day: dt.date) -> Segment:
    """The segment that a day is in or behind; the first one for what is moved or added before it."""
    segments = rotation.segments_by_time
    return next((segment for segment in reversed(segments) if segment.from_ <= day), segments[0])


def with_last_days(rotation: Rotation) -> tuple[tuple[Segment, dt.date], ...]:
    """The segments in order of time, each with its last day: its own, or the one before the next begins."""
    segments = rotation.segments_by_time
    following = (*(segment.from_ - ONE_DAY for segment in segments[1:]), dt.date.max)
    return tuple(
        (segment, min(segment.to or dt.date.max, end))
        for segment, end in zip(segments, following, strict=True)
    )


def places_of(rotation: Rotation, segment: Segment) -> tuple[str, ...]:
    """The places where the shifts of a segment can be."""
    if rotation.seat:
        return (rotation.seat,)
    return segment.places or rotation.places
