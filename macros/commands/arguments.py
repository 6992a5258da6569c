"""How fahu is called, and what it answers in Chinese when it is called wrongly."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from macros.errors import did_you_mean
from macros.models.dates import Day, PartialDate

# Farther away nothing is planned, and a slip such as 20226 would only keep the machine busy.
FIRST_YEAR, LAST_YEAR = 2000, 2100
_DAY: TypeAdapter[dt.date] = TypeAdapter(Day)


class UsageError(Exception):
    """The command can't do what it was asked; the text says why, in one line."""


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese, in its help and about mistakes; `options` is its group of options."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "add_help": False, "allow_abbrev": False, "formatter_class": _Help})
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Never returns; raises what is wrong in Chinese."""
        raise UsageError(f"{_chinese(message)}；用法见 {self.prog} -h")


@dataclass(frozen=True)
class Command:
    """One word after fahu: its help, its own options, and what it does on which day."""

    name: str
    help: str
    add_options: Callable[[Parser], None]
    run: Callable[[argparse.Namespace, dt.date], int]
    more: str = ""

    def add_to(self, commands: Any) -> None:
        """Nothing; makes the command known to argparse's sub-commands."""
        parser = commands.add_parser(self.name, help=self.help, description=self.help, epilog=self.more)
        self.add_options(parser)
        folder = Path(os.environ.get("FAHU_DATA") or "data")
        parser.options.add_argument(
            "--data", type=Path, default=folder, metavar="文件夹", help="数据文件夹，不写就是 data"
        )
        parser.set_defaults(run=self.run)


def _chinese(message: str) -> str:
    argument, _, said = message.removeprefix("argument ").partition(": ")
    if found := re.match(r"invalid choice: '(.*)' \(choose from (.*)\)", said):
        known = re.findall(r"[\w-]+", found[2])
        near = did_you_mean(found[1], known) or f"可以写 {'、'.join(known)}"
        return f"没有 {found[1]} 这个{argument}，{near}"
    if message.startswith("the following arguments are required"):
        return f"少了 {said}"
    if message.startswith("unrecognized arguments"):
        return f"不认识 {said}"
    if said.startswith("expected"):
        return f"{argument} 后面要写一个值"
    if said.startswith("ignored explicit argument"):
        return f"{argument} 后面不写值"
    return f"{argument} {said}" if re.search("[一-鿿]", said) else f"写得不对（{message}）"


def _refused(text: str, problem: PydanticCustomError | ValidationError) -> argparse.ArgumentTypeError:
    context = problem.errors()[0]["ctx"] if isinstance(problem, ValidationError) else problem.context
    return argparse.ArgumentTypeError(f"{(context or {}).get('message', '写得不对')}（写的是 {text}）")


def _within(date: dt.date, text: str) -> dt.date:
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"年份要在 {FIRST_YEAR} 到 {LAST_YEAR} 之间（写的是 {text}）")
    return date


def day(text: str) -> dt.date:
    """The day typed after an option."""
    try:
        return _within(_DAY.validate_python(text), text)
    except ValidationError as problem:
        raise _refused(text, problem) from None


def _partial(text: str, example: str) -> PartialDate:
    wrong = argparse.ArgumentTypeError(f"应写成 {example} 的样子（写的是 {text}）")
    try:
        found = PartialDate.parse(text)
    except PydanticCustomError as problem:
        raise (_refused(text, problem) if "月份" in problem.message() else wrong) from None
    if (found.month is not None, found.day is not None) != ("-" in example, False):
        raise wrong
    _within(dt.date(max(found.year, 1), 1, 1), text)
    return found


def month(text: str) -> PartialDate:
    """The month typed after an option."""
    return _partial(text, "2027-01")


def year(text: str) -> int:
    """The year typed after an option."""
    return _partial(text, "2027").year


def one_of(*words: str) -> Callable[[str], str]:
    """A type of argument: one of the words."""

    def chosen(text: str) -> str:
        if text not in words:
            raise argparse.ArgumentTypeError(f"没有 {text} 这种写法，可以写 {'、'.join(words)}")
        return text

    return chosen


def add_format(parser: Parser, words: Iterable[str], help: str) -> None:
    """Nothing; adds the option --format, whose first word is the usual one."""
    words = list(words)
    parser.options.add_argument(
        "--format", type=one_of(*words), default=words[0], metavar="|".join(words), help=help
    )
