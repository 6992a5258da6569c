"""Nothing is published that no page asks for, and each page says what it is."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.site.reading import page, pages

# A first view on a slow network, without pictures.
# The home page, the map and the texts to copy hold too much yet.
LIMIT = 30_000
LIGHT = [
    f"{name}.html"
    for name in ("villages", "videos", "duty", "events", "about", "search", "places/aiguo-room")
]


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
    assert tree.all("link") == tree.all("script") == tree.all("img") == []
    assert tree.all("a", href="tel:12348")


@pytest.mark.parametrize("name", LIGHT)
def test_a_first_view_is_at_most_30_kb_and_four_requests(site: Path, name: str) -> None:
    tree = page(site / name)
    blocking = [node for node in tree.all("script", src=None) if "defer" not in node.attributes]
    blocking += tree.all("link", rel="stylesheet")
    assert len(blocking) + 1 <= 4
    folder = (site / name).parent
    asked = [folder / node.attributes["src"] for node in tree.all("script", src=None)]
    asked += [folder / node.attributes["href"] for node in tree.all("link", rel="stylesheet")]
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in (site / name, *asked)}
    assert sum(sizes.values()) <= LIMIT, sizes
