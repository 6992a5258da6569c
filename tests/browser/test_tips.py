"""Tips: the week's by the reader's clock, copied for a group with its address, and for the loudspeaker."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.models.town import Town
from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser


def copied(page: Page) -> list[str]:
    """The lines on the clipboard."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.splitlines()


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2026-11-23", "银行卡、电话卡，谁来借都不给"),
        ("2026-11-29", "银行卡、电话卡，谁来借都不给"),
        ("2026-11-30", "以案释法：两千元的“神奇”按摩仪"),
        ("2026-12-07", "领一袋鸡蛋，别交出身份证和脸"),
    ],
)
def test_the_home_page_leads_to_the_weeks_tip(phone: Page, address: str, day: str, title: str) -> None:
    visit(phone, address + "index.html", f"{day} 08:00")
    card = phone.locator("section", has=phone.locator("#weekly-tip"))
    assert shown(card.locator("[data-until]")) == [title]
    card.get_by_role("link", name=title).click()
    expect(phone.locator("h1")).to_have_text(title)


def test_long_after_the_build_no_wrong_week_is_named(phone: Page, address: str) -> None:
    visit(phone, address + "index.html", "2027-03-01 08:00")
    card = phone.locator("section", has=phone.locator("#weekly-tip"))
    assert shown(card.locator("[data-until]")) == []
    card.get_by_role("link", name="全部，发到群里").click()
    expect(phone.locator("h1")).to_have_text("每周一条")
    assert shown(phone.locator("[data-until]")) == []


def test_a_tip_is_copied_with_law_number_and_the_pages_address(phone: Page, address: str, town: Town) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tip = next(tip for tip in town.tips.tips if tip.id == "anmoyi")
    expected = [
        f"【中兴镇公共法律服务】{tip.title}",
        *tip.text.splitlines(),
        "（案例是编的，道理是真的。）",
        "依据《消费者权益保护法》第55条，2025年4月19日查对",
        "有事问 12348（公共法律服务热线）",
        f"{address}tips/anmoyi.html",
    ]
    for path in ("tips.html", "tips/anmoyi.html?large=1"):
        visit(phone, address + path, "2026-12-01 08:00")
        phone.locator("[data-send]:visible").click()
        assert copied(phone) == expected, path
    phone.get_by_role("button", name="复制广播稿").click()
    assert copied(phone) == tip.script.splitlines()
    assert f"大约 {tip.seconds} 秒" in phone.locator("article").first.inner_text()


def test_without_scripts_every_tip_can_be_read(scriptless: Page, address: str, town: Town) -> None:
    visit(scriptless, address + "tips.html")
    expect(scriptless.locator(".fh-tip-rows a")).to_have_count(len(town.tips.tips))
    assert len(shown(scriptless.locator("[data-until]"))) == 1
    scriptless.locator(".fh-tip-rows a").first.click()
    assert shown(scriptless.locator("button.fh-js")) == []
    expect(scriptless.locator(".fh-tip__script")).to_be_visible()
