"""What the site has to know of a subject of data, as its declaration says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import ParamSpec
from urllib.parse import urljoin

from markupsafe import Markup, escape

from macros.domain.edition import Edition
from macros.domain.seen import without_edition
from macros.models.town import Town
from macros.views.atom import Feed
from macros.views.search import Entry
from macros.views.structured import trail

# What a page in docs/ calls.
Macro = Callable[[Edition], Markup]
# A file's path in the site and what it holds, made when it is asked for and then dropped.
Made = tuple[str, bytes]
HOME = ("首页", "index.html")
# What search engines show of a description.
_LONGEST = 110
_P = ParamSpec("_P")


@dataclass(frozen=True)
class GeneratedPage:
    """A page that stands in no file of docs/: its path without suffix, its title, and the view that draws it.

    `about` is HTML that describes it in a line or two, `above` is the page from which one gets there,
    `picture` where the picture is that stands for it when it is passed on, `way` what leads to it.
    `tells` is all that it shows of the parts of the edition that are `told` by that. One that isn't
    `listed` is for the office: no page leads there, and neither the sitemap nor a search engine knows it.
    """

    path: str
    title: Markup
    view: partial[Markup]
    about: str = ""
    above: tuple[str, str] | None = None
    picture: str = ""
    sample: bool = False
    tells: Callable[[], object] | None = None
    told: frozenset[str] = frozenset()
    way: tuple[tuple[str, str], ...] = ()
    listed: bool = True

    @property
    def url(self) -> str:
        """Its address from the site's root."""
        return f"{self.path}.html"

    def html(self) -> Markup:
        """What it shows."""
        shown = self.view()
        return trail(self.way) + shown if self.way else shown

    def of(self) -> object:
        """All that it is made of besides the edition."""
        view = self.view.func, without_edition(self.view.args), self.view.keywords
        told = self.tells() if self.tells else None
        return replace(self, view=_NOWHERE, tells=None), view, told

    def described(self, text: str, *, sample: bool = False) -> GeneratedPage:
        """The page with a description, of which its beginning is taken; that of a sample says so."""
        line = " ".join(f"{'示例：' if sample else ''}{text}".split())
        about = escape(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…")
        return replace(self, about=about, sample=sample)

    def unlisted(self) -> GeneratedPage:
        """The page as one for the office only."""
        return replace(self, listed=False)

    def below(self, title: str, url: str) -> GeneratedPage:
        """The page as one that another leads to."""
        return replace(self, above=(title, url))

    def pictured(self, path: str = "") -> GeneratedPage:
        """The page with the picture at that path, or with one of its own."""
        return replace(self, picture=path or f"assets/pictures/{self.path}.png")

    def in_trail(self, address: str) -> GeneratedPage:
        """The page saying where it stands, which takes the site's own address; without one it can't."""
        if not (self.above and address):
            return self
        before = ((title, urljoin(address, url)) for title, url in (HOME, self.above))
        return replace(self, way=(*before, (self.title.unescape(), "")))

    def telling(self, tells: Callable[[], object], told: frozenset[str]) -> GeneratedPage:
        """The page as one that shows no more of the parts of the edition that are `told` than it tells."""
        return replace(self, tells=tells, told=told)


_NOWHERE = partial(Markup)


def _no_pages(_: Edition) -> Iterator[GeneratedPage]:
    return iter(())


def _no_files(_edition: Edition, _address: str) -> Iterator[Made]:
    return iter(())


def _no_entries(_: Town) -> Iterable[Entry]:
    return ()


@dataclass(frozen=True)
class Subject:
    """One file of data on the site: its macros, pages, files and search entries.

    `files` are asked for with the site's own address, empty where it isn't known;
    `linked` are the paths of those that pages in docs/ link to. What the `feed` tells is in the
    feed of all news, too.
    """

    name: str
    macros: Mapping[str, Macro] = field(default_factory=lambda: MappingProxyType({}))
    pages: Callable[[Edition], Iterator[GeneratedPage]] = _no_pages
    files: Callable[[Edition, str], Iterator[Made]] = _no_files
    linked: tuple[str, ...] = ()
    feed: Callable[[Edition], Feed] | None = None
    entries: Callable[[Town], Iterable[Entry]] = _no_entries


def page(
    path: str, title: str, view: Callable[_P, Markup], *args: _P.args, **kwargs: _P.kwargs
) -> GeneratedPage:
    """The page that a view draws when it is its turn; its title is escaped, the theme escapes nothing."""
    return GeneratedPage(path, escape(title), partial(view, *args, **kwargs))
