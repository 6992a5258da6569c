"""A large town is parted by one rule, whatever its data say: nobody is left out, no part is too large."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.domain.wards import MOST, SIZE, WHOLE, WHOLE_SHIFTS, Ward, parts, wards
from macros.models.duty import Duty
from macros.models.places import Place
from macros.models.town import Town
from tests.making import place
from tests.second_town import TOWN


def of(places: list[Place], areas: dict[str, list[str]] | None = None) -> Town:
    """The second town with these places, and areas of rotation that go round some of them."""
    rotations = [_area(name, members) for name, members in (areas or {}).items()]
    return Town.model_construct(
        **TOWN.model_dump() | {"site": TOWN.site, "places": tuple(places)},
    ).model_copy(update={"duty": Duty.model_validate({"rotations": rotations})})


def _area(name: str, members: list[str]) -> dict[str, Any]:
    segment = {"from": "2026-01-01", "when": "每周三 9:00-11:00", "people": ["fang"], "places": members}
    return {"id": name, "name": f"{name}片", "kind": "area", "segments": [segment]}


def rooms(count: int, **more: Any) -> list[Place]:
    """So many rooms with a village each."""
    return [place(f"r{n}", villages=[f"村{n:04}"], **more) for n in range(count)]


def coded(count: int, town: str) -> list[Place]:
    """So many rooms of one town by their codes."""
    return [
        place(f"t{town}-{n}", code=f"{town}{200 + n}", villages=[f"{town}村{n:03}"]) for n in range(count)
    ]


def sizes(found: tuple[Ward, ...]) -> list[tuple[str, int]]:
    """The names of wards and how many places each has."""
    return [(ward.name, len(ward.places)) for ward in found]


def test_a_town_of_few_places_is_whole() -> None:
    assert wards(of(rooms(WHOLE)), WHOLE_SHIFTS) == ()
    assert wards(of(rooms(WHOLE + 1)), 0)
    assert wards(of(rooms(3)), WHOLE_SHIFTS + 1)


def test_towns_by_statistical_code_are_wards_named_after_their_station() -> None:
    station = place("station", code="310151104", name="堡镇法律服务工作站", tier="station")
    point = place("point", tier="point", villages=["310151104村003"])
    venue = place("venue", kind="culture_venue")
    town = of([venue, *coded(40, "310151103"), *coded(40, "310151104"), station, point])
    found = wards(town, 0)
    assert sizes(found) == [("310151103村000等 40 处", 40), ("堡镇", 42), ("其他场所", 1)]
    assert [ward.id for ward in found] == ["310151103", "310151104", "rest.0"]
    assert [ward.town for ward in found] == ["", "堡镇", ""]


def test_where_codes_tell_no_towns_apart_areas_of_rotation_are_wards() -> None:
    places = coded(70, "310151103")
    ids = [one.id for one in places]
    found = wards(of(places, {"east": ids[:30], "west": ids[20:60]}), 0)
    assert sizes(found) == [("east片", 20), ("west片", 40), ("其他场所", 10)]
    assert [ward.id for ward in found] == ["east", "west", "rest.0"]


def test_without_codes_or_areas_a_ward_is_a_hundred_in_the_order_of_names() -> None:
    found = wards(of(rooms(250)[::-1]), 0)
    assert sizes(found) == [("村0000—村0082", 83), ("村0083—村0165", 83), ("村0166—村0249", 84)]
    assert [len(ward.places) for ward in wards(of(rooms(61)), 0)] == [30, 31]


def test_names_stand_in_the_order_of_their_pinyin() -> None:
    names = ["永南村", "爱国村", "七滧村", "富圩村"]
    many = [place(f"r{n}", villages=[f"{name}{n:02}"]) for name in names for n in range(20)]
    many = [one.model_copy(update={"id": f"{one.id}-{one.villages[0]}"}) for one in many]
    first, second = wards(of(many), 0)
    assert (first.name, second.name) == ("爱国村00—富圩村19", "七滧村00—永南村19")


def test_a_town_of_more_than_a_hundred_places_is_parted() -> None:
    found = wards(of([*coded(SIZE + 20, "310151103"), *coded(30, "310151104")]), 0)
    assert [len(ward.places) for ward in found] == [60, 60, 30]
    assert [ward.id for ward in found] == ["310151103.1", "310151103.2", "310151104"]


def test_areas_that_hold_few_of_the_places_are_no_wards() -> None:
    places = rooms(100)
    found = wards(of(places, {"east": ["r1", "r2"], "west": ["r3"]}), 0)
    assert [ward.id for ward in found] == ["part.1", "part.2"]


def test_more_areas_than_a_page_can_list_are_no_wards() -> None:
    places = rooms(MOST + 1)
    found = wards(of(places, {one.id: [one.id] for one in places}), 0)
    assert len(found) == 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=260))
def test_every_place_is_in_one_ward_of_a_page(drawn: list[tuple[int, int, bool]]) -> None:
    places = [
        place(f"r{n}", code=f"31015110{code}{n:03}" if has_code else None)
        for n, (code, _, has_code) in enumerate(drawn)
    ]
    areas: dict[str, list[str]] = {}
    for n, (_, area, _) in enumerate(drawn):
        if area:
            areas.setdefault(f"a{area}", []).append(f"r{n}")
    found = wards(of(places, areas), WHOLE_SHIFTS + 1)
    assert sorted(one.id for ward in found for one in ward.places) == sorted(one.id for one in places)
    assert all(0 < len(ward.places) <= SIZE for ward in found)
    assert len({ward.id for ward in found}) == len(found) <= MOST


@pytest.mark.parametrize(("count", "size", "least"), [(0, 5, 2), (1, 5, 2), (5, 5, 1), (6, 5, 1), (17, 5, 1)])
def test_parts_are_of_much_the_same_length(count: int, size: int, least: int) -> None:
    found = parts(range(count), size, least)
    assert [one for part in found for one in part] == list(range(count))
    assert all(part and len(part) <= size for part in found)
    assert max(map(len, found), default=0) - min(map(len, found), default=0) <= 1
