"""The page of all villages."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.views.templates import render
from macros.views.villages import village_finder, ward_finder
from macros.views.wards import ward_list


def village_list(edition: Edition) -> Markup:
    """Every village; in a large town the finder, which knows them all, and the way to those of each ward."""
    if edition.wards:
        return render("village-wards", finder=ward_finder(edition), wards=ward_list(edition, "places"))
    return village_finder(edition)
