"""What the first touch of the search asks for is small in any town; the rest comes by what is typed."""

from __future__ import annotations

import gzip
import json

from macros.subjects import entries
from macros.views.search import LARGE, Entry, search_files
from macros.views.search_parts import SIZE, parted, plain
from tests.second_town import TOWN
from tests.site import towns

MENU = {"服务地图": "map.html"}
# So much may come at the first touch, on the wire.
FIRST = 20_000
CHARACTERS = "柳桃桐梧松柏杉槐榆桂梅兰竹菊荷莲溪河湖江海山岭峰岩石金银铜铁东西南北中上下前后左右大小新老"


def named(count: int) -> list[Entry]:
    """So many villages with names as villages have them."""
    size = len(CHARACTERS)
    names = (
        CHARACTERS[n % size] + CHARACTERS[n // size % size] + CHARACTERS[n * 7 % size] for n in range(count)
    )
    return [
        Entry(f"{name}村法律服务室", "服务室", f"places/{n}.html", (f"{name}村",), f"{name}村村委会一楼")
        for n, name in enumerate(names)
    ]


def scripts(found: list[Entry], count: int = LARGE + 1) -> dict[str, str]:
    """The scripts of a town of so many places with these entries."""
    town = TOWN.model_copy(update={"places": TOWN.places[:1] * count})
    return dict(search_files(town, found))


def test_the_first_touch_of_a_town_of_any_size_asks_for_little() -> None:
    for count in (LARGE, LARGE + 1, 3_000, 6_500):
        made = scripts(named(count), count)
        assert (len(made) > 1) == (count > LARGE)
        assert max(len(gzip.compress(text.encode())) for text in made.values()) <= FIRST, count


def test_all_that_is_found_stands_in_the_first_script_or_in_a_part() -> None:
    town = towns.in_memory(400)
    found = entries(town, MENU)
    (_, first), *parts = search_files(town, found)
    rows = json.loads(first.removeprefix("fahu.searchData=").rstrip(";\n"))["entries"]
    for _, text in parts:
        rows += [row[1:] for row in json.loads(text.removeprefix("fahu.searchPart=").rstrip(";\n"))]
    assert {row[2] for row in rows} == {one.address for one in found}
    assert [row[0] for row in rows if row[1] == "页面"] == [one.name for one in found if one.kind == "页面"]


def test_a_name_is_found_from_each_of_its_characters_on_but_not_from_those_that_all_share() -> None:
    names = {number: one.names for number, one in enumerate(named(1_000))}
    parts = parted(names, {"柳": "liu", "桃": "tao"})
    starts = [part.start for part in parts]
    assert starts == sorted(starts)
    assert all(len(part.numbers) <= SIZE for part in parts)
    assert sum(0 in part.numbers for part in parts) <= 3
    assert sum(len(part.numbers) for part in parts) <= 3 * len(names)


def test_names_are_written_as_the_reader_of_what_is_typed_writes_them() -> None:
    assert plain("３組 愛國's") == "3组爱国s"
    assert plain("三组") == "3组"
