"""fahu diff: every shift that differs between a git revision and the folder as it is now."""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from macros.checked import HORIZON
from macros.commands import revision
from macros.commands.arguments import FIRST_YEAR, Command, Parser, UsageError, add_format, day
from macros.commands.diff_report import Difference, markdown, plain
from macros.commands.loading import loaded
from macros.domain.comparison import Change, Side, changes
from macros.domain.duty import shifts
from macros.domain.shift import Names
from macros.errors import printable
from macros.models.town import Town

BACK = dt.timedelta(days=60)
MORE = f"""\
不写日期，列出从 {BACK.days} 天前到 {HORIZON.days} 天后的变化；更早的班次也比较，变了只报个数。
已经过去的班次变了，退出状态是 1。如果是更正记错的值班，请在提交说明（GitHub 网页上的
Commit message）里单独写一行“更正：原因”；还没有提交的，用 --correction "原因"。"""


def _options(parser: Parser) -> None:
    add = parser.options.add_argument
    add("revision", metavar="REV", help="git 版本，例如 HEAD、HEAD~1、main")
    add("--from", type=day, metavar="日期", help="从哪天起，例如 2026-12-01")
    add("--to", type=day, metavar="日期", help="到哪天为止（含这一天）")
    add("--correction", metavar="原因", help="已经过去的班次是在更正，不算错误")
    add_format(parser, ("text", "markdown"), "文字，或者给 GitHub 摘要用的 markdown")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    since: dt.date | None = getattr(arguments, "from")
    first, last = since or today - BACK, arguments.to or today + HORIZON
    if last < first:
        raise UsageError(f"最后一天（{last}）早于第一天（{first}）")
    now = loaded(arguments.data).town
    commit = revision.commit(arguments.data, arguments.revision)
    try:
        then = revision.town_at(arguments.data, commit)
    except revision.NothingToCompareError as why:
        print(printable(f"和 {arguments.revision} 没法比较：{why}"))
        return 0
    found = _compared(then, now, since or dt.date(FIRST_YEAR, 1, 1), last)
    difference = Difference(arguments.revision, first, last, today, Names.of(then), Names.of(now), found)
    marked = arguments.format == "markdown"
    print(printable("\n".join((markdown if marked else plain)(difference))))
    reason = (arguments.correction or "").strip() or revision.correction(arguments.data, commit)
    return _judged(difference, reason)


def _compared(then: Town, now: Town, first: dt.date, last: dt.date) -> tuple[Change, ...]:
    before = Side(shifts(then, first, last), Names.of(then))
    return changes(before, Side(shifts(now, first, last), Names.of(now)))


def _judged(difference: Difference, reason: str | None) -> int:
    past = [change for change in difference.found if change.past(difference.today)]
    if not past:
        return 0
    said = f"有 {len(past)} 个已经过去的班次变了，最早是 {past[0].shift.date}"
    if reason:
        print(printable(f"\n{said}。更正：{reason}"))
        return 0
    print(f"\n{said}。过去的值班不能改；如果是更正，请在提交说明里单独写一行“更正：原因”。")
    print(f"fahu: {said}", file=sys.stderr)
    return 1


COMMAND = Command("diff", "和 git 里的一个版本相比，哪些班次变了", _options, _run, MORE)
