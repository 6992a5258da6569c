"""Pictures of pages of a built site, as a phone shows them on a day; Chromium draws them."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from macros.clock import SHANGHAI

NO_BROWSER = "没有找到 Chromium：请装一个（见 make test 的说明），或者写明 CHROMIUM=/路径/chromium"
PHONE = {"width": 390, "height": 844}
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class NoBrowserError(Exception):
    """There is no Chromium to draw with."""


@contextmanager
def chromium(environ: Mapping[str, str]) -> Iterator[Browser]:
    """The Chromium that CHROMIUM names; raises NoBrowserError when there is none."""
    path = environ.get("CHROMIUM", "")
    if not path or not shutil.which(path):
        raise NoBrowserError(NO_BROWSER)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def phone(browser: Browser, today: dt.date, *, scale: float = 1) -> Iterator[Page]:
    """A tab of a phone at noon of the day in Shanghai."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=scale, timezone_id="Asia/Shanghai")  # type: ignore[arg-type] # playwright's own dict type
    page = context.new_page()
    page.clock.set_fixed_time(dt.datetime.combine(today, dt.time(12), SHANGHAI))
    yield page
    context.close()


def pictures(browser: Browser, today: dt.date, site: Path, paths: Iterable[str], into: Path) -> list[Path]:
    """The written pictures, a PNG for each page, the whole page from top to bottom."""
    into.mkdir(parents=True, exist_ok=True)
    written = []
    with phone(browser, today) as page:
        for path in paths:
            page.goto((site / path).absolute().as_uri())
            file = into / f"{path.removesuffix('.html').replace('/', '-')}.png"
            page.screenshot(path=file, full_page=True)
            written.append(file)
    return written
