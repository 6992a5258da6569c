"""The directory of services is what HSDS 3.1 asks for, and its rules say the days of the pages."""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from dateutil.rrule import rrule, rrulestr

from macros.domain.edition import Edition
from macros.models.holidays import Holidays
from macros.models.town import Town
from macros.views.open_data_hsds import hsds
from tests.duty_town import STATION
from tests.duty_town import town as duty_town
from tests.making import edition, place
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)
TEXT, NUMBER = str, (int, float)
# The objects that we write, as HSDS 3.1 defines them: what it requires, and the types of what else we use.
REQUIRED: dict[str, dict[str, Any]] = {
    "service": {"id": TEXT, "name": TEXT, "status": TEXT},
    "organization": {"id": TEXT, "name": TEXT, "description": TEXT},
    "service_at_location": {"id": TEXT},
    "location": {"id": TEXT, "location_type": TEXT},
    "address": {
        "id": TEXT,
        "address_1": TEXT,
        "city": TEXT,
        "state_province": TEXT,
        "postal_code": TEXT,
        "country": TEXT,
        "address_type": TEXT,
    },
    "phone": {"id": TEXT, "number": TEXT},
    "schedule": {"id": TEXT},
    "language": {"id": TEXT},
    "service_area": {"id": TEXT},
    "required_document": {"id": TEXT},
    "attribute": {"id": TEXT, "link_id": TEXT, "link_entity": TEXT},
}
ALLOWED: dict[str, dict[str, Any]] = {
    "service": {"alternate_name": TEXT, "description": TEXT, "alert": TEXT},
    "organization": {},
    "service_at_location": {"service_id": TEXT, "location_id": TEXT, "description": TEXT},
    "location": {
        "name": TEXT,
        "alternate_name": TEXT,
        "transportation": TEXT,
        "latitude": NUMBER,
        "longitude": NUMBER,
        "external_identifier": TEXT,
        "external_identifier_type": TEXT,
    },
    "address": {"region": TEXT},
    "phone": {"type": TEXT, "description": TEXT},
    "schedule": {
        **dict.fromkeys(("freq", "byday", "wkst", "dtstart", "until", "valid_from", "valid_to"), TEXT),
        **dict.fromkeys(("opens_at", "closes_at", "description"), TEXT),
        **dict.fromkeys(("interval", "timezone"), NUMBER),
    },
    "language": {"name": TEXT, "code": TEXT},
    "service_area": {"name": TEXT},
    "required_document": {"document": TEXT},
    "attribute": {"label": TEXT, "value": TEXT},
}
# Where objects stand within each other, one or a list of them.
WITHIN = {
    "organization": "organization",
    "location": "location",
    "languages": "language",
    "required_documents": "required_document",
    "service_at_locations": "service_at_location",
    "service_areas": "service_area",
    "phones": "phone",
    "schedules": "schedule",
    "addresses": "address",
    "attributes": "attribute",
}
ENUMS = {
    ("service", "status"): {"active", "inactive", "defunct", "temporarily closed"},
    ("location", "location_type"): {"physical", "postal", "virtual"},
    ("address", "address_type"): {"physical", "postal", "virtual"},
    ("schedule", "freq"): {"WEEKLY", "MONTHLY"},
    ("schedule", "wkst"): {"MO", "TU", "WE", "TH", "FR", "SA", "SU"},
}
PAGE = {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"}


def directory(town: Town, day: dt.date = DAY) -> dict[str, Any]:
    """The file of a town."""
    found: dict[str, Any] = json.loads(hsds(edition(town, day)))
    return found


def objects(kind: str, value: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """An object and all within it, each with its kind."""
    yield kind, value
    for key, inner in value.items():
        if key in WITHIN:
            for each in inner if isinstance(inner, list) else [inner]:
                yield from objects(WITHIN[key], each)


def complaints(kind: str, value: dict[str, Any]) -> Iterator[str]:
    """What HSDS 3.1 has against an object."""
    known = REQUIRED[kind] | ALLOWED[kind]
    yield from (f"{kind} without {key}" for key in REQUIRED[kind].keys() - value.keys())
    for key, inner in value.items():
        if key in WITHIN:
            continue
        if key not in known:
            yield f"{kind}.{key} is unknown"
        elif not isinstance(inner, known[key]) or isinstance(inner, bool):
            yield f"{kind}.{key} is {inner!r}"
        elif inner not in ENUMS.get((kind, key), {inner}):
            yield f"{kind}.{key} may not be {inner!r}"
    if str(uuid.UUID(value["id"])) != value["id"]:
        yield f"{kind}.id is no UUID"


def every(town: Town) -> list[tuple[str, dict[str, Any]]]:
    """Every object of a town's file."""
    return [found for service in directory(town)["contents"] for found in objects("service", service)]


def test_every_object_is_as_the_schema_wants_it(town: Town) -> None:
    for each in (town, TOWN):
        found = directory(each)
        assert found.keys() == PAGE
        assert found["total_items"] == found["size"] == len(found["contents"])
        objects_found = every(each)
        assert {kind for kind, _ in objects_found} == REQUIRED.keys()
        assert [said for kind, value in objects_found for said in complaints(kind, value)] == []


def test_the_complaints_are_heard() -> None:
    identity = str(uuid.uuid4())
    assert [*complaints("phone", {"id": identity, "number": 12348})] == ["phone.number is 12348"]
    assert [*complaints("phone", {"id": identity})] == ["phone without number"]
    assert [*complaints("location", {"id": identity, "location_type": "door", "door": "1"})] == [
        "location.location_type may not be 'door'",
        "location.door is unknown",
    ]


def test_no_two_things_have_one_id_and_each_keeps_its_own_on_other_days(town: Town) -> None:
    named = [(kind, value["id"]) for kind, value in every(town) if kind != "organization"]
    assert len({id for _, id in named}) == len(named)
    later = directory(town, DAY + dt.timedelta(days=40))["contents"]
    assert [one["id"] for one in later] == [one["id"] for one in directory(town)["contents"]]


def days(schedule: dict[str, Any]) -> set[dt.date]:
    """The days that a schedule says, as RFC 5545 has them."""
    start = schedule["dtstart"].replace("-", "")
    parts = (f"FREQ={schedule['freq']}", f"INTERVAL={schedule['interval']}", f"BYDAY={schedule['byday']}")
    rule = ";".join((*parts, f"WKST={schedule['wkst']}", f"UNTIL={schedule['until'].replace('-', '')}"))
    found = rrulestr(f"DTSTART:{start}\nRRULE:{rule}")
    assert isinstance(found, rrule)
    return {moment.date() for moment in found}


def at(found: dict[str, Any], name: str) -> dict[str, Any]:
    """A place with its service, by its name."""
    offered = (one for service in found["contents"] for one in service["service_at_locations"])
    place_found: dict[str, Any]
    (place_found,) = [one for one in offered if one["location"]["name"] == name]
    return place_found


def test_duties_are_exactly_those_with_somebody_there(town: Town) -> None:
    for each in (town, TOWN):
        made = edition(each, DAY)
        found = directory(each)
        for one in each.places:
            schedules = at(found, one.name)["schedules"]
            said = {(day, rule["opens_at"]) for rule in schedules for day in days(rule)}
            assert said == {
                (shift.date, f"{shift.session.start:%H:%M}+08:00")
                for shift in made.roster.met(DAY)
                if shift.place.id == one.id
            }


@pytest.mark.parametrize("hours", ["每个工作日 9:00-11:00", "每天 9:00-11:00", "每月第2、4个周三 9:00-11:00"])
def test_hours_are_exactly_those_on_which_the_place_is_open(hours: str) -> None:
    closure = {"place": STATION, "from": "2026-12-07", "to": "2026-12-11", "reason": "装修"}
    one = place(STATION, hours=[hours])
    without = {"places": (one, *TOWN.places[1:]), "holidays": Holidays()}
    town = duty_town(closures=[closure]).model_copy(update=without)
    schedules = at(directory(town), one.name)["location"]["schedules"]
    said = {day for rule in schedules for day in days(rule)}
    assert said == open_days(edition(town, DAY))
    for rule in schedules:
        planned = {day.year == 2027 for day in days(rule)} == {True}
        assert ("按计划" in rule["description"]) == (planned and not hours.startswith("每天"))


def open_days(made: Edition) -> set[dt.date]:
    """The days on which the station is open, as its page's script reads them."""
    view = made.openings.views[STATION]
    known = json.loads(made.openings.schedules[view.key])
    closed = {
        (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        for first, last, _ in known.get("closures", ())
    }
    found = set()
    for number in range((made.last - DAY).days + 1):
        day = DAY + dt.timedelta(days=number)
        hours = known.get("days", {}).get(str(day), [known["week"][day.weekday()]])[0]
        if hours and not any(first <= day <= last for first, last in closed):
            found.add(day)
    return found


def test_what_is_a_sample_or_vague_says_so(town: Town) -> None:
    rooms = at(directory(town), "广福居委会公共法律服务室")["location"]
    said = {one["label"]: one["value"] for one in rooms["attributes"]}
    assert said["位置"].startswith("示例")
    assert "位置" in said["示例"]
    assert "latitude" not in rooms
    assert all("示例" in service["alert"] for service in directory(town)["contents"])
    assert not re.search(
        "律师", json.dumps([one for kind, one in every(town) if kind == "phone"], ensure_ascii=False)
    )
