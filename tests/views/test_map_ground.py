"""The ground of the map: the town's own sketch where it was read off, and nothing where there is none."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from macros.domain.geo import Point, metres, wgs84_to_gcj02
from macros.models.lines import Lines
from macros.models.town import Town
from macros.views.map import service_map
from macros.views.map_ground import PATH, ground_files
from tests.making import edition, place
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
HOSTILE = "</script><b>{{ 7*7 }}"
DOOR = Point(118.12, 29.53)


def sketched(**lists: Any) -> Town:
    """The second town with this sketch."""
    return TOWN.model_copy(update={"lines": Lines.model_validate(lists)})


def line(**more: Any) -> dict[str, Any]:
    """A road as it would be typed."""
    entry = {"kind": "road", "system": "wgs84", "source": "走过"}
    return entry | {"points": ["118.1,29.5", "118.2,29.6"]} | more


def told(town: Town) -> dict[str, Any]:
    """What the script of the map is handed."""
    text = dict(ground_files(edition(town, TODAY), ""))[PATH].decode()
    found: dict[str, Any] = json.loads(text.removeprefix("fahu.mapGround=").removesuffix(";\n"))
    return found


def test_a_line_lies_where_it_was_read_off_whatever_the_map() -> None:
    shifted = wgs84_to_gcj02(DOOR)
    typed = f"{shifted.longitude:.6f},{shifted.latitude:.6f}"
    found = told(sketched(lines=[line(system="gcj02", points=[typed, "118.2,29.6"])]))
    latitude, longitude = found["lines"][0]["points"][0]
    assert metres(Point(longitude, latitude), DOOR) < 1


def test_what_is_made_up_says_so_and_a_name_stays_text() -> None:
    word = {"name": "塔", "system": "wgs84", "source": "走过", "at": "118.1,29.5", "sample": "true"}
    found = told(sketched(lines=[line(name=HOSTILE[:12]), line(sample="true", name="老街")], points=[word]))
    assert [one["name"] for one in found["lines"]] == [HOSTILE[:12], "老街（示例）"]
    assert found["words"] == [{"name": "塔（示例）", "at": [29.5, 118.1]}]


def test_a_comma_of_any_kind_or_a_blank_parts_the_numbers() -> None:
    spots = told(sketched(lines=[line(points=["118.1，29.5", "118.1, 29.5", "118.1 29.5", "１１８.1,29.5"])]))
    assert {tuple(point) for point in spots["lines"][0]["points"]} == {(29.5, 118.1)}


def test_without_a_sketch_or_without_a_map_nothing_is_loaded() -> None:
    bare = sketched()
    assert dict(ground_files(edition(bare, TODAY), "")) == {}
    assert PATH not in service_map(edition(bare, TODAY))
    assert "只标点、不画路" in service_map(edition(bare, TODAY))
    assert PATH in service_map(edition(TOWN, TODAY))
    unplaced = TOWN.model_copy(update={"places": (place(at=None),)})
    assert dict(ground_files(edition(unplaced, TODAY), "")) == {}
