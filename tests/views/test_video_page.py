"""The page of a film: it plays here or says where, every line leads to its moment, machines can read it."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from macros.domain.edition import Edition
from macros.models.captions import Cue
from macros.models.videos import TakenDown, Video
from macros.publish.policy import policy
from macros.views.links import ROOT
from macros.views.video_page import embed_address, gone_page, video_page
from tests.making import edition
from tests.making import video as make
from tests.second_town import TOWN
from tests.views.test_videos import EMBED, FILE, FULL, at_once, town

BILIBILI = {"embed": "https://player.bilibili.com/player.html?bvid=BV1ZK4y1N74w"}
LAW = {"name": "民法典", "article": "196", "checked_on": "2025-04-19"}


def drawn(video: Video, spoken: tuple[Cue, ...] = ()) -> str:
    """The page of a film whose captions say something."""
    edition: Edition = replace(town(video), spoken={"media/a.vtt": spoken}, seconds={"media/a.mp4": 80})
    return str(video_page(edition, video, ()))


def told(html: str) -> dict[str, Any]:
    """What the page says for machines."""
    found = re.search(r"<script type=\"application/ld\+json\">(.*?)</script>", html)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_our_own_file_plays_first_and_the_other_sites_are_links() -> None:
    html = drawn(make(**FULL | {"sources": [BILIBILI, FILE]}))
    assert f'href="{ROOT}media/a.mp4"' in html
    assert "<iframe" not in html
    assert (
        'href="https://www.bilibili.com/video/BV1ZK4y1N74w" target="_blank" rel="noopener noreferrer"' in html
    )
    assert "frame-src" not in policy(html)


def test_another_sites_player_is_named_and_caged_and_waits_for_a_press() -> None:
    html = drawn(make(sources=[EMBED]))
    assert "片子在player.example.com上" in html
    assert 'src="https://player.example.com/v?id=1&amp;page=2&amp;autoplay=1"' in html
    assert 'referrerpolicy="no-referrer"' in html
    assert 'sandbox="allow-scripts allow-same-origin allow-presentation"' in html
    assert "<iframe" not in at_once(html)
    assert "frame-src https://player.example.com" in policy(html)


def test_a_film_in_wechat_shows_its_code_and_whose_account_it_is() -> None:
    html = drawn(make(sources=[{"channels": {"picture": "media/code.png", "account": "法护中兴"}}]))
    assert f'<img src="{ROOT}media/code.png"' in html
    assert "这部片子在微信视频号“法护中兴”" in html
    assert "data-press" not in html
    assert "片源待补充" not in html


def test_a_film_without_a_source_says_so() -> None:
    html = drawn(make())
    assert "片源待补充" in html
    assert "ld+json" not in html


def test_lines_lead_to_their_moments_in_the_captions() -> None:
    html = drawn(
        make(**FULL, transcript="第一句\n旁白：<没有字幕>\n第二句"), (Cue(0, "第一句"), Cue(5.5, "第二句"))
    )
    assert re.findall(r'href="\ue000media/a.mp4#t=([\d.]+)" data-from="([\d.]+)"', html) == [
        ("0", "0"),
        ("5.5", "5.5"),
    ]
    assert "旁白：&lt;没有字幕&gt;" in html


def test_without_a_file_of_ours_lines_are_only_read() -> None:
    html = drawn(make(sources=[EMBED], captions="media/a.vtt"), (Cue(0, "第一句"),))
    assert "第一句" in html
    assert "data-from" not in html
    assert "按哪一句" not in html


def test_what_it_teaches_and_its_programme_are_there_with_the_law() -> None:
    programme = {
        "performers": "老戏班",
        "roles": [{"name": "阿婆", "about": "一个人住"}],
        "scenes": [{"title": "取存折", "start": "0:10", "summary": "去取钱。"}],
        "laws": [{"text": "要赡养费没有时间限制", "law": LAW}],
    }
    teaches = ["先问家里人", {"text": "要赡养费不怕晚", "law": LAW}]
    html = drawn(make(**FULL, programme=programme, teaches=teaches, licence="可以放映"))
    for words in (
        "老戏班",
        "阿婆",
        "一个人住",
        "取存折",
        "去取钱。",
        "这出戏讲的法条",
        "先问家里人",
        "可以放映",
    ):
        assert words in html
    assert html.count("《民法典》") == 3, "below each statement, and for machines"
    assert 'data-from="10"' in html


def test_machines_read_what_the_film_is() -> None:
    video = make(**FULL, transcript="第一句</script>", teaches=[{"text": "不怕晚", "law": LAW}])
    found = told(drawn(video, (Cue(0, "第一句"),)))
    assert found == {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": "守护养老钱",
        "description": "说明",
        "thumbnailUrl": f"{ROOT}media/a.jpg",
        "uploadDate": "2022",
        "duration": "PT80S",
        "contentUrl": f"{ROOT}media/a.mp4",
        "genre": "动漫",
        "inLanguage": "zh-CN",
        "teaches": ["不怕晚"],
        "about": ["《民法典》第196条"],
        "transcript": "第一句</script>",
    }


def test_machines_are_told_of_samples_and_of_drawn_posters() -> None:
    found = told(drawn(make(sources=[BILIBILI], sample="true", language="崇明话")))
    assert found["name"] == "示例短片：守护养老钱"
    assert found["thumbnailUrl"] == f"{ROOT}videos/posters/v.png"
    assert found["embedUrl"] == BILIBILI["embed"]
    assert found["inLanguage"] == {"@type": "Language", "name": "崇明话"}


def test_a_film_that_is_gone_has_a_page_that_says_so() -> None:
    html = gone_page(TakenDown.model_validate({"id": "a", "date": "2026-09-01", "reason": "规定改了"}))
    assert "这部片子已经撤下" in html
    assert "2026年9月1日" in html
    assert "规定改了" in html


def test_what_to_see_next_is_linked() -> None:
    html = video_page(town(make("a"), make("b")), make("a"), [make("b", title="下一部")])
    assert f'href="{ROOT}videos/b.html">下一部</a>' in html


@pytest.mark.parametrize("autoplay", ["0", "1"])
def test_an_embed_keeps_what_it_needs_and_drops_who_shared_it(autoplay: str) -> None:
    address = f"https://p.example.com/v?a=1&utm_source=x&share_from=y&autoplay={autoplay}"
    assert embed_address(address) == f"https://p.example.com/v?a=1&autoplay={autoplay}"


def test_a_film_leads_to_the_topics_that_it_is_about() -> None:
    second = edition(TOWN, dt.date(2026, 11, 23))
    first = second.town.topics.topics[0]
    html = str(video_page(second, make(topics=[first.id]), ()))
    assert f'href="{ROOT}topics/{first.id}.html">{first.title}<' in html
    assert "您也遇到了这样的事" not in str(video_page(second, make(), ()))
