"""Events: narrowed by category and village, and moved when they are over."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser

TITLES = "[data-item]:visible .fh-event__title a"
MARKET = "国家宪法日 · 普法早市"
LECTURE = "民法典讲座：遗嘱怎么写才算数"


def test_a_category_leaves_its_own_events(phone: Page, address: str) -> None:
    visit(phone, address + "events.html")
    phone.get_by_role("button", name="法律讲座").click()
    assert shown(phone.locator(TITLES)) == [
        "民法典讲座：遗嘱怎么写才算数",
        "守护养老钱：常见骗局怎么识破",
        "民法典等法律知识村居讲座",
    ]
    phone.get_by_role("button", name="全部", exact=True).click()
    assert len(shown(phone.locator(TITLES))) == 14


def test_a_village_leaves_the_events_held_there(phone: Page, address: str) -> None:
    visit(phone, address + "events.html")
    phone.get_by_label("村居").select_option("爱国村")
    assert shown(phone.locator(TITLES)) == [LECTURE]


def test_a_choice_stands_in_the_address_and_can_be_passed_on(phone: Page, address: str) -> None:
    visit(phone, address + "events.html")
    phone.get_by_label("村居").select_option("爱国村")
    visit(phone, phone.url)
    assert shown(phone.locator(TITLES)) == [LECTURE]


def test_an_event_that_is_over_moves_from_the_coming_to_those_of_its_year(phone: Page, address: str) -> None:
    where = {}
    for moment in ("2026-12-04 08:00", "2026-12-05 08:00"):
        visit(phone, address + "events.html", moment)
        where[moment] = [
            MARKET in shown(phone.locator(f"{part} .fh-event__title a"))
            for part in ("[data-coming]", "[data-year='2026']")
        ]
    assert list(where.values()) == [[True, False], [False, True]]


@pytest.mark.parametrize(
    ("moment", "word", "green"),
    [
        ("2026-12-03 23:59", "明天", False),
        ("2026-12-04 07:29", "今天 7:30", False),
        ("2026-12-04 07:30", "正在举办", True),
        ("2026-12-04 09:29", "正在举办", True),
    ],
)
def test_an_event_is_on_between_its_hours_only(
    phone: Page, address: str, moment: str, word: str, green: bool
) -> None:
    visit(phone, address + "events.html", moment)
    mark = phone.locator("[data-coming] [data-event]", has_text=MARKET).locator("[data-mark]")
    expect(mark).to_have_text(word)
    assert ("fh-tag--open" in (mark.get_attribute("class") or "")) is green


@pytest.mark.parametrize("moment", ["2026-12-04 09:30", "2026-12-04 20:00"])
def test_an_event_is_over_with_its_last_hour(phone: Page, address: str, moment: str) -> None:
    visit(phone, address + "events.html", moment)
    coming, past = (
        shown(phone.locator(f"{part} .fh-event__title a")) for part in ("[data-coming]", "[data-year='2026']")
    )
    assert (MARKET in coming, MARKET in past) == (False, True)
    visit(phone, address + "events/xianfari-zaoshi-2026.html", moment)
    assert shown(phone.locator("[data-mark]")) == ["已结束"]


@pytest.mark.parametrize(
    ("moment", "word"),
    [
        ("2026-12-21 08:59", "今天 9:00"),
        ("2026-12-21 10:00", "正在举办"),
        ("2026-12-21 20:00", "今天已结束，明天还有"),
        ("2026-12-22 08:00", "今天 9:00"),
        ("2026-12-22 09:00", "正在举办"),
        ("2026-12-25 11:00", "已结束"),
    ],
)
def test_a_daily_series_is_on_during_its_hours_of_each_day(
    phone: Page, address: str, moment: str, word: str
) -> None:
    visit(phone, address + "events/taoxin-zixun-2026.html", moment)
    assert shown(phone.locator("[data-mark]")) == [word]


def test_a_cancelled_event_says_so_and_why(phone: Page, address: str) -> None:
    visit(phone, address + "events/fanzha-jiangzuo-2026.html")
    expect(phone.get_by_text("这场活动已取消")).to_be_visible()
    expect(phone.get_by_text("场地维修，另行通知", exact=True)).to_be_visible()


def test_when_all_events_are_over_the_page_says_whom_to_ask(phone: Page, address: str) -> None:
    visit(phone, address + "events.html", "2027-02-01 08:00")
    expect(phone.locator("[data-coming] [data-none]")).to_be_visible()
    assert shown(phone.locator("[data-coming] [data-event]")) == []


def places_of(page: Page, event: str) -> list[str]:
    """Where the list has an event: its cards among the coming ones, in order."""
    return shown(page.locator(f"[data-coming] [data-event]:has(a[href*='/{event}.html']) .fh-event__block"))


def test_a_moved_event_is_told_on_its_old_day_until_that_day_is_over(
    phone: Page, hostile_address: str
) -> None:
    visit(phone, hostile_address + "events.html", "2026-12-27 08:00")
    assert places_of(phone, "moved") == ["12月 27", "12月 30"]
    expect(phone.locator("[data-count]")).to_have_text("共 8 场活动")
    old = phone.locator("[data-moved]")
    assert "12月27日不办，改到 12月30日 星期三" in shown(old)[0]
    assert shown(old.locator("[data-mark]")) == ["今天"]
    visit(phone, hostile_address + "events.html", "2026-12-28 08:00")
    assert places_of(phone, "moved") == ["12月 30"]
    visit(phone, hostile_address + "events.html", "2026-12-31 08:00")
    assert places_of(phone, "moved") == []
    assert len(shown(phone.locator("[data-event]:has(a[href*='/moved.html'])"))) == 1


def test_a_postponed_event_is_never_over(phone: Page, hostile_address: str) -> None:
    visit(phone, hostile_address + "events.html", "2027-02-01 08:00")
    assert places_of(phone, "late") == ["12月 29"]
    visit(phone, hostile_address + "events/late.html", "2027-02-01 08:00")
    assert "已结束" not in phone.locator(".fh-event-page").inner_text()
    assert "新的日子还没有定" in phone.locator(".fh-event-page").inner_text()


def test_a_month_and_a_series_narrow_the_list_and_stand_in_the_address(phone: Page, address: str) -> None:
    visit(phone, address + "events.html?month=2027-01&series=shuizhifa")
    assert shown(phone.locator(TITLES)) == ["早市摆摊问法", "早市摆摊问法", "新春普法早市"]
    phone.get_by_label("月份").select_option("2026年12月")
    assert shown(phone.locator(TITLES)) == ["早市摆摊问法", "年底讨薪咨询周"]
    assert "month=2026-12" in phone.url


def test_a_day_of_an_event_is_on_its_page_and_passes(phone: Page, address: str) -> None:
    days = "[data-coming] .fh-event-day > p:first-child"
    visit(phone, address + "events/zaoshi.html", "2026-12-05 08:00")
    assert shown(phone.locator(days))[0] == "2026年12月5日 星期六 07:30–09:30 正在举办"
    visit(phone, address + "events/zaoshi.html", "2026-12-05 09:30")
    assert "2027年1月9日" in shown(phone.locator(days))[0]
    assert "2026年12月5日" in shown(phone.locator("[data-year='2026'] .fh-event-day"))[0]


def test_a_list_leads_to_the_day(phone: Page, address: str) -> None:
    visit(phone, address + "events.html")
    phone.locator("[data-coming] a", has_text="早市摆摊问法").first.click()
    assert phone.url.endswith("events/zaoshi.html#d2026-12-05")
    expect(phone.locator("#d2026-12-05")).to_be_in_viewport()


def test_the_messages_of_this_week_and_the_next_are_shown(phone: Page, address: str) -> None:
    for moment, names in (
        ("2026-11-23 08:00", ["本周 11月23日—11月29日", "下周 11月30日—12月6日"]),
        ("2026-12-06 08:00", ["本周 11月30日—12月6日", "下周 12月7日—12月13日"]),
    ):
        visit(phone, address + "events/lists/board.html", moment)
        assert shown(phone.locator("[data-message-week] h3")) == names


def test_a_row_of_the_board_goes_when_it_is_over(phone: Page, address: str) -> None:
    visit(phone, address + "events/lists/board.html", "2026-12-06 08:00")
    assert "12月9日" in shown(phone.locator("tbody tr"))[0]


def test_a_copied_message_has_the_address_of_the_page(phone: Page, address: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(phone, address + "events/xianfari-zaoshi-2026.html")
    phone.get_by_role("button", name="复制这段话").click()
    copied = phone.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[1:3] == ["时间：12月4日 星期五 07:30–09:30", "地点：汲浜集市"]
    assert copied[-1] == f"{address}events/xianfari-zaoshi-2026.html"


def test_today_is_marked_in_the_month(phone: Page, address: str) -> None:
    visit(phone, address + "events/months/2026-12.html", "2026-12-04 08:00")
    assert phone.locator("td.is-today").get_attribute("data-month-day") == "2026-12-04"
