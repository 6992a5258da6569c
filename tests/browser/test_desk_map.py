"""The page of fahu map, opened from a disk and offline: what is dragged comes back as right lines."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from macros.cli import main
from macros.domain.geo import Point, metres, wgs84
from macros.load import load
from tests.second_town import FOLDER
from tests.site import towns

pytestmark = pytest.mark.browser

# Its places have a position in each of two systems, and one has none.
SYSTEM = re.compile(r"system: (\w+)")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the second town below the current folder, one of its places in WGS-84."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(FOLDER, "data")
    file = Path("data/places.yml")
    head, found, tail = file.read_text("utf-8").rpartition("system: bd09")
    assert found
    file.write_text(f"{head}system: wgs84{tail}", "utf-8")
    return Path("data")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at a desk without a network; whatever goes wrong in its scripts is an error."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, offline=True) as context:
        opened = context.new_page()
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        yield opened
        assert wrong == []


def visit(page: Page, data: Path) -> None:
    """Nothing; writes the page of a town and opens it."""
    file = Path("desk.html")
    assert main(["map", "--data", str(data), "--output", str(file)]) == 0
    page.goto(file.absolute().as_uri())
    page.locator(".fh-desk__mark").first.wait_for()


def drag(page: Page, mark: Locator, east: int, south: int) -> None:
    box = mark.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + east, y + south, steps=4)
    page.mouse.up()


def where(page: Page, name: str) -> Point:
    """Where a mark is on the map."""
    script = """name => {
        const found = [];
        map_desk.eachLayer(layer => layer.options.title === name && found.push(layer.getLatLng()));
        return [found[0].lng, found[0].lat];
    }"""
    return Point(*page.evaluate(script, name))


def pasted(file: Path, at: str, lines: str) -> None:
    """Nothing; puts the lines where the page says, in place of a position that is there."""
    rows = file.read_text("utf-8").split("\n")
    first = int(at.rpartition(":")[2]) - 1
    last = first + 1
    if rows[first].strip() == "position:":
        while rows[last].startswith("      "):
            last += 1
    else:
        first = last = first + 1
    file.write_text("\n".join([*rows[:first], lines, *rows[last:]]), "utf-8")


def test_lines_of_a_dragged_place_put_it_where_it_was_dragged(page: Page, data: Path) -> None:
    visit(page, data)
    dragged: dict[str, Point] = {}
    for place in load(data).town.places:
        row = page.locator(f"[data-desk-place={place.id}]")
        if place.position is None:
            row.get_by_role("button", name="放到图中央").click()
        else:
            drag(page, page.locator(f".fh-desk__mark[title='{place.name}']"), 37, -23)
        change = page.locator("article").first
        expect(change.locator("h3")).to_have_text(place.name)
        assert SYSTEM.findall(change.locator("pre").text_content() or "") == [
            place.position.system if place.position else "wgs84"
        ]
        dragged[place.id] = where(page, place.name)
    assert {place.position.system for place in load(data).town.places if place.position} == {
        "wgs84",
        "gcj02",
        "bd09",
    }
    # From below, so that the numbers of the lines stay true.
    changes = page.locator("article")
    rows = [(one.locator("a").text_content(), one.locator("pre").text_content()) for one in changes.all()]
    for at, lines in sorted(rows, key=lambda row: -int((row[0] or "").rpartition(":")[2])):
        assert (at or "").startswith("data/places.yml:")
        pasted(data / "places.yml", at or "", lines or "")
    assert main(["check", "--data", str(data)]) == 0
    for place in load(data).town.places:
        assert place.position
        assert metres(wgs84(place.position), dragged[place.id]) < 1, place.id


def test_a_place_goes_back_and_the_lines_with_it(page: Page, data: Path) -> None:
    visit(page, data)
    name = load(data).town.places[0].name
    mark = page.locator(f".fh-desk__mark[title='{name}']")
    before = where(page, name)
    mark.focus()
    page.keyboard.press("ArrowUp")
    assert where(page, name).latitude > before.latitude
    page.get_by_role("button", name="复制这几行").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    page.get_by_role("button", name="放回原处").click()
    assert where(page, name) == before
    expect(page.get_by_text("还没有拖动过。")).to_be_visible()


def test_a_spot_outside_the_town_is_told_at_once(page: Page, data: Path) -> None:
    site = data / "site.yml"
    text = site.read_text("utf-8")
    near = "bounds: {west: 118.1, east: 118.16, south: 29.5, north: 29.57}"
    site.write_text(re.sub("^bounds: .*$", near, text, flags=re.MULTILINE), "utf-8")
    shutil.rmtree(data / "map")
    visit(page, data)
    mark = page.locator(f".fh-desk__mark[title='{load(data).town.places[1].name}']")
    drag(page, mark, 0, 5)
    expect(page.locator("[data-desk-outside]")).to_be_hidden()
    for _ in range(3):
        page.locator(".leaflet-control-zoom-out").click()
        page.wait_for_timeout(300)
    drag(page, mark, 250, 0)
    expect(page.locator("[data-desk-outside]")).to_be_visible()


def test_text_that_would_harm_stays_text(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked: list[str] = []

    def told(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", told)
    visit(page, towns.hostile(tmp_path))
    for row in page.locator("[data-desk-place]").all():
        row.get_by_role("button").click()
    drag(page, page.locator(".fh-desk__mark").first, 10, 10)
    assert page.locator("article").count() >= 1
    assert page.locator("img[src=x], .fh-desk b").count() == 0
    assert asked == []


def test_axe_finds_nothing(page: Page, data: Path) -> None:
    visit(page, data)
    page.locator("[data-desk-place]").nth(2).get_by_role("button").click()
    page.context.set_offline(False)
    # Its own script is not among those that the page may run.
    found = Axe().run(page, options={"rules": {"region": {"enabled": False}}})
    assert [one["id"] for one in found.response["violations"]] == []
