"""Where those stand who know about a matter."""

from __future__ import annotations

from macros.domain.edition import Edition


def matter_pages(edition: Edition) -> dict[str, str]:
    """The address of each matter, by its name; of several pages the first."""
    found: dict[str, str] = {}
    for page in edition.knowing:
        for one in page:
            found.setdefault(one.matter, f"{one.path}.html#matter-{one.number}")
    return found
