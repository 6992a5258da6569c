"""The people of a town."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.views.templates import render


def people_list(edition: Edition) -> Markup:
    """Everybody whom residents may meet."""
    return render("people-list", people=edition.town.people)
