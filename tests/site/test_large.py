"""The site of a large town: every page is light, and each way leads somewhere."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath

from macros.views.weight import elements

# Asked of a server at whatever depth: its links start at the root.
NOT_FOUND = "404.html"
TAG = re.compile(r"<[a-z][^>]*>")
ADDRESS = re.compile(r'\b(?:href|src|action)="([^"#?]*)(?:\?[^"#]*)?(?:#([^"]+))?"')


def sources(site: Path) -> dict[str, str]:
    """Every page by its path; a tree of each would take long."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))
    }


def test_every_page_is_light(large_site: Path) -> None:
    heavy = [
        path
        for path, html in sources(large_site).items()
        if elements(html) > 3000 or len(gzip.compress(html.encode(), 6)) > 60_000
    ]
    assert heavy == []


def test_every_address_leads_to_a_file_and_every_anchor_to_an_element(large_site: Path) -> None:
    pages = sources(large_site)
    ids = {path: set(re.findall(r'\bid="([^"]+)"', html)) for path, html in pages.items()}
    files = {path.relative_to(large_site).as_posix() for path in large_site.rglob("*") if path.is_file()}
    lost = set()
    for path, html in pages.items():
        for tag in TAG.findall(html):
            for address, anchor in ADDRESS.findall(tag):
                if re.match(r"\w+:", address) or path == NOT_FOUND:
                    continue
                target = normpath(join(dirname(path), address)) if address else path
                if target not in files or (anchor and anchor not in ids[target]):
                    lost.add((path, address, anchor))
    assert lost == set()


def test_every_page_can_be_reached_from_the_menu(large_site: Path) -> None:
    pages = sources(large_site)
    seen, left = set(), ["index.html"]
    while left:
        path = left.pop()
        if path in seen:
            continue
        seen.add(path)
        addresses = (normpath(join(dirname(path), found)) for found, _ in ADDRESS.findall(pages[path]))
        left += [address for address in addresses if address in pages]
    # A film that is gone is reached from where somebody passed it on, and the office knows its own page.
    assert pages.keys() - seen == {NOT_FOUND, "videos/laopian.html", "compliance.html"}


def test_a_large_town_has_no_calendar_of_everything_and_no_pages_of_months(large_site: Path) -> None:
    names = {path.relative_to(large_site).as_posix() for path in large_site.rglob("*") if path.is_file()}
    assert "calendars/all.ics" not in names
    assert {"calendars/changes.ics", "calendars/places/room-7.ics", "calendars/people/adviser-7.ics"} <= names
    assert {"people/lists/1.html", "people/lists/2.html"} <= names
    assert not [name for name in names if re.match(r"duty/\d{4}-\d{2}\.html", name)]


def test_no_id_stands_twice_on_a_page_of_a_ward(large_site: Path) -> None:
    for path, html in sources(large_site).items():
        if path.startswith(("wards/", "people/")):
            ids = re.findall(r'\bid="([^"]+)"', html)
            assert len(ids) == len(set(ids)), path


def test_without_scripts_every_village_is_found_by_way_of_its_ward(large_site: Path) -> None:
    pages = sources(large_site)
    wards = [
        normpath(address) for address, _ in ADDRESS.findall(pages["villages.html"]) if "wards/" in address
    ]
    rows = [re.findall(r'fh-rows__where"[^>]*>([^<，]+)', pages[path]) for path in wards]
    assert {f"第{number}村" for number in range(300)} <= {village for row in rows for village in row}


def test_what_the_search_finds_is_there(large_site: Path) -> None:
    text = (large_site / "assets" / "search-data.js").read_text("utf-8")
    entries = json.loads(text.removeprefix("fahu.searchData=").rstrip(";\n"))["entries"]
    for part in (large_site / "assets" / "search").iterdir():
        rows = json.loads(part.read_text("utf-8").removeprefix("fahu.searchPart=").rstrip(";\n"))
        entries += [row[1:] for row in rows]
    pages = sources(large_site)
    targets = [address.partition("#") for _, _, address, _, _ in entries if not address.startswith("tel:")]
    assert [path for path, _, anchor in targets if anchor and f'id="{anchor}"' not in pages[path]] == []
    assert {path for path, _, _ in targets} <= pages.keys()
    assert {f"places/room-{number}.html" for number in range(300)} <= {path for path, _, _ in targets}
    assert {"people/adviser-1.html", "knows.html"} <= {path for path, _, _ in targets}
