"""The quiz as HTML: the day's round, the rounds of other days, and sheets to print."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain import quiz as domain
from macros.domain.edition import Edition
from macros.models.quiz import LETTERS, Question
from macros.models.site import Site
from macros.views.data_script import data_script
from macros.views.structured import structured
from macros.views.templates import render

# Where the questions of a round are, for a script that asks for them.
ROUND = "quiz/rounds/{}.js"


def quiz_round(edition: Edition) -> Markup:
    """The day's round; on later days a script asks for theirs."""
    rounds = domain.rounds(edition.town.quiz.questions)
    number = domain.round_on(edition.today, len(rounds)) if rounds else 0
    return render(
        "quiz-round",
        questions=rounds[number] if rounds else (),
        number=number,
        count=len(rounds),
        file=ROUND.format("#"),
        letters=LETTERS,
        site=edition.town.site,
    )


def quiz_sheets(edition: Edition) -> Markup:
    """The way to all questions: the first sheet of each category."""
    sheets = domain.sheets(edition.town.quiz)
    counts = [
        (sheet, sum(len(one.questions) for one in sheets if one.category == sheet.category))
        for sheet in sheets
        if sheet.number == 1
    ]
    return render("quiz-sheets", sheets=counts)


def quiz_sheet(sheet: domain.Sheet, following: domain.Sheet | None, site: Site) -> Markup:
    """A sheet of questions, and the way to the `following` one."""
    asked = [_as_data(one) for one in sheet.questions]
    about = {"name": sheet.title, "about": sheet.category, "inLanguage": "zh-CN", "hasPart": asked}
    drawn = render("quiz-sheet", sheet=sheet, following=following, letters=LETTERS, site=site)
    return structured("Quiz", about) + drawn


def _as_data(question: Question) -> dict[str, object]:
    answer = {"@type": "Answer", "text": question.answer}
    return {"@type": "Question", "name": question.ask, "acceptedAnswer": answer}


def round_file(questions: tuple[Question, ...]) -> str:
    """The script with the HTML of a round's questions, each behind its id."""
    found = [(one.id, render("quiz-question", question=one, letters=LETTERS)) for one in questions]
    return data_script("quizRound", found)
