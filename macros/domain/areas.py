"""Areas: the districts of a map and their towns, by statistical code, with names to call them by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.domain.places import short_name
from macros.models.places import Place
from macros.models.site import Site

# The code of a village begins with that of its town, and that with the district's.
_TOWN, _DISTRICT, _VILLAGE = 9, 6, 12
_OTHER = "其他场所"


@dataclass(frozen=True)
class Area:
    """A town, or what has no code, with its places."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class District:
    """A district with its towns."""

    name: str
    towns: tuple[Area, ...]


def districts(places: Iterable[Place], site: Site) -> tuple[District, ...]:
    """The districts of these places by code with their towns; a single town where there is no code."""
    places = tuple(places)
    codes = _codes(places)
    if not codes:
        return (District(site.district or site.town, (Area(site.town, places),)),)
    found: dict[str, dict[str, list[Place]]] = {}
    for place in places:
        code = codes.get(place.id, "")
        found.setdefault(code[:_DISTRICT], {}).setdefault(code, []).append(place)
    return tuple(_district(code, found[code], site) for code in sorted(found, key=_empty_last))


def _district(code: str, towns: dict[str, list[Place]], site: Site) -> District:
    areas = tuple(Area(_town_name(town, towns[town], site), tuple(towns[town])) for town in sorted(towns))
    own = _of_code(code, (place for area in areas for place in area.places))
    return District(_where(own.name) if own else _around(areas[0].name), areas)


def _town_name(code: str, places: list[Place], site: Site) -> str:
    if not code:
        return _OTHER
    stations = [place for place in places if place.tier == "station"]
    station = _of_code(code, stations) or next(iter(stations), None)
    return _where(station.name) if station else _around(short_name(places[0], site))


def _around(name: str) -> str:
    return name if name == _OTHER or name.endswith("一带") else f"{name}一带"


def _of_code(code: str, places: Iterable[Place]) -> Place | None:
    return next((place for place in places if code and _trimmed(place.code or "") == code), None)


def _where(name: str) -> str:
    """The part of a name that says where, such as 中兴镇 of 中兴镇公共法律服务站."""
    heads = (name.partition(word)[0] for word in ("公共法律", "法律", "司法"))
    return next((head for head in heads if head not in ("", name)), name)


def _codes(places: tuple[Place, ...]) -> dict[str, str]:
    """The code of the town of each place, by id, as far as any is known."""
    codes = {place.id: code for place in places if (code := _trimmed(place.code or "")[:_TOWN])}
    villages = {
        village: codes[place.id] for place in places if place.id in codes for village in place.villages
    }
    # A point has no code of its own, but may serve a village that has one.
    for place in places:
        if served := [villages[village] for village in place.villages if village in villages]:
            codes.setdefault(place.id, served[0])
    return codes


def _trimmed(code: str) -> str:
    """The code without the zeros that only fill it up to a village's length; empty for anything else."""
    if not code.isdecimal() or len(code) < _DISTRICT:
        return ""
    if len(code) == _VILLAGE and code.endswith("000"):
        code = code[:_TOWN]
        return code[:_DISTRICT] if code.endswith("000") else code
    return code


def _empty_last(code: str) -> tuple[bool, str]:
    return not code, code
