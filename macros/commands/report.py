"""fahu report: what a year or a month came to, as Markdown or as a document for Word."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from macros.commands.arguments import Command, Parser, year
from macros.commands.loading import loaded
from macros.commands.output import write, write_file
from macros.commands.report_words import blocks, markdown, title
from macros.domain.duty import shifts
from macros.domain.years import review

MORE = """\
数字和网站上“这一年”的页面一样：只算已经办过的活动、已经值过的班、visits.yml 里记下的人。
年度报告里的数字只写在一整年的报告里。不写 --output，就把 Markdown 印在屏幕上。"""


def _options(parser: Parser) -> None:
    parser.options.add_argument("--year", type=year, metavar="年", help="哪一年，例如 2026；不写就是今年")
    parser.options.add_argument("--month", type=_month, metavar="月", help="只要这一个月，例如 5")
    parser.options.add_argument(
        "--output", type=_file, metavar="文件", help="写进这个文件，后缀是 .docx 或 .md"
    )


def _month(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 12):
        raise argparse.ArgumentTypeError(f"要写 1 到 12（写的是 {text}）")
    return int(text)


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".docx", ".md"):
        raise argparse.ArgumentTypeError(f"后缀要写 .docx 或 .md（写的是 {text}）")
    return path


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    town = loaded(arguments.data).town
    of = arguments.year or today.year
    held = shifts(town, dt.date(of, 1, 1), dt.date(of, 12, 31))
    found = review(town, held, of, arguments.month, today)
    words = tuple(blocks(town, found))
    target: Path | None = arguments.output
    if target is None:
        write(markdown(words))
        return 0
    if target.suffix.lower() == ".docx":
        # It takes a while to import, and nothing else needs it.
        from macros.commands.report_docx import document

        content = document(words, title(town, found), town.site.office.name, found.last)
    else:
        content = markdown(words).encode()
    write_file(target, content)
    return 0


COMMAND = Command("report", "一年或者一个月做了什么，写成 Markdown 或 Word 文件", _options, _run, MORE)
