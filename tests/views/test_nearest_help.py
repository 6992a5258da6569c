"""Where else to go, as a page holds it: enough for its days, and something to draw others from."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from macros.domain.days import each
from macros.models.town import Town
from macros.views.nearest_help import nearest_help, told
from tests.making import edition

DAYS = tuple(each(dt.date(2026, 11, 23), dt.date(2026, 12, 6)))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_whatever_may_be_offered_is_drawn_as_the_place_that_stands_there(town: Town, today: dt.date) -> None:
    built = edition(town, today)
    for place in town.places:
        html = str(nearest_help(built, place, today, today + dt.timedelta(days=3), "later.js"))
        if found := re.search(r"data-near='([^']*)'", html):
            assert bool(json.loads(found[1])) is ("<li" in html), place.id


def test_hours_stand_once_and_days_are_counted(town: Town) -> None:
    today = dt.date(2026, 12, 21)
    shifts = edition(town, today).rosters["aiguo-room"].shifts
    assert told(shifts[:3], today) == "09:00-11:00 1 50?;13:30-16:00 23?"
