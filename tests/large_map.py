"""The page of the map alone, of a town of any size, without building its site."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from macros.models.duty import Duty
from macros.models.lines import Lines
from macros.models.places import Place
from macros.models.town import Town
from macros.publish.bundle import bundles
from macros.publish.lower import lowered, slim
from macros.publish.policy import policy
from macros.views import map as views
from macros.views.links import relative
from macros.views.place_map import place_map
from tests.making import edition, place
from tests.second_town import TOWN

ASSETS = Path(__file__).parents[1] / "docs" / "assets"
TODAY = dt.date(2026, 11, 23)
Degrees = tuple[float, float]


@dataclass(frozen=True)
class Row:
    """A village with its town and district."""

    code: str
    name: str
    town: str
    district: str


def made_rows() -> Iterator[Row]:
    """Villages without end: towns of thirty, districts of thirteen towns."""
    chance = random.Random(1)
    signs = (
        "东西南北中大小新老上下前后春夏秋冬金银水土山河湖海江桥路港庙塘村园花竹松柏梅兰红星明光永安和平胜利"
    )
    for number in range(100_000):
        town, district = number // 30, number // 390
        code = f"{310100 + district}{100 + town % 13:03}{number % 30 + 1:03}"
        name = "".join(chance.choices(signs, k=3))
        yield Row(
            code,
            f"{name}村",
            f"{signs[town % len(signs)]}{signs[town // len(signs)]}镇",
            f"{signs[district]}区",
        )


def rows(names: Path | None, size: int) -> list[Row]:
    """The first villages of the file, or made ones."""
    if names is None:
        return list(islice(made_rows(), size))
    with names.open(encoding="utf-8") as file:
        read = [Row(r["code"], r["name"], r["town"], r["district"]) for r in csv.DictReader(file)]
    return read[:size]


def places(found: list[Row]) -> tuple[Place, ...]:
    """Stations of districts and towns and a room for each village, as many as rows, at made positions."""
    chance = random.Random(2)
    districts: dict[str, Degrees] = {}
    towns: dict[str, Degrees] = {}
    made = []
    for row in found:
        if row.code[:6] not in districts:
            districts[row.code[:6]] = _beside((121.0, 30.8), len(districts), 4, 0.45)
            made.append(_place("station", f"s{row.code[:6]}", row.district, districts[row.code[:6]]))
        if row.code[:9] not in towns:
            number = sum(code.startswith(row.code[:6]) for code in towns)
            towns[row.code[:9]] = _beside(districts[row.code[:6]], number, 6, 0.06)
            made.append(_place("station", f"s{row.code[:9]}", row.town, towns[row.code[:9]]))
        east, north = towns[row.code[:9]]
        spot = east + chance.uniform(-0.028, 0.028), north + chance.uniform(-0.028, 0.028)
        made.append(_place("room", f"p{row.code}", row.name, spot))
    return tuple(made[: len(found)])


def _beside(corner: Degrees, number: int, columns: int, step: float) -> Degrees:
    """The spot of one of a net of squares."""
    return corner[0] + number % columns * step, corner[1] + number // columns * step


def _place(tier: Literal["station", "room"], name: str, where: str, spot: Degrees) -> Place:
    at = f"{spot[0]:.5f}", f"{spot[1]:.5f}"
    full = f"{where}{TOWN.site.groups.of(tier).name}"
    return place(name, name=full, tier=tier, code=name[1:], at=at)


def town(found: Iterable[Place]) -> Town:
    """A town of these places, without a sketch below them."""
    return TOWN.model_copy(update={"places": tuple(found), "duty": Duty(), "lines": Lines()})


def our_page(folder: Path, large: Town) -> None:
    """Nothing; writes the page of the map with what it loads."""
    found = edition(large, TODAY)
    body = place_map(found)
    html = (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy("")}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="assets/fahu.css"><script src="assets/first.js"></script>'
        '<script defer src="assets/fahu.js"></script>'
        f'<body class="fh-page"><main class="fh-page__main">{relative(body, "map.html")}</main></body></html>'
    )
    paths = [path for path in sorted(ASSETS.rglob("*")) if path.suffix in (".css", ".js")]
    sources = {path.relative_to(ASSETS).as_posix(): path.read_text("utf-8") for path in paths}
    ours = {
        f"assets/{path}": (lowered(content) if path.endswith(".css") else slim(content)).encode()
        for path, content in bundles(sources).items()
    }
    for path, written in {**views.map_files(found), **ours, "map.html": html.encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(written)
