"""A way is said no more exactly than the positions are known."""

from __future__ import annotations

import pytest

from macros.domain.places import Way
from macros.views import ways
from tests.making import place

STATION = place("s", name="法律服务站", tier="station", at=("121.7500", "31.5200"))


@pytest.mark.parametrize(
    ("metres", "surveyed", "said"),
    [
        (12, True, "在同一处"),
        (340, True, "往东北，约 350 米"),
        (1240, True, "往东北，约 1.2 公里"),
        (12, False, "很近"),
        (700, False, "往东北，1 公里以内"),
        (1240, False, "往东北，大约 1 公里"),
    ],
)
def test_the_way_to_a_neighbour(metres: float, surveyed: bool, said: str) -> None:
    assert ways.towards(Way(metres, "东北", surveyed)) == said


def test_a_place_is_seen_from_the_station_except_the_station_itself() -> None:
    north = place("r", at=("121.7500", "31.5400"))
    assert ways.seen_from(STATION, north) == "在法律服务站北方向，约 2.2 公里。"
    assert ways.seen_from(STATION, STATION) == ways.seen_from(None, north) == "图上最大的记号就是这里。"


def test_a_round_length_is_said_in_metres_or_kilometres() -> None:
    assert [ways.metres(length) for length in (500, 1000, 20_000)] == ["500 米", "1 公里", "20 公里"]
