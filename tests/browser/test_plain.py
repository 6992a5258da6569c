"""Every page works before its scripts run, and without them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_a_page_shows_its_content_and_no_control_that_needs_them(
    scriptless: Page, address: str, kind: str
) -> None:
    scriptless.goto(address + kind)
    expect(scriptless.locator("h1")).to_be_visible()
    assert len(scriptless.locator("#content").inner_text()) > 60
    assert [each for each in scriptless.locator(".fh-js, [data-filters]").all() if each.is_visible()] == []
    expect(scriptless.locator(".fh-call-bar a")).to_be_visible()


@pytest.mark.parametrize(
    ("page", "rows"),
    [("duty.html", "[data-week] tr[data-date]"), ("places/station.html", "#dates tr[data-date]")],
)
def test_without_scripts_dated_tables_are_complete(
    scriptless: Page, address: str, page: str, rows: str
) -> None:
    scriptless.goto(address + page)
    every = scriptless.locator(rows).all()
    assert len(every) > 20
    assert [row.get_attribute("data-date") for row in every if not row.is_visible()] == []


def test_without_scripts_the_first_duty_on_the_home_page_has_its_date(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "index.html")
    card = scriptless.locator("[data-duty-now]")
    expect(card.locator(".fh-shift__time:visible")).to_contain_text("11月23日 星期一")
    expect(card.locator("[data-label]:visible")).to_have_text("值班")
    expect(card.locator("[data-expired]")).to_be_hidden()


def test_without_scripts_the_place_can_be_called_and_the_person_with_the_hours(
    scriptless: Page, address: str
) -> None:
    scriptless.goto(address + "places/station.html")
    card = scriptless.locator("[data-duty-now]")
    calls = card.locator(".fh-button--call:visible")
    expect(calls).to_have_text([re.compile("打给中兴镇服务站"), re.compile("打给吴律师")])
    expect(card.locator(".fh-calls__hours:visible")).to_contain_text("09:00–11:00 值班的时候")
    assert [each for each in card.locator("[data-send]").all() if each.is_visible()] == []


def test_without_scripts_the_nearest_help_of_the_day_of_the_build_is_named(
    scriptless: Page, address: str
) -> None:
    scriptless.goto(address + "places/fuwei-room.html")
    near = scriptless.locator("[data-nearest] li:visible")
    expect(near).to_have_count(2)
    expect(near.first).to_contain_text("11月23日 星期一")


def test_without_scripts_the_menu_opens(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "index.html")
    scriptless.locator("[data-menu] summary").click()
    expect(scriptless.locator("[data-menu] a", has_text="服务地图")).to_be_visible()
