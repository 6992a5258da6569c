"""Pages as residents open them: on a phone, at a known moment."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import PHONE


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page on a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """An empty page on a phone that runs no scripts."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="zh-CN")
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()
