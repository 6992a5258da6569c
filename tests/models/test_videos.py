"""Whatever a clerk copies from a video site becomes its player's address."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.models.reference import Context, Known
from macros.models.site import PLAYERS
from macros.models.videos import Source

NUMBER = "BV1ZK4y1N74w"
PLAYER = f"https://player.bilibili.com/player.html?bvid={NUMBER}"
ALLOWED = Context({PLAYERS: Known(["player.bilibili.com"])})
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
        (
            CODE,
            f"https://player.bilibili.com/player.html?isOutside=true&aid=1&bvid={NUMBER}&cid=2&p=1",
        ),
    ],
)
def test_a_bilibili_number_page_or_code_is_its_player(copied: str, address: str) -> None:
    assert embedded(copied) == address


@pytest.mark.parametrize(
    ("copied", "said"),
    [
        ("https://b23.tv/abcdefg", "BV 开头的编号"),
        ("BV1", "https://"),
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
