"""Another town's site holds nothing of the first town."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.models.events import Event
from macros.models.places import Place
from macros.models.town import Town
from macros.models.videos import Video
from tests.second_town import FOLDER
from tests.site.reading import texts


def words(town: Town) -> Iterator[str]:
    """What only this town is called, or calls its own."""
    site = town.site
    yield from (site.name, site.town, site.town[:-1], site.headline, site.tagline, site.office.name)
    yield from filter(
        None, (site.district, (site.district or "")[:-1], site.office.address, site.sample_notice)
    )
    yield from filter(None, (site.footer.organiser, site.footer.supporter, site.footer.icp))
    yield from (said.text for said in site.about)
    if site.danger:
        yield from (site.danger.title, *site.danger.advice)
    for hotline in site.hotlines:
        yield from (hotline.name, hotline.use, *([hotline.number] if len(hotline.number) > 4 else []))
    for door in site.doors:
        yield from filter(None, (door.title, door.hint))
    for topic in town.topics.topics:
        yield from (topic.title, topic.hint)
    for place in town.places:
        yield from (
            place.id,
            place.name,
            *place.villages,
            *(re.sub("村$|居委会$", "", v) for v in place.villages),
        )
        yield from filter(None, (place.code, place.address, place.featured and place.featured.title))
        yield from (phone.number for phone in place.phones)
    for person in town.people:
        yield from filter(None, (person.name, person.organisation, person.phone))
    yield from (rotation.name for rotation in town.duty.rotations)
    yield from (
        *town.events.categories,
        *(one.name for one in town.events.series),
        *town.videos.categories,
        *town.videos.series,
    )
    entries: tuple[Event | Video, ...] = (*town.events.events, *town.videos.videos)
    for entry in entries:
        yield from (entry.id, entry.title, entry.summary.splitlines()[0])


def meant(word: str, text: str) -> bool:
    """Whether a text has the word, and not only a coordinate with the same digits in it."""
    return not word.isdigit() or re.search(rf"(?<![\d.]){word}(?!\d)", text) is not None


@pytest.fixture(scope="module")
def foreign(town: Town) -> set[str]:
    """The first town's words that the second doesn't use itself."""
    own = "".join(path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.yml")))
    return {word for word in words(town) if len(word) > 1 and word not in own}


def test_the_words_looked_for_are_those_of_the_first_town(foreign: set[str]) -> None:
    assert {
        "中兴镇",
        "中兴",
        "崇明",
        "爱国村",
        "爱国",
        "汲浜",
        "聪哥公共法律服务点",
        "张律师",
        "12348",
    } <= foreign


def test_the_words_looked_for_stand_on_the_first_towns_site(site: Path, town: Town) -> None:
    whole = "".join(texts(site).values())
    for word in (
        town.site.town,
        "爱国村",
        "张律师",
        town.events.events[0].title,
        town.videos.videos[0].title,
    ):
        assert word in whole


def test_no_file_of_another_town_holds_a_word_of_the_first(second_site: Path, foreign: set[str]) -> None:
    plain = {path: text.replace("\u200b", "") for path, text in texts(second_site).items()}
    left = {
        (path, word) for path, text in plain.items() for word in foreign if word in text and meant(word, text)
    }
    assert left == set()


def test_no_file_of_another_town_is_named_after_the_first(second_site: Path, town: Town) -> None:
    entries: tuple[Place | Event | Video, ...] = (*town.places, *town.events.events, *town.videos.videos)
    ids = {entry.id for entry in entries}
    assert [path for path in texts(second_site) if Path(path).stem in ids] == []


def test_another_towns_files_are_its_own(second_site: Path, second_town: Town) -> None:
    assert {path.stem for path in (second_site / "places").iterdir()} == {
        place.id for place in second_town.places
    }
    assert not (second_site / "media").exists()
