"""What a page holds of the duty is complete for as long as it says, and small in any town."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.domain.days import FORTNIGHT, ONE_DAY, each
from macros.domain.edition import HORIZON
from macros.domain.roster import Roster
from macros.domain.shift_view import ShiftView
from macros.load import load
from macros.models.town import Town
from macros.views.duty_now import ROOM, Part, card_days, first_part, later_files, month_parts, rest_part
from tests.making import edition
from tests.site import towns

TODAY = dt.date(2026, 11, 23)
TIMES = [dt.time(hour, minute) for hour in range(7, 18) for minute in (0, 30)]


@pytest.fixture(scope="module", params=["first", "second", "large"])
def roster(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Roster:
    """The roster of each town."""
    if request.param == "large":
        built = load(towns.large(tmp_path_factory.mktemp("large"), 100)).town
    else:
        built = request.getfixturevalue("town" if request.param == "first" else "second_town")
    return edition(built, TODAY).roster


def parts(roster: Roster) -> Iterator[tuple[dt.date, Part]]:
    """The part of the town's card that is asked on each day."""
    first = first_part(roster)
    months = dict(month_parts(roster))
    for day in each(TODAY, TODAY + HORIZON):
        yield day, first if day <= first.known else months[day.replace(day=1)]


def counts(shifts: list[ShiftView], day: dt.date, time: dt.time) -> tuple[dt.date, dt.time, dt.time] | None:
    """When the shift is that counts at a moment: the next that isn't over and has somebody."""
    left = [shift for shift in shifts if shift.state == "on"]
    left = [shift for shift in left if (shift.date, shift.session.end) > (day, time)]
    found = min(left, key=lambda shift: (shift.date, shift.session), default=None)
    return (found.date, found.session.start, found.session.end) if found else None


def test_each_part_knows_who_counts_at_every_moment_of_its_days(roster: Roster) -> None:
    every = [shift for shift in roster.shifts if shift.state != "cancelled"]
    for day, part in parts(roster):
        assert day <= part.known
        firsts = [shift for each_day in part.days for shift in each_day.firsts]
        for time in TIMES:
            assert counts(firsts, day, time) == counts(every, day, time), (day, time)


def test_each_part_knows_what_does_not_take_place_on_its_days(roster: Roster) -> None:
    for day, part in parts(roster):
        stopped = {row.where for row in roster.stopped() if row.date == day}
        assert {row.where for stop in part.stops if stop.date == day for row in stop.rows} == stopped


def test_three_are_left_to_show_however_many_are_over(roster: Roster) -> None:
    for day in card_days(roster):
        held = [shift for shift in roster.shifts if shift.date == day.date and shift.state != "cancelled"]
        for time in TIMES:
            left = [shift for shift in held if shift.session.end > time]
            drawn = [shift for shift in day.drawn if shift.session.end > time]
            assert len(drawn) >= min(3, len(left))


def test_the_page_holds_two_weeks_unless_they_are_too_many(roster: Roster) -> None:
    part = first_part(roster)
    size = sum(day.size for day in part.days[:-1])
    assert size <= ROOM
    assert part.known >= TODAY + FORTNIGHT - ONE_DAY or size + part.days[-1].size > ROOM


def test_a_place_has_the_rest_of_its_days_in_one_file(town: Town) -> None:
    built = edition(town, TODAY)
    for place in town.places:
        roster = built.rosters[place.id]
        first = first_part(roster)
        rest = rest_part(roster, first.known + ONE_DAY)
        dates = {day.date for day in (*first.days, *rest.days)}
        assert dates == {day.date for day in card_days(roster)}


def test_the_files_lead_from_the_pages_that_ask_for_them(town: Town) -> None:
    files = dict(later_files(edition(town, TODAY)))
    assert b'href=\\"places/' in files["assets/later/2027-01.js"]
    assert b'href=\\"../places/' in files["assets/later/places/aiguo-room.js"]
    assert {Path(path).suffix for path in files} == {".js"}
