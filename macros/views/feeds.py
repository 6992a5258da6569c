"""Duty changes as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree import ElementTree

from macros.domain.changes import Entry, changed
from macros.domain.days import spoken
from macros.models.town import Town
from macros.views.roster import Roster, ShiftView

PATH = "feeds/changes.xml"
# Every identifier of a feed has to be absolute, and a site may not know its own address.
_OURS = uuid5(NAMESPACE_URL, "tag:fahu,2026:changes")
_ATOM = "http://www.w3.org/2005/Atom"


def feed_files(
    town: Town, entries: Iterable[Entry], *, today: dt.date, updated: dt.date, address: str = ""
) -> dict[str, bytes]:
    """The feed by its path on the site; `address` is the site's own, for readers that need it."""
    found = changed(entries)
    views = Roster.of(town, (entry.shift for entry in found), today, today).shifts
    ours = uuid5(_OURS, f"{town.site.district}/{town.site.town}")
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    if address:
        feed.set("xml:base", f"{address.rstrip('/')}/{PATH}")
    _text(feed, "id", ours.urn)
    _text(feed, "title", f"{town.site.name}：值班变更")
    _text(feed, "updated", _stamp(updated))
    _text(ElementTree.SubElement(feed, "author"), "name", town.site.office.name)
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": PATH.rpartition("/")[2]})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": "../duty.html"})
    for entry, view in reversed(tuple(zip(found, views, strict=True))):
        _entry(feed, entry, view, ours, _stamp(updated))
    ElementTree.indent(feed)
    return {PATH: ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"}


def _entry(feed: ElementTree.Element, entry: Entry, view: ShiftView, ours: UUID, stamp: str) -> None:
    element = ElementTree.SubElement(feed, "entry")
    _text(element, "id", uuid5(ours, entry.name).urn)
    said = f"{_what(entry)}{'（示例）' * view.sample}"
    _text(element, "title", f"{spoken(view.date)} {view.place.name}：{said}")
    _text(element, "updated", stamp)
    href = f"../places/{view.place.id}.html"
    ElementTree.SubElement(element, "link", {"rel": "alternate", "href": href})
    held = [] if view.state == "cancelled" else [f"值班：{view.names or '暂缺'}"]
    # A reader runs the lines of a text together.
    _text(element, "content", "；".join((f"{spoken(view.date)} {view.session}", *held, *view.notes)))


def _what(entry: Entry) -> str:
    shift = entry.shift
    if entry.left:
        return "改到别处或别的时间"
    if shift.state != "on":
        return "停一次" if shift.state == "cancelled" else "暂缺"
    return "换人" if set(shift.people) != set(shift.planned) else "有调整"


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _stamp(day: dt.date) -> str:
    return f"{day}T00:00:00+08:00"
