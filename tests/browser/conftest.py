"""Pages as residents open them: on a phone, at a known moment."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import PHONE
from tests.conftest import Once, built

# Monday 2026-09-28, noon in Shanghai: the week before the National Day.
SEPTEMBER = 1790568000


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page on a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, locale="zh-CN", timezone_id="Asia/Shanghai")
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """An empty page on a phone that runs no scripts."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def autumn(made_once: Once) -> str:
    """The first town's site as it was built before the National Day, opened from a disk."""
    site = made_once("autumn", lambda folder: built(folder / "site", epoch=SEPTEMBER))
    return f"{site.as_uri()}/"
