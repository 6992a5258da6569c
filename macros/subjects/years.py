"""The folder years on the site: a page for each year of which there is something to tell."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views.open import open_list
from macros.views.search import Entry
from macros.views.years import year_page, year_title


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for one in edition.reviews:
        title = year_title(edition.town.site, one.year)
        about = f"{edition.town.site.town}{one.year}年办了哪些普法活动、值了几次班、几个人来问"
        made = page(f"years/{one.year}", title, year_page, edition, one)
        yield made.described(about, sample=one.sample).below("公开", "open.html")


def _entries(town: Town) -> Iterator[Entry]:
    for one in town.years.years:
        title = year_title(town.site, one.year)
        yield Entry(title, "公开", f"years/{one.year}.html", (f"{one.year}年",), one.summary or "")


YEARS = Subject("years", macros={"open_list": open_list}, pages=_pages, entries=_entries)
