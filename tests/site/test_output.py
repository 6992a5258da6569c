"""Nothing is published that no page asks for, and each page says what it is."""

from __future__ import annotations

from pathlib import Path

from tests.site.reading import page, pages


def test_nothing_of_the_theme_is_published(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
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
