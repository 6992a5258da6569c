"""Topics: numbers that nobody answers, matters that nobody knows, and questions that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.topics import MOST_QUESTIONS, depths
from macros.errors import Finding, did_you_mean
from macros.models.places import GROUPS
from macros.models.topics import Topics
from macros.models.town import Town


def topics(town: Town) -> Iterator[Finding]:
    """What is wrong or strange about the topics of a town."""
    yield from _numbers(town)
    yield from _specialities(town)
    yield from _answers(town.topics)
    yield from _reached(town.topics)
    yield from _brought(town)


def _brought(town: Town) -> Iterator[Finding]:
    known = {topic.id: topic for topic in town.topics.topics}
    for group in GROUPS:
        words = getattr(town.site.groups, group)
        for at, one in enumerate(words.topics if words else ()):
            if one in known and not known[one].bring:
                message = f"topics.yml 里 {one} 没有写 bring，场所的页面上就不列这件事"
                yield Finding("site", ("groups", group, "topics", at), message, "warning")


def _numbers(town: Town) -> Iterator[Finding]:
    known = {line.number for line in town.site.hotlines}
    for key in ("topics", "complaints"):
        for number, entry in enumerate(getattr(town.topics, key)):
            for at, one in enumerate(entry.numbers):
                if one not in known:
                    right = did_you_mean(one, known) or "先把它加到 site.yml 的 hotlines"
                    message = f"热线里没有这个号码（写的是 {one}），{right}"
                    yield Finding("topics", (key, number, "numbers", at), message)


def _specialities(town: Town) -> Iterator[Finding]:
    known = {each for person in town.people for each in person.specialities}
    for number, topic in enumerate(town.topics.topics):
        for at, one in enumerate(topic.specialities):
            if one not in known:
                right = did_you_mean(one, known) or "页面上就找不到懂这件事的人"
                message = f"people.yml 里没有人的 specialities 写着 {one}，{right}"
                yield Finding("topics", ("topics", number, "specialities", at), message, "warning")


def _answers(file: Topics) -> Iterator[Finding]:
    known = [*(topic.id for topic in file.topics), *(question.id for question in file.questions)]
    for number, question in enumerate(file.questions):
        for at, answer in enumerate(question.answers):
            if answer.to not in known:
                right = did_you_mean(answer.to, known) or "要写一件事或者一个问题的编号"
                message = f"没有这个去处（写的是 {answer.to}），{right}"
                yield Finding("topics", ("questions", number, "answers", at, "to"), message)


def _reached(file: Topics) -> Iterator[Finding]:
    if not file.questions:
        return
    found = depths(file)
    for key, most in (("topics", MOST_QUESTIONS), ("questions", MOST_QUESTIONS - 1)):
        for number, entry in enumerate(getattr(file, key)):
            if entry.id not in found:
                message = "没有一个回答带到这里，请加到 questions 的 answers 里"
                yield Finding("topics", (key, number, "id"), message, "warning")
            elif found[entry.id] > most:
                message = f"要问 {found[entry.id]} 次才到这里，最多 {most} 次，请排近一点"
                yield Finding("topics", (key, number, "id"), message, "warning")
