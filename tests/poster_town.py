"""A town whose posters have as much to say as any: long names, many villages, many duties."""

from __future__ import annotations

import datetime as dt
import random

from macros.domain.edition import Edition
from macros.models.duty import Duty
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from tests.making import edition, place
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
LONG = "上畈中畈下畈联合行政村牛角湾片老祠堂旁边的新村居民委员会"
MANY = 60


def full_place() -> Place:
    """A place with the longest of all."""
    return place(
        "full",
        name=f"{LONG}法律服务工作室",
        villages=[f"{LONG[:20]}{number}村" for number in range(MANY)],
        address=LONG * 3,
        directions={"door": LONG, "landmark": LONG},
        hours=[
            "每个工作日 8:30-11:30、13:30-17:00",
            "每月第1、3个周六 8:30-11:30、13:30-17:00",
            "每周日 9:00-10:00",
        ],
        services=[LONG * 2] * 8,
        bring=[LONG] * 8,
        phones=[{"number": "0500-0000-0003"}],
        sample=["name", "address", "directions", "phones", "hours", "position", "services", "bring"],
    )


def full_town(kind: str = "每个工作日 9:00-11:00") -> Town:
    """A town of 60 places, one of which has everything, and a duty there as often as said."""
    chance = random.Random(3)
    spots = [(118.1 + chance.random() / 20, 29.5 + chance.random() / 20) for _ in range(MANY - 1)]
    others = [
        place(f"p{number}", at=(f"{east:.5f}", f"{north:.5f}")) for number, (east, north) in enumerate(spots)
    ]
    people = tuple(
        Person.model_validate(
            {
                "id": f"x{n}",
                "name": f"欧阳{n}律师",
                "role": "adviser",
                "organisation": LONG,
                "portrait": f"media/x{n}.jpg",
                "consent": {"scope": ["photo"], "until": "2027-12-31"},
            }
        )
        for n in range(3)
    )
    rotation = {
        "id": "all",
        "name": "轮值",
        "kind": "point",
        "sample": "true",
        "segments": [
            {
                "from": "2026-01-05",
                "when": kind,
                "people": [person.id for person in people],
                "places": ["full"],
            }
        ],
    }
    duty = Duty.model_validate({"rotations": [rotation]})
    whole = (full_place(), *others)
    return TOWN.model_copy(update={"places": whole, "people": people, "duty": duty})


def full_edition(kind: str = "每个工作日 9:00-11:00") -> Edition:
    """That town on a day in November."""
    return edition(full_town(kind), TODAY)
