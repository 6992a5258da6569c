"""发给家人: a card as text, with the address of the page; in WeChat no calendar that wouldn't open."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import visit

pytestmark = pytest.mark.browser


def agent(page: Page, name: str) -> None:
    """Nothing; what the browser says it is."""
    page.add_init_script(f"Object.defineProperty(navigator, 'userAgent', {{value: '{name}'}})")


def copied(page: Page, button: Locator) -> list[str]:
    """The lines on the clipboard after a press of the button, which says when they are there."""
    button.click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.splitlines()


@pytest.mark.parametrize("name", ["index.html", "places/zhongxing-room.html"])
def test_a_card_is_copied_with_place_time_person_number_and_address(
    phone: Page, address: str, name: str
) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(phone, address + name, "2026-11-24 08:00")
    assert copied(phone, phone.locator("[data-duty-now] [data-send]:visible")) == [
        "中兴村公共法律服务室",
        "11月24日 星期二 09:00–11:00",
        "张律师 示例",
        "打给中兴村服务室 021-0000-0007 示例",
        f"{address}places/zhongxing-room.html",
    ]


def test_where_no_duty_is_left_the_offices_number_can_be_sent(phone: Page, address: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(phone, address + "places/station.html", "2027-06-01 08:00")
    assert copied(phone, phone.locator("[data-duty-now] [data-send]:visible")) == [
        "中兴镇公共法律服务站",
        "打给中兴镇司法所 021-0000-0001 示例",
        f"{address}places/station.html",
    ]


@pytest.mark.parametrize("name", ["places/aiguo-room.html", "subscribe.html", "duty.html", "map.html"])
def test_in_wechat_no_link_leads_to_a_calendar(phone: Page, address: str, name: str) -> None:
    agent(phone, "Android MicroMessenger/8")
    visit(phone, address + name)
    links = phone.locator("a[href*='.ics'], a[href^='webcal:']")
    assert [link.get_attribute("href") for link in links.all() if link.is_visible()] == []


def test_in_wechat_the_next_date_is_copied_instead(phone: Page, address: str) -> None:
    agent(phone, "MicroMessenger/8")
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(phone, address + "places/aiguo-room.html", "2026-11-25 14:00")
    assert copied(phone, phone.get_by_role("button", name="复制下一次的日期"))[:4] == [
        "爱国村公共法律服务室",
        "11月25日 星期三 13:30–16:00",
        "李律师 示例",
        "打给李律师 021-0000-0022 示例",
    ]


def test_elsewhere_the_calendar_is_offered(phone: Page, address: str) -> None:
    visit(phone, address + "places/aiguo-room.html")
    expect(phone.locator(".fh-calendar-link a").first).to_have_attribute("href", re.compile(r"\.ics$"))
    expect(phone.locator("[data-copy-date]")).to_be_hidden()
