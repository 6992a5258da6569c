"""tips.yml on the site: the week's, the list of all, a page each, a feed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views.search import Entry
from macros.views.tips import FEED, tip_list, tip_page, tip_pages, tip_shelf, tips_feed, weekly_tip


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for tip in edition.town.tips.tips:
        made = page(f"tips/{tip.id}", tip.title, tip_page, edition, tip)
        yield made.described(tip.text, sample=tip.sample).below("每周一条", "tips.html")
    for shelf in tip_pages(edition.town):
        yield page(shelf.path, shelf.title, tip_shelf, shelf).below("每周一条", "tips.html")


def _entries(town: Town) -> Iterator[Entry]:
    yield Entry("每周一条", "页面", "tips.html")
    for tip in town.tips.tips:
        yield Entry(tip.title, "每周一条", f"tips/{tip.id}.html", (), tip.text)


TIPS = Subject(
    "tips",
    macros={"tip_list": tip_list, "weekly_tip": weekly_tip},
    pages=_pages,
    feed=tips_feed,
    linked=(FEED,),
    entries=_entries,
)
