"""A rotation's stretches part its days between them, and what one doesn't say goes on."""

from __future__ import annotations

import datetime as dt

from macros.domain.duty.segments import segment_on, with_last_days
from macros.models.duty import Rotation
from tests.domain.duty_parts import rotation, segment

EARLIER = segment(places=["aiguo"], standby=["zhao"], wanted="2", makeup_days="true")
LATER = segment(**{"from": "2026-06-01", "to": "2026-08-31", "places": ["qixiao"]})
# In the file the later one may come first.
TWO = Rotation.model_validate(rotation() | {"segments": [LATER, EARLIER]})


def test_a_stretch_lasts_until_the_day_before_the_next_or_to_its_own_end() -> None:
    assert [(str(one.from_), str(last)) for one, last in with_last_days(TWO)] == [
        ("2026-01-01", "2026-05-31"),
        ("2026-06-01", "2026-08-31"),
    ]


def test_a_stretch_without_an_end_lasts_for_ever() -> None:
    ((_, last),) = with_last_days(Rotation.model_validate(rotation()))
    assert last == dt.date.max


def test_a_day_belongs_to_the_stretch_that_began_last_and_an_early_one_to_the_first() -> None:
    found = [segment_on(TWO, dt.date(year, 5, 31)).from_.month for year in (2025, 2026, 2027)]
    assert found == [1, 1, 6]
    edges = [segment_on(TWO, day).from_.month for day in (dt.date(2026, 5, 31), dt.date(2026, 6, 1))]
    assert edges == [1, 6]


def test_a_stretch_knows_its_place_in_the_file() -> None:
    assert [stretch.number for stretch in TWO.stretches] == [1, 0]


def test_what_a_later_stretch_does_not_say_goes_on_from_the_one_before() -> None:
    first, later = TWO.stretches
    assert (first.tour, later.tour) == (("aiguo",), ("qixiao",))
    assert (later.standby, later.wanted, later.makeup_days) == (("zhao",), 2, True)
    assert (later.holidays, later.seat) == ("skip", None)


def test_a_later_stretch_can_take_back_what_an_earlier_one_said() -> None:
    said = {"standby": [], "makeup_days": "false", "wanted": "1", "holidays": "keep"}
    later = segment(**{"from": "2026-06-01"}, **said)
    _, found = Rotation.model_validate(rotation() | {"segments": [EARLIER, later]}).stretches
    assert (found.standby, found.makeup_days, found.wanted) == ((), False, 1)
    assert (found.holidays, found.tour) == ("keep", ("aiguo",))


def test_shifts_are_at_the_seat_where_there_is_one() -> None:
    seated = Rotation.model_validate(rotation(kind="area", places=["aiguo", "qixiao"], seat="station"))
    assert seated.stretches[0].tour == ("station",)


def test_a_stretch_holds_from_its_first_day_on() -> None:
    assert segment_on(TWO, dt.date(2026, 6, 1)).from_.month == 6
