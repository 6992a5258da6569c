"""Players of other sites: whatever a clerk copied there becomes the player's address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import SplitResult, parse_qs, urlsplit

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from macros.errors import did_you_mean, wrong
from macros.models.base import Https, narrow
from macros.models.reference import context_of
from macros.models.site import PLAYERS


@dataclass(frozen=True)
class Player:
    """A site whose films can be shown here: its name, its host for `players`, how it numbers films.

    `frame` and `page` are the addresses of a film's player and page, `key` is the number's name in the
    first; `pages` finds the number in the address of a page, by its host and path.
    """

    called: str
    host: str
    number: re.Pattern[str]
    pages: re.Pattern[str]
    key: str
    frame: str
    page: str


_BV, _VID, _AWEME = r"BV[0-9A-Za-z]{10}", r"[a-z]\d[0-9a-z]{9}", r"\d{19}"
BILIBILI = Player(
    "哔哩哔哩",
    "player.bilibili.com",
    re.compile(_BV),
    re.compile(rf"(?:www\.|m\.)?bilibili\.com/video/({_BV})/?"),
    "bvid",
    "https://player.bilibili.com/player.html?bvid={}",
    "https://www.bilibili.com/video/{}",
)
TENCENT = Player(
    "腾讯视频",
    "v.qq.com",
    re.compile(_VID),
    re.compile(rf"(?:m\.)?v\.qq\.com/x/(?:m/)?(?:page|cover/\w+)/({_VID})\.html"),
    "vid",
    "https://v.qq.com/txp/iframe/player.html?vid={}",
    "https://v.qq.com/x/page/{}.html",
)
DOUYIN = Player(
    "抖音",
    "open.douyin.com",
    re.compile(_AWEME),
    re.compile(rf"(?:www\.douyin\.com|m\.douyin\.com/share|www\.iesdouyin\.com/share)/video/({_AWEME})/?"),
    "vid",
    "https://open.douyin.com/player/video?vid={}",
    "https://www.douyin.com/video/{}",
)
KNOWN = (BILIBILI, TENCENT, DOUYIN)
_EMBED_CODE = re.compile(r"""<iframe\b[^>]*?\bsrc=["']?([^"'\s>]+)""", re.IGNORECASE)
# What the button for sharing copies, often in the middle of a sentence: only the site knows the film.
_SHORT = {
    re.compile(r"\bb23\.tv/"): "请打开它，把地址栏里 BV 开头的编号抄下来",
    re.compile(r"\bv\.douyin\.com/"): "请在电脑上打开它，把地址栏里 video/ 后面的 19 位数字抄下来",
}


def _player(value: Any) -> Any:
    """The player's address of whatever a clerk copied: an embed code, a film's number or its page."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if code := _EMBED_CODE.search(text):
        text = code[1].replace("&amp;", "&")
    for short, right in _SHORT.items():
        if short.search(text):
            raise wrong("这是短网址，看不出是哪个视频", right=right)
    text = f"https:{text}" if text.startswith("//") else text
    for player in KNOWN:
        if player.number.fullmatch(number := narrow(text)):
            return player.frame.format(number)
    return _of_page(text, urlsplit(text))


def _of_page(text: str, parts: SplitResult) -> str:
    for player in KNOWN:
        if found := player.pages.fullmatch(f"{parts.hostname}{parts.path}"):
            part = parse_qs(parts.query).get("p", ["1"])[0]
            more = f"&p={part}" if player is BILIBILI and part.isdigit() and part != "1" else ""
            return player.frame.format(found[1]) + more
    return text


def _allowed(value: str, info: ValidationInfo) -> str:
    players = context_of(info).known.get(PLAYERS)
    host = urlsplit(value).hostname or ""
    if players is not None and host not in players.names:
        right = did_you_mean(host, players.names) or f"要用它，先在 site.yml 写 players: [{host}]"
        raise wrong(f"site.yml 的 players 里没有 {host}", right=right)
    return value


PlayerAddress = Annotated[Https, BeforeValidator(_player), AfterValidator(_allowed)]


def called(address: str) -> str:
    """What people call the site of a player."""
    host = urlsplit(address).hostname or ""
    return next((player.called for player in KNOWN if player.host == host), host)


def page_of(address: str) -> str:
    """The film's page on the player's site; the player itself where nobody knows it."""
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    for player in KNOWN:
        number = query.get(player.key, [""])[0]
        if parts.hostname == player.host and player.number.fullmatch(number):
            return player.page.format(number)
    return address
