"""Map tiles: what a town must have before the streets of a national map may lie below its places."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, model_validator

from macros.errors import wrong
from macros.models.base import Labels, Line, Model


def _token(value: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z]{20,64}", value):
        raise wrong("密钥是一长串字母和数字", right="请从天地图控制台整串复制（种类选“浏览器端”）")
    return value


def _review(value: str) -> str:
    number = re.sub(r"^审图号\s*[:：]?\s*", "", value)
    if not re.fullmatch(r"[A-Z一-鿿]{1,6}\s*[(（\[〔]20\d\d[)）\]〕]\s*\d+\s*号", number):
        raise wrong("审图号要照批件上的写", right="例如 GS（2024）0650号")
    return number


class MapTiles(Model):
    """Whose tiles, the key that the town has from them, and the number under which the map may be public."""

    labels: ClassVar[Labels] = {
        "tiles": "谁的街道地图",
        "token": ("密钥", "从天地图控制台整串复制，种类选“浏览器端”"),
        "review": ("审图号", "照批件写，例如 GS（2024）0650号"),
    }

    tiles: Literal["tianditu"]
    token: Annotated[Line, AfterValidator(_token)] | None = None
    review: Annotated[Line, AfterValidator(_review)] | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> MapTiles:
        right = "两样齐了才能公开；还没有，就把整个 map 删掉"
        if not self.review:
            raise wrong("没有写审图号 review", right=right, at="token" if self.token else "tiles")
        if not self.token:
            raise wrong("没有写天地图的密钥 token", right=right, at="review")
        return self
