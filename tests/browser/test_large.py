"""A large town, whose lists and duty are on the pages of its wards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import SCHEMES, complaints
from tests.browser.test_views import ROWS, SMALL, WIDER, enlarged
from tests.browser.visits import real_positions, shown, visit

pytestmark = pytest.mark.browser

KINDS = (
    "duty.html",
    "map.html",
    "villages.html",
    "subscribe.html",
    "about.html",
    "people/lists/1.html",
    "people/adviser-7.html",
    "knows.html",
    "wards/places/330999101.html",
    "wards/duty/330999101.html",
    "wards/subscribe/330999101.html",
)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_of_a_large_town_fit_the_screen_and_the_finger(
    phone: Page, large_address: str, kind: str
) -> None:
    visit(phone, large_address + kind)
    for width in (390, 320):
        phone.set_viewport_size({"width": width, "height": 844})
        assert phone.evaluate(WIDER) == []
    assert phone.evaluate(SMALL, 44) == []
    assert phone.evaluate(ROWS, 44) == []
    enlarged(phone)
    assert phone.evaluate(WIDER) == []


# The others are made of what stands on these and on pages of small towns.
@pytest.mark.parametrize("kind", ["duty.html", "wards/places/330999101.html"])
def test_axe_finds_nothing_on_pages_of_a_large_town(phone: Page, large_address: str, kind: str) -> None:
    visit(phone, large_address + kind)
    assert complaints(phone, SCHEMES["light"]) == []


def test_a_village_asked_for_in_the_address_is_found(phone: Page, large_address: str) -> None:
    visit(phone, large_address + "villages.html?village=第77村")
    phone.locator("[data-village-finder]").get_by_role("link", name="第77村").click()
    expect(phone).to_have_url(re.compile(r"/places/room-77\.html$"))


def test_the_next_days_of_all_go_by_the_readers_clock(phone: Page, large_address: str) -> None:
    visit(phone, large_address + "duty.html", "2026-11-24 12:00")
    days = phone.locator(".fh-duty-days__day")
    first = days.locator("h2:visible").first
    expect(first).to_have_text("11月24日 星期二")
    expect(days.nth(1).locator("li").first).to_have_class("is-today is-over")
    expect(phone.locator("[data-beyond]")).to_be_hidden()
    visit(phone, large_address + "duty.html", "2026-12-20 08:00")
    assert shown(days) == []
    assert shown(phone.locator("[data-beyond]")) == ["今天的值班，请点您那一片看。"]


def test_a_wards_page_says_who_is_there_today(phone: Page, large_address: str) -> None:
    visit(phone, large_address + "wards/duty/330999101.html", "2026-11-24 08:00")
    today = phone.locator("tr.is-today:visible")
    assert shown(today) == ["11月24日 星期二 09:00–11:00 第78村法律服务工作室 第15位律师"]


@pytest.mark.parametrize("typed", ["第287村", "我是第287村的", "第287"])
def test_a_name_among_many_is_found_and_little_is_asked_for(
    phone: Page, large_address: str, typed: str
) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    visit(phone, large_address + f"search.html?q={typed}")
    expect(phone.locator(".fh-search__name").first).to_have_text("第287村法律服务工作室")
    expect(phone.locator("[data-status]")).to_contain_text("找到")
    assert 1 <= len([url for url in asked if "/assets/search/" in url]) <= 4


def test_a_name_among_many_is_found_by_its_pinyin_and_from_a_folder(phone: Page, large_site: Path) -> None:
    visit(phone, (large_site / "search.html").as_uri() + "?q=taoyuan")
    expect(phone.locator(".fh-search__name").first).to_contain_text("桃源")


def test_names_that_do_not_come_are_not_said_to_be_missing(phone: Page, large_address: str) -> None:
    phone.route("**/assets/search/*", lambda route: route.abort())
    visit(phone, large_address + "search.html?q=第287村")
    expect(phone.locator("[data-status]")).to_contain_text("网络不好")


def test_a_place_pressed_on_the_map_of_a_large_town_says_whom_to_call_and_who_is_there(
    phone: Page, large_address: str
) -> None:
    visit(phone, large_address + "map.html")
    real_positions(phone)
    area = phone.locator("#map_service .fh-marker--area")
    mark = phone.locator("#map_service .fh-marker:not(.fh-marker--area)")
    for _ in range(6):
        if mark.count():
            break
        area.first.press("Enter")
        phone.wait_for_timeout(400)
    mark.first.press("Enter")
    sheet = phone.locator("[data-map-sheet]")
    expect(sheet.locator("[data-sheet-call] a")).to_have_attribute("href", re.compile(r"tel:\d{7,}"))
    expect(sheet.locator("[data-map-next]")).to_contain_text("位律师")
    expect(sheet.locator(":focus")).to_have_count(1)
