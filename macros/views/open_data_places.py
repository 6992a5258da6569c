"""The places as open data: what is told of each, as GeoJSON (RFC 7946) and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.domain import places
from macros.domain.contacts import free
from macros.domain.edition import Edition
from macros.models.places import Place
from macros.models.town import Town
from macros.views.tables import as_csv, as_records

# What is told of a place, by the keys of GeoJSON: they are the columns of the table, too.
FIELDS = {
    "id": "编号",
    "code": "统计用区划代码",
    "name": "名称",
    "group": "类别代号",
    "group_name": "类别",
    "villages": "服务的村居",
    "address": "地址",
    "directions": "怎么走",
    "phones": "电话",
    "hours": "开门时间",
    "services": "能办什么",
    "bring": "带什么",
    "position": "位置准不准",
    "sample": "哪些是示例",
    "page": "网页",
}
POSITIONS = {
    "surveyed": "到门口量过",
    "approximate": "大概的，不能当作门口",
    "invented": "示例，不给出",
    "unknown": "不知道",
}
# The parts of a place that may be made up.
SAMPLES = {
    "name": "名称",
    "address": "地址",
    "directions": "怎么走",
    "phones": "电话",
    "hours": "开门时间",
    "position": "位置",
    "services": "能办什么",
    "bring": "带什么",
    "featured": "介绍",
}
_ITEM = "；"


def about(edition: Edition) -> dict[str, Any]:
    """What every file says of itself: whose it is, of which day, and how it may be used."""
    site = edition.town.site
    return {
        "title": site.name,
        "publisher": site.office.name,
        "date": edition.today.isoformat(),
        "updated": edition.updated.isoformat(),
        "licence": site.licence,
        "sample_notice": site.sample_notice,
    }


def geojson(edition: Edition) -> bytes:
    """A feature for each place, in WGS-84; one whose position isn't known, or is made up, has no geometry."""
    named = {"type": "FeatureCollection", **about(edition)}
    return as_records(named, "features", (_feature(edition.town, place) for place in edition.town.places))


def csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    header = (*FIELDS.values(), "经度（WGS-84）", "纬度（WGS-84）")
    return as_csv(header, (_row(edition.town, place) for place in edition.town.places)).encode()


def position(place: Place) -> str:
    """How well it is known where a place is: a key of POSITIONS."""
    if place.position is None:
        return "unknown"
    return "invented" if places.is_sample(place) else place.position.precision


def numbers(town: Town, place: Place) -> list[dict[str, str]]:
    """The numbers that need nobody's consent, which can't be taken back from a copy; else the office's."""
    named = {"label": town.site.office.name}
    office = [{"number": phone.number} | named for phone in free(town.site.office.phones)]
    own = [_number(phone.number, phone.label) for phone in free(place.phones)]
    return own or office[:1]


def _number(number: str, label: str | None) -> dict[str, str]:
    return {"number": number} | ({"label": label} if label else {})


def directions(place: Place) -> list[str]:
    """How to find its door."""
    found = place.directions
    return [part for part in (found.landmark, found.bus, found.door) if part] if found else []


def _feature(town: Town, place: Place) -> dict[str, Any]:
    point = places.known_point(place)
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None
    return {"type": "Feature", "id": place.id, "geometry": geometry, "properties": told(town, place)}


def told(town: Town, place: Place) -> dict[str, Any]:
    """What is told of a place, by the keys of FIELDS."""
    words = town.site.groups.of(place.group)
    return {
        "id": place.id,
        "code": place.code,
        "name": place.name,
        "group": place.group,
        "group_name": words.name,
        "villages": place.villages,
        "address": place.address,
        "directions": directions(place),
        "phones": numbers(town, place),
        "hours": tuple(map(str, place.hours)),
        "services": place.services or words.services,
        "bring": place.bring or words.bring,
        "position": position(place),
        "sample": place.sample,
        "page": f"places/{place.id}.html",
    }


def _row(town: Town, place: Place) -> list[object]:
    known = told(town, place)
    point = places.known_point(place)
    phones = _ITEM.join(f"{one['number']} {one.get('label', '')}".strip() for one in known["phones"])
    sample = [SAMPLES[part] for part in place.sample]
    said = known | {"phones": phones, "position": POSITIONS[known["position"]], "sample": sample}
    where = (f"{point.longitude:.6f}", f"{point.latitude:.6f}") if point else ("", "")
    return [*(_cell(said[key]) for key in FIELDS), *where]


def _cell(value: str | Sequence[str] | None) -> str:
    return value if isinstance(value, str) else _ITEM.join(value or ())
