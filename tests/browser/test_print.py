"""A printed page is the duty table, to hang on the door."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import visit

pytestmark = pytest.mark.browser


def test_print_shows_the_table_of_a_place_without_what_only_a_screen_needs(phone: Page, address: str) -> None:
    visit(phone, address + "places/station.html")
    phone.emulate_media(media="print")
    expect(phone.locator("#dates table")).to_be_visible()
    expect(phone.locator("h1")).to_be_visible()
    for part in (".fh-header", ".fh-call-bar", ".md-search", ".fh-back"):
        expect(phone.locator(part).first).to_be_hidden()


def test_print_is_dark_on_white_in_the_dark_scheme_too(phone: Page, address: str) -> None:
    phone.emulate_media(color_scheme="dark")
    visit(phone, address + "places/station.html")
    phone.emulate_media(color_scheme="dark", media="print")
    cell = phone.locator("#dates td").first
    assert cell.evaluate("cell => getComputedStyle(cell).color").startswith("rgb(0, 0, 0") or cell.evaluate(
        "cell => getComputedStyle(cell).color.match(/\\d+/g).every(part => Number(part) < 100)"
    )
