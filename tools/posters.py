"""The posters of all places as one PDF, printed by Chromium: `python -m tools.posters data posters.pdf`.

Also of a town so large that its site has none. SITE_URL is the site's address, for the codes to scan.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from macros.clock import today
from macros.domain.edition import Edition
from macros.publishable import MistakesError, Remembered, publishable
from macros.views.posters import OVERVIEW, all_posters

ASSETS = Path(__file__).parents[1] / "docs" / "assets"
NO_BROWSER = "没有找到 Chromium：请装一个（见 make test 的说明），或者写明 CHROMIUM=/路径/chromium"
NO_ADDRESS = "没有写网站地址，海报上没有二维码。写法：SITE_URL=https://… make posters"
# A poster of each place of a district is some hundred sheets.
_PATIENCE = 600_000


def printed(browser: Browser, edition: Edition, address: str) -> bytes:
    """The PDF with a sheet of A4 for each place; raises playwright's Error when the browser fails."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ASSETS, Path(folder, "assets"))
        Path(folder, OVERVIEW).write_text(all_posters(edition, address), "utf-8")
        page = browser.new_page(java_script_enabled=False)
        page.set_default_timeout(_PATIENCE)
        page.goto(Path(folder, OVERVIEW).as_uri())
        return page.pdf(prefer_css_page_size=True, print_background=True)


def main(folder: Path, output: Path) -> int:
    """The exit status, after what was made or is missing has been said."""
    chromium, address = os.environ.get("CHROMIUM", ""), os.environ.get("SITE_URL", "")
    if not chromium or not shutil.which(chromium):
        print(NO_BROWSER, file=sys.stderr)
        return 1
    try:
        edition, _ = publishable(folder, today(os.environ), Remembered())
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium)
            output.write_bytes(printed(browser, edition, address))
    except (MistakesError, Error) as error:
        print(error, file=sys.stderr)
        return 1
    if not address:
        print(NO_ADDRESS)
    print(f"{output}：{len(edition.town.places)} 张")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
