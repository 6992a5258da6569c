"""Videos come newest first, and our own file goes before another site's player."""

from __future__ import annotations

from macros.domain import videos
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


def test_a_file_of_our_own_goes_before_another_sites_player() -> None:
    both = make("both", sources=[EMBED, FILE])
    assert (videos.files(both), videos.embed(both)) == (("media/a.mp4",), None)
    foreign = make("foreign", sources=[EMBED])
    assert (videos.files(foreign), videos.embed(foreign)) == ((), EMBED["embed"])
