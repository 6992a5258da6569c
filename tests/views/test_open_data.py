"""What can be taken away is what the pages say, with nothing in it that somebody could want back."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.domain.duty import window
from macros.models.people import Person
from macros.models.places import Place
from macros.models.site import Site
from macros.models.town import Town
from macros.views.open_data import open_data, open_data_files
from macros.views.open_data_duty import SHIFT, WHOLE
from macros.views.open_data_places import FIELDS
from tests.duty_town import ROOM
from tests.duty_town import town as duty_town
from tests.making import edition, place
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)
GOLDEN = Path(__file__).parent / "golden"
HOSTILE = '=HYPERLINK("http://x.cn")</script><img src=x onerror=alert(1)>{{ 7*7 }}\''
NUMBER, OFFICE = "13800138002", "0500-0000-0001"


def made(town: Town, day: dt.date = DAY) -> dict[str, str]:
    """The text of each file by its name."""
    return {
        path.removeprefix("open-data/"): text.decode() for path, text in open_data_files(edition(town, day))
    }


def with_places(*some: Place) -> Town:
    """The second town with other places, and without duty."""
    return duty_town(rotations=()).model_copy(update={"places": some})


def features(town: Town) -> dict[str, Any]:
    """The features of the places by their ids."""
    found = json.loads(made(town)["places.geojson"])
    assert found["type"] == "FeatureCollection"
    return {one["id"]: one for one in found["features"]}


def rows(town: Town) -> list[dict[str, str]]:
    """The rows of the table."""
    text = made(town)["places.csv"]
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


SOME = (
    place(
        "measured",
        at=("118.1201", "29.5302"),
        code="330999100201",
        villages=["桃源村"],
        hours=["每周三 9:00-11:00"],
    ),
    place("near", at=("118.1301", "29.5402"), position={"precision": "approximate"}, address="村口"),
    place(
        "made-up",
        at=("118.1401", "29.5502"),
        sample=["position", "phones"],
        phones=[{"number": "0500-0000-0009"}],
    ),
    place("unknown", at=None, directions={"landmark": "祠堂", "door": "一楼"}, bring=["欠条"]),
)


@pytest.mark.parametrize("name", ["places.geojson", "places.csv"])
def test_the_files_of_places_are_those_that_were_right(name: str) -> None:
    golden = GOLDEN / f"open-data_{name}"
    assert made(with_places(*SOME))[name] == golden.read_bytes().decode(), f"{golden} is what was right"


def test_a_made_up_position_leads_nowhere_and_a_vague_one_says_so() -> None:
    found = features(with_places(*SOME))
    said = {key: (bool(one["geometry"]), one["properties"]["position"]) for key, one in found.items()}
    assert said == {
        "measured": (True, "surveyed"),
        "near": (True, "approximate"),
        "made-up": (False, "invented"),
        "unknown": (False, "unknown"),
    }
    table = {row["编号"]: (row["经度（WGS-84）"], row["位置准不准"]) for row in rows(with_places(*SOME))}
    assert table["made-up"] == ("", "示例，不给出")
    assert table["near"][1].startswith("大概的")
    assert "118.14" not in "".join(made(with_places(*SOME)).values())


def test_positions_are_wgs84_with_the_longitude_first_whatever_they_were_measured_in() -> None:
    longitude, latitude = features(TOWN)["liuxi-station"]["geometry"]["coordinates"]
    assert longitude == pytest.approx(118.1157, abs=1e-3)
    assert latitude == pytest.approx(29.5325, abs=1e-2)
    assert (longitude, latitude) != (118.12010, 29.53020)


def test_every_place_is_in_every_file_of_places(town: Town) -> None:
    for each in (town, TOWN):
        ids = [one.id for one in each.places]
        assert list(features(each)) == ids
        assert [row["编号"] for row in rows(each)] == ids
        assert {key for one in features(each).values() for key in one["properties"]} == FIELDS.keys()


def test_text_is_data_in_every_file_and_no_cell_a_formula() -> None:
    bad = place("bad", name=HOSTILE, address=HOSTILE, services=[HOSTILE], villages=[HOSTILE], bring=["＝1+1"])
    town = with_places(bad)
    assert features(town)["bad"]["properties"]["name"] == HOSTILE
    (row,) = rows(town)
    assert (row["名称"], row["带什么"]) == (f"'{HOSTILE}", "'＝1+1")
    assert not [cell for cell in row.values() if cell[:1] in tuple("=+-@＝＋－＠")]
    assert (
        HOSTILE
        in json.loads(made(town)["hsds.json"])["contents"][0]["service_at_locations"][0]["location"]["name"]
    )


@pytest.mark.parametrize("until", ["2026-11-22", "2026-11-23", "2026-12-31"])
def test_a_private_number_is_in_no_file_even_while_its_owner_agrees(until: str) -> None:
    consent = {"scope": ["phone"], "until": until}
    owner = place("own", phones=[{"number": NUMBER, "consent": consent}])
    adviser = Person.model_validate(
        {"id": "ding", "name": "丁律师", "role": "adviser", "phone": "13800138001", "consent": consent}
    )
    town = duty_town()
    people = (adviser, *(person for person in town.people if person.id != "ding"))
    files = made(town.model_copy(update={"places": (owner, *town.places), "people": people}))
    for name, text in files.items():
        assert not re.search(r"1380013800\d|consent", text), name
    assert "丁律师" in files["duty.json"]
    told = json.loads(files["places.geojson"])["features"][0]["properties"]["phones"]
    assert told == [{"number": OFFICE, "label": "柳溪镇司法所"}]


def test_an_office_may_give_its_mobile_number() -> None:
    found = features(with_places(place("own", phones=[{"number": NUMBER, "office": "true"}])))
    assert found["own"]["properties"]["phones"] == [{"number": NUMBER}]


def test_the_duty_is_that_of_the_pages(town: Town) -> None:
    for each in (town, TOWN):
        found = json.loads(made(each)["duty.json"])
        first, last = (dt.date.fromisoformat(found[key]) for key in ("from", "to"))
        shifts = window(each, first, last).shifts
        told = [(one["date"], one["from"], one["place"], one["status"]) for one in found["shifts"]]
        assert told == [
            (str(shift.date), f"{shift.session.start:%H:%M}", shift.place, shift.state) for shift in shifts
        ]
        # Only the first town's calendar ends with the year.
        assert {one["certain"] for one in found["shifts"]} == {True, each is TOWN}


def test_a_shift_says_how_it_came_about() -> None:
    leave = [{"person": "ding", "from": "2026-11-24", "to": "2026-12-04", "substitute": "qian"}]
    off = [{"date": "2026-12-09", "rotation": "younger", "cancel": "true", "reason": "修路"}]
    found = json.loads(made(duty_town(leave=leave, overrides=off))["duty.json"])["shifts"]
    (off_one,) = [one for one in found if one["status"] == "cancelled"]
    assert (off_one["date"], off_one["place"], off_one["kind"]) == ("2026-12-09", ROOM, "point")
    assert "修路" in "".join(off_one["notes"])
    assert any("丁律师" in "".join(one["notes"]) for one in found if one["date"] <= "2026-12-04")


def fits(value: Any, kind: dict[str, Any]) -> bool:
    """Whether a value is of a kind that the schema names: what of JSON Schema it uses."""
    if "enum" in kind:
        return value in kind["enum"]
    types = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    right = {"string": str, "boolean": bool, "array": list, "object": dict, "null": type(None)}
    if not any(isinstance(value, right[name]) for name in types):
        return False
    if isinstance(value, list):
        return all(fits(each, kind["items"]) for each in value)
    if isinstance(value, dict):
        return list(value) == kind["required"] and all(
            fits(value[key], kind["properties"][key]) for key in value
        )
    return not isinstance(value, str) or re.search(kind.get("pattern", ""), value) is not None


def test_the_duty_is_as_its_schema_says(town: Town) -> None:
    for each in (town, TOWN):
        files = made(each)
        schema, duty = json.loads(files["duty.schema.json"]), json.loads(files["duty.json"])
        assert schema["$schema"].endswith("2020-12/schema")
        assert fits(duty, schema)
        assert not fits(duty | {"from": 1}, schema)
        assert list(duty) == [*WHOLE, "shifts"]
        assert list(duty["shifts"][0]) == [*SHIFT]


def test_two_builds_of_a_day_are_the_same_to_the_byte(town: Town) -> None:
    assert made(town) == made(town)


def test_the_page_leads_to_every_file_and_says_how_large_it_is() -> None:
    html = open_data(edition(TOWN, DAY))
    files = made(TOWN)
    assert re.findall(r'href="[^"]*(?<=open-data/)([^"]+)"', html) == [*files]
    for name, text in files.items():
        assert f"{max(1, round(len(text.encode()) / 1000))} KB</span> <code>{name}<" in html, name
    assert "有示例" in html
    assert all(f"<code>{key}</code>" in html for key in (*FIELDS, *SHIFT))


def test_how_it_may_be_used_is_what_the_town_says() -> None:
    def html(licence: str | None) -> str:
        site: Site = TOWN.site.model_copy(update={"licence": licence})
        return open_data(edition(TOWN.model_copy(update={"site": site}), DAY))

    assert "请先问一声" in html(None)
    assert "注明来源&lt;b&gt;" in html("注明来源<b>")
    assert "请先问一声" not in html("注明来源")
