"""Atom feeds (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree

from macros.domain.followed import feed_id
from macros.domain.news import News
from macros.models.town import Town

NEWS = "feeds/news.xml"
# A reader asks often, and has what is older.
_MOST = 100
_ATOM = "http://www.w3.org/2005/Atom"
# What no XML may hold, not even as a reference (XML 1.0, 2.2).
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Feed:
    """A feed: its path on the site, what it is of, the page that shows the same, and its news, latest first.

    `updated` is the day that a feed without any news is of. `id` is made of the path where
    it isn't given.
    """

    path: str
    title: str
    page: str
    news: tuple[News, ...]
    updated: dt.date
    id: UUID | None = None


def news_feed(feeds: Iterable[Feed], updated: dt.date) -> Feed:
    """The feed of the latest news of all feeds together."""
    every = [one for feed in feeds for one in feed.news]
    latest = sorted(every, key=lambda one: one.changed, reverse=True)[:_MOST]
    return Feed(NEWS, "新消息", "index.html", tuple(latest), updated)


def feed_file(town: Town, feed: Feed, address: str = "") -> bytes:
    """The feed as XML; `address` is the site's own, if it is known.

    Links are absolute where they can be. Elsewhere they start from the feed itself, which
    `xml:base` says for readers that would take the page they found it on.
    """
    root = f"{address.rstrip('/')}/" if address else "../" * feed.path.count("/")
    made = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    made.set("xml:base", f"{root}{feed.path}" if address else feed.path.rpartition("/")[2])
    _text(made, "id", (feed.id or uuid5(feed_id(town), feed.path)).urn)
    _text(made, "title", f"{town.site.name}：{feed.title}")
    _text(made, "updated", _stamp(max((one.changed for one in feed.news), default=feed.updated)))
    _text(ElementTree.SubElement(made, "author"), "name", town.site.office.name)
    _link(made, "self", f"{root}{feed.path}")
    _link(made, "alternate", f"{root}{feed.page}")
    for one in feed.news:
        _entry(made, one, uuid5(feed_id(town), one.name).urn, root)
    ElementTree.indent(made)
    written: bytes = ElementTree.tostring(made, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(made: ElementTree.Element, one: News, name: str, root: str) -> None:
    element = ElementTree.SubElement(made, "entry")
    _text(element, "id", name)
    _text(element, "title", one.title)
    _text(element, "updated", _stamp(one.changed))
    _link(element, "alternate", f"{root}{one.address}")
    _text(element, "content", one.text)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _FORBIDDEN.sub("\ufffd", text)


def _link(parent: ElementTree.Element, way: str, href: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": way, "href": href})


def _stamp(day: dt.date) -> str:
    return f"{day}T00:00:00+08:00"
