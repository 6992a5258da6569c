"""The only module that imports Pillow and the font for a picture: it draws one from a title."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

WIDTH, HEIGHT, EDGE = 1280, 720, 96
NAVY, PAPER, WARM = (0x12, 0x35, 0x5B), (0xF6, 0xF4, 0xEF), (0xE8, 0xA0, 0x7F)
# Grey levels become colours: from the ground to the letters, and the last one is the accent.
_GROUND, _FAINT, _LETTERS, _ACCENT = 0, 190, 254, 255
_SIZES, _LINES, _SMALL = (128, 104, 84, 68), 3, 40
# No line begins with what ends a sentence or a quotation.
_NOT_FIRST = "，。、：；！？”’）》…"
_PARTS = re.compile(r"[^ ，。：；！？]+[，。：；！？]*”?》?|.")
_PIECES = re.compile(rf"[A-Za-z0-9.%-]+|.[{_NOT_FIRST}]*")


def drawn(title: str, above: str, whose: str) -> bytes:
    """The picture as PNG: the title in big type, what kind of thing it is above, and whose site this is."""
    picture = Image.new("L", (WIDTH, HEIGHT), _GROUND)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, HEIGHT - 16, WIDTH, HEIGHT), fill=_ACCENT)
    pen.rectangle((EDGE, EDGE, EDGE + 72, EDGE + 8), fill=_ACCENT)
    pen.text((EDGE, EDGE + 28), above, _FAINT, _font(_SMALL))
    pen.text((EDGE, HEIGHT - 16 - EDGE), whose, _FAINT, _font(_SMALL), anchor="ls")
    size, lines = fitted(title)
    top = (HEIGHT - len(lines) * size * 1.3) / 2 + size * 0.15
    for number, line in enumerate(lines):
        # The font has one weight, and big type wants more.
        at = (EDGE, top + number * size * 1.3)
        pen.text(at, line, _LETTERS, _font(size), stroke_width=size // 48)
    picture.putpalette([colour for level in range(256) for colour in _colour(level)])
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(sans_path(), size)


def _colour(level: int) -> Iterator[int]:
    if level == _ACCENT:
        yield from WARM
    else:
        share = level / _LETTERS
        yield from (round(dark + (light - dark) * share) for dark, light in zip(NAVY, PAPER, strict=True))


def fitted(title: str) -> tuple[int, list[str]]:
    """The largest type in which the title fits, and its lines; the end of a very long one is cut off."""
    for size in _SIZES:
        lines = _wrapped(title, size)
        if len(lines) <= _LINES:
            return size, lines
    return size, [*lines[: _LINES - 1], f"{lines[_LINES - 1][:-1]}…"]


def _wrapped(title: str, size: int) -> list[str]:
    """The title in lines: as it is parted by spaces and commas where they are few, else alike in length."""
    font, room = _font(size), WIDTH - 2 * EDGE
    parts = [part.strip() for part in _PARTS.findall(title) if part.strip()]
    if len(parts) <= _LINES and all(font.getlength(part) <= room for part in parts):
        return parts
    lines = _filled(title, font, room)
    # As narrow as it can be without one line more: no character stands alone in the last.
    while room > size and len(narrower := _filled(title, font, room - size)) == len(lines):
        lines, room = narrower, room - size
    return lines


def _filled(title: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    lines = [""]
    for piece in _PIECES.findall(" ".join(title.split())):
        if lines[-1] and font.getlength(lines[-1] + piece) > room:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines
