"""What is made from data is in the folder, whoever drew it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.publish import made as module
from macros.publish.made import Writer, pays, write
from macros.publish.shell import ADDRESS, CONTENT, TITLE


@dataclass(frozen=True)
class Page:
    """A page that says its name."""

    url: str
    about = "集市"
    picture = ""
    told: frozenset[str] = frozenset()
    listed = True

    @property
    def title(self) -> str:
        """Its name in short."""
        return self.url.partition(".")[0]

    def html(self) -> str:
        """What it holds."""
        return f"<p>{self.url}</p>"

    def of(self) -> object:
        """What it is made of."""
        return self.url


PAGES = [Page(f"{folder}/{number}.html") for folder in ("a", "b/c") for number in range(90)]


@dataclass(frozen=True)
class Calendars:
    """Some files that are no pages."""

    name = of = "calendars"

    def make(self) -> Iterator[tuple[str, bytes]]:
        """All of them."""
        yield from ((f"calendars/{number}.ics", b"%d" % number) for number in range(30))


FILES = [Calendars()]


def drawn(kind: str) -> str:
    """What a theme might draw around the pages of a folder."""
    return f"{kind}|{TITLE}|{CONTENT}|{ADDRESS}"


def written(folder: Path, pages: list[Page], *, alone: bool, address: str = "") -> dict[str, str]:
    """What is in the folder after all."""
    writer = Writer(folder, address, drawn, lambda html, url: f"{html}|{url.count('/')}")
    write(writer, pages, FILES, lambda *_: None, alone=alone)
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes draw even a few pages, and each gets some of them."""
    monkeypatch.setattr(module, "pays", lambda _: True)
    monkeypatch.setattr(module, "AT_ONCE", 3)


def test_two_processes_write_what_one_does(tmp_path: Path, many: None) -> None:
    one, two = (written(tmp_path / str(alone), PAGES, alone=alone) for alone in (True, False))
    assert one == two
    assert len(one) == len(PAGES) + 30
    assert one["b/c/7.html"] == "b/c|b/c/7|<p>b/c/7.html</p>||2"


def test_a_page_has_its_address_where_the_sites_is_known(tmp_path: Path) -> None:
    found = written(tmp_path, PAGES[:1], alone=True, address="https://a.cn/b/")
    assert found["a/0.html"].split("|")[3] == "https://a.cn/b/a/0.html"


def failing(*, here: bool) -> type[Page]:
    """Pages that fail in this process, or in any other; in the sound one they wait for the failure."""
    this, tried = os.getpid(), multiprocessing.get_context("fork").Event()

    class Failing(Page):
        def html(self) -> str:
            if (os.getpid() == this) is here:
                tried.set()
                raise ValueError("no page")
            tried.wait(60)
            return super().html()

    return Failing


def test_a_page_that_fails_in_the_second_process_fails_the_build(tmp_path: Path, many: None) -> None:
    kind = failing(here=False)
    with pytest.raises(ChildProcessError):
        written(tmp_path, [*PAGES[:3], *(kind(page.url) for page in PAGES[3:])], alone=False)


def test_a_page_that_fails_in_the_first_process_says_why(tmp_path: Path, many: None) -> None:
    kind = failing(here=True)
    with pytest.raises(ValueError, match="no page"):
        written(tmp_path, [*PAGES[:3], *(kind(page.url) for page in PAGES[3:])], alone=False)


def test_few_pages_need_no_second_process() -> None:
    assert not pays(module.MANY - 1)


def test_each_page_is_told_once_of_all(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    writer = Writer(tmp_path, "", drawn, lambda html, _: html)
    write(writer, PAGES, FILES, lambda *each: told.append(each), alone=True)
    assert told == [(start, len(PAGES)) for start in range(0, len(PAGES), module.AT_ONCE)]
