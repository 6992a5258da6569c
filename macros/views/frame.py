"""What stands around every page, for the theme's templates; they escape nothing, so all is escaped here."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.domain.calls import listed
from macros.domain.edition import Edition
from macros.views.notices import notices_everywhere
from macros.views.templates import render


@dataclass(frozen=True)
class Frame:
    """The head and foot of a town's pages.

    `sample` says whether anything on the site is sample data, `handbook` whether staff have one on it.
    """

    edition: Edition
    sample: bool
    handbook: bool

    @property
    def name(self) -> Markup:
        """The site's name, escaped for the theme, which escapes nothing."""
        return escape(self.edition.town.site.name)

    @property
    def mark(self) -> Markup:
        """The character in the site's emblem, escaped for the theme."""
        return escape(self.edition.town.site.mark)

    @property
    def headline(self) -> Markup:
        """What the town promises, escaped for the theme."""
        return escape(self.edition.town.site.headline)

    @property
    def tagline(self) -> Markup:
        """The line below it, escaped for the theme."""
        return escape(self.edition.town.site.tagline)

    @property
    def hotline(self) -> str:
        """The number that stands on every page; digits only, so nothing to escape."""
        return self.edition.town.site.hotlines[0].number

    def hero(self) -> Markup:
        """The band on top of the home page."""
        return render("hero", site=self.edition.town.site)

    def notices(self) -> Markup:
        """The notices for everybody, on top of every page."""
        return notices_everywhere(self.edition.town.site.notices, self.edition.today)

    def footer(self, *, linked: bool = True) -> Markup:
        """The foot of every page, of one that can't tell where the site is without links."""
        return render(
            "footer",
            site=self.edition.town.site,
            phones=listed(self.edition.town.site.office.phones, self.edition.today),
            updated=self.edition.updated,
            sample=self.sample,
            handbook=self.handbook,
            linked=linked,
        )
