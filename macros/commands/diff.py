"""fahu diff: every shift that differs between an older town and the folder as it is now.

The older one is that of a git revision, or the one that a site shows: nothing is
published that rewrites what residents have seen.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence

from macros.commands import revision
from macros.commands.arguments import FIRST_YEAR, Command, Parser, UsageError, add_format, day
from macros.commands.diff_report import Difference, escaped, markdown, plain
from macros.commands.loading import loaded
from macros.commands.published import FILE, published
from macros.commands.verdict import verdict
from macros.domain.duty import shifts
from macros.domain.duty.comparison import Change, Side, changes
from macros.domain.duty.corrections import Correction, corrections
from macros.domain.duty.shift import Names
from macros.domain.edition import HORIZON
from macros.errors import printable
from macros.models.town import Town

BACK = dt.timedelta(days=60)
# Neither "nothing changed" (0) nor "the past changed" (1).
NOTHING_TO_COMPARE = 3
WAY_OUT = """\
没有登出，网上还是原来的样子。历史确实找不回来的，由管网站的人在 Actions › Pages › Run workflow
里填上原因，跳过这一次比较。"""
MORE = f"""\
不写日期，列出从 {BACK.days} 天前到 {HORIZON.days} 天后的变化；更早的班次也比较，变了只报个数。
已经过去的班次变了，退出状态是 1。如果是更正记错的值班，请在提交说明（GitHub 网页上的
Commit message）里单独写一行“更正 2026-12-02：原因”；还没有提交的，用
--correction "2026-12-02：原因"。一行可以写几天，也可以写 12月2日至12月5日；没写到的日子不能改。
旧版本找不到、读不出，退出状态是 {NOTHING_TO_COMPARE}。"""


def _options(parser: Parser) -> None:
    add = parser.options.add_argument
    add("revision", metavar="REV", nargs="?", help="git 版本，例如 HEAD、HEAD~1、main")
    add("--site", metavar="网址", help=f"和网站上一次登出的比较（那里的 {FILE} 写着版本）")
    add("--anew", metavar="原因", help="不和上一次登出的比较：历史找不回来时才用")
    add("--from", type=day, metavar="日期", help="从哪天起，例如 2026-12-01")
    add("--to", type=day, metavar="日期", help="到哪天为止（含这一天）")
    add("--correction", metavar="哪天：原因", help="更正哪一天的值班，例如 2026-12-02：陈律师值的班")
    add_format(parser, ("text", "markdown"), "文字，或者给 GitHub 摘要用的 markdown")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    if (arguments.revision is None) == (arguments.site is None):
        told = "REV 和 --site 只写一种" if arguments.site else "少了 REV"
        raise UsageError(f"{told}；用法见 fahu diff -h")
    now = loaded(arguments.data).town
    try:
        called, commit = _before(arguments)
        if commit is None:
            print(called)
            return 0
        then = revision.town_at(arguments.data, commit)
    except revision.NothingToCompareError as why:
        return _unknown(arguments.site or arguments.revision, str(why), published=bool(arguments.site))
    difference = _difference(arguments, today, called, then, now)
    written = f"更正 {arguments.correction}" if arguments.correction else ""
    named = (*corrections(written, today), *revision.corrections_since(arguments.data, commit, today))
    return _judged(difference, named, marked=arguments.format == "markdown")


def _before(arguments: argparse.Namespace) -> tuple[str, str | None]:
    """What to compare with, in words, and its commit; the words say why where there is nothing."""
    if arguments.site is None:
        return arguments.revision, revision.commit(arguments.data, arguments.revision)
    if reason := (arguments.anew or "").strip():
        return f"这一次没有和上一次登出的比较，过去的值班可能和乡亲看到的不一样。原因：{reason}", None
    if not arguments.site:
        return "还没有开通 GitHub Pages，没有登出过，不用比较", None
    head = revision.known(arguments.data, "HEAD")
    seen = published(arguments.site, head)
    if seen is None:
        return f"{arguments.site} 上没有 {FILE}：这是第一次登出，没有可以比较的", None
    return f"网上的版本 {seen[:12]}", revision.known(arguments.data, seen)


def _unknown(called: str, why: str, *, published: bool) -> int:
    said = f"和 {called} 没法比较：{why}"
    print(printable(f"{said}\n\n{WAY_OUT}" if published else said))
    _refuse(said)
    return NOTHING_TO_COMPARE


def _difference(
    arguments: argparse.Namespace, today: dt.date, called: str, then: Town, now: Town
) -> Difference:
    since: dt.date | None = getattr(arguments, "from")
    first, last = since or today - BACK, arguments.to or today + HORIZON
    if last < first:
        raise UsageError(f"最后一天（{last}）早于第一天（{first}）")
    found = _compared(then, now, since or dt.date(FIRST_YEAR, 1, 1), last)
    return Difference(called, first, last, today, Names.of(then), Names.of(now), found)


def _compared(then: Town, now: Town, first: dt.date, last: dt.date) -> tuple[Change, ...]:
    before = Side(shifts(then, first, last), Names.of(then))
    return changes(before, Side(shifts(now, first, last), Names.of(now)))


def _judged(difference: Difference, named: Sequence[Correction], *, marked: bool) -> int:
    print(printable("\n".join((markdown if marked else plain)(difference))))
    judged = verdict(difference.found, named, difference.today)
    if judged.lines:
        print(printable("\n" + "\n".join(map(escaped, judged.lines) if marked else judged.lines)))
    if judged.refused:
        _refuse(judged.refused)
    return int(bool(judged.refused))


def _refuse(said: str) -> None:
    print(f"fahu: {printable(said)}", file=sys.stderr)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(f"::error::{said.replace('%', '%25')}", file=sys.stderr)


COMMAND = Command("diff", "和 git 里的一个版本、或者和网上的相比，哪些班次变了", _options, _run, MORE)
