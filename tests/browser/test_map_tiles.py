"""Street tiles: only for a town that may show them, only after a press, and never needed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visits import real_positions
from tests.conftest import Once, built
from tests.site import towns

pytestmark = pytest.mark.browser

HOST = "https://t0.tianditu.gov.cn"
TOKEN = "0123456789abcdef0123456789abcdef"  # noqa: S105 - nobody's
SWITCHED_ON = f"\nmap: {{tiles: tianditu, token: {TOKEN}, review: GS（2024）0650号}}\n"
SHOW, HIDE = "显示街道地图", "不看街道地图"


@pytest.fixture(scope="session")
def streets(made_once: Once) -> str:
    """The second town's site with street tiles switched on."""

    def made(folder: Path) -> Path:
        town = towns.copied(folder)
        with (town / "site.yml").open("a", encoding="utf-8") as file:
            file.write(SWITCHED_ON)
        return built(folder / "site", town)

    return f"{made_once('streets', made).as_uri()}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def tile() -> bytes:
    """A picture as the provider would send it."""
    made = io.BytesIO()
    Image.new("RGB", (256, 256), "#cde6c7").save(made, "PNG")
    return made.getvalue()


def visit(page: Page, address: str, answer: bytes | None) -> list[str]:
    """What the page asks the host for, as far as it has; it answers with a tile, or not at all."""
    asked: list[str] = []

    def answered(route: Route) -> None:
        asked.append(route.request.url)
        if answer is None:
            route.abort()
        else:
            route.fulfill(body=answer, content_type="image/png")

    page.route(re.compile(r"^https?://"), answered)
    page.goto(f"{address}map.html")
    real_positions(page)
    return asked


def test_nothing_is_asked_for_before_the_press_which_says_from_whom(page: Page, streets: str) -> None:
    asked = visit(page, streets, tile())
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_timeout(300)
    assert asked == []
    button = page.get_by_role("button", name=SHOW)
    assert button.get_attribute("aria-pressed") == "false"
    told = page.locator(f"#{button.get_attribute('aria-describedby')}")
    expect(told).to_contain_text("tianditu.gov.cn")
    expect(page.get_by_text("审图号")).to_be_hidden()


def test_after_the_press_streets_and_their_number_are_shown(page: Page, streets: str) -> None:
    asked = visit(page, streets, tile())
    page.get_by_role("button", name=SHOW).click()
    expect(page.get_by_text("审图号：GS（2024）0650号")).to_be_visible()
    assert {urlsplit(url).scheme + "://" + urlsplit(url).netloc for url in asked} == {HOST}
    assert {urlsplit(url).path for url in asked} == {"/vec_w/wmts", "/cva_w/wmts"}
    query = {key: values[0] for key, values in parse_qs(urlsplit(asked[0]).query).items()}
    assert (query["REQUEST"], query["TILEMATRIXSET"], query["tk"]) == ("GetTile", "w", TOKEN)
    assert query["LAYER"] in ("vec", "cva")
    assert query["TILEMATRIX"].isdecimal()
    expect(page.locator(".fh-map__net")).to_be_hidden()
    page.get_by_role("button", name=HIDE).click()
    expect(page.get_by_text("审图号")).to_be_hidden()
    expect(page.locator(".leaflet-tile")).to_have_count(0)
    expect(page.locator(".fh-map__net")).to_be_visible()


def test_where_the_host_fails_the_places_stay_of_use(page: Page, streets: str) -> None:
    visit(page, streets, None)
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator("[data-map-tiles] [role=status]")).to_contain_text("图上的点照常用")
    expect(page.get_by_text("审图号")).to_be_hidden()
    expect(page.locator(".fh-map__net")).to_be_visible()
    marks = page.locator(".fh-marker")
    assert marks.count() == 3
    marks.first.evaluate("mark => mark.click()")
    page.locator("[data-map-sheet]").wait_for()
    # It may be asked again.
    expect(page.get_by_role("button", name=SHOW)).to_be_enabled()


def test_a_host_that_never_answers_holds_nothing_up(page: Page, streets: str) -> None:
    visit(page, streets, tile())
    page.unroute_all()
    page.route(re.compile(r"^https?://"), lambda _: None)
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator("[data-map-tiles] [role=status]")).to_contain_text("正在下载")
    expect(page.locator(".fh-map__net")).to_be_visible()
    page.locator(".fh-marker").first.evaluate("mark => mark.click()")
    page.locator("[data-map-sheet]").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name=HIDE).click()
    expect(page.locator("[data-map-tiles] [role=status]")).to_be_empty()


def policy(page: Page, address: str) -> str:
    page.goto(address)
    found = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    return found or ""


def test_only_the_map_of_a_town_that_switched_it_on_may_ask_the_host(
    page: Page, streets: str, address: str
) -> None:
    assert f"img-src 'self' data: {HOST};" in policy(page, f"{streets}map.html")
    assert "tianditu" not in policy(page, f"{streets}index.html")
    assert "tianditu" not in policy(page, f"{address}map.html")
    assert page.get_by_role("button", name=SHOW).count() == 0
