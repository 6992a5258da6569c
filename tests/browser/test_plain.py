"""Every page works before its scripts run, and without them."""

from __future__ import annotations

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


def test_without_scripts_the_menu_opens(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "index.html")
    scriptless.locator("[data-menu] summary").click()
    expect(scriptless.locator("[data-menu] a", has_text="服务地图")).to_be_visible()
