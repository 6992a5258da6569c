"""Captions: what is said in a film, and when."""

from __future__ import annotations

from typing import NamedTuple


class Cue(NamedTuple):
    """What is shown at once, from so many seconds after the film's start."""

    start: float
    text: str
