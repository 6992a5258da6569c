"""On a holiday nobody is shown on duty, and what the holiday ate or moved is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser

CARD = "[data-duty-now]"


def answer(page: Page) -> tuple[list[str], list[str], list[str]]:
    """What the card says is stopped, its label, and the time of the next duty."""
    found = [
        shown(page.locator(f"{CARD} {part}")) for part in ("[data-stop]", "[data-label]", ".fh-shift__time")
    ]
    return found[0], found[1], found[2]


def test_a_holiday_says_what_it_ate_and_then_the_next_duty(phone: Page, autumn: str) -> None:
    visit(phone, autumn + "index.html", "2026-10-01 10:00")
    stops, label, time = answer(phone)
    assert stops == ["今天国庆节放假，停一次 09:00–11:00 中兴镇公共法律服务站 13:30–16:00 西片法律顾问轮值"]
    assert label == ["下次值班"]
    assert time[0].startswith("10月8日 星期四")
    expect(phone.get_by_text("今天没有值班")).to_be_hidden()


@pytest.mark.parametrize("name", ["places/station.html", "duty.html", "duty/2026-10.html"])
def test_tables_keep_a_line_for_what_a_holiday_ate(phone: Page, autumn: str, name: str) -> None:
    visit(phone, autumn + name, "2026-10-01 10:00")
    day = phone.locator("[data-duty-table] [data-date='2026-10-01'], [data-weeks] [data-date='2026-10-01']")
    expect(day.filter(has_text="国庆节放假，停一次").first).to_be_visible()


def test_a_message_for_the_group_says_what_a_holiday_ate(phone: Page, autumn: str) -> None:
    visit(phone, autumn + "subscribe.html", "2026-10-01 10:00")
    text = phone.locator(".fh-wechat__text:visible").first.inner_text().splitlines()
    station = text.index("09:00–11:00 中兴镇公共法律服务站 国庆节放假，停一次")
    assert text[station + 1] == "　下一次：10月8日 星期四 09:00–11:00"


@pytest.mark.parametrize(
    ("moment", "stops", "time"),
    [
        (
            "2027-01-01 14:30",
            "今天元旦放假，已顺延到1月4日 14:00–16:00 14:00–16:00 中兴镇公共法律服务站",
            "1月2日 星期六 08:00–10:00",
        ),
        (
            "2027-02-06 09:00",
            "今天春节放假，停一次 08:00–10:00 聪哥公共法律服务点",
            "2月9日 星期二 09:00–11:00",
        ),
    ],
)
def test_a_day_off_by_law_carries_no_duty_in_a_year_without_a_notice(
    phone: Page, address: str, moment: str, stops: str, time: str
) -> None:
    visit(phone, address + "index.html", moment)
    said, label, when = answer(phone)
    assert said == [stops]
    assert label[0] in ("按计划明天值班", "按计划下次值班")
    assert when[0] == time
    expect(phone.locator(f"{CARD} .fh-tag--open:visible")).to_have_count(0)
    expect(phone.get_by_text("正在值班")).to_have_count(0)
