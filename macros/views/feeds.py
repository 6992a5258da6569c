"""Duty changes as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from uuid import uuid5
from xml.etree import ElementTree

from macros.domain.days import spoken
from macros.domain.followed import Follow, feed_id, now_told
from macros.models.town import Town

PATH = "feeds/changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"
# What no XML may hold, not even as a reference (XML 1.0, 2.2).
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_files(
    town: Town, followed: Iterable[Follow], *, updated: dt.date, address: str = ""
) -> dict[str, bytes]:
    """The feed by its path on the site; `address` is the site's own, if it is known.

    `updated` is the day that a feed without any change is of. Links are absolute where they
    can be. Elsewhere they start from the feed itself, which `xml:base` says for readers
    that would take the page they found it on.
    """
    found = sorted(
        (one for one in followed if one.altered or now_told(one).unusual),
        key=lambda one: (one.told.day, one.told.session.start, one.name),
        reverse=True,
    )
    root = f"{address.rstrip('/')}/" if address else "../"
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    feed.set("xml:base", f"{root}{PATH}" if address else PATH.rpartition("/")[2])
    _text(feed, "id", feed_id(town).urn)
    _text(feed, "title", f"{town.site.name}：值班变更")
    _text(feed, "updated", _stamp(max((one.changed for one in found), default=updated)))
    _text(ElementTree.SubElement(feed, "author"), "name", town.site.office.name)
    _link(feed, "self", f"{root}{PATH}")
    _link(feed, "alternate", f"{root}duty.html")
    places = {place.id for place in town.places}
    for one in found:
        page = f"places/{one.told.place}.html" if one.told.place in places else "duty.html"
        _entry(feed, one, uuid5(feed_id(town), one.name).urn, f"{root}{page}")
    ElementTree.indent(feed)
    return {PATH: ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"}


def _entry(feed: ElementTree.Element, one: Follow, name: str, page: str) -> None:
    told = now_told(one)
    element = ElementTree.SubElement(feed, "entry")
    _text(element, "id", name)
    sample = "（示例）" if told.sample else ""
    _text(element, "title", f"{spoken(told.day)} {told.place_name}：{told.what}{sample}")
    _text(element, "updated", _stamp(one.changed))
    _link(element, "alternate", page)
    held = [] if told.status == "CANCELLED" else [f"值班：{told.who}"]
    # A reader runs the lines of a text together.
    _text(element, "content", "；".join((f"{spoken(told.day)} {told.session}", *held, *told.notes)))


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _FORBIDDEN.sub("\ufffd", text)


def _link(parent: ElementTree.Element, way: str, href: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": way, "href": href})


def _stamp(day: dt.date) -> str:
    return f"{day}T00:00:00+08:00"
