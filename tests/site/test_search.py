"""What search looks through: everything residents ask for, nothing dated, and small."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.site.reading import page, pages

KB = 1000


def data(site: Path) -> dict[str, Any]:
    """What the search knows."""
    text = (site / "assets" / "search-data.js").read_text("utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("fahu.searchData=").rstrip(";\n"))
    assert found["entries"]
    return found


@pytest.mark.parametrize(
    "word",
    [
        "调解",
        "援助",
        "值班",
        "聪哥",
        "爱国村",
        "遗嘱",
        "张律师",
        "谣言",
        "12348",
        "普法责任",
        "住宅用地",
        "行政诉讼",
        "2022年",
    ],
)
def test_search_has_what_residents_look_for(site: Path, word: str) -> None:
    assert [entry for entry in data(site)["entries"] if word in json.dumps(entry, ensure_ascii=False)]


def test_search_leads_to_pages_that_are_there_and_to_numbers(site: Path) -> None:
    for name, _, address, _, _ in data(site)["entries"]:
        path, _, anchor = address.partition("#")
        if address.startswith("tel:"):
            continue
        assert path in pages(site), name
        assert not anchor or page(site / path).all(id=anchor), name


def test_every_town_word_leads_to_an_entry(site: Path) -> None:
    found = data(site)
    assert found["words"]
    assert all(0 <= number < len(found["entries"]) for _, number in found["words"])


def test_the_pages_of_the_menu_can_be_found(second_site: Path) -> None:
    found = {entry[2] for entry in data(second_site)["entries"]}
    assert {"duty.html", "villages.html", "map.html", "events.html", "videos.html", "about.html"} <= found


def test_a_large_town_has_a_page_for_each_of_its_places(large_site: Path) -> None:
    assert len(list((large_site / "places").glob("room-*.html"))) == 300


@pytest.mark.parametrize("name", ["index.html", "duty.html", "places/room-0.html", "villages.html"])
def test_a_large_towns_pages_stay_small_enough_for_a_slow_network(large_site: Path, name: str) -> None:
    assert (large_site / name).stat().st_size < 400 * KB


def test_the_search_of_a_large_town_is_at_most_20_kb_on_the_wire(large_site: Path) -> None:
    text = (large_site / "assets" / "search-data.js").read_bytes()
    assert len(gzip.compress(text)) < 20 * KB
