"""A rotation's segments part its days between them."""

from __future__ import annotations

import datetime as dt

from macros.domain.segments import places_of, segment_on, with_last_days
from macros.models.duty import Rotation
from tests.domain.duty_parts import rotation, segment

LATER = segment(**{"from": "2026-06-01", "to": "2026-08-31", "places": ["qixiao"]})
# In the file the later one may come first.
TWO = Rotation.model_validate(rotation() | {"segments": [LATER, segment(**{"from": "2026-01-01"})]})


def test_a_segment_lasts_until_the_day_before_the_next_or_to_its_own_end() -> None:
    assert [(str(one.from_), str(last)) for one, last in with_last_days(TWO)] == [
        ("2026-01-01", "2026-05-31"),
        ("2026-06-01", "2026-08-31"),
    ]


def test_a_segment_without_an_end_lasts_for_ever() -> None:
    ((_, last),) = with_last_days(Rotation.model_validate(rotation()))
    assert last == dt.date.max


def test_a_day_belongs_to_the_segment_that_began_last_and_an_early_one_to_the_first() -> None:
    found = [segment_on(TWO, dt.date(year, 5, 31)).from_.month for year in (2025, 2026, 2027)]
    assert found == [1, 1, 6]


def test_shifts_are_at_the_seat_or_else_at_the_places_of_the_segment_or_else_of_the_rotation() -> None:
    first, later = TWO.segments_by_time
    seated = TWO.model_copy(update={"seat": "station"})
    assert (places_of(TWO, first), places_of(TWO, later)) == (("aiguo",), ("qixiao",))
    assert places_of(seated, later) == ("station",)
