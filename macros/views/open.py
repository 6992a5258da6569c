"""What the office answers for as HTML: the way to each part of it."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.views.templates import render
from macros.views.years import year_title


def open_list(edition: Edition) -> Markup:
    """The lists and the years, where there is something in them."""
    town = edition.town
    return render(
        "open-list",
        years=[(one.year, year_title(town.site, one.year), one.sample) for one in edition.reviews],
        units=len(town.responsibilities.responsibilities),
        matters=len(town.enforcement.matters),
    )
