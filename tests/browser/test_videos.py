"""Videos load nothing until they are pressed, then play our own file with captions."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import shown, visit, wait_until

pytestmark = pytest.mark.browser

HEAVY = re.compile(r"\.(mp4|webm|vtt)$")


@pytest.mark.parametrize("page", ["videos.html", "index.html"])
def test_nothing_of_a_film_is_loaded_before_it_is_pressed(phone: Page, address: str, page: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    visit(phone, address + page)
    phone.wait_for_load_state("networkidle")
    assert [url for url in asked if HEAVY.search(url)] == []
    expect(phone.locator("video, iframe")).to_have_count(0)


def test_a_pressed_film_plays_our_own_file_with_chinese_captions(phone: Page, address: str) -> None:
    visit(phone, address + "videos.html")
    phone.locator("#yanglaoqian [data-press]").click()
    film = phone.locator("#yanglaoqian video")
    expect(film).to_be_visible()
    wait_until(phone, "#yanglaoqian video", "film => film.currentTime > 0.1")
    assert film.evaluate("film => film.currentSrc") == address + "media/yanglaoqian.mp4"
    wait_until(phone, "#yanglaoqian video", "film => film.textTracks[0].cues?.length > 0")
    assert film.evaluate("film => film.textTracks[0].mode") == "showing"
    assert film.evaluate("film => film.textTracks[0].language") == "zh"


def test_one_film_plays_at_a_time(phone: Page, address: str) -> None:
    visit(phone, address + "videos.html")
    phone.locator("#yanglaoqian [data-press]").click()
    wait_until(phone, "#yanglaoqian video", "film => film.currentTime > 0.1")
    phone.locator("#yaoyan [data-press]").click()
    wait_until(phone, "#yaoyan video", "film => film.currentTime > 0.1")
    assert phone.locator("#yanglaoqian video").evaluate("film => film.paused")


def test_a_film_without_a_file_is_listed_and_cannot_be_pressed(phone: Page, address: str) -> None:
    visit(phone, address + "videos.html")
    expect(phone.locator("#biandanxi")).to_contain_text("片源待补充")
    expect(phone.locator("#biandanxi [data-press]")).to_have_count(0)


def test_without_scripts_a_film_is_a_link_to_its_file(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "videos.html")
    expect(scriptless.locator("#yaoyan [data-press]")).to_have_attribute("href", "media/yaoyan.mp4")


def test_a_category_leaves_its_own_films(phone: Page, address: str) -> None:
    visit(phone, address + "videos.html")
    phone.get_by_role("button", name="微电影").click()
    titles = shown(phone.locator("[data-item]:visible .fh-video__title"))
    assert "《谣言》" in titles
    assert "守护养老钱 幸福享晚年" not in titles
