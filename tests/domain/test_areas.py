"""Districts and towns of the map: by statistical code, with names that people use."""

from __future__ import annotations

from macros.domain.areas import District, districts
from macros.models.places import Place
from tests.making import place
from tests.second_town import TOWN

AT = ("121.75369", "31.52580")


def room(name: str, code: str | None = None, village: str = "", tier: str = "room") -> Place:
    """A place of a village."""
    number = code or "x"
    entry = {"name": name, "tier": tier, "villages": [village] if village else [], "code": code}
    return place(f"{name}-{number}".lower() if name.isascii() else f"p-{number}", at=AT, **entry)


def named(found: tuple[District, ...]) -> dict[str, dict[str, list[str]]]:
    """The ids of the places by the names of their districts and towns."""
    return {
        district.name: {town.name: [place.id for place in town.places] for town in district.towns}
        for district in found
    }


def test_a_town_is_called_as_its_station_is_and_a_district_as_its_own() -> None:
    places = (
        room("A", "310151101001"),
        room("陈家镇公共法律服务站", "310151101", tier="station"),
        room("B", "310151102001"),
        room("堡镇公共法律服务站", "310151102000", tier="station"),
        room("崇明区公共法律服务中心", "310151", tier="station"),
        room("C", "310115103001"),
    )
    assert {name: list(towns) for name, towns in named(districts(places, TOWN.site)).items()} == {
        "C一带": ["C一带"],
        "崇明区": ["崇明区", "陈家镇", "堡镇"],
    }


def test_what_has_no_station_is_called_after_its_first_place() -> None:
    found = districts((room("甲村法律服务工作室", "310151101001"), room("B", "310151101002")), TOWN.site)
    assert [town.name for district in found for town in district.towns] == ["甲村一带"]


def test_a_place_without_a_code_belongs_to_the_town_of_its_village() -> None:
    places = (room("a", "310151101001", "爱国村"), room("p", village="爱国村", tier="point"), room("z"))
    assert named(districts(places, TOWN.site)) == {
        "a一带": {"a一带": ["a-310151101001", "p-x"]},
        "其他场所": {"其他场所": ["z-x"]},
    }


def test_where_no_code_is_known_all_is_the_town() -> None:
    places = (room("a"), room("b", "ab"), room("c", "3101"))
    assert named(districts(places, TOWN.site)) == {"桐山县": {"柳溪镇": ["a-x", "b-ab", "c-3101"]}}


def test_every_place_is_in_one_town() -> None:
    places = tuple(room(f"p{n}", f"3101{n % 3 + 10}{n % 5 + 100}{n:03}") for n in range(60))
    found = [
        place.id for each in districts(places, TOWN.site) for town in each.towns for place in town.places
    ]
    assert sorted(found) == sorted(place.id for place in places)
