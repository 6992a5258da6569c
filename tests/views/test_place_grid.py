"""The grid map has every drawn place once, with its name and when somebody is there."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from macros.views.place_grid import place_grid
from tests.making import edition
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)


def drawn(**changed: dict[str, Any]) -> str:
    """The grid of the second town, of which some places are changed, by their ids."""
    places = tuple(place.model_copy(update=changed.get(place.id, {})) for place in TOWN.places)
    return place_grid(edition(TOWN.model_copy(update={"places": places}), DAY))


def test_every_drawn_place_is_a_link_and_the_others_are_counted() -> None:
    html, shown = drawn(), {place.id for place in TOWN.places if place.position}
    assert {*re.findall(r"places/([\w-]+)\.html", html)} == shown
    assert f"{len(TOWN.places) - len(shown)} 处" in html


def test_a_cell_has_the_short_name_that_data_give() -> None:
    assert "牛角湾片" in drawn()
    html = drawn(**{"shangfan-room": {"short": "牛角湾"}})
    assert ">牛角湾<" in html
    assert "牛角湾片" not in html


def test_a_single_position_makes_no_map() -> None:
    lone = {place.id: {"position": None} for place in TOWN.places[1:]}
    assert drawn(**lone) == ""


def test_a_made_up_position_is_said_and_the_next_day_shows_before_scripts_run() -> None:
    sampled = drawn(**{"jishi-point": {"sample": ["position"]}})
    assert "有的位置、时间是示例" in sampled
    cells = re.findall(r"data-grid-cell[ >].*?</li>", sampled, re.DOTALL)
    dated = [cell for cell in cells if "data-grid-date" in cell]
    assert dated
    for cell in dated:
        first, *later = re.findall(r"data-grid-date=[^>]*", cell)
        assert "hidden" not in first
        assert all("hidden" in each for each in later)
