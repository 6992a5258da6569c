"""The town's sketch lies below the marks: nobody can press it, and its words stay clear of theirs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import real_positions

pytestmark = pytest.mark.browser

# Words that are shown and cross a mark, a name of one, a control, or each other.
CROSSING = """() => {
    const seen = [...document.querySelectorAll('.fh-map__word > span')]
        .filter(word => getComputedStyle(word).visibility === 'visible');
    const named = '.fh-marker__label:not(.fh-marker__label--crowded)';
    const others = [...document.querySelectorAll(`.fh-marker, ${named}, .leaflet-control`)];
    const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const boxes = [...seen, ...others].map(box => box.getBoundingClientRect());
    const words = boxes.slice(0, seen.length);
    const crossing = words.filter((word, n) => boxes.some((box, m) => m !== n && meets(word, box)));
    return [seen.length, crossing.length];
}"""


def opened(browser: Browser, address: str, width: int, view: str = "") -> Page:
    """The map page with its marks and words drawn."""
    page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    page.add_init_script(f"localStorage.setItem('fahu-view', '{view}')" if view else "")
    page.goto(f"{address}map.html")
    real_positions(page)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page


@pytest.mark.parametrize(("width", "least"), [(320, 1), (390, 2), (1280, 3)])
def test_words_of_the_ground_keep_clear_of_marks(
    browser: Browser, address: str, width: int, least: int
) -> None:
    page = opened(browser, address, width)
    shown, crossing = page.evaluate(CROSSING)
    assert crossing == 0
    assert shown >= least
    page.locator(".leaflet-control-zoom-in").click()
    # Once the step is over, and the words are placed.
    for _ in range(20):
        page.wait_for_timeout(250)
        if not page.evaluate(CROSSING)[1]:
            break
    assert page.evaluate(CROSSING)[1] == 0
    page.context.close()


def test_the_ground_takes_no_press_no_focus_and_no_voice(browser: Browser, address: str) -> None:
    page = opened(browser, address, 1280)
    assert page.locator(".fh-map__line").count() == 5
    for pane in ("ground", "groundNames"):
        inside = page.locator(f".leaflet-{pane}-pane")
        assert inside.get_attribute("aria-hidden") == "true"
        assert inside.evaluate("pane => getComputedStyle(pane).pointerEvents") == "none"
        assert inside.locator("[tabindex]").count() == 0
    pressed = "ways => ways.filter(way => getComputedStyle(way).pointerEvents !== 'none').length"
    assert page.locator(".fh-map__line").evaluate_all(pressed) == 0
    page.context.close()
