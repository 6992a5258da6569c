"""遇事找法: the way to a topic, and everything about one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.hotlines import urgent
from macros.domain.time_limit import LastDay, last_day, off_days
from macros.domain.topics import numbers
from macros.models.topics import ASK, Answer, Limit, Question, Topic
from macros.models.town import Town
from macros.views.templates import render
from macros.views.topic_help import topic_help


@dataclass(frozen=True)
class Choice:
    """An answer with the page it leads to."""

    text: str
    hint: str
    address: str


@dataclass(frozen=True)
class Counted:
    """A term with an example that is worked out, for whoever has no scripts."""

    limit: Limit
    start: dt.date
    example: LastDay


def topic_list(edition: Edition) -> Markup:
    """The first question, every topic, and what helps above the town."""
    file, site = edition.town.topics, edition.town.site
    first = file.questions[0] if file.questions else None
    return render(
        "topic-list",
        question=first,
        choices=_choices(edition.town, first.answers) if first else (),
        topics=file.topics,
        elsewhere=site.elsewhere,
        mediation=file.mediation is not None,
        complaints=bool(file.complaints),
    )


def question_page(edition: Edition, question: Question) -> Markup:
    """One question on the way to a topic."""
    return render("topic-question", question=question, choices=_choices(edition.town, question.answers))


def topic_page(edition: Edition, topic: Topic) -> Markup:
    """Everything about one topic."""
    town = edition.town
    lines = numbers(town.site, topic.numbers)
    return render(
        "topic-page",
        topic=topic,
        danger=urgent(town.site.hotlines)[:1] if topic.danger else (),
        first=lines[0] if lines else town.site.hotlines[0],
        hotlines=lines,
        help=topic_help(edition, topic.specialities, "找谁问"),
        limits=time_limits(edition, topic.limits),
        elsewhere=bool(town.site.elsewhere),
        mediation=town.topics.mediation is not None and any(road.kind == "mediation" for road in topic.roads),
        complaints=bool(town.topics.complaints),
    )


def time_limits(edition: Edition, limits: Iterable[Limit]) -> Markup:
    """Terms that the reader's own day is put into, each with the rule and an example; nothing without any."""
    calendar = edition.resolved.calendar
    start = edition.today.replace(day=1)
    return render(
        "time-limit",
        limits=[Counted(limit, start, last_day(limit, start, calendar)) for limit in limits],
        counting=edition.town.topics.counting,
        years=" ".join(map(str, sorted(year for year in calendar.years if year >= start.year - 1))),
        days=" ".join(f"{day:%Y%m%d}{'' if off else '+'}" for day, off in off_days(calendar, edition.today)),
        hotline=edition.town.site.hotlines[0],
    )


def _choices(town: Town, answers: Iterable[Answer]) -> tuple[Choice, ...]:
    topics = {topic.id: topic for topic in town.topics.topics}
    found = []
    for answer in answers:
        topic = topics.get(answer.to)
        hint = answer.hint or (topic.hint if topic else "")
        address = f"topics/{answer.to}.html" if topic else f"topics/{ASK}{answer.to}.html"
        found.append(Choice(answer.text, hint, address))
    return tuple(found)
