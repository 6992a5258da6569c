"""What can be wrong with the data, where, and how a clerk is told."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic_core import PydanticCustomError

Level = Literal["error", "warning", "notice"]
# More would only bury the first, which is often the cause of the others.
MOST_TOLD = 100
LEVEL_NAMES: dict[Level, str] = {"error": "错误", "warning": "提醒", "notice": "说明"}


@dataclass(frozen=True, order=True)
class Problem:
    """One line for the clerk: a place in a file and a Chinese sentence about it."""

    file: str
    line: int
    column: int
    where: str
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        level = "" if self.level == "error" else LEVEL_NAMES[self.level]
        parts = (f"{self.file}:{self.line}:{self.column}", level, self.where, self.message)
        return one_line(": ".join(part for part in parts if part))

    def annotation(self) -> str:
        """The same line as a GitHub Actions workflow command."""
        text = one_line(f"{self.where}: {self.message}" if self.where else self.message).replace("%", "%25")
        # A comma would end the name.
        file = one_line(self.file).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        return f"::{self.level} file={file},line={self.line},col={self.column}::{text}"


def printable(text: str) -> str:
    """The text with escapes such as `\\x1b` for what a terminal would obey, or not show."""
    # Wide and other blanks aren't printable for Python, but harmless.
    return "".join(
        sign if sign.isprintable() or sign == "\n" or unicodedata.category(sign) == "Zs" else _escape(sign)
        for sign in text
    )


def one_line(text: str) -> str:
    """The text as `printable`, its line ends escaped too."""
    return printable(text).replace("\n", "\\n")


def _escape(sign: str) -> str:
    return sign.encode("unicode_escape").decode()


def told(problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted: a hundred of each file, errors before reminders, and a line about the rest."""
    by_file: dict[str, list[Problem]] = {}
    for problem in sorted(set(problems), key=lambda one: (one.level != "error", one)):
        by_file.setdefault(one_line(problem.file), []).append(problem)
    kept = [problem for listed in by_file.values() for problem in listed[:MOST_TOLD]]
    kept += [_more(listed[MOST_TOLD:]) for listed in by_file.values() if len(listed) > MOST_TOLD]
    return sorted(kept)


def _more(rest: list[Problem]) -> Problem:
    first = rest[0]
    return Problem(
        first.file, first.line, first.column, "", f"还有 {len(rest)} 处，改好上面的再看", first.level
    )


class DataError(Exception):
    """The data can't be published; `problems` says why, sorted, a hundred of each file at most."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(told(problems))
        super().__init__("\n".join(map(str, self.problems)))


def wrong(
    message: str, *, right: str = "", at: str = "", near: tuple[str, Iterable[str]] | None = None
) -> PydanticCustomError:
    """An error for pydantic validators to raise.

    `message` says what is wrong and `right` what would be right; the loader adds
    what was written between them. A validator of a whole entry names the key it
    means in `at`. `near` is a word and the known ones, to be compared only when
    the error is told and nothing else is right.
    """
    context = {"message": message, "right": right, "at": at, "near": near}
    return PydanticCustomError("fahu", "{message}", context)


def similar(word: str, known: Iterable[str], cutoff: float = 0.65) -> list[str]:
    """The one or two known words most like this one."""
    # One of two Chinese characters is near; ids that only end alike are not.
    return difflib.get_close_matches(word, list(known), n=2, cutoff=0.5 if len(word) < 4 else cutoff)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint such as `是不是想写 aiguo？`, or an empty string when nothing is near."""
    return perhaps(similar(word, known))


def perhaps(words: Sequence[str]) -> str:
    """A hint at these words, or an empty string when there are none."""
    return f"是不是想写 {' 或 '.join(words)}？" if words else ""


@dataclass(frozen=True)
class Finding:
    """A mistake that shows only when entries are seen together; the loader knows its line."""

    subject: str
    loc: tuple[str | int, ...]
    message: str
    level: Level = "error"
