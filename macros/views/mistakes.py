"""The page that stands in place of a town that can't be published, for whoever mends it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.errors import Problem
from macros.views.links import rooted
from macros.views.templates import render


def mistakes_page(problems: Sequence[Problem], root: str, *, again: bool) -> str:
    """A whole HTML page with every problem; `again` makes it ask every few seconds whether all is well."""
    html = render("mistakes", problems=problems, again=again)
    return rooted(html, root).lstrip()
