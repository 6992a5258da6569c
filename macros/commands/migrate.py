"""fahu migrate: data in the shape of an earlier version, rewritten as it is read now; says what it did."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from macros.commands.arguments import Command, Parser, UsageError
from macros.commands.loading import require
from macros.edit.inserted import CannotEditError
from macros.edit.migrations import migrated
from macros.errors import DataError, one_line
from macros.load.rawtext import decode

MORE = """\
换了新的生成器以后运行。先说会改什么；加 --write 才写。注释和先后不变，没有旧写法的文件一个字不动。"""


def _options(parser: Parser) -> None:
    parser.options.add_argument("--write", action="store_true", help="写进文件；不写这个，只显示")


def _run(arguments: argparse.Namespace, _: dt.date) -> int:
    folder: Path = arguments.data
    require(folder)
    try:
        texts = {path.relative_to(folder).as_posix(): _text(path) for path in sorted(folder.rglob("*.yml"))}
        found = migrated(texts)
    except CannotEditError as error:
        raise UsageError(str(error)) from None
    if not found.told:
        print("没有旧的写法，不用改")
        return 0
    for line in found.told:
        print(one_line(line))
    if taken := [name for name in found.texts if name.startswith("years/") and (folder / name).exists()]:
        raise UsageError(f"{taken[0]} 已经有了，请先自己并起来")
    if not arguments.write:
        print("还没有写。看好了，加上 --write 再运行一次")
        return 0
    for name, text in found.texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
    print("写好了，请再运行 fahu check")
    return 0


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes(), str(path))
    except DataError as error:
        raise UsageError(str(error.problems[0])) from None


COMMAND = Command("migrate", "旧的写法改成现在的写法", _options, _run, MORE)
