"""How a film's length, size and moments are written for residents."""

from __future__ import annotations


def length_text(seconds: int) -> str:
    """A length in words: `20 秒`, `1 分 20 秒`, `3 分钟`."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} 秒"
    return f"{minutes} 分 {rest} 秒" if rest else f"{minutes} 分钟"


def size_text(size: int) -> str:
    """A size in words, rounded up so that nobody pays for more than was said: `约 420 KB`, `约 4 MB`."""
    if size <= 1_000:
        return "约 1 KB"
    if size <= 990_000:
        step = 10_000 if size > 100_000 else 1_000
        return f"约 {-(-size // step) * step // 1_000} KB"
    tenths = -(-size // 100_000)
    return f"约 {tenths // 10} MB" if tenths % 10 == 0 else f"约 {tenths / 10:.1f} MB"


def moment(seconds: float) -> str:
    """A moment of a film as players write it: `0:05`, `12:30`, `1:02:03`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
