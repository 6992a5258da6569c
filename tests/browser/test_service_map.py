"""The service map in a real browser: by mouse, by keyboard, by finger, and where no script runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.visits import real_positions

pytestmark = pytest.mark.browser

PANE = "document.querySelector('.leaflet-map-pane').style.transform"
COVERED = """() => [...document.querySelectorAll('.fh-marker')].filter(marker => {
    const box = marker.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return box.width < 44 || box.height < 44 || !marker.contains(top);
}).length"""
FOREIGN = """() => {
    const marks = [...document.querySelectorAll('.fh-marker')];
    const middle = marks.map(mark => mark.getBoundingClientRect())
        .map(box => ({x: box.x + box.width / 2, y: box.y + box.height / 2}));
    return marks.filter((mark, n) => {
        const label = mark.querySelector('.fh-marker__label:not(.fh-marker__label--crowded)');
        if (!label) return false;
        const box = label.getBoundingClientRect();
        const far = at => Math.hypot(Math.max(box.left - at.x, at.x - box.right, 0),
            Math.max(box.top - at.y, at.y - box.bottom, 0));
        return middle.some((at, m) => m !== n && far(at) + 1 < far(middle[n]));
    }).map(mark => mark.textContent);
}"""
# Numbers that something else covers.
BURIED = """() => [...document.querySelectorAll('.fh-marker__number')].filter(number => number.textContent &&
    number.getBoundingClientRect().bottom < innerHeight - 90).filter(number => {
        const box = number.getBoundingClientRect();
        return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== number;
    }).map(number => number.textContent)"""
CROSSING = """() => {
    const boxes = [...document.querySelectorAll('.fh-marker__label:not(.fh-marker__label--crowded)')]
        .map(label => label.getBoundingClientRect());
    return boxes.filter((a, n) => boxes.some((b, m) => n < m && a.left < b.right && b.left < a.right &&
        a.top < b.bottom && b.top < a.bottom)).length;
}"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone with a touch screen."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    ) as context:
        yield context


def opened(context: BrowserContext | Browser, address: str) -> Page:
    """The map page with its markers drawn."""
    page = context.new_page()
    page.goto(f"{address}map.html")
    real_positions(page)
    return page


def test_every_drawn_place_can_be_touched(phone: BrowserContext, address: str) -> None:
    page = opened(phone, address)
    page.locator("#map_service").scroll_into_view_if_needed()
    assert page.locator(".fh-marker").count() > 5
    page.evaluate("document.querySelector('.fh-map__frame').scrollIntoView({block: 'center'})")
    assert page.evaluate(COVERED) == 0
    assert page.evaluate(CROSSING) == 0


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("view", ["normal", "large"])
def test_every_place_is_named_beside_its_mark_or_by_number_below(
    browser: Browser, address: str, width: int, view: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{address}map.html?large={int(view == 'large')}")
        real_positions(page)
        assert page.evaluate(CROSSING) == 0
        assert page.evaluate(FOREIGN) == []
        crowded = page.locator(".fh-marker:has(.fh-marker__label--crowded)")
        numbers = crowded.locator(".fh-marker__number").all_inner_texts()
        assert len(set(numbers)) == crowded.count() < page.locator(".fh-marker").count()
        page.evaluate("document.querySelector('.fh-map__frame').scrollIntoView({block: 'center'})")
        assert page.evaluate(BURIED) == []
        legend = page.locator("[data-map-numbers] a").all_inner_texts()
        assert sorted(entry.split(" ")[0] for entry in legend) == sorted(numbers)


def arrows(page: Page, number: int) -> set[int]:
    """The marks to which the four arrows lead from one."""
    found = set()
    for way in ("Left", "Right", "Up", "Down"):
        page.locator(".fh-marker").nth(number).focus()
        page.keyboard.press(f"Arrow{way}")
        found.add(
            page.evaluate("[...document.querySelectorAll('.fh-marker')].indexOf(document.activeElement)")
        )
    return found


def test_the_marks_are_one_stop_for_tab_and_arrows_lead_between_them(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.locator("#map_service").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('fh-marker')")
    ways = {number: arrows(page, number) for number in range(page.locator(".fh-marker").count())}
    reached, fresh = {0}, {0}
    while fresh:
        fresh = {other for number in fresh for other in ways[number]} - reached
        reached |= fresh
    assert reached == set(ways)
    assert page.locator(".fh-marker[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.classList.contains('fh-marker')")
    page.close()


def test_one_finger_scrolls_the_page(phone: BrowserContext, address: str) -> None:
    page = opened(phone, address)
    touch_action = "getComputedStyle(document.querySelector('#map_service')).touchAction"
    assert "pan-y" in page.evaluate(touch_action)
    page.get_by_role("button", name="移动地图").tap()
    assert page.evaluate(touch_action) == "none"


def test_map_stays_in_the_town(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    # One of Leaflet's steps is 80 px: unlimited, these would leave the town far behind.
    page.locator("#map_service").focus()
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
        page.wait_for_function("!document.querySelector('.leaflet-pan-anim')")
    frame = page.locator(".fh-map__frame").bounding_box()
    assert frame is not None
    boxes = [marker.bounding_box() for marker in page.locator(".fh-marker").all()]
    assert any(box and frame["x"] < box["x"] < frame["x"] + frame["width"] for box in boxes)
    page.close()


def test_hostile_text_stays_text(browser: Browser, hostile_address: str) -> None:
    page = browser.new_page()
    alarms: list[str] = []
    # An alert would also keep the page waiting, and the test from going on.
    page.on("dialog", lambda dialog: alarms.append(dialog.message))
    page.on("pageerror", lambda error: alarms.append(str(error)))
    page.goto(f"{hostile_address}map.html")
    page.set_viewport_size({"width": 390, "height": 844})
    real_positions(page).first.evaluate("element => element.click()")
    page.locator("[data-map-sheet]").wait_for()
    assert "<script>alert(1)</script>{{ 7*7 }}" in page.locator("[data-map-sheet]").inner_text()
    assert alarms == []
    page.close()


def test_without_leaflet_the_list_is_there_and_nothing_fails(browser: Browser, address: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/leaflet.js", refuse)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}map.html")
    page.get_by_role("button", name="看实际位置").click()
    expect(page.locator("[data-map-failed]")).to_contain_text("图没有下载下来")
    assert page.locator(".fh-map__frame").is_hidden()
    assert page.locator(".fh-place").count() > 5
    page.get_by_role("button", name="看简图").click()
    expect(page.locator("[data-place-grid]")).to_be_visible()
    assert errors == []
    page.close()


def test_without_scripts_the_list_is_complete(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}map.html")
        assert page.locator(".fh-place:visible").count() > 5
        assert page.locator(".fh-map:visible").count() == 0
        assert page.locator("[data-grid-cell] a:visible").count() > 5
