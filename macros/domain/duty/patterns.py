"""How often there is a duty, in words."""

from __future__ import annotations

import datetime as dt

from macros.domain.duty.segments import with_last_days
from macros.models.duty import Duty


def place_patterns(duty: Duty, today: dt.date) -> dict[str, tuple[str, ...]]:
    """How often each place has a duty, in words, by the stretches that hold on that day."""
    found: dict[str, list[str]] = {}
    for rotation in duty.rotations:
        held = [stretch for stretch, last in with_last_days(rotation) if last >= today]
        if not held:
            continue
        stretch = held[0]
        places = stretch.tour
        shared = len(places) > 1
        for place in places:
            words = "、".join(str(when) for when in stretch.when)
            words += f"（{stretch.manner.words}）" if stretch.manner.words else ""
            words += f"（{len(places)} 处轮流，看准日期再来）" if shared else ""
            found.setdefault(place, []).append(words)
    return {place: tuple(dict.fromkeys(words)) for place, words in found.items()}
