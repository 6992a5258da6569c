"""The map of many places: only what is in the window exists, named and counted where it is too much."""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import PHONE, real_positions, shown, wait_until
from tests.large_map import our_page, places, rows, town
from tests.making import place

pytestmark = pytest.mark.browser

AREAS = "#map_service .fh-marker--area"
MARKS = "#map_service .fh-marker:not(.fh-marker--area)"
SHEET = "[data-map-sheet]"
RESTS = "map => !map.classList.contains('leaflet-zoom-anim') && !map.querySelector('.leaflet-pan-anim')"
OUTSIDE = """marks => {
    const frame = document.querySelector('#map_service').getBoundingClientRect();
    return marks.filter(mark => {
        const box = mark.getBoundingClientRect();
        const beside = box.right < frame.left || box.left > frame.right;
        return beside || box.bottom < frame.top || box.top > frame.bottom;
    }).length;
}"""
CROSSING = """areas => {
    const boxes = areas.map(area => area.getBoundingClientRect());
    return boxes.filter((a, n) => boxes.some((b, m) => n < m && a.left < b.right && b.left < a.right &&
        a.top < b.bottom && b.top < a.bottom)).length;
}"""

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


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a map of a thousand places, on a disk."""
    folder = tmp_path_factory.mktemp("many")
    our_page(folder, town(places(rows(None, 1000))))
    return (folder / "map.html").as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone, in which nothing may go wrong."""
    wrong: list[str] = []
    with browser.new_context(viewport=PHONE, reduced_motion="reduce") as context:
        found = context.new_page()
        found.on("pageerror", lambda error: wrong.append(str(error)))
        found.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        yield found
    assert not wrong


def opened(page: Page, address: str) -> Locator:
    """The areas on the map that is opened."""
    page.goto(address)
    real_positions(page)
    return page.locator(AREAS)


def counted(areas: Locator) -> int:
    """How many places the areas stand for, by what they say."""
    return sum(int(found[1]) for text in shown(areas) if (found := re.search(r"(\d+) 处$", text)))


def complaints(page: Page) -> list[str]:
    """What axe finds in the map; from a disk it can't read the style sheets again."""
    found = Axe().run(page, context="#map_service", options={"preload": False})
    return [each["id"] for each in found.response["violations"]]


def press(page: Page, mark: Locator) -> None:
    """Nothing; presses a mark and waits until the map stands still."""
    mark.evaluate("mark => mark.click()")
    wait_until(page, "#map_service", RESTS)


def to_places(page: Page) -> Locator:
    """The marks of places, after as many presses as it takes."""
    for _ in range(8):
        if page.locator(MARKS).count() >= 10:
            break
        press(page, page.locator(AREAS).first)
    return page.locator(MARKS)


def test_districts_and_towns_are_named_and_all_places_are_counted(page: Page, many: str) -> None:
    areas = opened(page, many)
    assert 2 <= areas.count() <= 18
    assert all(re.fullmatch(r".{1,5}(区|镇|一带) \d+ 处", text) for text in shown(areas))
    assert counted(areas) + page.locator(MARKS).count() == 1000
    assert areas.evaluate_all(CROSSING) == 0
    assert re.fullmatch(r".+，\d+ 处，按一下放大", areas.first.get_attribute("aria-label") or "")


@pytest.mark.parametrize("size", [361, 6509])
def test_a_page_of_any_number_is_light_and_a_link_opens_its_place(
    page: Page, tmp_path: Path, size: int
) -> None:
    found = places(rows(None, size))
    our_page(tmp_path, town(found))
    html = (tmp_path / "map.html").read_bytes()
    assert len(gzip.compress(html)) < 60_000
    last = found[-1]
    page.goto(f"{(tmp_path / 'map.html').as_uri()}#place={last.id}")
    expect(page.locator(f"{SHEET} h2")).to_have_text(last.name)
    expect(page.locator(f".fh-marker[data-mark={last.id}]")).to_be_in_viewport()
    assert page.locator("#map_service .fh-marker").count() <= 60
    page.keyboard.press("Escape")
    expect(page.locator(SHEET)).to_be_hidden()
    assert counted(page.locator(AREAS)) + page.locator(MARKS).count() > 0


def test_only_what_is_in_the_window_exists_at_every_step(page: Page, many: str) -> None:
    opened(page, many)
    for _ in range(6):
        marks = page.locator("#map_service .fh-marker")
        assert 1 <= marks.count() <= 60
        assert marks.evaluate_all(OUTSIDE) == 0
        if not page.locator(AREAS).count():
            break
        press(page, page.locator(AREAS).first)


def test_pressing_areas_leads_to_a_place_and_its_page(page: Page, many: str) -> None:
    opened(page, many)
    marks = to_places(page)
    assert marks.count() >= 10
    name = marks.first.get_attribute("aria-label") or ""
    press(page, marks.first)
    link = page.locator(f"{SHEET} [data-sheet-page]")
    expect(link).to_be_visible()
    assert name.startswith(page.locator(f"{SHEET} h2").inner_text())
    assert re.fullmatch(r"places/[ps]\d+\.html", link.get_attribute("href") or "")


def test_moving_on_brings_other_places_and_takes_these_away(page: Page, many: str) -> None:
    opened(page, many)
    before = set(to_places(page).evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))"))
    page.locator("#map_service").focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
        wait_until(page, "#map_service", RESTS)
    after = page.locator("#map_service .fh-marker")
    labels = set(after.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))"))
    assert labels
    assert before - labels
    assert labels - before
    assert after.evaluate_all(OUTSIDE) == 0


def test_the_keyboard_goes_into_an_area_and_on_with_what_is_in_it(page: Page, many: str) -> None:
    areas = opened(page, many)
    areas.first.focus()
    page.keyboard.press("Enter")
    wait_until(page, "#map_service", RESTS)
    focused = page.locator("#map_service .fh-marker:focus")
    expect(focused).to_have_count(1)
    assert page.locator("#map_service .fh-marker[tabindex='0']").count() == 1


def test_places_on_one_spot_are_listed_where_no_zoom_tells_them_apart(page: Page, tmp_path: Path) -> None:
    at = ("121.75369", "31.52580")
    our_page(tmp_path, town(place(f"p{number}", at=at) for number in range(120)))
    areas = opened(page, (tmp_path / "map.html").as_uri())
    for _ in range(12):
        if page.locator(SHEET).is_visible():
            break
        press(page, areas.first)
    links = page.locator(f"{SHEET} a.fh-rows__name")
    assert links.count() == 120
    assert links.first.get_attribute("href") == "places/p0.html"


def test_places_on_one_spot_stand_in_a_ring_and_are_all_named(page: Page, tmp_path: Path) -> None:
    at = ("121.75369", "31.52580")
    corners = [place("x", at=("121.72", "31.50")), place("y", at=("121.78", "31.55"))]
    same = (place(f"p{number}", name=f"{number}村法律服务工作室", at=at) for number in range(5))
    our_page(tmp_path, town([*corners, *same]))
    opened(page, (tmp_path / "map.html").as_uri())
    found = [box for mark in page.locator(MARKS).all() if (box := mark.bounding_box())]
    ring = found[2:]
    assert len(ring) == 5
    for number, one in enumerate(ring):
        for other in ring[:number]:
            assert math.hypot(one["x"] - other["x"], one["y"] - other["y"]) >= 43
    assert page.locator(".fh-marker__label--crowded").count() == page.locator("[data-map-numbers] a").count()


def test_axe_finds_nothing_in_areas_places_and_an_open_sheet(page: Page, many: str) -> None:
    opened(page, many)
    assert complaints(page) == []
    press(page, to_places(page).first)
    page.locator(SHEET).wait_for()
    assert complaints(page) == []


def test_no_name_is_nearer_to_a_foreign_mark(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 844})
    our_page(tmp_path, town(places(rows(None, 31))))
    opened(page, (tmp_path / "map.html").as_uri())
    named = page.locator(".fh-marker__label:not(.fh-marker__label--crowded)").count()
    assert named > page.locator(MARKS).count() / 2
    assert page.evaluate(FOREIGN) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("view", ["normal", "large"])
def test_names_of_areas_stay_in_the_window_at_every_width(
    page: Page, many: str, width: int, view: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    areas = opened(page, f"{many}?large={int(view == 'large')}")
    assert areas.evaluate_all(CROSSING) == 0
    frame = page.locator("#map_service").bounding_box()
    assert frame
    for area in areas.all():
        box = area.bounding_box()
        assert box
        assert box["height"] >= 44
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
