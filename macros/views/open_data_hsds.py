"""The services as open data for directories: HSDS 3.1 (Open Referral), a page of whole services.

A group of places offers one service, at each of its places. What the schema requires and
nobody knows, as a postal code, is an empty text. https://docs.openreferral.org/
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.domain import places
from macros.domain.edition import Edition
from macros.models.places import Group, Place
from macros.views.open_data_places import POSITIONS, SAMPLES, directions, numbers, position
from macros.views.open_data_schedules import Repeated, Repeats
from macros.views.tables import as_records

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Beijing time, the only one in China.
_ZONE, _OFFSET = 8, "+08:00"


def hsds(edition: Edition) -> bytes:
    """Every service with its organisation, its places, and when somebody is there."""
    made = _Directory(edition)
    services = [made.service(group, members) for group, members in places.grouped(edition.town.places)]
    count = len(services)
    page: dict[str, Any] = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count}
    page |= {"first_page": True, "last_page": True, "empty": not services}
    return as_records(page, "contents", services)


@dataclass(frozen=True)
class _Directory:
    """The town as HSDS has it."""

    edition: Edition

    @cached_property
    def repeats(self) -> Repeats:
        """When places are open and somebody is on duty."""
        return Repeats.of(self.edition)

    @cached_property
    def _root(self) -> uuid.UUID:
        site = self.edition.town.site
        return uuid.uuid5(uuid.NAMESPACE_URL, f"fahu:{site.district or ''}{site.town}")

    def _id(self, *parts: object) -> str:
        """The same name for the same thing on every day; names of towns are in it."""
        return str(uuid.uuid5(self._root, "/".join(map(str, parts))))

    def service(self, group: Group, members: Iterable[Place]) -> dict[str, Any]:
        """The service that a group of places offers."""
        site = self.edition.town.site
        words = site.groups.of(group)
        offered = [words.about, *words.services]
        return {
            "id": self._id("service", group),
            "name": words.name,
            "alternate_name": words.plain,
            "description": "\n".join(offered),
            "status": "active",
            **({"alert": site.sample_notice} if site.sample_notice else {}),
            "organization": self._organization(),
            "languages": [{"id": self._id("language", group), "name": "中文", "code": "zh"}],
            "required_documents": [
                {"id": self._id("document", group, number), "document": document}
                for number, document in enumerate(words.bring)
            ],
            "service_at_locations": [self._at(group, place) for place in members],
        }

    def _organization(self) -> dict[str, Any]:
        site = self.edition.town.site
        about = "".join(said.text for said in site.about[:1]) or site.tagline
        return {"id": self._id("organization"), "name": site.office.name, "description": about}

    def _at(self, group: Group, place: Place) -> dict[str, Any]:
        duty = self.repeats.duty.get(place.id, ())
        return {
            "id": self._id("at", place.id),
            "service_id": self._id("service", group),
            "location_id": self._id("location", place.id),
            **({"description": "、".join(place.services)} if place.services else {}),
            "service_areas": [
                {"id": self._id("area", place.id, village), "name": village}
                for village in dict.fromkeys(place.villages)
            ],
            "phones": [
                {"id": self._id("phone", place.id, one["number"]), "number": one["number"], "type": "voice"}
                | ({"description": one["label"]} if "label" in one else {})
                for one in numbers(self.edition.town, place)
            ],
            "schedules": list(self._schedules("duty", place, duty)),
            "location": self._location(place),
        }

    def _location(self, place: Place) -> dict[str, Any]:
        point, way = places.known_point(place), directions(place)
        code = {"external_identifier": place.code, "external_identifier_type": "统计用区划代码"}
        return {
            "id": self._id("location", place.id),
            "location_type": "physical",
            "name": place.name,
            **({"alternate_name": place.short} if place.short else {}),
            **({"transportation": "；".join(way)} if way else {}),
            **({"latitude": point.latitude, "longitude": point.longitude} if point else {}),
            **(code if place.code else {}),
            "addresses": list(self._addresses(place)),
            "schedules": list(self._schedules("hours", place, self.repeats.hours[place.id])),
            "attributes": list(self._attributes(place)),
        }

    def _addresses(self, place: Place) -> Iterator[dict[str, Any]]:
        site = self.edition.town.site
        if place.address:
            yield {
                "id": self._id("address", place.id),
                "address_1": place.address,
                "city": site.district or site.town,
                "region": site.town,
                "state_province": "",
                "postal_code": "",
                "country": "CN",
                "address_type": "physical",
            }

    def _attributes(self, place: Place) -> Iterator[dict[str, Any]]:
        """What a reader must know before using it: how exact the position is, and what is a sample."""
        said = {"位置": POSITIONS[position(place)]}
        if place.sample:
            said["示例"] = "、".join(SAMPLES[part] for part in place.sample)
        location = self._id("location", place.id)
        for label, value in said.items():
            named = {"id": self._id("attribute", place.id, label), "link_id": location}
            yield named | {"link_entity": "location", "label": label, "value": value}

    def _schedules(self, what: str, place: Place, found: Iterable[Repeated]) -> Iterator[dict[str, Any]]:
        for one in found:
            rule, session = one.rule, one.session
            yield {
                "id": self._id(what, place.id, rule.first, session, one.said),
                "freq": "WEEKLY",
                "interval": rule.every,
                "byday": ",".join(_WEEKDAYS[day] for day in rule.weekdays),
                "wkst": "MO",
                "dtstart": rule.first.isoformat(),
                "until": rule.last.isoformat(),
                "valid_from": rule.first.isoformat(),
                "valid_to": rule.last.isoformat(),
                "timezone": _ZONE,
                "opens_at": f"{session.start:%H:%M}{_OFFSET}",
                "closes_at": f"{session.end:%H:%M}{_OFFSET}",
                "description": one.said,
            }
