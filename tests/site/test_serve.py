"""`make serve` shows a mistake in the data at once, as a page, and the site again when it is mended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import NOON, ROOT
from tests.site import towns

LONG = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def serving(town: Path, port: int, said: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(NOON), "NO_MKDOCS_2_WARNING": "1", "FAHU_DATA": str(town)}
    env.pop("GITHUB_ACTIONS", None)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=said, stderr=said, text=True)


def shown(address: str) -> str:
    """The page at the address, whatever its status; empty while nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=LONG) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""


def awaited(address: str, said: Callable[[str], bool]) -> str:
    """The page as soon as it says so, or as it is at last."""
    until, page = time.monotonic() + LONG, ""
    while not said(page) and time.monotonic() < until:
        time.sleep(0.2)
        page = shown(address)
    return page


def wrong(page: str) -> bool:
    return "处要改" in page


def right(page: str) -> bool:
    return "就近找人" in page


@pytest.fixture
def mistaken(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A town with two mistakes, and the address where it is served."""
    town, port = towns.copied(tmp_path), free_port()
    towns.replaced(town, "people.yml", "role: mediator", "role: <b>doctor")
    towns.replaced(town, "places.yml", "tier: point", "tier: pint")
    server = serving(town, port)
    yield town, f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait()


def test_a_mistake_is_a_page_and_goes_when_it_is_mended(mistaken: tuple[Path, str]) -> None:
    town, address = mistaken
    page = awaited(address, wrong)
    assert "有 2 处要改" in page
    assert "网上的网站没有变" in page
    assert f"{town}/people.yml:19:11" in page
    assert f"{town}/places.yml:45:11" in page
    assert "没有这种写法（写的是 &lt;b&gt;doctor）" in page
    assert "fh-mistakes__list" in shown(f"{address}assets/mistakes.css")
    # An address of the site that was there before says the same, and asks again by itself.
    elsewhere = shown(f"{address}places/jishi-point.html")
    assert "有 2 处要改" in elsewhere
    assert 'http-equiv="refresh"' in elsewhere
    towns.replaced(town, "people.yml", "role: <b>doctor", "role: mediator")
    towns.replaced(town, "places.yml", "tier: pint", "tier: point")
    assert "mistakes" not in awaited(address, right)
    assert "柳溪集市" in shown(f"{address}places/jishi-point.html")
    towns.replaced(town, "people.yml", "role: mediator", "role: doctor")
    assert "有 1 处要改" in awaited(address, wrong)


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        server = serving(towns.copied(tmp_path), port, subprocess.PIPE)
        told = "".join(server.communicate(timeout=LONG))
    assert server.returncode == 1
    said = f"地址 127.0.0.1:{port} 已经有别的程序在用：请先关掉那个程序，或者换一个："
    lines = [line for line in told.splitlines() if line and not line.startswith("INFO")]
    assert lines == [f"{said}make serve ADDRESS=127.0.0.1:{port + 1}"]
