"""fahu check: everything that is wrong or remarkable about the data."""

from __future__ import annotations

import argparse
import datetime as dt

from macros.checked import checked
from macros.commands.arguments import Command, Parser
from macros.commands.loading import require
from macros.commands.output import report
from macros.domain.duty import shifts
from macros.domain.duty.holidays import WAITING
from macros.domain.duty.segments import segment_on
from macros.domain.duty.shift import Shift
from macros.domain.edition import HORIZON
from macros.errors import DataError, Finding
from macros.models.duty import Duty
from macros.models.town import FILES, Town


def _options(parser: Parser) -> None:
    parser.options.add_argument(
        "--strict-holidays",
        action="store_true",
        help="要显示的班次里，有哪一年的放假安排还没公布，就算错误",
    )


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    require(arguments.data)
    try:
        found = checked(arguments.data, today)
    except DataError as error:
        report(error.problems)
        return 1
    loaded, problems = found.loaded, found.problems
    if arguments.strict_holidays:
        refused = not_announced(loaded.town, today, today + HORIZON)
        problems = sorted([*problems, *map(loaded.problem, refused)])
    report(problems)
    if any(problem.level == "error" for problem in problems):
        return 1
    print(f"没有发现错误（{summary(loaded.town)}）")
    return 0


def not_announced(town: Town, first: dt.date, last: dt.date) -> list[Finding]:
    """A mistake for each segment of a rotation with shifts in a year without a published notice."""
    found: dict[tuple[int, tuple[str | int, ...]], list[Shift]] = {}
    for shift in shifts(town, first, last):
        if not shift.announced:
            found.setdefault((shift.date.year, _loc(town.duty, shift)), []).append(shift)
    return [
        Finding("duty", loc, f"{year}年{WAITING}，从 {held[0].date} 起有 {len(held)} 个班次还不能确定")
        for (year, loc), held in found.items()
    ]


def _loc(duty: Duty, shift: Shift) -> tuple[str | int, ...]:
    for number, rotation in enumerate(duty.rotations):
        if rotation.id == shift.rotation:
            return ("rotations", number, "segments", segment_on(rotation, shift.date).number, "from")
    number = next(n for n, temporary in enumerate(duty.temporary) if temporary.id == shift.rotation)
    return ("temporary", number, "from")


def summary(town: Town) -> str:
    """What there is of everything."""
    return "，".join(f"{len(file.entries(town))} {file.counted[1]}" for file in FILES if file.counted)


COMMAND = Command("check", "检查数据，列出所有错误", _options, _run)
