"""What the site has to know of a subject of data, as its declaration says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from markupsafe import Markup, escape

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.views.search import Entry

# What a page in docs/ calls.
Macro = Callable[[Edition], Markup]


@dataclass(frozen=True)
class GeneratedPage:
    """A page that stands in no file of docs/: its path without suffix, its title, its HTML."""

    path: str
    title: Markup
    html: Markup


def _no_pages(_: Edition) -> Iterator[GeneratedPage]:
    return iter(())


def _no_files(_edition: Edition, _address: str) -> Mapping[str, bytes]:
    return {}


def _no_entries(_: Town) -> Iterable[Entry]:
    return ()


@dataclass(frozen=True)
class Subject:
    """One file of data on the site: its macros, pages, files and and search entries.

    `files` are asked for with the site's own address, empty where it isn't known.
    """

    name: str
    macros: Mapping[str, Macro] = field(default_factory=lambda: MappingProxyType({}))
    pages: Callable[[Edition], Iterator[GeneratedPage]] = _no_pages
    files: Callable[[Edition, str], Mapping[str, bytes]] = _no_files
    entries: Callable[[Town], Iterable[Entry]] = _no_entries


def page(path: str, title: str, html: Markup) -> GeneratedPage:
    """The page with its title escaped for the theme, which escapes nothing."""
    return GeneratedPage(path, escape(title), html)
