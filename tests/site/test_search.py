"""The search index: Chinese words can be found, and it stays small."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import build
from tests.site import towns
from tests.site.reading import page

HAN = "[\u3400-\u9fff]"
DATE = re.compile(r"\d{1,2}月\d{1,2}日")
KB = 1000


def entries(site: Path) -> list[dict[str, str]]:
    """What the search knows, without what parts the words."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    plain = [
        {key: str(value).replace("\u200b", "") for key, value in entry.items()} for entry in index["docs"]
    ]
    assert plain
    return plain


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a town with 300 rooms more."""
    folder = tmp_path_factory.mktemp("large")
    done = build(folder / "site", towns.large(folder, 300))
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_each_han_character_is_a_word_of_its_own(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    whole = " ".join(entry[key] for entry in index["docs"] for key in ("title", "text"))
    assert "调\u200b解" in whole
    assert re.findall(f"{HAN}{HAN}", whole) == []


@pytest.mark.parametrize("word", ["调解", "援助", "值班", "聪哥", "爱国村", "遗嘱"])
def test_the_index_has_what_residents_look_for(site: Path, word: str) -> None:
    assert [entry for entry in entries(site) if word in entry["title"] + entry["text"]]


def test_dated_tables_of_duty_stay_out_of_the_index(site: Path) -> None:
    dated = {
        entry["location"]: len(DATE.findall(entry["text"]))
        for entry in entries(site)
        if not entry["location"].startswith("events")
    }
    assert {location for location, dates in dated.items() if dates > 2} == set()


def test_the_monthly_calendars_stay_out_of_the_index(site: Path) -> None:
    assert [entry["location"] for entry in entries(site) if entry["location"].startswith("duty/")] == []


def test_a_large_town_has_a_page_for_each_of_its_places(large_site: Path) -> None:
    assert len(list((large_site / "places").glob("room-*.html"))) == 300


@pytest.mark.parametrize("name", ["index.html", "duty.html", "places/room-0.html", "villages.html"])
def test_a_large_towns_pages_stay_small_enough_for_a_slow_network(large_site: Path, name: str) -> None:
    assert (large_site / name).stat().st_size < 400 * KB


def test_a_large_town_lists_every_village_to_choose_from(large_site: Path) -> None:
    assert len(page(large_site / "villages.html").all("a", data_village=None)) == 303


def test_a_large_towns_index_holds_less_than_2_kb_for_each_place(large_site: Path) -> None:
    assert (large_site / "search" / "search_index.json").stat().st_size < 300 * 2 * KB
