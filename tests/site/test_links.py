"""What the pages refer to: only the site itself, and what a resident follows knowingly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.reading import Node, page, pages, parsed, posters, public, texts

# A resident may follow a link to these; nothing is loaded from them.
ALLOWED = {"uri.amap.com", "api.map.baidu.com", "apis.map.qq.com", "beian.miit.gov.cn", "beian.mps.gov.cn"}
# What the second town names of its own in `elsewhere`.
ALLOWED |= {"flfw.example.cn"}
# A film is there, which is said; its player is waiting for a press.
FILMS = {"www.bilibili.com", "v.qq.com"}
PLAYERS = {"player.bilibili.com", "v.qq.com"}
DATA = ("application/json", "application/ld+json")
LOADING = ("src", "poster", "srcset", "data", "action", "formaction", "background")
# Asked of a server that doesn't find something, at whatever depth; so its own links start at the root.
NOT_FOUND = "404.html"
OURS = (
    "assets/fahu.css",
    "assets/fahu.js",
    "assets/map/",
    "assets/first.js",
    "assets/search-data.js",
    "assets/javascripts/",
)
ELSEWHERE = re.compile(r"(?:https?:)?//[a-z0-9-]+\.[a-z0-9.-]+", re.IGNORECASE)


def references(site: Path) -> Iterator[tuple[str, Node, str]]:
    """Page, element and address of everything that a page refers to."""
    for path, tree in (pages(site) | posters(site)).items():
        for node in tree.walk():
            for name in ("href", *LOADING):
                if name in node.attributes:
                    yield path, node, node.attributes[name]


@pytest.fixture(scope="module", params=["site", "second_site", "hostile_site"])
def any_site(request: pytest.FixtureRequest) -> Path:
    """Each of the built sites in turn."""
    found: Path = request.getfixturevalue(request.param)
    return found


def test_every_address_leads_to_a_file_of_the_site(any_site: Path) -> None:
    lost = []
    for path, _, address in references(any_site):
        parts = urlsplit(address)
        if parts.scheme or not parts.path:
            continue
        target = parts.path.lstrip("/") if path == NOT_FOUND else join(dirname(path), parts.path)
        if not (any_site / unquote(normpath(target))).is_file():
            lost.append((path, address))
    assert lost == []


def test_every_anchor_leads_to_an_element(any_site: Path) -> None:
    lost = []
    for path, _, address in references(any_site):
        parts = urlsplit(address)
        # In a film it is a moment.
        if parts.scheme or not parts.fragment or parts.path.endswith(".mp4"):
            continue
        target = (
            any_site / normpath(join(dirname(path), unquote(parts.path))) if parts.path else any_site / path
        )
        if not page(target).all(id=unquote(parts.fragment)):
            lost.append((path, address))
    assert lost == []


def test_every_address_within_the_site_is_relative(any_site: Path) -> None:
    rooted = {
        (path, address)
        for path, _, address in references(any_site)
        if path != NOT_FOUND and (address.startswith("/") or "localhost" in address or "127.0.0.1" in address)
    }
    assert rooted == set()


def test_no_id_stands_twice_on_a_page(any_site: Path) -> None:
    for path, tree in pages(any_site).items():
        ids = [node.attributes["id"] for node in tree.all(id=None)]
        assert [name for name in ids if ids.count(name) > 1] == [], path


def known(node: Node, path: str, host: str) -> bool:
    """Whether a page may refer to another host there."""
    film = path.startswith("videos/")
    if node.tag == "iframe":
        return film and host in PLAYERS and any(around.tag == "template" for around in node.above())
    return node.tag == "a" and (host in ALLOWED or (film and host in FILMS))


def test_other_hosts_are_only_linked_to_and_are_those_allowed(any_site: Path) -> None:
    foreign = {
        (path, node.tag, address)
        for path, node, address in references(any_site)
        if urlsplit(address).netloc and not known(node, path, urlsplit(address).hostname or "")
    }
    assert foreign == set()


def test_an_address_is_a_page_a_number_or_one_of_the_allowed_sites(any_site: Path) -> None:
    assert {urlsplit(address).scheme for _, _, address in references(any_site)} <= {"", "https", "tel"}


def test_our_own_assets_name_no_other_host(site: Path) -> None:
    named = {
        (path, found)
        for path, text in texts(site).items()
        if path.startswith(OURS) and "leaflet" not in path
        for found in ELSEWHERE.findall(text)
    }
    assert named == set()


def test_no_style_sheet_asks_for_anything_from_another_host(site: Path) -> None:
    asked = {
        (path, found)
        for path, text in texts(site).items()
        if path.endswith(".css")
        for found in re.findall(r"url\([^)]*\)|@import[^;]*", text)
        if ELSEWHERE.search(found) and "data:" not in found
    }
    assert asked == set()


def test_no_element_has_its_own_style_or_handler(any_site: Path) -> None:
    found = {
        (path, node.tag, name)
        for path, tree in pages(any_site).items()
        for node in tree.walk()
        for name in node.attributes
        if name == "style" or name.startswith("on")
    }
    assert found == set()


def test_a_page_holds_no_script_of_its_own_but_data(any_site: Path) -> None:
    for path, tree in pages(any_site).items():
        for script in tree.all("script"):
            assert "src" in script.attributes or script.attributes.get("type") in DATA, path


def test_a_page_holds_no_style_sheet_of_its_own(any_site: Path) -> None:
    assert [path for path, tree in pages(any_site).items() if tree.all("style")] == [NOT_FOUND]


def test_the_elements_of_every_page_fit_into_each_other(any_site: Path) -> None:
    for path in public(any_site):
        assert parsed(path.read_text("utf-8"))[1] == [], path.relative_to(any_site)
