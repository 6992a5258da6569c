"""How much the service map loads and works until it can be used, beside stock folium with the same places.

Run by hand: `CHROMIUM=/usr/bin/chromium .venv/bin/python -m tests.bench.map [sizes…] [--names villages.csv]`.
Times are of the processor, as the browser counts them for its main thread, so that the ratio means
the same on every machine; nothing fails for a slow one. The file of names has the columns
code, name, town, town_code and district.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import gzip
import os
import random
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Literal

import folium
from playwright.sync_api import Browser, CDPSession, sync_playwright

from macros.models.duty import Duty
from macros.models.places import Place
from macros.models.town import Town
from macros.publish.bundle import ALONE, bundles
from macros.publish.lower import lowered, slim
from macros.publish.policy import policy
from macros.views import map as views
from macros.views.links import relative
from macros.views.place_cards import place_list
from tests.making import edition, place
from tests.second_town import TOWN

SIZES = (12, 300, 3000)
ASSETS = Path(__file__).parents[2] / "docs" / "assets"
TODAY = dt.date(2026, 11, 23)
# The list of more places than these is not on the page of the map.
LISTED = 60
RUNS, STEPS = 3, 4
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
Spot = tuple[float, float]


@dataclass(frozen=True)
class Row:
    """A village with its town and district."""

    code: str
    name: str
    town: str
    district: str


@dataclass(frozen=True)
class Cost:
    """Seconds of the browser's main thread until a page can be used and for a step of its zoom, and bytes."""

    opening: float
    step: float
    data: int


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
        yield Row(code, f"{name}村", f"{signs[town % 50]}{signs[town // 50]}镇", f"{signs[district]}区")


def rows(names: Path | None, size: int) -> list[Row]:
    """The first villages of the file, or made ones."""
    if names is None:
        return [row for _, row in zip(range(size), made_rows(), strict=False)]
    with names.open(encoding="utf-8") as file:
        read = [Row(r["code"], r["name"], r["town"], r["district"]) for r in csv.DictReader(file)]
    return read[:size]


def places(found: list[Row]) -> tuple[Place, ...]:
    """Stations of districts and towns and a room for each village, as many as rows, at made positions."""
    chance = random.Random(2)
    districts: dict[str, Spot] = {}
    towns: dict[str, Spot] = {}
    made = []
    for row in found:
        if row.code[:6] not in districts:
            districts[row.code[:6]] = _near((121.4, 31.2), 0.3, chance)
            made.append(_place("station", f"s{row.code[:6]}", row.district, districts[row.code[:6]]))
        district = districts[row.code[:6]]
        if row.code[:9] not in towns:
            towns[row.code[:9]] = _near(district, 0.08, chance)
            made.append(_place("station", f"s{row.code[:9]}", row.town, towns[row.code[:9]]))
        made.append(_place("room", f"p{row.code}", row.name, _near(towns[row.code[:9]], 0.025, chance)))
    return tuple(made[: len(found)])


def _near(spot: Spot, far: float, chance: random.Random) -> Spot:
    return spot[0] + chance.uniform(-far, far), spot[1] + chance.uniform(-far, far)


def _place(tier: Literal["station", "room"], name: str, where: str, spot: Spot) -> Place:
    at = f"{spot[0]:.5f}", f"{spot[1]:.5f}"
    full = f"{where}{TOWN.site.groups.of(tier).name}"
    return place(name, name=full, tier=tier, code=name[1:], at=at)


def town(found: list[Row]) -> Town:
    """The town of these villages."""
    return TOWN.model_copy(update={"places": places(found), "duty": Duty()})


def our_page(folder: Path, large: Town) -> None:
    """Nothing; writes the page of the map with what it loads."""
    found = edition(large, TODAY)
    body = views.service_map(found)
    if len(large.places) <= LISTED:
        body += place_list(found)
    html = (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy("")}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="assets/fahu.css"><script src="assets/first.js"></script>'
        '<script defer src="assets/fahu.js"></script>'
        f'<body class="fh-page"><main class="fh-page__main">{relative(body, "map.html")}</main></body></html>'
    )
    sources = {path.name: path.read_text("utf-8") for path in sorted(ASSETS.glob("*/*.*s"))}
    for name in ALONE:
        del sources[name]
    ours = {
        path: (lowered(content) if path.endswith(".css") else slim(content)).encode()
        for path, content in bundles(sources).items()
    }
    for path, written in {**views.map_files(found), **ours, "map.html": html.encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(written)


def folium_page(folder: Path, large: Town) -> None:
    """Nothing; writes stock folium's page of the same places, with Leaflet and jQuery beside it."""
    drawing = folium.Map(tiles=None)
    drawing.default_js = [("jquery", "jquery.js"), ("leaflet", "assets/map/leaflet.js")]
    drawing.default_css = [("leaflet-style", "assets/map/leaflet.css")]
    spots = []
    for found in large.places:
        assert found.position
        spots.append((found.position.latitude, found.position.longitude))
        words = f'<a href="places/{found.id}.html">{found.name}</a>'
        folium.Marker(spots[-1], popup=words, tooltip=found.name).add_to(drawing)
    drawing.fit_bounds(
        [[min(axis) for axis in zip(*spots, strict=True)], [max(a) for a in zip(*spots, strict=True)]]
    )
    drawing.save(str(folder / "folium.html"))
    jquery = resources.files("mkdocs") / "themes/readthedocs/js/jquery-3.6.0.min.js"
    (folder / "jquery.js").write_bytes(jquery.read_bytes())


def seconds(devtools: CDPSession) -> float:
    """How long the page's main thread has worked."""
    found = {each["name"]: each["value"] for each in devtools.send("Performance.getMetrics")["metrics"]}
    return float(found["TaskDuration"])


def opened(browser: Browser, address: str) -> tuple[float, float]:
    """The seconds until a page has its marks and rests, and those of a step of its zoom."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.on("pageerror", lambda error: print(f"  {address}: {error}"))
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = seconds(devtools)
    page.goto(address)
    page.locator(".leaflet-marker-icon").first.wait_for(state="attached", timeout=600_000)
    page.wait_for_timeout(300)
    opening = seconds(devtools)
    for _ in range(STEPS):
        page.locator(".leaflet-control-zoom-in").evaluate("button => button.click()")
        page.wait_for_timeout(600)
    step = (seconds(devtools) - opening) / STEPS
    page.close()
    return opening - before, step


def cost(browser: Browser, page: Path, data: Path) -> Cost:
    """The medians of some runs, and the bytes of its data as they are sent."""
    runs = [opened(browser, page.as_uri()) for _ in range(RUNS)]
    size = len(gzip.compress(data.read_bytes(), 9, mtime=0))
    return Cost(statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs), size)


def compare(browser: Browser, found: list[Row], folder: Path) -> None:
    """Nothing; prints what both pages cost, and their ratios."""
    large = town(found)
    our_page(folder, large)
    folium_page(folder, large)
    ours = cost(browser, folder / "map.html", folder / "assets/map/service-map-data.js")
    theirs = cost(browser, folder / "folium.html", folder / "folium.html")
    page = len(gzip.compress((folder / "map.html").read_bytes(), 9, mtime=0))
    print(f"{len(found):>6} places, page {page} bytes, {ours.data / len(found):.1f} bytes of data a place")
    _told("opening", ours.opening, theirs.opening)
    _told("step", ours.step, theirs.step)
    _told("data", ours.data, theirs.data)


def _told(what: str, ours: float, theirs: float) -> None:
    print(f"       {what:8} {ours:10.3f}   folium {theirs:10.3f}   ratio {ours / theirs:.2f}", flush=True)


def main() -> None:
    """Nothing; measures each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--names", type=Path)
    given = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        for size in given.sizes:
            compare(browser, rows(given.names, size), Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
