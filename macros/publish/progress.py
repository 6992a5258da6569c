"""How far a long build is: one line in a terminal, gone when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

# Seconds; a shorter build says nothing.
LONG, _BETWEEN = 2.0, 0.2
_CLEAR = "\r\x1b[K"


@dataclass
class Progress:
    """The line on a stream, where somebody looks at it; `seconds` is a clock that never goes back."""

    stream: TextIO | None
    seconds: Callable[[], float]
    _began: float = field(init=False)
    _told: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._began = self.seconds()

    def tell(self, done: int, every: int) -> None:
        """Nothing; the line says how many pages are done of all."""
        now = self.seconds()
        if self.stream is None or now - self._began < LONG or now - self._told < _BETWEEN:
            return
        self._told = now
        self.stream.write(f"{_CLEAR}正在生成网页：{done} / {every}，已用 {now - self._began:.0f} 秒")
        self.stream.flush()

    def end(self) -> None:
        """Nothing; the line is gone."""
        # Another process may have written it.
        if self.stream is not None and self.seconds() - self._began >= LONG:
            self.stream.write(_CLEAR)
            self.stream.flush()
