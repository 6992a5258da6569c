"""Feeds of events are valid Atom, read by another's parser, and say when each was last changed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros.views.atom import feed_file
from macros.views.event_feeds import ALL, event_feed, event_feed_files
from tests.views.event_town import event_edition

GOLDEN = Path(__file__).parent / "golden"
ADDRESS = "https://example.org/fa/"
EDITION = event_edition()
FILES = {
    ALL: feed_file(EDITION.town, event_feed(EDITION), ADDRESS),
    **dict(event_feed_files(EDITION, ADDRESS)),
}


def read(path: str) -> Any:
    """A feed as a reader has it."""
    found = feedparser.parse(FILES[path])
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("path", sorted(FILES))
def test_each_feed_is_as_it_was_and_can_be_read(path: str) -> None:
    golden = GOLDEN / path.replace("/", "_")
    assert FILES[path].decode() == golden.read_text("utf-8"), f"{golden} is what was right"
    assert read(path).version == "atom10"


def test_there_is_one_for_all_each_event_each_series_and_each_village() -> None:
    names = [path.removeprefix("feeds/events/") for path in FILES if path != ALL]
    ids = ("talk", "week", "whole", "moved", "late", "off", "vague", "held", "market", "laba")
    assert sorted(names) == sorted(
        [
            *(f"{name}.xml" for name in ids),
            "series/dongri.xml",
            "villages/taoyuan.xml",
            "villages/taoyuanxin.xml",
        ]
    )


def test_of_what_is_held_again_and_again_the_rule_is_told_and_what_is_different() -> None:
    found = [one.title for one in read("feeds/events/market.xml").entries]
    assert found == [
        "2027年1月9日 星期六 07:30–09:30 早市：改日子",
        "2026年12月5日 星期六 07:30–09:30 早市：取消",
        "2026年11月7日 星期六 07:30–09:30 早市：办过了",
        "每月第1个周六 7:30-9:30 早市",
    ]


def test_an_entry_has_the_day_of_its_change_and_its_page() -> None:
    (entry,) = read("feeds/events/talk.xml").entries
    assert time.strftime("%Y-%m-%d %H:%M", entry.updated_parsed) == "2026-11-19 16:00"
    assert entry.link == f"{ADDRESS}events/talk.html"
    assert "柳溪镇" in entry.content[0].value or "桃源村" in entry.content[0].value


def test_names_are_absolute_and_none_stands_twice() -> None:
    ids = [one.id for one in read(ALL).entries]
    assert len(set(ids)) == len(ids) == 13
    assert all(name.startswith("urn:uuid:") for name in ids)
