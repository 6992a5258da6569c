"""What is within reach of a place, and how far it is where that is known."""

from __future__ import annotations

from macros.domain.reach import FAR, FEW, NEAREST, Reach
from tests.making import place

HERE = place("here", at=("121.75", "31.52"))


def ids(reach: Reach) -> list[str]:
    """The places around HERE."""
    return [other.id for other, _ in reach.around(HERE)]


def test_a_distance_is_told_only_between_surveyed_positions() -> None:
    near = place("near", at=("121.76", "31.52"))
    vague = place("vague", at=("121.76", "31.52"), position={"precision": "approximate"})
    made_up = place("made-up", at=("121.76", "31.52"), sample=["position"])
    nowhere = place("nowhere", at=None)
    found = {other.id: way for other, way in Reach.of([HERE, near, vague, made_up, nowhere]).around(HERE)}
    assert list(found) == ["near", "vague", "made-up", "nowhere"]
    assert [name for name, way in found.items() if way] == ["near"]


def test_what_is_known_to_be_far_is_left_out_and_a_made_up_position_is_not_believed() -> None:
    far = place("far", at=("121.90", "31.52"))
    made_up = place("made-up", at=("121.90", "31.52"), sample=["position"])
    reach = Reach.of([HERE, far, made_up])
    assert ids(reach) == ["made-up"]
    assert FAR == 10_000


def test_of_very_many_places_the_nearest_and_the_stations_are_within_reach() -> None:
    many = [place(f"p{number:02}", at=(f"121.{750 + number}", "31.52")) for number in range(FEW)]
    station = place("station", at=None, name="法律服务站", tier="station")
    assert ids(Reach.of([HERE, *many, station])) == [
        *(f"p{number:02}" for number in range(NEAREST)),
        "station",
    ]
