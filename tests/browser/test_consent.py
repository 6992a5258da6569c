"""The browser hides a number after the last day on which its owner lets it be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.visits import shown, visit
from tests.conftest import build
from tests.site import towns

pytestmark = pytest.mark.browser

PHONES = "#way .fh-facts .fh-phone"


def test_a_number_goes_after_its_last_day_and_the_offices_comes(phone: Page, tmp_path: Path) -> None:
    done = build(tmp_path / "site", towns.consenting(tmp_path))
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "places" / "taoyuan-room.html").as_uri()
    visit(phone, page, "2026-12-02 23:59")
    assert shown(phone.locator(PHONES)) == ["13800138002"]
    phone.clock.set_fixed_time("2026-12-02T16:00:00Z")
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert shown(phone.locator(PHONES)) == ["0500-0000-0001"]
    visit(phone, page, "2026-12-03 08:00")
    assert "13800138002" not in phone.locator("body").inner_text()
