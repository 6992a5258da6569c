"""The zip on somebody else's portal: below two prefixes, by an object store's rules and by nginx."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.reading import pages
from tests.tools.hosts import DEPLOY, HEADERS, NGINX, nginx, object_store
from tools.portal_zip import main, packed

DAY = dt.date(2026, 11, 23)
PREFIXES = ("fahu", "sfj/ztzl/fahu")
SERVERS = [f"{name} {prefix}" for prefix in PREFIXES for name in ("store", "nginx")]


@pytest.fixture(scope="module")
def archive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("zip") / "site.zip"
    packed(site, file, DAY)
    return file


@pytest.fixture(scope="module")
def root(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal's folder, which has a home page of its own and the site in it twice."""
    folder = tmp_path_factory.mktemp("portal")
    for prefix in PREFIXES:
        with zipfile.ZipFile(archive) as packed_site:
            packed_site.extractall(folder / prefix)
    (folder / "index.html").write_text("<title>门户</title>", "utf-8")
    return folder


@pytest.fixture(params=SERVERS)
def portal(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the site on each of the servers."""
    name, prefix = request.param.split()
    if name == "nginx" and not NGINX:
        pytest.skip("nginx is not installed")
    opened: AbstractContextManager[str]
    opened = nginx(root, prefix, tmp_path) if name == "nginx" else object_store(root, prefix)
    with opened as address:
        yield address


def asked(address: str) -> HTTPResponse:
    """What the server answers, its content read."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET", quote(unquote(parts.path)))
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_the_same_site_makes_the_same_zip(archive: Path, site: Path, tmp_path: Path) -> None:
    packed(site, tmp_path / "again.zip", DAY)
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()
    with zipfile.ZipFile(archive) as made:
        assert len(made.namelist()) == sum(path.is_file() for path in site.rglob("*"))


def test_another_content_of_the_same_length_has_another_time(tmp_path: Path) -> None:
    times = set()
    for text in ("张律师", "李律师"):
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "site" / "a.html").write_text(text, "utf-8")
        packed(tmp_path / "site", tmp_path / "a.zip", DAY)
        with zipfile.ZipFile(tmp_path / "a.zip") as made:
            times.add(made.infolist()[0].date_time)
    assert len(times) == 2
    assert all(time[:3] == (2026, 11, 22) for time in times)


def test_no_site_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path, tmp_path / "a.zip") == 1
    assert "请先 make site" in capsys.readouterr().err


def test_every_link_is_answered(portal: str, site: Path) -> None:
    targets = {
        urljoin(portal + path, node.attributes[name]).partition("#")[0]
        for path, tree in pages(site).items()
        if path != "404.html"
        for node in tree.walk()
        for name in ("href", "src")
        if name in node.attributes and not urlsplit(node.attributes[name]).scheme
    }
    assert len(targets) > 200
    lost = {target for target in targets if asked(target).status != 200}
    assert lost == set()


def test_each_file_says_how_long_it_may_be_kept_and_what_a_page_cannot_say(portal: str) -> None:
    for path, kind in (("index.html", "pages"), ("assets/icon-180.png", "media"), ("x/y.html", "pages")):
        answer = asked(portal + path)
        assert {name: answer.getheader(name) for name in HEADERS["always"]} == HEADERS["always"], path
        if answer.status == 200:
            assert answer.getheader("Cache-Control") == HEADERS["cache"][kind], path


def test_each_kind_of_file_is_told(portal: str, site: Path) -> None:
    kinds = {path.suffix: path for path in site.rglob("*") if path.is_file()}
    told = {kind: asked(portal + path.relative_to(site).as_posix()) for kind, path in kinds.items()}
    assert told[".html"].getheader("Content-Type", "").startswith("text/html")
    assert told[".ics"].getheader("Content-Type", "").startswith("text/calendar")
    if "nginx" in told[".html"].getheader("Server", ""):
        plain = "application/octet-stream"
        assert {kind for kind, one in told.items() if one.getheader("Content-Type", plain) == plain} == set()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("lost", ["nowhere.html", "places/nowhere.html", "a/b/c/d"])
def test_what_is_not_there_has_a_number_and_no_link_astray(portal: str, phone: Page, lost: str) -> None:
    answer = phone.goto(portal + lost)
    assert answer
    assert answer.status == 404
    expect(phone.get_by_role("heading", name="找不到这一页")).to_be_visible()
    expect(phone.get_by_role("link", name="拨打 12348").first).to_be_visible()
    # Whoever tells the build the address gets links too.
    assert phone.locator("a:not([href^='tel:'])").count() == 0


@pytest.mark.browser
def test_the_search_and_the_map_have_their_files(portal: str, phone: Page) -> None:
    refused: list[str] = []
    phone.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    phone.on("requestfailed", lambda request: refused.append(request.url))
    phone.goto(portal + "search.html?q=爱国村")
    expect(phone.locator(".fh-search__name").first).to_be_visible()
    phone.goto(portal + "map.html")
    phone.wait_for_load_state("networkidle")
    assert refused == []


def test_the_examples_say_the_same() -> None:
    text = (DEPLOY / "README.md").read_text("utf-8")
    assert all(f"{name}: {value}" in text for name, value in HEADERS["always"].items())
    assert all(f"Cache-Control: {value}" in text for value in HEADERS["cache"].values())
