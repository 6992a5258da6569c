"""The quiz as pages and files: small at any number of questions."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re

from macros.domain.quiz import round_on
from macros.models.quiz import Question, Quiz
from macros.models.town import Town
from macros.subjects.quiz import QUIZ
from macros.views.quiz import quiz_round, quiz_sheets
from macros.views.weight import elements
from tests.making import edition, question
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)


def town(*questions: Question) -> Town:
    return TOWN.model_copy(update={"quiz": Quiz(categories=("防骗",), questions=questions)})


def files(quizzed: Town) -> dict[str, list[list[str]]]:
    """The questions of each round's file, as ids and HTML."""
    made = QUIZ.files(edition(quizzed, DAY), "")
    return {
        path: json.loads(content.decode().removeprefix("fahu.quizRound=").rstrip(";\n"))
        for path, content in made
    }


def test_a_thousand_questions_make_pages_of_the_same_size() -> None:
    found = town(*(question(f"q{number}") for number in range(1000)))
    day = edition(found, DAY)
    parts = [quiz_round(day) + quiz_sheets(day), *(page.html() for page in QUIZ.pages(day))]
    assert len(parts) == 126
    assert max(map(elements, parts)) < 250
    assert max(len(gzip.compress(html.encode())) for html in parts) < 8_000
    rounds = files(found)
    assert len(rounds) == 200
    assert {name for asked in rounds.values() for name, _ in asked} == {
        one.id for one in found.quiz.questions
    }


def test_the_file_of_a_round_holds_what_the_page_would() -> None:
    found = town(*(question(f"q{number}") for number in range(7)))
    html = quiz_round(edition(found, DAY))
    asked = files(found)[f"quiz/rounds/{round_on(DAY, 2)}.js"]
    assert len(asked) == 5
    assert all(one in html for _, one in asked)


def test_machines_read_each_question_of_a_sheet_with_its_answer() -> None:
    (sheet,) = QUIZ.pages(edition(town(question()), DAY))
    (data,) = re.findall(r"ld\+json\">(.*?)</script>", sheet.html())
    about = json.loads(data)
    assert about["@type"] == "Quiz"
    assert about["hasPart"] == [
        {"@type": "Question", "name": "q怎么办？", "acceptedAnswer": {"@type": "Answer", "text": "报警"}}
    ]


def test_a_town_without_questions_says_so() -> None:
    day = edition(town(), DAY)
    assert "题目正在准备" in quiz_round(day)
    assert list(QUIZ.pages(day)) == []
    assert files(town()) == {}


def test_a_question_that_is_a_sample_says_so() -> None:
    assert "示例" in quiz_round(edition(town(question(sample="true")), DAY))
