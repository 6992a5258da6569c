"""A printed page is the duty table, to hang on the door."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import KINDS, visit

pytestmark = pytest.mark.browser


def test_print_shows_the_table_of_a_place_without_what_only_a_screen_needs(phone: Page, address: str) -> None:
    visit(phone, address + "places/station.html")
    phone.emulate_media(media="print")
    expect(phone.locator("#dates table")).to_be_visible()
    expect(phone.locator("h1")).to_be_visible()
    for part in (".fh-header", ".fh-call-bar", ".fh-back"):
        expect(phone.locator(part).first).to_be_hidden()


def test_print_is_dark_on_white_in_the_dark_scheme_too(phone: Page, address: str) -> None:
    phone.emulate_media(color_scheme="dark")
    visit(phone, address + "places/station.html")
    phone.emulate_media(color_scheme="dark", media="print")
    cell = phone.locator("#dates td").first
    assert cell.evaluate("cell => getComputedStyle(cell).color").startswith("rgb(0, 0, 0") or cell.evaluate(
        "cell => getComputedStyle(cell).color.match(/\\d+/g).every(part => Number(part) < 100)"
    )


SHEET = re.compile(rb"/Type\s*/Page\b.*?\bendobj\b", re.DOTALL)


def sheets(page: Page) -> list[bytes]:
    """What the printer is told of each sheet of A4 that the page takes; it may ask for another direction."""
    found: list[bytes] = SHEET.findall(page.pdf(prefer_css_page_size=True, format="A4"))
    return found


@pytest.mark.parametrize("view", ["normal", "large"])
def test_a_month_takes_one_sheet(
    phone: Page, site: Path, second_site: Path, address: str, second_address: str, view: str
) -> None:
    taken = {}
    for host, folder in ((address, site), (second_address, second_site)):
        for path in sorted((folder / "duty").glob("*.html")):
            visit(phone, f"{host}duty/{path.name}?large={int(view == 'large')}", "2026-12-02 08:00")
            taken[folder.name, path.name] = len(sheets(phone))
    assert len(taken) > 8
    assert {month: count for month, count in taken.items() if count != 1} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_no_sheet_is_blank(phone: Page, address: str, kind: str) -> None:
    visit(phone, address + kind, "2026-12-02 08:00")
    found = sheets(phone)
    assert found
    blank = [number for number, sheet in enumerate(found, 1) if b"/Font" not in sheet]
    assert blank == [], f"of {len(found)} sheets"


def test_numbers_are_black_and_the_villages_are_listed(phone: Page, address: str) -> None:
    visit(phone, address + "villages.html")
    phone.emulate_media(media="print")
    expect(phone.locator("[data-village]:visible")).to_have_count(13)
    expect(phone.locator("#village-name")).to_be_hidden()
    visit(phone, address + "index.html")
    for number in phone.locator(".fh-hotlines__number").all():
        assert number.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"


def test_paper_has_no_frames_of_films_and_no_persons_own_number(phone: Page, address: str) -> None:
    visit(phone, address + "videos.html")
    phone.emulate_media(media="print")
    heights = [title.bounding_box() for title in phone.locator(".fh-video__title").all()]
    assert [box["height"] > 10 for box in heights if box] == [True] * 4
    expect(phone.locator(".fh-video__frame:visible")).to_have_count(0)
    visit(phone, address + "places/aiguo-room.html", "2026-11-25 14:00")
    calls = phone.locator("[data-duty-now] .fh-button--call:visible")
    expect(calls).to_have_count(1)
    expect(calls).to_contain_text("打给爱国村服务室")
