"""找我的村: type or choose a village, then its page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser

VILLAGES = "[data-village]:visible"


@pytest.mark.parametrize("page", ["index.html", "villages.html"])
def test_typing_a_name_leaves_the_village_and_enter_goes_to_its_page(
    phone: Page, address: str, page: str
) -> None:
    visit(phone, address + page)
    phone.locator("#village-name").fill("爱国")
    assert shown(phone.locator(VILLAGES)) == ["爱国村"]
    phone.locator("#village-name").press("Enter")
    expect(phone).to_have_url(re.compile(r"/places/aiguo-room\.html$"))


def test_a_name_that_is_not_there_is_said_to_be_missing(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    phone.locator("#village-name").fill("桃源")
    assert shown(phone.locator(VILLAGES)) == []
    expect(phone.locator("[data-village-finder] [data-status]")).to_contain_text("没有找到")


def test_an_emptied_field_brings_all_villages_back(phone: Page, address: str) -> None:
    visit(phone, address + "villages.html")
    every = shown(phone.locator(VILLAGES))
    phone.locator("#village-name").fill("爱国")
    phone.locator("#village-name").fill("")
    assert len(every) == 13
    assert shown(phone.locator(VILLAGES)) == every


def test_without_scripts_the_form_leads_to_all_villages(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "index.html")
    scriptless.locator("#village-name").fill("爱国")
    scriptless.locator("[data-village-finder] button").click()
    expect(scriptless).to_have_url(re.compile(r"/villages\.html\?q="))
    expect(scriptless.locator(VILLAGES)).to_have_count(13)


def test_what_was_typed_on_another_page_is_looked_for_at_once(phone: Page, address: str) -> None:
    visit(phone, address + "villages.html?q=汲浜")
    assert shown(phone.locator(VILLAGES)) == ["汲浜村"]
