"""Feeds are valid Atom, whatever is in the data, and read by another's parser."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.domain.duty.named_shifts import named_shifts
from macros.domain.followed import as_new
from macros.domain.news import News
from macros.models.town import Town
from macros.views.atom import Feed, feed_file, news_feed
from macros.views.feeds import changes_feed
from macros.views.tips import tips_feed
from tests.duty_town import town
from tests.making import edition
from tests.second_town import TOWN

UPDATED = dt.date(2026, 11, 20)
ATOM = "{http://www.w3.org/2005/Atom}"
BUSY = town(
    overrides=[
        {"date": "2026-12-02", "rotation": "older", "cancel": "true", "reason": "<b>停电</b> & 检修"},
        {"date": "2026-12-04", "rotation": "station", "move": {"date": "2026-12-05"}},
        {"date": "2026-12-09", "rotation": "older", "replace": ["ouyang"]},
    ],
    leave=[{"person": "qian", "from": "2026-12-16"}],
)


def feed(town: Town, address: str = "") -> ElementTree.Element:
    """The feed of a site, parsed."""
    found = as_new(town, named_shifts(town, dt.date(2026, 11, 1), dt.date(2026, 12, 31)), UPDATED)
    made = feed_file(town, changes_feed(town, found, UPDATED), address)
    return ElementTree.fromstring(made)  # noqa: S314 - our own file


def texts(parent: ElementTree.Element, path: str) -> list[str]:
    """The texts of some elements."""
    return [element.text or "" for element in parent.findall(path.replace("a:", ATOM))]


def test_every_change_is_an_entry_the_latest_first() -> None:
    assert texts(feed(BUSY), "a:entry/a:title") == [
        "12月16日 星期三 桃源村法律服务工作室：暂缺",
        "12月9日 星期三 桃源村法律服务工作室：换人（示例）",
        "12月5日 星期六 柳溪镇法律服务工作站：改时间或地点",
        "12月2日 星期三 桃源村法律服务工作室：停一次",
    ]
    assert texts(feed(BUSY), "a:entry/a:content")[-1] == (
        "12月2日 星期三 09:00–11:00；本次取消（<b>停电</b> & 检修）"
    )


def test_ids_are_absolute_unique_and_stay() -> None:
    ids = texts(feed(BUSY), ".//a:id")
    assert len(set(ids)) == len(ids) == 5
    assert all(name.startswith("urn:uuid:") for name in ids)
    less = town(overrides=[{"date": "2026-12-02", "rotation": "older", "replace": ["ouyang"]}])
    assert texts(feed(less), ".//a:id") == [ids[0], ids[-1]]


def test_what_atom_demands_is_there() -> None:
    for one in (BUSY, town(), TOWN):
        found = feed(one)
        for element in (found, *found.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1
            assert texts(element, "a:updated") == ["2026-11-20T00:00:00+08:00"]
        assert texts(found, "a:author/a:name") == ["柳溪镇司法所"]


def test_links_lead_to_pages_with_and_without_an_address() -> None:
    links = [link.get("href") for link in feed(BUSY).iter(f"{ATOM}link")]
    assert links[:3] == ["../feeds/changes.xml", "../duty.html", "../places/taoyuan-room.html"]
    base = "{http://www.w3.org/XML/1998/namespace}base"
    assert feed(BUSY).get(base) == "changes.xml"
    known = feed(BUSY, "https://example.org/town")
    assert known.get(base) == "https://example.org/town/feeds/changes.xml"
    assert [link.get("href") for link in known.iter(f"{ATOM}link")][:3] == [
        "https://example.org/town/feeds/changes.xml",
        "https://example.org/town/duty.html",
        "https://example.org/town/places/taoyuan-room.html",
    ]


def test_the_feed_of_all_news_has_the_latest_of_each_feed_first() -> None:
    def told(name: str, *days: int) -> Feed:
        news = tuple(News(f"{name}{day}", name, dt.date(2026, 11, day), "a.html", "") for day in days)
        return Feed(f"feeds/{name}.xml", name, "a.html", news, UPDATED)

    made = news_feed((told("a", 9, 3), told("b", 5)), UPDATED)
    assert [one.name for one in made.news] == ["a9", "b5", "a3"]
    assert news_feed((told("a", *range(1, 29)) for _ in range(9)), UPDATED).news[-1].changed.day == 17


@given(st.text(st.characters(min_codepoint=1), min_size=1))
@settings(deadline=None)
def test_whatever_is_in_a_name_the_feed_can_be_read(name: str) -> None:
    for text in (name, "甲\ufffe乙\uffff\x01\x1f\ud800"):
        site = BUSY.site.model_copy(update={"name": text})
        (title,) = texts(feed(BUSY.model_copy(update={"site": site})), "a:title")
        assert title.endswith("：值班变更")
    assert title == "甲\ufffd乙\ufffd\ufffd\ufffd\ufffd：值班变更"


def golden_feeds() -> dict[str, bytes]:
    """The feeds that aren't of events, as two made towns have them."""
    found = as_new(BUSY, named_shifts(BUSY, dt.date(2026, 11, 1), dt.date(2026, 12, 31)), UPDATED)
    changes, tips = changes_feed(BUSY, found, UPDATED), tips_feed(edition(TOWN, dt.date(2026, 11, 23)))
    feeds = (changes, tips, news_feed((changes, tips), UPDATED))
    return {feed.path: feed_file(BUSY, feed, "https://example.org/fa/") for feed in feeds}


FEEDS = golden_feeds()


@pytest.mark.parametrize("path", sorted(FEEDS))
def test_a_feed_is_as_it_was_and_another_reader_understands_it(path: str) -> None:
    text = FEEDS[path]
    golden = Path(__file__).parent / "golden" / path.replace("/", "_")
    assert text.decode() == golden.read_text("utf-8"), f"{golden} is what was right"
    found = feedparser.parse(text)
    assert not found.bozo
    assert found.version == "atom10"
    assert found.entries
