"""fahu export: people or events as a workbook, to change and read back with fahu import."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from macros.commands.arguments import Command, Parser, UsageError, one_of
from macros.commands.loading import loaded
from macros.commands.output import write_file
from macros.load.tree import plain
from macros.sheets.entries import KINDS, Called, page
from macros.sheets.values import Words
from macros.sheets.workbook import workbook

_NAMES = {"people": "人员", "events": "活动"}


def _options(parser: Parser) -> None:
    parser.add_argument("what", type=one_of(*KINDS), metavar="什么", help="people（人员）或 events（活动）")
    parser.options.add_argument("--output", type=Path, required=True, metavar="文件", help="例如 人员.xlsx")


def _run(arguments: argparse.Namespace, _: dt.date) -> int:
    file: Path = arguments.output
    if file.suffix.lower() != ".xlsx":
        raise UsageError(f"后缀要写 .xlsx（写的是 {file}）")
    files = loaded(arguments.data)
    kind, name = KINDS[arguments.what], _NAMES[arguments.what]
    entries = plain(files.trees[kind.subject]).get(kind.key) or []
    town = files.town
    places = Words.of("地方", ((place.id, (place.name, *place.villages)) for place in town.places))
    series = Words.of("系列", ((one.id, (one.name,)) for one in town.events.series))
    title = f"{town.site.name} {name}"
    write_file(file, workbook([page(kind, title, name, entries, Called(places, series))]))
    return 0


COMMAND = Command("export", "人员、活动写成一张表，可以改好再读回来", _options, _run)
