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


def test_after_five_weeks_the_table_says_it_has_ended_and_whom_to_call(phone: Page, address: str) -> None:
    visit(phone, address + "duty.html", "2026-12-28 08:00")
    assert shown(phone.locator("[data-week]")) == []
    ended = phone.locator("[data-weeks] [data-expired]")
    expect(ended).to_contain_text("到 12月27日 为止，还没有更新")
    expect(ended.locator("a")).to_have_attribute("href", "tel:02100000001")


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


def test_a_card_of_the_map_page_that_has_run_out_says_whom_to_call(phone: Page, address: str) -> None:
    visit(phone, address + "map.html", "2027-03-29 08:00")
    card = phone.locator("#place-station")
    expect(card.locator("[data-upcoming] [data-date]:visible")).to_have_count(0)
    expect(card.locator("[data-when-empty]")).to_be_visible()
