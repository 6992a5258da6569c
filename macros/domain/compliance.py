"""What the office still owes: what a public board must show and doesn't, what is old, what was promised.

Only what a law asks an office to publish is called so; the rest is what residents need to get there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.domain.contacts import published
from macros.domain.duty import Resolved
from macros.domain.law import VALID, Loc, laws
from macros.domain.stats import Promise, promises
from macros.models.law import Law
from macros.models.places import Group, Place
from macros.models.samples import by_file
from macros.models.town import Town

Item = Literal["name", "address", "phones", "hours", "services", "directions", "duty", "position"]
Kind = Literal["expired", "missing", "sample", "nobody", "rough"]
ITEMS: dict[Item, str] = {
    "name": "名称",
    "address": "地址",
    "phones": "电话",
    "hours": "开门时间",
    "services": "能办什么",
    "directions": "怎么走",
    "duty": "谁值班",
    "position": "位置",
}
KINDS: dict[Kind, str] = {
    "expired": "本人同意到期了，页面上已经不登",
    "missing": "没有写",
    "sample": "还是示例",
    "nobody": "往后四周没有人值班",
    "rough": "没有到门口量过",
}
_CHECKED = dt.date(2025, 4, 19)
# 办公地址、办公时间、联系方式; 对外管理服务事项: the law speaks of an office, and the station is at it.
OPENNESS = Law(name="政府信息公开条例", article="第20条", checked_on=_CHECKED)
_PRIVACY = Law(name="个人信息保护法", article="第25条", checked_on=_CHECKED)
_OFFICES: tuple[Group, ...] = ("station", "reconsideration_point")
_BY_LAW: tuple[Item, ...] = ("address", "phones", "hours", "services")
# A place to look at has neither a desk nor a telephone.
_TO_LOOK_AT: tuple[Item, ...] = ("name", "address", "directions", "position")
_MANNED: tuple[Group, ...] = ("station", "room", "point")
_SOON = dt.timedelta(weeks=4)


@dataclass(frozen=True)
class Gap:
    """One thing that a place's board should show and can't; `law` asks for it, where one does."""

    item: Item
    kind: Kind
    law: Law | None

    @property
    def weight(self) -> int:
        """How much it matters, 0 the most: the law first, then what isn't there at all."""
        return (0 if self.law else 2) + (self.kind in ("sample", "nobody", "rough")) + (self.kind == "rough")

    @property
    def said(self) -> str:
        """What is wrong, in a few words."""
        return f"{ITEMS[self.item]}：{KINDS[self.kind]}"


@dataclass(frozen=True)
class Board:
    """A place and what its board lacks, the weightiest first; `number` is where it stands in the file."""

    place: Place
    number: int
    gaps: tuple[Gap, ...]

    @property
    def alike(self) -> tuple[tuple[Kind, Law | None, tuple[Item, ...]], ...]:
        """The same by what is wrong and the law that asks for it, each with the things that it is about."""
        found: dict[tuple[Kind, Law | None], list[Item]] = {}
        for gap in self.gaps:
            found.setdefault((gap.kind, gap.law), []).append(gap.item)
        return tuple((kind, law, tuple(items)) for (kind, law), items in found.items())


@dataclass(frozen=True)
class OldLaw:
    """A law that nobody has looked up for a year: the articles, how often it is named, and where first."""

    name: str
    articles: tuple[str, ...]
    checked_on: dt.date
    count: int
    subject: str
    loc: Loc


@dataclass(frozen=True)
class Compliance:
    """All of it on one day: boards that lack something come first, by what matters.

    `kept` are promises to places and what of the year up to yesterday was done; `samples` are
    files and how many samples are left in them.
    """

    boards: tuple[Board, ...]
    kept: tuple[Promise, ...]
    old: tuple[OldLaw, ...]
    samples: tuple[tuple[str, int], ...]

    @property
    def lacking(self) -> tuple[Board, ...]:
        """The boards that lack something."""
        return tuple(board for board in self.boards if board.gaps)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that boards lack."""
        return tuple(gap for board in self.boards for gap in board.gaps)

    @property
    def by_law(self) -> int:
        """How many things are missing that a law asks for."""
        return sum(gap.law is not None for gap in self.gaps)

    @property
    def by_item(self) -> tuple[tuple[str, int], ...]:
        """At how many places each thing is missing."""
        items = [gap.item for gap in self.gaps]
        return tuple((called, items.count(item)) for item, called in ITEMS.items())

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to do."""
        unkept = [one for one in self.kept if one.kept < one.periods]
        return not (self.lacking or self.old or self.samples or unkept)


def compliance(town: Town, resolved: Resolved, today: dt.date) -> Compliance:
    """What the town owes on that day; `resolved` is its duty, worked out for four weeks at least."""
    soon = {shift.place for shift in resolved.window(today, today + _SOON).shifts if shift.state == "on"}
    boards = (
        Board(place, number, tuple(sorted(_gaps(town, place, soon, today), key=_order)))
        for number, place in enumerate(town.places)
    )
    new_year, last = dt.date(today.year, 1, 1), today - dt.timedelta(days=1)
    held = resolved.window(new_year, last).shifts
    # Before there was any duty nothing was promised.
    first = min((shift.date for shift in held if shift.state == "on"), default=last)
    return Compliance(
        tuple(sorted(boards, key=_board_order)),
        tuple(promises(town, held, first, last)),
        tuple(_old(town, today)),
        by_file(town),
    )


def _order(gap: Gap) -> tuple[int, int]:
    return gap.weight, [*ITEMS].index(gap.item)


def _board_order(board: Board) -> tuple[bool, list[int], int]:
    """The weightiest first; of the same weight whoever lacks more, then as in the file."""
    weights = sorted(gap.weight for gap in board.gaps)
    return not weights, [*weights, 9], board.number


def _gaps(town: Town, place: Place, soon: set[str], today: dt.date) -> Iterator[Gap]:
    asked = _TO_LOOK_AT if place.group == "culture_venue" else tuple(ITEMS)
    for item in asked:
        if kind := _kind(town, place, item, soon, today):
            yield Gap(item, kind, _law(place, item, kind))


def _law(place: Place, item: Item, kind: Kind) -> Law | None:
    if kind == "expired":
        return _PRIVACY
    return OPENNESS if place.group in _OFFICES and item in _BY_LAW else None


def _kind(town: Town, place: Place, item: Item, soon: set[str], today: dt.date) -> Kind | None:
    """What is wrong about one thing of a place, None if nothing is."""
    if item == "duty":
        return "nobody" if place.group in _MANNED and place.id not in soon else None
    if item == "phones" and len(published(place.phones, today)) < len(place.phones):
        return "expired"
    if item in place.sample:
        return "sample"
    if not _shown(town, place)[item]:
        return "missing"
    rough = item == "position" and place.position and place.position.precision == "approximate"
    return "rough" if rough else None


def _shown(town: Town, place: Place) -> Mapping[str, object]:
    words = town.site.groups.of(place.group)
    return {
        "name": place.name,
        "address": place.address,
        "phones": place.phones,
        "hours": place.hours,
        "services": place.services or words.services,
        "directions": place.directions,
        "position": place.position,
    }


def _old(town: Town, today: dt.date) -> Iterator[OldLaw]:
    found: dict[tuple[dt.date, str], list[tuple[str, Loc, Law]]] = {}
    for subject, loc, law in laws(town):
        if today - law.checked_on > VALID:
            found.setdefault((law.checked_on, law.name), []).append((subject, loc, law))
    for (checked_on, name), spots in sorted(found.items(), key=_old_order):
        articles = tuple(dict.fromkeys(law.article for _, _, law in spots))
        subject, loc, _ = spots[0]
        yield OldLaw(name, articles, checked_on, len(spots), subject, (*loc, "checked_on"))


def _old_order(one: tuple[tuple[dt.date, str], Sequence[object]]) -> tuple[int, dt.date, str]:
    (checked_on, name), spots = one
    return -len(spots), checked_on, name
