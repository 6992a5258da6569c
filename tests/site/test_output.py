"""Nothing is published that no page asks for, and each page says what it is."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.site.reading import page, pages

# A first view on a slow network, without pictures.
FIRST_VIEW = 30_000
# Leaflet alone is more.
HEAVY = ("map.html",)
HOME, HOME_ELEMENTS = 10_000, 800
# What a room's page weighs before it is packed; a drawing of where it is comes on top.
# With all that is asked before coming; 5.3 KB are the frame, up to 1.1 KB the marks of samples.
ROOM, SKETCH = 18_900, 4_500


@pytest.fixture(scope="module", params=["site", "second_site", "large_site"])
def any_town(request: pytest.FixtureRequest) -> Path:
    """The sites of 12 rooms, of a few places, and of 300 places."""
    found: Path = request.getfixturevalue(request.param)
    return found


def test_nothing_of_the_theme_is_published(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    files = {path for path in files if not path.startswith("handbook/")}
    assert [path for path in files if path.endswith((".map", ".min.js", ".min.css")) or "lunr" in path] == []
    assert not (site / "search").exists()
    assert not (site / "sitemap.xml").exists()
    assert not (site / "assets" / "not-found.css").exists()
    for path, tree in pages(site).items():
        assert not [node for node in tree.walk() if " md-" in f" {node.attributes.get('class', '')}"], path


def test_each_page_says_what_it_is(site: Path) -> None:
    said = {}
    for path, tree in pages(site).items():
        if path == "404.html":
            continue
        metas = {
            node.attributes.get("name", node.attributes.get("property")): node for node in tree.all("meta")
        }
        assert {"description", "theme-color", "og:title", "og:description"} <= set(metas), path
        assert metas["og:title"].attributes["content"] == tree.all("title")[0].own, path
        said[path] = metas["og:title"].attributes["content"]
        assert tree.all("html")[0].attributes["lang"] == "zh-CN"
    assert len(set(said.values())) > len(said) * 0.9


def test_no_address_is_claimed_that_is_not_known(site: Path) -> None:
    assert [path for path, tree in pages(site).items() if tree.all("link", rel="canonical")] == []


def test_the_page_not_found_needs_no_other_file(site: Path) -> None:
    tree = page(site / "404.html")
    assert tree.all("link") == tree.all("script", src=None) == tree.all("img") == []
    assert tree.all("a", href="tel:12348")


def packed(path: Path) -> int:
    """The bytes of a file as they are sent."""
    return len(gzip.compress(path.read_bytes()))


def first_view(site: Path, name: str) -> dict[str, int]:
    """The bytes of a page and of what it asks for at once, by the name of the file."""
    tree, folder = page(site / name), (site / name).parent
    asked = [folder / node.attributes["src"] for node in tree.all("script", src=None)]
    asked += [folder / node.attributes["href"] for node in tree.all("link", rel="stylesheet")]
    return {path.name: packed(path) for path in (site / name, *asked)}


def test_a_first_view_is_at_most_30_kb(any_town: Path) -> None:
    views = {name: first_view(any_town, name) for name in pages(any_town) if not name.startswith(HEAVY)}
    assert {name: sizes for name, sizes in views.items() if sum(sizes.values()) > FIRST_VIEW} == {}


def test_a_page_waits_for_at_most_four_requests_before_it_is_drawn(site: Path) -> None:
    for name, tree in pages(site).items():
        if name in HEAVY:
            continue
        blocking = [node for node in tree.all("script", src=None) if "defer" not in node.attributes]
        assert len(blocking) + len(tree.all("link", rel="stylesheet")) + 1 <= 4, name


def test_the_home_page_is_small_in_every_town(any_town: Path) -> None:
    home = any_town / "index.html"
    assert packed(home) <= HOME
    assert len(list(page(home).walk())) <= HOME_ELEMENTS


def test_a_rooms_page_is_small_in_every_town(any_town: Path) -> None:
    rooms = list((any_town / "places").glob("*room*.html"))
    sizes = {path.name: (path.stat().st_size, bool(page(path).classed("fh-sketch"))) for path in rooms}
    assert rooms
    assert {
        name: size for name, (size, drawn) in sizes.items() if size > ROOM + (SKETCH if drawn else 0)
    } == {}


def test_a_place_holds_its_dates_once(site: Path) -> None:
    for path in sorted((site / "places").glob("*-room.html")):
        tree = page(path)
        table = tree.all("div", data_duty_table=None)[0]
        cards = tree.all("section", data_duty_now=None)[0].all(data_date=None)
        assert len(table.all("tr", data_date=None)) > len(cards)
        assert len(cards) <= 3, path
