"""How much a page may hold: a slow phone takes so many elements, and not more at any number of places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

# A page has up to 3,000; its frame, its headings and what stands beside take the rest.
ELEMENTS = 2600
_ELEMENT = re.compile(r"<[a-z]")


def elements(html: str) -> int:
    """How many elements some HTML has."""
    return len(_ELEMENT.findall(html))


def fits(*parts: str) -> bool:
    """Whether a page can hold these parts together."""
    return sum(map(elements, parts)) <= ELEMENTS


def first_fitting(versions: Iterable[Markup], beside: str) -> Markup:
    """The first of these versions, each lighter than the one before, that a page can hold beside the rest."""
    html = Markup()
    for html in versions:
        if fits(html, beside):
            break
    return html
