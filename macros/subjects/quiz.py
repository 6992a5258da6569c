"""quiz.yml on the site: the day's round, a file for each other one, sheets to print."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from macros.domain.edition import Edition
from macros.domain.quiz import rounds, sheets
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Made, Subject, page
from macros.views.quiz import ROUND, quiz_round, quiz_sheet, quiz_sheets, round_file
from macros.views.search import Entry


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    found = sheets(edition.town.quiz)
    for sheet, following in zip_longest(found, found[1:]):
        made = page(sheet.path, sheet.title, quiz_sheet, sheet, following, edition.town.site)
        yield made.described("".join(one.ask for one in sheet.questions)).below("答题", "quiz.html")


def _files(edition: Edition, _address: str) -> Iterator[Made]:
    for number, questions in enumerate(rounds(edition.town.quiz.questions)):
        yield ROUND.format(number), round_file(questions).encode()


def _entries(town: Town) -> Iterator[Entry]:
    for sheet in sheets(town.quiz):
        for question in sheet.questions:
            address = f"{sheet.path}.html#question-{question.id}"
            # By its text: whoever has the trouble that a question is about finds who helps first.
            yield Entry(sheet.title, "答题", address, (), " ".join((question.ask, *question.choices)))


QUIZ = Subject(
    "quiz",
    macros={"quiz_round": quiz_round, "quiz_sheets": quiz_sheets},
    pages=_pages,
    files=_files,
    entries=_entries,
)
