"""A topic's page holds what its topic says, however large the town; what it knows of villages is apart."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from typing import Any

import pytest

from macros.domain.edition import Edition
from macros.models.topics import Topic, Topics
from macros.models.town import Town
from macros.subjects.topics import TOPICS
from macros.views.mediation import complaints, mediation
from macros.views.topic_help import help_files
from macros.views.topics import topic_list, topic_page
from macros.views.weight import elements
from tests.making import edition
from tests.second_town import TOWN
from tests.site import towns

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def large() -> Edition:
    """A town of 300 places, which has wards."""
    return edition(towns.in_memory(300), TODAY)


def data(files: dict[str, bytes], path: str) -> Any:
    return json.loads(files[path].decode().removeprefix("fahu.help=").rstrip(";\n"))


def test_a_topic_without_more_than_it_must_have_is_a_whole_page() -> None:
    topic = Topic.model_validate(
        {"id": "a", "title": "停电", "hint": "没有电", "numbers": ["12345"], "first": ["别慌。"]}
    )
    html = topic_page(edition(TOWN, TODAY), topic)
    assert "先做一件事" in html
    for part in ("走哪条路", "还来得及吗", "法律怎么说", "去的时候带上", "要填的表", "别这样做"):
        assert part not in html
    # Nobody says that this is their matter.
    assert "请打给" in html


def test_the_law_stands_under_each_statement(town: Town) -> None:
    (wages,) = (topic for topic in town.topics.topics if topic.id == "wages")
    html = topic_page(edition(town, TODAY), wages)
    named = len([road for road in wages.roads if road.law]) + len(wages.limits) + len(wages.rights)
    assert html.count('class="fh-law"') >= named


def test_a_file_knows_only_duties_on_which_somebody_is_there_and_no_persons_number(town: Town) -> None:
    ours = edition(town, TODAY)
    files = dict(help_files(ours))
    assert files.keys() == {"assets/help/all.js"}
    found = data(files, "assets/help/all.js")
    assert len(found["villages"]) == 13
    held = {
        (shift.place.id, (shift.date - TODAY).days) for shift in ours.roster.shifts if shift.state == "on"
    }
    assert {(found["places"][place][0], day) for place, day, *_ in found["shifts"]} <= held
    text = files["assets/help/all.js"].decode()
    assert not [person.name for person in town.people if person.phone and person.phone in text]


def test_a_large_town_has_a_file_for_each_ward_and_no_page_that_names_all_villages(large: Edition) -> None:
    files = dict(help_files(large))
    assert len(files) == len(large.wards) > 3
    assert max(map(len, files.values())) < 60_000
    html = topic_page(large, TOWN.topics.topics[0])
    assert "第77村" not in html
    assert large.wards[0].name in html


def test_a_town_without_topics_has_none_of_it() -> None:
    bare = edition(TOWN.model_copy(update={"topics": Topics()}), TODAY)
    assert [*TOPICS.pages(bare), *TOPICS.files(bare, ""), *TOPICS.entries(bare.town)] == []
    assert "还没有写" in topic_list(bare)
    assert "一步一步" not in mediation(bare)
    assert "请告诉" in complaints(bare)


def test_of_200_topics_each_page_weighs_as_one_of_few(town: Town) -> None:
    many = tuple(
        topic.model_copy(update={"id": f"{topic.id}-{number}"})
        for number in range(14)
        for topic in town.topics.topics
    )
    assert len(many) >= 200
    topics = town.topics.model_copy(update={"topics": many})
    before, after = edition(town, TODAY), edition(town.model_copy(update={"topics": topics}), TODAY)
    first, last = topic_page(before, town.topics.topics[-1]), topic_page(after, many[-1])
    assert len(first) == len(last)
    whole = topic_list(after)
    assert elements(whole) < 2_850
    assert len(gzip.compress(whole.encode())) < 55_000
