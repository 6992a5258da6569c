"""One strict build of each town, served under a prefix, and one browser for all tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from macros.errors import Finding, Problem
from macros.load import Loaded, load
from macros.load.tree import Mapping, Node, Sequence
from macros.models.town import Town
from tests import second_town as second
from tests.site import towns

ROOT = Path(__file__).parents[1]
# Monday 2026-11-23, noon in Shanghai: the sample data has duties and events around it.
NOON = 1795406400
# A busy machine is slow, and nothing is wrong.
expect.set_options(timeout=30_000)
settings.register_profile("usual", deadline=None)
settings.register_profile("thorough", max_examples=20_000, deadline=None)
settings.load_profile("usual")


def build(
    site: Path, data: Path | None = None, *flags: str, root: Path = ROOT, **environ: str
) -> subprocess.CompletedProcess[str]:
    """The finished `mkdocs build` of a town into the folder `site`."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(NOON), "NO_MKDOCS_2_WARNING": "1", **environ}
    env.pop("FAHU_DATA", None)
    env.pop("GITHUB_ACTIONS", None)
    env |= environ
    if data:
        env["FAHU_DATA"] = str(data)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site), *flags]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


# Makes a site within an empty folder.
Make = Callable[[Path], Path]
Once = Callable[[str, Make], Path]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Makes a site by its name, once for all the processes that run tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def once(name: str, make: Make) -> Path:
        done = shared / f"{name}.site"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                folder = shared / name
                folder.mkdir()
                done.write_text(str(make(folder)), "utf-8")
        return Path(done.read_text("utf-8"))

    return once


def built(site: Path, data: Path | None = None, *, epoch: int = NOON) -> Path:
    """The folder `site` with the built site of a town."""
    done = build(site, data, SOURCE_DATE_EPOCH=str(epoch))
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(autouse=True)
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in a finding's path would only tell another line; here it is an error."""
    problem = Loaded.problem

    def checked(loaded: Loaded, finding: Finding) -> Problem:
        node: Node = loaded.trees[finding.subject]
        for step in finding.loc:
            node = _below(node, step)
        return problem(loaded, finding)

    monkeypatch.setattr(Loaded, "problem", checked)


def _below(node: Node, step: str | int) -> Node:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.entries[step].value
    assert isinstance(node, Sequence), f"there is nothing below {node}"
    assert isinstance(step, int)
    return node.items[step]


@pytest.fixture(scope="session")
def site(made_once: Once) -> Path:
    """The first town's site."""
    return made_once("first", lambda folder: built(folder / "some" / "prefix"))


@pytest.fixture(scope="session")
def second_site(made_once: Once) -> Path:
    """The site of the small town in tests/."""
    return made_once("second", lambda folder: built(folder / "site", second.FOLDER))


@pytest.fixture(scope="session")
def hostile_site(made_once: Once) -> Path:
    """The second town's site, with markup and templates in every text."""
    return made_once("hostile", lambda folder: built(folder / "site", towns.hostile(folder)))


@pytest.fixture(scope="session")
def large_site(made_once: Once) -> Path:
    """The site of a town with 300 places more."""
    return made_once("large", lambda folder: built(folder / "site", towns.large(folder, 300)))


@pytest.fixture(scope="session")
def town() -> Town:
    """The first town."""
    return load(ROOT / "data").town


@pytest.fixture(scope="session")
def second_town() -> Town:
    """The small town in tests/."""
    return second.TOWN


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The right town of tests/mistakes as `data` in the current folder; the day is Monday 2026-11-23."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "FAHU_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOON))
    shutil.copytree(ROOT / "tests" / "mistakes" / "town", "data")
    return Path("data")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def served(folder: Path) -> Iterator[str]:
    """Where a folder is served, while it is asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the first town's site is served: below a prefix, as under a district's portal."""
    for host in served(site.parents[1]):
        yield f"{host}/some/prefix/"


@pytest.fixture(scope="session")
def second_address(second_site: Path) -> Iterator[str]:
    """Where the second town's site is served."""
    for host in served(second_site):
        yield f"{host}/"


@pytest.fixture(scope="session")
def large_address(large_site: Path) -> Iterator[str]:
    """Where the large town's site is served."""
    for host in served(large_site):
        yield f"{host}/"


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    """Where the hostile town's site is served."""
    for host in served(hostile_site):
        yield f"{host}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; `make test` says where it is, or how to get one."""
    path = os.environ.get("CHROMIUM")
    assert path, "CHROMIUM is not set: run the tests with `make test`"
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=quiet)
        yield chromium
        chromium.close()
