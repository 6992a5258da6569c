"""Videos as HTML: nothing is loaded before a press, and what comes is said beforehand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import pytest

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
    assert "动漫 · 1 分 20 秒 · 约 420 KB" in html
    assert "示例短片" in html


def test_another_sites_player_is_named_and_caged() -> None:
    html = videos.video_list(town(make(sources=[EMBED])))
    assert "片子在 player.example.com 上" in html
    assert 'src="https://player.example.com/v?id=1&amp;page=2&amp;autoplay=1"' in html
    assert 'referrerpolicy="no-referrer"' in html
    assert 'sandbox="allow-scripts allow-same-origin allow-presentation"' in html
    assert "<iframe" not in at_once(html)


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


def test_a_transcript_is_there_to_read() -> None:
    html = videos.video_list(town(make(transcript="第一句\n<第二句>")))
    assert "<summary>看文字稿</summary>" in html
    assert "<p>第一句</p><p>&lt;第二句&gt;</p>" in re.sub(r"\s*\n\s*", "", html)


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


@pytest.mark.parametrize(
    ("seconds", "text"), [(20, "20 秒"), (60, "1 分钟"), (80, "1 分 20 秒"), (3600, "60 分钟"), (0, "0 秒")]
)
def test_length_in_words(seconds: int, text: str) -> None:
    assert videos.length_text(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "约 1 KB"),
        (1_001, "约 2 KB"),
        (99_500, "约 100 KB"),
        (412_345, "约 420 KB"),
        (990_001, "约 1 MB"),
        (1_000_000, "约 1 MB"),
        (1_000_001, "约 1.1 MB"),
        (4_000_000, "约 4 MB"),
    ],
)
def test_size_in_words_is_never_too_small(size: int, text: str) -> None:
    assert videos.size_text(size) == text


def test_an_embed_keeps_what_it_needs_and_drops_who_shared_it() -> None:
    address = "https://p.example.com/v?a=1&utm_source=x&share_from=y&autoplay=0"
    assert videos.embed_address(address) == "https://p.example.com/v?a=1&autoplay=0"
