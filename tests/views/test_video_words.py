"""Lengths, sizes and moments of films in words."""

from __future__ import annotations

import pytest

from macros.views.video_words import length_text, moment, size_text


@pytest.mark.parametrize(
    ("seconds", "text"), [(20, "20 秒"), (60, "1 分钟"), (80, "1 分 20 秒"), (3600, "60 分钟"), (0, "0 秒")]
)
def test_length_in_words(seconds: int, text: str) -> None:
    assert length_text(seconds) == text


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
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (5.9, "0:05"), (750, "12:30"), (3_600, "1:00:00"), (3_723, "1:02:03")]
)
def test_a_moment_as_players_write_it(seconds: float, text: str) -> None:
    assert moment(seconds) == text
