"""The staff handbook on the site: every section, found by the theme's search, and nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.forms.tables import TITLE
from tests.site.reading import page


def test_each_section_has_a_page(site: Path) -> None:
    text = (Path(__file__).parents[2] / "data" / "README.md").read_text("utf-8")
    sections = re.findall(r"^## (.+)$", text, re.MULTILINE)
    found = [page(path).all("h1")[0].own for path in sorted((site / "handbook").glob("[0-9]*.html"))]
    assert found == [*sections, TITLE]


def test_it_asks_for_nothing_from_elsewhere(site: Path) -> None:
    for path in (site / "handbook").glob("*.html"):
        for node in page(path).walk():
            address = node.attributes.get("href" if node.tag == "link" else "src")
            assert address is None or (path.parent / address).exists(), (path, address)


def test_a_town_without_a_handbook_links_to_none(site: Path, second_site: Path) -> None:
    assert 'href="handbook/index.html"' in (site / "about.html").read_text("utf-8")
    assert "handbook" not in (second_site / "about.html").read_text("utf-8")
    assert not (second_site / "handbook").exists()


@pytest.mark.parametrize("word", ["对调", "请假"])
def test_a_clerk_finds_a_section_by_a_word_of_it(phone: Page, address: str, word: str) -> None:
    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.goto(address + "handbook/index.html")
    phone.fill("input[name=query]", word)
    # The theme looks at the field when a key goes up, as one does whenever somebody types.
    phone.press("input[name=query]", "End")
    expect(phone.locator(".md-search-result__item").filter(has_text="改值班").first).to_be_visible()


def test_its_pictures_are_shown_and_fit_a_phone(phone: Page, address: str, site: Path) -> None:
    (path,) = [path for path in (site / "handbook").glob("*.html") if "leave.webp" in path.read_text("utf-8")]
    phone.goto(f"{address}handbook/{path.name}")
    for picture in phone.locator("article img").all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 390
        box = picture.bounding_box()
        assert box
        assert box["width"] <= 390
