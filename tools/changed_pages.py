"""Which pages differ between two built sites: `python -m tools.changed_pages BEFORE AFTER` prints Markdown.

A page is its title and what stands in its main part: what stands on every page (menu, the day of the last
change, calls) would make every page a changed one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Literal

from macros.commands.diff_report import escaped

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
# The handbook is a site of its own for staff, told as one; 404 is shown by a server only.
_ASIDE = ("handbook/", "404.html")
_WORDS = {"new": "新的", "changed": "变了的", "gone": "没有了的"}
# A summary that nobody reads to the end tells nothing.
MOST = 100


@dataclass(frozen=True)
class Page:
    """A page that differs; `path` is from the site's folder on."""

    path: str
    title: str
    kind: Literal["new", "changed", "gone"]


def changed_pages(before: Path, after: Path) -> tuple[Page, ...]:
    """Every page that differs, by kind and then by path."""
    old, new = _pages(before), _pages(after)
    found = [Page(path, new[path][0], "new") for path in new.keys() - old.keys()]
    found += [
        Page(path, new[path][0], "changed") for path in new.keys() & old.keys() if old[path] != new[path]
    ]
    found += [Page(path, old[path][0], "gone") for path in old.keys() - new.keys()]
    return tuple(sorted(found, key=lambda page: (list(_WORDS).index(page.kind), page.path)))


def markdown(pages: tuple[Page, ...]) -> Iterator[str]:
    """The lines for the summary of a GitHub job."""
    yield f"### 网页变化\n\n{f'有 {len(pages)} 页不一样' if pages else '没有一页不一样'}"
    for kind, words in _WORDS.items():
        if named := [page for page in pages if page.kind == kind]:
            yield f"\n**{words} {len(named)} 页**\n"
            yield from (f"- {escaped(page.title)}（{page.path}）" for page in named[:MOST])
            if len(named) > MOST:
                yield f"- 还有 {len(named) - MOST} 页"


def _pages(site: Path) -> dict[str, tuple[str, str]]:
    """Title and main part of each page, by its path."""
    paths = {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}
    return {path: _read(file) for path, file in paths.items() if not path.startswith(_ASIDE)}


def _read(file: Path) -> tuple[str, str]:
    text = file.read_text("utf-8")
    title, main = _TITLE.search(text), _MAIN.search(text)
    # The name of the site stands behind each title; of one that has nothing else it is the title.
    name = unescape(title[1]).strip() if title else file.name
    return name.rpartition(" - ")[0] or name, main[0] if main else text


if __name__ == "__main__":
    print("\n".join(markdown(changed_pages(*map(Path, sys.argv[1:])))))
