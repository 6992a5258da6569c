"""Every subject of data as the site has it: a new one is one declaration here, its model and its views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.duty import DUTY
from macros.subjects.enforcement import ENFORCEMENT
from macros.subjects.events import EVENTS
from macros.subjects.people import PEOPLE
from macros.subjects.places import PLACES
from macros.subjects.quiz import QUIZ
from macros.subjects.responsibilities import RESPONSIBILITIES
from macros.subjects.site import SITE
from macros.subjects.subject import GeneratedPage, Macro, Made, Subject
from macros.subjects.tips import TIPS
from macros.subjects.topics import TOPICS
from macros.subjects.videos import VIDEOS
from macros.subjects.years import YEARS
from macros.views.atom import feed_file, news_feed
from macros.views.search import Entry

__all__ = ["LINKED", "MACROS", "SUBJECTS", "GeneratedPage", "entries", "files", "menu", "pages"]

SUBJECTS: tuple[Subject, ...] = (
    SITE,
    TOPICS,
    PLACES,
    PEOPLE,
    EVENTS,
    VIDEOS,
    QUIZ,
    TIPS,
    DUTY,
    RESPONSIBILITIES,
    ENFORCEMENT,
    YEARS,
)
MACROS: dict[str, Macro] = {name: macro for one in SUBJECTS for name, macro in one.macros.items()}
# The files made from data that pages in docs/ link to.
LINKED = tuple(path for one in SUBJECTS for path in one.linked)


def pages(edition: Edition, address: str) -> Iterator[GeneratedPage]:
    """Every page made from data, not drawn yet; `address` is the site's own, if it has one."""
    headline = edition.town.site.headline
    for one in SUBJECTS:
        for made in one.pages(edition):
            described = made if made.about else made.described(f"{made.title.unescape()}：{headline}")
            yield described.in_trail(address)


def files(edition: Edition, address: str) -> Iterator[Made]:
    """What isn't a page, each made when it is asked for; `address` is the site's own, if it has one."""
    for one in SUBJECTS:
        yield from one.files(edition, address)
    feeds = [one.feed(edition) for one in SUBJECTS if one.feed]
    for feed in (news_feed(feeds, edition.updated), *feeds):
        yield feed.path, feed_file(edition.town, feed, address)


def menu(nav: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The addresses of the pages in the menu by their titles."""
    return {title: path.replace(".md", ".html") for item in nav for title, path in item.items()}


def entries(town: Town, menu: Mapping[str, str]) -> list[Entry]:
    """All that search finds, in the order in which equals are shown; `menu` has addresses by their titles."""
    pages = (Entry(title, "页面", address) for title, address in menu.items())
    return [*SITE.entries(town), *pages, *(entry for one in SUBJECTS[1:] for entry in one.entries(town))]
