"""Danger comes first: one touch on the first screen opens the numbers to dial, with or without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.visits import on_top, shown, visit

pytestmark = pytest.mark.browser

DOOR = ".fh-danger summary"
SMALL = ViewportSize(width=320, height=568)
USUAL = ViewportSize(width=390, height=844)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["320", "390"])
@pytest.mark.parametrize("view", ["normal", "large"])
def test_the_door_is_whole_on_the_first_screen(
    phone: Page, address: str, size: ViewportSize, view: str
) -> None:
    phone.set_viewport_size(size)
    visit(phone, address + "index.html")
    if view == "large":
        phone.locator("[data-large-view]").click()
    door = phone.locator(DOOR)
    box = door.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= size["height"] - 60
    assert on_top(door)
    assert "被骗、被打、有危险" in shown(door)[0]


def test_one_touch_opens_the_numbers_and_what_to_do(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    calls = phone.locator(".fh-danger a")
    expect(calls.first).to_be_hidden()
    phone.locator(DOOR).tap()
    assert shown(calls) == ["拨打 110 报警", "拨打 96110 反诈专线"]
    assert [call.get_attribute("href") for call in calls.all()] == ["tel:110", "tel:96110"]
    assert shown(phone.locator(".fh-danger li")) == [
        "别再转账",
        "打银行卡背面的电话，请银行停住这笔钱",
        "聊天记录别删",
    ]
    for call in calls.all():
        box = call.bounding_box()
        assert box
        assert box["x"] + box["width"] <= USUAL["width"] - 16
        assert box["y"] + box["height"] <= USUAL["height"]


def test_it_opens_without_scripts(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "index.html")
    scriptless.locator(DOOR).click()
    expect(scriptless.locator(".fh-danger a").first).to_be_visible()


def test_a_town_that_writes_nothing_about_danger_has_no_door(phone: Page, second_address: str) -> None:
    visit(phone, second_address + "index.html")
    expect(phone.locator(DOOR)).to_have_count(0)


def test_urgent_numbers_stand_first_and_say_whom_they_call(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    names = [link.get_attribute("aria-label") for link in phone.locator(".fh-hotlines a").all()]
    assert names[:3] == ["拨打 110 报警", "拨打 96110 反诈专线", "拨打 12348 公共法律服务热线"]


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["320", "390"])
def test_who_is_led_to_the_numbers_sees_their_heading(
    phone: Page, second_address: str, size: ViewportSize
) -> None:
    phone.set_viewport_size(size)
    visit(phone, second_address + "index.html")
    phone.locator(".fh-doors a[href$='#hotlines']").first.click()
    heading = phone.get_by_role("heading", name="还可以打这些电话")
    expect(heading).to_be_in_viewport(ratio=1)
    assert on_top(heading)
