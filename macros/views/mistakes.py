"""The page that stands in place of a town that can't be published, for whoever mends it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.errors import Problem
from macros.views.links import rooted
from macros.views.templates import render


def mistakes_site(problems: Sequence[Problem], root: str, sheets: Iterable[str]) -> dict[str, str]:
    """The files of a site that only says what is wrong: at the front door, and at every other address."""
    return {
        "index.html": mistakes_page(problems, root, again=False),
        # MkDocs leaves this page without the script that waits for the next build.
        "404.html": mistakes_page(problems, root, again=True),
        "assets/mistakes.css": "\n".join(sheets),
    }


def mistakes_page(problems: Sequence[Problem], root: str, *, again: bool) -> str:
    """A whole HTML page with every problem; `again` makes it ask every few seconds whether all is well."""
    html = render("mistakes", problems=problems, again=again)
    return rooted(html, root).lstrip()
