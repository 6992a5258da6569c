"""fahu roster: who is on duty in some days, at some places, for a terminal or for other programs."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from macros.commands import choosing
from macros.commands import roster_formats as formats
from macros.commands.arguments import Command, Parser, UsageError, add_format, day, month
from macros.commands.loading import loaded
from macros.commands.output import write, write_file
from macros.domain.days import ONE_DAY
from macros.domain.duty import window

USUAL = dt.timedelta(days=27)
MORE = """\
不写日期就是今天起四周；--format text 不写日期就是今天、明天和本周的三条消息。
csv 开头有 BOM，中文 Windows 的 Excel 可以直接打开；时间和编号都是文字。
xlsx 可以打印，也可以改好以后用 fahu import 读回去。
json 的键不会改名：from、to、shifts 里每个班次的 date、from、to、place、place_name、people、
people_names、planned、rotation、state（on 有人、cancelled 取消、vacant 暂缺）、notes、announced、sample。"""


def _options(parser: Parser) -> None:
    add = parser.options.add_argument
    add("--month", type=month, metavar="月份", help="一个月，例如 2027-01")
    add("--from", type=day, metavar="日期", help="从哪天起，例如 2026-12-01")
    add("--to", type=day, metavar="日期", help="到哪天为止（含这一天）")
    add("--place", action="append", default=[], metavar="场所", help="编号、名称或村居名；可以写几次")
    add("--person", action="append", default=[], metavar="人员", help="编号或姓名；可以写几次")
    words = ("table", "csv", "json", "ics", "text", "xlsx")
    add_format(
        parser, words, "表格、Excel 表、JSON、日历、发到微信群的文字（text），或者一月一张的值班表（xlsx）"
    )
    add("--output", type=Path, metavar="文件", help="xlsx 写进这个文件")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    span = _span(arguments, today)
    if arguments.format == "xlsx":
        return _workbook(arguments, span)
    town = loaded(arguments.data).town
    places, people = choosing.places(town, arguments.place), choosing.people(town, arguments.person)
    chosen = formats.Choice(*(span or (today, today + USUAL)), places, people)
    if arguments.format == "ics":
        write(formats.ics_text(town, chosen, arguments.data, today))
    elif arguments.format == "text":
        write(formats.message(town, chosen, today) if span else formats.messages(town, chosen, today))
    else:
        found = window(town, chosen.first, chosen.last)
        shifts = [shift for shift in found.shifts if chosen.has(shift)]
        if arguments.format == "csv":
            write(formats.csv_text(town, shifts))
        elif arguments.format == "json":
            write(formats.json_text(town, chosen, shifts))
        else:
            dropped = () if places or people else found.dropped
            print(formats.as_table(town, chosen, shifts, dropped), end="")
    return 0


def _workbook(arguments: argparse.Namespace, span: tuple[dt.date, dt.date] | None) -> int:
    file: Path | None = arguments.output
    if file is None or file.suffix.lower() != ".xlsx":
        raise UsageError("--format xlsx 要写 --output 文件，例如 --output 值班表.xlsx")
    first, last = span or (dt.date.min, dt.date.min)
    # What is read back says of a whole month, and of all who serve there.
    if span is None or arguments.person or first.day != 1 or (last + ONE_DAY).day != 1:
        raise UsageError("--format xlsx 按整月写，写所有的人；请用 --month 2026-12，也可以加 --place")
    town = loaded(arguments.data).town
    chosen = formats.Choice(first, last, choosing.places(town, arguments.place), frozenset())
    shifts = [shift for shift in window(town, first, last).shifts if chosen.has(shift)]
    if not shifts:
        raise UsageError("这些日子没有值班")
    write_file(file, formats.xlsx(town, shifts))
    return 0


def _span(arguments: argparse.Namespace, today: dt.date) -> tuple[dt.date, dt.date] | None:
    first, last = getattr(arguments, "from"), arguments.to
    if arguments.month:
        if first or last:
            raise UsageError("--month 和 --from、--to 只写一种")
        return arguments.month.first, arguments.month.last
    if first is None and last is None:
        return None
    first = first or min(today, last)
    last = last or first + USUAL
    if last < first:
        raise UsageError(f"--to（{last}）早于 --from（{first}）")
    return first, last


COMMAND = Command("roster", "谁在哪天、哪里值班", _options, _run, MORE)
