"""找我的村: type or choose a village, then its page."""

from __future__ import annotations

import re
from pathlib import Path

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
    expect(phone.locator(VILLAGES)).to_have_text(["爱国村"])
    phone.locator("#village-name").press("Enter")
    expect(phone).to_have_url(re.compile(r"/places/aiguo-room\.html$"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aiguo", ["爱国村"]),
        ("aiguocun", ["爱国村"]),
        ("AG", ["爱国村"]),
        ("ag c", ["爱国村"]),
        ("qixiao", ["七滧村"]),
        ("fuwei", ["富圩村"]),
        ("愛國村", ["爱国村"]),
        ("開港", ["开港村"]),
        ("廣福居委會", ["广福居委会"]),
        ("汲滨", ["汲浜村"]),
        ("汲濱村", ["汲浜村"]),
        ("七效", ["七滧村"]),
        ("爱国村３组", ["爱国村"]),
        ("爱国三组", ["爱国村"]),
        ("中兴镇爱国村委会", ["爱国村"]),
        ("北兴村公共法律服务室", ["北兴村"]),
        ("滧", ["七滧村", "滧中村"]),
    ],
)
def test_a_village_is_found_however_its_name_is_typed(
    phone: Page, address: str, typed: str, found: list[str]
) -> None:
    visit(phone, address + "villages.html")
    phone.locator("#village-name").fill(typed)
    expect(phone.locator(VILLAGES)).to_have_text(found)


def test_a_name_that_is_not_there_brings_all_villages_and_a_number(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    phone.locator("#village-name").fill("桃源洞")
    finder = phone.locator("[data-village-finder]")
    expect(finder.locator("[data-status]")).to_contain_text("没有找到“桃源洞”")
    expect(phone.locator(VILLAGES)).to_have_count(13)
    expect(finder.locator("[data-nothing] a")).to_have_attribute("href", "tel:02100000001")
    phone.locator("#village-name").fill("爱国")
    expect(finder.locator("[data-nothing]")).to_be_hidden()


@pytest.mark.parametrize("typed", ["老街", "lj", "laojie", "老街12号", "wuling", "武陵路", "牛角湾三组"])
def test_a_village_is_found_by_another_name_of_it(phone: Page, second_address: str, typed: str) -> None:
    visit(phone, second_address + "villages.html")
    phone.locator("#village-name").fill(typed)
    expect(phone.locator(VILLAGES)).to_have_text(["上畈中畈下畈联合行政村牛角湾片"])


def test_an_emptied_field_brings_all_villages_back(phone: Page, address: str) -> None:
    visit(phone, address + "villages.html")
    every = shown(phone.locator(VILLAGES))
    phone.locator("#village-name").fill("爱国")
    expect(phone.locator(VILLAGES)).to_have_count(1)
    phone.locator("#village-name").fill("")
    assert len(every) == 13
    expect(phone.locator(VILLAGES)).to_have_text(every)


def test_in_a_large_town_a_village_that_the_home_page_does_not_name_is_found_too(
    phone: Page, large_site: Path
) -> None:
    visit(phone, (large_site / "index.html").as_uri())
    assert len(shown(phone.locator(VILLAGES))) == 16
    assert "第297村" not in shown(phone.locator(VILLAGES))
    phone.locator("#village-name").fill("第297")
    expect(phone.locator(VILLAGES)).to_have_text(["第297村"])
    phone.locator("#village-name").press("Enter")
    expect(phone).to_have_url(re.compile(r"/places/room-297\.html$"))


def test_in_a_large_town_every_village_can_be_reached_without_scripts(
    scriptless: Page, large_site: Path
) -> None:
    scriptless.goto((large_site / "index.html").as_uri())
    scriptless.get_by_role("link", name=re.compile("全部 30[0-9] 个村居")).click()
    scriptless.get_by_role("link", name="第5镇").click()
    scriptless.get_by_role("link", name="第297村").click()
    expect(scriptless.locator("h1")).to_have_text("第297村法律服务工作室")


def test_without_its_names_the_finder_says_so_and_leaves_the_list_and_a_number(
    phone: Page, address: str
) -> None:
    phone.route("**/assets/villages.js", lambda route: route.abort())
    visit(phone, address + "index.html")
    phone.locator("#village-name").fill("爱国")
    finder = phone.locator("[data-village-finder]")
    expect(finder.locator("[data-status]")).to_have_text("现在找不了。")
    expect(finder.locator("[data-nothing] a")).to_be_visible()
    assert len(shown(phone.locator(VILLAGES))) == 13


def test_without_scripts_the_form_leads_to_all_villages(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "index.html")
    scriptless.locator("#village-name").fill("爱国")
    scriptless.locator("[data-village-finder] button").click()
    expect(scriptless).to_have_url(re.compile(r"/villages\.html\?village="))
    expect(scriptless.locator(VILLAGES)).to_have_count(13)


def test_what_was_typed_on_another_page_is_looked_for_at_once(phone: Page, address: str) -> None:
    visit(phone, address + "villages.html?village=汲浜")
    expect(phone.locator(VILLAGES)).to_have_text(["汲浜村"])
