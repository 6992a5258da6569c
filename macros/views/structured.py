"""What a page is about as machines read it (schema.org, JSON-LD)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from macros.views.templates import render


def structured(kind: str, about: Mapping[str, Any]) -> Markup:
    """The block of a page that says what the page is about; a property without value is left out."""
    given = {name: value for name, value in about.items() if value not in (None, "", (), [])}
    return render("structured", data={"@context": "https://schema.org", "@type": kind, **given})
