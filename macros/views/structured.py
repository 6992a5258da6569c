"""What a page is about as machines read it (schema.org, JSON-LD)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from macros.views.templates import render


def structured(kind: str, about: Mapping[str, Any]) -> Markup:
    """The block of a page that says what the page is about; a property without value is left out."""
    given = {name: value for name, value in about.items() if value not in (None, "", (), [])}
    return render("structured", data={"@context": "https://schema.org", "@type": kind, **given})


def trail(way: Iterable[tuple[str, str]]) -> Markup:
    """The block that says by which pages one gets to a page: names and whole addresses, its own last."""
    steps = [
        {"@type": "ListItem", "position": number, "name": name} | ({"item": address} if address else {})
        for number, (name, address) in enumerate(way, start=1)
    ]
    return structured("BreadcrumbList", {"itemListElement": steps})
