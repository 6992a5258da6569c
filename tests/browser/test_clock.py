"""A page that stays open: each dated part follows the clock over the end of a shift and over midnight."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page

from tests.browser.visits import KINDS, shown, visit

pytestmark = pytest.mark.browser

AIGUO, STATION, POINT = "places/aiguo-room.html", "places/station.html", "places/congge-point.html"
MARKET = "events/xianfari-zaoshi-2026.html"


def moment_of(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+08:00")


def leave_open(page: Page, address: str, moment: str) -> None:
    page.clock.install(time=moment_of(moment))
    page.goto(address)


def wait(page: Page, minutes: int) -> None:
    page.clock.run_for(minutes * 60_000)


PARTS = [
    # Over the end of a shift.
    ("index.html", "2026-11-23 10:58", "[data-duty-now] [data-label]", ["正在值班"], ["明天值班"]),
    (STATION, "2026-11-23 10:58", "[data-duty-now] [data-label]", ["正在值班"], ["后天值班"]),
    (AIGUO, "2026-11-25 15:58", "[data-duty-now] [data-over]", [], ["今天的值班已经结束。"]),
    # Over its beginning.
    ("index.html", "2026-11-23 08:58", "[data-duty-now] [data-label]", ["今天值班"], ["正在值班"]),
    # Over midnight.
    ("index.html", "2026-11-23 23:58", "[data-duty-now] [data-label]", ["明天值班"], ["今天值班"]),
    ("index.html", "2026-12-05 23:58", "[data-stop] strong", ["今天停一次（服务点检修电路）"], []),
    ("duty.html", "2026-11-29 23:58", "[data-week]:first-of-type caption", ["本周 11月23日—11月29日"], []),
    (
        "subscribe.html",
        "2026-11-23 23:58",
        ".fh-wechat h3",
        ["今天 11月23日 星期一", "明天 11月24日 星期二", "本周 11月23日—11月29日"],
        ["今天 11月24日 星期二", "明天 11月25日 星期三", "本周 11月23日—11月29日"],
    ),
    (MARKET, "2026-12-03 23:58", "[data-mark]", ["明天"], ["今天 7:30"]),
    (MARKET, "2026-12-04 09:28", "[data-mark]", ["正在举办"], ["已结束"]),
    (
        "events.html",
        "2026-12-04 09:28",
        f"[data-coming] a[href='{MARKET}']",
        ["国家宪法日 · 普法早市"],
        [],
    ),
]


@pytest.mark.parametrize(("name", "moment", "part", "before", "after"), PARTS)
def test_a_part_of_an_open_page_follows_the_clock(
    phone: Page, address: str, name: str, moment: str, part: str, before: list[str], after: list[str]
) -> None:
    leave_open(phone, address + name, moment)
    assert shown(phone.locator(part)) == before
    wait(phone, 4)
    assert shown(phone.locator(part)) == after


# A phone that slept runs no timers; a page that comes out of the history says so in its own way.
RETURNS = [
    "document.dispatchEvent(new Event('visibilitychange'))",
    "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))",
]


@pytest.mark.parametrize("returns", RETURNS)
def test_a_message_to_copy_is_todays_when_the_page_comes_back_after_midnight(
    phone: Page, address: str, returns: str
) -> None:
    visit(phone, address + "subscribe.html", "2026-11-23 23:00")
    phone.clock.set_fixed_time(moment_of("2026-11-24 07:00"))
    assert shown(phone.locator(".fh-wechat h3"))[0] == "今天 11月23日 星期一"
    phone.evaluate(returns)
    assert shown(phone.locator(".fh-wechat h3"))[0] == "今天 11月24日 星期二"


ROWS = [
    ("duty.html", "[data-week]", "2026-11-23"),
    ("duty/2026-12.html", "[data-duty-table]", "2026-12-07"),
    (STATION, "#dates", "2026-11-23"),
]


@pytest.mark.parametrize(("name", "table", "day"), ROWS)
def test_todays_row_moves_on_at_midnight(phone: Page, address: str, name: str, table: str, day: str) -> None:
    def marked() -> set[str | None]:
        return {row.get_attribute("data-date") for row in phone.locator(f"{table} .is-today").all()}

    leave_open(phone, address + name, f"{day} 23:58")
    assert marked() == {day}
    wait(phone, 4)
    assert day not in marked()


def test_a_card_of_the_map_page_moves_on_at_the_end_of_a_shift(phone: Page, address: str) -> None:
    leave_open(phone, address + "map.html", "2026-11-23 10:58")
    first = phone.locator("#place-station [data-upcoming] [data-date]:visible").first
    assert first.get_attribute("data-date") == "2026-11-23"
    wait(phone, 4)
    assert first.get_attribute("data-date") == "2026-11-25"


def test_what_was_chosen_stays_chosen_while_the_clock_goes_on(phone: Page, address: str) -> None:
    leave_open(phone, address + "events.html", "2026-11-23 08:00")
    phone.get_by_role("button", name="法律讲座").click()
    chosen = shown(phone.locator("[data-item]:visible h3"))
    wait(phone, 2)
    assert shown(phone.locator("[data-item]:visible h3")) == chosen


@pytest.mark.parametrize("name", [name for name in KINDS if name != "videos.html"])
def test_a_day_goes_by_without_an_error(phone: Page, address: str, name: str) -> None:
    failures: list[str] = []
    phone.on("console", lambda said: failures.append(said.text) if said.type == "error" else None)
    phone.on("pageerror", lambda error: failures.append(str(error)))
    leave_open(phone, address + name, "2026-12-04 23:30")
    wait(phone, 60)
    assert failures == []
