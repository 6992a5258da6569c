"""Every kind of page in WebKit, the engine family of the iPhone; on any day, since its clock can't be set."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options

from tests.browser.visits import KINDS

DRIVER = os.environ.get("WEBKIT")
pytestmark = pytest.mark.skipif(not DRIVER, reason="WebKit's driver isn't here")
LISTED = "return Array.from(document.querySelectorAll('[data-village]'), (each) => each.textContent)"
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def webkit() -> Iterator[WebDriver]:
    """A window of WebKit on a screen that nobody sees."""
    assert DRIVER
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["xvfb-run", "-a", DRIVER, f"--port={port}"]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL) as driver:
        options = Options()
        options.add_argument("--automation")
        _await(f"http://127.0.0.1:{port}/status", driver)
        window = webdriver.Remote(f"http://127.0.0.1:{port}", options=options)
        window.set_window_size(390, 844)
        yield window
        window.quit()
        os.killpg(driver.pid, signal.SIGTERM)


def _await(address: str, driver: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        try:
            urlopen(address).close()  # noqa: S310 - our own driver
        except URLError:
            with pytest.raises(subprocess.TimeoutExpired):
                driver.wait(0.1)
        else:
            return
    raise AssertionError("WebKit's driver doesn't answer")


def soon(webkit: WebDriver, true: Callable[[WebDriver], bool]) -> None:
    """Nothing; returns when it is true, even if a script puts another element where one was looked at."""
    WebDriverWait(webkit, 60, ignored_exceptions=[StaleElementReferenceException]).until(true)


def seen(webkit: WebDriver, selector: str) -> None:
    """Nothing; returns when such an element is seen."""
    soon(
        webkit,
        lambda window: any(each.is_displayed() for each in window.find_elements(By.CSS_SELECTOR, selector)),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_runs_its_scripts_and_fits_the_window(webkit: WebDriver, address: str, kind: str) -> None:
    webkit.get(address + kind)
    seen(webkit, "h1, h2")
    assert webkit.execute_script(WIDER) == 0
    button = webkit.find_element(By.CSS_SELECTOR, "[data-large-view]")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert webkit.execute_script(WIDER) <= 0
    button.click()


def test_the_home_page_says_who_comes_next_or_that_its_dates_are_over(
    webkit: WebDriver, address: str
) -> None:
    webkit.get(address + "index.html")
    seen(webkit, "[data-duty-now] [data-label], [data-duty-now] [data-expired]")


def test_the_map_is_drawn(webkit: WebDriver, address: str) -> None:
    webkit.get(address + "map.html")
    if not webkit.find_element(By.CSS_SELECTOR, "[data-service-map]").is_displayed():
        webkit.find_element(By.CSS_SELECTOR, "[data-map-show=ground]").click()
    seen(webkit, "#map_service .leaflet-marker-icon")


def test_search_and_the_finder_find(webkit: WebDriver, address: str) -> None:
    webkit.get(address + "search.html?q=工资")
    seen(webkit, ".fh-search__result, .fh-search li a")
    webkit.get(address + "villages.html")
    field = webkit.find_element(By.CSS_SELECTOR, ".fh-village-finder input")
    field.send_keys("aiguo")
    soon(webkit, lambda window: window.execute_script(LISTED) == ["爱国村"])


def test_the_colours_are_chosen_in_the_menu(webkit: WebDriver, address: str) -> None:
    webkit.get(address + "about.html")
    webkit.find_element(By.CSS_SELECTOR, "[data-menu] summary").click()
    webkit.find_element(By.CSS_SELECTOR, "[data-scheme-to=dark]").click()
    assert webkit.execute_script("return document.documentElement.dataset.scheme") == "dark"
    webkit.find_element(By.CSS_SELECTOR, "[data-scheme-to='']").click()
