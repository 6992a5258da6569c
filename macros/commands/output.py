"""What commands print: problems, tables for a terminal, and files for other programs."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from macros.commands.arguments import UsageError
from macros.errors import Problem, one_line

GAP = "  "


def report(problems: Iterable[Problem], file: TextIO | None = None) -> None:
    """Prints a line for each problem, under GitHub Actions also as an annotation."""
    annotated = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(problem, file=file)
        if annotated:
            print(problem.annotation(), file=file)


def write(text: str) -> None:
    """Prints the text as it is, in UTF-8 and with its own line ends, on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text)


def write_file(file: Path, content: bytes) -> None:
    """Nothing; the file is written, and said to be. Raises UsageError where it can't."""
    try:
        file.write_bytes(content)
    except OSError:
        raise UsageError(f"{file} 写不进去，请检查文件夹在不在、文件是不是正开着") from None
    print(f"写好了：{file}")


def width(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese character takes two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table for a terminal, its columns aligned; the last one may be as long as it likes."""
    lines = [[one_line(str(cell)) for cell in row] for row in (header, *rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * size for size in (*widths[:-1], min(widths[-1], 20))])
    return "".join(f"{_line(line, widths)}\n" for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (size - width(cell)) for cell, size in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip()
