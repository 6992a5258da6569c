"""axe finds nothing to complain about."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import DESKTOP, KINDS, PHONE, real_positions, visit

pytestmark = pytest.mark.browser


# All that the scheme changes; the whole takes twice as long.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
SCHEMES: dict[Literal["light", "dark"], dict[str, list[str]]] = {
    "light": {"resultTypes": ["violations"]},
    "dark": COLOURS,
}


def complaints(page: Page, options: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    """What axe finds, with the first places of each."""
    return [
        (
            each["id"],
            [
                f"{node['target'][0]}: {node['failureSummary'].splitlines()[1].strip()}"
                for node in each["nodes"]
            ][:3],
        )
        for each in Axe().run(page, options=options).response["violations"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_phone_and_on_a_desktop_in_light_and_dark(
    browser: Browser, address: str, kind: str
) -> None:
    found: dict[tuple[str, int], list[tuple[str, list[str]]]] = {}
    for scheme, options in SCHEMES.items():
        context = browser.new_context(
            viewport=PHONE, color_scheme=scheme, locale="zh-CN", reduced_motion="reduce"
        )
        page = context.new_page()
        visit(page, address + kind)
        expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            found[scheme, size["width"]] = complaints(page, options)
        context.close()
    assert {case: each for case, each in found.items() if each} == {}


def test_axe_finds_nothing_in_the_open_sheet_of_the_map(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    visit(page, address + "map.html")
    real_positions(page).first.focus()
    page.keyboard.press("Enter")
    page.locator("[data-map-sheet]").wait_for()
    found = Axe().run(page).response["violations"]
    context.close()
    assert [each["id"] for each in found] == []


def test_the_dark_scheme_is_dark(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    page = context.new_page()
    visit(page, address + "index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 22, 31)"
    context.close()
