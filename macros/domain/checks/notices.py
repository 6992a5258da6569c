"""Notices that nobody will see, or not when they were meant to be seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.domain.checks.scope import Scope
from macros.errors import Finding

# A notice is over without anybody's doing; a file full of old ones hides the new.
FORGOTTEN = dt.timedelta(days=60)
FARTHEST = dt.timedelta(days=800)


def notices(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    seen: dict[str, int] = {}
    for number, notice in enumerate(scope.town.site.notices):
        if notice.from_ > scope.last + FARTHEST:
            yield _reminder(number, "from", f"{notice.from_} 太远了，请检查年份")
        elif scope.first - notice.until > FORGOTTEN:
            yield _reminder(number, "until", f"{notice.until} 早就过了，可以删掉；如果是刚写的，请检查年份")
        earlier = seen.setdefault(notice.text, number)
        if earlier != number:
            yield _reminder(number, "text", f"和第 {earlier + 1} 条的文字一样，请核对")


def _reminder(number: int, key: str, message: str) -> Finding:
    return Finding("site", ("notices", number, key), message, "warning")
