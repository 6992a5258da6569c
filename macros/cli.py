"""The fahu command."""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

from macros.clock import today
from macros.commands.arguments import Command, Parser, UsageError
from macros.commands.output import report
from macros.errors import DataError, printable

NAMES = (
    "check", "roster", "explain", "edit", "import", "export", "diff", "stats", "report", "next-year",
    "places", "map", "todo", "new-town", "migrate",
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0, 1 when the data says no, 2 when the command can't be understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Chinese Windows writes pipes as GBK, which lacks some of the signs used here.
            stream.reconfigure(errors="replace")
    try:
        given = sys.argv[1:] if argv is None else argv
        arguments = _parser(given).parse_args(given)
        status: int = arguments.run(arguments, _today())
        sys.stdout.flush()
    except UsageError as error:
        print(f"fahu: {printable(str(error))}", file=sys.stderr)
        return 2
    except DataError as error:
        report(error.problems, sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever reads, such as `head`, has seen enough; Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser(given: Sequence[str]) -> Parser:
    parser = Parser(prog="fahu", description="公共法律服务网站的数据工具")
    commands = parser.add_subparsers(title="命令", required=True, metavar="命令")
    # A command that isn't asked for is loaded only for the help.
    for name in set(given[:1]) & set(NAMES) or NAMES:
        module = f"{name}_" if iskeyword(name) else name.replace("-", "_")
        command: Command = import_module(f"macros.commands.{module}").COMMAND
        command.add_to(commands)
    return parser


def _today() -> dt.date:
    try:
        return today(os.environ)
    except (ValueError, OverflowError, OSError):
        raise UsageError("环境变量 SOURCE_DATE_EPOCH 应是一个秒数") from None


if __name__ == "__main__":
    sys.exit(main())
