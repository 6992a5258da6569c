"""Characters that nobody sees, or that look different on every machine: refused wherever they are typed."""

from __future__ import annotations

import re
from typing import NamedTuple

# Controls, soft hyphen, zero-width and bidirectional marks, fillers, line separators, tags.
_UNSEEN = (
    "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffc\\U000e0000-\\U000e00ff"
)
# Not characters at all, and private ones.
_NONE = "\\ufdd0-\\ufdef" + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_PRIVATE = "\\ue000-\\uf8ff\\U000f0000-\\U000ffffd\\U00100000-\\U0010fffd"
_LOST = "\\ufffd\\ud800-\\udfff"
_HIDDEN = re.compile(f"[{_UNSEEN}{_NONE}{_PRIVATE}{_LOST}]")
_IS_PRIVATE, _IS_LOST = re.compile(f"[{_PRIVATE}]"), re.compile(f"[{_LOST}]")


class Hidden(NamedTuple):
    """Where such a character stands, what is wrong with it, and what to do."""

    offset: int
    message: str
    right: str


def hidden(text: str) -> Hidden | None:
    """The first character of a text that can't be shown to everybody."""
    found = _HIDDEN.search(text)
    if not found:
        return None
    sign = f"（U+{ord(found.group()):04X}）"
    if _IS_LOST.match(found.group()):
        return Hidden(found.start(), f"有乱码{sign}，原来的字已经丢了", "请重新输入")
    if _IS_PRIVATE.match(found.group()):
        return Hidden(found.start(), f"有只在自己电脑上才看得见的字{sign}", "请换成通用的字")
    return Hidden(found.start(), f"有看不见的字符{sign}", "请删掉重新输入")
