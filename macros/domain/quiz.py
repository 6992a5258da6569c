"""Rounds of the quiz: which questions are asked together, on which day, and on which sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from macros.domain.wards import parts
from macros.models.quiz import Question, Quiz

# What somebody answers while the kettle boils.
ROUND = 5
# In large type on one side of a sheet, their answers on the other.
SHEET = 8
# Rounds are counted from the day from which scripts count too.
_FIRST = dt.date(1970, 1, 1)


@dataclass(frozen=True)
class Sheet:
    """Questions of one category on a sheet of paper; `number` of so many sheets of that category."""

    path: str
    category: str
    number: int
    of: int
    questions: tuple[Question, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        more = f"（{self.number}/{self.of}）" if self.of > 1 else ""
        return f"普法问答：{self.category}{more}"


def rounds(questions: Sequence[Question]) -> tuple[tuple[Question, ...], ...]:
    """Every five questions in the order of the file; the last round is filled up with the first ones."""
    if len(questions) <= ROUND:
        return (tuple(questions),) if questions else ()
    cyclic = (*questions, *questions[:ROUND])
    return tuple(cyclic[start : start + ROUND] for start in range(0, len(questions), ROUND))


def round_on(day: dt.date, count: int) -> int:
    """Which of so many rounds is the day's, from 0."""
    return (day - _FIRST).days % count


def sheets(quiz: Quiz) -> tuple[Sheet, ...]:
    """The questions by category, in parts that fit on a sheet each; the first one is `quiz/sheet`."""
    found: list[Sheet] = []
    by_category: dict[str, list[Question]] = {category: [] for category in quiz.categories}
    for question in quiz.questions:
        by_category[question.category].append(question)
    for category, questions in by_category.items():
        shelves = parts(questions, SHEET)
        for number, some in enumerate(shelves, start=1):
            path = f"quiz/sheet-{len(found) + 1}" if found else "quiz/sheet"
            found.append(Sheet(path, category, number, len(shelves), some))
    return tuple(found)
