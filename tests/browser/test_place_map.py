"""The page of all places: which map is seen, what is chosen, and a list narrowed and sorted with both."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Geolocation, Page, expect

from tests.browser.test_print import sheets
from tests.browser.visits import DESKTOP, PHONE, on_top, real_positions, visit, wait_until

pytestmark = pytest.mark.browser

SHEET = "[data-map-sheet]"
GRID = "[data-place-grid]"
GROUND = "[data-service-map]"
CELL = "[data-grid-cell] [data-choose=aiguo-room]"
CARD = "#place-aiguo-room"
# A Wednesday on which 爱国村 has a duty from 13:30 on, and is open in the morning.
MORNING = "2026-11-25 09:30"
BESIDE = Geolocation(longitude=121.752, latitude=31.525)


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """An empty page at a desk."""
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="zh-CN") as context:
        yield context.new_page()


@pytest.fixture
def located(browser: Browser) -> Iterator[BrowserContext]:
    """A phone in the middle of the town that may be asked where it is."""
    with browser.new_context(
        viewport=PHONE, locale="zh-CN", geolocation=BESIDE, permissions=["geolocation"]
    ) as context:
        yield context


def asked(page: Page) -> list[str]:
    """The addresses that a page goes on to ask for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def test_a_phone_has_the_grid_and_asks_for_the_real_positions_after_a_press(
    phone: Page, address: str
) -> None:
    loaded = asked(phone)
    visit(phone, address + "map.html")
    expect(phone.locator(GRID)).to_be_visible()
    expect(phone.locator(GROUND)).to_be_hidden()
    assert not [url for url in loaded if "/map/" in url or "service-map" in url]
    real_positions(phone)
    expect(phone.locator(GRID)).to_be_hidden()
    phone.get_by_role("button", name="看简图").click()
    expect(phone.locator(GROUND)).to_be_hidden()
    expect(phone.locator("h1")).to_have_count(1)


def test_a_desk_has_the_real_positions_beside_the_list_and_the_grid_in_the_large_view(
    desk: Page, address: str
) -> None:
    visit(desk, address + "map.html")
    real_positions(desk)
    box = desk.locator("[data-map-pane]").bounding_box()
    card = desk.locator(CARD).bounding_box()
    assert box
    assert card
    assert card["x"] + card["width"] < box["x"]
    assert 1.3 < box["width"] / card["width"] < 1.7
    desk.locator("[data-large-view]:visible").first.click()
    expect(desk.locator(GRID)).to_be_visible()
    expect(desk.locator(GROUND)).to_be_hidden()


@pytest.mark.parametrize("view", [0, 1])
@pytest.mark.parametrize("size", [(320, 568), (390, 844), (844, 390)])
def test_a_pressed_cell_opens_a_sheet_in_the_window_and_back_closes_it(
    phone: Page, address: str, size: tuple[int, int], view: int
) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    visit(phone, f"{address}map.html?large={view}", MORNING)
    cell = phone.locator(CELL)
    cell.scroll_into_view_if_needed()
    before = phone.evaluate("scrollY")
    cell.click()
    sheet = phone.locator(SHEET)
    expect(sheet).to_be_visible()
    assert "place=aiguo-room" in phone.url
    box = sheet.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] >= 0
    assert abs(box["y"] + box["height"] - size[1]) < 2
    assert on_top(sheet.locator("a.fh-button--call"))
    assert on_top(sheet.locator("[data-sheet-close]"))
    for words in ("现在开门", "今天", "李律师"):
        expect(sheet).to_contain_text(words)
    phone.go_back()
    expect(sheet).to_be_hidden()
    assert "place=" not in phone.url
    expect(cell).to_be_focused()
    assert abs(phone.evaluate("scrollY") - before) < 2


@pytest.mark.parametrize("way", ["Escape", "✕"])
def test_escape_and_the_cross_close_the_sheet(phone: Page, address: str, way: str) -> None:
    visit(phone, address + "map.html")
    phone.locator(CELL).press("Enter")
    expect(phone.locator(f"{SHEET} h2")).to_be_focused()
    if way == "✕":
        phone.locator("[data-sheet-close]").click()
    else:
        phone.keyboard.press(way)
    expect(phone.locator(SHEET)).to_be_hidden()
    expect(phone.locator(CELL)).to_be_focused()


def test_a_link_opens_its_place_and_back_leads_to_where_the_link_was(phone: Page, address: str) -> None:
    visit(phone, address + "places/aiguo-room.html")
    phone.locator("a[href*='map.html?place=aiguo-room']").click()
    expect(phone.locator(SHEET)).to_contain_text("爱国村公共法律服务室")
    assert phone.locator(CELL).evaluate("cell => cell.classList.contains('is-chosen')")
    phone.locator("[data-sheet-close]").click()
    expect(phone.locator(SHEET)).to_be_hidden()
    assert "place=" not in phone.url
    phone.go_back()
    expect(phone).to_have_url(re.compile("places/aiguo-room"))


@pytest.mark.parametrize("wrong", ["nobody", "'\"><script>alert(1)</script>", "%F0%9F", "__proto__"])
def test_a_place_that_is_not_there_opens_nothing(phone: Page, address: str, wrong: str) -> None:
    alarms: list[str] = []
    phone.on("dialog", lambda dialog: alarms.append(dialog.message))
    phone.on("pageerror", lambda error: alarms.append(str(error)))
    visit(phone, f"{address}map.html?place={wrong}&now={wrong}&village={wrong}")
    expect(phone.locator(SHEET)).to_be_hidden()
    expect(phone.locator(GRID)).to_be_visible()
    assert alarms == []


def test_at_a_desk_a_mark_shows_its_card_and_a_card_its_mark(desk: Page, address: str) -> None:
    visit(desk, address + "map.html", MORNING)
    real_positions(desk)
    mark = desk.locator(".fh-marker[data-mark=aiguo-room]")
    mark.press("Enter")
    expect(desk.locator(CARD)).to_have_class(re.compile("is-chosen"))
    expect(desk.locator(f"{CARD} h3 a")).to_be_focused()
    expect(desk.locator(f"{CARD} h3 a")).to_be_in_viewport()
    expect(desk.locator(SHEET)).to_be_hidden()
    desk.keyboard.press("Escape")
    expect(desk.locator(CARD)).not_to_have_class(re.compile("is-chosen"))
    expect(mark).to_be_focused()
    desk.locator("#place-shengli-room [data-choose]").press("Enter")
    expect(desk.locator(".fh-marker[data-mark=shengli-room]")).to_have_class(re.compile("is-chosen"))
    desk.go_back()
    expect(desk.locator(".fh-marker.is-chosen")).to_have_count(0)


def test_the_map_lies_as_it_did_when_the_place_is_closed(desk: Page, address: str) -> None:
    visit(desk, address + "map.html")
    real_positions(desk)
    while desk.locator(".leaflet-control-zoom-in:not(.leaflet-disabled)").count():
        desk.locator(".leaflet-control-zoom-in").click()
        wait_until(desk, "#map_service", "map => !map.classList.contains('leaflet-zoom-anim')")
    where = "marks => marks.map(mark => mark.dataset.mark + mark.style.transform).sort().join()"
    before = desk.locator(".fh-marker").evaluate_all(where)
    desk.locator("#place-qixiao-room [data-choose]").click()
    expect(desk.locator(".fh-marker.is-chosen")).to_be_in_viewport()
    desk.keyboard.press("Escape")
    expect(desk.locator(".fh-marker.is-chosen")).to_have_count(0)
    assert desk.locator(".fh-marker").evaluate_all(where) == before


def test_from_the_home_page_to_a_call_button_by_keyboard_alone(phone: Page, address: str) -> None:
    visit(phone, address + "index.html", MORNING)
    link = phone.locator("a[href$='map.html']:visible").first
    if not link.count():
        phone.locator("[data-menu] summary").focus()
        phone.keyboard.press("Enter")
        link = phone.locator("a[href$='map.html']:visible").first
    link.focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/map.html")
    steps = 0
    while not phone.evaluate("Boolean(document.activeElement.dataset.choose)"):
        phone.keyboard.press("Tab")
        steps += 1
        assert steps < 20
    phone.keyboard.press("Enter")
    expect(phone.locator(SHEET)).to_be_visible()
    for _ in range(3):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.matches('a.fh-button--call')"):
            break
    assert phone.evaluate("document.activeElement.href").startswith("tel:")


def drawn(page: Page) -> set[str]:
    """The places whose cells are seen."""
    found: list[str] = page.locator("[data-grid-cell] [data-choose]:visible").evaluate_all(
        "links => links.map(link => link.dataset.choose)"
    )
    return set(found)


def listed(page: Page) -> set[str]:
    """The places whose cards are seen."""
    found: list[str] = page.locator("[data-item]:visible").evaluate_all(
        "items => items.map(item => item.id.replace('place-', ''))"
    )
    return set(found)


def test_who_is_there_today_is_a_choice_that_stands_in_the_address(phone: Page, address: str) -> None:
    visit(phone, address + "map.html", MORNING)
    whole = listed(phone)
    phone.get_by_role("button", name="今天有人值班").click()
    left = listed(phone)
    assert "aiguo-room" in left
    assert left < whole
    assert drawn(phone) == left & drawn(phone)
    assert "now=duty" in phone.url
    expect(phone.locator("[data-count]")).to_have_text(f"找到 {len(left)} 处")
    marks = real_positions(phone)
    assert set(marks.evaluate_all("marks => marks.map(mark => mark.dataset.mark)")) <= left
    phone.reload()
    assert listed(phone) == left
    visit(phone, address + "map.html?now=duty", "2026-11-25 16:30")
    assert "aiguo-room" not in listed(phone)


def test_open_places_are_those_that_say_so(phone: Page, address: str) -> None:
    visit(phone, address + "map.html?now=open", MORNING)
    opened = phone.locator("[data-item]:visible .fh-opening[data-kind]").evaluate_all(
        "lines => lines.map(line => line.dataset.kind)"
    )
    assert opened
    assert set(opened) == {"open"}


def test_kind_matter_and_village_narrow_together(phone: Page, address: str) -> None:
    visit(phone, address + "map.html?tier=room", MORNING)
    expect(phone.locator("details:has(#filter-tier)")).to_have_attribute("open", "")
    rooms = listed(phone)
    assert all(name.endswith("-room") for name in rooms)
    phone.select_option("#filter-matter", index=1)
    assert listed(phone) < rooms
    phone.select_option("#filter-village", "爱国村")
    assert listed(phone) <= {"aiguo-room"}


def test_the_readers_own_village_is_one_press(phone: Page, address: str) -> None:
    phone.add_init_script("localStorage.setItem('fahu-village', '爱国村')")
    visit(phone, address + "map.html", MORNING)
    mine = phone.get_by_role("button", name="只看爱国村")
    mine.click()
    assert listed(phone) == {"aiguo-room"}
    expect(mine).to_have_attribute("aria-pressed", "true")
    mine.click()
    assert len(listed(phone)) > 5


def test_nothing_found_says_so_with_a_number_and_a_way_back(phone: Page, address: str) -> None:
    visit(phone, address + "map.html?tier=station&village=爱国村", MORNING)
    nothing = phone.locator("[data-nothing]")
    expect(nothing).to_contain_text("没有符合的地方")
    expect(nothing.locator("a[href^='tel:']")).to_be_visible()
    nothing.get_by_role("button", name="看全部").click()
    expect(nothing).to_be_hidden()
    assert len(listed(phone)) > 5
    assert "village" not in phone.url


def test_nearness_is_asked_for_by_a_press_and_sorts_the_list(located: BrowserContext, address: str) -> None:
    page = located.new_page()
    visit(page, address + "map.html", MORNING)
    assert page.locator("[data-near-words]").count() == 0
    page.get_by_role("button", name="离我最近").click()
    expect(page.locator("[data-near-said]")).to_contain_text("没有发给任何人")
    words = page.locator("[data-item]:visible [data-near-words]").all_inner_texts()
    assert len(words) == page.locator("[data-item]").count()
    known = [text for text in words if "还没有核实" not in text]
    assert known == words[: len(known)]
    # No position of the samples is surveyed: no distance is claimed.
    assert all(re.match(r"在您的[东西南北]{1,2}边", text) for text in known)
    assert not any(re.search(r"米|公里", text) for text in words)
    page.get_by_role("button", name="离我最近").click()
    assert page.locator("[data-near-words]").count() == 0
    assert page.locator(".fh-places__group:visible").count() > 1


def test_a_phone_that_may_not_say_where_it_is_is_answered_in_words(phone: Page, address: str) -> None:
    visit(phone, address + "map.html")
    phone.get_by_role("button", name="离我最近").click()
    expect(phone.locator("[data-near-said]")).to_contain_text("没有允许看位置")
    assert phone.locator("[data-near-words]").count() == 0


def test_without_scripts_a_cell_is_a_link_to_its_page(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "map.html")
    expect(scriptless.locator(GROUND)).to_be_hidden()
    expect(scriptless.locator("[data-filters]")).to_be_hidden()
    scriptless.locator(CELL).click()
    expect(scriptless).to_have_url(re.compile(r"places/aiguo-room\.html"))


@pytest.mark.parametrize("view", [0, 1])
def test_the_page_prints_on_one_sheet_with_the_same_numbers(phone: Page, address: str, view: int) -> None:
    visit(phone, f"{address}map.html?large={view}")
    assert len(sheets(phone)) == 1
    phone.emulate_media(media="print")
    expect(phone.locator(GRID)).to_be_visible()
    expect(phone.locator(f"{CARD} .fh-phone").first).to_be_visible()
    on_grid = phone.locator("[data-grid-cell]:has([data-choose=aiguo-room])").get_attribute("data-number")
    assert on_grid == phone.locator(CARD).get_attribute("data-number")


@pytest.mark.parametrize("width", [320, 360, 390, 1280])
@pytest.mark.parametrize("view", [0, 1])
def test_the_grid_names_every_place_whole_and_claims_no_scale(
    phone: Page, address: str, width: int, view: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    visit(phone, f"{address}map.html?large={view}", MORNING)
    if width > 900:
        phone.get_by_role("button", name="看简图").click()
    cut = phone.locator(".fh-place-grid__name").evaluate_all(
        "names => names.filter(name => name.scrollWidth > name.clientWidth + 1).map(name => name.textContent)"
    )
    assert cut == []
    assert not re.search(r"公里|\d 米|每格", phone.locator(GRID).inner_text())


@pytest.mark.parametrize("page", ["map.html", "villages.html"])
def test_nothing_moves_while_the_page_comes(phone: Page, address: str, page: str) -> None:
    phone.add_init_script(
        """window.moved = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => { window.moved += one.value; }))
            .observe({type: 'layout-shift', buffered: true});"""
    )
    visit(phone, address + page, MORNING)
    phone.wait_for_load_state("networkidle")
    phone.wait_for_timeout(300)
    assert phone.evaluate("window.moved") <= 0.02
