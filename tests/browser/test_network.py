"""A page asks nothing of another host, and nothing on it fails."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.visits import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_under_a_prefix_has_no_error_no_failed_request_and_no_other_host(
    phone: Page, address: str, kind: str
) -> None:
    wrong: list[str] = []
    asked: list[str] = []
    phone.on(
        "console",
        lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None,
    )
    phone.on("pageerror", lambda error: wrong.append(str(error)))
    phone.on("requestfailed", lambda request: wrong.append(request.url))
    phone.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(address + kind)
    phone.wait_for_load_state("networkidle")
    assert wrong == []
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_a_page_moved_to_another_prefix_still_finds_everything(phone: Page, second_address: str) -> None:
    failed: list[str] = []
    phone.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for page in ("places/taoyuan-room.html", "duty/2026-12.html"):
        phone.goto(second_address + page)
        phone.wait_for_load_state("networkidle")
    assert failed == []
