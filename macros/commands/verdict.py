"""Whether changed past shifts are excused, and how a clerk is told what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from macros.domain.days import each
from macros.domain.duty.comparison import Change
from macros.domain.duty.corrections import EXAMPLE, Correction, suggested

MOST_DAYS = 12


@dataclass(frozen=True)
class Verdict:
    """The lines to print, and in one line why the change is refused; empty when it isn't."""

    lines: tuple[str, ...]
    refused: str = ""


def verdict(found: Sequence[Change], corrections: Sequence[Correction], today: dt.date) -> Verdict:
    """What becomes of the changes of days before today: each must be on a day that a correction names."""
    past = [change for change in found if change.past(today)]
    if not past:
        return Verdict(())
    days = sorted({change.shift.date for change in past})
    said = f"有 {len(past)} 个已经过去的班次变了，最早是 {days[0]}"
    used = [one.line for one in corrections if any(map(one.excuses, days))]
    left = [day for day in days if not any(one.excuses(day) for one in corrections)]
    if not left:
        return Verdict((said, *used))
    told = "、".join(map(str, left[:MOST_DAYS])) + (f" 等 {len(left)} 天" if len(left) > MOST_DAYS else "")
    missing = f"没有写更正的是 {told}"
    advice = _advice(left, corrections)
    refused = f"{said}；{missing}。确实是记错了，请在提交说明里写一行 {advice[-1]}"
    return Verdict((said, *used, missing, *advice), refused)


def _advice(left: Sequence[dt.date], corrections: Sequence[Correction]) -> list[str]:
    unread = [one.line for one in corrections if not one.understood]
    lines = [f"这一行看不出是哪一天，或者没有写原因：{line}（要写成 {EXAMPLE} 的样子）" for line in unread]
    # So many single days would be no line to copy.
    days = left if len(left) <= MOST_DAYS else each(left[0], left[-1])
    right = "过去的值班不能改。确实是记错了，请在提交说明（GitHub 网页上的 Commit message）里单独写一行："
    return [*lines, right, suggested(days)]
