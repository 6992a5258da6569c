"""How much the service map loads and works until it can be used, beside stock folium with the same places.

Run by hand: `CHROMIUM=/usr/bin/chromium .venv/bin/python -m tests.bench.map [sizes…] [--names villages.csv]`.
Times are of the processor, as the browser counts them for its main thread, so that the ratio means
the same on every machine; nothing fails for a slow one. The file of names has the columns
code, name, town, town_code and district.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import tempfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import folium
from playwright.sync_api import Browser, CDPSession, sync_playwright

from macros.models.town import Town
from tests.large_map import Row, our_page, places, rows, town

SIZES = (12, 300, 3000)
RUNS, STEPS = 3, 4
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True)
class Cost:
    """Seconds of the browser's main thread until a page can be used and for a step of its zoom, and bytes."""

    opening: float
    step: float
    data: int


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
    drawing.fit_bounds([[edge(axis) for axis in zip(*spots, strict=True)] for edge in (min, max)])
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
    # A phone has the grid map first; whoever wants real positions presses once.
    asked = page.locator("[data-map-show=ground]")
    if asked.count():
        asked.click()
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
    large = town(places(found))
    our_page(folder, large)
    folium_page(folder, large)
    ours = cost(browser, folder / "map.html", folder / "assets/map/service-map-data.js")
    theirs = cost(browser, folder / "folium.html", folder / "folium.html")
    page = len(gzip.compress((folder / "map.html").read_bytes(), 9, mtime=0))
    print(f"{len(found):>6} places, page {page} bytes, {ours.data / len(found):.1f} bytes of data a place")
    # Stock folium's frames come too late to tell where its step ends: there is nothing to compare with.
    print(f"       a step of the zoom {ours.step:.3f} s")
    _told("opening, s", ours.opening, theirs.opening)
    _told("data, bytes", ours.data, theirs.data)


def _told(what: str, ours: float, theirs: float) -> None:
    print(f"       {what:12} {ours:10.3f}   folium {theirs:10.3f}   ratio {ours / theirs:.2f}", flush=True)


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
