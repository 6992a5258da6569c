"""Videos come newest first, and our own file goes before another site's player."""

from __future__ import annotations

from macros.domain import videos
from macros.models.videos import Video
from tests.making import video as make

FILE = {"file": "media/a.mp4"}
EMBED = {"embed": "https://player.example.com/?v=1"}


def test_the_newest_comes_first_and_the_same_date_keeps_the_order_of_the_file() -> None:
    found = videos.newest_first([make("b"), make("new", "2023-05"), make("a")])
    assert [video.id for video in found] == ["new", "b", "a"]


def test_the_latest_is_one_that_can_be_played() -> None:
    unplayable, playable = make("new", "2023"), make("old", sources=[FILE])
    assert videos.latest([unplayable, playable]) == playable
    assert videos.latest([unplayable]) == unplayable
    assert videos.latest([]) is None


def test_our_own_files_and_other_sites_players_are_told_apart() -> None:
    both = make("both", sources=[EMBED, FILE, {"channels": {"picture": "media/code.png"}}])
    assert (videos.files(both), videos.players(both)) == (("media/a.mp4",), (EMBED["embed"],))
    assert [one.picture for one in videos.channels(both)] == ["media/code.png"]


def test_the_length_is_the_files_own() -> None:
    assert videos.length(make(sources=[FILE], length="1:20"), {"media/a.mp4": 79}) == 79
    assert videos.length(make(sources=[EMBED], length="1:20"), {"media/a.mp4": 79}) == 80
    assert videos.length(make(), {}) is None


def test_a_poster_of_the_towns_own_goes_before_a_drawn_one() -> None:
    assert videos.poster(make(poster="media/a.jpg")) == "media/a.jpg"
    assert videos.poster(make("b")) == "videos/posters/b.png"


def ids(found: dict[str, tuple[Video, ...]]) -> dict[str, list[str]]:
    return {name: [video.id for video in after] for name, after in found.items()}


def test_after_a_film_come_the_next_of_its_kind_in_a_round() -> None:
    some = [make(name, sources=[FILE]) for name in "abcde"]
    assert ids(videos.following(some)) == {
        "a": ["b", "c", "d"],
        "b": ["c", "d", "e"],
        "c": ["d", "e", "a"],
        "d": ["e", "a", "b"],
        "e": ["a", "b", "c"],
    }


def test_after_a_film_come_only_others_that_can_be_seen() -> None:
    some = [
        make("a", sources=[FILE]),
        make("listed"),
        make("b", sources=[EMBED]),
        make("serial", series="文化节", sources=[FILE]),
        make("other", category="微电影", sources=[FILE]),
    ]
    assert ids(videos.following(some)) == {
        "a": ["b"],
        "listed": ["b", "a"],
        "b": ["a"],
        "serial": [],
        "other": [],
    }
