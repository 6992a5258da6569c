"""The map, its list and its sketches: everything from our own site, and text stays text."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.domain.edition import Edition
from macros.domain.places import Surroundings
from macros.models.duty import Duty
from macros.models.places import Place
from macros.models.town import Town
from macros.views import folium_map, map, place_cards, place_sketch
from macros.views.links import ROOT
from tests.duty_town import town as busy_town
from tests.making import edition
from tests.making import place as make
from tests.second_town import TOWN

AROUND = Surroundings.of(TOWN.places)
TODAY = dt.date(2026, 11, 23)
HOSTILE = "</script><script>alert(1)</script>{{ 7*7 }}{% raw %}{# x #}'\""
DATA = "assets/map/service-map-data.js"


def town(*places: Place) -> Town:
    """The second town with these places."""
    return TOWN.model_copy(update={"places": places, "duty": Duty()})


def on_the_day(found: Town) -> Edition:
    """The town as views are handed it."""
    return edition(found, TODAY)


def handed_over(found: Town) -> dict[str, Any]:
    """What the generated script hands to service-map.js."""
    script = map.map_files(on_the_day(found))[DATA].decode()
    start = script.index("fahu.serviceMap(map_service, ") + len("fahu.serviceMap(map_service, ")
    decoded: dict[str, Any] = json.JSONDecoder().raw_decode(script, start)[0]
    return decoded


def queries(place: Place) -> dict[str, dict[str, str]]:
    """The parameters of each map app's link."""
    links = place_cards.map_links(place, TOWN.site)
    return {link.app: {k: v[0] for k, v in parse_qs(urlsplit(link.href).query).items()} for link in links}


def test_files_are_our_own_and_always_the_same() -> None:
    found = map.map_files(on_the_day(TOWN))
    assert {f"assets/map/{name}" for name in ("leaflet.js", "leaflet.css", "leaflet-licence.txt")} <= set(
        found
    )
    assert DATA in found
    for image in re.findall(rb"url\((images/[^)]+)\)", found["assets/map/leaflet.css"]):
        assert found[f"assets/map/{image.decode()}"].startswith(b"\x89PNG")
    assert b"sourceMappingURL" not in found["assets/map/leaflet.js"]
    assert found == map.map_files(on_the_day(TOWN))


def test_script_asks_nobody_else_for_anything() -> None:
    script = map.map_files(on_the_day(TOWN))[DATA].decode()
    assert not re.search(r"https?:|//|L\.tileLayer|jquery|<", script, re.IGNORECASE)


def told(found: Town) -> list[dict[str, Any]]:
    """The places as service-map-places.js reads them out of their columns."""
    data = handed_over(found)
    return [
        {
            "id": name,
            "name": part["names"].get(str(number), part["labels"][number] + look["name"]),
            "at": tuple((corner + step) / 100_000 for corner, step in zip(part["at"], steps, strict=True)),
            "said": look["said"],
            "town": part["name"],
        }
        for district in data["districts"]
        for part in district["towns"]
        for number, (name, look, *steps) in enumerate(
            zip(
                part["ids"].split(" "),
                (data["looks"][int(letter, 36)] for letter in part["looks"]),
                part["east"],
                part["north"],
                strict=True,
            )
        )
    ]


def test_places_are_told_where_they_are_in_wgs84() -> None:
    found = town(make("a"), make("b", at=None), make("c", at=("121.7581", "31.5239")))
    assert [(place["id"], place["at"]) for place in told(found)] == [
        ("a", (121.75369, 31.5258)),
        ("c", (121.7581, 31.5239)),
    ]
    (south, west), (north, east) = handed_over(found)["bounds"]
    assert south < 31.5239 < 31.5258 < north
    assert west < 121.75369 < 121.7581 < east


def test_places_of_one_look_are_told_apart_from_those_of_another() -> None:
    featured = make("b", featured={"title": "有事", "story": "进来"})
    made_up = make("c", sample=["position"])
    vague = make("d", tier="station", position={"precision": "approximate"})
    said = {place["id"]: place["said"] for place in told(town(make("a"), featured, made_up, vague))}
    assert said == {
        "a": "村里的法律服务室",
        "b": "村里的法律服务室，示范",
        "c": "村里的法律服务室，位置是示例",
        "d": "镇上的法律服务站，位置是大概的",
    }


def test_a_name_is_said_in_full_whatever_its_label() -> None:
    rooms = (make("a"), make("b", name="柳溪集市"), make("c", name="柳溪镇法律服务工作室"))
    assert [place["name"] for place in told(town(*rooms))] == [place.name for place in rooms]


def test_a_place_takes_few_bytes() -> None:
    chance = random.Random(1)
    many = town(
        *(
            make(
                f"p3101510{n // 40 + 10}{n % 40:03}",
                code=f"3101510{n // 40 + 10}{n % 40:03}",
                name="".join(chance.choices("东西南北中大小新老上下前后春夏秋冬", k=3)) + "村法律服务工作室",
                at=(f"{121.7 + chance.random() / 20:.5f}", f"{31.5 + chance.random() / 20:.5f}"),
            )
            for n in range(2000)
        )
    )
    data = map.map_files(on_the_day(many))[DATA]
    assert len(gzip.compress(data, 9)) / 2000 <= 15


def test_text_of_the_data_never_becomes_code() -> None:
    found = town(make("a", name=HOSTILE), make("b", name="好" + HOSTILE))
    assert [place["name"] for place in told(found)] == [place.name for place in found.places]
    script = map.map_files(on_the_day(found))[DATA].decode()
    assert "</script" not in script
    assert "\u2028" not in script
    html = str(place_cards.place_list(on_the_day(found))) + str(map.service_map(on_the_day(found)))
    assert "<script>alert" not in html
    assert "{{ 7*7 }}" in html


@pytest.mark.parametrize("text", ["{{", "{%", "{#", "{{{{%", "</script>", "\u2028\u2029&<>"])
def test_literal_means_the_same_and_holds_nothing_dangerous(text: str) -> None:
    written = folium_map.literal({"a": [text]})
    assert json.loads(written) == {"a": [text]}
    assert not re.search(r"\{[{%#]|[<>&\u2028\u2029]", written)


def test_page_has_no_inline_script_or_style_and_loads_relative_files() -> None:
    html = str(map.service_map(on_the_day(TOWN)))
    assert not re.search(r"<script(?![^>]* src=)|<style|style=|<iframe|https?://", html)
    assert f'data-map-script="{ROOT}assets/map/leaflet.js"' in html
    assert "leaflet.js" not in "".join(re.findall(r"<script[^>]*>", html))
    assert "示意图" in html
    assert 'id="map_service"' in html


def test_legend_says_what_is_drawn_differently() -> None:
    plain = str(map.service_map(on_the_day(town(make()))))
    assert "大概" not in plain
    assert "示范" not in plain
    vague = make("b", position={"precision": "approximate"}, sample=["position"])
    featured = make("c", featured={"title": "有事", "story": "进来"})
    html = str(map.service_map(on_the_day(town(make(), vague, featured, make("d", at=None)))))
    said = re.sub(r"<[^>]+>", "", html)
    for words in ("带虚线圈的，位置是大概的", "带星的是示范点", "1 处的位置是示例", "1 处位置待核实"):
        assert words in said


def test_without_any_position_there_is_no_map_and_no_file() -> None:
    nowhere = town(make(at=None))
    assert map.map_files(on_the_day(nowhere)) == {}
    html = str(map.service_map(on_the_day(nowhere)))
    assert "<script" not in html
    assert "没有画图" in html


def test_map_apps_get_gcj02_in_their_own_order() -> None:
    found = queries(make(name="甲:乙;丙&丁", address="路 1 号"))
    assert found["高德"]["position"] == "121.758090,31.523873"
    assert found["高德"]["coordinate"] == "gaode"
    assert found["高德"]["name"] == "甲:乙;丙&丁"
    assert found["百度"]["location"] == "31.523873,121.758090"
    assert found["百度"]["coord_type"] == "gcj02"
    assert found["腾讯"]["marker"] == "coord:31.523873,121.758090;title:甲：乙；丙&丁;addr:路 1 号"
    assert found["腾讯"]["coord_type"] == "2"


def test_links_open_outside_and_warn() -> None:
    vague = make(position={"precision": "approximate"})
    html = str(place_cards.place_links(TOWN, vague))
    assert html.count('target="_blank" rel="noopener"') == 3
    assert place_cards.APPROXIMATE_WARNING in html
    assert not place_cards.place_links(TOWN, make(at=None))


@pytest.mark.parametrize("at", [("121.75369", "31.52580"), None])
def test_a_made_up_or_unknown_position_is_never_opened_in_a_map_app(at: tuple[str, str] | None) -> None:
    room = make(at=at, villages=["桃源村"], sample=["position"] if at else [])
    html = str(place_cards.place_links(TOWN, room)) + str(
        place_cards.place_card(on_the_day(town(room)), room)
    )
    assert not re.search(r"121\.7|31\.5|/marker|百度", html)
    assert place_cards.map_links(room, TOWN.site) == ()
    links = place_cards.ways_to(room, TOWN.site).links
    assert {link.app: parse_qs(urlsplit(link.href).query)["keyword"] for link in links} == {
        "高德": ["桐山县柳溪镇桃源村"],
        "腾讯": ["桐山县柳溪镇桃源村"],
    }
    assert "用地图软件搜“桐山县柳溪镇桃源村”" in re.sub(r"<[^>]+>", "", html)
    assert place_cards.SEARCH_WARNING in html


def test_a_made_up_point_of_no_village_is_looked_for_by_the_town() -> None:
    assert place_cards.search_words(make(tier="point", sample=["position"]), TOWN.site) == "桐山县柳溪镇"
    assert place_cards.search_words(make(), TOWN.site) == ""
    assert place_cards.search_words(make(at=None, kind="culture_venue"), TOWN.site) == ""


def test_no_way_leads_from_or_to_a_made_up_position() -> None:
    station = make("s", name="法律服务站", tier="station")
    near = make("n", at=("121.754", "31.526"))
    made_up = make("m", at=("121.755", "31.527"), sample=["position"], address="路 1 号")
    found = town(make("x", tier="station", sample=["position"]), station, near, made_up)
    around = Surroundings.of(found.places)
    drawn = place_sketch.sketch(found, near, around)
    assert drawn is not None
    assert [one.place.id for one in drawn.near] == ["s"]
    assert "法律服务站" in drawn.words
    html = str(place_sketch.place_sketch(found, made_up, around))
    assert "<svg" not in html
    assert not re.search("往[东南西北]|公里|附近还有", html)
    assert "请按地址找：路 1 号" in html
    doubtful = made_up.model_copy(update={"sample": ("position", "address")})
    assert "请按地址找" not in str(place_sketch.place_sketch(found, doubtful, around))


def test_list_is_complete_without_the_map() -> None:
    html = str(place_cards.place_list(edition(busy_town(), TODAY)))
    for place in TOWN.places:
        assert f'href="{ROOT}places/{place.id}.html"' in html
    assert '<li data-date="2026-11-25" data-to="11:00">' in html
    assert "11月25日 星期三" in html
    assert html.count("位置待核实，没有画在图上") == sum(place.position is None for place in TOWN.places)
    assert f"请打电话问{TOWN.site.office.name}" in html


def test_place_without_a_public_number_gives_the_offices() -> None:
    bare = make()
    html = str(place_cards.place_card(on_the_day(town(bare)), bare))
    assert TOWN.site.office.phones[0].number in html


def test_a_thousand_places_draw_and_list() -> None:
    many = town(
        *(make(f"p{n}", at=(f"{121.7 + n / 1e4:.5f}", f"{31.5 + n % 37 / 1e3:.5f}")) for n in range(1000))
    )
    assert len(told(many)) == 1000
    html = str(place_cards.place_list(on_the_day(many)))
    assert html.count("wards/places/") == 10


def test_sketch_says_where_in_words() -> None:
    station = make("s", name="法律服务站", tier="station", at=("121.75", "31.52"))
    room = make("r", at=("121.75", "31.54"))
    vague = make("v", at=("121.78", "31.52"), position={"precision": "approximate"})
    found = town(station, room, vague)
    exact = place_sketch.sketch(found, room, Surroundings.of(found.places))
    assert exact is not None
    assert exact.words == "在法律服务站北方向，约 2.2 公里。"
    rough = place_sketch.sketch(found, vague, Surroundings.of(found.places))
    assert rough is not None
    assert rough.words == "在法律服务站东方向，大约 3 公里。"
    assert place_sketch.sketch(found, make(at=None), Surroundings.of(found.places)) is None


def test_sketch_keeps_marks_and_names_on_the_paper() -> None:
    places = [make(f"p{n}", at=(f"{121.7 + n * n / 300:.4f}", f"{31.5 + n % 3 / 30:.4f}")) for n in range(6)]
    found = town(make("s", tier="station"), *places, make("same", tier="point"))
    for place in found.places:
        drawn = place_sketch.sketch(found, place, Surroundings.of(found.places))
        assert drawn is not None
        assert drawn.spots[0].size > max((spot.size for spot in drawn.spots[1:]), default=0)
        for spot in drawn.spots:
            assert spot.size / 2 <= spot.x <= drawn.width - spot.size / 2
            assert spot.size / 2 <= spot.y <= drawn.height - spot.size / 2


def test_sketch_has_a_text_alternative_and_no_style() -> None:
    html = str(place_sketch.place_sketch(TOWN, TOWN.places[0], AROUND))
    assert 'role="img"' in html
    assert "示意图" in html
    assert not re.search(r"style=|<script|<style", html)
    assert "位置待核实" in str(place_sketch.place_sketch(TOWN, make(at=None, address="路 1 号"), AROUND))
