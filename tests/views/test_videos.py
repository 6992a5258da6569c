"""Videos as HTML: nothing is loaded before a press, and what comes is said beforehand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from macros.domain.edition import Edition
from macros.models.videos import Video, Videos
from macros.views import videos
from macros.views.links import ROOT
from tests.making import edition
from tests.making import video as make
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
FILE = {"file": "media/a.mp4"}
EMBED = {"embed": "https://player.example.com/v?id=1&page=2&vd_source=abc"}
FULL: dict[str, Any] = {
    "sources": [FILE],
    "poster": "media/a.jpg",
    "captions": "media/a.vtt",
    "length": "1:20",
}


def town(*found: Video, sizes: Mapping[str, int] | None = None, **more: Any) -> Edition:
    """The second town with these videos, and the bytes of their files."""
    file = Videos.model_validate({"videos": found, "categories": ["动漫", "微电影"]} | more)
    return edition(TOWN.model_copy(update={"videos": file}), TODAY, sizes)


def read(html: str) -> str:
    """The HTML as it is read, without tags."""
    return re.sub(r"<.*?>", "", html)


def at_once(html: str) -> str:
    """The HTML without the parts that wait for a press."""
    return re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL)


def test_before_a_press_there_is_only_a_link_and_a_lazy_picture() -> None:
    html = at_once(videos.video_list(town(make(**FULL))))
    assert re.findall(r'<a class="fh-video__press" data-press href="(.+?)"', html) == [f"{ROOT}media/a.mp4"]
    assert (
        f'<img class="fh-video__picture" src="{ROOT}media/a.jpg" width="1280" height="720" loading="lazy"'
        in html
    )
    assert not re.search(r"<(video|source|track|iframe)", html)


def test_the_player_has_controls_and_chinese_captions() -> None:
    html = videos.video_list(town(make(**FULL)))
    assert re.search(r"<video [^>]*controls playsinline", html)
    assert f'<source src="{ROOT}media/a.mp4">' in html
    assert f'<track kind="captions" srclang="zh" label="中文字幕" src="{ROOT}media/a.vtt" default>' in html


def test_length_size_and_sample_are_said_beforehand() -> None:
    html = videos.latest_video(town(make(**FULL, sample="true"), sizes={"media/a.mp4": 412_345}))
    assert "动漫 · 1 分 20 秒 · 约 420 KB" in read(html)
    assert "示例短片" in html


def test_what_another_site_has_is_seen_on_the_films_own_page() -> None:
    html = videos.video_list(town(make(sources=[EMBED])))
    assert f'<a class="fh-video__press" href="{ROOT}videos/v.html"' in html
    assert "去看" in html
    assert "player.example.com" not in html
    assert "data-video" not in html


def test_without_a_source_it_says_so_and_links_nowhere() -> None:
    html = videos.video_list(town(make()))
    assert "片源待补充" in html
    assert "data-press" not in html
    assert "<template" not in html


def test_without_a_picture_the_title_stands_in_the_frame() -> None:
    html = videos.video_list(town(make(title="守护养老钱 幸福享晚年", sources=[FILE])))
    assert "fh-video--plain" in html
    assert "<span>守护养老钱</span> <span>幸福享晚年</span>" in html
    assert '<h3 class="fh-video__title">守护养老钱 幸福享晚年</h3>' in html


def test_a_card_leads_to_the_films_page() -> None:
    html = videos.video_list(town(make(transcript="第一句")))
    assert f'<a class="fh-more" href="{ROOT}videos/v.html">' in html
    assert "第一句" not in html


def test_each_video_can_be_linked_and_filtered() -> None:
    html = videos.video_list(
        town(make("a", series="文化节"), make("b", category="微电影"), series=["文化节"]),
    )
    assert re.findall(r'<article [^>]*id="(\w+)"', html) == ["a", "b"]
    assert re.findall(r'data-value="(.*?)"', html) == ["", "动漫", "微电影"]
    assert '<option value="文化节">' in html


def test_no_videos_at_all() -> None:
    assert "视频正在准备" in videos.video_list(town())
    assert "视频正在准备" in videos.latest_video(town())


def test_the_films_own_length_is_said_not_the_one_that_was_typed() -> None:
    found = replace(town(make(**FULL)), seconds={"media/a.mp4": 79})
    assert "动漫 · 1 分 19 秒" in read(videos.latest_video(found))


def test_videos_can_be_chosen_by_the_language_they_speak() -> None:
    some = (make("a", language="崇明话"), make("b", language="普通话"), make("c"))
    html = videos.video_list(town(*some, languages=["普通话", "崇明话"]))
    assert re.findall(r'data-value="(.*?)"', html) == ["", "普通话", "崇明话"]
    assert "动漫 · 崇明话" in read(html)


def many(count: int) -> Edition:
    return town(*(make(f"v{number}", f"{2000 + number // 30}") for number in range(count)))


def test_sixty_videos_are_on_one_page() -> None:
    assert [page.path for page in videos.list_pages(many(60))] == ["videos"]
    assert "更多视频" not in videos.video_list(many(60))


def test_more_videos_are_on_several_pages_the_newest_first() -> None:
    found = many(130)
    pages = videos.list_pages(found)
    assert [page.path for page in pages] == ["videos", "videos/list/2", "videos/list/3"]
    assert [len(page.cards) for page in pages] == [60, 60, 10]
    assert [page.span for page in pages] == ["2004年到2002年", "2002年到2000年", "2000年"]
    ids = [card.video.id for page in pages for card in page.cards]
    assert sorted(ids) == sorted(video.id for video in found.town.videos.videos)
    first, last = videos.video_list(found), videos.list_page(pages[2], pages)
    for html in (first, last):
        assert re.findall(r'href="\ue000(videos(?:/list/\d)?\.html)"[^>]*>第', html) == [
            "videos.html",
            "videos/list/2.html",
            "videos/list/3.html",
        ]
    # A choice among a part of the films would find nothing where there is something.
    assert "data-filters" not in first
    assert re.findall(r'(\w+)\.html" aria-current="page"', first + last) == ["videos", "3"]
