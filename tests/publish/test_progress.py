"""A long build says how far it is, to whoever looks on."""

from __future__ import annotations

import io

from macros.publish.progress import LONG, Progress


class Clock:
    """A clock that a test turns."""

    now = 50.0

    def __call__(self) -> float:
        """What it says."""
        return self.now


def test_a_short_build_says_nothing() -> None:
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock)
    clock.now += LONG - 0.1
    progress.tell(1, 10)
    progress.end()
    assert stream.getvalue() == ""


def test_a_long_one_has_one_line_that_is_gone_at_the_end() -> None:
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock)
    clock.now += LONG
    progress.tell(20, 300)
    clock.now += 0.01
    progress.tell(21, 300)
    clock.now += 1
    progress.tell(40, 300)
    progress.end()
    lines = stream.getvalue().split("\r\x1b[K")
    assert lines == ["", "正在生成网页：20 / 300，已用 2 秒", "正在生成网页：40 / 300，已用 3 秒", ""]


def test_nobody_is_told_where_nobody_looks_on() -> None:
    clock = Clock()
    progress = Progress(None, clock)
    clock.now += LONG
    progress.tell(1, 10)
    progress.end()
