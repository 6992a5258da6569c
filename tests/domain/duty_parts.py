"""Small duty files for tests: a rotation, and a town around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from macros.domain.duty import Window, shifts, window
from macros.domain.duty.shift import Shift
from macros.models.duty import Duty
from macros.models.enforcement import Enforcement
from macros.models.events import Events
from macros.models.holidays import Holidays
from macros.models.lines import Lines
from macros.models.people import Person
from macros.models.places import Place
from macros.models.quiz import Quiz
from macros.models.responsibilities import Responsibilities
from macros.models.rotations import GOES_ON
from macros.models.site import Site
from macros.models.tips import Tips
from macros.models.topics import Topics
from macros.models.videos import Videos
from macros.models.years import Years

Entry = dict[str, Any]
YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
# In the usual order it is Li on 25 November, after Zhang on 30 September.
TURN = ["zhang", "li", "wang"]
WEDNESDAY = {"date": "2026-11-25", "rotation": "aiguo"}
SEGMENT = ("from", "to", "when", "people", "start", "for", *GOES_ON)
NAMES = {"zhang": "张律师", "li": "李律师", "wang": "王律师", "zhao": "赵律师", "chen": "陈律师"}
PLACES = {"aiguo": "爱国村服务室", "qixiao": "七滧村服务室", "station": "镇服务站"}
SITE = Site.model_validate(
    {
        "name": "样板镇法律服务",
        "town": "样板镇",
        "mark": "法",
        "headline": "遇到难事，先问一问",
        "tagline": "就在您村里",
        "office": {"name": "样板镇司法所", "phones": [{"number": "021-0000-0001"}]},
        "hotlines": [{"number": "12348", "name": "法律服务热线", "use": "什么都能问"}],
        "groups": {
            tier: {"name": tier, "plain": tier, "mark": tier[0], "about": tier}
            for tier in ("station", "room", "point")
        },
    }
)


@dataclass(frozen=True)
class Parts:
    """As much of a town as duty needs."""

    duty: Duty
    holidays: Holidays
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    events: Events = field(default_factory=Events)
    site: Site = SITE
    topics: Topics = field(default_factory=Topics)
    quiz: Quiz = field(default_factory=Quiz)
    tips: Tips = field(default_factory=Tips)
    videos: Videos = field(default_factory=Videos)
    responsibilities: Responsibilities = field(default_factory=Responsibilities)
    enforcement: Enforcement = field(default_factory=Enforcement)
    years: Years = field(default_factory=Years)
    lines: Lines = field(default_factory=Lines)


def segment(**changes: Any) -> Entry:
    """A segment: Wednesday afternoons from the first week of 2026."""
    return {"from": "2026-01-01", "when": "每周三 13:30-16:00", "people": ["wang", "zhang", "li"], **changes}


def rotation(name: str = "aiguo", **changes: Any) -> Entry:
    """A rotation at one place; keys of a segment go to the earliest one."""
    own = {key: changes.pop(key) for key in SEGMENT if key in changes}
    segments = [dict(one) for one in changes.pop("segments", [segment()])]
    earliest = min(segments, key=lambda one: str(one["from"]))
    earliest |= {"places": ["aiguo"], **earliest, **own}
    return {"id": name, "name": f"{name}轮值", "kind": "point", "segments": segments, **changes}


def town(*rotations: Entry, holidays: Entry | None = None, covers: Entry | None = None, **file: Any) -> Parts:
    """A town with these rotations and whatever else its duty file says."""
    promised = covers or {}
    places = [
        {"id": place, "name": name, "tier": "room", "cover": promised.get(place)}
        for place, name in PLACES.items()
    ]
    return Parts(
        Duty.model_validate({"rotations": rotations or (rotation(),), **file}),
        Holidays.model_validate(holidays or {}),
        tuple(Person(id=person, name=name, role="adviser") for person, name in NAMES.items()),
        tuple(Place.model_validate(place) for place in places),
    )


def year(parts: Parts) -> Window:
    """The whole of 2026."""
    return window(parts, *YEAR)


def on(parts: Parts, day: str) -> list[Shift]:
    """The shifts of one day."""
    date = dt.date.fromisoformat(day)
    return list(shifts(parts, date, date))


def only(parts: Parts, day: str) -> Shift:
    """The only shift of one day."""
    (shift,) = on(parts, day)
    return shift


def days(found: Window) -> list[str]:
    """The dates of a roster, without the year."""
    return [f"{shift.date:%m-%d}" for shift in found.shifts]


def absent(**changes: str) -> Entry:
    """Leave of Li on 25 November."""
    return {"person": "li", "from": "2026-11-25", **changes}
