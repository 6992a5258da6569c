"""fahu map: a page for the office's desk, on which places are dragged to where they are."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

from macros.commands.arguments import Command, Parser, UsageError
from macros.commands.loading import loaded
from macros.load.folder import Loaded
from macros.load.locate import find
from macros.load.tree import Mapping
from macros.views.desk_map import DeskPlace, Written, desk_map

OUTPUT = Path("map-desk.html")
MORE = """\
写出来的是一个网页文件，给司法所自己用：双击打开，不用联网。把点拖到门口，照它列出的几行改 places.yml，
再运行 fahu check。坐标会换算成文件里原来的坐标系。它不会自己改文件，也不要放到网上。"""


def _options(parser: Parser) -> None:
    parser.options.add_argument(
        "--output", type=_file, default=OUTPUT, metavar="文件", help=f"写进这个文件，不写就是 {OUTPUT}"
    )


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".html", ".htm"):
        raise argparse.ArgumentTypeError(f"后缀要写 .html（写的是 {text}）")
    return path


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    found = loaded(arguments.data)
    target: Path = arguments.output
    listed = tuple(_listed(found, target.parent))
    content = desk_map(found.town.site, found.town.lines, listed, today)
    try:
        target.write_bytes(content.encode())
    except OSError:
        raise UsageError(f"{target} 写不进去，请检查文件夹在不在、文件是不是正开着") from None
    lost = sum(one.place.position is None for one in listed)
    print(f"写好了：{target}（{len(listed)} 处，其中 {lost} 处还没有位置）。用浏览器打开，把点拖到门口。")
    return 0


def _listed(found: Loaded, folder: Path) -> Iterator[DeskPlace]:
    """The places with the line of their position, or of their entry where there is none."""
    tree = found.trees["places"]
    for number, place in enumerate(found.town.places):
        entry = find(tree, ("places", number)).node
        spot = find(tree, ("places", number, "position"))
        mark = spot.key or entry.mark
        inline = isinstance(entry, Mapping) and entry.flow
        link = f"{_relative(mark.file, folder)}#L{mark.line}"
        yield DeskPlace(place, Written(f"{mark.file}:{mark.line}", link, entry.mark.column - 1, inline))


def _relative(file: str, folder: Path) -> str:
    """The way from the page to the file; on Windows there is none to another drive."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return Path(file).absolute().as_uri()


COMMAND = Command("map", "写一个地图网页，在上面拖动场所的位置", _options, _run, MORE)
