"""A place whose next duty is more than a week off names the two soonest within reach."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.domain.duty import shifts
from macros.models.town import Town
from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser

LAST = dt.date(2027, 3, 28)


@pytest.mark.parametrize(
    "moment", ["2026-11-26 08:00", "2026-12-01 10:59", "2026-12-05 12:00", "2027-02-20 08:00"]
)
def test_the_two_soonest_duties_elsewhere_are_named(
    phone: Page, address: str, town: Town, moment: str
) -> None:
    day, time = dt.datetime.fromisoformat(moment).date(), dt.datetime.fromisoformat(moment).time()
    held = [shift for shift in shifts(town, day, LAST) if shift.state == "on" and shift.place != "aiguo-room"]
    left = [shift for shift in held if shift.date > day or shift.session.end > time]
    visit(phone, address + "places/aiguo-room.html", moment)
    said = " ".join(shown(phone.locator("[data-nearest] li")))
    for shift in left[:2]:
        assert town.place_by_id[shift.place].name in said
        assert f"{shift.date.month}月{shift.date.day}日" in said
        assert str(shift.session) in said
    times = phone.locator("[data-nearest] [data-times] p:visible")
    expect(times).to_have_count(2)
    expect(phone.locator("[data-nearest] a[href^='tel:']:visible").first).to_be_visible()
    # Positions that nobody surveyed give no distance.
    assert "公里" not in said


@pytest.mark.parametrize(("moment", "waits"), [("2026-12-14 08:00", True), ("2026-12-15 08:00", False)])
def test_nothing_is_named_from_a_week_before_the_own_duty(
    phone: Page, address: str, moment: str, waits: bool
) -> None:
    # The next one is on 2026-12-22.
    visit(phone, address + "places/aiguo-room.html", moment)
    expect(phone.locator("[data-nearest]")).to_be_visible(visible=waits)


def test_after_the_last_day_nothing_is_promised(phone: Page, address: str) -> None:
    visit(phone, address + "places/aiguo-room.html", "2027-03-29 08:00")
    expect(phone.locator("[data-nearest]")).to_be_hidden()


def test_a_place_that_nobody_waits_for_has_no_such_section(site: Path) -> None:
    assert "data-nearest" not in (site / "places" / "station.html").read_text("utf-8").replace(
        "[data-nearest]", ""
    )
