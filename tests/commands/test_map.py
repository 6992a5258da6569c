"""fahu map writes one page that needs nothing else, the same each time."""

from __future__ import annotations

import re
from pathlib import Path

from tests.commands.conftest import Fahu

POSITION = """\
    position:
      longitude: 121.75369
      latitude: 31.52580
      system: gcj02
      precision: surveyed
      source: 现场
"""
TILES = "map: {tiles: tianditu, token: 0123456789abcdef0123456789abcdef, review: GS（2024）0650号}\n"


def written(fahu: Fahu, *more: str) -> str:
    """The page that the command writes."""
    assert fahu("map", *more).startswith("写好了：map-desk.html（2 处，其中 2 处还没有位置）。")
    return Path("map-desk.html").read_text("utf-8")


def test_the_page_is_whole_and_always_the_same(fahu: Fahu) -> None:
    html = written(fahu)
    assert html == written(fahu)
    assert html.startswith("<!doctype html>")
    assert not re.search(r"<(?:link|script|img)[^>]*(?:src|href)=", html)
    assert not re.search(r"cdn|unpkg|jsdelivr|googleapis|openstreetmap|tianditu|user-scalable", html)
    assert "url(images" not in html


def test_each_place_has_its_line_and_a_link_to_it(fahu: Fahu, data: Path) -> None:
    file = data / "places.yml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    numbers = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith("- id:")]
    html = written(fahu)
    for number in numbers:
        assert f'<a href="data/places.yml#L{number}">data/places.yml:{number}</a>' in html
    Path("desk").mkdir()
    fahu("map", "--output", "desk/a.html")
    assert 'href="../data/places.yml#L' in Path("desk/a.html").read_text("utf-8")


def test_a_place_with_a_position_is_named_by_the_line_of_it(fahu: Fahu, data: Path) -> None:
    with (data / "places.yml").open("a", encoding="utf-8") as file:
        file.write("  - id: shop\n    name: 小店服务点\n    tier: point\n" + POSITION)
    rows = (data / "places.yml").read_text("utf-8").splitlines()
    fahu("map")
    assert f"data/places.yml:{rows.index('    position:') + 1}</a>" in Path("map-desk.html").read_text(
        "utf-8"
    )


def test_tiles_are_allowed_only_where_the_town_has_them(fahu: Fahu, data: Path) -> None:
    assert "img-src data:;" in written(fahu)
    with (data / "site.yml").open("a", encoding="utf-8") as file:
        file.write(TILES)
    html = written(fahu)
    assert "img-src data: https://t0.tianditu.gov.cn;" in html
    assert "审图号：GS（2024）0650号" in html
    # Only a press adds them to the map.
    assert "tile_layer_vec.addTo" not in html
    assert "[tile_layer_vec, tile_layer_cva]" in html


def test_a_page_that_cannot_be_written_is_told(fahu: Fahu) -> None:
    fahu("map", "--output", "nowhere/a.html", status=2)
    fahu("map", "--output", "a.txt", status=2)
