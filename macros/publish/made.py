"""What is made from data, written straight to the site: each page and file is drawn, written and dropped."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin

from macros.publish.folder import Filling
from macros.publish.shell import Shell

# Of fewer pages a second process would hardly draw any before it is there.
MANY, AT_ONCE = 200, 20


class Drawable(Protocol):
    """A page that is drawn when it is asked for its HTML."""

    @property
    def url(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def picture(self) -> str: ...
    @property
    def listed(self) -> bool: ...
    @property
    def html(self) -> Callable[[], str]: ...
    @property
    def of(self) -> Callable[[], object]: ...
    @property
    def told(self) -> frozenset[str]: ...


class Part(Protocol):
    """Some files that are made when they are asked for."""

    @property
    def name(self) -> str: ...
    @property
    def of(self) -> object: ...
    @property
    def make(self) -> Callable[[], Iterable[tuple[str, bytes]]]: ...


class Once(Protocol):
    """The paths of files, which are made if they aren't there of the same."""

    def __call__(
        self, name: str, of: object, make: Callable[[], tuple[str, ...]], told: frozenset[str]
    ) -> tuple[str, ...]: ...


class Writer:
    """Writes pages into a folder; `draw` is what the theme draws around those of one folder of it.

    `address` is the site's own, empty where it isn't known; `linked` makes a page's links relative.
    `once` is asked whether files are there already.
    """

    def __init__(
        self,
        folder: Path,
        address: str,
        draw: Callable[[str], str],
        linked: Callable[[str, str], str],
        once: Once | None = None,
    ) -> None:
        self._filling = Filling(folder)
        self._once = once
        self._address = address
        self._linked = linked
        self._shell = cache(lambda kind: Shell.of(draw(kind)))

    def page(self, made: Drawable) -> None:
        """Nothing; the page is there."""
        shell = self._shell(made.url.rpartition("/")[0])

        def whole() -> tuple[str, ...]:
            address = urljoin(self._address, made.url) if self._address else ""
            content = made.html()
            html = shell.page(made.title, made.about, content, address, made.picture, listed=made.listed)
            return self._written([(made.url, self._linked(html, made.url).encode())])

        if self._once:
            self._once(made.url, (made.of(), shell, self._address), whole, made.told)
        else:
            whole()

    def files(self, parts: Iterable[Part]) -> None:
        """Nothing; the files are there."""
        for part in parts:
            written = partial(self._make, part)
            if self._once:
                self._once(part.name, part.of, written, frozenset())
            else:
                written()

    def _make(self, part: Part) -> tuple[str, ...]:
        return self._written(part.make())

    def _written(self, made: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
        return tuple(self._filling.write(path, content) for path, content in made)


def write(
    writer: Writer,
    pages: Sequence[Drawable],
    files: Iterable[Part],
    tell: Callable[[int, int], None],
    *,
    alone: bool,
) -> None:
    """Nothing; all is written, by two processes where pages are many and it needn't be done `alone`.

    `tell` is told how many pages are begun, and of how many.
    """
    if alone or not pays(len(pages)):
        writer.files(files)
        _draw(writer, pages, range(0, len(pages), AT_ONCE), tell)
        return
    # What several pages need is worked out by the first ones, for both processes.
    _draw(writer, pages, [0], tell)
    fork = multiprocessing.get_context("fork")
    starts = _shared(fork.Value("l", AT_ONCE), len(pages))

    def other() -> None:
        writer.files(files)
        _draw(writer, pages, starts, tell)

    second = fork.Process(target=other)
    second.start()
    try:
        _draw(writer, pages, starts, tell)
        second.join()
    finally:
        second.terminate()
        second.join()
    if second.exitcode:
        raise ChildProcessError("the second process that draws pages has failed")


def _draw(
    writer: Writer, pages: Sequence[Drawable], starts: Iterable[int], tell: Callable[[int, int], None]
) -> None:
    for start in starts:
        tell(start, len(pages))
        for made in pages[start : start + AT_ONCE]:
            writer.page(made)


def _shared(taken: Any, count: int) -> Iterator[int]:
    """The starts that no other process has taken yet."""
    while True:
        with taken.get_lock():
            start: int = taken.value
            taken.value = start + AT_ONCE
        if start >= count:
            return
        yield start


def pays(count: int) -> bool:
    """Whether a second process draws so many pages sooner than one."""
    return count >= MANY and multiprocessing.cpu_count() > 1 and sys.platform == "linux"
