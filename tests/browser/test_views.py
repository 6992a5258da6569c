"""Every page fits the screen and the finger, in the normal and in the large view."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.visits import KINDS, PHONE, on_top, visit

pytestmark = pytest.mark.browser

# What is wider than the screen, for the message of a failing test.
WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [
    ...[...document.querySelectorAll('body *')].filter(element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.right > innerWidth + 0.5 && !element.closest('.leaflet-pane');
    }).slice(0, 5).map(element => `${element.tagName} ${element.getAttribute('class')}`),
    `scrollWidth ${document.documentElement.scrollWidth}`,
]"""
# Controls that can be seen and are too small. A link inside a sentence may be as small as its text.
SMALL = """least => [...document.querySelectorAll('a, button, input, select, summary')].filter(element => {
    const style = getComputedStyle(element);
    if (!element.checkVisibility({visibilityProperty: true}) || style.position === 'absolute') return false;
    if (element.closest('.fh-hidden, .leaflet-container')) return false;
    if (element.tagName === 'A' && style.display === 'inline') return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.height < least - 0.5 || box.width < least - 0.5);
}).map(element => {
    const box = element.getBoundingClientRect();
    return `${element.className} ${element.textContent.trim().slice(0, 12)} ${box.width} x ${box.height}`;
})"""
# Links that have a row, a cell or a heading to themselves; an event's covers its whole card.
ROWS = """least => [...document.querySelectorAll('.fh-page a, .fh-footer a, .fh-header a')].filter(link => {
    if (!link.checkVisibility({visibilityProperty: true})) return false;
    if (link.closest('.fh-hidden, .leaflet-container, .fh-event__title')) return false;
    const block = link.closest('p, li, td, th, dd, h1, h2, h3');
    const rest = block && block.tagName === 'P' ? block.textContent.replace(link.textContent, '') : '';
    return !/[，。]/.test(rest) && link.getBoundingClientRect().height < least - 0.5;
}).map(link => `${link.textContent} ${link.getBoundingClientRect().height}`)"""
BUTTONS = """least => [...document.querySelectorAll('button, .fh-button')].filter(element => {
    if (!element.checkVisibility() || element.closest('.leaflet-container')) return false;
    return element.getBoundingClientRect().height < least - 0.5;
}).map(element => {
    const box = element.getBoundingClientRect();
    return `${element.className} ${element.textContent.trim().slice(0, 12)} ${box.height}`;
})"""


def enlarged(page: Page) -> None:
    """Nothing; turns the large view on."""
    button = page.get_by_role("button", name="大字")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_screen(phone: Page, address: str, kind: str) -> None:
    visit(phone, address + kind)
    wider = {}
    for view in ("normal", "large"):
        if view == "large":
            enlarged(phone)
        for width in (390, 320):
            phone.set_viewport_size(ViewportSize(width=width, height=844))
            wider[view, width] = phone.evaluate(WIDER)
    assert {case: found for case, found in wider.items() if found} == {}


@pytest.mark.parametrize("page", ["index.html", "places/shangfan-room.html", "map.html", "duty.html"])
def test_long_names_and_three_advisers_fit_too(phone: Page, second_address: str, page: str) -> None:
    visit(phone, second_address + page, "2026-11-27 08:00")
    phone.set_viewport_size(ViewportSize(width=320, height=844))
    assert phone.evaluate(WIDER) == []
    enlarged(phone)
    assert phone.evaluate(WIDER) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_is_44_px_in_both_directions_and_every_button_60_px_high_in_the_large_view(
    phone: Page, address: str, kind: str
) -> None:
    visit(phone, address + kind)
    assert phone.evaluate(SMALL, 44) == []
    enlarged(phone)
    assert phone.evaluate(BUTTONS, 60) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_is_a_link_is_44_px_high_and_60_px_in_the_large_view(
    phone: Page, address: str, kind: str
) -> None:
    visit(phone, address + kind)
    opened = "document.querySelectorAll('details:not([data-menu])').forEach(part => { part.open = true; })"
    phone.evaluate(opened)
    assert phone.evaluate(ROWS, 44) == []
    enlarged(phone)
    assert phone.evaluate(ROWS, 60) == []


SCREENS = [
    ViewportSize(width=320, height=568),
    ViewportSize(width=360, height=640),
    ViewportSize(width=390, height=844),
]
# WeChat enlarges what is read; other browsers the root of all sizes.
ENLARGED = {
    "wechat": "body { -webkit-text-size-adjust: 160% !important }",
    "root": "html { font-size: 200% }",
}


def enlarged_by(page: Page, app: str) -> None:
    """Nothing; enlarges text as an app does, which no page's policy forbids."""
    page.evaluate(
        """rules => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            document.adoptedStyleSheets = [sheet];
        }""",
        ENLARGED[app],
    )


def assert_can_call(page: Page) -> None:
    """Nothing; the button to call is whole on the first screen, and nothing covers it."""
    button = page.locator("[data-duty-now] .fh-button--call:visible").first
    box = button.bounding_box()
    bar = page.locator(".fh-call-bar").bounding_box()
    assert box
    assert bar
    assert box["y"] >= 0, page.viewport_size
    assert box["y"] + box["height"] <= bar["y"], page.viewport_size
    assert on_top(button), page.viewport_size


@pytest.mark.parametrize(
    "moment", ["2026-11-25 08:00", "2026-11-25 14:00", "2026-11-28 08:00", "2026-12-05 07:00"]
)
@pytest.mark.parametrize("page", ["index.html", "places/aiguo-room.html", "places/congge-point.html"])
def test_the_button_to_call_is_on_the_first_screen_of_the_large_view(
    phone: Page, address: str, page: str, moment: str
) -> None:
    visit(phone, address + page + "?large=1", moment)
    for size in SCREENS:
        phone.set_viewport_size(size)
        assert_can_call(phone)


@pytest.mark.parametrize("by", ENLARGED)
@pytest.mark.parametrize("page", ["index.html", "places/aiguo-room.html"])
def test_the_same_when_wechat_or_the_browser_enlarges_the_text_and_nothing_is_enlarged_twice(
    browser: Browser, address: str, page: str, by: str
) -> None:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, locale="zh-CN")
    tab = context.new_page()
    visit(tab, address + page, "2026-11-25 08:00")
    enlarged_by(tab, by)
    expect(tab.locator("html")).to_have_attribute("data-view", "large")
    for size in SCREENS:
        tab.set_viewport_size(size)
        assert_can_call(tab)
        assert tab.evaluate(WIDER) == []
        # What is drawn is what the large view has anyway.
        high = "document.querySelector('.fh-probe').getBoundingClientRect().height"
        assert tab.evaluate(high) == pytest.approx(20, abs=0.6)
    context.close()


def test_whoever_turned_the_large_view_off_keeps_it_off_when_the_text_is_enlarged(
    phone: Page, address: str
) -> None:
    visit(phone, address + "about.html?large=1")
    phone.get_by_role("button", name="大字").click()
    visit(phone, address + "about.html")
    enlarged_by(phone, "root")
    expect(phone.locator("html")).not_to_have_attribute("data-view", "large")


def test_captions_are_at_least_18_px_high(phone: Page, address: str) -> None:
    visit(phone, address + "videos.html")
    sizes = phone.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
            .filter(rule => /::cue/.test(rule.selectorText || ''))
            .map(rule => parseFloat(rule.style.fontSize))"""
    )
    assert sizes
    assert min(sizes) >= 18


def test_the_button_to_call_is_at_least_56_px_high(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    box = phone.locator("[data-duty-now] .fh-button--call:visible").bounding_box()
    assert box
    assert box["height"] >= 56


def test_text_is_18_px_and_30_px_in_the_large_view(phone: Page, address: str) -> None:
    visit(phone, address + "about.html")
    size = "getComputedStyle(document.querySelector('.fh-prose p')).fontSize"
    assert phone.evaluate(size) == "18px"
    enlarged(phone)
    assert float(phone.evaluate(size).removesuffix("px")) == pytest.approx(30, abs=0.1)


def test_the_large_view_stays_on_the_next_page_and_can_be_left(phone: Page, address: str) -> None:
    visit(phone, address + "index.html")
    enlarged(phone)
    visit(phone, address + "places/aiguo-room.html")
    expect(phone.locator("html")).to_have_attribute("data-view", "large")
    phone.get_by_role("button", name="大字").click()
    visit(phone, address + "index.html")
    assert phone.locator("html").get_attribute("data-view") is None


def test_the_large_view_can_be_asked_for_in_the_address(phone: Page, address: str) -> None:
    visit(phone, address + "index.html?large=1")
    expect(phone.locator("html")).to_have_attribute("data-view", "large")


def test_the_bar_at_the_foot_covers_nothing_at_the_end_of_the_page(phone: Page, address: str) -> None:
    visit(phone, address + "about.html")
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = phone.locator(".fh-footer__entries").bounding_box()
    bar = phone.locator(".fh-call-bar").bounding_box()
    assert last
    assert bar
    assert bar["y"] + bar["height"] == pytest.approx(PHONE["height"], abs=1)
    assert last["y"] + last["height"] <= bar["y"]
