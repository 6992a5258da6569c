"""What site.yml says of the office, its numbers and ways in."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain import topics
from macros.domain.calls import listed
from macros.domain.edition import Edition
from macros.domain.hotlines import urgent, urgent_first
from macros.views.templates import render


def danger(edition: Edition) -> Markup:
    """What to do and whom to call in danger."""
    site = edition.town.site
    return render("danger", danger=site.danger, hotlines=urgent(site.hotlines))


def doors(edition: Edition) -> Markup:
    """The big buttons of the home page, and the way to all other troubles."""
    town = edition.town
    return render("doors", doors=topics.doors(town), more=bool(town.topics.topics))


def hotlines(edition: Edition) -> Markup:
    """The numbers that anybody may call, urgent ones first."""
    return render("hotlines", hotlines=urgent_first(edition.town.site.hotlines))


def office_card(edition: Edition) -> Markup:
    """The office with its numbers."""
    office = edition.town.site.office
    return render("office-card", office=office, phones=listed(office.phones, edition.today))


def about_text(edition: Edition) -> Markup:
    """Who stands behind the site."""
    site = edition.town.site
    return render("about-text", paragraphs=site.about, office=site.office)
