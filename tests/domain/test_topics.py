"""Who knows about a topic, the words of doors, and how many questions lead to it."""

from __future__ import annotations

import datetime as dt

from macros.domain.topics import MOST_QUESTIONS, depths, doors, knowing, numbers
from macros.models.site import Door
from macros.models.town import Town
from tests.making import edition
from tests.second_town import TOWN


def with_doors(*entries: dict[str, str]) -> Town:
    found = tuple(Door.model_validate(entry) for entry in entries)
    return TOWN.model_copy(update={"site": TOWN.site.model_copy(update={"doors": found})})


def test_a_door_to_a_topic_has_its_words_unless_it_has_its_own() -> None:
    own, other = doors(with_doors({"to": "pay"}, {"to": "pay", "title": "要工钱", "hint": "先记下来"}))
    assert (own.title, own.hint, own.address) == ("工头不给钱", "干完活拿不到工钱", "topics/pay.html")
    assert (other.title, other.hint, other.address) == ("要工钱", "先记下来", "topics/pay.html")


def test_a_door_elsewhere_keeps_its_words() -> None:
    (door,) = doors(with_doors({"to": "duty", "title": "问律师", "hint": "看值班"}))
    assert (door.title, door.hint, door.address) == ("问律师", "看值班", "duty.html")


def test_only_duties_of_somebody_who_knows_are_named() -> None:
    roster = edition(TOWN, dt.date(2026, 11, 23)).roster
    by_id = {topic.id: topic for topic in TOWN.topics.topics}
    found = list(knowing(roster.shifts, by_id["forest"].specialities))
    assert found
    assert all(shift.state == "on" for shift in found)
    assert all("山林土地" in {one for each in shift.people for one in each.specialities} for shift in found)
    # Nobody is said to know about it.
    assert list(knowing(roster.shifts, by_id["swindle"].specialities)) == []


def test_numbers_come_in_the_topics_own_order() -> None:
    assert [line.number for line in numbers(TOWN.site, ["110", "12345", "999"])] == ["110", "12345"]


def test_every_topic_of_both_towns_is_reached_by_three_questions(town: Town) -> None:
    for each in (town, TOWN):
        found = depths(each.topics)
        assert {topic.id for topic in each.topics.topics} <= found.keys()
        assert max(found.values()) <= MOST_QUESTIONS


def test_all_topics_of_the_guide_are_there(town: Town) -> None:
    guide = {
        "marriage", "domestic-violence", "neighbour", "land-contract", "homestead", "wages", "work-injury",
        "traffic", "fraud", "consumer", "inheritance", "property", "review", "legal-aid",
    }  # fmt: skip
    assert guide <= {topic.id for topic in town.topics.topics}
