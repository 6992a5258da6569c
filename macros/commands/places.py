"""fahu places: what each place's public board still lacks and the office owes, with file and line."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.commands.arguments import Command, Parser, add_format
from macros.commands.loading import loaded
from macros.commands.output import table, write
from macros.domain.compliance import Board, Compliance, Gap, OldLaw, compliance
from macros.domain.duty import Resolved
from macros.domain.duty.cover import promise
from macros.domain.stats import Promise
from macros.errors import printable
from macros.load import Loaded
from macros.views.compliance import articles
from macros.views.tables import as_csv

AHEAD = dt.timedelta(weeks=4)
HEADER = ("类别", "轻重", "编号", "名称", "差什么", "依据", "文件", "行")
MORE = """\
不写 --report 就是每个场所一行；写了，还有每一项差什么、答应的做到了没有、哪些法律要再查、哪里还是示例。
“法律要求”的排在最前面，轻重 0 最要紧。网站上同样的一页是 compliance.html，不在菜单里。
csv 开头有 BOM，Excel 可以直接打开。"""


@dataclass(frozen=True)
class _Told:
    """What the town owes, and where that stands in its files."""

    files: Loaded
    found: Compliance
    today: dt.date

    def spot(self, subject: str, *loc: str | int) -> tuple[str, int]:
        """The file and the line of something in it, or of what it would stand in."""
        mark = self.files.mark(subject, *loc)
        return mark.file, mark.line

    def line(self, subject: str, *loc: str | int) -> str:
        """The same as an editor takes it."""
        file, line = self.spot(subject, *loc)
        return f"{file}:{line}"


def _options(parser: Parser) -> None:
    parser.options.add_argument("--report", action="store_true", help="每一项都写出来")
    add_format(parser, ("text", "csv"), "文字或 Excel 表")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    files = loaded(arguments.data)
    found = compliance(files.town, Resolved.of(files.town, today + AHEAD), today)
    told = _Told(files, found, today)
    if arguments.format == "csv":
        write(as_csv(HEADER, _rows(told)) if arguments.report else as_csv(*_overview(told)))
    elif arguments.report:
        print("\n".join(map(printable, _report(told))))
    else:
        print(table(*_overview(told)), end="")
    return 0


def _overview(told: _Told) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """A row for each place, the one that lacks most first."""
    rows: list[tuple[object, ...]] = [
        (
            board.place.id,
            board.place.name,
            len(board.gaps),
            sum(gap.law is not None for gap in board.gaps),
            told.line("places", "places", board.number),
        )
        for board in told.found.boards
    ]
    return ("编号", "名称", "还差几项", "法律要求的", "写在哪里"), rows


def _report(told: _Told) -> Iterator[str]:
    found, day = told.found, told.today
    yield f"{told.files.town.site.town}：还差什么（{day.year}年{day.month}月{day.day}日）"
    if found.is_whole:
        yield "都齐了，没有要补的。"
        return
    lacking = len(found.lacking)
    yield (
        f"{len(found.boards)} 处服务场所，{len(found.boards) - lacking} 处什么都不差；"
        f"一共还差 {len(found.gaps)} 项，其中法律要求公开的 {found.by_law} 项。"
    )
    for board in found.lacking:
        yield f"\n{board.place.name}（{told.line('places', 'places', board.number)}）"
        yield from (f"  {_gap(told, board, gap)}" for gap in board.gaps)
    yield from _section("答应的和做到的（今年到昨天）", [_kept(told, one) for one in found.kept])
    yield from _section("查对超过一年的法律", [_old(told, one) for one in found.old])
    yield from _section("还是示例的", [f"{called}：{count} 处" for called, count in found.samples])


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield from (f"\n{title}", *(f"  {line}" for line in lines)) if lines else ()


def _gap(told: _Told, board: Board, gap: Gap) -> str:
    law = f"，《{gap.law.name}》{gap.law.article}要求" if gap.law else ""
    return f"{gap.said}{law}（{told.line('places', *_loc(board, gap))}）"


def _loc(board: Board, gap: Gap) -> tuple[str | int, ...]:
    """Where it is written, or the entry that it is missing from."""
    typed = (gap.item,) if gap.item in board.place.model_fields_set else ()
    return "places", board.number, *typed


def _kept(told: _Told, one: Promise) -> str:
    name = told.files.town.place_by_id[one.place].name
    logged = f"，记下 {one.logged} 次" if one.logged else ""
    return f"{name}，{promise(one.cover)}：{one.periods} 段时间做到 {one.kept} 段{logged}"


def _old(told: _Told, one: OldLaw) -> str:
    where = f"{one.count} 处，第一处在 {told.line(one.subject, *one.loc)}"
    return f"《{one.name}》{articles(one)}，{one.checked_on} 查对（{where}）"


def _rows(told: _Told) -> Iterator[tuple[object, ...]]:
    names = told.files.town.place_by_id
    for board in told.found.lacking:
        for gap in board.gaps:
            law = f"{gap.law.name}{gap.law.article}" if gap.law else ""
            spot = told.spot("places", *_loc(board, gap))
            place = board.place
            yield "公开栏", gap.weight, place.id, place.name, gap.said, law, *spot
    for kept in told.found.kept:
        number = told.files.town.places.index(names[kept.place])
        said = f"{promise(kept.cover)}：{kept.periods} 段时间做到 {kept.kept} 段"
        spot = told.spot("places", "places", number, "cover")
        yield "承诺", "", kept.place, names[kept.place].name, said, "", *spot
    for one in told.found.old:
        said = f"{articles(one)}，{one.checked_on} 查对，{one.count} 处"
        yield "法律", "", "", one.name, said, "", *told.spot(one.subject, *one.loc)
    for called, count in told.found.samples:
        yield "示例", "", "", called, f"{count} 处", "", "", ""


COMMAND = Command("places", "公开栏还差什么、答应的做到了没有、哪里还是示例", _options, _run, MORE)
