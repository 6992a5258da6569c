"""The real positions and the sheet: every known position, and who, when, which number and which way."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.domain import geo
from macros.models.places import Position
from macros.models.town import Town
from tests.browser.visits import real_positions, shown, visit

pytestmark = pytest.mark.browser

SHEET = "[data-map-sheet]"


def opened(page: Page, name: str) -> Locator:
    """The sheet of a place, opened with the keyboard from its mark."""
    real_positions(page)
    page.locator(f"#map_service .fh-marker[aria-label^='{name}']").focus()
    page.keyboard.press("Enter")
    sheet = page.locator(SHEET)
    expect(sheet).to_be_visible()
    return sheet


def spot(link: Locator, pattern: str) -> tuple[float, float]:
    """The two numbers in a link's address."""
    found = re.search(pattern, unquote(link.get_attribute("href") or ""))
    assert found
    return float(found[1]), float(found[2])


def test_every_place_with_a_known_position_has_a_marker(phone: Page, address: str, town: Town) -> None:
    visit(phone, address + "map.html")
    drawn = sum(place.position is not None for place in town.places)
    assert 5 < drawn < len(town.places)
    expect(real_positions(phone)).to_have_count(drawn)


def test_enter_opens_a_sheet_that_says_who_when_and_which_number(phone: Page, address: str) -> None:
    visit(phone, address + "map.html", "2026-11-24 08:00")
    sheet = opened(phone, "爱国村公共法律服务室")
    expect(sheet).to_contain_text("爱国村公共法律服务室")
    expect(sheet).to_contain_text("11月25日 星期三")
    expect(sheet).to_contain_text("李律师")
    expect(sheet).to_contain_text("一楼东边")
    expect(sheet.get_by_role("link", name="看这一处的全部")).to_have_attribute(
        "href", re.compile("places/aiguo-room.html")
    )
    expect(sheet.locator("a.fh-button--call")).to_have_attribute("href", "tel:02100000004")


def test_today_is_said_by_a_word_on_mark_cell_and_sheet(phone: Page, address: str) -> None:
    visit(phone, address + "map.html", "2026-11-25 09:30")
    expect(phone.locator("[data-choose=aiguo-room]").first).to_contain_text("今天 13:30")
    sheet = opened(phone, "爱国村公共法律服务室，村里的法律服务室，示范，位置是示例，今天有人值班")
    expect(sheet.locator("li[data-date='2026-11-25']")).to_contain_text("今天")
    assert "今天" in phone.locator(".fh-marker.is-chosen .fh-marker__label").inner_text()


def test_a_sheet_names_nobody_whose_day_is_over(phone: Page, address: str) -> None:
    visit(phone, address + "map.html", "2026-11-26 08:00")
    before = opened(phone, "中兴镇公共法律服务站").inner_text()
    visit(phone, address + "map.html", "2026-12-01 08:00")
    after = opened(phone, "中兴镇公共法律服务站").inner_text()
    assert "11月26日" in before
    assert "11月26日" not in after


def test_the_map_apps_get_the_position_in_their_own_order(phone: Page, address: str, town: Town) -> None:
    visit(phone, address + "map.html")
    links = opened(phone, "汲浜村公共法律服务室").locator(".fh-map-links__list a")
    assert shown(links) == ["高德", "百度", "腾讯"]
    position = town.place_by_id["jibang-room"].position
    assert isinstance(position, Position)
    right = geo.gcj02(position)
    east, north = round(right.longitude, 6), round(right.latitude, 6)
    assert spot(links.nth(0), r"^https://uri\.amap\.com/marker\?position=([\d.]+),([\d.]+)&") == (east, north)
    baidu, tencent = (
        r"^https://api\.map\.baidu\.com/marker\?location=([\d.]+),([\d.]+)&",
        r"^https://apis\.map\.qq\.com/uri/v1/marker\?marker=coord:([\d.]+),([\d.]+);",
    )
    assert spot(links.nth(1), baidu) == (north, east)
    assert spot(links.nth(2), tencent) == (north, east)


def test_a_made_up_position_is_searched_for_by_the_villages_name(phone: Page, address: str) -> None:
    visit(phone, address + "map.html")
    sheet = opened(phone, "爱国村公共法律服务室")
    expect(sheet).to_contain_text("用地图软件搜“崇明区中兴镇爱国村”")
    assert shown(sheet.locator(".fh-map-links__list a")) == ["高德", "腾讯"]


def test_a_place_whose_position_is_unknown_is_listed_and_said_to_be_undrawn(
    phone: Page, address: str, town: Town
) -> None:
    visit(phone, address + "map.html")
    unknown = [place.id for place in town.places if place.position is None]
    assert unknown
    for name in unknown:
        expect(phone.locator(f"#place-{name}")).to_contain_text("没有画在图上")
