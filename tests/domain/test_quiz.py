"""Every question is in a round and on a sheet, and a day has one round."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from macros.domain.quiz import ROUND, SHEET, round_on, rounds, sheets
from macros.models.quiz import Quiz
from tests.making import question

DAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 9, 10, 11, 1000])
def test_each_question_is_in_a_round_of_five_different_ones(count: int) -> None:
    questions = [question(f"q{number}") for number in range(count)]
    found = rounds(questions)
    assert {one.id for asked in found for one in asked} == {one.id for one in questions}
    assert len(found) == -(-count // ROUND)
    for asked in found:
        assert len({one.id for one in asked}) == len(asked) == min(ROUND, count)


def test_the_rounds_go_by_the_order_of_the_file() -> None:
    found = rounds([question(f"q{number}") for number in range(7)])
    assert [[one.id for one in asked] for asked in found] == [
        ["q0", "q1", "q2", "q3", "q4"],
        ["q5", "q6", "q0", "q1", "q2"],
    ]


def test_every_round_has_its_turn_one_day_after_the_other() -> None:
    turns = [round_on(DAY + dt.timedelta(days=number), 7) for number in range(14)]
    assert sorted(turns[:7]) == list(range(7))
    assert turns[:7] == turns[7:]
    assert [turn - before in (1, -6) for before, turn in pairwise(turns)] == [True] * 13


def test_sheets_part_the_questions_of_a_category_and_the_first_has_the_plain_address() -> None:
    many = [question(f"q{number}") for number in range(SHEET + 1)]
    quiz = Quiz(categories=("防骗", "山林", "家里"), questions=(*many, question("s", category="家里")))
    found = sheets(quiz)
    assert [(sheet.path, sheet.title, len(sheet.questions)) for sheet in found] == [
        ("quiz/sheet", "普法问答：防骗（1/2）", 4),
        ("quiz/sheet-2", "普法问答：防骗（2/2）", 5),
        ("quiz/sheet-3", "普法问答：家里", 1),
    ]
    assert sheets(Quiz()) == ()
