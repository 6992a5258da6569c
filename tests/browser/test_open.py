"""The pages of 公开 stay true after the build, and can be read on a phone, large, and without scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import PHONE, shown, visit

PAGES = ("open.html", "responsibilities.html", "enforcement.html", "years/2026.html", "years/2022.html")
MARKET = '.fh-deed:has(a[href$="xianfari-zaoshi-2026.html"])'


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport=PHONE)


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2026-11-23 08:00", "还没到"), ("2026-12-04 09:29", "还没到"), ("2026-12-04 09:30", "✓ 已办")],
)
def test_what_has_been_held_is_ticked_at_its_last_minute(
    page: Page, address: str, moment: str, said: str
) -> None:
    visit(page, f"{address}responsibilities.html", moment)
    assert shown(page.locator(f"{MARKET} [data-held], {MARKET} [data-due]")) == [said]


def test_what_was_cancelled_is_never_ticked(page: Page, address: str) -> None:
    visit(page, f"{address}responsibilities.html", "2027-06-01 08:00")
    assert "已取消" in page.locator('.fh-deed:has(a[href$="fanzha-jiangzuo-2026.html"])').inner_text()
    assert page.locator(".fh-deed [data-due]:visible").count() == 0


def test_without_scripts_the_plan_is_that_of_the_build(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(f"{address}responsibilities.html")
    assert shown(page.locator(f"{MARKET} [data-held], {MARKET} [data-due]")) == ["还没到"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("large", [False, True])
def test_nothing_is_wider_than_the_phone(page: Page, address: str, name: str, large: bool) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    visit(page, address + name)
    if large:
        page.evaluate("document.documentElement.dataset.view = 'large'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_first_useful_answer_is_two_touches_away(page: Page, address: str) -> None:
    visit(page, f"{address}open.html")
    page.get_by_role("link", name="行政执法公示").click()
    page.wait_for_url("**/enforcement.html")
    assert "60 天内" in page.locator("#content").inner_text()


def test_the_words_of_a_chart_keep_their_size_and_do_not_meet(page: Page, address: str) -> None:
    visit(page, f"{address}years/2026.html")
    for view in ("", "large"):
        page.evaluate("view => { document.documentElement.dataset.view = view }", view)
        boxes = [box for text in page.locator(".fh-chart text").all() if (box := text.bounding_box())]
        drawing = page.locator(".fh-chart__drawing").bounding_box()
        assert drawing
        assert len(boxes) == 4
        assert all(box["height"] >= 16 for box in boxes)
        for one, other in pairwise(boxes):
            assert one["x"] + one["width"] < other["x"]
        assert boxes[-1]["x"] + boxes[-1]["width"] <= drawing["x"] + drawing["width"] + 1


def test_the_numbers_of_a_chart_are_a_table_behind_one_press(page: Page, address: str) -> None:
    visit(page, f"{address}years/2026.html")
    page.get_by_text("看每个月的数字").click()
    rows = shown(page.locator(".fh-chart details tr"))
    assert rows[:3] == ["1月 0 次", "2月 0 次", "3月 30 次"]
    assert len(rows) == 11
