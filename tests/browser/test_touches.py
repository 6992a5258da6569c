"""From the home page to the first useful answer it is two touches at most."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import visit

pytestmark = pytest.mark.browser


def test_the_next_market_stands_on_the_home_page_and_a_touch_tells_all_of_it(
    phone: Page, address: str
) -> None:
    visit(phone, address + "index.html")
    phone.get_by_role("link", name="国家宪法日").first.click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("普法早市")
    expect(phone.locator(".fh-event-page__facts")).to_contain_text("汲浜集市")


@pytest.mark.parametrize(("entry", "answer"), [("视频", ".fh-video"), ("答题", ".fh-question__press")])
def test_a_film_and_a_round_of_questions_are_in_the_menu(
    phone: Page, address: str, entry: str, answer: str
) -> None:
    visit(phone, address + "index.html")
    phone.locator("[data-menu] > summary").click()
    phone.locator("[data-menu]").get_by_role("link", name=entry, exact=True).click()
    expect(phone.locator(answer).first).to_be_visible()
