"""A place as machines read it: where it is, when it is open, by which number it is asked."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from macros.domain.calls import listed
from macros.domain.edition import Edition
from macros.domain.places import known_point
from macros.models.places import Place
from macros.models.when import When
from macros.views.structured import structured

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def place_data(edition: Edition, place: Place) -> Markup:
    """The structured data of a place's page; nothing that is a sample is in it.

    Where all but the name is one, or isn't known, the page itself says as much.
    """
    town, sample = edition.town.site, {*place.sample}
    if "name" in sample:
        return Markup()
    phones = [each.number for each in listed(place.phones, edition.today) if not each.sample]
    told = {
        "address": None if "address" in sample else _address(edition, place),
        "geo": _geo(place),
        "telephone": [] if "phones" in sample else phones,
        "openingHoursSpecification": [] if "hours" in sample else _hours(place),
    }
    if not any(told.values()):
        return Markup()
    office = {"@type": "GovernmentOffice", "name": town.office.name}
    kind = "GovernmentOffice" if place.group == "station" else "LegalService"
    about = {"name": place.name, "areaServed": list(place.villages), **told, "parentOrganization": office}
    return structured(kind, about)


def _address(edition: Edition, place: Place) -> dict[str, str] | None:
    if place.address is None:
        return None
    site = edition.town.site
    parts = {"addressRegion": site.district, "addressLocality": site.town, "streetAddress": place.address}
    known = {key: part for key, part in parts.items() if part}
    return {"@type": "PostalAddress", "addressCountry": "CN"} | known


def _geo(place: Place) -> dict[str, Any] | None:
    """The point, where somebody has measured it."""
    where = known_point(place)
    if where is None or not place.position or place.position.precision != "surveyed":
        return None
    near = where.rounded()
    return {"@type": "GeoCoordinates", "latitude": near.latitude, "longitude": near.longitude}


def _hours(place: Place) -> list[dict[str, Any]]:
    """The hours that are the same every week; schema.org has no others."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_DAYS[day] for day in _weekdays(when)],
            "opens": f"{session.start:%H:%M}",
            "closes": f"{session.end:%H:%M}",
        }
        for when in place.hours
        for session in when.sessions
        if _weekdays(when)
    ]


def _weekdays(when: When) -> tuple[int, ...]:
    if when.nth or when.days or when.every != 1:
        return ()
    if when.weekdays:
        return when.weekdays
    return tuple(range(5)) if when.working else tuple(range(7))
