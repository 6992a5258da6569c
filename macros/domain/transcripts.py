"""What is said in a film, line by line, each with the second at which it is said where that is known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from macros.models.captions import Cue
from macros.models.videos import Video

# A line is a few elements, and a page may have 3,000.
MOST = 300
# So much of a line is enough to know it by.
_HEAD = 12
_NOT_SAID = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Passage:
    """A line of a transcript; `start` is the second of the film."""

    text: str
    start: float | None = None


def transcript(video: Video, cues: Sequence[Cue]) -> tuple[Passage, ...]:
    """The video's transcript, timed by its captions; the captions themselves where it has none."""
    lines = [line.strip() for line in (video.transcript or "").splitlines() if line.strip()]
    return _timed(lines, cues) if lines else _fewer(cues)


def _timed(lines: Sequence[str], cues: Sequence[Cue]) -> tuple[Passage, ...]:
    """The lines, each with the start of the caption in which its first words are found."""
    spoken = [_bare(cue.text) for cue in cues]
    whole, ends = "".join(spoken), [0, *accumulate(map(len, spoken))]
    found: list[Passage] = []
    at = 0
    for line in lines:
        head = _bare(line)[:_HEAD]
        # What was found stands behind what was found before: a refrain has the time of its own turn.
        here = whole.find(head, at) if head else -1
        if here < 0:
            found.append(Passage(line))
            continue
        at = here + len(head)
        found.append(Passage(line, cues[bisect_right(ends, here) - 1].start))
    return tuple(found)


def _bare(text: str) -> str:
    """The text without what is only written: captions have other commas and line ends."""
    return _NOT_SAID.sub("", text)


def _fewer(cues: Sequence[Cue]) -> tuple[Passage, ...]:
    """The captions as lines; of very many a few at a time."""
    step = -(-len(cues) // MOST) or 1
    groups = (cues[number : number + step] for number in range(0, len(cues), step))
    return tuple(Passage(" ".join(cue.text for cue in group), group[0].start) for group in groups)
