"""What can be wrong with the data, where, and how a clerk is told."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import PydanticCustomError

from macros.glossary import explained, keys_called, values_called

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
        text = one_line(f"{self.where}: {self.message}" if self.where else self.message)
        text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return f"::{self.level} file={one_line(self.file)},line={self.line},col={self.column}::{text}"


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
    return sign.encode("unicode_escape").decode("ascii")


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


def nearest(word: str, known: Iterable[str], alike: float = 0.65) -> list[str]:
    """The one or two known words most like this one."""
    # One of two Chinese characters is near; ids that only end alike are not.
    return difflib.get_close_matches(word, list(known), n=2, cutoff=0.5 if len(word) < 4 else alike)


def nearest_keys(word: str, keys: Sequence[str]) -> list[str]:
    """The keys that were probably meant by one that isn't known, or by its Chinese name."""
    # `person` isn't a slip of the pen for `reason`.
    return keys_called(word, keys) or nearest(word.lower(), keys, alike=0.7)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint such as `是不是想写 aiguo？`, or an empty string when nothing is near."""
    return _perhaps(nearest(word, known))


def _perhaps(words: Sequence[str]) -> str:
    return f"是不是想写 {' 或 '.join(words)}？" if words else ""


@dataclass(frozen=True)
class Finding:
    """A mistake that shows only when entries are seen together; the loader knows its line."""

    subject: str
    loc: tuple[str | int, ...]
    message: str
    level: Level = "error"


@dataclass(frozen=True)
class Told:
    """What pydantic found, in Chinese; `at` is the key of the entry that is meant."""

    message: str
    right: str = ""
    at: str = ""


_ONE_VALUE = Told("这里要写一个值，不能是列表或几行“键: 值”")
_A_LIST = Told("这里要写成列表", "每项一行，前面是 - 和空格")
_PAIRS = Told("这里要写成几行“键: 值”")
_TYPES: dict[str, Told] = {
    "tuple_type": _A_LIST,
    "list_type": _A_LIST,
    "set_type": _A_LIST,
    "frozen_set_type": _A_LIST,
    "model_type": _PAIRS,
    "model_attributes_type": _PAIRS,
    "dict_type": _PAIRS,
    "mapping_type": _PAIRS,
    "dataclass_type": _PAIRS,
}
_BOUNDS: dict[str, tuple[str, str]] = {
    "string_too_long": ("文字太长", "最多 {max_length} 字"),
    "string_too_short": ("文字太短", "至少 {min_length} 字"),
    "too_long": ("项数太多", "最多 {max_length} 项"),
    "too_short": ("项数太少", "至少要有 {min_length} 项"),
    "greater_than": ("数字太小", "要大于 {gt}"),
    "greater_than_equal": ("数字太小", "至少是 {ge}"),
    "less_than": ("数字太大", "要小于 {lt}"),
    "less_than_equal": ("数字太大", "最多是 {le}"),
}


def explain(kind: str, ctx: Mapping[str, Any], *, key: str, written: str, keys: Sequence[str]) -> Told:
    """The Chinese wording of an error of pydantic's own, or of one made by `wrong`.

    `key` is the last name of the place, `written` the text there (empty for a list
    or an entry), `keys` are the names the entry may have.
    """
    if kind == "fahu":
        near = did_you_mean(*ctx["near"]) if ctx["near"] else ""
        return Told(ctx["message"], ctx["right"] or near, ctx["at"])
    if kind == "missing":
        return Told(f"少了 {key} 这一项")
    if kind == "extra_forbidden":
        return Told(
            f"不认识 {key} 这一项", _perhaps(nearest_keys(key, keys)) or f"这里可以写 {'、'.join(keys)}"
        )
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(ctx["expected"]))
        word = written.strip()
        near = _perhaps(values_called(word, allowed)) or did_you_mean(word.lower(), allowed)
        right = f"{near}只能写 {'、'.join(map(explained, allowed))}"
        return Told("没有这种写法", right)
    if kind in _BOUNDS:
        message, right = _BOUNDS[kind]
        return Told(message, right.format(**ctx))
    if told := _TYPES.get(kind):
        return _shaped(told, written)
    said = str(ctx.get("error", ""))
    if re.search("[一-鿿]", said):
        return Told(said)
    return _ONE_VALUE if kind.endswith("_type") or kind == "is_instance_of" else Told("这里写得不对")


def _shaped(told: Told, written: str) -> Told:
    if told is _A_LIST and (items := _items(written)):
        return Told(told.message, f"加上半角方括号，例如 [{', '.join(items)}]")
    if told is _PAIRS and re.search("[:：]", written):
        return Told(told.message, "冒号要用半角 : ，后面空一格")
    return told


def _items(written: str) -> list[str]:
    """What a list written as one text seems to hold; nothing where it has colons of its own."""
    if re.search("[:：]", written):
        return []
    return [item for part in re.split("[、，,;；]", written) if (item := part.strip(" 【】[]［］"))]
