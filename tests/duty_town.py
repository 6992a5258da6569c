"""The second town with a roster of two rotations at one place and session, and what a test adds to it."""

from __future__ import annotations

from typing import Any

from macros.models.duty import Duty
from macros.models.town import Town
from tests.second_town import TOWN

PEOPLE = ("ding", "fang", "ouyang", "qian")
ROOM = "taoyuan-room"
STATION = "liuxi-station"


def rotation(name: str, first: str, when: str, *people: str, place: str = ROOM) -> dict[str, Any]:
    """A rotation as it stands in the file."""
    segment = {"from": first, "when": when, "people": list(people), "places": [place]}
    return {"id": name, "name": name, "kind": "point", "segments": [segment]}


ROTATIONS = [
    rotation("younger", "2026-06-01", "每周三 9:00-11:00", "qian"),
    rotation("older", "2026-03-01", "每周三 9:00-11:00", "ding", "fang"),
    rotation("station", "2026-03-01", "每周五 13:30-16:00", "ouyang", "ding", place=STATION),
]


def town(**exceptions: Any) -> Town:
    """The town with these exceptions in its duty file."""
    duty = Duty.model_validate({"rotations": ROTATIONS} | exceptions)
    return TOWN.model_copy(update={"duty": duty})
