"""The page of a film: a line goes to its moment, another site's player comes only when it is pressed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visits import shown, visit, wait_until

pytestmark = pytest.mark.browser

FILM = "videos/apo-de-cunzhe.html"
LINE = "#transcript ~ ol [data-from]"


def test_a_line_plays_the_film_from_its_moment_and_is_marked(phone: Page, site: Path) -> None:
    # From a folder: the server of the tests sends no parts of a file.
    visit(phone, (site / FILM).as_uri())
    phone.locator(LINE, has_text="一盒神药三千元").click()
    wait_until(phone, ".fh-video video", "film => film.currentTime >= 10 && film.currentTime < 14")
    expect(phone.locator(f"{LINE}[aria-current]")).to_have_attribute("data-from", "10")
    phone.locator("#programme ~ ol [data-from]", has_text="钱要回来了").click()
    wait_until(phone, ".fh-video video", "film => film.currentTime >= 20")
    expect(phone.locator(f"{LINE}[aria-current]")).to_have_attribute("data-from", "20")
    expect(phone.locator("video")).to_have_count(1)
    expect(phone.locator(".fh-video__frame")).to_be_in_viewport()


def test_nothing_of_the_film_is_loaded_before_a_press(phone: Page, address: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    visit(phone, address + FILM)
    phone.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith((".mp4", ".vtt", ".png"))] == []


def test_without_scripts_lines_are_links_into_the_film(scriptless: Page, address: str) -> None:
    scriptless.goto(address + FILM)
    expect(scriptless.locator(LINE).first).to_have_attribute("href", "../media/apo-de-cunzhe.mp4#t=5")
    assert "按哪一句" not in scriptless.locator("main").inner_text()
    assert "这出戏讲的法条" in scriptless.locator("main").inner_text()


def test_a_film_is_two_touches_from_the_home_page(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    phone.locator(".fh-latest-video .fh-more").first.click()
    phone.locator("[data-press]").click()
    wait_until(phone, "video", "film => film.currentTime > 0.1")


def test_another_sites_player_is_asked_for_only_when_pressed(phone: Page, second_address: str) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<p>player</p>")

    phone.route(re.compile("^https:"), answer)
    visit(phone, second_address + "videos/jietiao.html")
    phone.wait_for_load_state("networkidle")
    assert asked == []
    phone.locator("[data-press]").click()
    expect(phone.frame_locator("iframe").locator("p")).to_have_text("player")
    assert asked == ["https://player.bilibili.com/player.html?bvid=BV1ZK4y1N74w&autoplay=1"]


def test_a_players_host_stands_on_no_page_but_the_films_own(second_site: Path) -> None:
    with_host = [
        path.relative_to(second_site).as_posix()
        for path in second_site.rglob("*.html")
        if "player.bilibili.com" in path.read_text("utf-8")
    ]
    assert with_host == ["videos/jietiao.html"]


def test_a_film_that_is_gone_is_still_answered(phone: Page, second_address: str) -> None:
    visit(phone, second_address + "videos/laopian.html")
    assert "这部片子已经撤下，不能再看了。" in shown(phone.locator("main p"))
