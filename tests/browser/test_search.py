"""Search finds Chinese words, from the button in the header of a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

RESULTS = ".md-search-result__item > a.md-search-result__link"


# Filled, not typed: what is spoken, written by hand or pasted presses no key.
@pytest.mark.parametrize(
    ("word", "page"),
    [
        ("调解", ""),
        ("援助", ""),
        ("值班", "duty.html"),
        ("聪哥", "places/congge-point.html"),
        ("爱国村", "places/aiguo-room.html"),
        ("遗嘱", "events/yizhu-jiangzuo-2026.html"),
    ],
)
def test_search_finds_chinese_words(phone: Page, address: str, word: str, page: str) -> None:
    phone.goto(address + "index.html")
    phone.get_by_role("button", name="搜索", exact=True).click()
    phone.locator(".md-search__input").fill(word)
    expect(phone.locator(RESULTS).first).to_be_visible()
    expect(phone.locator(".md-search-result__list")).to_contain_text(re.compile("\u200b?".join(word)))
    found = [link.get_attribute("href") or "" for link in phone.locator(RESULTS).all()]
    assert any(page in href for href in found[:8]), found


def test_a_search_for_hostile_names_shows_them_as_text(phone: Page, hostile_address: str) -> None:
    asked: list[str] = []
    phone.on("dialog", lambda dialog: asked.append(dialog.message))
    phone.goto(hostile_address + "index.html")
    phone.get_by_role("button", name="搜索", exact=True).click()
    phone.locator(".md-search__input").fill("桃源")
    expect(phone.locator(RESULTS).first).to_contain_text("alert(1)")
    expect(phone.locator(".md-search-result img, .md-search-result script")).to_have_count(0)
    assert asked == []
