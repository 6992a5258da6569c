"""The home page answers in the first screen of a phone, and stays right while nobody builds it anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import PHONE, on_top, shown, visit

pytestmark = pytest.mark.browser

CARD = "[data-duty-now]"
FIRST_SCREEN = (
    ".fh-header__name",
    f"{CARD} .fh-shift__place:visible",
    f"{CARD} .fh-shift__time:visible",
    f"{CARD} .fh-person__name:visible",
    f"{CARD} .fh-button--call:visible",
    "#village-name",
    ".fh-call-bar__link",
)


def names(page: Page) -> list[str]:
    """Who is named as on duty."""
    return shown(page.locator(f"{CARD} .fh-person__name"))


@pytest.mark.parametrize("moment", ["2026-11-23 08:00", "2026-11-23 12:00", "2026-11-26 08:00"])
def test_the_first_screen_of_a_phone_has_the_whole_answer(phone: Page, address: str, moment: str) -> None:
    visit(phone, address + "index.html", moment)
    for part in FIRST_SCREEN:
        found = phone.locator(part).first
        box = found.bounding_box()
        assert box, part
        assert 0 <= box["y"] <= PHONE["height"] - box["height"], part
        assert 0 <= box["x"] <= PHONE["width"] - box["width"], part
        assert on_top(found), part


def test_the_bar_at_the_foot_calls_12348(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    expect(phone.locator(".fh-call-bar a")).to_have_attribute("href", "tel:12348")


@pytest.mark.parametrize(
    ("moment", "whom", "number"),
    [
        ("2026-11-23 08:59", "打给中兴镇服务站", "02100000001"),
        ("2026-11-23 09:00", "打给吴律师", "02100000029"),
        ("2026-11-23 10:59", "打给吴律师", "02100000029"),
        # Over: the next shift's place.
        ("2026-11-23 11:00", "打给中兴村服务室", "02100000007"),
        ("2027-03-29 08:00", "打给中兴镇司法所", "02100000001"),
    ],
)
def test_a_persons_number_is_offered_only_while_on_duty_and_the_button_says_whom_it_calls(
    phone: Page, address: str, moment: str, whom: str, number: str
) -> None:
    visit(phone, address + "index.html", moment)
    button = phone.locator(f"{CARD} .fh-button--call:visible")
    expect(button).to_have_count(1)
    expect(button).to_contain_text(whom)
    expect(button).to_have_attribute("href", f"tel:{number}")


def test_a_page_left_open_changes_the_number_at_the_start_and_at_the_end(phone: Page, address: str) -> None:
    visit(phone, address + "places/station.html", "2026-11-23 08:59")
    button = phone.locator(f"{CARD} .fh-button--call:visible")
    expect(button).to_contain_text("打给中兴镇服务站")
    for moment, whom in (("01:00", "打给吴律师"), ("03:00", "打给中兴镇服务站")):
        phone.clock.set_fixed_time(f"2026-11-23T{moment}:00Z")
        phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(button).to_contain_text(whom)


@pytest.mark.parametrize(
    ("moment", "label", "name", "over", "free"),
    [
        ("2026-11-23 08:59", "今天值班", "吴律师", False, False),
        ("2026-11-23 09:00", "正在值班", "吴律师", False, False),
        ("2026-11-23 10:59", "正在值班", "吴律师", False, False),
        ("2026-11-23 11:00", "明天值班", "张律师", True, False),
        # Leave: who stands in is named, not whose turn it was.
        ("2026-11-26 08:00", "今天值班", "何调解员", False, False),
        # A weekend without duty; a week after the build.
        ("2026-11-28 08:00", "后天值班", "吴律师", False, True),
        ("2026-11-30 08:00", "今天值班", "吴律师", False, False),
    ],
)
def test_the_card_shows_who_can_help_next(
    phone: Page, address: str, moment: str, label: str, name: str, over: bool, free: bool
) -> None:
    visit(phone, address + "index.html", moment)
    assert shown(phone.locator(f"{CARD} [data-label]")) == [label]
    assert names(phone) == [name]
    expect(phone.get_by_text("今天的值班已经结束")).to_be_visible(visible=over)
    expect(phone.get_by_text("今天没有值班")).to_be_visible(visible=free)


def stopped(page: Page) -> list[str]:
    """What the card says doesn't take place today."""
    return shown(page.locator(f"{CARD} [data-stop]"))


def others(page: Page) -> list[str]:
    """The shifts of the same day that the card names in a line each."""
    return shown(page.locator(f"{CARD} [data-brief]"))


def test_a_shift_that_is_over_makes_room_for_the_next_of_the_same_day(phone: Page, address: str) -> None:
    visit(phone, address + "index.html", "2026-11-25 10:59")
    assert (names(phone), len(others(phone))) == (["赵律师"], 2)
    visit(phone, address + "index.html", "2026-11-25 11:00")
    assert shown(phone.locator(f"{CARD} [data-label]")) == ["今天值班"]
    assert names(phone) == ["李律师"]
    assert others(phone) == ["13:30–16:00 公共法律服务站 周法官 示例"]
    expect(phone.locator(f"{CARD} .fh-button--call:visible")).to_have_attribute("href", "tel:02100000004")


def test_nobody_is_said_to_be_on_duty_in_a_vacant_shift(phone: Page, address: str) -> None:
    visit(phone, address + "places/station.html", "2026-12-23 14:00")
    assert stopped(phone) == ["今天暂缺 13:30–16:00"]
    assert shown(phone.locator(f"{CARD} [data-label]")) == ["明天值班"]
    assert shown(phone.locator(f"{CARD} .fh-shift__time")) == ["12月24日 星期四 09:00–11:00"]
    expect(phone.get_by_text("今天没有值班")).to_be_hidden()
    # Said once, not again among those who are there.
    visit(phone, address + "index.html", "2026-12-23 12:00")
    assert len(stopped(phone)) == 1
    assert [text for text in others(phone) if "暂缺" in text] == []


@pytest.mark.parametrize("moment", ["2026-12-05 00:00", "2026-12-05 08:30", "2026-12-05 23:59"])
def test_a_stopped_duty_is_said_all_day_and_then_the_next(phone: Page, address: str, moment: str) -> None:
    visit(phone, address + "index.html", moment)
    assert stopped(phone) == ["今天停一次（服务点检修电路） 08:00–10:00 聪哥公共法律服务点"]
    assert shown(phone.locator(f"{CARD} [data-label]")) == ["后天值班"]
    expect(phone.get_by_text("今天没有值班")).to_be_hidden()
    above = phone.locator(f"{CARD} [data-stop]:visible").bounding_box()
    below = phone.locator(f"{CARD} [data-label]:visible").bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]


def test_a_stopped_duty_is_said_on_its_own_day_only(phone: Page, address: str) -> None:
    for moment in ("2026-12-04 23:59", "2026-12-06 00:00"):
        visit(phone, address + "index.html", moment)
        assert stopped(phone) == []


def test_the_place_and_its_card_on_the_map_page_say_what_is_stopped_too(phone: Page, address: str) -> None:
    visit(phone, address + "places/congge-point.html", "2026-12-05 08:30")
    assert stopped(phone) == ["今天停一次（服务点检修电路） 08:00–10:00"]
    assert shown(phone.locator(f"{CARD} .fh-shift__time")) == ["12月9日 星期三 09:00–11:00"]
    row = phone.locator("#dates tr[data-date='2026-12-05']")
    expect(row).to_contain_text("停一次（服务点检修电路）")
    visit(phone, address + "map.html", "2026-12-05 08:30")
    card = phone.locator("#place-congge-point")
    assert shown(card.locator("[data-stop]")) == ["今天停一次（服务点检修电路） 08:00–10:00"]
    assert shown(card.locator("[data-upcoming] time"))[0] == "12月9日 星期三"


def test_the_old_day_of_a_moved_shift_says_where_it_went(phone: Page, address: str) -> None:
    moved = "今天的值班已改到12月18日 13:30–16:00 09:00–11:00"
    visit(phone, address + "places/station.html", "2026-12-17 08:00")
    assert stopped(phone) == [moved]
    assert shown(phone.locator(f"{CARD} [data-label]")) == ["明天值班"]
    expect(phone.locator("#dates tr[data-date='2026-12-17']")).to_contain_text("已改到12月18日")
    visit(phone, address + "map.html", "2026-12-17 08:00")
    assert shown(phone.locator("#place-station [data-stop]")) == [moved]


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        ("2027-01-04 08:59", "按计划今天值班"),
        ("2027-01-04 10:00", "按计划今天值班"),
        ("2027-01-04 18:00", "按计划明天值班"),
    ],
)
def test_a_duty_of_a_year_without_a_notice_is_planned_and_never_green(
    phone: Page, address: str, moment: str, label: str
) -> None:
    visit(phone, address + "index.html", moment)
    tag = phone.locator(f"{CARD} [data-label]:visible")
    expect(tag).to_have_text(label)
    assert "fh-tag--open" not in (tag.get_attribute("class") or "")
    assert shown(phone.locator(f"{CARD} .fh-planned")) == ["放假安排还没公布，先打电话问。"]


def test_a_page_that_comes_back_to_the_front_looks_at_the_clock_again(phone: Page, address: str) -> None:
    visit(phone, address + "index.html", "2026-11-23 10:00")
    phone.clock.set_fixed_time("2026-11-23T03:00:00Z")
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert shown(phone.locator(f"{CARD} [data-label]")) == ["明天值班"]


def test_on_a_day_without_duty_the_next_date_is_named(phone: Page, address: str) -> None:
    visit(phone, address + "index.html", "2026-11-28 08:00")
    assert shown(phone.locator(f"{CARD} .fh-shift__time"))[0].startswith("11月30日 星期一")


def test_the_date_is_that_of_shanghai_wherever_the_phone_is_set(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, timezone_id="America/New_York")
    page = context.new_page()
    # Still Sunday evening in New York.
    visit(page, address + "index.html", "2026-11-23 09:30")
    assert shown(page.locator(f"{CARD} [data-label]")) == ["正在值班"]
    assert names(page) == ["吴律师"]
    context.close()


def test_after_the_last_valid_day_the_card_has_the_offices_number_and_no_name(
    phone: Page, address: str
) -> None:
    visit(phone, address + "index.html", "2027-03-29 08:00")
    assert names(phone) == []
    assert shown(phone.locator(f"{CARD} [data-date]")) == []
    assert "到 3月28日 为止，还没有更新" in phone.locator(CARD).inner_text()
    calls = phone.locator(f"{CARD} .fh-button--call:visible")
    expect(calls).to_have_count(1)
    expect(calls).to_have_attribute("href", "tel:02100000001")


def test_all_three_advisers_of_one_day_are_named(phone: Page, second_address: str) -> None:
    visit(phone, second_address + "index.html", "2026-11-27 08:00")
    assert names(phone) == ["丁律师", "方律师", "欧阳大律师"]


def test_a_place_with_its_own_page_shows_the_same_card(phone: Page, address: str) -> None:
    visit(phone, address + "places/aiguo-room.html", "2026-11-25 14:00")
    assert shown(phone.locator(f"{CARD} [data-label]")) == ["正在值班"]
    assert names(phone) == ["李律师"]


def test_a_town_with_nothing_to_come_says_whom_to_ask(phone: Page, second_address: str) -> None:
    visit(phone, second_address + "index.html", "2026-12-21 08:00")
    expect(phone.get_by_text("近期没有安排活动")).to_be_visible()
