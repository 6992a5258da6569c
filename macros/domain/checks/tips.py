"""Tips of the same day, of a wrong year, and a list that has come to its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.domain.checks.scope import Scope
from macros.domain.tips import WEEK
from macros.errors import Finding

FARTHEST = dt.timedelta(days=800)


def tips(scope: Scope) -> Iterator[Finding]:
    """What the office must put right: two tips can't begin on one day."""
    seen: dict[dt.date, int] = {}
    for number, tip in enumerate(scope.town.tips.tips):
        earlier = seen.setdefault(tip.from_, number)
        if earlier != number:
            message = f"和第 {earlier + 1} 条（{scope.town.tips.tips[earlier].id}）是同一天，一周只登一条"
            yield Finding("tips", ("tips", number, "from"), message)


def tip_days(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    days = [tip.from_ for tip in scope.town.tips.tips]
    for number, day in enumerate(days):
        if day > scope.last + FARTHEST:
            yield _reminder(number, f"{day} 太远了，请检查年份")
    if days and max(days) + WEEK <= scope.first:
        yield _reminder(days.index(max(days)), "这是最后一条，现在从头再轮着登，有空请加新的")


def _reminder(number: int, message: str) -> Finding:
    return Finding("tips", ("tips", number, "from"), message, "warning")
