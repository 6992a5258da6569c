"""The browser refuses nothing that a page asks for, and everything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.visits import KINDS, wait_until

pytestmark = pytest.mark.browser

LISTEN = """window.refused = [];
document.addEventListener('securitypolicyviolation', event => {
    refused.push(`${event.violatedDirective} ${event.blockedURI}`);
});"""


@pytest.mark.parametrize("kind", [*KINDS, "404.html"])
def test_no_page_asks_for_anything_its_policy_refuses(phone: Page, address: str, kind: str) -> None:
    phone.add_init_script(LISTEN)
    phone.goto(address + kind)
    phone.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate("refused") == []


def test_a_film_plays_with_its_captions_under_the_policy(phone: Page, address: str) -> None:
    phone.add_init_script(LISTEN)
    phone.goto(address + "videos.html")
    phone.locator("[data-press]").first.click()
    wait_until(phone, "video", "film => film.readyState > 0")
    wait_until(phone, "video", "film => film.textTracks[0].cues?.length > 0")
    assert phone.evaluate("refused") == []


def test_a_script_and_a_style_that_got_into_a_page_do_nothing(phone: Page, address: str) -> None:
    phone.goto(address + "about.html")
    phone.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.harmed = true';
            document.body.append(script);
            document.body.insertAdjacentHTML('beforeend', '<p id="x" style="display: none">x</p>');
        }"""
    )
    assert phone.evaluate("window.harmed") is None
    assert phone.locator("#x").is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_from_a_folder_has_its_style_and_its_scripts(phone: Page, site: Path, kind: str) -> None:
    errors: list[str] = []
    phone.on("pageerror", lambda error: errors.append(str(error)))
    phone.add_init_script(LISTEN)
    phone.goto((site / kind).as_uri())
    assert phone.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(246, 244, 239)"
    assert phone.evaluate("typeof fahu.modules.clock.clock.onTick") == "function"
    assert phone.evaluate("document.documentElement.classList.contains('no-js')") is False
    assert phone.evaluate("refused") == []
    assert errors == []
