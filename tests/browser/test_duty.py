"""The duty page stays right for five weeks without a build, and then says that it isn't."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("moment", "weeks"),
    [
        ("2026-11-23 08:00", ["本周 11月23日—11月29日", "下周 11月30日—12月6日"]),
        ("2026-11-29 23:59", ["本周 11月23日—11月29日", "下周 11月30日—12月6日"]),
        ("2026-11-30 00:00", ["本周 11月30日—12月6日", "下周 12月7日—12月13日"]),
        ("2026-12-24 08:00", ["本周 12月21日—12月27日"]),
    ],
)
def test_this_week_and_the_next_are_those_of_the_readers_day(
    phone: Page, address: str, moment: str, weeks: list[str]
) -> None:
    visit(phone, address + "duty.html", moment)
    assert shown(phone.locator("[data-week] caption")) == weeks


def test_today_is_marked_and_what_is_past_is_greyed(phone: Page, address: str) -> None:
    visit(phone, address + "duty.html", "2026-11-24 08:00")
    marked = {
        name: {row.get_attribute("data-date") for row in phone.locator(f"[data-week] .{name}").all()}
        for name in ("is-today", "is-past")
    }
    assert marked == {"is-today": {"2026-11-24"}, "is-past": {"2026-11-23"}}


def test_a_shift_of_today_whose_hours_are_over_says_so(phone: Page, address: str) -> None:
    for name, shift in (("duty.html", "[data-week]"), ("places/station.html", "#dates")):
        visit(phone, address + name, "2026-11-23 11:00")
        rows = phone.locator(f"{shift} tr.is-over")
        assert [row.get_attribute("data-date") for row in rows.all()] == ["2026-11-23"]
    visit(phone, address + "map.html", "2026-11-23 11:00")
    expect(phone.locator("#place-station [data-date='2026-11-23']")).to_be_hidden()


BEYOND = "[data-weeks] [data-beyond]"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-12-20 23:59", []),
        ("2026-12-21 08:00", ["12月28日起的值班，请按月看： 2026年12月谁值班"]),
        ("2026-12-28 00:00", ["今天的值班，请按月看： 2026年12月谁值班"]),
        ("2027-01-04 08:00", ["今天的值班，请按月看： 2027年1月谁值班"]),
        ("2027-03-28 23:59", ["今天的值班，请按月看： 2027年3月谁值班"]),
        ("2027-03-29 00:00", []),
    ],
)
def test_beyond_the_weeks_the_page_names_the_month_that_has_the_day(
    phone: Page, address: str, moment: str, words: list[str]
) -> None:
    visit(phone, address + "duty.html", moment)
    assert shown(phone.locator(BEYOND)) == words


def test_the_month_that_is_named_opens_at_the_day(phone: Page, address: str) -> None:
    visit(phone, address + "duty.html", "2027-01-14 08:00")
    phone.locator(f"{BEYOND} a:visible").click()
    day = phone.locator("td.is-today")
    expect(day).to_have_attribute("data-date", "2027-01-14")
    expect(day).to_be_in_viewport()


@pytest.mark.parametrize("name", ["index.html", "duty.html", "subscribe.html", "places/station.html"])
def test_one_day_is_the_last_that_anything_is_known_of(phone: Page, address: str, name: str) -> None:
    for day, expired in (("2026-12-28", False), ("2027-03-28", False), ("2027-03-29", True)):
        visit(phone, address + name, f"{day} 08:00")
        said = "\n".join(shown(phone.locator("[data-expired]")))
        assert ("还没有更新" in said) is expired
        assert ("到 3月28日 为止" in said) is expired


def test_a_year_without_a_notice_is_planned_by_row_where_weeks_mix_and_by_month_elsewhere(
    phone: Page, address: str
) -> None:
    visit(phone, address + "places/station.html", "2027-01-04 08:00")
    months = shown(phone.locator("#dates th[scope=rowgroup]"))
    assert months[0] == "2027年1月 按计划：放假安排还没公布，去之前先打电话问。"
    assert "按计划" not in phone.locator("#dates tr[data-date='2027-01-07']").inner_text()
    visit(phone, address + "duty/2027-01.html", "2027-01-04 08:00")
    assert len(shown(phone.get_by_text("按计划"))) == 1
    visit(phone, address + "duty/2026-12.html", "2026-12-04 08:00")
    assert shown(phone.get_by_text("按计划")) == []


def test_the_table_of_a_place_hides_the_days_that_are_over(phone: Page, address: str) -> None:
    visit(phone, address + "places/station.html", "2026-12-10 08:00")
    dates = [
        row.get_attribute("data-date")
        for row in phone.locator("#dates tr[data-date]").all()
        if row.is_visible()
    ]
    assert dates[0] == "2026-12-10"
    expect(phone.locator("#dates [data-expired]")).to_be_hidden()


def test_the_table_of_a_place_that_has_run_out_says_so(phone: Page, address: str) -> None:
    visit(phone, address + "places/station.html", "2027-03-29 08:00")
    assert shown(phone.locator("#dates tr[data-date]")) == []
    expect(phone.locator("#dates [data-expired]")).to_contain_text("021-0000-0001")


def test_a_month_keeps_the_days_that_are_over(phone: Page, address: str) -> None:
    visit(phone, address + "duty/2026-11.html", "2026-11-30 08:00")
    expect(phone.locator("td[data-date='2026-11-02']")).to_be_visible()


def test_a_card_of_the_map_page_names_nobody_whose_day_is_over(phone: Page, address: str) -> None:
    # Four weeks after the build.
    visit(phone, address + "map.html", "2026-12-21 08:00")
    dates = phone.locator("#place-station [data-upcoming] [data-date]:visible")
    assert [entry.get_attribute("data-date") for entry in dates.all()] == ["2026-12-21", "2026-12-23"]


def test_a_card_of_the_map_page_that_has_no_more_dates_leads_to_them(phone: Page, address: str) -> None:
    visit(phone, address + "map.html", "2027-03-01 08:00")
    card = phone.locator("#place-station")
    expect(card.locator("[data-when-empty]")).to_be_hidden()
    expect(card.get_by_role("link", name="看值班日期")).to_have_attribute("href", "places/station.html#dates")


def test_a_card_of_the_map_page_that_has_run_out_says_whom_to_call(phone: Page, address: str) -> None:
    visit(phone, address + "map.html", "2027-03-29 08:00")
    card = phone.locator("#place-station")
    expect(card.locator("[data-upcoming] [data-date]:visible")).to_have_count(0)
    expect(card.locator("[data-when-empty]")).to_be_visible()
