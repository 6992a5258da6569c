"""A consent binds each shift by its own day, and pages that are already built."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from macros.domain.calls import Listed, listed_for
from macros.domain.duty import shifts
from macros.domain.duty.named_shifts import named_shifts
from macros.domain.followed import as_new
from macros.domain.roster import Roster
from macros.models.contacts import Phone
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from macros.views.calendars import calendar_files
from macros.views.duty_now import duty_now, later_files
from tests.duty_town import ROOM, town
from tests.making import edition

OWN, DESK = "13800138001", "13800138002"
TODAY, UNTIL, LAST = dt.date(2026, 11, 23), dt.date(2026, 12, 9), dt.date(2027, 1, 31)
CONSENT = {"scope": ["phone"], "until": UNTIL.isoformat()}
SIGNED: Any = {"number": DESK, "consent": CONSENT}


def consenting() -> Town:
    """A town in which one adviser and one room have a private number, until the same day."""
    plain = town()

    def person(one: Person) -> Person:
        signed: Any = {"phone": OWN, "consent": CONSENT, "sample": "false"}
        entry: Any = {"id": one.id, "name": one.name, "role": one.role}
        return Person.model_validate(entry | signed) if one.id in ("ding", "fang", "qian") else one

    def place(one: Place) -> Place:
        return one.model_copy(update={"phones": (Phone.model_validate(SIGNED),)}) if one.id == ROOM else one

    changed = {"people": tuple(map(person, plain.people)), "places": tuple(map(place, plain.places))}
    found = plain.model_copy(update=changed)
    for cached in ("place_by_id", "person_by_id"):
        found.__dict__.pop(cached, None)
    return found


TOWN = consenting()
ROSTER = Roster.of(TOWN, shifts(TOWN, TODAY, LAST), TODAY, LAST)
HERE = [shift for shift in ROSTER.shifts if shift.place.id == ROOM]


def test_shifts_after_the_last_day_of_a_consent_carry_the_offices_number_from_the_start() -> None:
    before = [shift for shift in HERE if shift.date <= UNTIL]
    after = [shift for shift in HERE if shift.date > UNTIL]
    assert before
    assert after
    assert {shift.personal.number for shift in before if shift.personal} == {OWN}
    assert {shift.desk.number for shift in before} == {DESK}
    assert [shift for shift in after if shift.personal] == []
    office = TOWN.site.office
    assert {(shift.desk.whom, shift.desk.number) for shift in after} == {
        (office.name, office.phones[0].number)
    }


def test_the_card_shows_no_number_after_its_last_day() -> None:
    built = edition(TOWN, TODAY)
    later = json.loads(dict(later_files(built))[f"assets/later/places/{ROOM}.js"].decode()[11:-2])
    cards = str(duty_now(built, TOWN.place_by_id[ROOM])) + later["now"]
    days = cards.split("data-date=")[1:]
    allowed = [day for day in days if dt.date.fromisoformat(day[1:11]) <= UNTIL]
    assert len(allowed) < len(days)
    named = [day for day in days if OWN in day or DESK in day]
    assert named
    assert set(named) <= set(allowed)


def test_a_calendar_holds_no_number_whose_consent_ends() -> None:
    seen = as_new(TOWN, named_shifts(TOWN, TODAY - dt.timedelta(days=30), LAST), TODAY)
    found = dict(calendar_files(TOWN, seen))
    text = found[f"calendars/places/{ROOM}.ics"].decode().replace("\r\n ", "")
    assert OWN not in text
    assert DESK not in text
    assert TOWN.site.office.phones[0].number in text


def test_the_offices_number_takes_over_on_a_page_that_is_already_built() -> None:
    site, place = TOWN.site, TOWN.place_by_id[ROOM]
    own, office = listed_for(site, place, TODAY)[:2]
    assert own == Listed(DESK, False, None, until=UNTIL)
    assert (office.number, office.label, office.after) == (
        site.office.phones[0].number,
        f"{site.office.name}电话",
        UNTIL,
    )
    assert [phone.number for phone in listed_for(site, place, UNTIL + dt.timedelta(days=1))] == [
        phone.number for phone in site.office.phones
    ]


def test_a_number_without_a_last_day_needs_no_other() -> None:
    place = town().place_by_id[ROOM]
    assert [(phone.until, phone.after) for phone in listed_for(TOWN.site, place, TODAY)] == [(None, None)]
