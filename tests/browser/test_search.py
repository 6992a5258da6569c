"""Search answers everyday words, in characters or pinyin, from a folder too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# What somebody types, the address of the right first hit, and its name where several lead there.
PHRASES = [
    (line.split(" ")[0], line.split(" ")[1], "".join(line.split(" ")[2:]))
    for line in Path(__file__).with_name("phrases.txt").read_text("utf-8").splitlines()
]
FOUND = ".fh-search__name"


def test_everyday_words_lead_to_the_right_first_hit(phone: Page, address: str) -> None:
    assert len(PHRASES) >= 70
    phone.goto(address + "search.html?q=12348")
    expect(phone.locator(FOUND).first).to_be_visible()
    wrong = {}
    for typed, to, name in PHRASES:
        hits = phone.evaluate("typed => fahu.modules.search.find(typed)", typed)
        first = hits[0] if hits else ["", "", ""]
        if first[2] != to or name not in first[0]:
            wrong[typed] = [hit[0] for hit in hits[:3]]
    assert wrong == {}


def test_wages_are_not_found_in_working_days(phone: Page, address: str) -> None:
    phone.goto(address + "search.html?q=工资")
    expect(phone.locator(FOUND).first).to_be_visible()
    for text in phone.locator(".fh-search__entry").all_inner_texts():
        assert "工作日" not in text


def test_the_search_of_a_phone_is_two_presses_away_and_asks_for_nothing_before_a_touch(
    phone: Page, address: str
) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(address + "places/aiguo-room.html")
    phone.get_by_role("link", name="搜索", exact=True).click()
    assert [url for url in asked if "search-data" in url] == []
    phone.get_by_role("searchbox", name="要找什么").fill("聪哥")
    expect(phone.locator(FOUND).first).to_have_text("聪哥公共法律服务点")
    phone.locator(FOUND).first.click()
    expect(phone.locator("h1")).to_contain_text("聪哥")


def test_the_field_in_the_head_of_a_wide_screen_leads_to_the_results(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 1280, "height": 900})
    phone.goto(address + "places/aiguo-room.html")
    phone.locator(".fh-header__field").fill("红星")
    phone.keyboard.press("Enter")
    expect(phone.locator(FOUND).first).to_have_text("红星村公共法律服务室")


def test_no_answer_is_answered_with_numbers_to_call(phone: Page, address: str) -> None:
    phone.goto(address + "search.html?q=恐龙蛋")
    nothing = phone.locator("[data-nothing]")
    expect(nothing).to_be_visible()
    assert nothing.locator("a").first.get_attribute("href") == "tel:12348"


def test_without_scripts_the_page_names_the_list_of_villages_and_a_number(
    scriptless: Page, address: str
) -> None:
    scriptless.goto(address + "search.html?q=爱国村")
    expect(scriptless.get_by_role("link", name="村居的名单")).to_be_visible()
    expect(scriptless.locator(".fh-search noscript a[href='tel:12348']")).to_be_visible()


def test_search_works_from_a_folder(phone: Page, site: Path) -> None:
    phone.goto((site / "search.html").as_uri() + "?q=爱国")
    expect(phone.locator(FOUND).first).to_have_text("爱国村公共法律服务室")


def test_a_search_for_hostile_names_shows_them_as_text(phone: Page, hostile_address: str) -> None:
    asked: list[str] = []
    phone.on("dialog", lambda dialog: asked.append(dialog.message))
    phone.goto(hostile_address + "search.html?q=桃源")
    expect(phone.locator(FOUND).first).to_contain_text("alert(1)")
    expect(phone.locator(".fh-search__found img, .fh-search__found script")).to_have_count(0)
    assert asked == []
