"""订阅和转发: the messages of the reader's own day, copied as they stand, and addresses for calendar apps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23 08:00", ["今天 11月23日 星期一", "明天 11月24日 星期二", "本周 11月23日—11月29日"]),
        ("2026-12-06 23:59", ["今天 12月6日 星期日", "明天 12月7日 星期一", "本周 11月30日—12月6日"]),
        ("2027-01-04 08:00", ["今天 1月4日 星期一", "明天 1月5日 星期二", "本周 1月4日—1月10日"]),
        ("2027-03-28 08:00", ["今天 3月28日 星期日", "本周 3月22日—3月28日"]),
        ("2027-03-29 08:00", []),
    ],
)
def test_messages_are_those_of_today(phone: Page, address: str, moment: str, expected: list[str]) -> None:
    visit(phone, address + "subscribe.html", moment)
    assert shown(phone.locator(".fh-wechat h3")) == expected
    assert phone.locator(".fh-wechat [data-expired]").is_visible() is not bool(expected)


def test_a_message_is_copied_as_it_stands(phone: Page, address: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(phone, address + "subscribe.html")
    button = phone.get_by_role("button", name="复制这段话").first
    button.click()
    expect(phone.get_by_role("button", name="已复制")).to_be_visible()
    copied = phone.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines() == phone.locator(".fh-wechat__text").first.inner_text().splitlines()


def agent(page: Page, name: str) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'userAgent', {{value: '{name}'}})")


def test_an_address_to_subscribe_to_is_whole(phone: Page, address: str) -> None:
    agent(phone, "iPhone")
    visit(phone, address + "subscribe.html")
    subscribe = phone.get_by_role("link", name="订阅：全部值班")
    expect(subscribe).to_have_attribute("href", f"{address}calendars/all.ics".replace("http:", "webcal:"))


def test_nothing_is_offered_that_does_not_open(phone: Page, address: str) -> None:
    agent(phone, "Android MicroMessenger")
    visit(phone, address + "subscribe.html")
    expect(phone.get_by_text("微信里打不开日历")).to_be_visible()
    expect(phone.locator("[data-webcal]:visible")).to_have_count(0)
