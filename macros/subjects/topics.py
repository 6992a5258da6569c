"""topics.yml on the site: a page for each topic and each question, mediation, and how to complain."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.topics import ASK
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Made, Subject, page
from macros.views.mediation import complaints, mediation
from macros.views.search import Entry
from macros.views.topic_help import help_files
from macros.views.topics import question_page, topic_list, topic_page


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    file = edition.town.topics
    for topic in file.topics:
        yield page(f"topics/{topic.id}", topic.title, topic_page, edition, topic)
    # The first question stands on the page of the menu.
    for question in file.questions[1:]:
        yield page(f"topics/{ASK}{question.id}", question.ask, question_page, edition, question)


def _files(edition: Edition, _: str) -> Iterator[Made]:
    return help_files(edition)


def _entries(town: Town) -> Iterator[Entry]:
    for topic in town.topics.topics:
        yield Entry(topic.title, "遇事找法", f"topics/{topic.id}.html", (), topic.hint, topic.says)
    if town.topics.mediation:
        yield Entry(
            "请人调解", "页面", "mediation.html", ("人民调解", "司法确认"), town.topics.mediation.lead.text
        )
    for complaint in town.topics.complaints:
        yield Entry(f"怎么投诉：{complaint.title}", "页面", "complain.html")


TOPICS = Subject(
    "topics",
    macros={"topic_list": topic_list, "mediation": mediation, "complaints": complaints},
    pages=_pages,
    files=_files,
    entries=_entries,
)
