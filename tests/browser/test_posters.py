"""Each poster is one sheet, whatever a town has to say; nothing on it is cut off or small."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.models.contacts import Consent
from macros.models.town import Town
from macros.publish.bundle import published
from macros.views.posters import posters
from tests.browser.visits import visit
from tests.making import edition
from tests.poster_town import TODAY, full_edition
from tools.posters import printed

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
SIZES = {"": (595, 842), "a3/": (842, 1191), "cards/": (595, 842)}
# The smallest letters are of 10 pt, those of the name and number of 24 pt and more.
SMALLEST, BIGGEST = 10, 24
# Letters may stand out of their line by a pixel or two.
CUT = """() => [...document.querySelectorAll('article, main div, section, td, th, li')]
    .filter(part => part.scrollHeight > part.clientHeight + 3 || part.scrollWidth > part.clientWidth + 3)
    .filter(part => getComputedStyle(part).display !== 'inline')
    .map(part => `${part.className} ${part.textContent.trim().slice(0, 20)}`)"""
LETTERS = """() => [...document.querySelectorAll('main *')]
    .filter(part => [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(part => part.getClientRects().length && !part.closest('svg'))
    .map(part => parseFloat(getComputedStyle(part).fontSize) * 0.75)"""
# As often as a sheet has room in each of its sizes, and much more often.
OFTEN = ("每月第1个周三 9:00-11:00", "每周六 9:00-11:00", "每周三、六 9:00-11:00", "每个工作日 9:00-11:00")


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """An empty page in a window as wide as a sheet of A4."""
    page = browser.new_page(viewport={"width": 820, "height": 1123}, locale="zh-CN")
    yield page
    page.close()


@pytest.fixture(scope="module")
def assets() -> dict[str, bytes]:
    """Our style sheets and scripts, as they are published."""
    sources = {
        path.relative_to(ASSETS).as_posix(): path.read_text("utf-8")
        for path in ASSETS.rglob("*")
        if path.suffix in (".css", ".js")
    }
    return {f"assets/{path}": text.encode() for path, text in published(sources).items()}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, assets: dict[str, bytes]) -> Path:
    """The posters of the places that have the most to say, a folder each, with and without a code."""
    folder = tmp_path_factory.mktemp("full")
    for number, often in enumerate(OFTEN):
        address = "https://a.example.cn/zx/" if number % 2 else ""
        made = {path: text for path, text in posters(full_edition(often), address) if "/full." in path}
        for path, text in (made | assets).items():
            (folder / str(number) / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / str(number) / path).write_bytes(text)
    return folder


def assert_one_sheet(page: Page, size: str) -> None:
    """Nothing; the page is one sheet of that size, and what is on it is whole and large enough."""
    read = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert [(round(each.mediabox.width), round(each.mediabox.height)) for each in read.pages] == [SIZES[size]]
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []
    letters = page.evaluate(LETTERS)
    assert min(letters) >= SMALLEST - 0.01
    assert max(letters) >= BIGGEST


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", range(len(OFTEN)))
def test_a_place_with_much_to_say_takes_one_sheet(desk: Page, full: Path, size: str, number: int) -> None:
    desk.goto((full / str(number) / "posters" / size / "full.html").as_uri())
    assert_one_sheet(desk, size)


@pytest.mark.parametrize("size", SIZES)
def test_faces_take_no_room_from_what_must_be_said(
    desk: Page, town: Town, assets: dict[str, bytes], tmp_path: Path, size: str
) -> None:
    consent = Consent.model_validate({"scope": ["photo"], "until": "2027-12-31"})
    faces = {"portrait": "media/a.jpg", "consent": consent, "sample": False}
    agreed = tuple(each.model_copy(update=faces) for each in town.people)
    made = dict(posters(edition(town.model_copy(update={"people": agreed}), TODAY), "https://a.example.cn/"))
    for path, text in (made | assets).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text)
    shown = sorted(
        path for path in (tmp_path / "posters" / size).glob("*.html") if b"<img" in path.read_bytes()
    )
    assert shown or size == "cards/"
    for sheet in shown:
        desk.goto(sheet.as_uri())
        assert_one_sheet(desk, size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("town", ["site", "second_site"])
def test_each_poster_of_a_town_takes_one_sheet(
    browser: Browser, town: str, size: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(town) / "posters" / size
    found = sorted(folder.glob("*.html"))
    assert len(found) > 3
    for path in found:
        page = browser.new_page(viewport={"width": 820, "height": 1123})
        page.goto(path.as_uri())
        assert_one_sheet(page, size)
        page.close()


def test_all_posters_are_a_sheet_each(browser: Browser) -> None:
    found = full_edition()
    read = PdfReader(io.BytesIO(printed(browser, found, "https://a.example.cn/")))
    assert len(read.pages) == len(found.town.places)


def test_a_poster_past_its_last_day_says_so(phone: Page, address: str) -> None:
    visit(phone, address + "posters/aiguo-room.html", "2026-12-31 23:59")
    expect(phone.locator(".fh-poster__expired")).to_be_hidden()
    visit(phone, address + "posters/aiguo-room.html", "2027-01-01 00:01")
    expect(phone.locator(".fh-poster__expired")).to_be_visible()
    expect(phone.locator(".fh-poster__expired")).to_contain_text("已经过期")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_on_a_screen_a_poster_is_no_wider_than_the_window(phone: Page, address: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 800})
    for page in ("posters/station.html", "posters/cards/station.html", "posters.html"):
        phone.goto(address + page)
        assert phone.evaluate("document.documentElement.scrollWidth") <= width


def test_a_poster_is_printed_by_its_button_and_reached_from_its_place(phone: Page, address: str) -> None:
    phone.goto(address + "places/station.html")
    phone.get_by_role("link", name="打印门牌海报").click()
    expect(phone.get_by_role("button", name="打印")).to_be_visible()
    phone.evaluate("window.print = () => { window.printed = true }")
    phone.get_by_role("button", name="打印").click()
    assert phone.evaluate("window.printed")
    phone.get_by_role("link", name="全部海报").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("门牌海报")


def test_without_scripts_a_poster_prints_and_has_no_button_for_it(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "posters/station.html")
    expect(scriptless.get_by_role("button", name="打印")).to_be_hidden()
    expect(scriptless.locator(".fh-poster__duty")).to_be_visible()
