"""Questions in the terminal, asked again until the answer can be used."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from pydantic_core import PydanticCustomError

from macros.commands.arguments import UsageError, day
from macros.domain.days import ONE_DAY
from macros.errors import one_line
from macros.models.base import narrow
from macros.models.dates import Session

_T = TypeVar("_T")
# What clerks say of the days next to this one.
_SOON = {"今天": 0, "明天": 1, "后天": 2, "大后天": 3}
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")


class NotUsableError(Exception):
    """The answer can't be used; the text says why, in Chinese."""


class StoppedError(Exception):
    """Nobody answers any more."""


def ask(question: str, understood: Callable[[str], _T], *, usual: str | None = None) -> _T:
    """The answer to a question as it is understood; an empty one is the usual one, where there is one."""
    while True:
        try:
            answer = input(f"{question} ").strip()
        except EOFError:
            raise StoppedError from None
        if not answer and usual is None:
            print("  这一项要写")
            continue
        try:
            return understood(answer or usual or "")
        except (NotUsableError, UsageError) as why:
            print(one_line(f"  {why}"))


def choose(question: str, options: Sequence[tuple[str, _T]]) -> _T:
    """The option that was chosen by its number; the only one without a question."""
    if len(options) == 1:
        print(f"{question} {options[0][0]}")
        return options[0][1]
    print(question)
    for number, (words, _) in enumerate(options, 1):
        print(f"  {number}. {words}")

    def one(answer: str) -> _T:
        answer = narrow(answer)
        named = [option for words, option in options if words == answer]
        if len(named) == 1:
            return named[0]
        if not (answer.isdecimal() and 1 <= int(answer) <= len(options)):
            raise NotUsableError(f"请写前面的数字，1 到 {len(options)}")
        return options[int(answer) - 1][1]

    return ask("写数字：", one)


def text(answer: str) -> str:
    """Any text."""
    return answer


def a_day(today: dt.date) -> Callable[[str], dt.date]:
    """Understands a day: 明天, 12月5日 (the next one), 2026-12-05."""

    def understood(answer: str) -> dt.date:
        answer = narrow(answer)
        if answer in _SOON:
            return today + _SOON[answer] * ONE_DAY
        if found := _MONTH_DAY.fullmatch(answer):
            return _next(int(found[1]), int(found[2]), today)
        try:
            return day(answer)
        except argparse.ArgumentTypeError as why:
            raise NotUsableError(str(why)) from None

    return understood


def hours(answer: str) -> str:
    """Hours as they are typed, such as 13:30-16:00; nothing where nothing is typed."""
    if not answer:
        return ""
    try:
        Session.parse(answer)
    except PydanticCustomError as problem:
        told = problem.context or {}
        right = told.get("right")
        raise NotUsableError(f"{told.get('message')}{f'，{right}' if right else ''}") from None
    return answer


def _next(month: int, day: int, today: dt.date) -> dt.date:
    for year in (today.year, today.year + 1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            break
        if found >= today:
            return found
    raise NotUsableError("没有这一天")
