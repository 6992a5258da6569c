"""Months after the last build cards still say who can help, from a small file, or where to look."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from macros.domain.duty import shifts
from macros.domain.duty.shift import Shift
from macros.models.town import Town
from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser

CARD = "[data-duty-now]"
LAST = dt.date(2027, 3, 28)
LATER = "**/assets/later/**"
# Three weeks, two months and four months after the build; the first is within a day with three duties.
MOMENTS = ("2026-12-15 08:00", "2026-12-31 23:00", "2027-01-23 08:00", "2027-03-22 08:00")


def coming(town: Town, moment: str, place: str = "") -> Shift:
    """The next duty with somebody that isn't over."""
    at = dt.datetime.fromisoformat(moment)
    held = [
        shift
        for shift in shifts(town, at.date(), LAST)
        if shift.state == "on" and place in ("", shift.place)
        if (shift.date, shift.session.end) > (at.date(), at.time())
    ]
    return min(held, key=lambda shift: (shift.date, shift.session))


def says(page: Page, shift: Shift, town: Town) -> None:
    """Nothing; fails when the card doesn't say this duty, where it is and whom to call."""
    names = [town.person_by_id[person].name for person in shift.people]
    expect(page.locator(f"{CARD} .fh-person__name:visible")).to_have_text(names)
    time = page.locator(f"{CARD} .fh-shift__time:visible")
    expect(time).to_contain_text(f"{shift.date.month}月{shift.date.day}日")
    expect(time).to_contain_text(str(shift.session))
    place = town.place_by_id[shift.place]
    calls = page.locator(f"{CARD} .fh-button--call:visible")
    expect(calls).to_contain_text(f"打给{place.name.replace('公共法律', '')}")
    expect(calls).to_have_attribute("href", f"tel:{place.phones[0].number.replace('-', '')}")


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("opened", ["server", "disk"])
def test_the_home_page_names_who_can_help_long_after_the_build(
    phone: Page, address: str, site: Path, town: Town, moment: str, opened: str
) -> None:
    visit(phone, f"{address if opened == 'server' else site.as_uri() + '/'}index.html", moment)
    shift = coming(town, moment)
    says(phone, shift, town)
    link = phone.locator(f"{CARD} .fh-shift__place:visible a")
    expect(link).to_have_text(town.place_by_id[shift.place].name)
    link.click()
    expect(phone.locator("h1")).to_have_text(town.place_by_id[shift.place].name)


@pytest.mark.parametrize(
    ("place", "moment"),
    [*(("station", moment) for moment in MOMENTS), *(("aiguo-room", moment) for moment in MOMENTS[:3])],
)
@pytest.mark.parametrize("opened", ["server", "disk"])
def test_a_places_page_does_too(
    phone: Page, address: str, site: Path, town: Town, moment: str, place: str, opened: str
) -> None:
    visit(phone, f"{address if opened == 'server' else site.as_uri() + '/'}places/{place}.html", moment)
    says(phone, coming(town, moment, place), town)


def test_after_the_last_duty_of_a_place_its_card_has_the_offices_number(phone: Page, address: str) -> None:
    visit(phone, address + "places/aiguo-room.html", "2027-03-22 08:00")
    expect(phone.locator(f"{CARD} [data-none]")).to_contain_text("目前没有排好的值班")
    expect(phone.locator(f"{CARD} .fh-button--call:visible")).to_contain_text("打给中兴镇司法所")
    assert shown(phone.locator(f"{CARD} .fh-person__name, {CARD} [data-unknown]")) == []


@pytest.mark.parametrize("page", ["index.html", "places/station.html"])
def test_for_two_weeks_nothing_more_is_asked_for(phone: Page, address: str, page: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    visit(phone, address + page, "2026-12-06 23:59")
    assert shown(phone.locator(f"{CARD} .fh-shift__time"))
    assert [url for url in asked if "/later/" in url] == []


@pytest.mark.parametrize(
    ("page", "words", "leads"),
    [
        ("index.html", "今天的值班，请按月看： 2027年1月谁值班", "duty/2027-01.html#d2027-01-23"),
        ("places/station.html", "以后的值班，请看值班日期。", "#dates"),
    ],
)
def test_without_the_file_the_card_says_where_to_look_and_names_nobody(
    phone: Page, address: str, town: Town, page: str, words: str, leads: str
) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    phone.route(LATER, refuse)
    visit(phone, address + page, "2027-01-23 08:00")
    unknown = phone.locator(f"{CARD} [data-unknown]")
    expect(unknown).to_be_visible()
    assert " ".join(unknown.inner_text().split()) == words
    assert (unknown.locator("a").get_attribute("href") or "").endswith(leads)
    assert shown(phone.locator(f"{CARD} .fh-person__name, {CARD} [data-label]")) == []
    expect(phone.locator(f"{CARD} [data-none]")).to_be_hidden()
    # There is a network again.
    phone.unroute(LATER, refuse)
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    says(phone, coming(town, "2027-01-23 08:00", "station" if "station" in page else ""), town)
    expect(unknown).to_be_hidden()


def test_a_page_left_open_for_months_keeps_up(phone: Page, address: str, town: Town) -> None:
    visit(phone, address + "index.html", "2026-11-23 08:00")
    for moment in MOMENTS:
        phone.clock.set_fixed_time(dt.datetime.fromisoformat(f"{moment}+08:00"))
        phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        says(phone, coming(town, moment), town)


def test_buttons_that_come_later_work_as_the_first_ones(phone: Page, address: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(phone, address + "index.html", "2027-01-25 08:00")
    expect(phone.locator(f"{CARD} .fh-shift__time:visible")).to_contain_text("1月25日")
    phone.locator(f"{CARD} [data-send]:visible").click()
    expect(phone.locator(f"{CARD} [data-send]:visible")).to_have_text("已复制")
    way = phone.locator(f"{CARD} [data-way]:visible")
    expect(way).to_have_attribute("href", "places/station.html#way")
