"""What changed between two rosters, in words: 张律师 → 李律师."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.domain.days import spoken
from macros.domain.duty.comparison import Change
from macros.domain.duty.shift import Names, Shift

# GitHub refuses a summary of more than 1 MiB.
MOST_LINES = 3000


@dataclass(frozen=True)
class Difference:
    """What was found, with what is needed to tell it."""

    revision: str
    first: dt.date
    last: dt.date
    today: dt.date
    before: Names
    after: Names
    found: tuple[Change, ...]

    @property
    def listed(self) -> tuple[Change, ...]:
        """The changes inside the window."""
        return tuple(change for change in self.found if change.shift.date >= self.first)

    @property
    def earlier(self) -> int:
        """How many there are before the window."""
        return len(self.found) - len(self.listed)


def _heading(difference: Difference) -> str:
    span = f"{difference.first} 至 {difference.last}"
    count = len(difference.listed)
    found = f"有 {count} 个班次变了" if count else "没有班次变化"
    if difference.earlier:
        found += f"，{difference.first} 以前还有 {difference.earlier} 个"
    return f"和 {difference.revision} 相比，{span} {found}"


def plain(difference: Difference) -> Iterator[str]:
    """The lines for a terminal."""
    yield _heading(difference)
    for place, found in _grouped(difference):
        yield f"\n{place}"
        yield from (f"  {_line(difference, change)}" for change in found)


def markdown(difference: Difference) -> Iterator[str]:
    """The lines for the summary of a GitHub job."""
    yield f"### 值班变化\n\n{escaped(_heading(difference))}"
    told = 0
    for place, found in _grouped(difference):
        if told >= MOST_LINES:
            break
        yield f"\n**{escaped(place)}**\n"
        yield from (f"- {escaped(_line(difference, change))}" for change in found)
        told += len(found)
    if told < len(difference.listed):
        yield f"\n还有 {len(difference.listed) - told} 个，请在自己电脑上运行 fahu diff 查看。"


def _grouped(difference: Difference) -> Iterable[tuple[str, list[Change]]]:
    found: dict[str, list[Change]] = {}
    for change in difference.listed:
        names = difference.after if change.after else difference.before
        found.setdefault(names.place(change.shift.place), []).append(change)
    return sorted(found.items())


def _line(difference: Difference, change: Change) -> str:
    shift, was, now = change.shift, change.before, change.after
    year = f"{shift.date.year}年" if shift.date.year != difference.today.year else ""
    hours = str(shift.session)
    if was and now and was.session != now.session:
        hours = f"{was.session} → {now.session}"
    before, after = _who(was, difference.before), _who(now, difference.after)
    if was and now and before == after and was.people != now.people:
        before, after = f"{before}（{'、'.join(was.people)}）", f"{after}（{'、'.join(now.people)}）"
    who = before if before == after else f"{before} → {after}"
    past = "（已过去）" * change.past(difference.today)
    return f"{year}{spoken(shift.date)} {hours}：{who}{past}"


def _who(shift: Shift | None, names: Names) -> str:
    if shift is None:
        return "没有值班"
    return "取消" if shift.state == "cancelled" else names.people(shift.people)


def escaped(text: str) -> str:
    """The text for a place where Markdown would take its signs as its own."""
    return re.sub(r"([\\`*_\[\]<>&|~#])", r"\\\1", text)
