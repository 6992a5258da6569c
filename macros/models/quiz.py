"""Quiz: questions with choices, the right one among them, and the law that makes it right."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from macros.errors import did_you_mean, wrong
from macros.models.base import Flag, Id, Labels, Line, Model, Text
from macros.models.data_file import DataFile, PageAt
from macros.models.law import Law
from macros.models.reference import Names, Ref

CATEGORIES = Names()
# What choices are called, on the screen and on paper.
LETTERS = "甲乙丙丁"
# What fits below a question on a phone, and on the back of a sheet.
LONGEST_ASK, LONGEST_REASON = 140, 280


class Question(Model):
    """A question; `answer` repeats the right choice, so that moving choices about makes nothing wrong."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "category": "类别",
        "ask": "题目",
        "choices": "选项",
        "answer": ("答案", "第几个选项"),
        "reason": "为什么",
        "law": "依据",
        "sample": "是示例",
    }

    id: Id
    category: Annotated[Line, Ref(CATEGORIES, "题目类别")]
    ask: Line = Field(max_length=LONGEST_ASK)
    choices: tuple[Line, ...] = Field(min_length=2, max_length=len(LETTERS))
    answer: Line
    reason: Text = Field(max_length=LONGEST_REASON)
    law: Law
    sample: Flag = False

    @model_validator(mode="after")
    def _has_one_right_choice(self) -> Question:
        if len(set(self.choices)) < len(self.choices):
            raise wrong("有两个选项一模一样", at="choices")
        if self.answer not in self.choices:
            right = did_you_mean(self.answer, self.choices) or "要照抄 choices 里的一个选项"
            raise wrong("答案不在选项里", right=right, at="answer")
        return self

    @property
    def letter(self) -> str:
        """What the right choice is called."""
        return LETTERS[self.choices.index(self.answer)]


class Quiz(Model):
    """The file quiz.yml."""

    labels: ClassVar[Labels] = {
        "categories": "类别",
        "questions": "题目",
    }

    categories: Annotated[tuple[Line, ...], CATEGORIES] = ()
    questions: tuple[Question, ...] = ()


QUIZ = DataFile(
    "quiz",
    "答题",
    Quiz,
    optional=True,
    counted=("questions", "道题"),
    pages=(PageAt("quiz", "答题", "quiz.html"),),
)
