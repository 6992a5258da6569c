"""Every subject of data as the site has it: a new one is one declaration here, its model and its views."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.duty import DUTY
from macros.subjects.enforcement import ENFORCEMENT
from macros.subjects.events import EVENTS
from macros.subjects.lines import LINES
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
from macros.views.title_picture import title_picture

__all__ = ["LINKED", "MACROS", "SUBJECTS", "GeneratedPage", "entries", "file_parts", "files", "menu", "pages"]

SUBJECTS: tuple[Subject, ...] = (
    SITE,
    TOPICS,
    PLACES,
    LINES,
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

SITE_PICTURE = "assets/pictures/site.png"
# Each takes about as long as its page does; the pages of a large town share one.
_PICTURES = 300
# A page's picture, and what of the page is drawn on it.
Pictured = tuple[str, Markup, tuple[str, str] | None, bool]


@dataclass(frozen=True)
class FilePart:
    """Some files that are made together, of an edition and whatever else they are `of`."""

    name: str
    of: object
    make: Callable[[], Iterator[Made]]


def pages(edition: Edition, address: str) -> Iterator[GeneratedPage]:
    """Every page made from data, not drawn yet; `address` is the site's own, if it has one."""
    headline = edition.town.site.headline
    every = (made for one in SUBJECTS for made in one.pages(edition))
    for number, made in enumerate(every):
        described = made if made.about else made.described(f"{made.title.unescape()}：{headline}")
        placed = described.in_trail(address)
        yield placed.pictured("" if number < _PICTURES else SITE_PICTURE) if address else placed


def files(edition: Edition, address: str) -> Iterator[Made]:
    """What isn't a page, each made when it is asked for; `address` is the site's own, if it has one."""
    return (made for part in file_parts(edition, address, pages(edition, address)) for made in part.make())


def file_parts(edition: Edition, address: str, made: Iterable[GeneratedPage]) -> Iterator[FilePart]:
    """The same files in parts; `made` are the site's pages."""
    for one in SUBJECTS:
        yield FilePart(f"files of {one.name}", address, partial(one.files, edition, address))
    if address:
        drawn = tuple((page.picture, page.title, page.above, page.sample) for page in made)
        yield FilePart("pictures", drawn, partial(_pictures, edition, drawn))
    yield FilePart("feeds", address, partial(_feeds, edition, address))


def _feeds(edition: Edition, address: str) -> Iterator[Made]:
    feeds = [one.feed(edition) for one in SUBJECTS if one.feed]
    for feed in (news_feed(feeds, edition.updated), *feeds):
        yield feed.path, feed_file(edition.town, feed, address)


def _pictures(edition: Edition, made: Iterable[Pictured]) -> Iterator[Made]:
    """What stands for pages where somebody passes them on; who asks for them needs their whole address."""
    site = edition.town.site
    yield SITE_PICTURE, title_picture(site.headline, site.town, site.name)
    for picture, title, above, sample in made:
        if picture != SITE_PICTURE:
            kind = (above[0] if above else site.town, *(("示例",) if sample else ()))
            yield picture, title_picture(title.unescape(), " · ".join(kind), site.name)


def menu(nav: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The addresses of the pages in the menu by their titles."""
    return {title: path.replace(".md", ".html") for item in nav for title, path in item.items()}


def entries(town: Town, menu: Mapping[str, str]) -> list[Entry]:
    """All that search finds, in the order in which equals are shown; `menu` has addresses by their titles."""
    pages = (Entry(title, "页面", address) for title, address in menu.items())
    return [*SITE.entries(town), *pages, *(entry for one in SUBJECTS[1:] for entry in one.entries(town))]
