"""Topics: who knows about one, the way to it by questions, and the doors of the home page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.domain.shift_view import ShiftView
from macros.models.law import Law
from macros.models.people import Person
from macros.models.site import Hotline, Site
from macros.models.topics import Question, Topics
from macros.models.town import Town

# At most so many questions lead to a topic.
MOST_QUESTIONS = 3


@dataclass(frozen=True)
class DoorView:
    """A door of the home page, with the words of its topic where it has none of its own."""

    title: str
    hint: str
    law: Law | None
    address: str
    urgent: bool


def doors(town: Town) -> tuple[DoorView, ...]:
    """The doors in their order; the town's checks have seen that each leads somewhere."""
    known = {topic.id: topic for topic in town.topics.topics}
    found = []
    for door in town.site.doors:
        topic = known.get(door.to)
        hint = door.hint or (topic.hint if topic else "")
        law = door.law or (topic.law if topic and not door.hint else None)
        title = door.title or (topic.title if topic else "")
        found.append(DoorView(title, hint, law, town.addresses[door.to], door.urgent))
    return tuple(found)


def knows(person: Person, matters: Collection[str]) -> bool:
    """Whether one of the matters is theirs; what somebody is, as 专职调解员, is a matter too."""
    return not {person.role_name, *person.specialities}.isdisjoint(matters)


def knowing(shifts: Iterable[ShiftView], matters: Collection[str]) -> Iterator[ShiftView]:
    """The duties on which somebody is there who knows about one of the matters."""
    return (
        shift
        for shift in shifts
        if shift.state == "on" and any(knows(person, matters) for person in shift.people)
    )


def numbers(site: Site, wanted: Iterable[str]) -> tuple[Hotline, ...]:
    """The hotlines with these numbers, in this order."""
    known = {line.number: line for line in site.hotlines}
    return tuple(known[number] for number in wanted if number in known)


def depths(topics: Topics) -> Mapping[str, int]:
    """How many questions are asked before each question and topic, by the shortest way, by its id."""
    by_id: Mapping[str, Question] = {question.id: question for question in topics.questions}
    found: dict[str, int] = {}
    wave = [topics.questions[0].id] if topics.questions else []
    depth = 0
    while wave:
        new = [each for each in dict.fromkeys(wave) if each not in found]
        found |= dict.fromkeys(new, depth)
        wave = [answer.to for each in new if each in by_id for answer in by_id[each].answers]
        depth += 1
    return found
