"""Nothing on a page moves when its scripts come, however late they do."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, Route

from tests.browser.visits import KINDS, visit

pytestmark = pytest.mark.browser

WATCH = """window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value; }))
    .observe({ type: 'layout-shift', buffered: true });"""


def late(route: Route) -> None:
    """Nothing; lets a script come when the page has been drawn."""
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("kind", [*KINDS, "places/station.html"])
def test_what_is_read_stays_where_it_is_when_the_scripts_come(phone: Page, address: str, kind: str) -> None:
    phone.add_init_script(WATCH)
    phone.route("**/assets/fahu.js", late)
    visit(phone, address + kind)
    phone.wait_for_timeout(300)
    assert phone.evaluate("window.moved") <= 0.02
