"""The first town's data: what is known is right, and what is not known is marked as a sample."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from macros.domain.duty import shifts, window
from macros.domain.law import laws, sentences, states
from macros.load import load
from macros.models.duty import Rotation
from macros.models.events import Event
from macros.models.people import Person
from macros.models.videos import Video
from tests.second_town import FOLDER
from tools.sample_videos import SAMPLE, SECONDS, captions, cards, samples

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"

# The bureau of statistics' codes; a village's name alone isn't unique in the district.
CODES = {
    "广福居委会": "310151109001",
    "七滧村": "310151109201",
    "爱国村": "310151109202",
    "红星村": "310151109203",
    "滧中村": "310151109204",
    "中兴村": "310151109205",
    "永南村": "310151109206",
    "胜利村": "310151109207",
    "北兴村": "310151109208",
    "汲浜村": "310151109209",
    "永隆村": "310151109210",
    "富圩村": "310151109211",
    "开港村": "310151109212",
}
HOTLINES = ("12348", "110", "96110", "12345", "12333", "12315", "122", "12338", "12368", "12309")
# Geocoded from the village's name, WGS-84; every other position is made up.
KNOWN = {
    "qixiao-room": (121.73503, 31.50399),
    "zhongxing-room": (121.75622, 31.52049),
    "shengli-room": (121.77245, 31.55348),
    "jibang-room": (121.76687, 31.53374),
    "station": (121.75369, 31.52580),
    "fuyi-point": (121.75369, 31.52580),
}

town = load(DATA).town
pytestmark = pytest.mark.skipif(not town.site.sample_notice, reason="the sample data is gone")


def test_every_village_has_one_room_and_its_code() -> None:
    rooms = {place.villages: place.code for place in town.places if place.tier == "room"}
    assert rooms == {(village,): code for village, code in CODES.items()}


def test_featured_places_and_the_reconsideration_point_are_there() -> None:
    assert {place.name for place in town.places if place.featured} == {
        "聪哥公共法律服务点",
        "爱国村公共法律服务室",
    }
    assert [place.id for place in town.places if place.kind == "reconsideration_point"] == ["fuyi-point"]


def test_hotlines_start_with_legal_service() -> None:
    assert tuple(line.number for line in town.site.hotlines) == HOTLINES


def test_positions_are_known_or_marked_or_absent() -> None:
    for place in town.places:
        if place.position and "position" not in place.sample:
            assert (place.position.longitude, place.position.latitude) == KNOWN[place.id]
        if place.position:
            assert (place.position.system, place.position.precision) == ("wgs84", "approximate")
    assert sum(place.position is None for place in town.places if place.kind != "culture_venue") == 2


def test_what_is_not_known_of_a_place_is_marked() -> None:
    for place in town.places:
        for part in ("address", "directions", "phones", "hours", "featured"):
            assert bool(getattr(place, part)) == (part in place.sample), (place.id, part)


def test_three_venues_of_legal_culture_are_listed_though_nobody_knows_which_they_are() -> None:
    venues = [place for place in town.places if place.kind == "culture_venue"]
    assert len(venues) == 3
    assert all(place.sample == ("name",) for place in venues)
    assert not any(place.position or place.address or place.villages for place in venues)


def test_what_was_not_public_is_a_figure_of_the_year_and_no_event() -> None:
    words = " ".join(f"{event.title}{event.summary}{event.category}" for event in town.events.events)
    assert not [word for word in ("学习会", "学习小组", "法治思想", "社区矫正", "专项培训") if word in words]
    (year,) = (year for year in town.years.years if year.year == 2022)
    assert ("干部学法", 3) in [(label, count.number) for label, count, _ in year.figures.named]
    assert year.source


def test_no_limit_and_no_right_is_stated_without_law_article_and_day() -> None:
    for each in (town, load(FOLDER).town):
        found = [sentence for sentence in sentences(each) if states(sentence.text)]
        assert found
        assert [sentence.text for sentence in found if sentence.law is None] == []
    # The day of the texts that the laws were compared with.
    assert {law.checked_on for _, _, law in laws(town)} == {dt.date(2025, 4, 19)}


def test_whose_decisions_the_district_looks_at_again_is_said() -> None:
    rights = town.site.groups.of("reconsideration_point").rights
    told = {law.article: right.text for right in rights if (law := right.law)}
    assert "镇政府" in told["第24条"]
    assert "税务" in told["第27条"]
    assert "上一级" in told["第27条"]


def test_the_organiser_is_a_sample_until_the_office_confirms() -> None:
    assert town.site.footer.sample == ("organiser",)


def test_no_phone_can_reach_anybody() -> None:
    phones = [*town.site.office.phones, *(phone for place in town.places for phone in place.phones)]
    assert phones
    assert all(phone.sample for phone in phones)
    assert all(person.sample for person in town.people)


def test_whatever_is_to_come_is_a_sample() -> None:
    assert all(event.sample == (event.date.year > 2022) for event in town.events.events)


@pytest.mark.parametrize(
    "entry", [*town.people, *town.duty.rotations, *town.events.events, *town.videos.videos]
)
def test_samples_say_so(entry: Person | Rotation | Event | Video) -> None:
    of_the_report = isinstance(entry, Event | Video) and entry.date.year == 2022
    assert entry.sample or of_the_report
    assert not (of_the_report and entry.sample and isinstance(entry, Event))


def test_a_month_has_busy_days_and_empty_ones_and_every_state() -> None:
    found = shifts(town, dt.date(2026, 11, 23), dt.date(2027, 1, 3))
    days = Counter(shift.date for shift in found)
    assert max(days.values()) == 3
    assert len(days) < 42
    assert {shift.state for shift in found} == {"on", "cancelled", "vacant"}
    assert {shift.announced for shift in found} == {True, False}
    assert all(shift.sample for shift in found)


def test_every_room_is_visited_in_a_month() -> None:
    found = shifts(town, dt.date(2026, 11, 23), dt.date(2026, 12, 31))
    assert {place.id for place in town.places if place.tier} == {shift.place for shift in found}


def test_nobody_is_in_two_places_at_once() -> None:
    found = window(town, dt.date(2026, 3, 1), dt.date(2027, 3, 31)).shifts
    for number, shift in enumerate(found):
        for other in found[number + 1 :]:
            if other.date != shift.date:
                break
            both = set(shift.people) & set(other.people)
            assert not (both and shift.session.overlaps(other.session)), (shift, other)


@pytest.mark.parametrize("video", samples(DATA), ids=lambda video: video.id)
def test_sample_films_are_small_and_agree_with_their_texts(video: Video) -> None:
    film = DATA / str(video.sources[0].file)
    head = film.read_bytes()[:2000]
    assert b"moov" in head, "a phone should start playing before it has the whole file"
    assert film.stat().st_size <= 500_000
    if video.poster:
        assert (DATA / video.poster).stat().st_size <= 60_000
        assert (DATA / video.poster).read_bytes().startswith(b"\xff\xd8")
    assert video.length == len(cards(video)) * SECONDS <= 30
    assert SAMPLE in cards(video)[0].lines
    assert (DATA / str(video.captions)).read_text(encoding="utf-8") == captions(video)


def test_the_second_town_shares_no_name_with_the_first() -> None:
    names = {town.site.town, town.site.district, *CODES, *(person.name for person in town.people)}
    for file in FOLDER.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        assert not [name for name in names if name and name in text]


def test_the_second_town_has_three_people_on_one_day() -> None:
    second = load(FOLDER).town
    assert (
        max(len(shift.people) for shift in shifts(second, dt.date(2026, 12, 1), dt.date(2026, 12, 31))) == 3
    )
