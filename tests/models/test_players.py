"""Whatever a clerk copies from a video site becomes its player's address, and its page again."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.models.players import KNOWN, called, page_of
from macros.models.reference import Context, Known
from macros.models.site import PLAYERS
from macros.models.videos import Source

NUMBER, VID, AWEME = "BV1ZK4y1N74w", "d0015bg8v6k", "7153000000000000001"
PLAYER = f"https://player.bilibili.com/player.html?bvid={NUMBER}"
TENCENT = f"https://v.qq.com/txp/iframe/player.html?vid={VID}"
DOUYIN = f"https://open.douyin.com/player/video?vid={AWEME}"
ALLOWED = Context({PLAYERS: Known([player.host for player in KNOWN])})
CODE = (
    '<iframe src="//player.bilibili.com/player.html?isOutside=true&amp;aid=1&bvid=BV1ZK4y1N74w&cid=2&p=1" '
    'scrolling="no" border="0" frameborder="no" framespacing="0" allowfullscreen="true"></iframe>'
)


def embedded(text: str) -> str | None:
    return Source.model_validate({"embed": text}, context=ALLOWED).embed


@pytest.mark.parametrize(
    ("copied", "address"),
    [
        (NUMBER, PLAYER),
        (f" {NUMBER} ", PLAYER),
        (f"https://www.bilibili.com/video/{NUMBER}", PLAYER),
        (f"https://m.bilibili.com/video/{NUMBER}/?from=search&vd_source=abc", PLAYER),
        (f"https://www.bilibili.com/video/{NUMBER}/?p=3&share_source=weixin", f"{PLAYER}&p=3"),
        (f"//player.bilibili.com/player.html?bvid={NUMBER}", PLAYER),
        (VID, TENCENT),
        (f"https://v.qq.com/x/page/{VID}.html", TENCENT),
        (f"https://v.qq.com/x/cover/mzc00200abcdefg/{VID}.html?ptag=wechat", TENCENT),
        (f"https://m.v.qq.com/x/m/page/{VID}.html", TENCENT),
        (AWEME, DOUYIN),
        ("７１５３000000000000001", DOUYIN),
        (f"https://www.douyin.com/video/{AWEME}?from=web", DOUYIN),
        (f"https://www.iesdouyin.com/share/video/{AWEME}/?region=CN", DOUYIN),
        (
            CODE,
            f"https://player.bilibili.com/player.html?isOutside=true&aid=1&bvid={NUMBER}&cid=2&p=1",
        ),
    ],
)
def test_a_number_page_or_code_is_its_player(copied: str, address: str) -> None:
    assert embedded(copied) == address


@pytest.mark.parametrize(
    ("copied", "said"),
    [
        ("https://b23.tv/abcdefg", "BV 开头的编号"),
        ("3.05 复制打开抖音，看看 https://v.douyin.com/AbC/", "19 位数字"),
        ("BV1", "https://"),
        (AWEME[1:], "https://"),
        ('<iframe src="https://evil.example.com/x"></iframe>', "players: [evil.example.com]"),
        ("https://www.bilibili.com/bangumi/play/ss1", "players"),
        ('<iframe src="javascript:alert(1)"></iframe>', "https://"),
    ],
)
def test_what_is_no_player_is_refused_with_the_cure(copied: str, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        embedded(copied)
    context = caught.value.errors()[0]["ctx"]
    assert said in context["message"] + context["right"]


@pytest.mark.parametrize(
    ("address", "name", "page"),
    [
        (PLAYER, "哔哩哔哩", f"https://www.bilibili.com/video/{NUMBER}"),
        (f"{PLAYER}&p=3&vd_source=x", "哔哩哔哩", f"https://www.bilibili.com/video/{NUMBER}"),
        (TENCENT, "腾讯视频", f"https://v.qq.com/x/page/{VID}.html"),
        (DOUYIN, "抖音", f"https://www.douyin.com/video/{AWEME}"),
        (
            "https://v.example.com/1?vid=d0015bg8v6k",
            "v.example.com",
            "https://v.example.com/1?vid=d0015bg8v6k",
        ),
        ("https://v.qq.com/x/1", "腾讯视频", "https://v.qq.com/x/1"),
    ],
)
def test_a_player_is_of_a_site_where_the_film_has_a_page(address: str, name: str, page: str) -> None:
    assert (called(address), page_of(address)) == (name, page)


def test_a_player_is_at_the_host_that_a_town_allows() -> None:
    for one in KNOWN:
        assert one.frame.startswith(f"https://{one.host}/")
        assert f"{one.key}={{}}" in one.frame
