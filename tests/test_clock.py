"""Today is the date in Shanghai, or the one that was asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from macros.clock import SHANGHAI, today


@pytest.mark.parametrize(("epoch", "day"), [("1767196799", 31), ("1767196800", 1)])
def test_the_day_begins_at_midnight_in_shanghai(epoch: str, day: int) -> None:
    assert today({"SOURCE_DATE_EPOCH": epoch}).day == day


def test_without_a_wish_it_is_now() -> None:
    assert abs(today({}) - dt.datetime.now(SHANGHAI).date()) <= dt.timedelta(days=1)
