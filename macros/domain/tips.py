"""Which tip is the week's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.domain.days import ONE_DAY
from macros.models.tips import Tip

WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Turn:
    """A tip, and the first and last day on which it is the week's."""

    first: dt.date
    last: dt.date
    tip: Tip


def latest_first(tips: Iterable[Tip]) -> tuple[Tip, ...]:
    """The tips by the day from which they are shown, the latest first."""
    return tuple(sorted(tips, key=lambda tip: tip.from_, reverse=True))


def turns(tips: Iterable[Tip], first: dt.date, last: dt.date) -> Iterator[Turn]:
    """Whose turn it is on the days from `first` to `last`.

    A tip is shown until the next one's day. A week after the last one all come again, each for
    a week: there is always something to post, also where nobody has written anything new.
    """
    ordered = latest_first(tips)[::-1]
    own = [Turn(tip.from_, following.from_ - ONE_DAY, tip) for tip, following in pairwise(ordered)]
    own += [Turn(tip.from_, tip.from_ + WEEK - ONE_DAY, tip) for tip in ordered[-1:]]
    yield from (turn for turn in own if turn.last >= first and turn.first <= last)
    if ordered:
        again = ordered[-1].from_ + WEEK
        number = max(0, (first - again) // WEEK)
        while (start := again + number * WEEK) <= last:
            yield Turn(start, start + WEEK - ONE_DAY, ordered[number % len(ordered)])
            number += 1
