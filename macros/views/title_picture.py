"""Pictures drawn from a title: of films without a poster, and of pages that are passed on."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from macros.kept import kept_file


def title_picture(title: str, above: str, whose: str) -> bytes:
    """The picture as PNG: the title in big type, what kind of thing it is above, and whose site this is."""

    def draw() -> bytes:
        # Pillow and a font of 8,000 characters: a tenth of a second, and as long for ten pictures.
        from macros.views.title_drawing import drawn

        return drawn(title, above, whose)

    return kept_file("pictures", (title, above, whose, *_drawn_by()), draw)


@cache
def _drawn_by() -> tuple[str, ...]:
    code = Path(__file__).with_name("title_drawing.py").read_text("utf-8")
    return code, version("pillow"), version("pylopdf-fonts-zh-cn")
