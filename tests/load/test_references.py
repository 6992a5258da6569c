"""What can be referred to is read from files in which other things may be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.errors import DataError
from macros.load.folder import build, load
from macros.load.references import called, villages
from macros.load.text_files import parse
from tests.findings import TOWN


@pytest.mark.parametrize(
    ("place", "served"),
    [
        ("{tier: station, villages: [甲村, 乙村]}", ["甲村", "乙村"]),
        ("{tier: ' room', villages: [甲村]}", ["甲村"]),
        ("{tier: rom, villages: [甲村]}", ["甲村"]),
        ("{tier: [point], villages: [甲村]}", ["甲村"]),
        ("{villages: [甲村]}", ["甲村"]),
        ("{tier: ' point', villages: [甲村]}", []),
        ("{kind: culture_venue, villages: [甲村]}", []),
        ("{tier: room, villages: }", []),
        ("{tier: room}", []),
        ("甲村", []),
    ],
)
def test_the_villages_are_those_of_the_station_and_the_rooms(place: str, served: list[str]) -> None:
    root = parse(f"places: [{place}, {{tier: room, villages: [丙村]}}]\n".encode(), "places.yml").root
    assert root is not None
    assert list(villages(root) or ()) == [*served, "丙村"]


@pytest.mark.parametrize(
    ("entries", "ids"),
    [
        ("{id: a, name: ' 甲 '}, {id: b, title: 乙}", {"甲": "a", "乙": "b"}),
        ("{id: a, name: 甲}, {id: b, name: 甲}, {id: c, name: 乙}", {"乙": "c"}),
        ("{id: a, name: [甲]}, {id: b, name: ' '}, {id: c}, {name: 甲}, 甲", {}),
    ],
)
def test_a_name_of_one_entry_only_stands_for_its_id(entries: str, ids: dict[str, str]) -> None:
    root = parse(f"events: [{entries}]\n".encode(), "events.yml").root
    assert root is not None
    assert called(root, "events") == ids


def test_an_entry_without_its_id_makes_no_reference_look_wrong(data: Path) -> None:
    people = (data / "people.yml").read_text("utf-8").replace("id: zhang\n    ", "")
    double = "  - {name: 张律师, role: adviser}\n"
    (data / "people.yml").write_text(people + double, "utf-8")
    with pytest.raises(DataError) as caught:
        load(data)
    assert str(caught.value).splitlines() == [
        "data/people.yml:2:5: 人员 › 第 1 条（张律师）: 少了 id 这一项：编号",
        "data/people.yml:7:5: 人员 › 第 3 条（张律师）: 少了 id 这一项：编号",
    ]


@pytest.mark.parametrize("written", ["甲村", "[甲村, {a: b}]", "{a: b}"])
def test_villages_that_cannot_be_told_make_no_reference_look_wrong(data: Path, written: str) -> None:
    places = (data / "places.yml").read_text("utf-8").replace("[爱国村]", written)
    (data / "places.yml").write_text(places, "utf-8")
    events = (data / "events.yml").read_text("utf-8") + "    villages: [爱国村]\n"
    (data / "events.yml").write_text(events, "utf-8")
    with pytest.raises(DataError) as caught:
        load(data)
    assert {problem.file for problem in caught.value.problems} == {"data/places.yml"}


def test_files_can_be_checked_where_their_media_are_only_known_by_name() -> None:
    video = (
        "categories: [片]\nvideos: [{id: a, title: 片, date: 2022, category: 片, summary: 说法,"
        " sources: [{file: media/a.mp4}], captions: media/a.vtt}]\n"
    )
    texts = {"holidays": "{}\n"} | TOWN | {"videos": video}
    sources = {name: parse(text.encode(), f"{name}.yml") for name, text in texts.items()}
    town = build(sources, {"media/a.mp4": "", "media/a.vtt": ""}).town
    assert town.media == ("media/a.mp4", "media/a.vtt")
