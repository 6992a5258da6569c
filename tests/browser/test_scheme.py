"""Light, dark, or as the phone: before the page is drawn, kept on this device, in a phone's menu too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def choose(page: Page, name: str) -> None:
    """Nothing; chooses colours in the menu of a phone."""
    page.get_by_text("菜单", exact=True).click()
    button = page.get_by_role("button", name=name)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_dark_stays_on_the_next_page_until_the_phone_is_followed_again(phone: Page, address: str) -> None:
    phone.goto(address + "about.html")
    expect(phone.locator("html")).to_have_attribute("data-scheme", "light")
    choose(phone, "深色")
    phone.goto(address + "places/aiguo-room.html")
    expect(phone.locator("html")).to_have_attribute("data-scheme", "dark")
    choose(phone, "跟手机一样")
    expect(phone.locator("html")).to_have_attribute("data-scheme", "light")
    phone.emulate_media(color_scheme="dark")
    expect(phone.locator("html")).to_have_attribute("data-scheme", "dark")


def test_light_stays_light_on_a_phone_that_is_dark(phone: Page, address: str) -> None:
    phone.emulate_media(color_scheme="dark")
    phone.goto(address + "about.html")
    choose(phone, "浅色")
    phone.reload()
    expect(phone.locator("html")).to_have_attribute("data-scheme", "light")


def test_the_switch_of_a_wide_screen_goes_round_and_says_where_it_is(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 1280, "height": 900})
    phone.goto(address + "about.html")
    switch = phone.locator("[data-scheme-next]")
    said = []
    for _ in range(4):
        said.append(switch.get_attribute("aria-label"))
        switch.click()
    assert said == [
        "颜色：跟手机、电脑一样。换成深色",
        "颜色：深色。换成浅色",
        "颜色：浅色。换成跟手机、电脑一样",
        "颜色：跟手机、电脑一样。换成深色",
    ]


def test_the_scheme_is_there_before_the_page_is_drawn(phone: Page, address: str) -> None:
    phone.emulate_media(color_scheme="dark")
    phone.goto(address + "about.html")
    first = "document.querySelector('head script[src]')"
    assert phone.evaluate(f"{first}.src").endswith("assets/first.js")
    assert phone.evaluate(f"{first}.defer || {first}.async") is False
