"""Whatever happens to the real data, it loads or is refused in Chinese, with file and line."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from macros.errors import DataError, Problem
from macros.load import build
from macros.load.media import Media
from macros.load.text_files import TextFile, gather, parse
from macros.models.town import FILES

DATA = Path(__file__).parents[2] / "data"
TIMES = 200
FULL_WIDTH = str.maketrans(":-,[]{}#\"'0123456789 ", "：－，［］｛｝＃“‘０１２３４５６７８９\u3000")
SPICE: tuple[str, ...] = (
    *"\t\r\n\0\x07:：#&*!|>%@`'\"[]{},?-－　“”\\~",
    "\ufeff",
    "\u200b",
    "\u2028",
    "\U0001f600",
    ": ",
    " #x",
    "- ",
    "---\n",
)


def swap_lines(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


def drop_lines(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    del lines[start : start + dice.randint(1, 3)]
    return "".join(lines)


def repeat_lines(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    lines[start:start] = lines[start : start + dice.randint(1, 9)]
    return "".join(lines)


def indent_line(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    lines[at] = (
        dice.choice(("  ", " ", "\t", "\u3000")) + lines[at] if dice.random() < 0.5 else lines[at].lstrip()
    )
    return "".join(lines)


def full_width(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    end = at + dice.randint(1, 30)
    return text[:at] + text[at:end].translate(FULL_WIDTH) + text[end:]


def insert(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + dice.choice(SPICE) + text[at:]


def drop_characters(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at + dice.randint(1, 4) :]


def cut(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text))]


def move_words(text: str, dice: random.Random) -> str:
    words = re.findall(r"[^\s,:\[\]{}]+", text)
    return str.replace(text, dice.choice(words), dice.choice(words), dice.randint(1, 2))


WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    swap_lines,
    drop_lines,
    repeat_lines,
    indent_line,
    full_width,
    insert,
    drop_characters,
    cut,
    move_words,
)


@pytest.fixture(scope="module")
def texts() -> dict[str, TextFile]:
    called = {subject.path: subject.called for subject in FILES}
    return gather(DATA, called, {subject.path for subject in FILES if subject.optional})


def told(texts: dict[str, TextFile], media: Mapping[str, str]) -> tuple[Problem, ...]:
    try:
        build(texts, media)
    except DataError as error:
        return error.problems
    return ()


@pytest.mark.parametrize("name", sorted(path.stem for path in DATA.glob("*.yml")))
def test_a_mutated_file_loads_or_is_refused(name: str, texts: dict[str, TextFile]) -> None:
    dice = random.Random(name)
    text = (DATA / f"{name}.yml").read_text("utf-8")
    media, file = Media(DATA), f"data/{name}.yml"
    refused = 0
    for _ in range(TIMES):
        mutated = text
        for _ in range(dice.choice((1, 1, 1, 2, 5))):
            mutated = dice.choice(WAYS)(mutated, dice) or text
        data = bytearray(mutated.encode())
        if dice.random() < 0.05:
            data[dice.randrange(len(data))] = dice.randrange(256)
        problems = told({**texts, name: parse(bytes(data), file)}, media)
        refused += bool(problems)
        for problem in problems:
            assert (DATA.parent / problem.file).is_file(), problem
            assert problem.line >= 1, problem
            assert problem.file != file or problem.line <= len(re.split(b"\r|\n", data)), problem
            assert problem.column >= 1, problem
            assert re.search("[一-鿿]", problem.message), problem
            assert "\n" not in str(problem), problem
    assert refused > TIMES / 4
