"""Wards: the parts of a town of many places, the same for its lists, duty, texts and calendars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from macros.models.places import Place
from macros.models.town import Town

# Nobody looks through a list of more, and cards of more make a page that slow phones can't take.
WHOLE = 60
# A month in which more takes place doesn't fit on a page either.
WHOLE_SHIFTS = 300
# With a row each for their coming duty and a row each of their own, so many places fit on a page.
SIZE = 100
# So many rows of wards fit on a page beside what else stands there.
MOST = 300
# The statistical code of a village begins with that of its town.
_TOWN_DIGITS = 9
# No id has a dot: a part is never taken for an area of the same name.
_REST, REST = "rest.0", "其他场所"
_T = TypeVar("_T")


@dataclass(frozen=True)
class Ward:
    """A part of a town, with its name and places; `id` stands in addresses.

    `town` is the town in which it lies, where that has a name: villages of one name lie in several.
    """

    id: str
    name: str
    places: tuple[Place, ...]
    town: str = ""


def wards(town: Town, busiest: int) -> tuple[Ward, ...]:
    """The wards of a town whose pages can't hold all of it; none of another.

    Its `busiest` month has so many shifts. A ward is a town by statistical code; where codes
    tell none apart, an area of rotation; else a hundred places in the order of their names.
    """
    if len(town.places) <= WHOLE and busiest <= WHOLE_SHIFTS:
        return ()
    for found in (_by_code(town), _by_area(town)):
        parted = tuple(part for ward in found for part in _parts(ward))
        if len(found) > 1 and len(parted) <= MOST and _fits(found, len(town.places)):
            return parted
    return _parts(Ward("part", "", town.places), least=2)


def label(place: Place) -> str:
    """The fewest words by which a resident knows a place: its village, else its name."""
    return place.villages[0] if place.villages else place.name


def by_name(text: str) -> bytes:
    """A key that sorts names as Chinese readers expect: this encoding has the common characters by pinyin."""
    return text.encode("gb18030")


def _fits(found: Iterable[Ward], count: int) -> bool:
    """Whether most places are in a ward that has something to do with them."""
    return sum(len(ward.places) for ward in found if ward.id == _REST) * 2 <= count


def _by_code(town: Town) -> tuple[Ward, ...]:
    codes = {place.id: code for place in town.places if (code := _town_code(place))}
    villages = {
        village: codes[place.id]
        for place in reversed(town.places)
        if place.id in codes
        for village in place.villages
    }
    # A point has no code of its own, but may serve a village that has one.
    for place in town.places:
        if served := [villages[village] for village in place.villages if village in villages]:
            codes.setdefault(place.id, served[0])
    found = _grouped(town.places, codes)
    return tuple(_town(town, code, members) for code, members in found.items())


def _town_code(place: Place) -> str:
    code = (place.code or "")[:_TOWN_DIGITS]
    return code if len(code) == _TOWN_DIGITS and code.isdecimal() else ""


def _town(town: Town, code: str, members: tuple[Place, ...]) -> Ward:
    if code == _REST:
        return Ward(code, REST, members)
    station = next((place for place in members if place.tier == "station"), None)
    if station is None:
        return Ward(code, f"{label(members[0])}等 {len(members)} 处", members)
    name = station.name.removesuffix(town.site.groups.station.name) or station.name
    return Ward(code, name, members, name)


def _by_area(town: Town) -> tuple[Ward, ...]:
    # Clerks add below what goes on from it: the last one is the one that holds.
    areas = [rotation for rotation in town.duty.rotations if rotation.kind == "area"]
    names = {rotation.id: rotation.name for rotation in areas} | {_REST: REST}
    stretches = [(rotation.id, stretch) for rotation in areas for stretch in rotation.stretches]
    # A place that an area visits is its own more than one where its people only sit.
    of = {stretch.seat: area for area, stretch in stretches if stretch.seat}
    of |= {place: area for area, stretch in stretches for place in stretch.places}
    return tuple(Ward(area, names[area], members) for area, members in _grouped(town.places, of).items())


def _grouped(places: Iterable[Place], keys: Mapping[str, str]) -> dict[str, tuple[Place, ...]]:
    """The places by the keys of their ids, those without one last."""
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(keys.get(place.id, _REST), []).append(place)
    rest = found.pop(_REST, [])
    whole = found | ({_REST: rest} if rest else {})
    return {key: tuple(members) for key, members in whole.items()}


def _parts(ward: Ward, least: int = 1) -> tuple[Ward, ...]:
    """The ward, or parts of it in the order of names, where it has too many places."""
    if least == 1 and len(ward.places) <= SIZE:
        return (ward,)
    ordered = sorted(ward.places, key=lambda place: (by_name(label(place)), place.id))
    return tuple(
        Ward(f"{ward.id}.{number}", _span(ward.name, members), members, ward.town)
        for number, members in enumerate(parts(ordered, SIZE, least), start=1)
    )


def parts(items: Sequence[_T], size: int, least: int = 1) -> list[tuple[_T, ...]]:
    """The items in parts of much the same length, none of more than `size`."""
    if not items:
        return []
    count = min(len(items), max(least, -(-len(items) // size)))
    ends = [len(items) * number // count for number in range(count + 1)]
    return [tuple(items[start:end]) for start, end in pairwise(ends)]


def _span(name: str, members: tuple[Place, ...]) -> str:
    span = f"{label(members[0])}—{label(members[-1])}"
    return f"{name}：{span}" if name else span
