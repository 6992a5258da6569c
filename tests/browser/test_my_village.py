"""我的村: chosen once on the device, every page answers for it first; changed and forgotten in one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.visits import DESKTOP, shown, visit

pytestmark = pytest.mark.browser

LINE = "[data-own-village]"
MINE = ".fh-mine"
STORED = "JSON.stringify(Object.assign({}, localStorage))"


def choose(page: Page, address: str, name: str, moment: str = "2026-11-23 08:00") -> None:
    """Nothing; chooses a village as readers do."""
    visit(page, address + "villages.html", moment)
    page.get_by_role("link", name=name).first.click()
    expect(page.locator(LINE)).to_contain_text(name)


def test_the_home_page_answers_for_the_chosen_village_in_place_of_the_town(phone: Page, address: str) -> None:
    choose(phone, address, "爱国村")
    visit(phone, address + "index.html", "2026-11-25 14:00")
    expect(phone.locator(LINE)).to_contain_text("我的村： 爱国村 换一个 不记了")
    card = phone.locator(MINE).first
    expect(card.locator(".fh-opening")).to_contain_text("现在开门")
    assert shown(card.locator("[data-label]")) == ["正在值班"]
    assert shown(card.locator(".fh-person__name")) == ["李律师"]
    expect(card.locator(".fh-button--call:visible")).to_have_count(1)
    expect(card.get_by_role("link", name="看别天").first).to_have_attribute(
        "href", re.compile(r"/places/aiguo-room\.html#dates$")
    )
    expect(phone.locator("[data-village-finder]")).to_have_count(0)
    expect(phone.locator("[data-duty-now]")).to_have_count(1)
    assert phone.locator("*").count() < 800


def test_what_cannot_wait_has_an_answer_of_today_or_a_number(phone: Page, address: str) -> None:
    choose(phone, address, "爱国村")
    visit(phone, address + "index.html", "2026-11-23 09:30")
    urgent = phone.locator("[data-urgent]")
    assert shown(urgent.locator("li"))[0].startswith("中兴镇公共法律服务站")
    expect(urgent.locator("li:visible").first).to_contain_text("现在就有人 今天 09:00–11:00 吴律师")
    visit(phone, address + "index.html", "2026-11-23 21:00")
    assert shown(urgent.locator("li")) == []
    expect(urgent.locator("[data-otherwise]")).to_contain_text("12348")


def test_duty_events_and_topics_answer_for_it_first(phone: Page, address: str) -> None:
    choose(phone, address, "汲浜村")
    visit(phone, address + "duty.html")
    expect(phone.locator(f"{MINE} [data-duty-now]")).to_be_visible()
    rows = phone.locator("tr.is-mine")
    assert rows.count() > 0
    expect(rows.first).to_contain_text("汲浜")
    visit(phone, address + "events.html")
    expect(phone.locator(MINE).get_by_role("heading").first).to_have_text("汲浜村：近期活动")
    visit(phone, address + "topics/wages.html")
    expect(phone.locator(LINE)).to_contain_text("汲浜村")
    expect(phone.get_by_label("您是哪个村的")).to_have_value("汲浜村")
    visit(phone, address + "map.html")
    expect(phone.locator(LINE)).to_contain_text("汲浜村")


def test_it_is_changed_in_one_place_and_back_shows_the_other(phone: Page, address: str) -> None:
    choose(phone, address, "爱国村")
    visit(phone, address + "index.html")
    phone.locator(LINE).get_by_role("link", name="换一个").click()
    phone.get_by_role("link", name="开港村").first.click()
    expect(phone.locator(LINE)).to_contain_text("开港村")
    phone.go_back()
    expect(phone.locator(LINE)).to_contain_text("开港村")
    phone.go_back()
    expect(phone.locator(LINE)).to_contain_text("我的村： 开港村")
    expect(phone.locator(f"{MINE} .fh-shift__place:visible").first).to_contain_text("开港村")


def test_forgotten_the_page_is_that_of_the_town_again_and_nothing_is_kept(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    before = shown(phone.locator("#content"))
    choose(phone, address, "爱国村")
    visit(phone, address + "index.html")
    expect(phone.locator(MINE).first).to_be_visible()
    phone.get_by_role("button", name="不记了").click()
    expect(phone.locator(MINE)).to_have_count(0)
    expect(phone.locator(LINE)).to_contain_text("不记了。 再选一个")
    assert "爱国村" not in phone.evaluate(STORED)
    # The finder works as before.
    phone.locator("#village-name").fill("爱国")
    expect(phone.locator("[data-village-finder] [data-status]")).to_have_text("找到 1 个")
    expect(phone.locator("[data-village]:visible")).to_have_text(["爱国村"])
    visit(phone, address + "index.html")
    assert shown(phone.locator("#content")) == before


def test_on_the_first_visit_it_is_offered_in_one_line(phone: Page, address: str) -> None:
    for page in ("duty.html", "events.html", "map.html"):
        visit(phone, address + page)
        expect(phone.locator(LINE)).to_have_text(re.compile("^选我的村，先看村里的"))
    for page in ("index.html", "topics/wages.html", "places/aiguo-room.html"):
        visit(phone, address + page)
        expect(phone.locator(LINE)).to_be_hidden()


def test_an_address_brings_the_village_and_it_is_kept(phone: Page, address: str) -> None:
    visit(phone, address + "places/aiguo-room.html?village=爱国村")
    expect(phone.locator(LINE)).to_contain_text("我的村： 爱国村")
    visit(phone, address + "index.html")
    expect(phone.locator(MINE).first).to_contain_text("爱国村")


def test_an_address_does_not_take_the_own_village_away(phone: Page, address: str) -> None:
    choose(phone, address, "爱国村")
    visit(phone, address + "index.html?village=开港村")
    expect(phone.locator(LINE)).to_contain_text("这一页先看 开港村")
    expect(phone.locator(f"{MINE} .fh-shift__place:visible").first).to_contain_text("开港村")
    phone.get_by_role("button", name="还是看爱国村").click()
    expect(phone.locator(f"{MINE} .fh-shift__place:visible").first).to_contain_text("爱国村")
    visit(phone, address + "index.html?village=开港村")
    phone.get_by_role("button", name="以后都先看它").click()
    expect(phone.locator(LINE)).to_contain_text("我的村： 开港村")


@pytest.mark.parametrize(
    "asked", ["没有的村", "<img src=x onerror=alert(1)>", "../../x", "__proto__", "%00", "爱国村" * 50]
)
def test_an_unknown_or_hostile_address_changes_nothing(phone: Page, address: str, asked: str) -> None:
    wrong: list[str] = []
    phone.on("dialog", lambda dialog: wrong.append(dialog.message))
    phone.on("pageerror", lambda error: wrong.append(str(error)))
    visit(phone, f"{address}index.html?village={asked}")
    phone.wait_for_load_state("networkidle")
    expect(phone.locator("[data-village-finder]")).to_be_visible()
    assert phone.locator(f"{LINE} img").count() == 0
    assert wrong == []
    assert phone.evaluate("localStorage.getItem('fahu-village') || ''") == ""


def test_a_village_that_is_gone_is_forgotten_and_said(phone: Page, address: str) -> None:
    visit(phone, address + "about.html")
    phone.evaluate(
        "localStorage.setItem('fahu-village', '老村'); localStorage.setItem('fahu-place', 'old-room')"
    )
    visit(phone, address + "duty.html")
    expect(phone.locator(LINE)).to_contain_text("名单里没有“老村”，可能改了名。 再选一个")
    assert phone.evaluate("localStorage.getItem('fahu-village')") == ""


def test_without_a_network_nothing_is_forgotten(phone: Page, address: str) -> None:
    choose(phone, address, "爱国村")
    phone.route("**/assets/mine/*", lambda route: route.abort())
    phone.route("**/assets/villages.js", lambda route: route.abort())
    visit(phone, address + "index.html")
    expect(phone.locator("[data-duty-now]")).to_be_visible()
    assert phone.evaluate("localStorage.getItem('fahu-village')") == "爱国村"


def test_where_nothing_can_be_stored_it_counts_for_the_page(phone: Page, address: str) -> None:
    phone.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    visit(phone, address + "index.html?village=爱国村")
    expect(phone.locator(LINE)).to_contain_text("我的村： 爱国村")
    expect(phone.locator(f"{MINE} [data-duty-now]")).to_be_visible()
    visit(phone, address + "index.html")
    expect(phone.locator("[data-village-finder]")).to_be_visible()


def test_it_works_from_a_folder_too(phone: Page, site: Path) -> None:
    phone.goto((site / "index.html").as_uri() + "?village=爱国村")
    expect(phone.locator(MINE).first).to_contain_text("爱国村")


def test_in_a_large_town_a_village_leads_to_its_part(phone: Page, large_address: str) -> None:
    visit(phone, large_address + "index.html?village=第297村")
    expect(phone.locator(f"{MINE} .fh-opening").first).to_be_visible()
    visit(phone, large_address + "duty.html")
    expect(phone.locator(MINE).get_by_role("link", name="第5镇谁值班")).to_be_visible()
    visit(phone, large_address + "topics/pay.html")
    expect(phone.get_by_label("您是哪个村的")).to_have_value("第297村")


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("large", ["", "?large=1"])
def test_nothing_is_wider_than_the_screen(phone: Page, address: str, width: int, large: str) -> None:
    phone.set_viewport_size({"width": width, "height": DESKTOP["height"]})
    choose(phone, address, "汲浜村")
    for page in ("index.html", "duty.html", "events.html"):
        visit(phone, address + page + large)
        expect(phone.locator(MINE).first).to_be_visible()
        assert phone.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_nothing_of_it_is_seen(scriptless: Page, address: str) -> None:
    for page in ("index.html", "duty.html", "events.html", "map.html"):
        scriptless.goto(f"{address}{page}?village=爱国村")
        expect(scriptless.locator(LINE)).to_be_hidden()


@pytest.mark.parametrize("page", ["index.html", "duty.html", "events.html", "topics/wages.html"])
def test_axe_finds_nothing_once_a_village_is_chosen(phone: Page, address: str, page: str) -> None:
    choose(phone, address, "汲浜村")
    visit(phone, address + page)
    expect(phone.locator(LINE)).to_contain_text("汲浜村")
    phone.wait_for_load_state("networkidle")
    assert [each["id"] for each in Axe().run(phone).response["violations"]] == []


def test_what_is_pressed_is_as_high_as_a_finger(phone: Page, address: str) -> None:
    choose(phone, address, "爱国村")
    visit(phone, address + "index.html")
    phone.wait_for_load_state("networkidle")
    for each in phone.locator(f"{LINE} a, {LINE} button").all():
        box = each.bounding_box()
        assert box
        assert box["height"] >= 44
