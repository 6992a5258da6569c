"""What a change of the data would do, told before it is written."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator

from macros.commands.diff_report import Difference, plain
from macros.commands.output import report
from macros.commands.verdict import verdict
from macros.domain.duty.shift import Names
from macros.domain.edition import HORIZON
from macros.edit.draft import BACK, Draft, RefusedError
from macros.errors import one_line, printable

HINT = "还没有写。看好了，加上 --write 再运行一次，就写进 {}"


def tell(draft: Draft, today: dt.date, *, write: bool, hint: str = HINT) -> int:
    """The exit status; prints the shifts and lines that change, and writes them when told to."""
    if draft.before == draft.after:
        print("没有变化，什么也不用写")
        return 0
    print(printable("\n".join(_lines(draft, today))))
    report(draft.reminders)
    judged = verdict(draft.changes, (), today)
    if judged.refused:
        print(printable(judged.refused))
        return 1
    if not write:
        print(f"\n{hint.format(draft.name)}" if hint else "")
        return 0
    draft.write()
    print(f"\n写好了：{draft.name}")
    return 0


def refused(error: RefusedError) -> int:
    """The exit status; prints what a change would make wrong."""
    print("照这样改会出错，没有写：")
    for problem in error.problems:
        print(one_line(f"  {problem.where}：{problem.message}"))
    return 1


def _lines(draft: Draft, today: dt.date) -> Iterator[str]:
    before, after = (Names.of(each.loaded.town) for each in (draft.was, draft.now))
    yield from plain(Difference("现在", today - BACK, today + HORIZON, today, before, after, draft.changes))
    yield f"\n{draft.name} 里会变的几行"
    old, new = (text.split("\n") for text in (draft.before, draft.after))
    for line in difflib.unified_diff(old, new, n=0, lineterm=""):
        if line.startswith(("---", "+++")):
            continue
        yield f"  {_at(line)}" if line.startswith("@@") else f"  {line}"


def _at(line: str) -> str:
    number = line.split("+")[1].split(" ")[0].split(",")[0]
    return f"第 {number} 行"
